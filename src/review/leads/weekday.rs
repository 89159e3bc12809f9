//! A weekday that does not fit its date: "Thursday, June 8, 2018".

use chrono::{Datelike, NaiveDate};

use super::super::period::{Period, written};
use super::lexicon::{WEEKDAYS, number_in};
use super::reading::{Reading, Sentence};
use super::written_day::WrittenDay;
use crate::annotation::Lead;
use crate::detect::date::weekday_name;

/// The name of the rule.
pub(super) const NAME: &str = "weekday";

pub(super) fn ask(reading: &Reading<'_>, sentence: &Sentence, leads: &mut Vec<Lead>) {
    for day in reading.days_of(sentence) {
        let Some((token, weekday)) = weekday_of(reading, day) else { continue };
        if day.year.is_none() && reading.published.is_none() {
            continue;
        }
        let years = years(reading, day);
        let dates: Vec<NaiveDate> = years.iter().filter_map(|year| day.in_year(*year)).collect();
        let fits = |date: &NaiveDate| date.weekday().number_from_monday() == weekday;
        let Some(nearest) = dates.first().filter(|_| !dates.iter().any(fits)) else { continue };
        let says = reading.word(token);
        let question = format!(
            "{} is a {}; the text says {says}. Is the day meant, or the date?",
            written(*nearest),
            weekday_name(nearest.weekday()),
        );
        let both = token.min(day.tokens.start)..day.tokens.end.max(token + 1);
        leads.push(Reading::lead(NAME, vec![reading.span(both)], question));
    }
}

/// The weekday that is said of `day`: "Friday, June 8", "Friday the 8th of June", "June 8, a Friday", "June 8 (Friday)".
fn weekday_of(reading: &Reading<'_>, day: &WrittenDay) -> Option<(usize, u32)> {
    let weekday = |token: usize| number_in(&WEEKDAYS, reading.word(token)).map(|number| (token, number));
    let mut before = day.tokens.start;
    while before > 0 && (reading.word(before - 1) == "," || reading.is(before - 1, &["the", "on"])) {
        before -= 1;
    }
    let leading = before.checked_sub(1).and_then(weekday).filter(|_| day.tokens.start - before <= 2);
    leading.or_else(|| {
        let mut after = day.tokens.end;
        let marked = matches!(reading.word(after), "," | "(") || reading.is(after, &["was", "is"]);
        after += usize::from(marked);
        let article = reading.is(after, &["a"]);
        after += usize::from(article);
        let said = weekday(after)?;
        // "on June 8, Friday's paper said" and "June 8, Monday and Tuesday" say nothing of June 8.
        let closed = reading.word(said.0 + 1) == ")" || article;
        closed.then_some(said)
    })
}

/// Years the day may belong to: the one written; else those near publication, the one it was read in, and the last one
/// written before it in the paragraph. The likeliest first.
fn years(reading: &Reading<'_>, day: &WrittenDay) -> Vec<i32> {
    if let Some(year) = day.year {
        return vec![year];
    }
    let read = reading
        .date_at(day.tokens.start)
        .and_then(|date| date.period)
        .map(Period::first_day)
        .filter(|first| first.month() == day.month)
        .map(|first| first.year());
    let mut years: Vec<i32> = read.into_iter().collect();
    if let Some(published) = reading.published {
        for year in [published.year(), published.year() - 1, published.year() + 1] {
            let near = day.in_year(year).is_some_and(|date| (date - published).num_days().abs() <= 200);
            if near && !years.contains(&year) {
                years.push(year);
            }
        }
    }
    if let Some(sentence) = reading.sentence_of_token(day.tokens.start) {
        let from = sentence.tokens.start.saturating_sub(120);
        let digits = (from..day.tokens.start).filter_map(|token| {
            let word = reading.word(token);
            word.parse().ok().filter(|year| word.len() == 4 && (1800..2100).contains(year))
        });
        years.extend(digits);
    }
    years
}
