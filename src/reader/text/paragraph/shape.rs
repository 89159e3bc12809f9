//! What a short paragraph looks like: the evidence for its type.

use super::words::{CAPTION_CUES, CREDITS, LINK_LABELS, MINOR, PHOTO_PAIRS, SEEN_HERE, TEASER_LABELS, VERBS};
use crate::text::token::begins_with;
use crate::text::{LetterCase, Token, TokenClass};

/// More tokens than this, and a paragraph is running text.
const LONGEST: usize = 80;

/// A sentence with more tokens than this is no title.
const LONGEST_TITLE: usize = 30;

/// The outside of one paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is one observation; the rules combine them freely")]
pub(in crate::text) struct Shape {
    /// Words and numbers; "U.S." and "2.5" count for more than one.
    pub words: u32,
    /// Words of four letters or more, the first word left out.
    long: u32,
    /// Those of them with a capital.
    long_capitals: u32,
    /// Those behind the last comma, and those of them with a capital.
    tail: (u32, u32),
    /// Whether it ends as a sentence does, closing marks aside.
    pub ends_sentence: bool,
    /// Whether it ends with a question mark.
    pub asks: bool,
    /// Whether a word after the first is in small letters.
    pub small_words: bool,
    /// Whether a word has a small letter that a headline of the American style would not leave it.
    plain: bool,
    /// Whether it ends with a colon, comma, semicolon or dash: something follows.
    pub ends_open: bool,
    /// Whether it ends with a colon.
    pub ends_with_colon: bool,
    /// Whether it opens with a quotation mark.
    pub quoted: bool,
    /// Whether it opens with a small letter.
    pub opens_small: bool,
    /// Whether it opens with a bullet, a dash or a list number.
    pub opens_item: bool,
    /// Whether it holds a word that is hardly ever part of a name: "to", "says", "after".
    pub verb: bool,
    /// Whether it holds a comma.
    pub comma: bool,
    /// Whether all its letters are capitals.
    pub upper: bool,
    /// Whether it speaks of a picture: "left", "poses".
    pub caption: bool,
    /// Whether it can only speak of a picture: "seen here".
    pub strong_caption: bool,
    /// Whether it is a label over links to other stories: "Related news".
    pub link_label: bool,
    /// Whether it opens as such a link does: "Read more: Camps need water".
    pub opens_link: bool,
    /// Whether its last sentence names the maker of a picture: "Image: Ana Ruiz."
    pub ends_with_credit: bool,
}

impl Shape {
    /// Looks at `tokens`, one paragraph of `text`; nothing where it is too long to be anything but running text.
    pub fn of(text: &str, tokens: &[Token]) -> Option<Self> {
        if tokens.len() > LONGEST {
            return None;
        }
        let word = |at: usize| tokens.get(at).map_or("", |token| token.range.of(text));
        let last = tokens.iter().rev().find(|token| !token.is_one_of(text, "\"”’'»)]*"));
        let last = last.map_or("", |token| token.range.of(text));
        let ends_sentence = begins_with(last, ".!?…。！？");
        if ends_sentence && tokens.len() > LONGEST_TITLE {
            let pictured = (0..tokens.len()).any(|at| is_from_a_picture(text, tokens, at));
            let ends_with_credit =
                (tokens.len().saturating_sub(14)..tokens.len()).any(|at| is_credit(text, tokens, at));
            let quoted = begins_with(word(0), "\"“");
            return Some(Self { ends_sentence, strong_caption: pictured, ends_with_credit, quoted, ..Self::default() });
        }
        let mut shape = Self { upper: true, ends_sentence, ..Self::default() };
        for (at, token) in tokens.iter().enumerate() {
            shape.words += u32::from(token.class != TokenClass::Mark);
            match token.class {
                TokenClass::Letters => {
                    shape.upper &= matches!(token.case, LetterCase::Upper | LetterCase::None) || token.range.len() == 1;
                    let small = matches!(token.case, LetterCase::Lower | LetterCase::None);
                    if shape.words > 1 && token.range.len() >= 4 {
                        shape.long += 1;
                        shape.long_capitals += u32::from(!small);
                        shape.tail = (shape.tail.0 + 1, shape.tail.1 + u32::from(!small));
                    }
                    shape.small_words |= shape.words > 1 && token.case == LetterCase::Lower;
                    shape.plain |= token.case == LetterCase::Lower && !token.is_glued() && !token.is_in(text, MINOR);
                    shape.verb |= shape.words > 1 && token.is_in(text, VERBS);
                    let before = at.checked_sub(1).map_or("", word);
                    let set_off = matches!(before, "," | "(") && matches!(word(at + 1), "," | ")" | "");
                    shape.caption |= set_off && token.is_in(text, CAPTION_CUES);
                    shape.strong_caption |= is_from_a_picture(text, tokens, at);
                    shape.ends_with_credit |= tokens.len() - at <= 14 && is_credit(text, tokens, at);
                }
                TokenClass::Mark if word(at) == "," => (shape.comma, shape.tail) = (true, (0, 0)),
                TokenClass::Mark => {}
                TokenClass::Digits => shape.upper = false,
            }
        }
        shape.quoted = begins_with(word(0), "\"“„«‘'`”");
        let first = usize::from(shape.quoted);
        shape.opens_small = tokens.get(first).is_some_and(|token| token.case == LetterCase::Lower);
        shape.opens_item = begins_with(word(0), "•◦‣⁃▪●*-–")
            || tokens.first().is_some_and(|token| token.class == TokenClass::Digits)
                && (word(1) == ")" || word(1) == "." && tokens.get(2).is_some_and(|token| !token.is_glued()));
        let colon = tokens.iter().take(4).position(|token| token.is(text, ":"));
        let label = |tokens: &[Token], list| tokens.iter().all(|token| token.is(text, ":") || token.is_in(text, list));
        shape.link_label = tokens.len() <= 5 && label(tokens, LINK_LABELS);
        shape.opens_link = colon.is_some_and(|colon| {
            colon > 0 && tokens.len() > colon + 1 && label(tokens.get(..colon).unwrap_or_default(), TEASER_LABELS)
        });
        shape.asks = last == "?";
        shape.ends_with_colon = last == ":";
        shape.ends_open = shape.ends_with_colon || begins_with(last, ",;-–—_");
        Some(shape)
    }

    /// Whether most of its longer words have a capital, as in headlines of the American style.
    pub fn title_case(self) -> bool {
        self.long >= 3 && self.long_capitals * 4 >= self.long * 3
    }

    /// Whether every word that a headline of the American style would give a capital has one.
    pub fn strict_title_case(self) -> bool {
        self.title_case() && !self.plain
    }

    /// Whether it is a name with another name or an office behind a comma, as under a picture.
    pub fn apposition(self) -> bool {
        let (tail, capitals) = self.tail;
        self.comma && !self.verb && tail > 0 && tail == capitals && self.long_capitals * 2 > self.long
    }

    /// Whether it is short enough for a label such as "World".
    pub fn label(self) -> bool {
        self.words <= 3 && !self.ends_sentence && !self.opens_small && !self.quoted
    }
}

/// Whether the words at `at` can only speak of a picture: "seen here", "File photo".
fn is_from_a_picture(text: &str, tokens: &[Token], at: usize) -> bool {
    let (Some(token), Some(next)) = (tokens.get(at), tokens.get(at + 1)) else { return false };
    let pair = |pairs: &[(&str, &str)]| pairs.iter().any(|(a, b)| token.is(text, a) && next.is(text, b));
    let outside = at < 3 || tokens.len() - at <= 8;
    pair(SEEN_HERE) || outside && pair(PHOTO_PAIRS)
}

/// Whether the maker of a picture is named at `at`, behind other words: "Image: Ana Ruiz".
fn is_credit(text: &str, tokens: &[Token], at: usize) -> bool {
    let (Some(token), Some(colon)) = (tokens.get(at), tokens.get(at + 1)) else { return false };
    at > 0 && token.class == TokenClass::Letters && colon.is(text, ":") && token.is_in(text, CREDITS)
}
