//! What a quotation is read as.

use crate::text::TextRange;

/// How the words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuoteForm {
    /// Whole sentences between marks.
    Direct,
    /// A part of a sentence between marks.
    Mixed,
    /// Reported speech without marks.
    Indirect,
}

/// What a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// Somebody with a name, or a pronoun for one.
    Person,
    /// Somebody by office: "the chancellor".
    Office,
    /// A ministry, a company, an agency.
    Organisation,
    /// "the statement read"
    Document,
    /// "officials", "a witness".
    Unnamed,
}

/// The word or words that introduce a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Where they stand.
    pub range: TextRange,
}

/// Somebody else it could be.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The name.
    pub name: String,
    /// 0 to 1.
    pub confidence: f32,
}

/// Whose words they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Where the source stands in the text; nothing where the person typed the name.
    pub range: Option<TextRange>,
    /// The name it resolves to: "she" to "Ana Ruiz", "the ministry" to "the Russian Defense Ministry".
    pub name: String,
    /// Person, office, organisation, document or unnamed.
    pub kind: SourceKind,
    /// 0 to 1, measured on data for each rule.
    pub confidence: f32,
    /// Name of the rule that found it.
    pub rule: std::borrow::Cow<'static, str>,
    /// Others it could be, the likeliest first.
    pub candidates: Vec<Candidate>,
}

/// A quotation. The detection's range includes the quotation marks.
#[derive(Clone, Debug, PartialEq)]
pub struct QuoteDetail {
    /// Direct, mixed or indirect.
    pub form: QuoteForm,
    /// The words without the outer marks: from the start of the first part to the end of the last.
    pub content: TextRange,
    /// Each stretch between marks, with its marks.
    pub parts: Vec<TextRange>,
    /// What was inserted by the editor, brackets included: "[Syrian]".
    pub insertions: Vec<TextRange>,
    /// The cue.
    pub cue: Option<Cue>,
    /// The source, in the interface: Speaker.
    pub source: Option<Source>,
}
