//! One event with two dates: "the Lisbon summit on 8 June" here, "the Lisbon summit of 18 June" there.

use chrono::Datelike;

use super::super::period::{Grain, Period, in_words};
use super::lexicon::{MONTHS, is_in, number_in, place_in};
use super::mention::{Determiner, Mention};
use super::pairs;
use super::reading::{Dated, Reading, Sentence, is_year};
use crate::annotation::Lead;
use crate::text::{TextRange, letters};

/// Days apart at most: what lies further apart are two events, unless only the year differs.
const NEAR: i64 = 62;

/// Mentions of one event that are compared with each other, at most.
const MOST: usize = 24;

/// Events that go on for days, and of which people tell a day at a time.
const LONG: &str = "conference congress debate festival negotiations strike talks tournament trial";

/// What happens once to one thing, as verbs; sorted.
const ONCE: &str = "\
    abolished adopted assassinated born built completed died established founded inaugurated opened sank signed";

pub(super) fn ask(reading: &Reading<'_>, leads: &mut Vec<Lead>) {
    let dated = |mention: &&Mention<'_>| !mention.another && mention.date.is_some();
    let all: Vec<&Mention<'_>> = reading.mentions.iter().filter(dated).collect();
    let events: Vec<&str> = all.iter().map(|mention| mention.event.as_str()).collect();
    pairs::ask(&events, MOST, &|one, other| conflict(reading, all.get(one)?, all.get(other)?), leads);
    once(reading, leads);
}

fn conflict(reading: &Reading<'_>, one: &Mention<'_>, other: &Mention<'_>) -> Option<Lead> {
    let (first, second) = (reading.dates.get(one.date?)?, reading.dates.get(other.date?)?);
    let known = |mention: &Mention<'_>| mention.determiner != Determiner::Indefinite || !mention.names.is_empty();
    // The first mention may say "a summit"; the second must say which one.
    let bare = |mention: &Mention<'_>| {
        mention.determiner == Determiner::Definite
            && mention.names.is_empty()
            && mention.participants.is_empty()
            && mention.place.is_none()
    };
    let same = one.shares_name(other)
        || (bare(one) && bare(other))
        || (one.determiner == Determiner::Definite
            && other.determiner == Determiner::Definite
            && shares_name(reading, one, other));
    if one.sentence == other.sentence || !same || !known(other) || other.determiner == Determiner::Indefinite {
        return None;
    }
    let (a, b) = (calendar(reading, first)?, calendar(reading, second)?);
    if !differ(a, b, is_in(LONG, &one.event)) {
        return None;
    }
    let question = format!(
        "The {} is dated {} here and {} there. Are these two events, or is one of the dates meant otherwise?",
        one.event,
        in_words(a),
        in_words(b)
    );
    Some(Reading::lead(&[first.range, second.range], question))
}

/// Names in common between the sentences of two mentions.
fn shares_name(reading: &Reading<'_>, one: &Mention<'_>, other: &Mention<'_>) -> bool {
    let names = |mention: &Mention<'_>| {
        reading.sentences.get(mention.sentence).map(|sentence| reading.names(sentence)).unwrap_or_default()
    };
    Reading::share_name(&names(one), &names(other))
}

/// The period of a date that is written with its month or year, not "Monday" or "last week".
fn calendar(reading: &Reading<'_>, date: &Dated<'_>) -> Option<Period> {
    let written = date.tokens.clone().any(|token| {
        let word = reading.word(token);
        is_year(word) || (number_in(MONTHS, word).is_some() && word.starts_with(letters::is_capital))
    });
    date.period.filter(|period| written && period.grain <= Grain::Year && date.detail.begin.is_none())
}

fn differ(a: Period, b: Period, long: bool) -> bool {
    if a.overlaps(b) {
        return false;
    }
    let (first, second) = if a.start < b.start { (a, b) } else { (b, a) };
    let apart = (second.first_day() - first.last_day()).num_days();
    let same_day_of_year = match (a.as_day(), b.as_day()) {
        (Some(a), Some(b)) => (a.month(), a.day()) == (b.month(), b.day()),
        _ => false,
    };
    let fine = a.grain <= Grain::Month && b.grain <= Grain::Month;
    same_day_of_year || (fine && apart <= NEAR && apart >= if long { 4 } else { 1 })
}

/// "founded in 1990" and "founded in 1992" of one thing.
fn once(reading: &Reading<'_>, leads: &mut Vec<Lead>) {
    let mut all = Vec::new();
    for sentence in reading.sentences.iter().filter(|sentence| !reading.dates_of(sentence).is_empty()) {
        for token in sentence.tokens.clone() {
            if let Some(told) = told(reading, sentence, token) {
                all.push(told);
            }
        }
    }
    let things: Vec<String> = all.iter().map(|told| format!("{} {}", told.verb, told.subject)).collect();
    let things: Vec<&str> = things.iter().map(String::as_str).collect();
    for places in pairs::alike(&things) {
        let of: Vec<&Told> = places.iter().take(MOST).filter_map(|place| all.get(*place)).collect();
        for (index, again) in of.iter().enumerate() {
            let Some(first) = of.iter().take(index).find(|first| !first.period.overlaps(again.period)) else {
                continue;
            };
            let question = format!(
                "{}: {} {} here and {} there. Which of the two is meant otherwise?",
                again.subject,
                reading.word(again.token),
                in_words(first.period),
                in_words(again.period)
            );
            leads.push(Reading::lead(&[first.date, again.date], question));
        }
    }
}

/// That something happened to one thing, and when.
struct Told {
    /// Index in [`ONCE`].
    verb: usize,
    subject: String,
    /// The verb as it stands.
    token: usize,
    period: Period,
    date: TextRange,
}

fn told(reading: &Reading<'_>, sentence: &Sentence, token: usize) -> Option<Told> {
    let verb = place_in(ONCE, reading.word(token))?;
    let date = reading.date_from(sentence, token + 1)?;
    let between = token + 1..date.tokens.start;
    let plain = between.clone().all(|at| reading.is(at, "in on at here there back") || reading.is_name(at));
    let period = calendar(reading, date)?;
    if between.len() > 5 || between.is_empty() || !plain || reading.quote_around(date.range).is_some() {
        return None;
    }
    let subject = subject(reading, sentence, token)?;
    Some(Told { verb, subject, token, period, date: date.range })
}

/// Whom or what a verb is about: the name before it, or the noun after "the".
fn subject(reading: &Reading<'_>, sentence: &Sentence, verb: usize) -> Option<String> {
    let mut at = verb;
    let skipped = "was were had been has is first originally , which that who and";
    while at > sentence.tokens.start && reading.follows(at, skipped) {
        at -= 1;
    }
    let last = at.checked_sub(1).filter(|last| sentence.tokens.contains(last))?;
    if reading.is_name(last) {
        return Some(reading.word(last).to_owned());
    }
    let the = reading.has(last.saturating_sub(3)..last, "the");
    (the && reading.class(last) == Some(crate::text::TokenClass::Letters) && reading.word(last).len() > 3)
        .then(|| format!("The {}", reading.word(last)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sorted() {
        assert!(super::ONCE.split(' ').is_sorted());
    }
}
