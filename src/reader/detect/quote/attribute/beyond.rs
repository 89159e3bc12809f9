//! Sources outside the sentence of the quotation, and its subject where nothing else is found.

use super::{Attribution, Ending, Place, Reader, Rule};
use crate::detect::quote::lexicon::Class;
use crate::detect::quote::phrase::Phrases;
use crate::detect::quote::words::Shape;

/// The source of a sentence that ends in a colon, for the quotation in the paragraph after it.
#[must_use]
pub fn announced(phrases: &Phrases<'_>, colon: usize) -> Option<Attribution> {
    let place = Place { at: colon, ending: Ending::None };
    let reader = Reader { phrases, place, sentence: phrases.words.around(colon) };
    let found = reader.before().or_else(|| {
        let source = phrases.main_subject(reader.sentence.clone())?;
        Some(Attribution { rule: Rule::Announced, cue: colon..colon + 1, source })
    })?;
    Some(Attribution { rule: Rule::Announced, ..found })
}

/// The name in a paragraph of its own after the quotation at word number `at`: "— Ana Ruiz", or before its last mark.
#[must_use]
pub fn signed(p: &Phrases<'_>, at: usize) -> Option<Attribution> {
    let paragraph = p.words.paragraph(at);
    let next = p.words.paragraph(paragraph.end);
    let dash = |at: usize| matches!(p.word(at).shape, Shape::Mark('—' | '–' | '-' | '―'));
    let closes = next.end.checked_sub(1).is_some_and(|last| p.is_mark(last, '"') || p.is_mark(last, '”'));
    if paragraph.end != next.start || next.len() > 12 || !(dash(next.start) || closes) {
        return None;
    }
    let start = next.clone().find(|at| !dash(*at))?;
    let source = p.starting_at(start, next.end)?;
    (!source.name.is_empty()).then_some(Attribution { rule: Rule::Dash, cue: next.start..start, source })
}

/// The speaker of the sentence that ends right before word number `start`, if it reports speech and quotes nothing.
#[must_use]
pub fn preceding(phrases: &Phrases<'_>, start: usize) -> Option<Attribution> {
    let last = start.checked_sub(1)?;
    let sentence = phrases.words.around(last);
    let place = Place { at: sentence.end, ending: Ending::None };
    let reader = Reader { phrases, place, sentence: sentence.clone() };
    if sentence.clone().any(|at| phrases.word(at).is_quote()) {
        return None;
    }
    let verb = sentence.rev().find(|at| reader.is_finite_cue(*at, Class::SAYING))?;
    reader.cue_at(verb).filter(|found| found.rule == Rule::Before)
}

/// The subject of the sentence that holds word number `at`.
#[must_use]
pub fn subject(phrases: &Phrases<'_>, at: usize) -> Option<Attribution> {
    let sentence = phrases.words.around(at);
    let before = sentence.start.checked_sub(1).filter(|_| sentence.start > phrases.words.paragraph(at).start);
    let source = phrases
        .main_subject(sentence.start..at)
        .or_else(|| phrases.main_subject(at + 1..sentence.end))
        .or_else(|| phrases.main_subject(phrases.words.around(before?)))?;
    Some(Attribution { rule: Rule::Subject, cue: 0..0, source })
}
