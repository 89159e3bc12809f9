//! The longest expression that begins at a token: one rule, what stands before it, and what it is joined with.

use super::english::{English, Is, Word};
use super::lex::{Lexeme, Line};
use super::pattern::{Item, Parts};
use super::ranges;
use super::reading::{Base, Level, Reading, What};
use super::unit::Unit;
use crate::text::TextRange;

/// An expression in a paragraph.
#[derive(Clone, Copy, Debug)]
pub struct Phrase {
    /// Its first token.
    pub start: usize,
    /// The token after it.
    pub end: usize,
    /// What it says.
    pub reading: Reading,
    /// The name of the rule that read it.
    pub name: &'static str,
}

impl Phrase {
    /// Where it stands.
    #[must_use]
    pub fn range(&self, line: &Line) -> Option<TextRange> {
        let first = line.lexemes.get(self.start)?.token.range;
        let last = line.lexemes.get(self.end.checked_sub(1)?)?.token.range;
        Some(first.cover(last))
    }
}

/// The next token from `at` on that an expression can begin with, as it and the token after it show.
#[must_use]
pub fn next(line: &Line, at: usize) -> Option<usize> {
    let rest = line.lexemes.get(at..)?;
    let index = &English::get().index;
    let begins = |(step, lexeme): (usize, &Lexeme)| {
        let (first, at) = (lexeme.word, at + step);
        if first == Word::Other {
            return false;
        }
        // Asked of every token, so it is looked at here.
        let second = rest.get(step + 1).map_or(Word::Other, |lexeme| lexeme.word);
        if first == Word::Digits && second == Word::Other {
            // A year, or the end of a range: "June 8 to 10".
            return lexeme.token.range.len() == 4 || ranges::joins(line, at.wrapping_sub(1), true);
        }
        index.begins(first, second) || (prefixes(first) && is_prefixed(first, second)) || ends_range(line, at)
    };
    rest.iter().enumerate().position(begins).map(|step| at + step)
}

/// Whether digits at token `at` may be the end of a range, or the day that begins one: "8 to 10 June".
fn ends_range(line: &Line, at: usize) -> bool {
    line.word(at) == Word::Digits
        && (ranges::joins(line, at.wrapping_sub(1), true) || ranges::joins(line, at + 1, true))
}

/// Whether `first`, which can stand before an expression, does so before `second`.
fn is_prefixed(first: Word, second: Word) -> bool {
    match first {
        Word::Is(Is::The) => matches!(second, Word::Edge(_) | Word::EdgeOf(_) | Word::Is(Is::Very)),
        Word::EdgeOf(_) => second == Word::Is(Is::Of),
        _ => second == Word::Dash || !English::get().index.rules(second).is_empty(),
    }
}

/// Whether an expression can begin with `word` before its rule begins.
fn prefixes(word: Word) -> bool {
    matches!(word, Word::Edge(_) | Word::EdgeOf(_) | Word::Is(Is::The | Is::About | Is::Around))
}

/// Reads the longest expression from token `at`.
#[must_use]
pub fn read(line: &Line, at: usize) -> Option<Phrase> {
    let plain = core(line, at).map(|phrase| join(line, phrase));
    let prefixed = prefixed(line, at);
    let best = match (plain, prefixed) {
        (Some(plain), Some(prefixed)) => Some(if prefixed.end > plain.end { prefixed } else { plain }),
        (plain, prefixed) => plain.or(prefixed),
    };
    best.filter(|phrase| !is_part_of_something_else(line, phrase))
}

/// "the first quarter of the match", "the second half of the game": parts of what is not on the calendar.
fn is_part_of_something_else(line: &Line, phrase: &Phrase) -> bool {
    let fields = &phrase.reading.fields;
    let part = fields.quarter.is_some() || fields.half.is_some();
    let of = line.is(phrase.end, Is::Of)
        && matches!(line.word(phrase.end + 1), Word::Is(Is::The | Is::A | Is::An | Is::Their | Is::His | Is::Her));
    part && fields.year.is_none() && phrase.reading.base == Base::Open && of
}

/// "early", "the end of", "about" before a point.
fn prefixed(line: &Line, at: usize) -> Option<Phrase> {
    if !prefixes(line.word(at)) {
        return None;
    }
    let mut parts = Parts::default();
    let items: &'static [Item] =
        &[Item::Any(&[Item::EdgeOf, Item::Seq(&[Item::Opt(&Item::Is(Is::The)), Item::Edge]), Item::Approx])];
    let next = Item::read_all(items, line, at, &mut parts)?;
    let mut inner = core(line, next).map(|phrase| join(line, phrase))?;
    let fits = inner.reading.what == What::Point && inner.reading.modifier.is_none();
    (inner.start, inner.reading.modifier) = (at, parts.modifier);
    fits.then_some(inner)
}

/// What the rule says that reads the most.
fn core(line: &Line, at: usize) -> Option<Phrase> {
    let mut best: Option<Phrase> = None;
    let second = line.word(at + 1);
    for entry in English::get().index.rules(line.word(at)) {
        if !entry.takes(second) {
            continue;
        }
        let rule = entry.rule;
        let mut parts = Parts::default();
        let Some(end) = Item::read_all(rule.pattern, line, at, &mut parts) else { continue };
        if best.is_some_and(|best| best.end >= end) || end <= at {
            continue;
        }
        let mut reading = Reading::of(&parts);
        if (rule.read)(&parts, &mut reading).is_some() {
            best = Some(Phrase { start: at, end, reading, name: rule.name });
        }
    }
    best
}

/// Takes in what follows where both are one expression: "noon" + "yesterday", "Friday" + "morning", "June" + "last year".
fn join(line: &Line, mut phrase: Phrase) -> Phrase {
    // Never more than a handful of levels to join.
    for _ in 0..4 {
        if join_once(line, &mut phrase).is_none() {
            break;
        }
    }
    phrase
}

fn join_once(line: &Line, phrase: &mut Phrase) -> Option<()> {
    if phrase.reading.what != What::Point {
        return None;
    }
    let (low, high) = phrase.reading.levels()?;
    let end = phrase.end;
    if let Word::Part(part) = line.word(end) {
        let takes = low == Level::Day && !matches!(phrase.reading.base, Base::Moved { .. });
        return takes.then(|| {
            phrase.reading.fields.part = Some(part);
            phrase.end += 1;
        });
    }
    let (skip, comma) = match line.word(end) {
        Word::Comma => (1, true),
        Word::Is(Is::Of) => (1, false),
        Word::Is(Is::On) if high <= Level::Part => (1, false),
        Word::Apostrophe if line.glued(end) && line.is(end + 1, Is::S) => (2, false),
        _ => (0, false),
    };
    let genitive = skip == 2;
    let next = core(line, end + skip)?;
    let (other_low, other_high) = next.reading.levels()?;
    let fits = if genitive {
        // "last year's third quarter"
        matches!(phrase.reading.base, Base::Shift { unit: Unit::Year, .. }) && next.reading.fields.quarter.is_some()
    } else if comma {
        high <= Level::Part && other_low == Level::Day
    } else if skip == 1 {
        high < other_low
    } else {
        let day_and_time =
            (low == Level::Day && other_high <= Level::Part) || (high <= Level::Part && other_low == Level::Day);
        let hangs = matches!(next.reading.base, Base::Shift { unit: Unit::Week | Unit::Year, .. });
        day_and_time || (hangs && high < other_low)
    };
    if !fits || next.reading.modifier.is_some() && skip == 0 && high >= Level::Day {
        return None;
    }
    (phrase.reading, phrase.end) = (phrase.reading.joined(next.reading)?, next.end);
    Some(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::detect::date::english::every_rule;
    use crate::detect::date::lex;
    use crate::detect::date::testing::PIECES;
    use crate::text::token;

    /// What the rule says that reads the most, when every rule is tried.
    fn core_of_all(line: &Line, at: usize) -> Option<(usize, Reading)> {
        let mut best: Option<(usize, Reading)> = None;
        for rule in every_rule() {
            let mut parts = Parts::default();
            let Some(end) = Item::read_all(rule.pattern, line, at, &mut parts) else { continue };
            let mut reading = Reading::of(&parts);
            if end > best.map_or(at, |(end, _)| end) && (rule.read)(&parts, &mut reading).is_some() {
                best = Some((end, reading));
            }
        }
        best
    }

    proptest! {
        #[test]
        fn no_rule_that_reads_the_most_is_passed_over(
            pieces in prop::collection::vec((prop::sample::select(PIECES), any::<bool>()), 0..40),
        ) {
            let text: String =
                pieces.iter().flat_map(|(piece, glued)| [*piece, if *glued { "" } else { " " }]).collect();
            let (mut tokens, mut lexemes) = (Vec::new(), Vec::new());
            token::tokenize(&text, TextRange::new(0, u32::try_from(text.len()).unwrap()), &mut tokens);
            lex::classify(&text, &tokens, &mut lexemes);
            let line = &Line { text: &text, lexemes: &lexemes, day_first: false };
            for at in 0..lexemes.len() {
                let found = core(line, at).map(|phrase| (phrase.end, phrase.reading));
                prop_assert_eq!(found, core_of_all(line, at), "at token {} of {}", at, text);
                let read = read(line, at).is_some();
                prop_assert!(!read || next(line, at) == Some(at), "token {} of {} is passed over", at, text);
            }
        }
    }
}
