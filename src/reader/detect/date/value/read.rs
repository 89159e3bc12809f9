//! Values read back, and refused where they are none or the calendar has no such day.

use std::str::FromStr;

use chrono::NaiveDate;

use super::{Clock, Length, Point, Quantity, TimeOfDay, TimexValue, Within, Year, monday};
use crate::detect::date::unit::{DayPart, Reference, Season, Unit};

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

    proptest! {
        #[test]
        fn whatever_is_typed_is_read_or_refused(written in "[0-9XPTWQHMDY:+.-]{0,14}|\\PC*") {
            if let Ok(value) = written.parse::<TimexValue>() {
                prop_assert_eq!(value.to_string().parse::<TimexValue>(), Ok(value));
            }
        }
    }
}
