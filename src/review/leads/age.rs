//! An age that does not fit a year of birth: "Ana Ruiz, 45, ... was born in 1960".

use chrono::{Datelike, NaiveDate};

use super::super::period::{Grain, Period, in_words};
use super::figure::{About, FigureKind};
use super::reading::{Reading, Sentence};
use crate::annotation::Lead;
use crate::text::TextRange;

/// Sentences between an age and a birth that is told of "she" or "he".
const NEAR: usize = 2;

/// Somebody's age, at some time.
struct Age<'a> {
    /// The last words of the names it may belong to, the likeliest first.
    persons: Vec<&'a str>,
    years: i32,
    at: Period,
    range: TextRange,
    sentence: usize,
}

/// When somebody was born.
struct Birth<'a> {
    /// Nothing for "she" and "he".
    person: Option<&'a str>,
    on: Period,
    range: TextRange,
    sentence: usize,
}

pub(super) fn ask(reading: &Reading<'_>, leads: &mut Vec<Lead>) {
    let births = births(reading);
    if births.is_empty() {
        return;
    }
    let ages = ages(reading);
    for birth in &births {
        let of_birth = |age: &&Age<'_>| match birth.person {
            Some(person) => age.persons.contains(&person),
            None => age.sentence <= birth.sentence && birth.sentence - age.sentence <= NEAR,
        };
        for age in ages.iter().filter(of_birth) {
            let (youngest, oldest) = possible(birth.on, age.at);
            if age.years < youngest || age.years > oldest {
                let question = format!(
                    "Somebody born in {} is {} in {}; the text gives {} the age of {}. Which of the two is meant otherwise?",
                    in_words(birth.on),
                    if youngest == oldest { format!("{oldest}") } else { format!("{youngest} or {oldest}") },
                    age.at.first_day().year(),
                    birth.person.or(age.persons.first().copied()).unwrap_or_default(),
                    age.years,
                )
                .replace("born in ", if birth.on.as_day().is_some() { "born on " } else { "born in " });
                leads.push(Reading::lead(&[birth.range, age.range], question));
            }
        }
    }
}

/// Ages that are possible at some time within `at`.
fn possible(birth: Period, at: Period) -> (i32, i32) {
    let age = |born: NaiveDate, on: NaiveDate| {
        on.year() - born.year() - i32::from((on.month(), on.day()) < (born.month(), born.day()))
    };
    (age(birth.last_day(), at.first_day()), age(birth.first_day(), at.last_day()))
}

fn ages<'a>(reading: &Reading<'a>) -> Vec<Age<'a>> {
    let mut ages = Vec::new();
    for figure in &reading.figures {
        let exact = figure.about == About::Exactly && figure.kind == FigureKind::Count;
        let whole = figure.value.fract().abs() < 1e-9 && (1.0..=115.0).contains(&figure.value);
        if !exact || !whole {
            continue;
        }
        let (start, end) = (figure.tokens.start, figure.tokens.end);
        let Some(index) = reading.sentence_of(figure.range.start) else { continue };
        let Some(sentence) = reading.sentences.get(index) else { continue };
        let Some(before) = start.checked_sub(1).filter(|before| sentence.tokens.contains(before)) else { continue };
        let old = figure.hyphenated && reading.is(end + 1, "year") && reading.is(end + 3, "old");
        let person = if old {
            // "45-year-old mayor Ana Ruiz", "Ana Ruiz, a 45-year-old teacher"
            let article = before.checked_sub(1);
            let apposition = article.filter(|at| reading.is(*at, ",") && reading.is(before, "a an"));
            apposition.and_then(|comma| name_before(reading, comma)).or_else(|| name_after(reading, end + 4, 3))
        } else if (reading.is(before, ",") && reading.is(end, ", . ) ;"))
            || (reading.reads(end, "years old") && reading.is(before, "is was"))
        {
            name_before(reading, before)
        } else {
            None
        };
        let has_age = reading.is(before, "aged age") || is_age_of(reading, before);
        let persons: Vec<&str> = match person {
            Some(person) => vec![person],
            None if has_age => (sentence.tokens.start..before)
                .rev()
                .filter(|token| reading.is_name(*token) && !reading.is_name(*token + 1))
                .map(|token| reading.word(token))
                .collect(),
            None => Vec::new(),
        };
        if persons.is_empty() {
            continue;
        }
        let Some(at) = time_of(reading, sentence, old || reading.is(before, ",")) else { continue };
        #[expect(clippy::cast_possible_truncation, reason = "at most 115")]
        let years = figure.value as i32;
        ages.push(Age { persons, years, at, range: figure.range, sentence: index });
    }
    ages
}

/// "at the age of 45"
fn is_age_of(reading: &Reading<'_>, token: usize) -> bool {
    token >= 1 && reading.is(token, "of") && reading.is(token - 1, "age")
}

/// The time an age is told for: the one year of the sentence that is not of birth, else publication. Where there are
/// several, nothing.
fn time_of(reading: &Reading<'_>, sentence: &Sentence, now: bool) -> Option<Period> {
    let of_birth = |token: usize| reading.has(token.saturating_sub(4)..token, "born");
    let mut told =
        reading.dates_of(sentence).iter().filter(|date| !of_birth(date.tokens.start)).filter_map(|date| date.period);
    let published = reading.published.map(Period::day);
    match (told.next(), told.next()) {
        (None, _) => published,
        (Some(at), None) if at.grain <= Grain::Year => {
            let same_year = published.is_some_and(|now| now.first_day().year() == at.first_day().year());
            // An age after a name is the age now, whatever else the sentence tells.
            if now && !same_year { None } else { Some(at) }
        }
        _ => None,
    }
}

fn births<'a>(reading: &Reading<'a>) -> Vec<Birth<'a>> {
    let mut births = Vec::new();
    for (index, sentence) in reading.sentences.iter().enumerate() {
        for token in sentence.tokens.clone() {
            if reading.is(token, "born")
                && let Some(birth) = birth(reading, index, sentence, token)
            {
                births.push(birth);
            }
        }
    }
    births
}

fn birth<'a>(reading: &Reading<'a>, index: usize, sentence: &Sentence, born: usize) -> Option<Birth<'a>> {
    let date = reading.date_from(sentence, born + 1)?;
    let between = born + 1..date.tokens.start;
    let on = date.period.filter(|on| on.grain <= Grain::Year)?;
    if between.len() > 5 || reading.has(between, ", ; to and after") {
        return None;
    }
    let subject = born.saturating_sub(8).max(sentence.tokens.start)..born;
    let pronoun = reading.has(subject.clone(), "he she");
    let name = subject.rev().find(|at| reading.is_name(*at)).map(|at| reading.word(at));
    // "Born in 1960 in Porto, Ruiz ..."
    let leading = || {
        let comma =
            reading.find(date.tokens.end..sentence.tokens.end, ",").filter(|_| born == sentence.tokens.start)?;
        if reading.is(comma + 1, "he she") { None } else { name_after(reading, comma + 1, 12) }
    };
    let person = if pronoun { None } else { leading().or(name) };
    let known = pronoun || person.is_some() || reading.is(date.tokens.end + 1, "she he");
    known.then_some(Birth { person, on, range: date.range, sentence: index })
}

/// The last word of the name that ends before `token`.
fn name_before<'a>(reading: &Reading<'a>, token: usize) -> Option<&'a str> {
    let last = token.checked_sub(1)?;
    reading.is_name(last).then(|| reading.word(last))
}

/// The last word of the name that begins at `token` or a few words after it.
fn name_after<'a>(reading: &Reading<'a>, token: usize, reach: usize) -> Option<&'a str> {
    let first = (token..token + reach).find(|at| reading.is_name(*at))?;
    let last = (first..first + 4).take_while(|at| reading.is_name(*at)).last()?;
    Some(reading.word(last))
}
