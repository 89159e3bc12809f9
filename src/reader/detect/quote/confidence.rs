//! How often each rule names the right source.
//!
//! Measured on the train part of `PolNeAR` (840 articles, 8,633 quotations): of the quotations a rule attributed that
//! overlap an annotated one, the share whose source overlaps the annotated source or shares a name with it (the
//! scorer's own test). Each row holds that share in hundredths; rows with fewer than 30 cases
//! are drawn towards those of their neighbours.

use super::attribute::{Attribution, Rule};
use super::lexicon::Class;
use super::phrase::Phrases;

/// A source with at least this confidence can be stated as a fact.
pub const SURE: f32 = 0.85;

/// Below this a source is shown as a question.
pub const QUESTION: f32 = 0.6;

/// Per rule, in hundredths: the source has a name in it; "he", "she", "who"; "they", "it"; none of these.
const TABLE: &[(Rule, [u8; 4])] = &[
    (Rule::AccordingTo, [94, 90, 80, 83]),
    (Rule::After, [98, 98, 95, 96]),
    (Rule::Announced, [82, 90, 60, 60]),
    (Rule::Before, [94, 90, 86, 80]),
    (Rule::Colon, [75, 85, 50, 45]),
    (Rule::Continued, [82, 70, 50, 50]),
    (Rule::Dash, [90, 60, 60, 60]),
    (Rule::Inverted, [98, 95, 95, 93]),
    (Rule::Judged, [82, 83, 40, 54]),
    (Rule::LastSpeaker, [50, 50, 40, 30]),
    (Rule::NextParagraph, [70, 88, 60, 45]),
    (Rule::Participle, [89, 90, 45, 58]),
    (Rule::Passive, [55, 50, 40, 40]),
    (Rule::Subject, [70, 80, 50, 35]),
    (Rule::Thought, [83, 60, 40, 68]),
    (Rule::Words, [60, 60, 50, 50]),
];

/// A verb of judging and a name, with what is judged between it and the quotation: "Ana Ruiz called the dam “…”".
const JUDGED_OF: u8 = 89;

/// The share of right answers of the rule behind `found`, for the quotation at word number `at`.
#[must_use]
pub fn of(found: &Attribution, p: &Phrases<'_>, at: usize) -> f32 {
    let source = &found.source;
    let between = at.saturating_sub(found.cue.end);
    let letters = p.letters(source.words.start);
    let Some((_, [named, he, they, other])) = TABLE.iter().find(|(rule, _)| *rule == found.rule) else { return 0.5 };
    let share = if letters == "who" {
        he
    } else if p.is(source.words.start, Class::PRONOUN) {
        let plural = matches!(letters, "they" | "They" | "it" | "It" | "we" | "We" | "you" | "You");
        if plural { they } else { he }
    } else if !source.name.is_empty() || source.words.clone().any(|at| p.is_name(at)) {
        if found.rule == Rule::Judged && (2..=7).contains(&between) { &JUDGED_OF } else { named }
    } else {
        other
    };
    f32::from(*share) / 100.0
}

/// The confidence in a source whose words are right in `share` of the cases and whose name in `certainty` of them: a
/// name likelier than not to be somebody else's makes the answer a question; the others stand beside it as candidates.
#[must_use]
pub fn with_name(share: f32, certainty: f32) -> f32 {
    if certainty < QUESTION { share.min(certainty) } else { share }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_a_share_and_none_stands_twice() {
        for (index, (rule, shares)) in TABLE.iter().enumerate() {
            assert!(shares.iter().all(|share| (20..100).contains(share)));
            assert!(TABLE[index + 1..].iter().all(|(other, _)| other != rule));
        }
    }
}
