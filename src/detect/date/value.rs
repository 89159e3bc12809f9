//! TIMEX3 values: one type that writes and reads them, so that no value leaves here that is not one.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};

use super::unit::{DayPart, Reference, Season, Unit};

/// A TIMEX3 value. [`fmt::Display`] writes it, [`FromStr`] reads and checks it.
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

/// Writes two digits, or `XX`.
struct Two(Option<u8>);

impl fmt::Display for Two {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            None => f.write_str("XX"),
            Some(number) => write!(f, "{number:02}"),
        }
    }
}

/// Writes one digit, or `X`.
struct One(Option<u8>);

impl fmt::Display for One {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            None => f.write_str("X"),
            Some(number) => write!(f, "{number}"),
        }
    }
}

impl fmt::Display for TimexValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Point(point) => point.fmt(f),
            Self::Length(length) => length.fmt(f),
            Self::Reference(reference) => f.write_str(reference.code()),
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.before_christ {
            f.write_str("BC")?;
        }
        match self.year {
            Year::Open => f.write_str("XXXX")?,
            Year::Century(century) => write!(f, "{century:02}")?,
            Year::Decade(decade) => write!(f, "{decade:03}")?,
            Year::Of(year) => write!(f, "{year:04}")?,
        }
        match self.within {
            Within::Whole => Ok(()),
            Within::Half(half) => write!(f, "-H{}", One(half)),
            Within::Quarter(quarter) => write!(f, "-Q{}", One(quarter)),
            Within::Season(season) => write!(f, "-{}", season.code()),
            Within::Month(month) => write!(f, "-{}", Two(month)),
            Within::Day(month, day) => write!(f, "-{}-{}", Two(month), Two(day)),
            Within::Week(week) => write!(f, "-W{}", Two(week)),
            Within::Weekday(week, day) => write!(f, "-W{}-{day}", Two(week)),
            Within::Weekend(week) => write!(f, "-W{}-WE", Two(week)),
        }?;
        match self.time {
            None => Ok(()),
            Some(TimeOfDay::Part(part)) => write!(f, "T{}", part.code()),
            Some(TimeOfDay::Clock(clock)) => clock.fmt(f),
        }
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "T{}:{}", Two(self.hour), Two(self.minute))?;
        if let Some(second) = self.second {
            write!(f, ":{second:02}")?;
        }
        match self.zone {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(zone) => {
                let minutes = zone.unsigned_abs();
                write!(f, "{}{:02}:{:02}", if zone < 0 { '-' } else { '+' }, minutes / 60, minutes % 60)
            }
        }
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("P")?;
        let mut on_the_clock = false;
        for (quantity, unit) in &self.parts {
            if unit.is_clock() && !on_the_clock {
                f.write_str("T")?;
                on_the_clock = true;
            }
            match quantity {
                Quantity::Some => f.write_str("X")?,
                Quantity::Hundredths(number) => match (number / 100, number % 100) {
                    (whole, 0) => write!(f, "{whole}")?,
                    (whole, rest) if rest % 10 == 0 => write!(f, "{whole}.{}", rest / 10)?,
                    (whole, rest) => write!(f, "{whole}.{rest:02}")?,
                },
            }
            f.write_str(unit.code())?;
        }
        Ok(())
    }
}

/// What is not a TIMEX3 value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a TIMEX3 value such as 2018-06-08, 2018-W23, P3D or PAST_REF")]
pub struct ValueError(pub String);

impl FromStr for TimexValue {
    type Err = ValueError;

    fn from_str(written: &str) -> Result<Self, ValueError> {
        let value = Reference::of_code(written)
            .map(Self::Reference)
            .or_else(|| written.strip_prefix('P').and_then(read_length).map(Self::Length))
            .or_else(|| read_point(written).map(Self::Point));
        value.ok_or_else(|| ValueError(written.to_owned()))
    }
}

fn read_length(written: &str) -> Option<Length> {
    let (calendar, clock) = written.split_once('T').map_or((written, None), |(left, right)| (left, Some(right)));
    let mut parts = Vec::new();
    let calendar_units = [
        Unit::Millennium,
        Unit::Century,
        Unit::Decade,
        Unit::Year,
        Unit::Quarter,
        Unit::Month,
        Unit::Weekend,
        Unit::Week,
        Unit::Day,
    ];
    read_parts(calendar, &calendar_units, &mut parts)?;
    if let Some(clock) = clock {
        let before = parts.len();
        read_parts(clock, &[Unit::Hour, Unit::Minute, Unit::Second], &mut parts)?;
        if parts.len() == before {
            return None;
        }
    }
    (!parts.is_empty()).then_some(Length { parts })
}

/// Reads quantities with units in the order of `units`, each at most once.
fn read_parts(mut rest: &str, units: &[Unit], parts: &mut Vec<(Quantity, Unit)>) -> Option<()> {
    let mut units = units.iter();
    while !rest.is_empty() {
        let after = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == 'X');
        let quantity = read_quantity(rest.get(..rest.len() - after.len())?)?;
        let code = after.get(..after.bytes().take_while(u8::is_ascii_uppercase).count())?;
        let unit = units.find(|unit| unit.code() == code)?;
        parts.push((quantity, *unit));
        rest = after.get(code.len()..)?;
    }
    Some(())
}

fn read_quantity(written: &str) -> Option<Quantity> {
    if matches!(written, "X" | "XX") {
        return Some(Quantity::Some);
    }
    let (whole, part) = written.split_once('.').unwrap_or((written, "0"));
    if whole.is_empty() || part.is_empty() || part.len() > 2 || whole.contains('X') || part.contains(['X', '.']) {
        return None;
    }
    let scale = if part.len() == 1 { 10 } else { 1 };
    let number: u64 = whole.parse().ok()?;
    Some(Quantity::Hundredths(number.checked_mul(100)?.checked_add(part.parse::<u64>().ok()? * scale)?))
}

fn read_point(written: &str) -> Option<Point> {
    let (calendar, time) = written.split_once('T').map_or((written, None), |(left, right)| (left, Some(right)));
    let (before_christ, calendar) = calendar.strip_prefix("BC").map_or((false, calendar), |rest| (true, rest));
    let mut fields = calendar.split('-');
    let year = fields.next()?;
    let number = || year.parse::<u16>().ok().filter(|_| year.bytes().all(|b| b.is_ascii_digit()));
    let year = match year.len() {
        4 if year == "XXXX" => Year::Open,
        4 => Year::Of(number()?),
        3 => Year::Decade(number()?),
        2 => Year::Century(u8::try_from(number()?).ok()?),
        _ => return None,
    };
    let within = match (fields.next(), fields.next(), fields.next()) {
        (None, ..) => Within::Whole,
        (Some(_), _, Some(_)) => return None,
        (Some(first), second, None) => read_within(first, second)?,
    };
    if matches!(year, Year::Century(_) | Year::Decade(_)) && within != Within::Whole {
        return None;
    }
    let point =
        Point { before_christ, year, within, time: time.map(read_time).map_or(Some(None), |time| time.map(Some))? };
    point.exists().then_some(point)
}

impl Point {
    /// Whether the calendar has such a day.
    fn exists(&self) -> bool {
        let year = match self.year {
            Year::Of(year) => i32::from(year),
            _ => 2000,
        };
        match self.within {
            Within::Day(Some(month), Some(day)) => {
                let year = if self.before_christ { 1 - year } else { year };
                NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day)).is_some()
            }
            Within::Week(Some(week)) | Within::Weekday(Some(week), _) | Within::Weekend(Some(week)) => {
                !matches!(self.year, Year::Of(_)) || monday(year, week).is_some()
            }
            _ => true,
        }
    }
}

fn read_within(first: &str, second: Option<&str>) -> Option<Within> {
    if let Some(week) = first.strip_prefix('W') {
        let week = open_number(week, 1..=53)?;
        return match second {
            None => Some(Within::Week(week)),
            Some("WE") => Some(Within::Weekend(week)),
            Some(day) => Some(Within::Weekday(week, open_digit(day, 1..=7)??)),
        };
    }
    if let Some(second) = second {
        return Some(Within::Day(open_number(first, 1..=12)?, open_number(second, 1..=31)?));
    }
    if let Some(season) = Season::of_code(first) {
        return Some(Within::Season(season));
    }
    if let Some(quarter) = first.strip_prefix('Q') {
        return open_digit(quarter, 1..=4).map(Within::Quarter);
    }
    if let Some(half) = first.strip_prefix('H') {
        return open_digit(half, 1..=2).map(Within::Half);
    }
    open_number(first, 1..=12).map(Within::Month)
}

#[expect(clippy::option_option, reason = "open, and not readable at all, are two things")]
/// Two digits within `range`, or `XX`.
fn open_number(written: &str, range: std::ops::RangeInclusive<u8>) -> Option<Option<u8>> {
    match written {
        "XX" => Some(None),
        _ if written.len() == 2 => digits(written).filter(|number| range.contains(number)).map(Some),
        _ => None,
    }
}

#[expect(clippy::option_option, reason = "open, and not readable at all, are two things")]
/// One digit within `range`, or `X`.
fn open_digit(written: &str, range: std::ops::RangeInclusive<u8>) -> Option<Option<u8>> {
    match written {
        "X" => Some(None),
        _ if written.len() == 1 => digits(written).filter(|number| range.contains(number)).map(Some),
        _ => None,
    }
}

fn digits(written: &str) -> Option<u8> {
    written.bytes().all(|b| b.is_ascii_digit()).then(|| written.parse().ok())?
}

fn read_time(written: &str) -> Option<TimeOfDay> {
    if let Some(part) = DayPart::of_code(written) {
        return Some(TimeOfDay::Part(part));
    }
    let (clock, zone) = if let Some(clock) = written.strip_suffix('Z') {
        (clock, Some(0))
    } else if let Some(sign) = written.find(['+', '-']) {
        let (clock, zone) = written.split_at_checked(sign)?;
        (clock, Some(read_zone(zone)?))
    } else {
        (written, None)
    };
    let mut fields = clock.split(':');
    let hour = open_number(fields.next()?, 0..=24)?;
    let minute = match fields.next() {
        None => None,
        Some(minute) => open_number(minute, 0..=59)?,
    };
    let second = match fields.next() {
        None => None,
        Some(second) => Some(open_number(second, 0..=59)??),
    };
    if fields.next().is_some() || (hour == Some(24) && (minute.unwrap_or(0), second.unwrap_or(0)) != (0, 0)) {
        return None;
    }
    Some(TimeOfDay::Clock(Clock { hour, minute, second, zone }))
}

fn read_zone(written: &str) -> Option<i16> {
    let sign = if written.starts_with('-') { -1 } else { 1 };
    let digits_of = written.get(1..)?;
    let (hours, minutes) = digits_of.split_once(':').unwrap_or((digits_of, "00"));
    let (hours, minutes) = (open_number(hours, 0..=14)??, open_number(minutes, 0..=59)??);
    Some(sign * (i16::from(hours) * 60 + i16::from(minutes)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn values_are_written_as_they_were_read() {
        for value in [
            "2018",
            "201",
            "20",
            "XXXX",
            "BC0044",
            "2018-06",
            "XXXX-06",
            "2018-XX",
            "2018-06-08",
            "XXXX-06-08",
            "XXXX-XX-XX",
            "2018-W23",
            "2018-WXX",
            "XXXX-WXX-5",
            "2018-W23-WE",
            "2018-Q2",
            "2018-QX",
            "2018-H1",
            "2018-SU",
            "2018-06-08TEV",
            "2018-06-08T15:14",
            "2018-06-08T15:14Z",
            "2018-06-08T15:14:20+03:00",
            "XXXX-XX-XXT09:00",
            "XXXX-WXX-2TNI",
            "P3D",
            "P2.5W",
            "P1.25Y",
            "PXY",
            "PT24H",
            "P2Y6M",
            "P1DT12H",
            "PT1M30S",
            "P1DE",
            "P2CE",
            "P2WE",
            "P1Q",
            "PAST_REF",
            "PRESENT_REF",
            "FUTURE_REF",
        ] {
            assert_eq!(value.parse::<TimexValue>().map(|v| v.to_string()), Ok(value.to_owned()));
        }
    }

    #[test]
    fn what_the_calendar_does_not_have_is_refused() {
        for value in [
            "",
            "P",
            "PT",
            "P3",
            "PD",
            "P3DT",
            "1",
            "2018-13",
            "2018-02-30",
            "2018-W54",
            "2017-W53",
            "2018-6-8",
            "2018-Q5",
            "2018-06-08T25:00",
            "2018-06-08T24:30",
            "201-06",
            "tomorrow",
            "2018-06-08T",
            "P3M2Y",
            "+018",
            "2018-06-08T15:14+25",
            "2018-06-08-01",
            "P1.D",
            "PXXX",
        ] {
            assert!(value.parse::<TimexValue>().is_err(), "{value}");
        }
    }

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

    proptest! {
        #[test]
        fn whatever_is_typed_is_read_or_refused(written in "[0-9XPTWQHMDY:+.-]{0,14}|\\PC*") {
            if let Ok(value) = written.parse::<TimexValue>() {
                prop_assert_eq!(value.to_string().parse::<TimexValue>(), Ok(value));
            }
        }
    }
}
