//! What comes after something and is dated before it: "after the vote on June 8 she resigned on June 5".

use super::super::period::in_words;
use super::reading::{Dated, Reading, Sentence};
use crate::annotation::Lead;

/// Words between the cue and the date that belongs to it.
const REACH: usize = 9;

pub(super) fn ask(reading: &Reading<'_>, leads: &mut Vec<Lead>) {
    for sentence in &reading.sentences {
        if reading.dates_of(sentence).len() < 2 {
            continue;
        }
        for cue in sentence.tokens.clone() {
            let after = reading.is(cue, "after following");
            if !after && !reading.is(cue, "before") {
                continue;
            }
            let Some((inner, main)) = pair(reading, sentence, cue) else { continue };
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
                leads.push(Reading::lead(&[inner.range, main.range], question));
            }
        }
    }
}

/// The date inside the phrase that the cue opens, and the date of the clause the phrase belongs to.
fn pair<'r, 'a>(reading: &'r Reading<'a>, sentence: &Sentence, cue: usize) -> Option<(&'r Dated<'a>, &'r Dated<'a>)> {
    let inner = reading.date_from(sentence, cue + 1)?;
    let between = cue + 1..inner.tokens.start;
    if between.len() >= REACH || reading.has(between, ", ; and but that who which") {
        return None;
    }
    let main = if cue == sentence.tokens.start {
        // "After the vote on June 8, she resigned on June 5."
        let main = reading.date_from(sentence, inner.tokens.end)?;
        let between = inner.tokens.end..main.tokens.start;
        let comma = reading.find(between.clone(), ",")?;
        let split = reading.has(comma + 1..between.end, ",")
            || reading.has(between.clone(), "and but that which who after before said");
        (!split && between.len() <= 14).then_some(main)?
    } else {
        // "She resigned on June 5 after the vote on June 8."
        let main = reading.date_before(sentence, cue)?;
        let comma = usize::from(reading.is(main.tokens.end, ","));
        (main.tokens.end + comma == cue).then_some(main)?
    };
    reading.follows(main.tokens.start, "on in").then_some((inner, main))
}
