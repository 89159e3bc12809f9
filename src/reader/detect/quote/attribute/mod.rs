//! Attribution: the cue and the source of each quotation, by rules over the masked view.

mod according_to;
mod after;
mod before;
mod beyond;
mod participle;
mod rule;
mod verb;

use beyond::{announced, preceding, signed, subject};
pub use rule::{Attribution, Rule};

use std::ops::Range;

use super::lexicon::Class;
use super::phrase::Phrases;
use super::writing::Ending;

/// The cue and source of the quotation at word number `at`, whose content has this ending; `last` is who was quoted before.
#[must_use]
pub fn attribute(p: &Phrases<'_>, at: usize, ending: Ending, last: Option<&Attribution>) -> Option<Attribution> {
    if let Some(found) = within_sentence(p, at, ending) {
        return Some(found);
    }
    let paragraph = p.words.paragraph(at);
    let sentence = p.words.around(at);
    let before = sentence.start.wrapping_sub(1);
    let same_paragraph = sentence.start > paragraph.start;
    // “Was it late?” Repairs went on.
    let ends = ending == Ending::Open && p.is_name(at + 1);
    if ends || sentence.clone().all(|word| !p.word(word).is_word()) {
        if p.is_mark(before, ':')
            && let Some(found) = announced(p, before)
        {
            return Some(found);
        }
        if let Some(found) = signed(p, at) {
            return Some(found);
        }
        // A quotation that stands alone: of whoever spoke in the sentence before, or else last.
        if !p.words.is_furniture(before) {
            let rule = if same_paragraph { Rule::Continued } else { Rule::NextParagraph };
            if let Some(found) = preceding(p, sentence.start).or_else(|| last.cloned()) {
                return Some(Attribution { rule, ..found });
            }
        }
    }
    subject(p, at).or_else(|| Some(Attribution { rule: Rule::LastSpeaker, ..last.cloned()? }))
}

/// The cue and source of a sentence that quotes nothing, by its first verb that surely reports: "said", "told", but not
/// "points".
#[must_use]
pub fn of_sentence(p: &Phrases<'_>, sentence: &Range<usize>) -> Option<Attribution> {
    let reader = Reader { p, at: sentence.end, ending: Ending::None, sentence: sentence.clone() };
    if let Some(found) = reader.according_to().filter(|found| found.rule == Rule::AccordingTo) {
        return Some(found);
    }
    let surely = |at: &usize| reader.is_finite_cue(*at, Class::SAYING) && !p.is(*at, Class::NOUN_TOO);
    let at = sentence.clone().find(surely)?;
    // "…, said Ana Ruiz."
    let turned = at > sentence.start + 4 && p.is_mark(at - 1, ',') && !p.is_any(at + 1, "that");
    let source = if turned { p.starting_at(at + 1, sentence.end) } else { None };
    Rule::Inverted.finds(at..at + 1, source).or_else(|| reader.cue_at(at))
}

/// Looks for the source of the quotation at word number `at` within its own sentence.
fn within_sentence(p: &Phrases<'_>, at: usize, ending: Ending) -> Option<Attribution> {
    let reader = Reader { ending, ..Reader::new(p, at) };
    if let Some(found) = reader.right_after().or_else(|| reader.according_to()) {
        return Some(found);
    }
    let before = reader.before();
    let near = before.as_ref().is_some_and(|found| found.rule != Rule::Thought);
    if !near && let Some(found) = reader.trailing() {
        return Some(found);
    }
    before.or_else(|| reader.dash()).or_else(|| reader.colon())
}

/// Reads the sentence of one quotation.
struct Reader<'a> {
    p: &'a Phrases<'a>,
    /// The word of the quotation.
    at: usize,
    ending: Ending,
    sentence: Range<usize>,
}

impl<'a> Reader<'a> {
    fn new(p: &'a Phrases<'a>, at: usize) -> Self {
        Self { p, at, ending: Ending::None, sentence: p.words.around(at) }
    }

    /// The first verb of speech in `range`.
    #[inline(never)]
    fn first_verb(&self, mut range: Range<usize>) -> Option<usize> {
        range.find(|at| self.is_finite_cue(*at, Class::SAYING))
    }

    /// The last verb of speech in `range`.
    #[inline(never)]
    fn last_verb(&self, range: Range<usize>) -> Option<usize> {
        range.rev().find(|at| self.is_finite_cue(*at, Class::SAYING))
    }
}
