//! One event with two dates: "the Lisbon summit on 8 June" here, "the Lisbon summit of 18 June" there.

use chrono::Datelike;

use super::super::period::{Grain, Period, in_words};
use super::lexicon::place_in;
use super::mention::{Determiner, Mention, mentions};
use super::reading::{Dated, Reading, Sentence, is_year};
use crate::annotation::Lead;
use crate::pace::Pace;
use crate::text::TextRange;

/// The name of the rule.
pub(super) const NAME: &str = "event-dates";

/// Days apart at most: what lies further apart are two events, unless only the year differs.
const NEAR: i64 = 62;

/// Mentions of one event that are compared with each other, at most.
const MOST: usize = 24;

/// Events that go on for days, and of which people tell a day at a time.
const LONG: [&str; 9] =
    ["conference", "congress", "debate", "festival", "negotiations", "strike", "talks", "tournament", "trial"];

/// What happens once to one thing, as verbs; sorted.
#[rustfmt::skip]
const ONCE: [&str; 13] = [
    "abolished", "adopted", "assassinated", "born", "built", "completed", "died", "established", "founded",
    "inaugurated", "opened", "sank", "signed",
];

pub(super) async fn ask(reading: &Reading<'_>, leads: &mut Vec<Lead>, pace: &mut Pace) {
    let (mut all, mut once) = (Vec::new(), Vec::new());
    for (index, sentence) in reading.sentences.iter().enumerate() {
        pace.step().await;
        if !reading.dates_of(sentence).is_empty() {
            let found = mentions(reading, index, sentence).into_iter();
            all.extend(found.filter(|mention| !mention.another && mention.date.is_some()));
            once.extend(sentence.tokens.clone().filter_map(|token| told(reading, sentence, token)));
        }
    }
    let mut events: Vec<&str> = all.iter().map(|mention| mention.event.as_str()).collect();
    events.sort_unstable();
    events.dedup();
    for event in events {
        let of: Vec<&Mention<'_>> = all.iter().filter(|mention| mention.event == event).take(MOST).collect();
        let found = of
            .iter()
            .enumerate()
            .find_map(|(index, one)| of.iter().skip(index + 1).find_map(|other| conflict(reading, one, other)));
        leads.extend(found);
    }
    compare(reading, once, leads);
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
fn compare(reading: &Reading<'_>, mut told: Vec<Told>, leads: &mut Vec<Lead>) {
    told.sort_by(|a, b| (a.verb, &a.subject).cmp(&(b.verb, &b.subject)));
    for of in told.chunk_by(|a, b| a.verb == b.verb && a.subject == b.subject) {
        let of = of.get(..MOST).unwrap_or(of);
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
            leads.push(Reading::lead(NAME, vec![first.date, again.date], question));
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
    let verb = place_in(&ONCE, reading.word(token))?;
    let date = reading.dates_of(sentence).iter().find(|date| date.tokens.start > token)?;
    let between = token + 1..date.tokens.start;
    let plain =
        between.clone().all(|at| reading.is(at, &["in", "on", "at", "here", "there", "back"]) || reading.is_name(at));
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

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_is_sorted() {
        assert!(super::ONCE.is_sorted());
    }
}
