//! Days with a name, and when they are.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::Word;
use crate::detect::date::lex::Line;

/// A day with a name.
#[derive(Debug, PartialEq)]
pub struct Holiday {
    /// Its name, in lower case, without apostrophes.
    name: &'static str,
    /// When it is.
    when: When,
}

/// When a holiday is.
#[derive(Debug, PartialEq)]
enum When {
    /// On this month and day.
    On(u32, u32),
    /// On the first, second, ... of this weekday in this month.
    Nth(u32, Weekday, u8),
    /// On the last of this weekday in this month.
    Last(u32, Weekday),
    /// So many days from Easter Sunday.
    Easter(i64),
    /// The Tuesday after the first Monday of November.
    Election,
}

use When::{Easter, Election, Last, Nth, On};

/// The holidays, by name. Where a country is meant it is the United States.
#[rustfmt::skip]
static HOLIDAYS: &[Holiday] = &[
    Holiday { name: "armistice day", when: On(11, 11) },
    Holiday { name: "ash wednesday", when: Easter(-46) },
    Holiday { name: "bastille day", when: On(7, 14) },
    Holiday { name: "boxing day", when: On(12, 26) },
    Holiday { name: "christmas", when: On(12, 25) },
    Holiday { name: "christmas day", when: On(12, 25) },
    Holiday { name: "christmas eve", when: On(12, 24) },
    Holiday { name: "cinco de mayo", when: On(5, 5) },
    Holiday { name: "columbus day", when: Nth(10, Weekday::Mon, 2) },
    Holiday { name: "easter", when: Easter(0) },
    Holiday { name: "easter monday", when: Easter(1) },
    Holiday { name: "easter sunday", when: Easter(0) },
    Holiday { name: "election day", when: Election },
    Holiday { name: "father s day", when: Nth(6, Weekday::Sun, 3) },
    Holiday { name: "fathers day", when: Nth(6, Weekday::Sun, 3) },
    Holiday { name: "good friday", when: Easter(-2) },
    Holiday { name: "groundhog day", when: On(2, 2) },
    Holiday { name: "halloween", when: On(10, 31) },
    Holiday { name: "inauguration day", when: On(1, 20) },
    Holiday { name: "independence day", when: On(7, 4) },
    Holiday { name: "juneteenth", when: On(6, 19) },
    Holiday { name: "labor day", when: Nth(9, Weekday::Mon, 1) },
    Holiday { name: "labour day", when: On(5, 1) },
    Holiday { name: "martin luther king day", when: Nth(1, Weekday::Mon, 3) },
    Holiday { name: "martin luther king jr . day", when: Nth(1, Weekday::Mon, 3) },
    Holiday { name: "memorial day", when: Last(5, Weekday::Mon) },
    Holiday { name: "mother s day", when: Nth(5, Weekday::Sun, 2) },
    Holiday { name: "mothers day", when: Nth(5, Weekday::Sun, 2) },
    Holiday { name: "new year", when: On(1, 1) },
    Holiday { name: "new year s", when: On(1, 1) },
    Holiday { name: "new year s day", when: On(1, 1) },
    Holiday { name: "new year s eve", when: On(12, 31) },
    Holiday { name: "palm sunday", when: Easter(-7) },
    Holiday { name: "presidents day", when: Nth(2, Weekday::Mon, 3) },
    Holiday { name: "remembrance day", when: On(11, 11) },
    Holiday { name: "thanksgiving", when: Nth(11, Weekday::Thu, 4) },
    Holiday { name: "thanksgiving day", when: Nth(11, Weekday::Thu, 4) },
    Holiday { name: "valentine s day", when: On(2, 14) },
    Holiday { name: "valentines day", when: On(2, 14) },
    Holiday { name: "veterans day", when: On(11, 11) },
    Holiday { name: "xmas", when: On(12, 25) },
];

/// The longest holiday at token `at`, and the token after it.
#[must_use]
pub fn holiday(line: &Line, at: usize) -> Option<(&'static Holiday, usize)> {
    if line.word(at) != Word::Holiday || !line.of(at).starts_with(|c: char| c.is_uppercase()) {
        return None;
    }
    HOLIDAYS.iter().filter_map(|holiday| Some((holiday, holiday.read(line, at)?))).max_by_key(|(_, end)| *end)
}

impl Holiday {
    /// The day it is on in `year`.
    #[must_use]
    pub fn in_year(&self, year: i32) -> Option<NaiveDate> {
        match self.when {
            On(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Nth(month, weekday, number) => NaiveDate::from_weekday_of_month_opt(year, month, weekday, number),
            Last(month, weekday) => NaiveDate::from_weekday_of_month_opt(year, month, weekday, 5)
                .or_else(|| NaiveDate::from_weekday_of_month_opt(year, month, weekday, 4)),
            Easter(days) => easter(year)?.checked_add_signed(chrono::TimeDelta::days(days)),
            Election => NaiveDate::from_weekday_of_month_opt(year, 11, Weekday::Mon, 1)?.checked_add_days(Days::new(1)),
        }
    }

    /// The month and day, where they are the same every year.
    #[must_use]
    pub const fn fixed(&self) -> Option<(u32, u32)> {
        match self.when {
            On(month, day) => Some((month, day)),
            _ => None,
        }
    }

    /// Reads the name from token `at`; gives the token after it.
    fn read(&self, line: &Line, at: usize) -> Option<usize> {
        let mut next = at;
        for word in self.name.split(' ') {
            if line.word(next) == Word::Apostrophe && line.glued(next) {
                next += 1;
            }
            if !line.of(next).eq_ignore_ascii_case(word) {
                return None;
            }
            next += 1;
        }
        // "New Year" alone is too often part of something else.
        let alone = self.name == "new year" && !matches!(line.before(at), Word::Is(super::Is::The));
        (!alone).then_some(next)
    }
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
    fn the_holidays_are_sorted_and_unique() {
        assert!(HOLIDAYS.windows(2).all(|pair| pair[0].name < pair[1].name));
    }

    #[test]
    fn moving_holidays_move() {
        let on = |name: &str, year| {
            let holiday = HOLIDAYS.iter().find(|holiday| holiday.name == name).unwrap();
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
