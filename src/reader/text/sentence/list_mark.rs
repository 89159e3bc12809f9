//! Marks of lists that stand in running text: "1.) This 2.) That", "a. This b. That", bullets.

use crate::text::time::number;
use crate::text::{LetterCase, Token, TokenClass};

/// The list a paragraph opens with, and which mark comes next in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct List {
    ending: Ending,
    letters: bool,
    next: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    Stop,
    Bracket,
    StopBracket,
}

/// Whether `token` is a bullet.
pub(super) fn is_bullet(token: &Token, text: &str) -> bool {
    token.is_one_of(text, "•◦‣⁃▪●∙")
}

/// The list that `tokens`, a paragraph, opens with; and how many tokens its first mark has.
pub(super) fn opening(tokens: &[Token], text: &str) -> Option<(List, usize)> {
    let (value, ending, letters, length) = mark(tokens, text)?;
    // "A. Smith" and "10. March" are no lists, so a list of letters is in small ones and a mark has its blank.
    let list = List { ending, letters, next: value + 1 };
    Some((list, length))
}

impl List {
    /// Where `tokens` open with the next mark of this list: how many tokens that mark has. The list moves on.
    pub(super) fn item(&mut self, tokens: &[Token], text: &str) -> Option<usize> {
        let (value, ending, letters, length) = mark(tokens, text)?;
        let next = (value, ending, letters) == (self.next, self.ending, self.letters);
        let upper = tokens.get(length).is_some_and(|token| token.case != LetterCase::Lower);
        (next && upper).then(|| {
            self.next += 1;
            length
        })
    }
}

/// A list mark at the start of `tokens`: its number, its ending, whether it is a letter, and how many tokens it has.
fn mark(tokens: &[Token], text: &str) -> Option<(u32, Ending, bool, usize)> {
    let first = tokens.first()?;
    let written = first.range.of(text);
    let (value, letters) = match first.class {
        TokenClass::Digits if written.len() <= 3 => (u32::try_from(number(written)?).ok()?, false),
        TokenClass::Letters if written.len() == 1 && first.case == LetterCase::Lower => {
            (u32::from(*written.as_bytes().first()?) - u32::from(b'a'), true)
        }
        _ => return None,
    };
    let glued = |at: usize, mark: &str| tokens.get(at).is_some_and(|t| t.is_glued() && t.range.of(text) == mark);
    let (ending, length) = match (glued(1, "."), glued(1, ")"), glued(2, ")")) {
        (true, _, true) => (Ending::StopBracket, 3),
        (true, _, false) => (Ending::Stop, 2),
        (_, true, _) => (Ending::Bracket, 2),
        _ => return None,
    };
    tokens.get(length).is_some_and(|after| !after.is_glued()).then_some((value, ending, letters, length))
}
