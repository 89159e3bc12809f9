//! Paragraphs and what each of them is in the article.

mod furniture;
mod kind;
mod shape;
mod words;

pub(super) use kind::{Look, assign_types, look};

use super::TextRange;

/// What a paragraph is in its article. Only [`ParagraphType::Body`] is argument and report; the rest is furniture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ParagraphType {
    /// The title of the article.
    Headline,
    /// Place, date or time of publication, alone in its paragraph.
    Dateline,
    /// Who wrote it.
    Byline,
    /// A label such as "World".
    Section,
    /// The words under a picture.
    Caption,
    /// Who took a picture, or holds its rights.
    Credit,
    /// Another story's headline inside this one.
    Teaser,
    /// A list of keywords.
    Tags,
    /// The text of the article.
    #[default]
    Body,
    /// Left out by the person: nothing in it is detected.
    Omitted,
}

impl ParagraphType {
    /// All, the most frequent first.
    pub const ALL: [Self; 10] = [
        Self::Body,
        Self::Headline,
        Self::Dateline,
        Self::Byline,
        Self::Section,
        Self::Caption,
        Self::Credit,
        Self::Teaser,
        Self::Tags,
        Self::Omitted,
    ];
}

/// One paragraph: its place, its type, and which tokens and sentences are its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// From its first to its last visible character; indentation and the line end are not part of it.
    pub range: TextRange,
    /// What it is in the article.
    pub kind: ParagraphType,
    /// Its tokens, as indices into the document's tokens.
    pub tokens: std::ops::Range<usize>,
    /// Its sentences, as indices into the document's sentences.
    pub sentences: std::ops::Range<usize>,
}
