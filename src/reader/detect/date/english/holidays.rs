//! Days with a name, and when they are.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{Is, Word};
use crate::detect::date::lex::Line;
use crate::text::cut::pieces;

/// A day with a name: when it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Holiday {
    /// On this month and day.
    On(u8, u8),
    /// On the first, second, ... of this weekday in this month.
    Nth(u8, Weekday, u8),
    /// On the last of this weekday in this month.
    Last(u8, Weekday),
    /// So many days from Easter Sunday.
    Easter(i8),
    /// The Tuesday after the first Monday of November.
    Election,
}

use Holiday::{Easter, Election, Last, Nth, On};
use Weekday::{Mon, Sun, Thu};

/// The holidays: when they are, and their names in lower case, without apostrophes. Where a country is meant it is the
/// United States.
#[rustfmt::skip]
static HOLIDAYS: &[(Holiday, &str)] = &[
    (On(11, 11), "armistice day,remembrance day,veterans day"),
    (Easter(-46), "ash wednesday"),
    (On(7, 14), "bastille day"),
    (On(12, 26), "boxing day"),
    (On(12, 25), "christmas,christmas day,xmas"),
    (On(12, 24), "christmas eve"),
    (On(5, 5), "cinco de mayo"),
    (Nth(10, Mon, 2), "columbus day"),
    (Easter(0), "easter,easter sunday"),
    (Easter(1), "easter monday"),
    (Election, "election day"),
    (Nth(6, Sun, 3), "father s day,fathers day"),
    (Easter(-2), "good friday"),
    (On(2, 2), "groundhog day"),
    (On(10, 31), "halloween"),
    (On(1, 20), "inauguration day"),
    (On(7, 4), "independence day"),
    (On(6, 19), "juneteenth"),
    (Nth(9, Mon, 1), "labor day"),
    (On(5, 1), "labour day"),
    (Nth(1, Mon, 3), "martin luther king day,martin luther king jr . day"),
    (Last(5, Mon), "memorial day"),
    (Nth(5, Sun, 2), "mother s day,mothers day"),
    (On(1, 1), "new year,new year s,new year s day"),
    (On(12, 31), "new year s eve"),
    (Easter(-7), "palm sunday"),
    (Nth(2, Mon, 3), "presidents day"),
    (Nth(11, Thu, 4), "thanksgiving,thanksgiving day"),
    (On(2, 14), "valentine s day,valentines day"),
];

/// The longest holiday at token `at`, and the token after it.
#[must_use]
pub fn holiday(line: &Line, at: usize) -> Option<(Holiday, usize)> {
    if line.word(at) != Word::Holiday || !line.of(at).starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let mut longest: Option<(Holiday, usize)> = None;
    for (holiday, names) in HOLIDAYS {
        for name in pieces(names, b',') {
            if let Some(end) = read(name, line, at)
                && longest.is_none_or(|(_, longest)| longest < end)
            {
                longest = Some((*holiday, end));
            }
        }
    }
    longest
}

impl Holiday {
    /// The day it is on in `year`.
    #[must_use]
    pub fn in_year(self, year: i32) -> Option<NaiveDate> {
        match self {
            On(month, day) => NaiveDate::from_ymd_opt(year, month.into(), day.into()),
            Nth(month, weekday, number) => nth(year, month, weekday, number),
            Last(month, weekday) => nth(year, month, weekday, 5).or_else(|| nth(year, month, weekday, 4)),
            Easter(days) => easter(year)?.checked_add_signed(chrono::TimeDelta::days(days.into())),
            Election => nth(year, 11, Mon, 1)?.checked_add_days(Days::new(1)),
        }
    }

    /// The month and day, where they are the same every year.
    #[must_use]
    pub const fn fixed(self) -> Option<(u8, u8)> {
        match self {
            On(month, day) => Some((month, day)),
            _ => None,
        }
    }
}

fn nth(year: i32, month: u8, weekday: Weekday, number: u8) -> Option<NaiveDate> {
    NaiveDate::from_weekday_of_month_opt(year, month.into(), weekday, number)
}

/// Reads a name from token `at`; gives the token after it.
fn read(name: &str, line: &Line, at: usize) -> Option<usize> {
    let mut next = at;
    for word in pieces(name, b' ') {
        if line.word(next) == Word::Apostrophe && line.glued(next) {
            next += 1;
        }
        if !line.of(next).eq_ignore_ascii_case(word) {
            return None;
        }
        next += 1;
    }
    // "New Year" alone is too often part of something else.
    let alone = name == "new year" && !line.is(at.wrapping_sub(1), Is::The);
    (!alone).then_some(next)
}

#[expect(clippy::many_single_char_names, reason = "the names of the algorithm as it is published")]
/// Easter Sunday, by the anonymous Gregorian computus (Meeus, Jones, Butcher).
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let month = (h + l - 7 * m + 114) / 31;
    let day = (h + l - 7 * m + 114) % 31 + 1;
    let date = NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)?;
    (date.year() > 1582).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_are_unique() {
        let mut names: Vec<&str> = HOLIDAYS.iter().flat_map(|(_, names)| names.split(',')).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn moving_holidays_move() {
        let on = |name: &str, year| {
            let (holiday, _) = HOLIDAYS.iter().find(|(_, names)| names.split(',').any(|known| known == name)).unwrap();
            holiday.in_year(year).unwrap().to_string()
        };
        assert_eq!(on("easter", 2018), "2018-04-01");
        assert_eq!(on("easter", 2000), "2000-04-23");
        assert_eq!(on("thanksgiving", 2018), "2018-11-22");
        assert_eq!(on("memorial day", 2018), "2018-05-28");
        assert_eq!(on("election day", 2016), "2016-11-08");
        assert_eq!(on("good friday", 2013), "2013-03-29");
    }
}
