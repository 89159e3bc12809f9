//! The detectors: pure proposals, each with the words that speak for it.
//!
//! **Invariant:** nothing here knows the browser, the clock or what the person has decided. The same text and the same
//! publication date give the same detections in the same order.

pub mod claim;
pub mod date;
mod id;
mod kind;
mod lexicon;
pub mod quote;
mod run;

pub use id::AnnotationId;
pub use kind::Kind;
pub use run::{Findings, Progress, Run};

use crate::text::TextRange;
use claim::ClaimDetail;
use date::DateDetail;
use quote::QuoteDetail;

/// What a detector proposes.
#[derive(Clone, Debug, PartialEq)]
pub struct Detection {
    /// The marked passage; of a quotation with its quotation marks.
    pub range: TextRange,
    /// What it was read as.
    pub detail: Detail,
    /// Why it is marked: never empty.
    pub reasons: Vec<Reason>,
    /// 0 to 1.
    pub confidence: f32,
}

impl Detection {
    /// Claim, date or quote.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.detail.kind()
    }

    /// The id this detection has in every session on the same text.
    #[must_use]
    pub fn id(&self, text: &str) -> AnnotationId {
        AnnotationId::of_detection(self.kind(), self.range, text)
    }
}

/// What a passage was read as, by kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Detail {
    /// A claim.
    Claim(ClaimDetail),
    /// A temporal expression.
    Date(DateDetail),
    /// A quotation.
    Quote(QuoteDetail),
}

impl Detail {
    /// Claim, date or quote.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Claim(_) => Kind::Claim,
            Self::Date(_) => Kind::Date,
            Self::Quote(_) => Kind::Quote,
        }
    }
}

/// One reason for a mark: the name of the cue and the words that caused it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Name of the cue, such as "month-day" or "number"; the interface has a sentence for each.
    pub name: std::borrow::Cow<'static, str>,
    /// The words.
    pub range: TextRange,
}
