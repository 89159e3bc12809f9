//! Tokens as the date rules see them: each with its class, read once.

use super::english::{English, Is, Word};
use crate::text::time::number;
use crate::text::{Gap, LetterCase, Token, TokenClass};

/// A token with its class.
#[derive(Clone, Copy, Debug)]
pub struct Lexeme {
    /// What it is to the rules.
    pub word: Word,
    /// The token.
    pub token: Token,
}

/// Reads the class of every one of `tokens` into `out`.
pub fn classify(text: &str, tokens: &[Token], out: &mut Vec<Lexeme>) {
    let lexicon = &English::get().lexicon;
    out.clear();
    for token in tokens {
        let word = match token.class {
            TokenClass::Digits => Word::Digits,
            TokenClass::Letters => lexicon.look_up(token.range.of(text)),
            TokenClass::Mark => mark(token.range.of(text)),
        };
        out.push(Lexeme { word, token: *token });
    }
}

fn mark(written: &str) -> Word {
    let mut characters = written.chars();
    let (Some(mark), None) = (characters.next(), characters.next()) else { return Word::Other };
    match mark {
        ',' => Word::Comma,
        '.' => Word::Stop,
        '-' | '‐' | '‑' | '–' | '—' | '−' => Word::Dash,
        '\'' | '’' | '‘' | '`' => Word::Apostrophe,
        '/' => Word::Slash,
        ':' => Word::Colon,
        '$' | '£' | '€' | '¥' => Word::Money,
        '%' => Word::Percent,
        '(' | '[' => Word::Open,
        '½' => Word::Half,
        _ => Word::Other,
    }
}

/// A paragraph with the class of each of its tokens.
///
/// Rules ask it much, so what they ask is called, and not copied to where it is asked: the page is smaller for it.
pub struct Line<'a> {
    /// The text of the document.
    pub text: &'a str,
    /// The tokens of the paragraph.
    pub lexemes: &'a [Lexeme],
    /// Whether numeric dates of the document have the day first.
    pub day_first: bool,
}

impl<'a> Line<'a> {
    /// The class of token `at`; [`Word::Other`] past the end.
    #[must_use]
    #[inline(never)]
    pub fn word(&self, at: usize) -> Word {
        self.lexemes.get(at).map_or(Word::Other, |lexeme| lexeme.word)
    }

    /// The class of the token before `at`; [`Word::Other`] at the start.
    #[must_use]
    #[inline(never)]
    pub fn before(&self, at: usize) -> Word {
        at.checked_sub(1).map_or(Word::Other, |at| self.word(at))
    }

    /// Whether token `at` is this word.
    #[must_use]
    #[inline(never)]
    pub fn is(&self, at: usize, word: Is) -> bool {
        self.word(at).is(word)
    }

    /// The characters of token `at`.
    #[must_use]
    #[inline(never)]
    pub fn of(&self, at: usize) -> &'a str {
        self.lexemes.get(at).map_or("", |lexeme| lexeme.token.range.of(self.text))
    }

    /// How token `at` is written.
    #[must_use]
    #[inline(never)]
    pub fn case(&self, at: usize) -> LetterCase {
        self.lexemes.get(at).map_or(LetterCase::None, |lexeme| lexeme.token.case)
    }

    /// Whether token `at` stands there, without white space before it.
    #[must_use]
    #[inline(never)]
    pub fn glued(&self, at: usize) -> bool {
        self.lexemes.get(at).is_some_and(|lexeme| lexeme.token.gap == Gap::Glued)
    }

    /// The number of digits and the number at token `at`, where it is one that fits.
    #[must_use]
    #[inline(never)]
    pub fn digits(&self, at: usize) -> Option<(usize, u32)> {
        if self.word(at) != Word::Digits {
            return None;
        }
        let written = self.of(at);
        Some((written.len(), u32::try_from(number(written)?).ok()?))
    }
}
