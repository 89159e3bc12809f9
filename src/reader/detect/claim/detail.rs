//! What a claim is read as.

use crate::detect::AnnotationId;
use crate::text::TextRange;

/// What a claim is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClaimType {
    /// A number, a share, a sum of money.
    Quantity,
    /// A first, a most, a rank.
    Record,
    /// One thing brought about another.
    Cause,
    /// A law, a ruling, a vote.
    Law,
    /// An accusation or a denial.
    Accusation,
    /// Something that happened.
    Event,
    /// Something said to be coming.
    Prediction,
    /// Anything else.
    Other,
}

/// Who asserts it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Claimant {
    /// The article itself.
    #[default]
    Narrator,
    /// The source of a quotation.
    Quote(AnnotationId),
}

/// A claim. The detection's range is the assertion; `sentence` is the sentence it stands in.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimDetail {
    /// Check-worthiness, 0 to 1.
    pub score: f32,
    /// What it is about.
    pub types: Vec<ClaimType>,
    /// Who asserts it.
    pub claimant: Claimant,
    /// The whole sentence.
    pub sentence: TextRange,
}
