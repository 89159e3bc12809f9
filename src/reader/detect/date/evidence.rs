//! What a document shows about the way its numeric dates are written.

use super::english::Word;
use super::lex::{self, Line};
use super::numeric;
use crate::text::{Document, TokenClass};

/// Whether the numeric dates of `document` have the day first: a numeric date that can only be read one way decides,
/// else the order of day and month where the month is written out. With no evidence the month is first.
#[must_use]
pub fn day_first(document: &Document) -> bool {
    let (text, tokens) = (document.text(), document.tokens());
    let slash =
        |at: usize| tokens.get(at).is_some_and(|token| token.class == TokenClass::Mark && token.range.of(text) == "/");
    let mut lexemes = Vec::new();
    for at in 1..tokens.len() {
        if !(slash(at) && slash(at + 2)) {
            continue;
        }
        lex::classify(text, tokens.get(at - 1..(at + 4).min(tokens.len())).unwrap_or_default(), &mut lexemes);
        if let Some(day_first) = numeric::evidence(&Line { text, lexemes: &lexemes, day_first: false }, 0) {
            return day_first;
        }
    }
    written_order(document).unwrap_or(false)
}

/// "8 June" or "June 8", whichever comes first among the first tokens of the document.
fn written_order(document: &Document) -> Option<bool> {
    const LOOK_AT: usize = 2000;
    let tokens = document.tokens().get(..LOOK_AT.min(document.tokens().len()))?;
    let mut lexemes = Vec::new();
    lex::classify(document.text(), tokens, &mut lexemes);
    lexemes.windows(3).find_map(|three| match three {
        [a, b, c] if matches!(b.word, Word::Month(_)) => match (a.word, c.word) {
            (Word::Digits, _) if a.token.range.len() <= 2 => Some(true),
            (_, Word::Digits) if c.token.range.len() <= 2 => Some(false),
            _ => None,
        },
        _ => None,
    })
}
