//! A passage marked by hand as a quotation: its speaker is looked for as for any other.

use super::detail::{QuoteDetail, QuoteForm};
use super::finder::QuoteFinder;
use crate::detect::{Detail, Detection, Reason};
use crate::text::{Document, TextRange};

/// Reads the passage at `range` as a quotation and looks for its speaker.
///
/// Marks at its ends are not part of its content. The detection's range is `range` itself.
#[must_use]
pub fn read_passage(document: &Document, range: TextRange) -> Detection {
    let mut finder = QuoteFinder::with_passage(range);
    let mut found = Vec::new();
    for index in 0..document.paragraphs().len() {
        finder.paragraph(document, index);
    }
    finder.finish(document, &mut found);
    let at = found.iter_mut().position(|detection| {
        let Detail::Quote(quote) = &mut detection.detail else { return false };
        quote.content = TextRange::new(quote.content.start.max(range.start), quote.content.end.min(range.end));
        quote.parts.retain(|part| range.covers(*part));
        quote.form != QuoteForm::Indirect && !quote.parts.is_empty()
    });
    if let Some(at) = at {
        return Detection { range, ..found.swap_remove(at) };
    }
    let (form, parts) = (QuoteForm::Direct, vec![range]);
    let detail = QuoteDetail { form, content: range, parts, insertions: Vec::new(), cue: None, source: None };
    let reasons = vec![Reason { name: "marked".into(), range }];
    Detection { range, detail: Detail::Quote(detail), reasons, confidence: 1.0 }
}
