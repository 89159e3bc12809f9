//! What a passage marked by hand is read as: as a detector would have it.

use crate::annotation::{Kind, Session};
use crate::detect::claim;
use crate::detect::date::{DateDetail, TimexType};
use crate::detect::quote::{QuoteDetail, QuoteForm};
use crate::detect::{Detail, Detection};
use crate::text::TextRange;

/// Reads the passage at `range` as a mark of `kind`: as what the detectors found there, and otherwise as little as can be
/// said of it.
pub fn read(session: &Session, kind: Kind, range: TextRange) -> Detection {
    let found = match kind {
        Kind::Claim => return claim::read_passage(&session.document, range),
        Kind::Date => &session.findings.dates,
        Kind::Quote => &session.findings.quotes,
    };
    if let Some(found) = nearest(found, range) {
        let detail = match &found.detail {
            Detail::Quote(quote) => Detail::Quote(QuoteDetail { content: range, parts: vec![range], ..quote.clone() }),
            detail => detail.clone(),
        };
        return Detection { range, detail, reasons: found.reasons.clone(), confidence: 1.0 };
    }
    let detail = match kind {
        Kind::Quote => Detail::Quote(QuoteDetail {
            form: QuoteForm::Direct,
            content: range,
            parts: vec![range],
            insertions: Vec::new(),
            cue: None,
            source: None,
        }),
        _ => Detail::Date(DateDetail {
            timex_type: TimexType::Date,
            value: String::new(),
            modifier: None,
            quant: None,
            freq: None,
            begin: None,
            end: None,
            anchor: None,
            alternatives: Vec::new(),
        }),
    };
    Detection { range, detail, reasons: Vec::new(), confidence: 1.0 }
}

/// What was found at `range`, the one that shares most with it.
fn nearest(found: &[Detection], range: TextRange) -> Option<&Detection> {
    let shared = |other: &Detection| other.range.end.min(range.end).saturating_sub(other.range.start.max(range.start));
    found.iter().filter(|other| other.range.overlaps(range)).max_by_key(|other| shared(other))
}

/// `date` read as `typed`: a TIMEX3 value such as `2018-06-08`. Nothing where that is no date.
pub fn date(_session: &Session, date: &DateDetail, typed: &str) -> Option<DateDetail> {
    let value = typed.trim();
    if value.is_empty() || crate::ui::strings::timex(value) == value && value.parse::<u16>().is_err() {
        return None;
    }
    let mut alternatives = date.alternatives.clone();
    alternatives.retain(|other| other != value);
    if !date.value.is_empty() && date.value != value {
        alternatives.insert(0, date.value.clone());
    }
    Some(DateDetail { value: value.to_owned(), alternatives, anchor: None, ..date.clone() })
}
