//! TIMEX3 values: one type that writes and reads them, so that no value leaves here that is not one.

mod read;
mod write;

pub use read::ValueError;

use chrono::{Datelike, NaiveDate};

use super::unit::{DayPart, Reference, Season, Unit};

/// A TIMEX3 value. [`Display`](std::fmt::Display) writes it, [`FromStr`](std::str::FromStr) reads and checks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimexValue {
    /// A place on the calendar, more or less exact: `2018-06-08TEV`.
    Point(Point),
    /// A length of time, or the distance of something that comes again: `P3D`.
    Length(Length),
    /// Past, present or future without a place on the calendar.
    Reference(Reference),
}

/// A place on the calendar; what is not known is left open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Before Christ: the year counts backwards.
    pub before_christ: bool,
    /// The year, or what of it is known.
    pub year: Year,
    /// What within the year.
    pub within: Within,
    /// What within the day.
    pub time: Option<TimeOfDay>,
}

/// A year, or the first digits of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    /// `XXXX`
    Open,
    /// `19`: 1900 to 1999.
    Century(u8),
    /// `199`: 1990 to 1999.
    Decade(u16),
    /// `1998`; 0 to 9999.
    Of(u16),
}

/// What part of the year; `None` is `X`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    /// The whole year.
    Whole,
    /// `H1`
    Half(Option<u8>),
    /// `Q1`
    Quarter(Option<u8>),
    /// `SU`
    Season(Season),
    /// `06`
    Month(Option<u8>),
    /// `06-08`
    Day(Option<u8>, Option<u8>),
    /// `W23`
    Week(Option<u8>),
    /// `W23-5`: weekday 1 is Monday.
    Weekday(Option<u8>, u8),
    /// `W23-WE`
    Weekend(Option<u8>),
}

/// What part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeOfDay {
    /// `TMO`
    Part(DayPart),
    /// `T15:14Z`
    Clock(Clock),
}

/// A time on the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// 0 to 24; open where only "an hour ago" was said.
    pub hour: Option<u8>,
    /// 0 to 59.
    pub minute: Option<u8>,
    /// 0 to 59.
    pub second: Option<u8>,
    /// Minutes east of Greenwich, where the zone was written.
    pub zone: Option<i16>,
}

/// A length of time: `P2Y6M`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Length {
    /// Its parts, from the longest unit to the shortest; never empty.
    pub parts: Vec<(Quantity, Unit)>,
}

/// How many of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// `X`
    Some,
    /// A number in hundredths: 150 is one and a half.
    Hundredths(u64),
}

impl Point {
    /// The day `date`.
    #[must_use]
    pub fn day(date: NaiveDate) -> Self {
        Self::within(date, Within::Day(byte(date.month()), byte(date.day())))
    }

    /// The month of `date`.
    #[must_use]
    pub fn month(date: NaiveDate) -> Self {
        Self::within(date, Within::Month(byte(date.month())))
    }

    /// The ISO week of `date`, which may count to a neighbouring year.
    #[must_use]
    pub fn week(date: NaiveDate) -> Self {
        let week = date.iso_week();
        Self { year: Year::known(week.year()), ..Self::within(date, Within::Week(byte(week.week()))) }
    }

    /// The weekend of the ISO week of `date`.
    #[must_use]
    pub fn weekend(date: NaiveDate) -> Self {
        Self { within: Within::Weekend(byte(date.iso_week().week())), ..Self::week(date) }
    }

    /// Something within the year of `date`.
    #[must_use]
    pub fn within(date: NaiveDate, within: Within) -> Self {
        Self { before_christ: false, year: Year::known(date.year()), within, time: None }
    }

    /// Something within a year.
    #[must_use]
    pub const fn in_year(year: Year, within: Within) -> Self {
        Self { before_christ: false, year, within, time: None }
    }

    /// The first day, where year and place within it are known well enough to have one.
    #[must_use]
    pub fn first_day(&self) -> Option<NaiveDate> {
        let year = match self.year {
            Year::Of(year) => i32::from(year),
            Year::Decade(decade) if self.within == Within::Whole => i32::from(decade) * 10,
            Year::Century(century) if self.within == Within::Whole => i32::from(century) * 100,
            _ => return None,
        };
        let year = if self.before_christ { 1 - year } else { year };
        let (month, day) = match self.within {
            Within::Whole => (1, 1),
            Within::Half(half) => (half? * 6 - 5, 1),
            Within::Quarter(quarter) => (quarter? * 3 - 2, 1),
            Within::Season(Season::Spring) => (3, 1),
            Within::Season(Season::Summer) => (6, 1),
            Within::Season(Season::Autumn) => (9, 1),
            Within::Season(Season::Winter) => (12, 1),
            Within::Month(month) => (month?, 1),
            Within::Day(month, day) => (month?, day?),
            Within::Week(week) => return monday(year, week?),
            Within::Weekday(week, day) => {
                return monday(year, week?)?.checked_add_days(chrono::Days::new(u64::from(day.saturating_sub(1))));
            }
            Within::Weekend(week) => return monday(year, week?)?.checked_add_days(chrono::Days::new(5)),
        };
        NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day))
    }

    /// The last day, where there is a first one.
    #[must_use]
    pub fn last_day(&self) -> Option<NaiveDate> {
        let first = self.first_day()?;
        let months = match (self.year, self.within) {
            (Year::Century(_), _) => 1200,
            (Year::Decade(_), _) => 120,
            (_, Within::Whole) => 12,
            (_, Within::Half(_)) => 6,
            (_, Within::Quarter(_) | Within::Season(_)) => 3,
            (_, Within::Month(_)) => 1,
            (_, Within::Day(..) | Within::Weekday(..)) => return Some(first),
            (_, Within::Week(_)) => return first.checked_add_days(chrono::Days::new(6)),
            (_, Within::Weekend(_)) => return first.checked_add_days(chrono::Days::new(1)),
        };
        first.checked_add_months(chrono::Months::new(months))?.pred_opt()
    }
}

impl Clock {
    /// The full hour.
    #[must_use]
    pub const fn exact(hour: u8) -> Self {
        Self { hour: Some(hour), minute: Some(0), second: None, zone: None }
    }
}

impl Year {
    /// The year, where it has four digits; open where not.
    #[must_use]
    pub fn known(year: i32) -> Self {
        u16::try_from(year).ok().filter(|year| *year <= 9999).map_or(Self::Open, Self::Of)
    }
}

fn byte(number: u32) -> Option<u8> {
    u8::try_from(number).ok()
}

fn monday(year: i32, week: u8) -> Option<NaiveDate> {
    NaiveDate::from_isoywd_opt(year, u32::from(week), chrono::Weekday::Mon)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_and_last_day_are_told() {
        let days = |value: &str| {
            let Ok(TimexValue::Point(point)) = value.parse() else { panic!("{value}") };
            (point.first_day().unwrap().to_string(), point.last_day().unwrap().to_string())
        };
        assert_eq!(days("2018-02"), ("2018-02-01".into(), "2018-02-28".into()));
        assert_eq!(days("199"), ("1990-01-01".into(), "1999-12-31".into()));
        assert_eq!(days("2018-W23-WE"), ("2018-06-09".into(), "2018-06-10".into()));
        assert_eq!(days("2018-Q2"), ("2018-04-01".into(), "2018-06-30".into()));
    }
}
