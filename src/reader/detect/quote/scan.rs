//! The scanner: one pass over the tokens, for every pair of marks news uses.
//!
//! It finds the outer stretches between marks; what is nested stays part of them. A quotation may stay open at the
//! end of a paragraph: reopened at the start of the next one, or closed up to three paragraphs later.

use crate::text::{LetterCase, ParagraphView, TextRange, Token, TokenClass};

use super::lexicon::{Class, class_of};
use super::mark::{Family, Glyph, Signs, Turn, glyph, sign};

/// One stretch between marks, within one paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The stretch with its marks.
    pub marks: TextRange,
    /// The stretch without them.
    pub content: TextRange,
    /// Number of the quotation it belongs to: stretches that go on over paragraphs share it.
    pub run: u32,
    /// Number of the paragraph.
    pub paragraph: u32,
    /// Which kind of mark opened it.
    pub family: Family,
}

impl Stretch {
    /// The stretch at `range`, marked by hand; marks at its ends are left out of its content.
    #[must_use]
    pub fn marked(view: ParagraphView<'_>, range: TextRange, paragraph: u32) -> Self {
        let mut content = TextRange::new(range.end, range.end);
        for token in view.tokens.iter().filter(|token| range.overlaps(token.range)) {
            if glyph(sign(token, view.text), false).is_none() {
                content.start = content.start.min(token.range.start.max(range.start));
                content.end = token.range.end.min(range.end);
            }
        }
        Self { marks: range, content, run: u32::MAX, paragraph, family: Family::Double }
    }
}

/// Finds stretches paragraph by paragraph; carries what is still open.
#[derive(Debug, Default)]
pub struct Scanner {
    next_run: u32,
    carried: Option<Carried>,
}

/// A quotation open at the end of a paragraph.
#[derive(Debug)]
struct Carried {
    /// Its stretch in that paragraph.
    open: Stretch,
    /// Paragraphs since without any mark: part of the quotation, should it be closed further on.
    bare: Vec<Stretch>,
}

/// How many paragraphs without a mark an open quotation may run through.
const BARE_PARAGRAPHS: usize = 3;

impl Scanner {
    /// Number of the first paragraph of which it is not known yet whether it is quoted as a whole.
    #[must_use]
    pub fn undecided(&self) -> Option<u32> {
        self.carried.as_ref()?.bare.first().map(|stretch| stretch.paragraph)
    }

    /// Reads one paragraph and adds its stretches to `found`, in text order: first those of earlier paragraphs that turn
    /// out to be quoted as a whole.
    pub fn scan(&mut self, view: ParagraphView<'_>, number: u32, found: &mut Vec<Stretch>) {
        let signs = Signs { view };
        let glyphs = signs.glyphs();
        let mut pass = Pass { view, signs, number, glyphs: &glyphs, at: 0, open: None };
        if let Some(mut carried) = self.carried.take() {
            let first = glyphs.iter().find(|glyph| glyph.family == carried.open.family);
            // This paragraph, as a whole a part of it.
            let range = view.paragraph.range;
            let part = Stretch { marks: range, content: range, paragraph: number, ..carried.open };
            match first {
                None if carried.bare.len() < BARE_PARAGRAPHS => {
                    carried.bare.push(part);
                    self.carried = Some(carried);
                    return;
                }
                Some(first) if first.token == 0 && first.place != Turn::Close && carried.bare.is_empty() => {
                    pass.begin(first, part.run);
                    pass.at = 1;
                }
                // Only who said it is left: “… the last ferry.\n Ana Ruiz, harbour master.”
                Some(first) if first.closes() && is_signature(view, first.token) => {}
                Some(first) if first.closes() && !first.after_digit() => {
                    found.append(&mut carried.bare);
                    pass.open = Some(part);
                }
                _ => {}
            }
        }
        pass.read(&mut self.next_run, found);
        self.carried = pass.open.map(|open| Carried { open, bare: Vec::new() });
    }
}

/// The pass over the marks of one paragraph.
struct Pass<'a> {
    view: ParagraphView<'a>,
    signs: Signs<'a>,
    number: u32,
    glyphs: &'a [Glyph],
    at: usize,
    /// What is open, as far as it goes.
    open: Option<Stretch>,
}

impl Pass<'_> {
    fn read(&mut self, next_run: &mut u32, found: &mut Vec<Stretch>) {
        // Marks that can only open or only close, from here to the end of the paragraph.
        let mut opens = self.glyphs.iter().filter(|g| g.family == Family::Double && g.shape == Turn::Open).count();
        let mut closes = self.glyphs.iter().filter(|g| g.family == Family::Double && g.closes()).count();
        let mut depth = 0_usize;
        let mut skip_to = 0;
        for (index, glyph) in self.glyphs.iter().enumerate() {
            let is_double = glyph.family == Family::Double;
            opens -= usize::from(is_double && glyph.shape == Turn::Open);
            closes -= usize::from(is_double && glyph.closes());
            if index < self.at || index < skip_to {
                continue;
            }
            match self.open {
                // A value in markup: its closing mark is the next one of the kind.
                None if glyph.before == '=' => {
                    let rest = self.glyphs.iter().skip(index + 1).position(|other| other.family == glyph.family);
                    skip_to = rest.map_or(index, |by| index + by + 2);
                }
                None if glyph.family == Family::Single => {
                    if let Some(end) = self.glyphs.get(glyph.closer) {
                        self.begin_new(glyph, next_run);
                        self.end(end.token, end.width, found);
                        skip_to = glyph.closer + 1;
                    }
                }
                None if glyph.opens() => {
                    self.begin_new(glyph, next_run);
                    depth = 0;
                }
                Some(open) if glyph.family == open.family => {
                    let inches = glyph.after_digit()
                        && (glyph.shape == Turn::Either || closes > opens + depth)
                        && self.signs.is_feet(glyph);
                    let begins = match glyph.shape {
                        Turn::Open => glyph.place != Turn::Close,
                        Turn::Close => false,
                        Turn::Either => glyph.place == Turn::Open,
                    };
                    if inches {
                    } else if !begins && depth == 0 {
                        self.end(glyph.token, glyph.width, found);
                    } else if !begins {
                        depth -= 1;
                    } else if closes > opens + depth || glyph.shape == Turn::Either && glyph.place == Turn::Either {
                        depth += 1;
                    } else {
                        // The earlier one was never closed.
                        self.end(glyph.token, 0, found);
                        self.begin_new(glyph, next_run);
                        depth = 0;
                    }
                }
                _ => {}
            }
        }
        let open = self.open;
        self.end(self.view.tokens.len(), 0, found);
        self.open = open;
    }

    /// Opens another quotation at `glyph`.
    #[inline(never)]
    fn begin_new(&mut self, glyph: &Glyph, next_run: &mut u32) {
        self.begin(glyph, *next_run);
        *next_run += 1;
    }

    /// Opens a stretch of quotation number `run` at `glyph`.
    fn begin(&mut self, glyph: &Glyph, run: u32) {
        let end = self.view.paragraph.range.end;
        let marks = TextRange::new(self.start_of(glyph.token), end);
        let content = TextRange::new(self.start_of(glyph.token + glyph.width), end);
        self.open = Some(Stretch { marks, content, run, paragraph: self.number, family: glyph.family });
    }

    /// Closes what is open, if anything is, before token number `token`; the closing mark takes `width` tokens.
    #[inline(never)]
    fn end(&mut self, token: usize, width: usize, found: &mut Vec<Stretch>) {
        let Some(mut stretch) = self.open.take() else { return };
        let end = self.end_before(token);
        stretch.content = TextRange::new(stretch.content.start.min(end), end);
        stretch.marks.end = self.end_before(token + width);
        found.push(stretch);
    }

    fn start_of(&self, token: usize) -> u32 {
        self.view.tokens.get(token).map_or(self.view.paragraph.range.end, |token| token.range.start)
    }

    fn end_before(&self, token: usize) -> u32 {
        token
            .checked_sub(1)
            .and_then(|before| self.view.tokens.get(before))
            .map_or(self.view.paragraph.range.start, |token| token.range.end)
    }
}

/// The most words a signature may have.
const SIGNATURE: usize = 10;

/// Whether the words before the mark at `end`, the last of the paragraph, are a name and what its bearer is.
fn is_signature(view: ParagraphView<'_>, end: usize) -> bool {
    let (before, after) = view.tokens.split_at_checked(end).unwrap_or_default();
    let mut words = before.iter().filter(|token| token.class == TokenClass::Letters);
    let names = |token: &Token| {
        token.case != LetterCase::Lower && !class_of(token.range.of(view.text)).is(Class::SMALL.or(Class::TIME))
    };
    let verb = Class::AUXILIARY.or(Class::PRONOUN).or(Class::SAYING);
    after.len() <= 2
        && words.clone().count() <= SIGNATURE
        && words.clone().take(2).filter(|token| names(token)).count() == 2
        && !words.any(|token| class_of(token.range.of(view.text)).is(verb))
}
