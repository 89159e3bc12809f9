//! The scanner: one pass over the tokens, for every pair of marks news uses.
//!
//! It finds the outer stretches between marks; what is nested stays part of them. A quotation may stay open at the
//! end of a paragraph: reopened at the start of the next one, or closed up to three paragraphs later.

use crate::text::{LetterCase, ParagraphView, TextRange, Token, TokenClass};

use super::lexicon::{Class, class_of};

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
    /// Whether a closing mark was found.
    pub closed: bool,
}

impl Stretch {
    /// The stretch at `range`, marked by hand; marks at its ends are left out of its content.
    #[must_use]
    pub fn marked(text: &str, range: TextRange, paragraph: u32) -> Self {
        let is_mark = |c: &(usize, char)| !(c.1.is_whitespace() || glyph(c.1, false).is_some());
        let offset = |at: usize| range.start + u32::try_from(at).unwrap_or(0);
        let mut inside = range.of(text).char_indices().filter(is_mark).map(|(at, c)| (offset(at), offset(at + c.len_utf8())));
        let (first, last) = (inside.next(), inside.last());
        let start = first.map_or(range.end, |first| first.0);
        let content = TextRange::new(start, last.or(first).map_or(start, |last| last.1));
        Self { marks: range, content, run: u32::MAX, paragraph, family: Family::Double, closed: true }
    }
}

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

/// One mark as it stands.
#[derive(Clone, Copy, Debug)]
struct Glyph {
    /// Index of its first token within the paragraph.
    token: usize,
    /// How many tokens it takes: 2 for doubled apostrophes.
    width: usize,
    family: Family,
    /// Whether the glyph itself can open and close ("“" opens, unless it was mistyped).
    shape: Turn,
    /// Whether its place is that of an opening or of a closing mark.
    place: Turn,
    /// A number stands right before it: it may mean inches or minutes.
    after_digit: bool,
    /// Right after "=": a value in markup.
    after_equals: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    Open,
    Close,
    Either,
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
    run: u32,
    family: Family,
    /// Paragraphs since without any mark: part of the quotation, should it be closed further on.
    bare: Vec<Stretch>,
}

/// How many paragraphs without a mark an open quotation may run through.
const BARE_PARAGRAPHS: usize = 3;

impl Scanner {
    /// Reads one paragraph and adds its stretches to `found`, in text order. Gives how many earlier paragraphs turned
    /// out to be quoted as a whole; their stretches are among those added, first.
    pub fn scan(&mut self, view: ParagraphView<'_>, number: u32, found: &mut Vec<Stretch>) -> usize {
        let glyphs = glyphs(view);
        let mut pass = Pass { view, number, glyphs: &glyphs, at: 0, open: None };
        let mut quoted_before = 0;
        if let Some(mut carried) = self.carried.take() {
            let first = glyphs.iter().find(|glyph| glyph.family == carried.family);
            match first {
                None if carried.bare.len() < BARE_PARAGRAPHS => {
                    carried.bare.push(pass.whole(carried.run, carried.family));
                    self.carried = Some(carried);
                    return 0;
                }
                Some(first) if first.token == 0 && first.place != Turn::Close && carried.bare.is_empty() => {
                    pass.open = Some(Open { glyph: *first, run: carried.run });
                    pass.at = 1;
                }
                // Only who said it is left: “… the last ferry.\n Ana Ruiz, harbour master.”
                Some(first) if first.closes() && is_signature(view, first.token) => {}
                Some(first) if first.closes() && !first.after_digit => {
                    quoted_before = carried.bare.len();
                    found.append(&mut carried.bare);
                    pass.open = Some(Open { glyph: Glyph { token: 0, width: 0, ..*first }, run: carried.run });
                }
                _ => {}
            }
        }
        pass.read(&mut self.next_run, found);
        if let Some(open) = pass.open {
            self.carried = Some(Carried { run: open.run, family: open.glyph.family, bare: Vec::new() });
        }
        quoted_before
    }
}

impl Glyph {
    fn closes(&self) -> bool {
        self.shape != Turn::Open && self.place == Turn::Close
    }
}

#[derive(Clone, Copy)]
struct Open {
    glyph: Glyph,
    run: u32,
}

/// The pass over the marks of one paragraph.
struct Pass<'a> {
    view: ParagraphView<'a>,
    number: u32,
    glyphs: &'a [Glyph],
    at: usize,
    open: Option<Open>,
}

impl Pass<'_> {
    fn read(&mut self, next_run: &mut u32, found: &mut Vec<Stretch>) {
        let singles = SingleClosers::of(self.glyphs, self.view);
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
                None => {
                    if glyph.after_equals {
                        // A value in markup: its closing mark is the next one of the kind.
                        let rest = self.glyphs.iter().skip(index + 1).position(|other| other.family == glyph.family);
                        skip_to = rest.map_or(index, |by| index + by + 2);
                    } else if glyph.family == Family::Single {
                        if let Some(closer) = singles.of_opener(index) {
                            if let Some(end) = self.glyphs.get(closer) {
                                found.push(self.stretch(Open { glyph: *glyph, run: *next_run }, Some(*end)));
                                *next_run += 1;
                            }
                            skip_to = closer + 1;
                        }
                    } else if self.can_open(glyph) {
                        self.open = Some(Open { glyph: *glyph, run: *next_run });
                        *next_run += 1;
                        depth = 0;
                    }
                }
                Some(open) if glyph.family == open.glyph.family => {
                    let digit =
                        glyph.after_digit && (glyph.shape == Turn::Either && (closes > 0 || is_feet(self.view, glyph)));
                    let begins = match glyph.shape {
                        Turn::Open => glyph.place != Turn::Close,
                        Turn::Close => false,
                        Turn::Either => glyph.place == Turn::Open,
                    };
                    if digit {
                    } else if !begins && depth == 0 {
                        found.push(self.stretch(open, Some(*glyph)));
                        self.open = None;
                    } else if !begins {
                        depth -= 1;
                    } else if closes > opens + depth || glyph.shape == Turn::Either && glyph.place == Turn::Either {
                        depth += 1;
                    } else {
                        // The earlier one was never closed.
                        found.push(self.stretch_to(open, self.end_before(glyph.token), false));
                        self.open = Some(Open { glyph: *glyph, run: *next_run });
                        *next_run += 1;
                        depth = 0;
                    }
                }
                Some(_) => {}
            }
        }
        if let Some(open) = self.open {
            found.push(self.stretch_to(open, self.view.paragraph.range.end, false));
        }
    }

    fn can_open(&self, glyph: &Glyph) -> bool {
        match (glyph.shape, glyph.place) {
            (Turn::Open | Turn::Either, Turn::Open) | (Turn::Open, Turn::Either) => true,
            (Turn::Close, Turn::Open) => glyph.token + glyph.width < self.view.tokens.len(),
            (Turn::Either, Turn::Either) => !glyph.after_digit,
            _ => false,
        }
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

    fn whole(&self, run: u32, family: Family) -> Stretch {
        let range = self.view.paragraph.range;
        Stretch { marks: range, content: range, run, paragraph: self.number, family, closed: false }
    }

    fn stretch(&self, open: Open, close: Option<Glyph>) -> Stretch {
        let close_at = close.map_or(self.view.tokens.len(), |glyph| glyph.token);
        let mut stretch = self.stretch_to(open, self.end_before(close_at), true);
        if let Some(close) = close {
            stretch.marks.end = self.end_before(close.token + close.width);
        }
        stretch
    }

    fn stretch_to(&self, open: Open, end: u32, closed: bool) -> Stretch {
        let start = self.start_of(open.glyph.token);
        let inner = self.start_of(open.glyph.token + open.glyph.width).min(end);
        Stretch {
            marks: TextRange::new(start, end),
            content: TextRange::new(inner, end),
            run: open.run,
            paragraph: self.number,
            family: open.glyph.family,
            closed,
        }
    }
}

/// 6'2": a number, an apostrophe and a number before the mark.
fn is_feet(view: ParagraphView<'_>, glyph: &Glyph) -> bool {
    let before = glyph.token.checked_sub(2).and_then(|at| view.tokens.get(at));
    before.is_some_and(|token| matches!(mark(token, view.text), '\'' | '’'))
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

/// For each mark, the nearest closing single mark at or after it.
struct SingleClosers {
    /// Index of the closer an opener at this index would have.
    of: Vec<Option<usize>>,
}

impl SingleClosers {
    fn of(glyphs: &[Glyph], view: ParagraphView<'_>) -> Self {
        let mut of = vec![None; glyphs.len()];
        // (index, number of double marks after it), the nearest seen so far from the right
        let mut strong: Option<(usize, usize)> = None;
        let mut weak: Option<(usize, usize)> = None;
        let mut doubles = 0;
        for (index, glyph) in glyphs.iter().enumerate().rev() {
            if glyph.family == Family::Double {
                doubles += 1;
                continue;
            }
            if glyph.family != Family::Single {
                continue;
            }
            if opens_single(glyph, view) {
                let even = |found: Option<(usize, usize)>| found.is_some_and(|(_, then)| (doubles - then) % 2 == 0);
                let best = if even(strong) { strong } else { weak.filter(|_| even(weak)) };
                if let Some(slot) = of.get_mut(index) {
                    *slot = best.map(|(closer, _)| closer);
                }
                (strong, weak) = (None, None);
            }
            if glyph.closes() {
                if could_be_possessive(glyph, view) {
                    weak = Some((index, doubles));
                } else {
                    strong = Some((index, doubles));
                    weak = None;
                }
            }
        }
        Self { of }
    }

    fn of_opener(&self, index: usize) -> Option<usize> {
        self.of.get(index).copied().flatten()
    }
}

/// Whether a single mark can begin a quotation: not an elision such as '90s or 'em.
fn opens_single(glyph: &Glyph, view: ParagraphView<'_>) -> bool {
    let after = |by: usize| view.tokens.get(glyph.token + by);
    let Some(next) = after(1) else { return false };
    if glyph.shape == Turn::Close || glyph.place != Turn::Open {
        return false;
    }
    match next.class {
        TokenClass::Digits => !after(2).is_some_and(|token| token.is_glued() && token.range.of(view.text) == "s"),
        TokenClass::Letters => {
            let word = next.range.of(view.text);
            !class_of(word).is(Class::ELISION) || next.case != LetterCase::Lower
        }
        TokenClass::Mark => true,
    }
}

/// "the students' union": after an s, before a small letter.
fn could_be_possessive(glyph: &Glyph, view: ParagraphView<'_>) -> bool {
    let before = glyph.token.checked_sub(1).and_then(|at| view.tokens.get(at));
    let after = view.tokens.get(glyph.token + 1);
    before.is_some_and(|token| {
        token.class == TokenClass::Letters && token.range.of(view.text).ends_with(['s', 'z', 'S', 'n'])
    }) && after.is_some_and(|token| token.class != TokenClass::Mark)
}

/// The marks of a paragraph.
fn glyphs(view: ParagraphView<'_>) -> Vec<Glyph> {
    let mut glyphs: Vec<Glyph> = Vec::new();
    let mut skip = false;
    for (index, token) in view.tokens.iter().enumerate() {
        if skip || token.class != TokenClass::Mark {
            skip = false;
            continue;
        }
        let own = mark(token, view.text);
        let next = view.tokens.get(index + 1).filter(|next| next.is_glued());
        let doubled = next.is_some_and(|next| mark(next, view.text) == own);
        let Some((family, shape, width)) = glyph(own, doubled) else { continue };
        skip = width == 2;
        let before = index.checked_sub(1).and_then(|at| view.tokens.get(at)).filter(|_| token.is_glued());
        let after = view.tokens.get(index + width).filter(|next| next.is_glued());
        let after_open = glyphs
            .last()
            .is_some_and(|last| last.token + last.width == index && token.is_glued() && last.place == Turn::Open);
        let starts = !token.is_glued()
            || after_open
            || before.is_some_and(|token| {
                matches!(mark(token, view.text), '(' | '[' | '{' | '—' | '–' | '-' | '/' | '=' | '>' | '…')
            });
        let ends = after.is_none_or(|next| is_end(next, index + width, view));
        let place = match (starts, ends) {
            // A closing mark at the very start was meant to open: ”… he said".
            (true, true) if index == 0 => Turn::Open,
            (true, false) => Turn::Open,
            (false, true) => Turn::Close,
            _ => Turn::Either,
        };
        let letters_both = before.is_some_and(|t| t.class == TokenClass::Letters)
            && after.is_some_and(|t| t.class == TokenClass::Letters);
        if family == Family::Single && letters_both {
            continue;
        }
        glyphs.push(Glyph {
            token: index,
            width,
            family,
            shape,
            place,
            after_digit: width == 1 && before.is_some_and(|token| token.class == TokenClass::Digits),
            after_equals: before.is_some_and(|token| mark(token, view.text) == '='),
        });
    }
    glyphs
}

/// Whether `next`, glued to a mark, shows that the mark closes.
fn is_end(next: &Token, at: usize, view: ParagraphView<'_>) -> bool {
    let closer = mark(next, view.text);
    let after = view.tokens.get(at + 1);
    let runs_on = after.is_some_and(Token::is_glued);
    if matches!(closer, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '—' | '–' | '-' | '…' | '/' | '<' | '>')
    {
        // “…and then” and “--and” open although a mark follows.
        let dots = matches!(closer, '.' | '…' | '—' | '–' | '-');
        return !(dots
            && runs_on
            && after.is_some_and(|t| t.class != TokenClass::Mark || mark(t, view.text) == closer));
    }
    glyph(closer, false).is_some() && (!runs_on || after.is_some_and(|token| token.class == TokenClass::Mark))
}

/// Which mark `mark` is, and how many tokens it takes.
fn glyph(mark: char, doubled: bool) -> Option<(Family, Turn, usize)> {
    Some(match mark {
        '"' | '‟' | '＂' => (Family::Double, Turn::Either, 1),
        '“' | '„' => (Family::Double, Turn::Open, 1),
        '”' => (Family::Double, Turn::Close, 1),
        '«' | '»' => (Family::Guillemet, Turn::Either, 1),
        '「' | '『' => (Family::Corner, Turn::Open, 1),
        '」' | '』' => (Family::Corner, Turn::Close, 1),
        '\'' if doubled => (Family::Double, Turn::Either, 2),
        '`' | '‘' if doubled => (Family::Double, Turn::Open, 2),
        '’' if doubled => (Family::Double, Turn::Close, 2),
        '\'' => (Family::Single, Turn::Either, 1),
        '‘' | '‚' | '`' => (Family::Single, Turn::Open, 1),
        '’' => (Family::Single, Turn::Close, 1),
        _ => return None,
    })
}

/// The first character of a token: all of it, if it is a mark.
fn mark(token: &Token, text: &str) -> char {
    token.range.of(text).chars().next().unwrap_or(' ')
}
