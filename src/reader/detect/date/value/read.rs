//! Values read back, and refused where they are none or the calendar has no such day.

use std::str::FromStr;

use chrono::NaiveDate;

use super::{Clock, Length, Point, Quantity, TimeOfDay, TimexValue, Within, Year};
use crate::detect::date::unit::{DayPart, Reference, Season, Unit};
use crate::text::cut::{cut, halves};
use crate::text::time::number;

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
    const CALENDAR: &[Unit] = &[
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
    let (calendar, clock) = halves(written, b'T');
    let mut parts = Vec::new();
    if clock.is_none() || !calendar.is_empty() {
        read_parts(calendar, CALENDAR, &mut parts)?;
    }
    if let Some(clock) = clock {
        read_parts(clock, &[Unit::Hour, Unit::Minute, Unit::Second], &mut parts)?;
    }
    Some(Length { parts })
}

/// Reads quantities with units in the order of `units`, each at most once, and one at least.
fn read_parts(mut rest: &str, units: &[Unit], parts: &mut Vec<(Quantity, Unit)>) -> Option<()> {
    let mut units = units.iter();
    loop {
        let (quantity, after) = cut(rest, |byte| !matches!(byte, b'0'..=b'9' | b'.' | b'X'));
        let (code, after) = cut(after, |byte| !byte.is_ascii_uppercase() || byte == b'X');
        let unit = units.find(|unit| unit.code() == code)?;
        parts.push((read_quantity(quantity)?, *unit));
        if after.is_empty() {
            return Some(());
        }
        rest = after;
    }
}

fn read_quantity(written: &str) -> Option<Quantity> {
    if matches!(written, "X" | "XX") {
        return Some(Quantity::Some);
    }
    let (whole, part) = halves(written, b'.');
    let part = part.unwrap_or("0");
    let scale = match part.len() {
        1 => 10,
        2 => 1,
        _ => return None,
    };
    Some(Quantity::Hundredths(number(whole)?.checked_mul(100)?.checked_add(number(part)? * scale)?))
}

fn read_point(written: &str) -> Option<Point> {
    let (calendar, time) = halves(written, b'T');
    let (before_christ, calendar) = calendar.strip_prefix("BC").map_or((false, calendar), |rest| (true, rest));
    let (year, within) = halves(calendar, b'-');
    let known = u16::try_from(number(year).unwrap_or(u64::MAX));
    let year = match year.len() {
        4 if year == "XXXX" => Year::Open,
        4 => Year::Of(known.ok()?),
        3 => Year::Decade(known.ok()?),
        2 => Year::Century(u8::try_from(known.ok()?).ok()?),
        _ => return None,
    };
    let within = match within {
        None => Within::Whole,
        Some(_) if matches!(year, Year::Century(_) | Year::Decade(_)) => return None,
        Some(within) => read_within(within)?,
    };
    let time = match time {
        None => None,
        Some(time) => Some(read_time(time)?),
    };
    let point = Point { before_christ, year, within, time };
    point.exists().then_some(point)
}

impl Point {
    /// Whether the calendar has such a day.
    fn exists(&self) -> bool {
        match (self.within, self.year) {
            (Within::Day(Some(month), Some(day)), Year::Open) => {
                // 2000 is a leap year.
                NaiveDate::from_ymd_opt(2000, u32::from(month), u32::from(day)).is_some()
            }
            (Within::Day(Some(_), Some(_)), _)
            | (Within::Week(Some(_)) | Within::Weekday(Some(_), _) | Within::Weekend(Some(_)), Year::Of(_)) => {
                self.first_day().is_some()
            }
            _ => true,
        }
    }
}

fn read_within(written: &str) -> Option<Within> {
    let (first, second) = halves(written, b'-');
    if let Some(week) = first.strip_prefix('W') {
        let week = open_number(week, 2, 53)?;
        return match second {
            None => Some(Within::Week(week)),
            Some("WE") => Some(Within::Weekend(week)),
            Some(day) => Some(Within::Weekday(week, open_number(day, 1, 7)??)),
        };
    }
    if let Some(second) = second {
        return Some(Within::Day(open_number(first, 2, 12)?, open_number(second, 2, 31)?));
    }
    if let Some(season) = Season::of_code(first) {
        return Some(Within::Season(season));
    }
    if let Some(quarter) = first.strip_prefix('Q') {
        return open_number(quarter, 1, 4).map(Within::Quarter);
    }
    if let Some(half) = first.strip_prefix('H') {
        return open_number(half, 1, 2).map(Within::Half);
    }
    open_number(first, 2, 12).map(Within::Month)
}

#[expect(clippy::option_option, reason = "open, and not readable at all, are two things")]
/// So many digits from 1 up to `most`, or as many `X`.
fn open_number(written: &str, length: usize, most: u8) -> Option<Option<u8>> {
    open_or_nought(written, length, most).filter(|number| *number != Some(0))
}

#[expect(clippy::option_option, reason = "open, and not readable at all, are two things")]
/// So many digits up to `most`, or as many `X`.
fn open_or_nought(written: &str, length: usize, most: u8) -> Option<Option<u8>> {
    if written.len() != length {
        return None;
    }
    if written.bytes().all(|byte| byte == b'X') {
        return Some(None);
    }
    u8::try_from(number(written)?).ok().filter(|number| *number <= most).map(Some)
}

fn read_time(written: &str) -> Option<TimeOfDay> {
    if let Some(part) = DayPart::of_code(written) {
        return Some(TimeOfDay::Part(part));
    }
    let (clock, zone) = cut(written, |byte| matches!(byte, b'Z' | b'+' | b'-'));
    let zone = match zone {
        "" => None,
        "Z" => Some(0),
        zone => Some(read_zone(zone)?),
    };
    let (hour, rest) = halves(clock, b':');
    let (minute, second) = rest.map_or((None, None), |rest| {
        let (minute, second) = halves(rest, b':');
        (Some(minute), second)
    });
    let hour = open_or_nought(hour, 2, 24)?;
    let minute = match minute {
        None => None,
        Some(minute) => open_or_nought(minute, 2, 59)?,
    };
    let second = match second {
        None => None,
        Some(second) => Some(open_or_nought(second, 2, 59)??),
    };
    if hour == Some(24) && (minute.unwrap_or(0), second.unwrap_or(0)) != (0, 0) {
        return None;
    }
    Some(TimeOfDay::Clock(Clock { hour, minute, second, zone }))
}

fn read_zone(written: &str) -> Option<i16> {
    let sign = if written.starts_with('-') { -1 } else { 1 };
    let (hours, minutes) = halves(written.get(1..)?, b':');
    let (hours, minutes) = (open_or_nought(hours, 2, 14)??, open_or_nought(minutes.unwrap_or("00"), 2, 59)??);
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
