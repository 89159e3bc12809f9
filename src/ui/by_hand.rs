//! What a passage marked by hand is read as: as a detector would have it.

use crate::annotation::{Kind, Session};
use crate::detect::claim::{ClaimDetail, Claimant};
use crate::detect::date::{DateDetail, TimexType};
use crate::detect::quote::{QuoteDetail, QuoteForm};
use crate::detect::{Detail, Detection};
use crate::text::TextRange;

/// Reads the passage at `range` as a mark of `kind`.
pub fn read(session: &Session, kind: Kind, range: TextRange) -> Detection {
    let detail = match kind {
        Kind::Claim => Detail::Claim(ClaimDetail {
            score: 0.0,
            types: Vec::new(),
            claimant: Claimant::Narrator,
            sentence: session.document.sentence_at(range.start).map_or(range, |sentence| sentence.range),
        }),
        Kind::Date => Detail::Date(DateDetail {
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
        Kind::Quote => Detail::Quote(QuoteDetail {
            form: QuoteForm::Direct,
            content: range,
            parts: vec![range],
            insertions: Vec::new(),
            cue: None,
            source: None,
        }),
    };
    Detection { range, detail, reasons: Vec::new(), confidence: 1.0 }
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
