//! Days written with their month: "June 8", "8 June 2018", "the 8th of June", "2018-06-08". Read here once more, and not
//! taken from the dates found, because a day that does not exist is no date.

use chrono::NaiveDate;

use super::lexicon::{MONTHS, SHORT_MONTHS, number_in};
use super::reading::{Reading, Sentence};
use crate::text::TokenClass;

/// A day of a month as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct WrittenDay {
    pub tokens: std::ops::Range<usize>,
    pub month: u32,
    pub day: u32,
    /// Only if it is written.
    pub year: Option<i32>,
    /// "8th", "of June", a weekday before it or a year after it: nothing but a day can be meant.
    pub certain: bool,
}

impl WrittenDay {
    /// The day in `year`; nothing where there is none.
    pub(super) fn in_year(&self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
    }
}

/// Every written day of the article.
pub(super) fn days(reading: &Reading<'_>, sentence: &Sentence, days: &mut Vec<WrittenDay>) {
    let mut token = sentence.tokens.start;
    while token < sentence.tokens.end {
        let found = month_first(reading, token)
            .or_else(|| day_first(reading, token))
            .or_else(|| iso(reading, token))
            .filter(|day| day.tokens.end <= sentence.tokens.end);
        token = found.as_ref().map_or(token + 1, |day| day.tokens.end);
        days.extend(found);
    }
}

/// "June 8", "June 8th", "Jun. 8, 2018"
fn month_first(reading: &Reading<'_>, token: usize) -> Option<WrittenDay> {
    let (month, mut at) = month(reading, token)?;
    let day = day_number(reading, at)?;
    at += 1;
    let ordinal = is_ordinal_ending(reading, at);
    at += usize::from(ordinal);
    if reading.is_glued(at)
        && matches!(reading.word(at), ":" | "." | "-" | "–" | "/" | "%")
        && reading.is_glued(at + 1)
        && reading.class(at + 1) == Some(TokenClass::Digits)
    {
        // "June 8-10" is a range; "May 12.5" and "June 8:30" are no days.
        if matches!(reading.word(at), ":" | "." | "%" | "/") {
            return None;
        }
    }
    let comma = usize::from(reading.word(at) == ",");
    let year = year(reading, at + comma);
    if year.is_some() {
        at += comma + 1;
    }
    Some(WrittenDay { tokens: token..at, month, day, year, certain: ordinal || year.is_some() })
}

/// "8 June", "8th of June 2018", "the 8th of June, 2018"
fn day_first(reading: &Reading<'_>, token: usize) -> Option<WrittenDay> {
    let day = day_number(reading, token)?;
    let mut at = token + 1;
    let ordinal = is_ordinal_ending(reading, at);
    at += usize::from(ordinal);
    let of = reading.is(at, &["of"]);
    at += usize::from(of && ordinal);
    if of && !ordinal {
        return None;
    }
    let (month, mut at) = month(reading, at)?;
    let comma = usize::from(reading.word(at) == ",");
    let year = year(reading, at + comma);
    if year.is_some() {
        at += comma + 1;
    }
    Some(WrittenDay { tokens: token..at, month, day, year, certain: ordinal || year.is_some() })
}

/// "2018-06-08"
fn iso(reading: &Reading<'_>, token: usize) -> Option<WrittenDay> {
    let year = year(reading, token)?;
    let glued = (1..5).all(|step| reading.is_glued(token + step));
    let digits = |at: usize| match reading.word(at) {
        word if word.len() == 2 => word.parse::<u32>().ok(),
        _ => None,
    };
    if !glued || reading.word(token + 1) != "-" || reading.word(token + 3) != "-" || reading.is_glued(token) {
        return None;
    }
    let (month, day) = (digits(token + 2)?, digits(token + 4)?);
    Some(WrittenDay { tokens: token..token + 5, month, day, year: Some(year), certain: true })
}

/// The month at `token`, and the token after it with its full stop.
fn month(reading: &Reading<'_>, token: usize) -> Option<(u32, usize)> {
    let word = reading.word(token);
    if !word.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    if let Some(month) = number_in(&MONTHS, word) {
        return Some((month, token + 1));
    }
    let month = number_in(&SHORT_MONTHS, word).or_else(|| word.eq_ignore_ascii_case("sep").then_some(9))?;
    Some((month, token + 1 + usize::from(reading.word(token + 1) == "." && reading.is_glued(token + 1))))
}

fn day_number(reading: &Reading<'_>, token: usize) -> Option<u32> {
    let word = reading.word(token);
    if reading.class(token) != Some(TokenClass::Digits) || word.len() > 2 || reading.is_glued(token) {
        return None;
    }
    word.parse().ok().filter(|day| (1..=39).contains(day))
}

fn is_ordinal_ending(reading: &Reading<'_>, token: usize) -> bool {
    reading.is_glued(token) && reading.is(token, &["st", "nd", "rd", "th"])
}

fn year(reading: &Reading<'_>, token: usize) -> Option<i32> {
    let word = reading.word(token);
    let glued_on = reading.is_glued(token + 1) && reading.class(token + 1) == Some(TokenClass::Letters);
    if reading.class(token) != Some(TokenClass::Digits) || word.len() != 4 || glued_on {
        return None;
    }
    word.parse().ok().filter(|year| (1000..=2199).contains(year))
}
