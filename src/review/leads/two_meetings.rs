//! Two meetings in one place told apart only by who was there or by their date: "a Helsinki meeting on June 8" and "the
//! summit between A and B in Helsinki".

use super::super::period::in_words;
use super::lexicon::{MEETINGS, is_in};
use super::mention::Mention;
use super::pairs;
use super::reading::Reading;
use crate::annotation::Lead;

/// Meetings in one place that are held against each other, at most.
const MOST: usize = 24;

pub(super) fn ask(reading: &Reading<'_>, leads: &mut Vec<Lead>) {
    let meetings = reading.mentions.iter().filter(|mention| is_in(MEETINGS, &mention.event));
    let all: Vec<&Mention<'_>> = meetings.filter(|mention| mention.place.is_some()).collect();
    let places: Vec<&str> = all.iter().filter_map(|mention| mention.place).collect();
    pairs::ask(&places, MOST, &|one, other| question(reading, all.get(one)?, all.get(other)?), leads);
}

fn question(reading: &Reading<'_>, one: &Mention<'_>, other: &Mention<'_>) -> Option<Lead> {
    if one.sentence == other.sentence || one.event == other.event || one.another || other.another {
        return None;
    }
    let date =
        |mention: &Mention<'_>| mention.date.and_then(|date| reading.dates.get(date)).and_then(|date| date.period);
    let told_apart = match (date(one), date(other)) {
        (Some(first), Some(second)) => !first.overlaps(second),
        (Some(_), None) => is_without(reading, one, other),
        (None, Some(_)) => is_without(reading, other, one),
        (None, None) => false,
    };
    if !told_apart {
        return None;
    }
    let described = |mention: &Mention<'_>| match date(mention) {
        Some(period) => format!("a {} of {}", mention.event, in_words(period)),
        None => format!("a {} without a date", mention.event),
    };
    let place = one.place?;
    let question =
        format!("In {place} the text has {} and {}. Is that one meeting or two?", described(one), described(other));
    Some(Reading::lead(&[one.range, other.range], question))
}

/// Whether the meeting that has a date is told without the people whom the one without a date brings together.
fn is_without(reading: &Reading<'_>, dated: &Mention<'_>, undated: &Mention<'_>) -> bool {
    if undated.participants.is_empty() {
        return false;
    }
    let mut named = Vec::new();
    for index in dated.sentence.saturating_sub(1)..=dated.sentence {
        named.extend(reading.sentences.get(index).map(|sentence| reading.names(sentence)).unwrap_or_default());
    }
    !undated.participants.iter().any(|person| person.len() > 2 && named.contains(person))
}
