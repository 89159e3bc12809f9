//! What a passage marked by hand is read as: the detectors read it.

use crate::annotation::{Kind, Session};
use crate::detect::date::{self, DateDetail, TypedError};
use crate::detect::{Detail, Detection, claim, quote};
use crate::text::TextRange;

/// Reads the passage at `range` as a mark of `kind`.
pub fn read(session: &Session, kind: Kind, range: TextRange) -> Detection {
    let document = &session.document;
    match kind {
        Kind::Claim => claim::read_passage(document, range),
        Kind::Quote => quote::read_passage(document, range),
        Kind::Date => {
            let detail = date::read_passage(document, range, session.facts.published);
            Detection { range, detail: Detail::Date(detail), reasons: Vec::new(), confidence: 1.0 }
        }
    }
}

/// `date` read as `typed`: a date in words or figures, or a TIMEX3 value.
///
/// # Errors
/// Where it is no date.
pub fn date(session: &Session, date: &DateDetail, typed: &str) -> Result<DateDetail, TypedError> {
    Ok(read_as(date, date::read_typed(typed, session.facts.published)?))
}

/// What `date` is where it is read as `read` says: what it was read as before becomes an alternative.
pub fn read_as(date: &DateDetail, read: DateDetail) -> DateDetail {
    let mut alternatives: Vec<String> =
        date.alternatives.iter().filter(|other| **other != read.value).cloned().collect();
    if !date.value.is_empty() && date.value != read.value {
        alternatives.insert(0, date.value.clone());
    }
    DateDetail { alternatives, ..read }
}
