//! One run of all detectors over a document, in slices.

use std::pin::Pin;

use super::Detection;
use super::claim::ClaimFinder;
use super::date::DateTagger;
use super::quote::QuoteFinder;
use crate::pace;
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
    stage: Stage<'a>,
}

enum Stage<'a> {
    Paragraphs(Box<Reading>),
    /// Quotations first, as it counts who says a claim.
    Ends(Pin<Box<dyn Future<Output = Findings> + 'a>>),
    Done(Findings),
}

struct Reading {
    next: usize,
    dates: DateTagger,
    quotes: QuoteFinder,
    claims: ClaimFinder,
    found: Findings,
}

impl<'a> Run<'a> {
    /// A run over `document`, whose dates are read against `published`.
    #[must_use]
    pub fn new(document: &'a Document, published: Option<Published>) -> Self {
        let reading = Reading {
            next: 0,
            dates: DateTagger::new(document, published),
            quotes: QuoteFinder::default(),
            claims: ClaimFinder::new(document),
            found: Findings::default(),
        };
        Self { document, stage: Stage::Paragraphs(Box::new(reading)) }
    }

    /// Reads on for about `budget` bytes of text, at least one paragraph; after the last, a piece of one of the two ends.
    pub fn step(&mut self, budget: u32) -> Progress {
        let document = self.document;
        let total = u32::try_from(document.text().len()).unwrap_or(u32::MAX);
        let (stage, done) = match std::mem::replace(&mut self.stage, Stage::Done(Findings::default())) {
            Stage::Paragraphs(mut reading) => match reading.read(document, budget) {
                Some(done) => (Stage::Paragraphs(reading), done),
                None => (Stage::Ends(Box::pin(reading.end(document))), total),
            },
            Stage::Ends(mut ends) => match pace::go_on(ends.as_mut()) {
                Some(found) => (Stage::Done(found), total),
                None => (Stage::Ends(ends), total),
            },
            done @ Stage::Done(_) => (done, total),
        };
        self.stage = stage;
        if matches!(self.stage, Stage::Done(_)) { Progress::Done } else { Progress::Working { done, total } }
    }

    /// Reads to the end and gives what was found.
    #[must_use]
    pub fn finish(mut self) -> Findings {
        while self.step(u32::MAX) != Progress::Done {}
        match self.stage {
            Stage::Done(found) => found,
            _ => Findings::default(),
        }
    }
}

impl Reading {
    /// Reads on for about `budget` bytes; where it came to, if there is more.
    fn read(&mut self, document: &Document, budget: u32) -> Option<u32> {
        let mut read = 0;
        while let Some(view) = document.view(self.next) {
            if read >= budget.max(1) {
                return Some(view.paragraph.range.start);
            }
            read += view.paragraph.range.len();
            let first_date = self.found.dates.len();
            self.dates.paragraph(view, &mut self.found.dates);
            self.quotes.paragraph(document, self.next);
            self.next += 1;
            self.claims.paragraph(view, self.found.dates.get(first_date..).unwrap_or_default());
        }
        None
    }

    async fn end(self: Box<Self>, document: &Document) -> Findings {
        let Self { quotes, claims, mut found, .. } = *self;
        quotes.finish_in_steps(document, &mut found.quotes).await;
        found.claims = claims.finish_in_steps(document, &found.quotes).await;
        found
    }
}
