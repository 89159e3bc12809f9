//! One marked passage.

use std::cmp::Reverse;
use std::rc::Rc;

use super::{Citation, Decision, Verdict};
use crate::detect::{AnnotationId, Detail, Detection, Kind, Reason};
use crate::text::TextRange;

/// Who made a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A detector.
    Detected,
    /// The person.
    Manual,
}

/// What has become of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// Proposed by a detector, not touched.
    Proposed,
    /// Touched by the person.
    Kept,
    /// Thrown out by the person; stays out.
    Dismissed,
}

/// What the person changed on a detection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EditedField {
    /// The marked words.
    Target,
    /// Claim, date or quote.
    Kind,
    /// What it was read as.
    Detail,
}

/// A marked passage and all that is known and decided about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// Stable; never reused.
    pub id: AnnotationId,
    /// Detector or person.
    pub origin: Origin,
    /// Proposed, kept or dismissed.
    pub status: Status,
    /// The marked words.
    pub range: TextRange,
    /// 0 to 1; nothing for a mark made by hand.
    pub confidence: Option<f32>,
    /// What it was read as; says the kind.
    pub detail: Detail,
    /// Why it is marked.
    pub reasons: Vec<Reason>,
    /// What the person changed.
    pub edited: Vec<EditedField>,
    /// The person's note.
    pub note: String,
    /// Every decision; the last one is current.
    pub decisions: Vec<Decision>,
    /// The sources that speak for or against it.
    pub evidence: Vec<Citation>,
    /// Fields of newer files, kept as they are.
    pub extra: serde_json::Map<String, serde_json::Value>,
}

impl Annotation {
    /// The annotation that proposes `detection`.
    #[must_use]
    pub fn proposed(detection: Detection, text: &str) -> Self {
        Self {
            id: detection.id(text),
            origin: Origin::Detected,
            status: Status::Proposed,
            range: detection.range,
            confidence: Some(detection.confidence),
            detail: detection.detail,
            reasons: detection.reasons,
            edited: Vec::new(),
            note: String::new(),
            decisions: Vec::new(),
            evidence: Vec::new(),
            extra: serde_json::Map::new(),
        }
    }

    /// The annotation that marks by hand what `detection` says.
    #[must_use]
    pub fn by_hand(detection: Detection, text: &str) -> Self {
        Self { origin: Origin::Manual, status: Status::Kept, confidence: None, ..Self::proposed(detection, text) }
    }

    /// Claim, date or quote.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.detail.kind()
    }

    /// Its place in every list: by words and kind, then by id.
    #[must_use]
    pub fn order(&self) -> ((u32, Reverse<u32>, u8), &AnnotationId) {
        (self.place(), &self.id)
    }

    /// Its place by words and kind: by start, longer first, then quotation, claim, date.
    fn place(&self) -> (u32, Reverse<u32>, u8) {
        let kind = match self.kind() {
            Kind::Quote => 0,
            Kind::Claim => 1,
            Kind::Date => 2,
        };
        (self.range.start, Reverse(self.range.end), kind)
    }

    /// The place among `marks`, which are in order, of the last one with the same kind and words.
    #[must_use]
    pub fn place_among(&self, marks: &[Rc<Self>]) -> Option<usize> {
        let last = marks.partition_point(|other| other.place() <= self.place()).checked_sub(1)?;
        marks.get(last).filter(|other| other.place() == self.place()).map(|_| last)
    }

    /// The current verdict.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.decisions.last().map_or(Verdict::Unchecked, |decision| decision.verdict)
    }
}
