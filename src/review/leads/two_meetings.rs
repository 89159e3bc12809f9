//! Two meetings in one place told apart only by who was there or by their date: "a Helsinki meeting on June 8" and "the
//! summit between A and B in Helsinki".

use super::super::period::in_words;
use super::lexicon::{MEETINGS, is_in};
use super::mention::{Mention, mentions};
use super::reading::Reading;
use crate::annotation::Lead;
use crate::pace::Pace;

/// The name of the rule.
pub(super) const NAME: &str = "two-meetings";

pub(super) async fn ask(reading: &Reading<'_>, leads: &mut Vec<Lead>, pace: &mut Pace) {
    let mut all: Vec<Mention<'_>> = Vec::new();
    for (index, sentence) in reading.sentences.iter().enumerate() {
        pace.step().await;
        let found = mentions(reading, index, sentence).into_iter();
        all.extend(found.filter(|mention| is_in(MEETINGS, &mention.event) && mention.place.is_some()));
    }
    let mut places: Vec<&str> = all.iter().filter_map(|mention| mention.place).collect();
    places.sort_unstable();
    places.dedup();
    for place in places {
        let here: Vec<&Mention<'_>> = all.iter().filter(|mention| mention.place == Some(place)).take(24).collect();
        let found = here.iter().enumerate().find_map(|(index, one)| {
            here.iter().skip(index + 1).find_map(|other| question(reading, place, one, other))
        });
        leads.extend(found);
    }
}

fn question(reading: &Reading<'_>, place: &str, one: &Mention<'_>, other: &Mention<'_>) -> Option<Lead> {
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
    let question =
        format!("In {place} the text has {} and {}. Is that one meeting or two?", described(one), described(other));
    Some(Reading::lead(NAME, vec![one.range, other.range], question))
}

/// Whether the meeting that has a date is told without the people whom the one without a date brings together.
fn is_without(reading: &Reading<'_>, dated: &Mention<'_>, undated: &Mention<'_>) -> bool {
    if undated.participants.is_empty() {
        return false;
    }
    let around = dated.sentence.saturating_sub(1)..=dated.sentence;
    let named: Vec<&str> =
        around.filter_map(|index| reading.sentences.get(index)).flat_map(|sentence| reading.names(sentence)).collect();
    !undated.participants.iter().any(|person| person.len() > 2 && named.contains(person))
}
