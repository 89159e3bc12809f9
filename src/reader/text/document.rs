//! The text of an article, cut into paragraphs, sentences and tokens.

use std::rc::Rc;

use super::{OffsetMap, Paragraph, ParagraphType, PublicationFacts, Reading, Sentence, Token};

/// The text of an article, exactly as given, and what it is made of.
#[derive(Clone, Debug)]
pub struct Document {
    pub(super) text: Rc<str>,
    pub(super) offsets: OffsetMap,
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) sentences: Vec<Sentence>,
    pub(super) tokens: Vec<Token>,
    pub(super) facts: PublicationFacts,
}

/// One paragraph with all that a detector reads of it.
#[derive(Clone, Copy, Debug)]
pub struct ParagraphView<'a> {
    /// The text of the whole document: ranges are offsets into it.
    pub text: &'a str,
    /// The paragraph.
    pub paragraph: &'a Paragraph,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// Its sentences; their `tokens` count from the start of the document.
    pub sentences: &'a [Sentence],
}

impl Document {
    /// Reads `text`.
    #[must_use]
    pub fn new(text: impl Into<Rc<str>>) -> Self {
        Reading::new(text).finish()
    }

    /// Starts to read `text` in slices.
    #[must_use]
    pub fn reading(text: impl Into<Rc<str>>) -> Reading {
        Reading::new(text)
    }

    /// `text`, of which nothing is read yet.
    pub(super) fn empty(text: Rc<str>) -> Self {
        Self {
            offsets: OffsetMap::new(&Rc::from("")),
            text,
            paragraphs: Vec::new(),
            sentences: Vec::new(),
            tokens: Vec::new(),
            facts: PublicationFacts::default(),
        }
    }

    /// The text, exactly as given.
    #[must_use]
    pub fn text(&self) -> &Rc<str> {
        &self.text
    }

    /// The offsets of the text in its other units.
    #[must_use]
    pub fn offsets(&self) -> &OffsetMap {
        &self.offsets
    }

    /// The paragraphs, in order.
    #[must_use]
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// The sentences, in order.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The tokens, in order.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// What the head of the text says about its publication.
    #[must_use]
    pub fn facts(&self) -> &PublicationFacts {
        &self.facts
    }

    /// Paragraph number `index`, with all that a detector reads of it.
    #[must_use]
    pub fn view(&self, index: usize) -> Option<ParagraphView<'_>> {
        let paragraph = self.paragraphs.get(index)?;
        Some(ParagraphView {
            text: &self.text,
            paragraph,
            tokens: self.tokens.get(paragraph.tokens.clone())?,
            sentences: self.sentences.get(paragraph.sentences.clone())?,
        })
    }

    /// Index of the paragraph that holds the byte at `offset`, or of the last one before it.
    #[must_use]
    pub fn paragraph_at(&self, offset: u32) -> Option<usize> {
        self.paragraphs.partition_point(|paragraph| paragraph.range.start <= offset).checked_sub(1)
    }

    /// The sentence that holds the byte at `offset`, or the last one before it.
    #[must_use]
    pub fn sentence_at(&self, offset: u32) -> Option<&Sentence> {
        let index = self.sentences.partition_point(|sentence| sentence.range.start <= offset).checked_sub(1)?;
        self.sentences.get(index)
    }

    /// Sets the types of the paragraphs, as the person or an annotation file has them, in order.
    pub fn set_paragraph_type(&mut self, index: usize, kind: ParagraphType) {
        if let Some(paragraph) = self.paragraphs.get_mut(index) {
            paragraph.kind = kind;
        }
    }
}
