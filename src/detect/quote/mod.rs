//! Quotations: where they are, and whose they are. Terms after PolNeAR (Newell et al. 2018): source, cue, content.

mod detail;

pub use detail::{Candidate, Cue, QuoteDetail, QuoteForm, Source, SourceKind};

use super::Detection;
use crate::text::{Document, ParagraphView};

/// Finds quotations and their speakers, paragraph by paragraph.
#[derive(Debug)]
pub struct QuoteFinder {}

impl QuoteFinder {
    /// A finder for `document`.
    #[must_use]
    pub fn new(_document: &Document) -> Self {
        Self {}
    }

    /// Reads the next paragraph and adds to `found` what is complete; quotations may stay open across paragraphs.
    pub fn paragraph(&mut self, _view: ParagraphView<'_>, _found: &mut Vec<Detection>) {}

    /// Ends the run: closes what is open and resolves what waited for a name.
    pub fn finish(self, _document: &Document, _found: &mut Vec<Detection>) {}
}
