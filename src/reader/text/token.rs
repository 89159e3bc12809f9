//! Tokens: the smallest pieces the detectors read.
//!
//! A token is a run of letters, a run of digits, or one other character; white space is not a token. Pieces that
//! stand together without white space are *glued*, so that a rule can ask for "1990" glued to "s", or tell
//! "2018-06-08" from "2018 - 06 - 08".

use std::ops::Range;

use super::letters::{is_capital, is_small};
use super::{TextRange, words};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenClass {
    /// Letters of any script, with their combining marks.
    Letters,
    /// Decimal digits 0 to 9.
    Digits,
    /// One character that is neither letter, digit nor white space.
    Mark,
}

/// How the letters of a token are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterCase {
    /// No cased letter: digits, marks, scripts without case.
    None,
    /// "july"
    Lower,
    /// "July"; also a single capital such as "I".
    Capitalised,
    /// "JULY", two letters at least.
    Upper,
    /// "McCain", "iPhone"
    Mixed,
}

/// What stands before a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Nothing: the token is glued to the one before.
    Glued,
    /// White space on the same line, no-break spaces included.
    Space,
    /// A line end, or the start of the paragraph.
    Line,
}

/// One token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub range: TextRange,
    /// What it is made of.
    pub class: TokenClass,
    /// How its letters are written.
    pub case: LetterCase,
    /// What stands before it.
    pub gap: Gap,
}

impl Token {
    /// Whether the token follows the one before without white space.
    #[must_use]
    pub fn is_glued(&self) -> bool {
        self.gap == Gap::Glued
    }

    /// Whether the token is `word`, which is in lower case; the case of ASCII letters does not count.
    #[must_use]
    pub fn is(&self, text: &str, word: &str) -> bool {
        self.range.of(text).eq_ignore_ascii_case(word)
    }

    /// Whether the token is one of these marks.
    #[must_use]
    pub fn is_one_of(&self, text: &str, marks: &str) -> bool {
        self.class == TokenClass::Mark && begins_with(self.range.of(text), marks)
    }

    /// Whether the token is one of a list of words; the case of ASCII letters does not count.
    #[must_use]
    pub fn is_in(&self, text: &str, list: &str) -> bool {
        self.class != TokenClass::Mark && words::has(list, self.range.of(text))
    }
}

/// Whether the first character of `text` is one of `marks`.
#[must_use]
pub fn begins_with(text: &str, marks: &str) -> bool {
    text.chars().next().is_some_and(|first| is_one_of(first, marks))
}

/// Whether `character` is one of `marks`.
#[must_use]
pub fn is_one_of(character: char, marks: &str) -> bool {
    marks.chars().any(|mark| mark == character)
}

/// Which of `tokens` overlap `range`.
#[must_use]
#[inline(never)]
pub fn overlapping(tokens: &[Token], range: TextRange) -> Range<usize> {
    let first = tokens.partition_point(|token| token.range.end <= range.start);
    let end = tokens.partition_point(|token| token.range.start < range.end);
    first..end.max(first)
}

/// Reads the tokens of `text` within `range` into `out`, in order.
///
/// A range that does not lie on character bounds gives no tokens.
pub fn tokenize(text: &str, range: TextRange, out: &mut Vec<Token>) {
    let mut gap = Gap::Line;
    let mut rest = range.of(text);
    let mut at = range.start;
    while let Some(first) = rest.chars().next() {
        let length = if first.is_whitespace() {
            gap = match (gap, first) {
                (Gap::Line, _) | (_, '\n' | '\r' | '\u{2028}' | '\u{2029}') => Gap::Line,
                _ => Gap::Space,
            };
            first.len_utf8()
        } else {
            let class = class_of(first);
            let mut case = CaseReader { first_upper: is_capital(first), ..CaseReader::default() };
            let length = match class {
                TokenClass::Letters => letters(rest, &mut case),
                TokenClass::Digits => rest.bytes().take_while(u8::is_ascii_digit).count(),
                TokenClass::Mark => first.len_utf8(),
            };
            out.push(Token { range: TextRange::new(at, at + width(length)), class, case: case.finish(), gap });
            gap = Gap::Glued;
            length
        };
        at += width(length);
        rest = rest.get(length..).unwrap_or_default();
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a part of a range, whose ends are u32")]
fn width(length: usize) -> u32 {
    length as u32
}

/// Length in bytes of the run of letters that `rest` starts with; how it is written goes into `case`.
fn letters(rest: &str, case: &mut CaseReader) -> usize {
    let mut length = 0;
    // Most letters are ASCII, and need no look at the tables of Unicode.
    for byte in rest.bytes() {
        match byte {
            b'a'..=b'z' => case.lowers += 1,
            b'A'..=b'Z' => case.uppers += 1,
            0..=0x7f => return length,
            _ => break,
        }
        length += 1;
    }
    for c in rest.get(length..).unwrap_or_default().chars() {
        if class_of(c) != TokenClass::Letters && !is_combining(c) {
            break;
        }
        case.read(c);
        length += c.len_utf8();
    }
    length
}

fn class_of(c: char) -> TokenClass {
    match c {
        '0'..='9' => TokenClass::Digits,
        'a'..='z' | 'A'..='Z' => TokenClass::Letters,
        c if c.is_ascii() => TokenClass::Mark,
        c if c.is_alphabetic() => TokenClass::Letters,
        _ => TokenClass::Mark,
    }
}

/// Combining marks that follow a letter; the common blocks, so that "e" + U+0301 stays one token.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}' | '\u{200d}')
}

/// Counts letters and tells how the word is written.
#[derive(Default)]
struct CaseReader {
    first_upper: bool,
    uppers: u32,
    lowers: u32,
}

impl CaseReader {
    fn read(&mut self, c: char) {
        if is_small(c) {
            self.lowers += 1;
        } else if is_capital(c) {
            self.uppers += 1;
        }
    }

    fn finish(&self) -> LetterCase {
        match (self.uppers, self.lowers) {
            (0, 0) => LetterCase::None,
            (0, _) => LetterCase::Lower,
            (1, _) if self.first_upper => LetterCase::Capitalised,
            (_, 0) => LetterCase::Upper,
            _ => LetterCase::Mixed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<(&str, Gap)> {
        let mut out = Vec::new();
        tokenize(text, TextRange::new(0, u32::try_from(text.len()).unwrap()), &mut out);
        out.iter().map(|t| (t.range.of(text), t.gap)).collect()
    }

    #[test]
    fn letters_digits_and_marks_come_apart() {
        use Gap::{Glued, Line, Space};
        assert_eq!(
            pieces("the 1990s, it’s"),
            [("the", Line), ("1990", Space), ("s", Glued), (",", Glued), ("it", Space), ("’", Glued), ("s", Glued)]
        );
    }

    #[test]
    fn combining_marks_stay_with_their_letter() {
        assert_eq!(pieces("e\u{301}te\u{301} 5").len(), 2);
    }

    #[test]
    fn the_case_of_a_word_is_told() {
        use LetterCase::{Capitalised, Lower, Mixed, None, Upper};
        let text = "july July JULY McCain I 7";
        let mut out = Vec::new();
        tokenize(text, TextRange::new(0, 25), &mut out);
        assert_eq!(
            out.iter().map(|t| t.case).collect::<Vec<_>>(),
            [Lower, Capitalised, Upper, Mixed, Capitalised, None]
        );
    }
}
