//! Months and weekdays, and the names of people and things that look like them.

use crate::detect::date::english::{Is, Which, Word};
use crate::detect::date::lex::Line;
use crate::detect::date::pattern::Parts;
use crate::text::LetterCase;
use crate::text::cut::pieces;

/// Whether the word at token `at` goes on a name: it is written with a capital, and so is the word before it.
pub(super) fn is_in_name(line: &Line, at: usize) -> bool {
    let capital = |at| matches!(line.case(at), LetterCase::Capitalised | LetterCase::Upper);
    let quoted = at > 0 && matches!(line.of(at - 1), "\"" | "“");
    let after_capital = at > 0 && capital(at - 1) && line.word(at - 1) == Word::Other;
    capital(at) && (after_capital || quoted && capital(at + 1))
}

pub(super) fn month(line: &Line, at: usize, parts: &mut Parts) -> Option<usize> {
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
pub(super) fn lone_month(line: &Line, at: usize, parts: &mut Parts) -> Option<usize> {
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
pub(super) fn is_verb_may(line: &Line, at: usize) -> bool {
    let is = |at: usize, words| pieces(words, b' ').any(|word| word == line.of(at));
    let pronoun = is(at + 1, "I you he she it we they be not have God");
    let title = is(at.saturating_sub(1), "Mrs Ms Mr Miss Theresa Minister");
    let stop_title = at >= 2 && line.before(at) == Word::Stop && is(at - 2, "Mrs Ms Mr");
    pronoun || (at > 0 && (title || stop_title))
}

/// Whether the month at token `at` is part of a name: "April Jones", "Ms. June".
pub(super) fn is_in_person(line: &Line, at: usize) -> bool {
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

pub(super) fn weekday(line: &Line, at: usize, parts: &mut Parts) -> Option<usize> {
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
