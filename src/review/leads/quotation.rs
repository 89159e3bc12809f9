//! One quotation in two wordings, or from two speakers.

use std::collections::HashMap;

use super::lexicon;
use super::reading::{Quoted, Reading};
use crate::annotation::Lead;
use crate::detect::quote::{Source, SourceKind};
use crate::pace::Pace;
use crate::text::TextRange;

/// The name of the rule.
pub(super) const NAME: &str = "quotation";

/// Shorter quotations are not held against each other.
const WORDS: usize = 6;

/// Quotations that share this much of their words in order are one.
const ALIKE: f64 = 0.75;

/// A speaker less sure than this is not held against another.
const SURE: f32 = 0.85;

pub(super) async fn ask(reading: &Reading<'_>, leads: &mut Vec<Lead>, pace: &mut Pace) {
    let mut quotes: Vec<(&Quoted<'_>, Vec<String>)> = Vec::new();
    for quote in &reading.quotes {
        pace.step().await;
        quotes.extend(Some((quote, words(reading, quote))).filter(|(_, words)| distinct(words) >= WORDS));
    }
    // Quotations with a run of three words in common are held against each other.
    let mut runs: HashMap<&[String], Vec<usize>> = HashMap::new();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (index, (_, words)) in quotes.iter().enumerate() {
        pace.step().await;
        for run in words.windows(3) {
            let places = runs.entry(run).or_default();
            if places.len() < 4 && places.last() != Some(&index) {
                pairs.extend(places.iter().map(|&other| (other, index)));
                places.push(index);
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    for (one, other) in pairs {
        pace.step().await;
        let (Some((first, first_words)), Some((second, second_words))) = (quotes.get(one), quotes.get(other)) else {
            continue;
        };
        if let Some(question) = question(reading, (first, first_words), (second, second_words)) {
            leads.push(Reading::lead(NAME, vec![first.range, second.range], question));
        }
    }
}

fn question(
    reading: &Reading<'_>,
    (first, a): (&Quoted<'_>, &[String]),
    (second, b): (&Quoted<'_>, &[String]),
) -> Option<String> {
    let (shorter, longer) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let common = common(a, b);
    // Every word of the shorter in order: what is between them, "he said at one point", is nobody's wording.
    let contained = common == shorter.len();
    let (one, other) = (first.detail.source.as_ref(), second.detail.source.as_ref());
    // Whom "he" means is a guess of ours, and nothing to hold against the text.
    let said_by_name = |source: &Source| {
        let first = source.range.map(|range| reading.tokens_of(range).start);
        !first.is_some_and(|first| reading.is(first, &["he", "she", "they", "who", "it"]))
    };
    let speakers =
        one.zip(other).filter(|(one, other)| are_two(one, other) && said_by_name(one) && said_by_name(other));
    let sentence = |quote: &Quoted<'_>| reading.sentence_of(quote.range.start);
    if sentence(first) == sentence(second) {
        return None;
    }
    if contained {
        let (one, other) = speakers.filter(|_| shorter.len() > WORDS && 3 * shorter.len() > 2 * longer.len())?;
        return Some(format!("The same words are given to {} and to {}. Who said them?", one.name, other.name));
    }
    let alike = 2.0 * as_f64(common) / as_f64(a.len() + b.len());
    let nearly_contained = as_f64(common) >= 0.8 * as_f64(shorter.len());
    if alike < ALIKE && !(nearly_contained && shorter.len() >= 6 && is_headline(reading, first.range)) {
        return None;
    }
    let shown = |quote: &Quoted<'_>| shortened(quote.detail.content.of(reading.text));
    Some(format!(
        "“{}” and “{}” share {common} words. Are they one quotation, and which is its wording?",
        shown(first),
        shown(second)
    ))
}

fn is_headline(reading: &Reading<'_>, range: TextRange) -> bool {
    let sentence = reading.sentence_of(range.start).and_then(|index| reading.sentences.get(index));
    sentence.is_some_and(|sentence| sentence.kind == crate::text::ParagraphType::Headline)
}

/// The words of a quotation in lower case, without what the editor put in.
fn words(reading: &Reading<'_>, quote: &Quoted<'_>) -> Vec<String> {
    let inserted = |range: TextRange| quote.detail.insertions.iter().any(|insertion| insertion.overlaps(range));
    let inside =
        |range: TextRange| quote.detail.parts.is_empty() || quote.detail.parts.iter().any(|part| part.overlaps(range));
    let mut content = quote.detail.content;
    content.end -= name_below(content.of(reading.text));
    let tokens = reading.tokens_of(content);
    reading
        .document
        .tokens()
        .get(tokens)
        .unwrap_or_default()
        .iter()
        .filter(|token| token.class != crate::text::TokenClass::Mark && !inserted(token.range) && inside(token.range))
        .map(|token| match token.range.of(reading.text) {
            "re" if token.is_glued() => "are".to_owned(),
            "m" if token.is_glued() => "am".to_owned(),
            "ll" if token.is_glued() => "will".to_owned(),
            "ve" if token.is_glued() => "have".to_owned(),
            word => word.to_lowercase(),
        })
        .collect()
}

/// Length of the line below a quotation set apart that names who said it: "…\nAna Ruiz, mayor".
fn name_below(content: &str) -> u32 {
    const LETTERS: usize = 60;
    let said = content.trim_end().rsplit_once('\n').filter(|(above, line)| {
        let ends = above.trim_end().ends_with(['.', '!', '?', '…', '"', '”', '’', '\'']);
        ends && line.len() <= LETTERS && line.trim_start_matches(['-', '–', '—', ' ']).starts_with(char::is_uppercase)
    });
    said.and_then(|(above, _)| u32::try_from(content.len() - above.len()).ok()).unwrap_or_default()
}

/// Two sources that are surely not the same.
fn are_two(one: &Source, other: &Source) -> bool {
    // A name in the full sense: "Ana Ruiz", not "the poster".
    let named = |name: &str| {
        let capital = |word: Option<&str>| word.is_some_and(|word| word.starts_with(char::is_uppercase));
        let small = name.split_whitespace().next().is_some_and(|first| lexicon::is_in(lexicon::NO_NAMES, first));
        !small && name.split_whitespace().count() > 1 && name.split_whitespace().all(|word| capital(Some(word)))
    };
    let sure = |source: &Source| source.confidence >= SURE && named(&source.name);
    let person = one.kind == SourceKind::Person && other.kind == SourceKind::Person;
    let shares_word = one
        .name
        .split_whitespace()
        .any(|word| word.len() > 2 && other.name.split_whitespace().any(|other| other.eq_ignore_ascii_case(word)));
    sure(one) && sure(other) && person && !shares_word
}

fn distinct(words: &[String]) -> usize {
    let mut words: Vec<&String> = words.iter().collect();
    words.sort_unstable();
    words.dedup();
    words.len()
}

/// Length of the longest common subsequence.
fn common(a: &[String], b: &[String]) -> usize {
    let mut row = vec![0_usize; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        let mut left = 0;
        for (cell, y) in row.iter_mut().skip(1).zip(b) {
            let best = if x == y { diagonal + 1 } else { left.max(*cell) };
            (diagonal, left) = (*cell, best);
            *cell = best;
        }
    }
    row.last().copied().unwrap_or_default()
}

fn shortened(text: &str) -> String {
    const LETTERS: usize = 80;
    match text.char_indices().nth(LETTERS) {
        Some((at, _)) => format!("{} …", text.get(..at).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

#[expect(clippy::cast_precision_loss, reason = "words of a quotation")]
fn as_f64(count: usize) -> f64 {
    count as f64
}
