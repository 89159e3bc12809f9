//! A length of time that does not fit its two dates: "the nine-day festival, from 1 to 12 June".

use chrono::Datelike;

use super::super::period::{Period, in_words};
use super::lexicon::is_in;
use super::reading::{Dated, Reading, Sentence, is_year};
use super::span_of_time::{Length, days_between, length};
use crate::annotation::Lead;
use crate::text::TextRange;

/// The name of the rule.
pub(super) const NAME: &str = "duration";

/// Verbs with which something begins.
#[rustfmt::skip]
const BEGINS: &[&str] = &[
    "appointed", "arrived", "began", "begun", "came", "closed", "elected", "entered", "founded", "hired", "joined",
    "launched", "left", "moved", "named", "opened", "set", "started", "took",
];
/// Verbs with which something ends.
#[rustfmt::skip]
const ENDS: &[&str] = &[
    "closed", "closing", "completed", "concluded", "died", "ended", "fell", "finished", "left", "lifted", "quit",
    "released", "reopened", "resigned", "retired", "returned", "sank", "stepped", "stopped",
];

pub(super) fn ask(reading: &Reading<'_>, sentence: &Sentence, leads: &mut Vec<Lead>) {
    let lengths: Vec<Length> =
        reading.figures_of(sentence).iter().filter_map(|figure| length(reading, figure)).collect();
    let index = reading.sentence_of(sentence.range.start);
    let before = index.and_then(|index| reading.sentences.get(index.checked_sub(1)?));
    for one in &lengths {
        let alone = lengths.len() == 1;
        let found = after_or_before(reading, sentence, one)
            .or_else(|| later(reading, sentence, before, one))
            .or_else(|| ago(reading, sentence, one))
            .or_else(|| range(reading, sentence, one).filter(|_| alone))
            .or_else(|| since(reading, sentence, one).filter(|_| alone))
            .or_else(|| begun_and_ended(reading, sentence, before, one).filter(|_| alone));
        let Some(Pair { from, to, passages }) = found else { continue };
        let days = days_between(from, to);
        if !one.suits(from, to) || to.end <= from.start || one.fits(days) {
            continue;
        }
        let said = reading.span(one.tokens.clone());
        let question = format!(
            "From {} to {} is {}; the text says {}. Which of the three is meant otherwise?",
            in_words(from),
            in_words(to),
            one.measured(days),
            said.of(reading.text),
        );
        leads.push(Reading::lead(NAME, passages.into_iter().chain([said]).collect(), question));
    }
}

/// Two moments and where they are written.
struct Pair {
    from: Period,
    to: Period,
    passages: Vec<TextRange>,
}

impl Pair {
    fn of(from: &Dated<'_>, to: &Dated<'_>) -> Option<Self> {
        Some(Self { from: from.period?, to: to.period?, passages: vec![from.range, to.range] })
    }
}

/// "from 1 to 12 June", "between 1998 and 2004", close to the length.
fn range(reading: &Reading<'_>, sentence: &Sentence, length: &Length) -> Option<Pair> {
    if reading.is(length.tokens.end, &["after", "ago", "before", "earlier", "later"]) {
        return None;
    }
    let dates = reading.dates_of(sentence);
    let pair = dates.iter().enumerate().find_map(|(index, date)| {
        if let (Some(begin), Some(end)) = (&date.detail.begin, &date.detail.end) {
            let (from, to) = as_written(reading, date, Period::parse(begin)?, Period::parse(end)?);
            let pair = Pair { from, to, passages: vec![date.range] };
            return Some((date.tokens.clone(), pair));
        }
        let next = dates.get(index + 1)?;
        let between = date.tokens.end..next.tokens.start;
        let opener = date.tokens.start.checked_sub(1)?;
        let joined = between.len() == 1
            && (reading.is(between.start, &["to", "until", "till", "through", "–", "—", "-"])
                || (reading.is(between.start, &["and"]) && reading.is(opener, &["between"])));
        joined.then(|| Some((date.tokens.start..next.tokens.end, Pair::of(date, next)?))).flatten()
    });
    let (tokens, pair) = pair?;
    let between = if length.tokens.end <= tokens.start {
        length.tokens.end..tokens.start
    } else {
        tokens.end..length.tokens.start
    };
    let strange = |token: usize| {
        reading.is(
            token,
            &["and", "after", "before", "but", "for", "including", "of", "that", "which", "who", "with", ";"],
        )
    };
    (between.len() <= 9 && !between.clone().skip(1).any(strange)).then_some(pair)
}

/// The ends of a range as fine as they are written: "2018 to 2020" names two years, not the days from the first of the
/// one to the last of the other.
fn as_written(reading: &Reading<'_>, date: &Dated<'_>, from: Period, to: Period) -> (Period, Period) {
    let plain = |token: usize| {
        let word = reading.word(token);
        is_year(word)
            || reading.is(token, &["and", "between", "from", "the", "till", "to", "until"])
            || !word.starts_with(char::is_alphanumeric)
    };
    let year = |at: Period| Period::parse(&format!("{:04}", at.first_day().year()));
    match (year(from), year(to)) {
        (Some(first), Some(last)) if date.tokens.clone().all(plain) => (first, last),
        _ => (from, to),
    }
}

/// "on June 18, three days after the vote on June 8"
fn after_or_before(reading: &Reading<'_>, sentence: &Sentence, length: &Length) -> Option<Pair> {
    let cue = length.tokens.end;
    let after = reading.is(cue, &["after"]);
    if !after && !reading.is(cue, &["before"]) {
        return None;
    }
    let dates = reading.dates_of(sentence);
    let main = dates.iter().rev().find(|date| date.tokens.end <= length.tokens.start)?;
    let other = dates.iter().find(|date| date.tokens.start > cue)?;
    let near = length.tokens.start - main.tokens.end <= 3 && other.tokens.start - cue <= 9;
    let other_clause = (cue + 1..other.tokens.start).any(|token| matches!(reading.word(token), "," | ";" | "and"));
    if !near || other_clause {
        return None;
    }
    if after { Pair::of(other, main) } else { Pair::of(main, other) }
}

/// "... on June 8. Three days later, on June 18, ..."
fn later(reading: &Reading<'_>, sentence: &Sentence, before: Option<&Sentence>, length: &Length) -> Option<Pair> {
    let cue = length.tokens.end;
    let later = reading.is(cue, &["later"]);
    if !later && !reading.is(cue, &["earlier"]) {
        return None;
    }
    let dates = reading.dates_of(sentence);
    let main = dates.iter().find(|date| date.tokens.start > cue)?;
    let filler = |token: usize| matches!(reading.word(token), "," | "(" | "on" | "in" | "–" | "—");
    if !(cue + 1..main.tokens.start).all(filler) {
        return None;
    }
    let here = dates.iter().rev().find(|date| date.tokens.end <= length.tokens.start);
    let other = match here {
        Some(date) => date,
        None => match reading.dates_of(before?) {
            [only] => only,
            _ => return None,
        },
    };
    if later { Pair::of(other, main) } else { Pair::of(main, other) }
}

/// "ten years ago, in 2005"
fn ago(reading: &Reading<'_>, sentence: &Sentence, length: &Length) -> Option<Pair> {
    if !reading.is(length.tokens.end, &["ago"]) {
        return None;
    }
    let main = reading.dates_of(sentence).iter().find(|date| date.tokens.start > length.tokens.end)?;
    let filler = |token: usize| matches!(reading.word(token), "," | "(" | "on" | "in" | "–" | "—");
    (length.tokens.end + 1..main.tokens.start).all(filler).then_some(())?;
    let now = Period::day(reading.published?);
    Some(Pair { from: main.period?, to: now, passages: vec![main.range] })
}

/// "for 12 years, since 1999": up to publication.
fn since(reading: &Reading<'_>, sentence: &Sentence, length: &Length) -> Option<Pair> {
    let date = reading
        .dates_of(sentence)
        .iter()
        .find(|date| date.tokens.start.checked_sub(1).is_some_and(|before| reading.is(before, &["since"])))?;
    let since = date.tokens.start - 1;
    let joined = |between: std::ops::Range<usize>| {
        between.len() <= 2 && between.clone().all(|token| matches!(reading.word(token), "," | "for" | "now"))
    };
    let near = if length.tokens.end <= since {
        joined(length.tokens.end..since)
    } else {
        joined(date.tokens.end..length.tokens.start)
    };
    let now = Period::day(reading.published?);
    near.then_some(Pair { from: date.period?, to: now, passages: vec![date.range] })
}

/// "It began on 3 March. It ended on 10 March, after ten days." Also in one sentence.
fn begun_and_ended(
    reading: &Reading<'_>,
    sentence: &Sentence,
    before: Option<&Sentence>,
    length: &Length,
) -> Option<Pair> {
    let cue = length.tokens.start.checked_sub(1)?;
    if !reading.is(cue, &["after", "lasted", "lasting", "for", "took"]) {
        return None;
    }
    let hangs_on = |date: &&Dated<'_>, verbs: &[&str]| {
        let start = reading.clause_start(date.tokens.start).max(date.tokens.start.saturating_sub(7));
        (start..date.tokens.start).any(|token| is_in(verbs, reading.word(token)))
    };
    let here = reading.dates_of(sentence);
    let end = here.iter().find(|date| hangs_on(date, ENDS))?;
    let began = here.iter().find(|date| date.tokens.start != end.tokens.start && hangs_on(date, BEGINS));
    let began = began.or_else(|| reading.dates_of(before?).iter().find(|date| hangs_on(date, BEGINS)))?;
    Pair::of(began, end)
}
