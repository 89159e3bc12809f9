//! Indirect speech: what somebody is reported to have said, without marks. A layer of its own.

use std::ops::Range;

use super::attribute::{Attribution, Rule};
use super::detail::QuoteForm;
use super::lexicon::Class;
use super::phrase::Phrases;
use super::said::Said;
use super::words::Shape;
use crate::text::TextRange;

/// Finds indirect speech in `sentence`, if it quotes nothing.
#[must_use]
pub fn find(p: &Phrases<'_>, sentence: Range<usize>) -> Option<Said> {
    let quotes = sentence.clone().any(|at| p.word(at).is_quote());
    if quotes || sentence.len() < 5 || p.words.is_furniture(sentence.start) {
        return None;
    }
    let (mut content, attribution) = read(p, &sentence)?;
    // Without the marks at both ends.
    let is_mark = |at: usize| matches!(p.word(at).shape, Shape::Mark(',' | '.' | ';' | ':'));
    while content.start < content.end && is_mark(content.start) {
        content.start += 1;
    }
    while content.start < content.end && is_mark(content.end - 1) {
        content.end -= 1;
    }
    let range = TextRange::new(p.word(content.start).range.start, p.before(content.end).range.end);
    (content.len() >= 3).then(|| Said::new(QuoteForm::Indirect, range, content.start, Some(attribution)))
}

/// The first verb that surely reports: "said", "told", but not "points", with a subject and a clause.
fn read(p: &Phrases<'_>, sentence: &Range<usize>) -> Option<(Range<usize>, Attribution)> {
    for at in sentence.clone() {
        let word = p.word(at);
        let report =
            |content, rule, source, length| Some((content, Attribution { rule, cue: at..at + length, source }));
        if p.letters(at).eq_ignore_ascii_case("according") && p.is_any(at + 1, "to") {
            let source = p.starting_at(at + 2, sentence.end)?;
            let content = if at > sentence.start + 3 { sentence.start..at } else { source.words.end..sentence.end };
            return report(content, Rule::AccordingTo, source, 2);
        }
        if word.shape != Shape::Lower {
            continue;
        }
        if !word.class.is(Class::SAYING) || word.class.is(Class::NOUN_TOO) {
            continue;
        }
        let comma = at.checked_sub(1).is_some_and(|before| p.is_mark(before, ','));
        // "…, said Ana Ruiz."
        if comma
            && at > sentence.start + 4
            && !p.is_any(at + 1, "that")
            && let Some(source) = p.starting_at(at + 1, sentence.end)
        {
            return report(sentence.start..at, Rule::Inverted, source, 1);
        }
        // "The bank raised its rate on Wednesday and said that …"
        let goes_on = p.before(at).class.is(Class::CONJUNCTION);
        let source = if goes_on { p.main_subject(sentence.start..at - 1)? } else { p.subject_of(at, sentence.start)? };
        let before = source.words.start.checked_sub(1).filter(|before| *before > sentence.start + 2);
        // "…, Ana Ruiz said."
        if before.is_some_and(|before| p.is_mark(before, ',')) && sentence.end - at <= 8 && !p.is_any(at + 1, "that") {
            return report(sentence.start..source.words.start, Rule::After, source, 1);
        }
        let that = (at + 1..sentence.end.min(at + 9)).find(|at| p.is_any(*at, "that"));
        let clause = that.map(|that| that + 1).or_else(|| {
            let next = p.word(at + 1);
            let begins = next.class.is(Class::PRONOUN.or(Class::DETERMINER))
                || next.shape == Shape::Capital && !next.class.is(Class::TIME);
            (begins && p.is_any(at, "said says say added insisted claimed argued")).then_some(at + 1)
        })?;
        return report(clause..sentence.end, Rule::Before, source, 1);
    }
    None
}
