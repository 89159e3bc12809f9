//! Whose word a claim is.

use super::Claimant;
use crate::detect::Kind;
use crate::detect::{Detail, Detection};
use crate::text::{Document, TextRange};

/// Quotations looked at for one claim, at most.
const LOOKED_AT: usize = 64;

/// Finds claimants for claims in text order.
pub(super) struct Claimants<'a> {
    document: &'a Document,
    quotes: &'a [Detection],
    next: usize,
}

impl<'a> Claimants<'a> {
    pub(super) fn new(document: &'a Document, quotes: &'a [Detection]) -> Self {
        Self { document, quotes, next: 0 }
    }

    /// Who asserts `assertion`, which stands in `sentence`: the source of the quotation that shares most of the
    /// assertion, or else of one in the sentence whose cue stands around it; else the narrator.
    pub(super) fn of(&mut self, assertion: TextRange, sentence: TextRange) -> Claimant {
        while self.quotes.get(self.next).is_some_and(|quote| quote.range.end <= sentence.start) {
            self.next += 1;
        }
        let near = self.quotes.get(self.next..).unwrap_or_default().iter().take(LOOKED_AT);
        near.take_while(|quote| quote.range.start < sentence.end)
            .filter_map(|quote| {
                let Detail::Quote(detail) = &quote.detail else { return None };
                let shared = shared(quote.range, assertion);
                let speaks = detail.source.is_some() || detail.cue.is_some();
                (2 * shared >= assertion.len() && shared > 0 && (speaks || quote.range.covers(assertion)))
                    .then_some((shared, quote))
            })
            .max_by_key(|(shared, quote)| (*shared, u32::MAX - quote.range.len()))
            .map_or(Claimant::Narrator, |(_, quote)| {
                debug_assert_eq!(quote.kind(), Kind::Quote);
                Claimant::Quote(quote.id(self.document.text()))
            })
    }
}

fn shared(a: TextRange, b: TextRange) -> u32 {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}
