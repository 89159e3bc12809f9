//! A day that no calendar has: "June 31", "29 February 2019".

use chrono::Datelike;

use super::lexicon::{WEEKDAYS, number_in};
use super::reading::Reading;
use super::written_day::WrittenDay;
use crate::annotation::Lead;
use crate::detect::date::month_name;

pub(super) fn ask(reading: &Reading<'_>, leads: &mut Vec<Lead>) {
    for day in &reading.days {
        if let Some(question) = question(reading, day) {
            leads.push(Reading::lead(&[reading.span(day.tokens.clone())], question));
        }
    }
}

fn question(reading: &Reading<'_>, day: &WrittenDay) -> Option<String> {
    let month = month_name(day.month).unwrap_or_default();
    if !(1..=12).contains(&day.month) {
        return Some(format!("There is no month {}. Which month is meant?", day.month));
    }
    if (day.month, day.day) == (2, 29) {
        let year = day.year.or_else(|| near_year(reading, day))?;
        return day
            .in_year(year)
            .is_none()
            .then(|| format!("February {year} has 28 days. Is another day meant, or another year?"));
    }
    // 2020 is a leap year: a day that it lacks is in no year.
    let longest = (28..=31).rev().find(|last| chrono::NaiveDate::from_ymd_opt(2020, day.month, *last).is_some())?;
    (day.day > longest && is_meant_as_day(reading, day)).then(|| {
        format!("{month} has {longest} days; the text has a {}th. Which day is meant?", day.day).replace("31th", "31st")
    })
}

/// A 29 February without a year is one of the year of publication or of the ones beside it.
fn near_year(reading: &Reading<'_>, day: &WrittenDay) -> Option<i32> {
    let published = reading.published?;
    let near = [published.year(), published.year() - 1, published.year() + 1];
    let read = reading.date_at(day.tokens.start).and_then(|date| date.period);
    (read.is_none() && near.iter().all(|year| day.in_year(*year).is_none())).then_some(published.year())
}

/// "in June 31 people died" counts people, "on June 31" does not.
fn is_meant_as_day(reading: &Reading<'_>, day: &WrittenDay) -> bool {
    const BEFORE_A_DAY: &str = "after before between by for from of on since the through till to until";
    let before = day.tokens.start.checked_sub(1);
    let said = before.is_some_and(|before| reading.is(before, BEFORE_A_DAY));
    let mut near = day.tokens.start.saturating_sub(2)..day.tokens.start;
    let weekday = near.any(|token| number_in(WEEKDAYS, reading.word(token)).is_some());
    let starts_with_day = reading.word(day.tokens.start).starts_with(|c: char| c.is_ascii_digit());
    let end = reading.word(day.tokens.end);
    let stands_alone = matches!(end, "," | "." | ";" | ")" | "") || reading.is(day.tokens.end, "and at in when");
    day.certain
        || weekday
        || (said && (starts_with_day || stands_alone || day.day > 31 || reading.is(day.tokens.start - 1, "on")))
}
