//! Numbers of units, how exact they are, and counts of other things that look like them.

use crate::detect::date::english::{Is, Word};
use crate::detect::date::lex::Line;
use crate::detect::date::number;
use crate::detect::date::pattern::Parts;
use crate::detect::date::reading::Amount;
use crate::detect::date::unit::{Modifier, Unit};
use crate::text::{LetterCase, words};

pub(super) fn amount(line: &Line, at: usize, parts: &mut Parts) -> Option<usize> {
    if line.word(at) == Word::Digits && !begins_number(line, at) {
        return None;
    }
    let (amount, end) = number::read(line, at)?;
    if parts.amount.is_some() {
        parts.upto = Some(amount);
    } else {
        parts.amount = Some(amount);
    }
    Some(end)
}

/// Whether the digits at token `at` are where a number begins: no sum, no decimal places, no part of a name.
pub(super) fn begins_number(line: &Line, at: usize) -> bool {
    match line.before(at) {
        Word::Money => false,
        Word::Is(Is::Q) | Word::Open | Word::Apostrophe | Word::Dash | Word::Slash => true,
        _ if !line.glued(at) => true,
        _ => at.checked_sub(1).is_some_and(|before| matches!(line.of(before), "\"" | "“" | "‘" | "(" | "«" | "~")),
    }
}

pub(super) fn unit(line: &Line, at: usize, parts: &mut Parts) -> Option<usize> {
    let (unit, plural) = match line.word(at) {
        Word::Unit(unit) => (unit, false),
        Word::Units(unit) => (unit, true),
        Word::Is(Is::Second) => (Unit::Second, false),
        _ => return None,
    };
    parts.unit = Some(unit);
    parts.plural = plural;
    Some(at + 1)
}

/// How many units `parts` counts; one where only "a" or nothing stands there.
#[must_use]
pub fn counted(parts: &Parts) -> Amount {
    parts.amount.unwrap_or(Amount::whole(1))
}

/// "about", "more than", "no more than", "at least", "up to"
pub(super) fn approx(line: &Line, at: usize, parts: &mut Parts) -> Option<usize> {
    let one = |modifier| Some((modifier, at + 1));
    let Word::Is(first) = line.word(at) else { return None };
    let second = match line.word(at + 1) {
        Word::Is(is) => Some(is),
        _ => None,
    };
    let than = line.is(at + 2, Is::Than);
    let (modifier, end) = match (first, second) {
        (Is::About | Is::Around | Is::Approximately | Is::Roughly | Is::Some | Is::Estimated | Is::Circa, _) => {
            one(Modifier::Approx)
        }
        (Is::Nearly | Is::Almost | Is::Under, _) => one(Modifier::LessThan),
        (Is::Over, _) if !matches!(line.word(at + 1), Word::Is(Is::The) | Word::Which(_)) => one(Modifier::MoreThan),
        (Is::More | Is::Longer, Some(Is::Than)) => Some((Modifier::MoreThan, at + 2)),
        (Is::Less | Is::Fewer, Some(Is::Than)) => Some((Modifier::LessThan, at + 2)),
        (Is::At, Some(Is::Least)) => Some((Modifier::EqualOrMore, at + 2)),
        (Is::Up, Some(Is::To)) | (Is::At, Some(Is::Most)) => Some((Modifier::EqualOrLess, at + 2)),
        (Is::No | Is::Not, Some(Is::More | Is::Longer)) if than => Some((Modifier::EqualOrLess, at + 3)),
        (Is::No | Is::Not, Some(Is::Less | Is::Fewer)) if than => Some((Modifier::EqualOrMore, at + 3)),
        _ => None,
    }?;
    parts.modifier = Some(modifier);
    Some(end)
}

/// "the end of", "the beginning of"
pub(super) fn edge_of(line: &Line, at: usize, parts: &mut Parts) -> Option<usize> {
    let at = if line.is(at, Is::The) { at + 1 } else { at };
    let at = if line.is(at, Is::Very) { at + 1 } else { at };
    let Word::EdgeOf(edge) = line.word(at) else { return None };
    parts.modifier = Some(edge);
    line.is(at + 1, Is::Of).then_some(at + 2)
}

/// Whether "a week" at token `at` says how often: a number or counted things stand right before.
pub(super) fn is_rate(line: &Line, at: usize) -> bool {
    let article = matches!(line.word(at), Word::Is(Is::A | Is::An));
    let counted =
        matches!(line.before(at), Word::Digits | Word::Power(_) | Word::Percent | Word::Number(_) | Word::Units(_));
    article && at > 0 && (counted || is_plural_noun(line, at - 1))
}

/// Whether the word at token `at` looks like the name of things that are counted: "people", "troops".
pub(super) fn is_plural_noun(line: &Line, at: usize) -> bool {
    let word = line.of(at);
    if line.case(at) != LetterCase::Lower || line.word(at) != Word::Other {
        return false;
    }
    words::has(THINGS, word)
        || (word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss")
            && !word.ends_with("ings")
            && !words::has(NO_NOUNS, word))
}

/// Names of counted things, beside those in "-s".
const THINGS: &str = "children feet ft jobs km men miles people percent police tons troops women";

/// Words in "-s" that are no nouns.
const NO_NOUNS: &str = "\
    always begins besides comes does ends gets gives goes happens keeps lasts leaves lets makes means meets needs \
    perhaps remains requires runs says seems sees shows starts stays takes thus towards versus waits";
