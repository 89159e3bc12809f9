//! A TIMEX3 value in English words, for the card: "Friday, 8 June 2018".

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate, Weekday};

use super::unit::{DayPart, Reference, Unit};
use super::value::{Clock, Length, Point, Quantity, TimeOfDay, TimexValue, Within, Year};
use crate::text::time::MONTHS;

/// The name of month `number`, 1 to 12; nothing for another number.
#[must_use]
pub fn month_name(number: u32) -> Option<&'static str> {
    MONTHS.get(usize::try_from(number.checked_sub(1)?).ok()?).copied()
}

/// Its first three letters; empty for another number.
#[must_use]
pub fn short_month_name(number: u32) -> &'static str {
    month_name(number).and_then(|name| name.get(..3)).unwrap_or_default()
}

/// `value` in words, in the British order: `2018-06-08` is "Friday, 8 June 2018". A value that is not TIMEX3 is given
/// back as it is.
#[must_use]
pub fn in_words(value: &str) -> String {
    match value.parse() {
        Ok(TimexValue::Point(point)) => point_in_words(&point),
        Ok(TimexValue::Length(length)) => length_in_words(&length),
        Ok(TimexValue::Reference(Reference::Past)) => "some time in the past".to_owned(),
        Ok(TimexValue::Reference(Reference::Present)) => "at present".to_owned(),
        Ok(TimexValue::Reference(Reference::Future)) => "some time in the future".to_owned(),
        Err(_) => value.to_owned(),
    }
}

fn point_in_words(point: &Point) -> String {
    let date = date_in_words(point);
    match point.time {
        None => date,
        Some(TimeOfDay::Part(part)) => format!("{}, {date}", part_in_words(part)),
        Some(TimeOfDay::Clock(clock)) => format!("{}, {date}", clock_in_words(clock)),
    }
}

fn part_in_words(part: DayPart) -> &'static str {
    part.name()
}

fn clock_in_words(clock: Clock) -> String {
    let mut words = match (clock.hour, clock.minute) {
        (None, _) => return "at an unknown hour".to_owned(),
        (Some(hour), Some(minute)) => format!("{hour}:{minute:02}"),
        (Some(hour), None) => format!("between {hour}:00 and {hour}:59"),
    };
    if let Some(second) = clock.second {
        _ = write!(words, ":{second:02}");
    }
    match clock.zone {
        None => {}
        Some(0) => words.push_str(" UTC"),
        Some(zone) => {
            let minutes = zone.unsigned_abs();
            _ = write!(words, " UTC{}{}", if zone < 0 { '−' } else { '+' }, minutes / 60);
            if minutes % 60 != 0 {
                _ = write!(words, ":{:02}", minutes % 60);
            }
        }
    }
    words
}

fn date_in_words(point: &Point) -> String {
    let year = year_in_words(point);
    match point.within {
        Within::Whole => year.unwrap_or_else(|| "year unknown".to_owned()),
        Within::Half(half) => of_year(&format!("{} half", nth(half)), year),
        Within::Quarter(quarter) => of_year(&format!("{} quarter", nth(quarter)), year),
        Within::Season(season) => of_year(season.name(), year),
        Within::Month(month) => with_year(month_in_words(month), year),
        Within::Day(month, day) => day_in_words(point, month, day, year),
        Within::Week(week) => of_year(&number("week", week), year),
        Within::Weekday(week, day) => match (week, weekday(day)) {
            (None, name) => with_year(name, year),
            (Some(_), name) => point.first_day().map_or_else(|| of_year(name, year), full_day),
        },
        Within::Weekend(week) => match point.first_day() {
            Some(saturday) => format!("weekend of {}", full_day(saturday)),
            None => of_year(&number("weekend of week", week), None),
        },
    }
}

fn day_in_words(point: &Point, month: Option<u8>, day: Option<u8>, year: Option<String>) -> String {
    if let (Some(date), false) = (point.first_day(), point.before_christ) {
        return full_day(date);
    }
    match (day, month) {
        (Some(day), Some(_)) => with_year(&format!("{day} {}", month_in_words(month)), year),
        (Some(day), None) => format!("day {day} of an unknown month"),
        (None, Some(_)) => format!("a day in {}", with_year(month_in_words(month), year)),
        (None, None) => year.map_or_else(|| "day unknown".to_owned(), |year| format!("a day in {year}")),
    }
}

/// "Friday, 8 June 2018"
fn full_day(date: NaiveDate) -> String {
    let month = month_name(date.month()).unwrap_or_default();
    format!("{}, {} {month} {}", weekday_name(date.weekday()), date.day(), date.year())
}

/// The English name of a day of the week.
#[must_use]
pub const fn weekday_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// The name of weekday `number`; 1 is Monday.
fn weekday(number: u8) -> &'static str {
    number.checked_sub(1).and_then(|day| Weekday::try_from(day).ok()).map_or("a day", weekday_name)
}

fn year_in_words(point: &Point) -> Option<String> {
    let era = if point.before_christ { " BC" } else { "" };
    match point.year {
        Year::Open => None,
        Year::Of(year) => Some(format!("{year}{era}")),
        Year::Decade(decade) => Some(format!("the {decade}0s{era}")),
        Year::Century(century) if point.before_christ => Some(format!("the {}{era}", century_in_words(century))),
        Year::Century(century) => Some(format!("the {}", century_in_words(century.saturating_add(1)))),
    }
}

fn century_in_words(century: u8) -> String {
    let ending = match (century % 10, century / 10) {
        (_, 1) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{century}{ending} century")
}

fn month_in_words(month: Option<u8>) -> &'static str {
    let named = month.and_then(|month| month_name(u32::from(month)));
    named.unwrap_or("a month")
}

fn nth(number: Option<u8>) -> &'static str {
    match number {
        Some(1) => "first",
        Some(2) => "second",
        Some(3) => "third",
        Some(4) => "fourth",
        _ => "a",
    }
}

fn number(what: &str, number: Option<u8>) -> String {
    number.map_or_else(|| format!("a {what}"), |number| format!("{what} {number}"))
}

fn of_year(what: &str, year: Option<String>) -> String {
    joined(what, " of ", year)
}

fn with_year(what: &str, year: Option<String>) -> String {
    joined(what, " ", year)
}

fn joined(what: &str, link: &str, year: Option<String>) -> String {
    let (link, year) = year.map_or((", year ", "unknown".to_owned()), |year| (link, year));
    format!("{what}{link}{year}")
}

fn length_in_words(length: &Length) -> String {
    let parts: Vec<String> = length.parts.iter().map(|(quantity, unit)| quantity_in_words(*quantity, *unit)).collect();
    parts.join(" and ")
}

fn quantity_in_words(quantity: Quantity, unit: Unit) -> String {
    let name = unit.name();
    let (name, ending) = match (quantity, unit) {
        (Quantity::Hundredths(100), _) => (name, ""),
        (_, Unit::Century) => ("centuries", ""),
        (_, Unit::Millennium) => ("millennia", ""),
        _ => (name, "s"),
    };
    let number = match quantity {
        Quantity::Some => "some".to_owned(),
        Quantity::Hundredths(number) => format!("{}.{:02}", number / 100, number % 100),
    };
    let number = number.strip_suffix(".00").or(number.strip_suffix('0')).unwrap_or(&number);
    format!("{number} {name}{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_said_in_words() {
        for (value, words) in [
            ("2018-06-08", "Friday, 8 June 2018"),
            ("2018-06", "June 2018"),
            ("2018", "2018"),
            ("199", "the 1990s"),
            ("18", "the 19th century"),
            ("BC0044", "44 BC"),
            ("2018-Q2", "second quarter of 2018"),
            ("2018-H1", "first half of 2018"),
            ("2018-SU", "summer of 2018"),
            ("2018-W23", "week 23 of 2018"),
            ("2018-W23-WE", "weekend of Saturday, 9 June 2018"),
            ("2018-06-08TEV", "evening, Friday, 8 June 2018"),
            ("2018-06-08T15:14+03:00", "15:14 UTC+3, Friday, 8 June 2018"),
            ("2018-06-08T13:XXZ", "between 13:00 and 13:59 UTC, Friday, 8 June 2018"),
            ("XXXX-06-08", "8 June, year unknown"),
            ("XXXX-07", "July, year unknown"),
            ("XXXX-WXX-5", "Friday, year unknown"),
            ("P3D", "3 days"),
            ("P1Y", "1 year"),
            ("P10.5Y", "10.5 years"),
            ("P1.25Y", "1.25 years"),
            ("P2CE", "2 centuries"),
            ("PXM", "some months"),
            ("P2Y6M", "2 years and 6 months"),
            ("PT24H", "24 hours"),
            ("PAST_REF", "some time in the past"),
            ("nonsense", "nonsense"),
        ] {
            assert_eq!(in_words(value), words, "{value}");
        }
    }
}
