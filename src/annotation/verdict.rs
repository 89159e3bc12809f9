//! What the person decided.

use super::ReviewerId;

/// A moment, in UTC, to the second in files.
pub type Timestamp = chrono::DateTime<chrono::Utc>;

/// What the person says of a passage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Not looked at.
    #[default]
    Unchecked,
    /// The date, the wording and speaker, or the statement is confirmed by evidence.
    Verified,
    /// It disagrees with another passage or with evidence.
    Inconsistent,
    /// Looked at, not settled.
    Unclear,
}

/// One decision: the verdict, whose it is and when it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The verdict; `Unchecked` takes one back.
    pub verdict: Verdict,
    /// Who decided.
    pub by: Option<ReviewerId>,
    /// When.
    pub at: Option<Timestamp>,
}
