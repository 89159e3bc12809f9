//! One run of all detectors over a document, in slices.

use super::Detection;
use super::claim::ClaimFinder;
use super::date::DateTagger;
use super::quote::QuoteFinder;
use crate::text::{Document, Published};

/// What a finished run has found. Each list is in text order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// Temporal expressions.
    pub dates: Vec<Detection>,
    /// Quotations.
    pub quotes: Vec<Detection>,
    /// Every sentence that could be a claim, with its score; the highlight budget chooses among them.
    pub claims: Vec<Detection>,
}

/// How far a run has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Bytes of text read, and bytes in all.
    Working {
        /// Bytes read.
        done: u32,
        /// Bytes in all.
        total: u32,
    },
    /// Everything is read.
    Done,
}

/// A resumable run: over the paragraphs in document order, then once over all quotations, and once over all claims.
pub struct Run<'a> {
    document: &'a Document,
    next: usize,
    dates: DateTagger,
    /// Nothing once they are finished; claims come last, as it counts who says them.
    quotes: Option<QuoteFinder>,
    claims: Option<ClaimFinder>,
    found: Findings,
}

impl<'a> Run<'a> {
    /// A run over `document`, whose dates are read against `published`.
    #[must_use]
    pub fn new(document: &'a Document, published: Option<Published>) -> Self {
        Self {
            document,
            next: 0,
            dates: DateTagger::new(document, published),
            quotes: Some(QuoteFinder::default()),
            claims: Some(ClaimFinder::new(document)),
            found: Findings::default(),
        }
    }

    /// Reads on for about `budget` bytes of text, at least one paragraph; after the last, one of the two ends.
    pub fn step(&mut self, budget: u32) -> Progress {
        let budget = budget.max(1); // nothing would be read for ever
        let total = u32::try_from(self.document.text().len()).unwrap_or(u32::MAX);
        let mut read = 0;
        while let Some(view) = self.document.view(self.next) {
            if read >= budget {
                return Progress::Working { done: view.paragraph.range.start, total };
            }
            read += view.paragraph.range.len();
            let first_date = self.found.dates.len();
            self.dates.paragraph(view, &mut self.found.dates);
            if let Some(quotes) = &mut self.quotes {
                quotes.paragraph(self.document, self.next);
            }
            self.next += 1;
            let dates = self.found.dates.get(first_date..).unwrap_or_default();
            if let Some(claims) = &mut self.claims {
                claims.paragraph(view, dates);
            }
        }
        if read > 0 {
            return Progress::Working { done: total, total };
        }
        if let Some(quotes) = self.quotes.take() {
            quotes.finish(self.document, &mut self.found.quotes);
            return Progress::Working { done: total, total };
        }
        if let Some(claims) = self.claims.take() {
            self.found.claims = claims.finish(self.document, &self.found.dates, &self.found.quotes);
        }
        Progress::Done
    }

    /// Reads to the end and gives what was found.
    #[must_use]
    pub fn finish(mut self) -> Findings {
        while self.step(u32::MAX) != Progress::Done {}
        self.found
    }
}
