//! Sources outside the sentence of the quotation, and its subject where nothing else is found.

use super::{Attribution, Reader, Rule};
use crate::detect::quote::lexicon::Class;
use crate::detect::quote::phrase::{Phrase, Phrases};

/// The source of a sentence that ends in a colon, for the quotation in the paragraph after it.
#[must_use]
pub fn announced(p: &Phrases<'_>, colon: usize) -> Option<Attribution> {
    let reader = Reader::new(p, colon);
    let (cue, source) = match reader.before() {
        Some(found) => (found.cue, Some(found.source)),
        None => (colon..colon + 1, p.main_subject(reader.sentence.clone())),
    };
    Rule::Announced.finds(cue, source)
}

/// The name in a paragraph of its own after the quotation at word number `at`: "— Ana Ruiz", or before its last mark.
#[must_use]
pub fn signed(p: &Phrases<'_>, at: usize) -> Option<Attribution> {
    let paragraph = p.words.paragraph(at);
    let next = p.words.paragraph(paragraph.end);
    let closes = p.is_any(next.end.wrapping_sub(1), "\" ”");
    if paragraph.end != next.start || next.len() > 12 || !(p.is_dash(next.start) || closes) {
        return None;
    }
    let start = next.clone().find(|at| !p.is_dash(*at))?;
    Rule::Dash.finds(next.start..start, p.starting_at(start, next.end).filter(Phrase::names))
}

/// The speaker of the sentence that ends right before word number `start`, if it reports speech and quotes nothing.
#[must_use]
pub fn preceding(p: &Phrases<'_>, start: usize) -> Option<Attribution> {
    let last = start.checked_sub(1)?;
    let sentence = p.words.around(last);
    let reader = Reader { at: sentence.end, ..Reader::new(p, last) };
    if p.any(sentence.clone(), Class::QUOTE) {
        return None;
    }
    let verb = reader.last_verb(sentence)?;
    reader.cue_at(verb)
}

/// The subject of the sentence that holds word number `at`.
#[must_use]
pub fn subject(p: &Phrases<'_>, at: usize) -> Option<Attribution> {
    let sentence = p.words.around(at);
    let before = sentence.start.checked_sub(1).filter(|_| sentence.start > p.words.paragraph(at).start);
    let source = p
        .main_subject(sentence.start..at)
        .or_else(|| p.main_subject(at + 1..sentence.end))
        .or_else(|| p.main_subject(p.words.around(before?)));
    Rule::Subject.finds(0..0, source)
}
