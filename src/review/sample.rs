//! Marks for the tests of the views.

use std::rc::Rc;

use crate::annotation::{Annotation, Decision, Kind, Status, Verdict};
use crate::detect::claim::{ClaimDetail, Claimant};
use crate::detect::date::{DateDetail, TimexType};
use crate::detect::quote::{QuoteDetail, QuoteForm};
use crate::detect::{Detail, Detection};
use crate::text::TextRange;

/// A proposed mark of `kind` on the first `words` of `text`.
pub(crate) fn mark(text: &str, kind: Kind, words: &str) -> Annotation {
    let start = u32::try_from(text.find(words).unwrap()).unwrap();
    mark_at(text, kind, TextRange::new(start, start + u32::try_from(words.len()).unwrap()))
}

/// A proposed mark of `kind` at `range`.
pub(crate) fn mark_at(text: &str, kind: Kind, range: TextRange) -> Annotation {
    let detail = match kind {
        Kind::Claim => {
            Detail::Claim(ClaimDetail { score: 0.5, types: Vec::new(), claimant: Claimant::Narrator, sentence: range })
        }
        Kind::Date => Detail::Date(DateDetail {
            timex_type: TimexType::Date,
            value: "2018-07".into(),
            modifier: None,
            quant: None,
            freq: None,
            begin: None,
            end: None,
            anchor: None,
            alternatives: Vec::new(),
        }),
        Kind::Quote => Detail::Quote(QuoteDetail {
            form: QuoteForm::Direct,
            content: range,
            parts: vec![range],
            insertions: Vec::new(),
            cue: None,
            source: None,
        }),
    };
    Annotation::proposed(Detection { range, detail, reasons: Vec::new(), confidence: 0.5 }, text)
}

/// The same mark, decided.
pub(crate) fn decided(mut mark: Annotation, verdict: Verdict) -> Rc<Annotation> {
    mark.status = Status::Kept;
    mark.decisions.push(Decision { verdict, by: None, at: None });
    Rc::new(mark)
}

/// The same mark, thrown out.
pub(crate) fn dismissed(mut mark: Annotation) -> Rc<Annotation> {
    mark.status = Status::Dismissed;
    Rc::new(mark)
}
