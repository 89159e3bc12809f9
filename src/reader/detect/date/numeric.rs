//! Dates in figures: `2018-06-08`, `8/6/2018`, `08.06.18`.

use super::english::Word;
use super::items::full_year;
use super::lex::Line;
use super::pattern::Parts;

/// Reads a date in figures from token `at`; gives the token after it.
pub fn read(line: &Line, at: usize, parts: &mut Parts) -> Option<usize> {
    if line.glued(at) && !matches!(line.before(at), Word::Open | Word::Other) {
        return None;
    }
    let ((first_length, first), (second_length, second), (third_length, third)) = fields(line, at)?;
    let end = at + 5;
    let joins_on = line.glued(end)
        && match line.word(end) {
            Word::Dash | Word::Slash | Word::Stop | Word::Colon => {
                line.glued(end + 1) && line.word(end + 1) == Word::Digits
            }
            Word::Comma | Word::Apostrophe => false,
            _ => line.of(end).starts_with(char::is_alphabetic) && !line.of(end).starts_with(['T', 't']),
        };
    if joins_on {
        return None;
    }
    let mut is_a_guess = false;
    let (year, month, day) = match (first_length, second_length, third_length) {
        (4, 1 | 2, 1 | 2) => (first, second, third),
        (1 | 2, 1 | 2, 2 | 4) if line.word(at + 1) != Word::Dash || third_length == 4 => {
            let year = if third_length == 2 { u32::from(full_year(third)) } else { third };
            // A stop between the fields is the European form, which has the day first.
            let day_first = line.day_first || line.word(at + 1) == Word::Stop;
            match (first > 12, second > 12) {
                (true, false) => (year, second, first),
                (false, true) => (year, first, second),
                (true, true) => return None,
                (false, false) => {
                    is_a_guess = first != second && line.word(at + 1) != Word::Stop;
                    if day_first { (year, second, first) } else { (year, first, second) }
                }
            }
        }
        _ => return None,
    };
    if line.word(at + 1) == Word::Stop && third_length == 2 && first_length + second_length < 4 {
        return None; // a version number rather than a date
    }
    let year = u16::try_from(year).ok().filter(|year| (1000..2200).contains(year))?;
    chrono::NaiveDate::from_ymd_opt(i32::from(year), month, day)?;
    parts.fields.year = Some(year);
    parts.fields.month = u8::try_from(month).ok();
    parts.fields.day = u8::try_from(day).ok();
    parts.fields.swapped = parts.fields.day.zip(parts.fields.month).filter(|_| is_a_guess);
    Some(end)
}

type Field = (usize, u32);

/// Three runs of digits, glued by the same mark.
fn fields(line: &Line, at: usize) -> Option<(Field, Field, Field)> {
    let mark = line.word(at + 1);
    let marked = matches!(mark, Word::Dash | Word::Slash | Word::Stop) && line.word(at + 3) == mark;
    if !marked || !(at + 1..at + 5).all(|at| line.glued(at)) {
        return None;
    }
    Some((line.digits(at)?, line.digits(at + 2)?, line.digits(at + 4)?))
}

/// Whether the numeric dates of a text have the day first, where one of them shows it.
#[must_use]
pub fn evidence(line: &Line, at: usize) -> Option<bool> {
    let ((1 | 2, first), (1 | 2, second), (2 | 4, _)) = fields(line, at)? else { return None };
    match (first > 12, second > 12) {
        (true, false) if first <= 31 => Some(true),
        (false, true) if second <= 31 => Some(false),
        _ => None,
    }
}
