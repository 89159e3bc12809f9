//! Indirect speech: what somebody is reported to have said, without marks. A layer of its own.

use std::ops::Range;

use super::attribute::{Attribution, Rule};
use super::finder;
use super::lexicon::Class;
use super::phrase::Phrases;
use super::resolve::Resolver;
use super::words::Shape;
use crate::detect::quote::{QuoteDetail, QuoteForm};
use crate::detect::{Detail, Detection, Reason};
use crate::text::TextRange;

/// Reported speech: the words of its content, and whose it is.
#[derive(Clone, Debug)]
pub struct Report {
    /// The words of what is reported.
    pub content: Range<usize>,
    attribution: Attribution,
}

/// Finds indirect speech in the sentences that quote nothing.
#[must_use]
pub fn find(phrases: Phrases<'_>) -> Vec<Report> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < phrases.words.len() {
        let sentence = phrases.words.sentence(start);
        start = sentence.end.max(start + 1);
        let quotes = sentence.clone().any(|at| phrases.word(at).is_quote());
        if quotes || sentence.len() < 5 || phrases.words.is_furniture(sentence.start) {
            continue;
        }
        if let Some(report) = read(phrases, &sentence) {
            found.push(report);
        }
    }
    found
}

/// The first verb that surely reports: "said", "told", but not "points", with a subject and a clause.
fn read(p: Phrases<'_>, sentence: &Range<usize>) -> Option<Report> {
    for at in sentence.clone() {
        let word = p.word(at);
        let cue = |length: usize| Some(at..at + length);
        if p.letters(at).eq_ignore_ascii_case("according") && p.is_any(at + 1, "to") {
            let source = p.starting_at(at + 2, sentence.end)?;
            let content = if at > sentence.start + 3 { sentence.start..at } else { source.words.end..sentence.end };
            return report(p, content, Attribution { rule: Rule::AccordingTo, cue: cue(2), source });
        }
        if word.shape != Shape::Lower {
            continue;
        }
        let surely = word.class.is(Class::SAYING)
            && !word.class.is(Class::NOUN_TOO)
            && !p.is_any(at, "continue continues continued began begin begins");
        if !surely {
            continue;
        }
        let comma = at.checked_sub(1).is_some_and(|before| p.is_mark(before, ','));
        // "…, said Ana Ruiz."
        if comma
            && at > sentence.start + 4
            && let Some(source) = p.starting_at(at + 1, sentence.end)
        {
            return report(p, sentence.start..at, Attribution { rule: Rule::Inverted, cue: cue(1), source });
        }
        let source = p.subject_of(at, sentence.start)?;
        let before = source.words.start.checked_sub(1).filter(|before| *before > sentence.start + 2);
        // "…, Ana Ruiz said."
        if before.is_some_and(|before| p.is_mark(before, ',')) && sentence.end - at <= 8 && !p.is_any(at + 1, "that") {
            return report(
                p,
                sentence.start..source.words.start,
                Attribution { rule: Rule::After, cue: cue(1), source },
            );
        }
        let that = (at + 1..sentence.end.min(at + 9)).find(|at| p.is_any(*at, "that"));
        let clause = that.map(|that| that + 1).or_else(|| {
            let next = p.word(at + 1);
            let begins = next.class.is(Class::PRONOUN.or(Class::DETERMINER))
                || next.shape == Shape::Capital && !next.class.is(Class::TIME);
            (begins && p.is_any(at, "said says say added insisted claimed argued")).then_some(at + 1)
        })?;
        return report(p, clause..sentence.end, Attribution { rule: Rule::Before, cue: cue(1), source });
    }
    None
}

/// Trims the marks at both ends.
fn report(p: Phrases<'_>, mut content: Range<usize>, attribution: Attribution) -> Option<Report> {
    let is_mark = |at: usize| matches!(p.word(at).shape, Shape::Mark(',' | '.' | ';' | ':'));
    while content.start < content.end && is_mark(content.start) {
        content.start += 1;
    }
    while content.start < content.end && is_mark(content.end - 1) {
        content.end -= 1;
    }
    (content.len() >= 3).then_some(Report { content, attribution })
}

/// The detection of a report.
pub fn detection(resolver: &mut Resolver<'_>, report: &Report) -> Detection {
    let words = resolver.phrases.words;
    let last = words.word(report.content.end.saturating_sub(1));
    let range = TextRange::new(words.word(report.content.start).range.start, last.range.end);
    let (cue, source) = finder::source(resolver, &report.attribution, report.content.start);
    let reasons = vec![Reason { name: "cue".into(), range: cue.as_ref().map_or(range, |cue| cue.range) }];
    let detail = QuoteDetail {
        form: QuoteForm::Indirect,
        content: range,
        parts: vec![range],
        insertions: Vec::new(),
        cue,
        source,
    };
    Detection { range, detail: Detail::Quote(detail), reasons, confidence: 0.8 }
}
