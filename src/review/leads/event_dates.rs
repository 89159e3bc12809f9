//! One event with two dates: "the Lisbon summit on 8 June" here, "the Lisbon summit of 18 June" there.

use chrono::Datelike;

use super::super::period::{Grain, Period, in_words};
use super::mention::{Determiner, Mention, mentions};
use super::reading::{Dated, Reading, Sentence, is_year};
use crate::annotation::Lead;
use crate::text::TextRange;

/// The name of the rule.
pub(super) const NAME: &str = "event-dates";

/// Days apart at most: what lies further apart are two events, unless only the year differs.
const NEAR: i64 = 62;

/// Events that go on for days, and of which people tell a day at a time.
const LONG: [&str; 9] =
    ["conference", "congress", "debate", "festival", "negotiations", "strike", "talks", "tournament", "trial"];

/// What happens once to one thing, as verbs.
#[rustfmt::skip]
const ONCE: [&str; 13] = [
    "abolished", "adopted", "assassinated", "born", "built", "completed", "died", "established", "founded",
    "inaugurated", "opened", "sank", "signed",
];

pub(super) fn ask(reading: &Reading<'_>, leads: &mut Vec<Lead>) {
    let all: Vec<Mention<'_>> = reading
        .sentences
        .iter()
        .enumerate()
        .filter(|(_, sentence)| !reading.dates_of(sentence).is_empty())
        .flat_map(|(index, sentence)| mentions(reading, index, sentence))
        .filter(|mention| !mention.another && mention.date.is_some())
        .collect();
    let mut events: Vec<&str> = all.iter().map(|mention| mention.event.as_str()).collect();
    events.sort_unstable();
    events.dedup();
    for event in events {
        let of: Vec<&Mention<'_>> = all.iter().filter(|mention| mention.event == event).take(24).collect();
        let found = of
            .iter()
            .enumerate()
            .find_map(|(index, one)| of.iter().skip(index + 1).find_map(|other| conflict(reading, one, other)));
        leads.extend(found);
    }
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
    if !differ(a, b, LONG.contains(&one.event.as_str())) {
        return None;
    }
    let question = format!(
        "The {} is dated {} here and {} there. Are these two events, or is one of the dates meant otherwise?",
        one.event,
        in_words(a),
        in_words(b)
    );
    Some(Reading::lead(NAME, vec![first.range, second.range], question))
}

/// Names in common between the sentences of two mentions.
fn shares_name(reading: &Reading<'_>, one: &Mention<'_>, other: &Mention<'_>) -> bool {
    let names = |mention: &Mention<'_>| {
        reading.sentences.get(mention.sentence).map(|sentence| reading.names(sentence)).unwrap_or_default()
    };
    let others = names(other);
    names(one).iter().any(|name| others.contains(name))
}

/// The period of a date that is written with its month or year, not "Monday" or "last week".
fn calendar(reading: &Reading<'_>, date: &Dated<'_>) -> Option<Period> {
    let written = date.tokens.clone().any(|token| {
        let word = reading.word(token);
        is_year(word)
            || (super::lexicon::number_in(&super::lexicon::MONTHS, word).is_some()
                && word.starts_with(char::is_uppercase))
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
    let mut told: Vec<(usize, String, Period, TextRange, &Sentence)> = Vec::new();
    for sentence in &reading.sentences {
        for token in sentence.tokens.clone() {
            let Some(verb) = ONCE.iter().position(|verb| reading.is(token, &[verb])) else { continue };
            let Some(date) = reading.dates_of(sentence).iter().find(|date| date.tokens.start > token) else { continue };
            let between = token + 1..date.tokens.start;
            let plain = between
                .clone()
                .all(|at| reading.is(at, &["in", "on", "at", "here", "there", "back"]) || reading.is_name(at));
            let Some(period) = calendar(reading, date) else { continue };
            if between.len() > 5 || between.is_empty() || !plain || reading.quote_around(date.range).is_some() {
                continue;
            }
            let Some(subject) = subject(reading, sentence, token) else { continue };
            let before =
                told.iter().find(|(other, name, at, ..)| *other == verb && *name == subject && !at.overlaps(period));
            if let Some((_, _, at, range, _)) = before {
                let word = reading.word(token);
                let question = format!(
                    "{subject}: {word} {} here and {} there. Which of the two is meant otherwise?",
                    in_words(*at),
                    in_words(period)
                );
                leads.push(Reading::lead(NAME, vec![*range, date.range], question));
            }
            told.push((verb, subject, period, date.range, sentence));
        }
    }
}

/// Whom or what a verb is about: the name before it, or the noun after "the".
fn subject(reading: &Reading<'_>, sentence: &Sentence, verb: usize) -> Option<String> {
    let mut at = verb;
    let skipped =
        ["was", "were", "had", "been", "has", "is", "first", "originally", ",", "which", "that", "who", "and"];
    while at > sentence.tokens.start && reading.is(at - 1, &skipped) {
        at -= 1;
    }
    let last = at.checked_sub(1).filter(|last| sentence.tokens.contains(last))?;
    if reading.is_name(last) {
        return Some(reading.word(last).to_owned());
    }
    let the = (1..=3).filter_map(|back| last.checked_sub(back)).find(|at| reading.is(*at, &["the"]))?;
    (reading.class(last) == Some(crate::text::TokenClass::Letters) && the < last && reading.word(last).len() > 3)
        .then(|| format!("The {}", reading.word(last)))
}
