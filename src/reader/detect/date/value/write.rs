//! Values as they are written.

use std::fmt;

use super::{Clock, Length, Point, Quantity, TimeOfDay, TimexValue, Within, Year};

impl fmt::Display for TimexValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = String::new();
        match self {
            Self::Point(point) => write_point(point, &mut out),
            Self::Length(length) => write_length(length, &mut out),
            Self::Reference(reference) => out.push_str(reference.code()),
        }
        f.write_str(&out)
    }
}

/// Writes `before` and a number of so many digits, or as many `X`.
fn put(before: &str, number: Option<u64>, digits: usize, out: &mut String) {
    out.push_str(before);
    let (written, fill) = number.map_or_else(|| (String::new(), 'X'), |number| (number.to_string(), '0'));
    (written.len()..digits).for_each(|_| out.push(fill));
    out.push_str(&written);
}

fn put_two(before: &str, number: Option<u8>, out: &mut String) {
    put(before, number.map(u64::from), 2, out);
}

fn put_one(before: &str, number: Option<u8>, out: &mut String) {
    put(before, number.map(u64::from), 1, out);
}

fn write_point(point: &Point, out: &mut String) {
    let era = if point.before_christ { "BC" } else { "" };
    match point.year {
        Year::Open => put(era, None, 4, out),
        Year::Century(century) => put(era, Some(century.into()), 2, out),
        Year::Decade(decade) => put(era, Some(decade.into()), 3, out),
        Year::Of(year) => put(era, Some(year.into()), 4, out),
    }
    match point.within {
        Within::Whole => {}
        Within::Half(half) => put_one("-H", half, out),
        Within::Quarter(quarter) => put_one("-Q", quarter, out),
        Within::Season(season) => {
            out.push('-');
            out.push_str(season.code());
        }
        Within::Month(month) => put_two("-", month, out),
        Within::Day(month, day) => {
            put_two("-", month, out);
            put_two("-", day, out);
        }
        Within::Week(week) => put_two("-W", week, out),
        Within::Weekday(week, day) => {
            put_two("-W", week, out);
            put_one("-", Some(day), out);
        }
        Within::Weekend(week) => {
            put_two("-W", week, out);
            out.push_str("-WE");
        }
    }
    match point.time {
        None => {}
        Some(TimeOfDay::Part(part)) => {
            out.push('T');
            out.push_str(part.code());
        }
        Some(TimeOfDay::Clock(clock)) => write_clock(clock, out),
    }
}

fn write_clock(clock: Clock, out: &mut String) {
    put_two("T", clock.hour, out);
    put_two(":", clock.minute, out);
    if clock.second.is_some() {
        put_two(":", clock.second, out);
    }
    match clock.zone {
        None => {}
        Some(0) => out.push('Z'),
        Some(zone) => {
            let minutes = u64::from(zone.unsigned_abs());
            put(if zone < 0 { "-" } else { "+" }, Some(minutes / 60), 2, out);
            put(":", Some(minutes % 60), 2, out);
        }
    }
}

fn write_length(length: &Length, out: &mut String) {
    out.push('P');
    let mut on_the_clock = false;
    for (quantity, unit) in &length.parts {
        if unit.is_clock() && !on_the_clock {
            out.push('T');
            on_the_clock = true;
        }
        match quantity {
            Quantity::Some => out.push('X'),
            Quantity::Hundredths(number) => {
                put("", Some(number / 100), 1, out);
                match number % 100 {
                    0 => {}
                    rest if rest % 10 == 0 => put(".", Some(rest / 10), 1, out),
                    rest => put(".", Some(rest), 2, out),
                }
            }
        }
        out.push_str(unit.code());
    }
}
