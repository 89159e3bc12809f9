//! A date after publication told in the past tense, or before it in the future.

use chrono::{Datelike, NaiveDate};

use super::super::period::{Grain, in_words, written};
use super::clause::{Tense, tense_before};
use super::reading::{Dated, Reading, Sentence, is_year};
use crate::annotation::Lead;

/// The name of the rule.
pub(super) const NAME: &str = "tense";

/// A day without a year that was read as nearly a year away lies in truth this near, on the other side of publication.
const NEAR: i64 = 75;

pub(super) fn ask(reading: &Reading<'_>, sentence: &Sentence, leads: &mut Vec<Lead>) {
    let Some(published) = reading.published else { return };
    for date in reading.dates_of(sentence) {
        let Some(question) = question(reading, date, published) else { continue };
        leads.push(Reading::lead(NAME, vec![date.range], question));
    }
}

fn question(reading: &Reading<'_>, date: &Dated<'_>, published: NaiveDate) -> Option<String> {
    let period = date.period.filter(|period| (Grain::Day..=Grain::Year).contains(&period.grain))?;
    // What somebody says was said at some other time, and "Monday" is read by its tense in the first place.
    if !reading.is_written(date) || reading.quote_around(date.range).is_some() {
        return None;
    }
    let tense = tense_before(reading, date.tokens.start)?;
    let (first, last) = (period.first_day(), period.last_day());
    let with_year = date.tokens.clone().any(|token| is_year(reading.word(token)));
    match tense {
        Tense::Past if (first - published).num_days() > 1 => Some(format!(
            "{} begins {} days after publication on {}, and the text tells of it in the past tense. Is the date right?",
            in_words(period),
            (first - published).num_days(),
            written(published),
        )),
        Tense::Future if last < published && (with_year || (published - last).num_days() <= NEAR) => Some(format!(
            "{} lies {} days before publication on {}, and the text speaks of it as still to come. Is the date right?",
            in_words(period),
            (published - last).num_days(),
            written(published),
        )),
        _ => without_year(reading, date, tense, published),
    }
}

/// A day without a year is read by its tense; where that makes it nearly a year away, the other reading is near.
fn without_year(reading: &Reading<'_>, date: &Dated<'_>, tense: Tense, published: NaiveDate) -> Option<String> {
    let day = reading.day_in(date)?;
    let read = date.period?.as_day()?;
    if day.year.is_some() || (read - published).num_days().abs() < 365 - NEAR {
        return None;
    }
    let here = day.in_year(published.year())?;
    let away = (here - published).num_days();
    match tense {
        Tense::Past if (2..=NEAR).contains(&away) => Some(format!(
            "{} comes {away} days after publication, and the text tells of it in the past tense. Is {} meant?",
            written(here),
            written(read),
        )),
        Tense::Future if (-NEAR..=-2).contains(&away) => Some(format!(
            "{} lies {} days before publication, and the text speaks of it as still to come. Is {} meant?",
            written(here),
            -away,
            written(read),
        )),
        _ => None,
    }
}
