//! A reply long after what it answers, or before it: "in answer to the statement of June 8" and a letter "sent in July".

use super::super::period::{Grain, Period, in_words, written};
use super::lexicon::{MESSAGES, is_in};
use super::reading::{Dated, Reading, Sentence};
use crate::annotation::Lead;

/// The name of the rule.
pub(super) const NAME: &str = "late-reply";

/// Words that join a reply to what it answers.
const CUES: [&[&str]; 10] = [
    &["a", "response", "to"],
    &["in", "answer", "to"],
    &["in", "reaction", "to"],
    &["in", "reply", "to"],
    &["in", "response", "to"],
    &["reacting", "to"],
    &["replied", "to"],
    &["replying", "to"],
    &["responded", "to"],
    &["responding", "to"],
];

/// Days within which an answer is no surprise.
const PROMPT: i64 = 14;

/// Words between a cue and the date of what is answered.
const REACH: usize = 16;

/// Sentences in which the date of the reply is looked for, to either side.
const NEAR: usize = 8;

pub(super) fn ask(reading: &Reading<'_>, sentence: &Sentence, leads: &mut Vec<Lead>) {
    // Every cue ends in "to".
    if reading.dates_of(sentence).is_empty() || !sentence.tokens.clone().any(|token| reading.is(token, &["to"])) {
        return;
    }
    let Some((cue, length)) = sentence
        .tokens
        .clone()
        .find_map(|token| CUES.iter().find(|cue| reading.reads(token, cue)).map(|cue| (token, cue.len())))
    else {
        return;
    };
    let Some(answered) = answered(reading, sentence, cue, length) else { return };
    let Some(reply) = reply_here(reading, sentence, cue, answered)
        .or_else(|| reply_near(reading, reading.sentence_of(sentence.range.start)?, answered))
    else {
        return;
    };
    let (Some(from), Some(to)) = (answered.period, reply.period) else { return };
    leads.extend(question(from, to).map(|question| Reading::lead(NAME, vec![answered.range, reply.range], question)));
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
    let dates = reading.dates_of(sentence);
    let begin = cue + length;
    let after = dates.iter().find(|date| date.tokens.start >= begin && date.tokens.start - begin <= REACH);
    let main_clause = |token: usize| reading.word(token) == "," && !reading.is_name(token + 1);
    if let Some(date) = after.filter(|date| !(begin..date.tokens.start).any(main_clause)) {
        return Some(date);
    }
    let before = dates.iter().rev().find(|date| date.tokens.end <= cue && cue - date.tokens.end <= 2)?;
    let joined = (before.tokens.end..cue).any(|token| reading.is(token, &["and"]));
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
        start.checked_sub(1).is_some_and(|before| reading.is(before, &["in", "on"]))
            && date.period.is_some_and(|period| period.grain <= Grain::Year)
    };
    let others = reading.dates_of(sentence).iter().filter(|date| date.range != answered.range).filter(hangs);
    others.into_iter().find(|date| {
        // "sent a letter in July in response to ...", "In response to ..., the ministry sent a letter in July."
        let (from, to) =
            if date.tokens.end <= cue { (date.tokens.end, cue) } else { (answered.tokens.end, date.tokens.start) };
        let clauses = (from..to)
            .filter(|token| reading.is(*token, &["and", "but", "that", "which", "who", "after", "since"]))
            .count();
        clauses == 0 && to.saturating_sub(from) <= 14
    })
}

/// The date of the reply in another sentence that tells of a message and shares a name with the one of the cue.
fn reply_near<'r, 'a>(reading: &'r Reading<'a>, index: usize, answered: &Dated<'_>) -> Option<&'r Dated<'a>> {
    let here = reading.sentences.get(index)?;
    let names = reading.names(here);
    let mut near: Vec<usize> = (index.saturating_sub(NEAR)..(index + NEAR + 1).min(reading.sentences.len())).collect();
    near.retain(|other| *other != index);
    near.sort_by_key(|other| other.abs_diff(index));
    near.into_iter().find_map(|other| {
        let sentence = reading.sentences.get(other)?;
        let date = reading.dates_of(sentence).iter().find(|date| {
            let period = date.period.is_some_and(|period| period.grain <= Grain::Year);
            period && date.range != answered.range && is_of_message(reading, sentence, date)
        })?;
        let before = other.checked_sub(1).and_then(|before| reading.sentences.get(before));
        let around: Vec<&str> = reading
            .names(sentence)
            .into_iter()
            .chain(before.into_iter().flat_map(|before| reading.names(before)))
            .collect();
        names.iter().any(|name| around.contains(name)).then_some(date)
    })
}

/// Whether a date is the date of a message: "a letter was sent in July".
fn is_of_message(reading: &Reading<'_>, sentence: &Sentence, date: &Dated<'_>) -> bool {
    let start = date.tokens.start;
    let attached = start.checked_sub(1).is_some_and(|before| reading.is(before, &["in", "on"]));
    let clause = start.saturating_sub(18).max(sentence.tokens.start)..start;
    let broken = clause
        .clone()
        .rev()
        .take(10)
        .any(|token| matches!(reading.word(token), ";") || reading.is(token, &["after", "which", "since"]));
    attached
        && !broken
        && clause
            .rev()
            .take_while(|token| reading.word(*token) != ",")
            .any(|token| is_in(MESSAGES, reading.word(token)))
}
