//! Quotation marks: which characters they are, and whether their place is that of an opening or of a closing one.

use crate::text::token::is_one_of;
use crate::text::{LetterCase, ParagraphView, Token, TokenClass};

use super::lexicon::{Class, class_of};

/// Kinds of marks that close one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Curly, straight, low, doubled apostrophes or grave accents.
    Double,
    /// One apostrophe or single quotation mark.
    Single,
    /// Guillemets.
    Guillemet,
    /// Corner brackets.
    Corner,
}

/// What a mark can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Only open.
    Open,
    /// Only close.
    Close,
    /// Both.
    Either,
}

/// One mark as it stands.
#[derive(Clone, Copy, Debug)]
pub struct Glyph {
    /// Index of its first token within the paragraph.
    pub token: usize,
    /// How many tokens it takes: 2 for doubled apostrophes.
    pub width: usize,
    /// Which marks it belongs with.
    pub family: Family,
    /// Whether the glyph itself can open and close ("“" opens, unless it was mistyped).
    pub shape: Turn,
    /// Whether its place is that of an opening or of a closing mark.
    pub place: Turn,
    /// What stands right before it: '0' for a number (it may mean inches or minutes), '=' in markup.
    pub before: char,
    /// Of a single mark that can open, the index of the mark that would close it; beyond the last where there is none.
    pub closer: usize,
}

impl Glyph {
    /// Whether it can close a quotation.
    #[must_use]
    pub fn closes(&self) -> bool {
        self.shape != Turn::Open && self.place == Turn::Close
    }

    /// Whether it can begin one.
    #[must_use]
    pub fn opens(&self) -> bool {
        match self.place {
            Turn::Open => true,
            Turn::Close => false,
            Turn::Either => self.shape == Turn::Open || self.shape == Turn::Either && !self.after_digit(),
        }
    }

    /// Whether a number stands right before it.
    #[must_use]
    pub fn after_digit(&self) -> bool {
        self.width == 1 && self.before == '0'
    }
}

/// What a token is to the marks beside it: itself if it is a mark, else 'a' for letters and '0' for digits.
#[must_use]
pub fn sign(token: &Token, text: &str) -> char {
    match token.class {
        TokenClass::Letters => 'a',
        TokenClass::Digits => '0',
        TokenClass::Mark => token.range.of(text).chars().next().unwrap_or(' '),
    }
}

/// The tokens of a paragraph, as the marks among them see them.
#[derive(Clone, Copy)]
pub struct Signs<'a> {
    /// The paragraph.
    pub view: ParagraphView<'a>,
}

impl<'a> Signs<'a> {
    /// The sign of token number `at`; beyond the bounds, a blank.
    #[must_use]
    #[inline(never)]
    pub fn at(&self, at: usize) -> char {
        self.view.tokens.get(at).map_or(' ', |token| sign(token, self.view.text))
    }

    /// The sign of token number `at`; a blank where white space stands before it.
    #[must_use]
    #[inline(never)]
    pub fn glued(&self, at: usize) -> char {
        if self.view.tokens.get(at).is_some_and(Token::is_glued) { self.at(at) } else { ' ' }
    }

    fn word(&self, at: usize) -> &'a str {
        self.view.tokens.get(at).map(|token| token.range.of(self.view.text)).unwrap_or_default()
    }

    /// The marks of the paragraph.
    #[must_use]
    pub fn glyphs(&self) -> Vec<Glyph> {
        let mut glyphs: Vec<Glyph> = Vec::new();
        let mut token = 0;
        while token < self.view.tokens.len() {
            let own = self.at(token);
            let Some((family, shape, width)) = glyph(own, self.glued(token + 1) == own) else {
                token += 1;
                continue;
            };
            let glued = self.glued(token) != ' ';
            let before = if glued { self.at(token.wrapping_sub(1)) } else { ' ' };
            let after = self.glued(token + width);
            let after_open =
                glued && glyphs.last().is_some_and(|last| last.token + last.width == token && last.place == Turn::Open);
            let starts = after_open || is_one_of(before, " ([{—–-/=>…\u{200b}\u{200e}\u{202a}");
            let place = match (starts, after == ' ' || self.is_end(token + width)) {
                // A closing mark at the very start was meant to open: ”… he said".
                (true, true) if token == 0 => Turn::Open,
                (true, false) => Turn::Open,
                (false, true) => Turn::Close,
                _ => Turn::Either,
            };
            if !(family == Family::Single && before == 'a' && after == 'a') {
                glyphs.push(Glyph { token, width, family, shape, place, before, closer: usize::MAX });
            }
            token += width;
        }
        self.pair_singles(&mut glyphs);
        glyphs
    }

    /// Finds the closers of the single marks.
    fn pair_singles(&self, glyphs: &mut [Glyph]) {
        // The nearest seen so far from the right, and the nearest that may be a possessive's.
        let (mut strong, mut weak) = (usize::MAX, usize::MAX);
        for (index, glyph) in glyphs.iter_mut().enumerate().rev() {
            if glyph.family == Family::Single {
                if self.opens_single(glyph) {
                    glyph.closer = if strong == usize::MAX { weak } else { strong };
                    (strong, weak) = (usize::MAX, usize::MAX);
                }
                if glyph.closes() {
                    if self.could_be_possessive(glyph) {
                        weak = index;
                    } else {
                        (strong, weak) = (index, usize::MAX);
                    }
                }
            }
        }
    }

    /// Whether the token at `at`, glued to a mark, shows that the mark closes.
    fn is_end(&self, at: usize) -> bool {
        let (closer, after) = (self.at(at), self.glued(at + 1));
        let word_follows = matches!(after, 'a' | '0');
        if is_one_of(closer, ".…—–-") {
            // “…and then” and “--and” open although a mark follows.
            !(word_follows || after == closer)
        } else {
            is_one_of(closer, ",;:!?)]}/<>") || glyph(closer, false).is_some() && !word_follows
        }
    }

    /// Whether a single mark can begin a quotation: not an elision such as '90s or 'em.
    fn opens_single(&self, glyph: &Glyph) -> bool {
        let next = glyph.token + 1;
        glyph.shape != Turn::Close
            && glyph.place == Turn::Open
            && match self.at(next) {
                '0' => !(self.glued(next + 1) == 'a' && self.word(next + 1) == "s"),
                'a' => {
                    let small = self.view.tokens.get(next).is_some_and(|token| token.case == LetterCase::Lower);
                    !(small && class_of(self.word(next)).is(Class::ELISION))
                }
                _ => next < self.view.tokens.len(),
            }
    }

    /// "the students' union": after an s, before a word.
    fn could_be_possessive(&self, glyph: &Glyph) -> bool {
        let before = glyph.token.wrapping_sub(1);
        self.at(before) == 'a'
            && matches!(self.word(before).as_bytes().last(), Some(b's' | b'z' | b'S' | b'n'))
            && matches!(self.at(glyph.token + 1), 'a' | '0')
    }

    /// 6'2": a number, an apostrophe and a number before the mark.
    #[must_use]
    pub fn is_feet(&self, glyph: &Glyph) -> bool {
        matches!(self.at(glyph.token.wrapping_sub(2)), '\'' | '’')
    }
}

/// Which mark `mark` is, and how many tokens it takes.
#[must_use]
pub fn glyph(mark: char, doubled: bool) -> Option<(Family, Turn, usize)> {
    let width = if doubled && matches!(mark, '\'' | '`' | '‘' | '’') { 2 } else { 1 };
    let family = match mark {
        '«' | '»' => Family::Guillemet,
        '「' | '『' | '」' | '』' => Family::Corner,
        '\'' | '‘' | '‚' | '`' | '’' if width == 1 => Family::Single,
        '"' | '‟' | '＂' | '“' | '„' | '”' | '\'' | '‘' | '`' | '’' => Family::Double,
        _ => return None,
    };
    let shape = match mark {
        '“' | '„' | '「' | '『' | '‘' | '‚' | '`' => Turn::Open,
        '”' | '」' | '』' | '’' => Turn::Close,
        _ => Turn::Either,
    };
    Some((family, shape, width))
}
