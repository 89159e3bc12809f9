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

/// Per rule, in hundredths: the source is a name; a pronoun; neither.
const TABLE: &[(Rule, [u8; 3])] = &[
    (Rule::AccordingTo, [94, 85, 80]),
    (Rule::After, [98, 98, 95]),
    (Rule::Announced, [77, 77, 60]),
    (Rule::Before, [94, 91, 64]),
    (Rule::Colon, [75, 75, 45]),
    (Rule::Continued, [82, 75, 60]),
    (Rule::Dash, [90, 60, 60]),
    (Rule::Inverted, [98, 95, 93]),
    (Rule::Judged, [88, 76, 30]),
    (Rule::LastSpeaker, [50, 50, 30]),
    (Rule::NextParagraph, [74, 80, 50]),
    (Rule::Participle, [86, 84, 42]),
    (Rule::Passive, [60, 50, 40]),
    (Rule::Subject, [66, 70, 44]),
    (Rule::Thought, [86, 50, 50]),
    (Rule::Words, [80, 60, 60]),
];

/// The share of right answers of the rule behind `found`.
#[must_use]
pub fn of(found: &Attribution, phrases: Phrases<'_>) -> f32 {
    let pronoun =
        phrases.is(found.source.words.start, Class::PRONOUN) || phrases.letters(found.source.words.start) == "who";
    let Some((_, [named, pronominal, other])) = TABLE.iter().find(|(rule, _)| *rule == found.rule) else { return 0.5 };
    let share = if pronoun {
        pronominal
    } else if found.source.name.is_empty() {
        other
    } else {
        named
    };
    f32::from(*share) / 100.0
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
