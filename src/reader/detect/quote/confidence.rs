//! How far to trust a source: by the rule that found it, and by what the source is.

use super::attribute::{Attribution, Rule};
use super::lexicon::Class;
use super::phrase::Phrases;

/// A source with at least this confidence can be stated as a fact.
pub const SURE: f32 = 0.85;

/// Below this a source is shown as a question.
pub const QUESTION: f32 = 0.6;

/// A verb of judging and a name, with what is judged between it and the quotation: "Ana Ruiz called the dam “…”".
const JUDGED_OF: u8 = 89;

/// The share of right answers of the rule behind `found`, for the quotation at word number `at`.
#[must_use]
pub fn of(found: &Attribution, p: &Phrases<'_>, at: usize) -> f32 {
    let source = &found.source;
    let first = source.words.start;
    let [named, he, they, other] = found.rule.shares();
    let share = if p.is_any(first, "it they we you") {
        they
    } else if p.is(first, Class::PRONOUN) || p.is_any(first, "who") {
        he
    } else if source.name.is_empty() && !source.words.clone().any(|at| p.is_name(at)) {
        other
    } else if found.rule == Rule::Judged && (2..=7).contains(&at.saturating_sub(found.cue.end)) {
        JUDGED_OF
    } else {
        named
    };
    f32::from(share) / 100.0
}

/// The confidence in a source whose words are right in `share` of the cases and whose name in `certainty` of them: a
/// name likelier than not to be somebody else's makes the answer a question; the others stand beside it as candidates.
#[must_use]
pub fn with_name(share: f32, certainty: f32) -> f32 {
    if certainty < QUESTION { share.min(certainty) } else { share }
}
