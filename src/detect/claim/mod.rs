//! Claims: the sentences of the article worth checking, ranked, each with its reasons.

mod detail;

pub use detail::{ClaimDetail, ClaimType, Claimant};

use super::Detection;
use crate::text::{Document, ParagraphView};

/// Scores the sentences of a document, paragraph by paragraph.
#[derive(Debug)]
pub struct ClaimFinder {}

impl ClaimFinder {
    /// A finder for `document`.
    #[must_use]
    pub fn new(_document: &Document) -> Self {
        Self {}
    }

    /// Reads the next paragraph; `dates` are the temporal expressions found in it.
    pub fn paragraph(&mut self, _view: ParagraphView<'_>, _dates: &[Detection]) {}

    /// Ends the run: every sentence of a body paragraph that has a reason for it, with its score, in text order.
    #[must_use]
    pub fn finish(self, _document: &Document, _dates: &[Detection], _quotes: &[Detection]) -> Vec<Detection> {
        Vec::new()
    }
}

/// Every sentence of every paragraph type as one claim, the whole sentence, with its score: no highlight budget, no
/// floor. For measuring (`annotate --all-claims`).
#[must_use]
pub fn every_sentence(_document: &Document, _dates: &[Detection], _quotes: &[Detection]) -> Vec<Detection> {
    Vec::new()
}

/// Which of `claims` (in text order) a highlight budget of `share` percent of the body sentences shows, as indices, in text order.
#[must_use]
pub fn within_budget(_document: &Document, claims: &[Detection], _share: u8) -> Vec<usize> {
    (0..claims.len()).collect()
}
