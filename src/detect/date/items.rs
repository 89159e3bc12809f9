//! What each item of a pattern reads.

use super::clock;
use super::english::{Is, Which, Word, holiday};
use super::lex::Line;
use super::number;
use super::numeric;
use super::pattern::{Habits, Item, Parts};
use super::reading::Amount;
use super::unit::{Modifier, Unit};
use crate::text::{LetterCase, TokenClass};

impl Item {
    /// Reads the item from token `at`; gives the token after it.
    #[expect(clippy::too_many_lines, reason = "one arm an item; none is longer than a few lines")]
    pub fn read(&'static self, line: Line, habits: Habits, at: usize, parts: &mut Parts) -> Option<usize> {
        let word = line.word(at);
        let next = at + 1;
        match self {
            Self::Is(is) => word.is(*is).then_some(next),
            Self::OneOf(list) => {
                let is = list.iter().find(|is| word.is(**is))?;
                parts.is = Some(*is);
                Some(next)
            }
            Self::Which(list) => {
                let which = list.iter().find(|which| word == Word::Which(**which))?;
                parts.which = Some(*which);
                Some(next)
            }
            Self::Opt(inner) => {
                let before = *parts;
                Some(inner.read(line, habits, at, parts).unwrap_or_else(|| {
                    *parts = before;
                    at
                }))
            }
            Self::Any(list) => list.iter().find_map(|item| {
                let before = *parts;
                let end = item.read(line, habits, at, parts);
                if end.is_none() {
                    *parts = before;
                }
                end
            }),
            Self::Seq(list) => Self::read_all(list, line, habits, at, parts),
            Self::Comma => (word == Word::Comma).then_some(next),
            Self::Dash => (word == Word::Dash && line.glued(at) && line.glued(next)).then_some(next),
            Self::Slash => (word == Word::Slash && line.glued(at) && line.glued(next)).then_some(next),
            Self::Genitive => {
                let is = word == Word::Apostrophe && line.glued(at) && line.glued(next) && line.is(next, Is::S);
                is.then_some(next + 1)
            }
            Self::Month => month(line, at, parts),
            Self::LoneMonth => lone_month(line, at, parts),
            Self::Weekday => weekday(line, at, parts),
            Self::LoneWeekday => {
                let name = matches!(word, Word::WeekdayShort(1 | 3 | 6 | 7));
                weekday(line, at, parts).filter(|_| !name)
            }
            Self::Weekdays => {
                let Word::Weekdays(day) = word else { return None };
                parts.fields.weekday = Some(day);
                Some(next)
            }
            Self::Day => day(line, at, parts, false),
            Self::DayTh => day(line, at, parts, true).filter(|_| word == Word::Digits),
            Self::Year => year(line, at, parts),
            Self::LoneYear => lone_year(line, at, parts),
            Self::ShortYear => short_year(line, at, parts),
            Self::Decade => decade(line, at, parts),
            Self::SpelledYear => spelled_year(line, at, parts),
            Self::Amount => amount(line, at, parts),
            Self::Count => {
                let end = amount(line, at, parts)?;
                let bare_article = matches!(word, Word::Is(Is::A | Is::An)) && end == next;
                (!bare_article).then_some(end)
            }
            Self::Ordinal => ordinal(line, at, parts),
            Self::AnyUnit => unit(line, at, parts),
            Self::Unit => unit(line, at, parts).filter(|_| !parts.plural),
            Self::Units => unit(line, at, parts).filter(|_| parts.plural),
            Self::UnitIn(list) => unit(line, at, parts).filter(|_| parts.unit.is_some_and(|unit| list.contains(&unit))),
            Self::Season => {
                let Word::Season(season) = word else { return None };
                parts.fields.season = Some(season);
                Some(next)
            }
            Self::Seasons => {
                let Word::Seasons(season) = word else { return None };
                parts.fields.season = Some(season);
                Some(next)
            }
            Self::Part => {
                let Word::Part(part) = word else { return None };
                parts.fields.part = Some(part);
                Some(next)
            }
            Self::Parts => {
                let Word::Parts(part) = word else { return None };
                parts.fields.part = Some(part);
                Some(next)
            }
            Self::DayFrom => {
                let Word::DayFrom(by) = word else { return None };
                parts.day_from = Some(by);
                Some(next)
            }
            Self::Edge => {
                let Word::Edge(edge) = word else { return None };
                parts.modifier = Some(edge);
                let dash = line.word(next) == Word::Dash && line.glued(next) && line.glued(next + 1);
                Some(if dash { next + 1 } else { next })
            }
            Self::End => (word == Word::EdgeOf(Modifier::End)).then_some(next),
            Self::EdgeOf => edge_of(line, at, parts),
            Self::Approx => approx(line, at, parts),
            Self::Refers => {
                let Word::Refers(reference) = word else { return None };
                parts.refers = Some(reference);
                Some(next)
            }
            Self::Every => {
                let Word::Every(unit) = word else { return None };
                parts.unit = Some(unit);
                Some(next)
            }
            Self::Clock => clock::read(line, at, parts),
            Self::Zone => clock::zone(line, at, parts),
            Self::Holiday => {
                let (found, end) = holiday(line, at)?;
                parts.fields.holiday = Some(found);
                Some(end)
            }
            Self::Numeric => numeric::read(line, habits, at, parts),
            Self::After(list) => {
                let before = line.before(at);
                list.iter().any(|is| before.is(*is)).then_some(at)
            }
            Self::Next(list) => list.iter().any(|is| word.is(*is)).then_some(at),
            Self::Closes => {
                let mark = line.lexemes.get(at).is_none_or(|lexeme| lexeme.token.class == TokenClass::Mark);
                (mark && word != Word::Dash).then_some(at)
            }
            Self::NoJoin => (!(word == Word::Dash && line.glued(at) && line.glued(next))).then_some(at),
            Self::NoRate => (!is_rate(line, at)).then_some(at),
            Self::NoNumber => {
                (!matches!(line.before(at), Word::Digits | Word::Number(_) | Word::Power(_) | Word::Dash)).then_some(at)
            }
            Self::NoName => (!is_in_name(line, at)).then_some(at),
            Self::Not(list) => (!list.iter().any(|is| word.is(*is))).then_some(at),
        }
    }
}

/// Whether the word at token `at` goes on a name: it is written with a capital, and so is the word before it.
fn is_in_name(line: Line, at: usize) -> bool {
    let capital = |at| matches!(line.case(at), LetterCase::Capitalised | LetterCase::Upper);
    let quoted = at > 0 && matches!(line.of(at - 1), "\"" | "“");
    let after_capital = at > 0 && capital(at - 1) && line.word(at - 1) == Word::Other;
    capital(at) && (after_capital || quoted && capital(at + 1))
}

/// Whether "a week" at token `at` says how often: a number or counted things stand right before.
fn is_rate(line: Line, at: usize) -> bool {
    let article = matches!(line.word(at), Word::Is(Is::A | Is::An));
    let counted =
        matches!(line.before(at), Word::Digits | Word::Power(_) | Word::Percent | Word::Number(_) | Word::Units(_));
    article && at > 0 && (counted || is_plural_noun(line, at - 1))
}

fn month(line: Line, at: usize, parts: &mut Parts) -> Option<usize> {
    if matches!(line.case(at), LetterCase::Lower | LetterCase::Mixed) {
        return None;
    }
    let next = at + 1;
    match line.word(at) {
        Word::Month(month) => {
            parts.fields.month = Some(month);
            Some(next)
        }
        Word::MonthShort(month) => {
            parts.fields.month = Some(month);
            let stop = line.word(next) == Word::Stop && line.glued(next);
            Some(if stop { next + 1 } else { next })
        }
        _ => None,
    }
}

/// A month alone: "Jan" without its stop is a name, "the March on Rome" and "May they" are no months.
fn lone_month(line: Line, at: usize, parts: &mut Parts) -> Option<usize> {
    let end = month(line, at, parts)?;
    let short = matches!(line.word(at), Word::MonthShort(_)) && end == at + 1 && line.of(at).len() < 4;
    let verb = matches!(line.word(at), Word::Month(3 | 5))
        && (matches!(
            line.before(at),
            Word::Is(Is::The | Is::A | Is::An) | Word::Which(Which::That) | Word::Apostrophe
        ) || matches!(line.word(end), Word::Is(Is::For | Is::Of | Is::On))
            || line.case(at) == LetterCase::Upper
            || (line.word(at) == Word::Month(5) && is_verb_may(line, at)));
    (!short && !verb && !is_in_person(line, at)).then_some(end)
}

/// Whether the "May" at token `at` opens a wish or a question, or follows who is allowed or who may: "May they live".
fn is_verb_may(line: Line, at: usize) -> bool {
    let pronoun =
        matches!(line.of(at + 1), "I" | "you" | "he" | "she" | "it" | "we" | "they" | "be" | "not" | "have" | "God");
    let title = matches!(line.of(at.saturating_sub(1)), "Mrs" | "Ms" | "Mr" | "Miss" | "Theresa" | "Minister");
    let stop_title = at >= 2 && line.before(at) == Word::Stop && matches!(line.of(at - 2), "Mrs" | "Ms" | "Mr");
    pronoun || (at > 0 && (title || stop_title))
}

/// Whether the month at token `at` is part of a name: "April Jones", "Ms. June".
fn is_in_person(line: Line, at: usize) -> bool {
    matches!(line.word(at), Word::Month(4 | 6 | 8))
        && line.case(at + 1) == LetterCase::Capitalised
        && line.word(at + 1) == Word::Other
        && !matches!(
            line.before(at),
            Word::Is(Is::In | Is::Of | Is::Since | Is::Until | Is::By | Is::From | Is::During | Is::Through | Is::The)
                | Word::Which(_)
                | Word::Edge(_)
        )
        && at > 0
}

fn weekday(line: Line, at: usize, parts: &mut Parts) -> Option<usize> {
    if matches!(line.case(at), LetterCase::Lower | LetterCase::Mixed) {
        return None;
    }
    let next = at + 1;
    match line.word(at) {
        Word::Weekday(day) => {
            parts.fields.weekday = Some(day);
            Some(next)
        }
        Word::WeekdayShort(day) => {
            parts.fields.weekday = Some(day);
            let stop = line.word(next) == Word::Stop && line.glued(next);
            Some(if stop { next + 1 } else { next })
        }
        _ => None,
    }
}

/// Whether the digits at token `at` stand alone: no sum, no decimal, no part of a longer number or name.
fn stands_alone(line: Line, at: usize) -> bool {
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

fn day(line: Line, at: usize, parts: &mut Parts, ending: bool) -> Option<usize> {
    let next = at + 1;
    let (day, end) = match line.word(at) {
        Word::Digits => {
            let (1 | 2, day) = line.digits(at)? else { return None };
            let th = line.glued(next) && matches!(line.word(next), Word::Is(Is::St | Is::Nd | Is::Rd | Is::Th));
            if !th && (ending || !stands_alone(line, at)) {
                return None;
            }
            (u8::try_from(day).ok()?, if th { next + 1 } else { next })
        }
        Word::Ordinal(day) => (day, next),
        Word::Is(Is::Second) => (2, next),
        Word::Number(tens @ (20 | 30)) => {
            let hyphen = usize::from(line.word(next) == Word::Dash && line.glued(next));
            let Word::Ordinal(ones @ 1..=9) = line.word(next + hyphen) else { return None };
            (tens + ones, next + hyphen + 1)
        }
        _ => return None,
    };
    parts.fields.day = Some(day);
    (1..=31).contains(&day).then_some(end)
}

fn year(line: Line, at: usize, parts: &mut Parts) -> Option<usize> {
    let (4, year) = line.digits(at)? else { return None };
    let year = u16::try_from(year).ok().filter(|year| (1000..2200).contains(year))?;
    if !stands_alone(line, at) {
        return None;
    }
    parts.fields.year = Some(year);
    Some(at + 1)
}

/// A year that stands alone: the words beside it must not make it a number of things.
fn lone_year(line: Line, at: usize, parts: &mut Parts) -> Option<usize> {
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
fn is_in_number(line: Line, at: usize) -> bool {
    let joined = |dash: usize| line.word(dash) == Word::Dash && line.glued(dash) && line.glued(dash + 1);
    let length = |at: usize| line.digits(at).map(|(length, _)| length);
    let before = at >= 2 && joined(at - 1) && length(at - 2).is_some_and(|length| length != 4);
    before || (joined(at + 1) && length(at + 2).is_some_and(|length| !matches!(length, 2 | 4)))
}

/// Whether the word at token `at` looks like the name of things that are counted: "people", "troops".
fn is_plural_noun(line: Line, at: usize) -> bool {
    let word = line.of(at);
    if line.case(at) != LetterCase::Lower || line.word(at) != Word::Other {
        return false;
    }
    matches!(
        word,
        "people"
            | "men"
            | "women"
            | "children"
            | "feet"
            | "ft"
            | "percent"
            | "police"
            | "km"
            | "miles"
            | "tons"
            | "troops"
            | "jobs"
    ) || (word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("ings")
        && !is_no_noun(word))
}

/// Words in "-s" that are no nouns.
fn is_no_noun(word: &str) -> bool {
    matches!(
        word,
        "always" | "besides" | "does" | "goes" | "perhaps" | "says" | "sees" | "shows" | "thus" | "towards" | "versus"
    )
}

fn short_year(line: Line, at: usize, parts: &mut Parts) -> Option<usize> {
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

fn decade(line: Line, at: usize, parts: &mut Parts) -> Option<usize> {
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
fn spelled_year(line: Line, at: usize, parts: &mut Parts) -> Option<usize> {
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

fn amount(line: Line, at: usize, parts: &mut Parts) -> Option<usize> {
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
fn begins_number(line: Line, at: usize) -> bool {
    match line.before(at) {
        Word::Money => false,
        Word::Is(Is::Q) | Word::Open | Word::Apostrophe | Word::Dash | Word::Slash => true,
        _ if !line.glued(at) => true,
        _ => at.checked_sub(1).is_some_and(|before| matches!(line.of(before), "\"" | "“" | "‘" | "(" | "«" | "~")),
    }
}

fn ordinal(line: Line, at: usize, parts: &mut Parts) -> Option<usize> {
    let next = at + 1;
    let (ordinal, end) = match line.word(at) {
        Word::Ordinal(number) => (number, next),
        Word::Is(Is::Second) => (2, next),
        Word::Is(Is::Final) | Word::Which(Which::Last) => (0, next),
        Word::Is(Is::Opening) => (1, next),
        Word::Number(tens @ (20 | 30)) => {
            let hyphen = usize::from(line.word(next) == Word::Dash && line.glued(next));
            let Word::Ordinal(ones @ 1..=9) = line.word(next + hyphen) else { return None };
            (tens + ones, next + hyphen + 1)
        }
        Word::Digits => {
            let th = line.glued(next) && matches!(line.word(next), Word::Is(Is::St | Is::Nd | Is::Rd | Is::Th));
            (u8::try_from(line.digits(at)?.1).ok().filter(|_| th)?, next + 1)
        }
        _ => return None,
    };
    parts.ordinal = Some(ordinal);
    Some(end)
}

fn unit(line: Line, at: usize, parts: &mut Parts) -> Option<usize> {
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

/// "the end of", "the beginning of"
fn edge_of(line: Line, at: usize, parts: &mut Parts) -> Option<usize> {
    let at = if line.is(at, Is::The) { at + 1 } else { at };
    let at = if line.is(at, Is::Very) { at + 1 } else { at };
    let Word::EdgeOf(edge) = line.word(at) else { return None };
    parts.modifier = Some(edge);
    line.is(at + 1, Is::Of).then_some(at + 2)
}

/// "about", "more than", "no more than", "at least", "up to"
fn approx(line: Line, at: usize, parts: &mut Parts) -> Option<usize> {
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

/// How many units `parts` counts; one where only "a" or nothing stands there.
#[must_use]
pub fn counted(parts: &Parts) -> Amount {
    parts.amount.unwrap_or(Amount::whole(1))
}
