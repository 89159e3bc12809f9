//! What comes after something and is dated before it: "after the vote on June 8 she resigned on June 5".

use super::super::period::in_words;
use super::reading::{Dated, Reading, Sentence};
use crate::annotation::Lead;

/// The name of the rule.
pub(super) const NAME: &str = "order";

/// Words between the cue and the date that belongs to it.
const REACH: usize = 9;

pub(super) fn ask(reading: &Reading<'_>, sentence: &Sentence, leads: &mut Vec<Lead>) {
    let dates = reading.dates_of(sentence);
    if dates.len() < 2 {
        return;
    }
    for cue in sentence.tokens.clone() {
        let after = reading.is(cue, &["after", "following"]);
        if !after && !reading.is(cue, &["before"]) {
            continue;
        }
        let Some((inner, main)) = pair(reading, sentence, cue, dates) else { continue };
        // "Super Tuesday" is no Tuesday of this week.
        if !reading.is_written(inner) || !reading.is_written(main) {
            continue;
        }
        let (Some(inner_period), Some(main_period)) = (inner.period, main.period) else { continue };
        let (first, then) = if after { (inner_period, main_period) } else { (main_period, inner_period) };
        if then.end <= first.start {
            let question = format!(
                "The text puts what happened in {} {} what happened in {}, {} days the other way round. Are both dates right?",
                in_words(main_period),
                if after { "after" } else { "before" },
                in_words(inner_period),
                (first.first_day() - then.last_day()).num_days(),
            )
            .replace("in 1 ", "on 1 ");
            leads.push(Reading::lead(NAME, vec![inner.range, main.range], question));
        }
    }
}

/// The date inside the phrase that the cue opens, and the date of the clause the phrase belongs to.
fn pair<'r, 'a>(
    reading: &Reading<'a>,
    sentence: &Sentence,
    cue: usize,
    dates: &'r [Dated<'a>],
) -> Option<(&'r Dated<'a>, &'r Dated<'a>)> {
    let inner = dates.iter().find(|date| date.tokens.start > cue)?;
    let other_clause =
        |token: usize| matches!(reading.word(token), "," | ";" | "and" | "but" | "that" | "who" | "which");
    if inner.tokens.start - cue > REACH || (cue + 1..inner.tokens.start).any(other_clause) {
        return None;
    }
    let attached =
        |date: &Dated<'_>| date.tokens.start.checked_sub(1).is_some_and(|before| reading.is(before, &["on", "in"]));
    let main = if cue == sentence.tokens.start {
        // "After the vote on June 8, she resigned on June 5."
        let main = dates.iter().find(|date| date.tokens.start >= inner.tokens.end)?;
        let between = inner.tokens.end..main.tokens.start;
        let commas = between.clone().filter(|token| reading.word(*token) == ",").count();
        let split = between
            .clone()
            .any(|token| reading.is(token, &["and", "but", "that", "which", "who", "after", "before", "said"]));
        (commas == 1 && !split && between.len() <= 14).then_some(main)?
    } else {
        // "She resigned on June 5 after the vote on June 8."
        let main = dates.iter().rev().find(|date| date.tokens.end <= cue)?;
        let comma = usize::from(reading.word(main.tokens.end) == ",");
        (main.tokens.end + comma == cue).then_some(main)?
    };
    attached(main).then_some((inner, main))
}
