//! A length of time that does not fit its two dates: "the nine-day festival, from 1 to 12 June".

use chrono::Datelike;

use super::super::period::{Period, in_words};
use super::reading::{Dated, Reading, Sentence, is_year};
use super::span_of_time::{Length, days_between, length};
use crate::annotation::Lead;

/// Verbs with which something begins.
const BEGINS: &str = "\
    appointed arrived began begun came closed elected entered founded hired joined launched left moved named opened \
    set started took";
/// Verbs with which something ends.
const ENDS: &str = "\
    closed closing completed concluded died ended fell finished left lifted quit released reopened resigned retired \
    returned sank stepped stopped";

pub(super) fn ask(reading: &Reading<'_>, leads: &mut Vec<Lead>) {
    for (index, sentence) in reading.sentences.iter().enumerate() {
        let mut lengths: Vec<Length> = Vec::new();
        for figure in reading.figures_of(sentence) {
            lengths.extend(length(reading, figure));
        }
        let before = index.checked_sub(1).and_then(|before| reading.sentences.get(before));
        for one in &lengths {
            let alone = lengths.len() == 1;
            let found = after_or_before(reading, sentence, one)
                .or_else(|| later(reading, sentence, before, one))
                .or_else(|| ago(reading, sentence, one))
                .or_else(|| range(reading, sentence, one).filter(|_| alone))
                .or_else(|| since(reading, sentence, one).filter(|_| alone))
                .or_else(|| begun_and_ended(reading, sentence, before, one).filter(|_| alone));
            let Some(pair) = found else { continue };
            let Some((from, to)) = pair.moments(reading) else { continue };
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
            let second = pair.to.map_or(said, |to| to.range);
            leads.push(Reading::lead(&[pair.from.range, second, said], question));
        }
    }
}

/// Where the two moments are written: in one date, which is a range, where both are the same; the second is publication
/// where it is written nowhere.
#[derive(Clone, Copy)]
struct Pair<'r, 'a> {
    from: &'r Dated<'a>,
    to: Option<&'r Dated<'a>>,
}

impl<'r, 'a> Pair<'r, 'a> {
    fn of(from: &'r Dated<'a>, to: &'r Dated<'a>) -> Option<Self> {
        (from.period.is_some() && to.period.is_some()).then_some(Self { from, to: Some(to) })
    }

    fn up_to_now(reading: &Reading<'_>, from: &'r Dated<'a>) -> Option<Self> {
        (from.period.is_some() && reading.published.is_some()).then_some(Self { from, to: None })
    }

    fn moments(self, reading: &Reading<'_>) -> Option<(Period, Period)> {
        let Some(to) = self.to else { return Some((self.from.period?, Period::day(reading.published?))) };
        if self.from.range != to.range {
            return Some((self.from.period?, to.period?));
        }
        let (begin, end) = (to.detail.begin.as_ref()?, to.detail.end.as_ref()?);
        Some(as_written(reading, to, Period::parse(begin)?, Period::parse(end)?))
    }
}

/// "from 1 to 12 June", "between 1998 and 2004", close to the length.
fn range<'r, 'a>(reading: &'r Reading<'a>, sentence: &Sentence, length: &Length) -> Option<Pair<'r, 'a>> {
    if reading.is(length.tokens.end, "after ago before earlier later") {
        return None;
    }
    let dates = reading.dates_of(sentence);
    let pair = dates.iter().enumerate().find_map(|(index, date)| {
        if date.detail.begin.is_some() && date.detail.end.is_some() {
            return Pair::of(date, date);
        }
        let next = dates.get(index + 1)?;
        let between = date.tokens.end;
        let joined = between + 1 == next.tokens.start
            && date.tokens.start > 0
            && (reading.is(between, "to until till through – — -")
                || (reading.is(between, "and") && reading.follows(date.tokens.start, "between")));
        if joined { Pair::of(date, next) } else { None }
    })?;
    let tokens = pair.from.tokens.start..pair.to?.tokens.end;
    let between = if length.tokens.end <= tokens.start {
        length.tokens.end..tokens.start
    } else {
        tokens.end..length.tokens.start
    };
    let others = "and after before but for including of that which who with ;";
    (between.len() <= 9 && !reading.has(between.start + 1..between.end, others)).then_some(pair)
}

/// The ends of a range as fine as they are written: "2018 to 2020" names two years, not the days from the first of the
/// one to the last of the other.
fn as_written(reading: &Reading<'_>, date: &Dated<'_>, from: Period, to: Period) -> (Period, Period) {
    let plain = |token: usize| {
        let word = reading.word(token);
        is_year(word)
            || reading.is(token, "and between from the till to until")
            || !word.starts_with(char::is_alphanumeric)
    };
    let year = |at: Period| Period::parse(&format!("{:04}", at.first_day().year()));
    match (year(from), year(to)) {
        (Some(first), Some(last)) if date.tokens.clone().all(plain) => (first, last),
        _ => (from, to),
    }
}

/// "on June 18, three days after the vote on June 8"
fn after_or_before<'r, 'a>(reading: &'r Reading<'a>, sentence: &Sentence, length: &Length) -> Option<Pair<'r, 'a>> {
    let cue = length.tokens.end;
    let after = reading.is(cue, "after");
    if !after && !reading.is(cue, "before") {
        return None;
    }
    let main = reading.date_before(sentence, length.tokens.start)?;
    let other = reading.date_from(sentence, cue + 1)?;
    let near = length.tokens.start - main.tokens.end <= 3 && other.tokens.start - cue <= 9;
    if !near || reading.has(cue + 1..other.tokens.start, ", ; and") {
        return None;
    }
    if after { Pair::of(other, main) } else { Pair::of(main, other) }
}

/// "... on June 8. Three days later, on June 18, ..."
fn later<'r, 'a>(
    reading: &'r Reading<'a>,
    sentence: &Sentence,
    before: Option<&Sentence>,
    length: &Length,
) -> Option<Pair<'r, 'a>> {
    let cue = length.tokens.end;
    let later = reading.is(cue, "later");
    if !later && !reading.is(cue, "earlier") {
        return None;
    }
    let main = reading.date_from(sentence, cue + 1)?;
    if !is_filler(reading, cue + 1..main.tokens.start) {
        return None;
    }
    let other = match reading.date_before(sentence, length.tokens.start) {
        Some(date) => date,
        None => match reading.dates_of(before?) {
            [only] => only,
            _ => return None,
        },
    };
    if later { Pair::of(other, main) } else { Pair::of(main, other) }
}

/// "ten years ago, in 2005"
fn ago<'r, 'a>(reading: &'r Reading<'a>, sentence: &Sentence, length: &Length) -> Option<Pair<'r, 'a>> {
    if !reading.is(length.tokens.end, "ago") {
        return None;
    }
    let main = reading.date_from(sentence, length.tokens.end + 1)?;
    if is_filler(reading, length.tokens.end + 1..main.tokens.start) { Pair::up_to_now(reading, main) } else { None }
}

/// Nothing but what may stand between "three days later" and its date.
fn is_filler(reading: &Reading<'_>, mut tokens: std::ops::Range<usize>) -> bool {
    tokens.all(|token| reading.is(token, ", ( on in – —"))
}

/// "for 12 years, since 1999": up to publication.
fn since<'r, 'a>(reading: &'r Reading<'a>, sentence: &Sentence, length: &Length) -> Option<Pair<'r, 'a>> {
    let date = reading.dates_of(sentence).iter().find(|date| reading.follows(date.tokens.start, "since"))?;
    let since = date.tokens.start - 1;
    let mut between =
        if length.tokens.end <= since { length.tokens.end..since } else { date.tokens.end..length.tokens.start };
    let near = between.len() <= 2 && between.all(|token| reading.is(token, ", for now"));
    if near { Pair::up_to_now(reading, date) } else { None }
}

/// "It began on 3 March. It ended on 10 March, after ten days." Also in one sentence.
fn begun_and_ended<'r, 'a>(
    reading: &'r Reading<'a>,
    sentence: &Sentence,
    before: Option<&Sentence>,
    length: &Length,
) -> Option<Pair<'r, 'a>> {
    let cue = length.tokens.start.checked_sub(1)?;
    if !reading.is(cue, "after lasted lasting for took") {
        return None;
    }
    let hangs_on = |date: &&Dated<'_>, verbs: &str| {
        let start = reading.clause_start(date.tokens.start).max(date.tokens.start.saturating_sub(7));
        reading.has(start..date.tokens.start, verbs)
    };
    let here = reading.dates_of(sentence);
    let end = here.iter().find(|date| hangs_on(date, ENDS))?;
    let began = here.iter().find(|date| date.tokens.start != end.tokens.start && hangs_on(date, BEGINS));
    let began = began.or_else(|| reading.dates_of(before?).iter().find(|date| hangs_on(date, BEGINS)))?;
    Pair::of(began, end)
}
