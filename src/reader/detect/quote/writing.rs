//! How the words of a passage are written.

use super::lexicon::{Class, class_of};
use super::mark::Signs;
use super::scan::Stretch;
use crate::text::{Document, LetterCase, TokenClass, token, words};

/// How the words of a passage are written.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a feature of its own")]
pub struct Writing {
    /// How many there are, as far as they were read.
    pub words: u32,
    /// Whether it begins with a small letter.
    pub small: bool,
    /// Whether its first word begins with a capital.
    pub capital: bool,
    /// Whether all words of weight do.
    pub title: bool,
    /// Whether one of them is "I", "we" or another of those who speak or are spoken to.
    pub first_person: bool,
    /// Whether one is a form of be or have, a modal, or a pronoun.
    pub verb: bool,
    /// What it ends with.
    pub ending: Ending,
}

/// What the content of a quotation ends with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ending {
    /// A comma: the sentence goes on.
    Comma,
    /// A full stop.
    Stop,
    /// A question or exclamation mark, a dash, an ellipsis: the sentence may go on.
    Open,
    /// Nothing.
    #[default]
    None,
}

/// After so many words no more of them are read.
const MOST: u32 = 40;

impl Writing {
    /// How the content of `stretch` is written; nothing where it says nothing, or stands in one bracket: "(Laughter.)"
    #[must_use]
    pub fn of(document: &Document, stretch: &Stretch) -> Option<Self> {
        let view = document.view(stretch.paragraph as usize)?;
        let (text, signs) = (view.text, Signs { view });
        let mut range = token::overlapping(view.tokens, stretch.content);
        let tokens = view.tokens.get(range.clone())?;
        let last = signs.at(range.end.wrapping_sub(1));
        let closes = if last == '.' { signs.at(range.end.wrapping_sub(2)) } else { last };
        let opens = |at: usize| matches!(signs.at(at), '(' | '[');
        if matches!(closes, ')' | ']') && range.next().is_some_and(opens) && !range.any(opens) {
            return None;
        }
        let first = tokens.iter().find(|token| token.class != TokenClass::Mark)?;
        let ending = match last {
            ',' => Ending::Comma,
            '.' => Ending::Stop,
            '?' | '!' | '-' | '–' | '—' | '…' | ';' => Ending::Open,
            _ => Ending::None,
        };
        let mut writing = Self { small: first.case == LetterCase::Lower, ending, ..Self::default() };
        let (mut weighty, mut capitals) = (0, 0);
        for token in tokens {
            let word = token.range.of(text);
            if token.class != TokenClass::Letters || token.is_glued() && word.len() <= 2 {
                continue;
            }
            let capital = matches!(token.case, LetterCase::Capitalised | LetterCase::Upper | LetterCase::Mixed);
            writing.capital |= capital && writing.words == 0;
            writing.words += 1;
            if writing.words > MOST {
                break;
            }
            let class = class_of(word);
            if capital || word.len() > 3 && !class.is(Class::SMALL) {
                weighty += 1;
                capitals += u32::from(capital);
            }
            writing.first_person |= words::has("i me my our us we you", word) && word != "US";
            writing.verb |= class.is(Class::AUXILIARY.or(Class::PRONOUN));
        }
        writing.title = weighty > 0 && capitals == weighty && (writing.words > 1 || writing.capital);
        Some(writing)
    }
}
