//! Days, years and decades, in figures and in words.

use super::amounts::is_plural_noun;
use crate::detect::date::english::{Is, Which, Word};
use crate::detect::date::lex::Line;
use crate::detect::date::pattern::Parts;

/// Whether the digits at token `at` stand alone: no sum, no decimal, no part of a longer number or name.
pub(super) fn stands_alone(line: &Line, at: usize) -> bool {
    let glued_before = line.glued(at)
        && !matches!(
            line.before(at),
            Word::Open
                | Word::Apostrophe
                | Word::Dash
                | Word::Slash
                | Word::Other
                | Word::Comma
                | Word::Stop
                | Word::Colon
        );
    let digits_before = line.glued(at)
        && at >= 2
        && line.glued(at - 1)
        && line.word(at - 2) == Word::Digits
        && !matches!(line.before(at), Word::Dash | Word::Slash);
    let next = at + 1;
    let glued_after = line.glued(next)
        && match line.word(next) {
            Word::Comma | Word::Stop | Word::Colon => line.glued(next + 1) && line.word(next + 1) == Word::Digits,
            Word::Percent | Word::Money => true,
            Word::Other | Word::Is(_) | Word::Unit(_) | Word::Units(_) => {
                line.of(next).chars().next().is_some_and(char::is_alphabetic)
            }
            _ => false,
        };
    let money = matches!(line.before(at), Word::Money);
    !glued_before && !digits_before && !glued_after && !money
}

pub(super) fn day(line: &Line, at: usize, parts: &mut Parts, ending: bool) -> Option<usize> {
    let next = at + 1;
    let (day, end) = match line.word(at) {
        Word::Digits => {
            let (1 | 2, day) = line.digits(at)? else { return None };
            let th = is_ending(line, next);
            if !th && (ending || !stands_alone(line, at)) {
                return None;
            }
            (u8::try_from(day).ok()?, if th { next + 1 } else { next })
        }
        _ => spelled_ordinal(line, at)?,
    };
    parts.fields.day = Some(day);
    (1..=31).contains(&day).then_some(end)
}

/// Whether token `at` makes the digits before it an ordinal: "8th".
fn is_ending(line: &Line, at: usize) -> bool {
    line.glued(at) && matches!(line.word(at), Word::Is(Is::St | Is::Nd | Is::Rd | Is::Th))
}

/// "second", "eighth", "twenty-first"
fn spelled_ordinal(line: &Line, at: usize) -> Option<(u8, usize)> {
    let next = at + 1;
    match line.word(at) {
        Word::Ordinal(number) => Some((number, next)),
        Word::Is(Is::Second) => Some((2, next)),
        Word::Number(tens @ (20 | 30)) => {
            let hyphen = usize::from(line.word(next) == Word::Dash && line.glued(next));
            let Word::Ordinal(ones @ 1..=9) = line.word(next + hyphen) else { return None };
            Some((tens + ones, next + hyphen + 1))
        }
        _ => None,
    }
}

pub(super) fn ordinal(line: &Line, at: usize, parts: &mut Parts) -> Option<usize> {
    let next = at + 1;
    let (ordinal, end) = match line.word(at) {
        Word::Is(Is::Final) | Word::Which(Which::Last) => (0, next),
        Word::Is(Is::Opening) => (1, next),
        Word::Digits => (u8::try_from(line.digits(at)?.1).ok().filter(|_| is_ending(line, next))?, next + 1),
        _ => spelled_ordinal(line, at)?,
    };
    parts.ordinal = Some(ordinal);
    Some(end)
}

pub(super) fn year(line: &Line, at: usize, parts: &mut Parts) -> Option<usize> {
    let (4, year) = line.digits(at)? else { return None };
    let year = u16::try_from(year).ok().filter(|year| (1000..2200).contains(year))?;
    if !stands_alone(line, at) {
        return None;
    }
    parts.fields.year = Some(year);
    Some(at + 1)
}

/// A year that stands alone: the words beside it must not make it a number of things.
pub(super) fn lone_year(line: &Line, at: usize, parts: &mut Parts) -> Option<usize> {
    let end = year(line, at, parts)?;
    if is_in_number(line, at) {
        return None;
    }
    let year = parts.fields.year?;
    if line.glued(at) && matches!(line.before(at), Word::Dash | Word::Slash | Word::Colon | Word::Stop | Word::Comma) {
        // "DC-1989", "A/1990": a name; "1992-1995" and "1994/1995": years.
        let range = at >= 2 && line.glued(at - 1) && line.word(at - 2) == Word::Digits;
        let prefix = line.word(at.saturating_sub(2));
        if !range && !matches!(prefix, Word::Edge(_) | Word::Is(_)) {
            return None;
        }
    }
    let led = matches!(
        line.before(at),
        Word::Is(
            Is::In
                | Is::Since
                | Is::Until
                | Is::Till
                | Is::From
                | Is::By
                | Is::During
                | Is::Through
                | Is::Before
                | Is::After
                | Is::Of
                | Is::Circa
                | Is::Between
                | Is::Around
        ) | Word::Edge(_)
            | Word::Open
            | Word::Dash
    );
    let counted = matches!(line.word(end), Word::Units(_) | Word::Power(_) | Word::Percent)
        || is_plural_noun(line, end)
        || matches!(
            line.before(at),
            Word::Is(
                Is::About | Is::Nearly | Is::Almost | Is::Some | Is::Approximately | Is::Roughly | Is::Than | Is::Least
            )
        );
    let recent = (1800..=2050).contains(&year);
    let fits = if led { !(counted && (year % 50 == 0 || !recent)) } else { recent && !counted };
    fits.then_some(end)
}

/// Whether the digits at token `at` are joined to others that make no range of years: "555-1990", "2018-4".
pub(super) fn is_in_number(line: &Line, at: usize) -> bool {
    let joined = |dash: usize| line.word(dash) == Word::Dash && line.glued(dash) && line.glued(dash + 1);
    let length = |at: usize| line.digits(at).map(|(length, _)| length);
    let before = at >= 2 && joined(at - 1) && length(at - 2).is_some_and(|length| length != 4);
    before || (joined(at + 1) && length(at + 2).is_some_and(|length| !matches!(length, 2 | 4)))
}

pub(super) fn short_year(line: &Line, at: usize, parts: &mut Parts) -> Option<usize> {
    let (2, number) = line.digits(at + 1)? else { return None };
    let quoted = line.word(at + 2) == Word::Apostrophe && line.glued(at + 2);
    if line.word(at) != Word::Apostrophe || !line.glued(at + 1) || line.glued(at) || quoted {
        return None;
    }
    if line.glued(at + 2) && line.is(at + 2, Is::S) || matches!(line.word(at + 2), Word::Units(_)) {
        return None;
    }
    parts.fields.year = Some(full_year(number));
    Some(at + 2)
}

/// The year of two digits: up to 39 in this century.
#[must_use]
pub fn full_year(number: u32) -> u16 {
    let number = u16::try_from(number).unwrap_or(0);
    if number < 40 { 2000 + number } else { 1900 + number }
}

pub(super) fn decade(line: &Line, at: usize, parts: &mut Parts) -> Option<usize> {
    if let Word::Tens(tens) = line.word(at) {
        parts.fields.decade = Some(190 + u16::from(tens));
        return Some(at + 1);
    }
    let apostrophe = usize::from(line.word(at) == Word::Apostrophe && line.glued(at + 1));
    let (length, number) = line.digits(at + apostrophe)?;
    let mut end = at + apostrophe + 1;
    if line.word(end) == Word::Apostrophe && line.glued(end) {
        end += 1;
    }
    if !(line.is(end, Is::S) && line.glued(end)) || number % 10 != 0 || matches!(line.before(at), Word::Money) {
        return None;
    }
    let number = u16::try_from(number).ok()?;
    parts.fields.decade = Some(match length {
        2 if number >= 20 && (apostrophe == 1 || matches!(line.before(at), Word::Is(Is::The) | Word::Edge(_))) => {
            190 + number / 10
        }
        4 if (1000..2200).contains(&number) && apostrophe == 0 => number / 10,
        _ => return None,
    });
    Some(end + 1)
}

/// "nineteen ninety-six", "two thousand", "two thousand and five"
pub(super) fn spelled_year(line: &Line, at: usize, parts: &mut Parts) -> Option<usize> {
    let (year, end) = match (line.word(at), line.word(at + 1)) {
        (Word::Number(century @ (16..=20)), Word::Number(tens @ (10..=99))) => {
            let dash = usize::from(line.word(at + 2) == Word::Dash && line.glued(at + 2));
            let ones = match line.word(at + 2 + dash) {
                Word::Number(ones @ 1..=9) if tens >= 20 => Some(ones),
                _ => None,
            };
            let end = if ones.is_some() { at + 3 + dash } else { at + 2 };
            (u16::from(century) * 100 + u16::from(tens) + u16::from(ones.unwrap_or(0)), end)
        }
        (Word::Number(2), Word::Power(3)) => {
            let and = usize::from(line.is(at + 2, Is::And));
            match line.word(at + 2 + and) {
                Word::Number(ones) => (2000 + u16::from(ones), at + 3 + and),
                _ => (2000, at + 2),
            }
        }
        _ => return None,
    };
    parts.fields.year = Some(year);
    Some(end)
}
