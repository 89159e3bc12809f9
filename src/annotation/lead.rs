//! Questions of the program's: passages that may not fit together.

use crate::text::TextRange;

/// What has become of a question of the program's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LeadStatus {
    /// Not answered.
    Open,
    /// The person linked the passages.
    Accepted,
    /// The person waved it off; stays so.
    Dismissed,
}

/// Passages that may not fit together; always worded as a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Lead {
    /// Name of the rule that asks.
    pub rule: std::borrow::Cow<'static, str>,
    /// The passages, in text order.
    pub passages: Vec<TextRange>,
    /// The question, with its arithmetic.
    pub question: String,
    /// What has become of it.
    pub status: LeadStatus,
}
