//! A reply long after what it answers, or before it: "in answer to the statement of June 8" and a letter "sent in July".

use super::super::period::{Grain, Period, in_words, written};
use super::lexicon::MESSAGES;
use super::reading::{Dated, Reading, Sentence};
use crate::annotation::Lead;

/// Words that join a reply to what it answers.
const CUES: [&str; 10] = [
    "a response to",
    "in answer to",
    "in reaction to",
    "in reply to",
    "in response to",
    "reacting to",
    "replied to",
    "replying to",
    "responded to",
    "responding to",
];

/// Days within which an answer is no surprise.
const PROMPT: i64 = 14;

/// Words between a cue and the date of what is answered.
const REACH: usize = 16;

/// Sentences in which the date of the reply is looked for, to either side.
const NEAR: usize = 8;

pub(super) fn ask(reading: &Reading<'_>, leads: &mut Vec<Lead>) {
    for (index, sentence) in reading.sentences.iter().enumerate() {
        // Every cue ends in "to".
        if reading.dates_of(sentence).is_empty() || !reading.has(sentence.tokens.clone(), "to") {
            continue;
        }
        let Some((cue, length)) = sentence.tokens.clone().find_map(|token| {
            CUES.iter().find(|cue| reading.reads(token, cue)).map(|cue| (token, cue.split(' ').count()))
        }) else {
            continue;
        };
        let Some(answered) = answered(reading, sentence, cue, length) else { continue };
        let Some(reply) = reply_here(reading, sentence, cue, answered).or_else(|| reply_near(reading, index, answered))
        else {
            continue;
        };
        let (Some(from), Some(to)) = (answered.period, reply.period) else { continue };
        leads.extend(question(from, to).map(|question| Reading::lead(&[answered.range, reply.range], question)));
    }
}

/// The question, where a reply at `to` to something at `from` raises one.
fn question(from: Period, to: Period) -> Option<String> {
    if from.overlaps(to) {
        return None;
    }
    if to.end <= from.start {
        let before = (from.first_day() - to.last_day()).num_days();
        return (before > 1).then(|| {
            format!(
                "The reply of {} comes {before} days before what it answers, of {}. Are both dates right?",
                in_words(to),
                in_words(from),
            )
        });
    }
    let (first, last) = ((to.first_day() - from.last_day()).num_days(), (to.last_day() - from.last_day()).num_days());
    if first <= PROMPT {
        return None;
    }
    let arithmetic = if first == last {
        format!("{} comes {first} days after {}", in_words(to), in_words(from))
    } else {
        format!(
            "{} begins {first} days after {} and ends {last} after",
            in_words(to),
            if from.as_day().is_some() { written(from.last_day()) } else { format!("the end of {}", in_words(from)) },
        )
    };
    Some(format!("A reply is dated long after what it answers: {arithmetic}. Is that what it answers?"))
}

/// The date of what is answered: in the phrase after the cue, else just before "and in answer to".
fn answered<'r, 'a>(reading: &'r Reading<'a>, sentence: &Sentence, cue: usize, length: usize) -> Option<&'r Dated<'a>> {
    let begin = cue + length;
    let after = reading.date_from(sentence, begin).filter(|date| date.tokens.start - begin <= REACH);
    let main_clause = |token: usize| reading.is(token, ",") && !reading.is_name(token + 1);
    if let Some(date) = after.filter(|date| !(begin..date.tokens.start).any(main_clause)) {
        return Some(date);
    }
    let before = reading.date_before(sentence, cue).filter(|date| cue - date.tokens.end <= 2)?;
    let joined = reading.has(before.tokens.end..cue, "and");
    joined.then_some(before)
}

/// The date of the reply in the same sentence, in its main clause.
fn reply_here<'r, 'a>(
    reading: &'r Reading<'a>,
    sentence: &Sentence,
    cue: usize,
    answered: &Dated<'_>,
) -> Option<&'r Dated<'a>> {
    let hangs = |date: &&Dated<'_>| {
        let start = date.tokens.start;
        reading.follows(start, "in on") && date.period.is_some_and(|period| period.grain <= Grain::Year)
    };
    let others = reading.dates_of(sentence).iter().filter(|date| date.range != answered.range).filter(hangs);
    others.into_iter().find(|date| {
        // "sent a letter in July in response to ...", "In response to ..., the ministry sent a letter in July."
        let (from, to) =
            if date.tokens.end <= cue { (date.tokens.end, cue) } else { (answered.tokens.end, date.tokens.start) };
        !reading.has(from..to, "and but that which who after since") && to.saturating_sub(from) <= 14
    })
}

/// The date of the reply in another sentence that tells of a message and shares a name with the one of the cue.
fn reply_near<'r, 'a>(reading: &'r Reading<'a>, index: usize, answered: &Dated<'_>) -> Option<&'r Dated<'a>> {
    let names = reading.names(reading.sentences.get(index)?);
    for distance in 1..=NEAR {
        for other in [index.checked_sub(distance), Some(index + distance)].into_iter().flatten() {
            let Some(sentence) = reading.sentences.get(other) else { continue };
            let of_message = reading.dates_of(sentence).iter().find(|date| {
                let period = date.period.is_some_and(|period| period.grain <= Grain::Year);
                period && date.range != answered.range && is_of_message(reading, sentence, date)
            });
            let Some(date) = of_message else { continue };
            let mut around = reading.names(sentence);
            if let Some(before) = other.checked_sub(1).and_then(|before| reading.sentences.get(before)) {
                around.extend(reading.names(before));
            }
            if Reading::share_name(&names, &around) {
                return Some(date);
            }
        }
    }
    None
}

/// Whether a date is the date of a message: "a letter was sent in July".
fn is_of_message(reading: &Reading<'_>, sentence: &Sentence, date: &Dated<'_>) -> bool {
    let start = date.tokens.start;
    let attached = reading.follows(start, "in on");
    let clause = start.saturating_sub(18).max(sentence.tokens.start)..start;
    let broken = reading.has(clause.start.max(start.saturating_sub(10))..start, "; after which since");
    let last = clause.clone().rev().find(|token| reading.is(*token, ",")).map_or(clause.start, |comma| comma + 1);
    attached && !broken && reading.has(last..start, MESSAGES)
}
