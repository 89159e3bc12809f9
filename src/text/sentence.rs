//! Sentences.

use super::{TextRange, Token};

/// One sentence: its place and which tokens are its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first to its last visible character, closing marks included.
    pub range: TextRange,
    /// Its tokens, as indices into the document's tokens.
    pub tokens: std::ops::Range<usize>,
}

/// Splits the tokens of one paragraph into sentences; `first` is the index of the first of `tokens` in the document.
#[must_use]
pub fn split(text: &str, tokens: &[Token], first: usize) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut begin = 0;
    for (at, token) in tokens.iter().enumerate() {
        let ends =
            matches!(token.range.of(text), "." | "!" | "?") && tokens.get(at + 1).is_none_or(|next| !next.is_glued());
        if ends || at + 1 == tokens.len() {
            if let (Some(head), Some(tail)) = (tokens.get(begin), tokens.get(at)) {
                sentences.push(Sentence { range: head.range.cover(tail.range), tokens: first + begin..first + at + 1 });
            }
            begin = at + 1;
        }
    }
    sentences
}
