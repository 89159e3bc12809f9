//! Links between passages.

use super::{AnnotationId, LinkId, ReviewerId, Timestamp};

/// How two passages stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// They do not fit together.
    Contradicts,
    /// One speaks for the other.
    Supports,
    /// They tell of one event.
    SameEvent,
}

/// A link from one annotation to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Its id.
    pub id: LinkId,
    /// How the two stand to each other.
    pub relation: Relation,
    /// The one it was made from.
    pub from: AnnotationId,
    /// The other.
    pub to: AnnotationId,
    /// What the person says of it.
    pub note: String,
    /// Who made it.
    pub by: Option<ReviewerId>,
    /// When.
    pub at: Option<Timestamp>,
    /// Fields of newer files, kept as they are.
    pub extra: serde_json::Map<String, serde_json::Value>,
}
