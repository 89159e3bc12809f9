//! Questions: passages of one article that may not fit together.
//!
//! Each rule reads the same [`Reading`] and asks on its own; [`RULES`] is the table of them. A question says what the
//! text has and what the arithmetic gives, never that anything is wrong. Two dates are compared only where a word joins
//! them ("in response to", "after") or where both hang on the same event with a name in common.
//!
//! To write a rule: a file of its own with `NAME` and `ask`, a line in [`RULES`], and cases in `tests/corpus/leads`.

mod age;
mod clause;
mod duration;
mod event_dates;
mod figure;
mod impossible_date;
mod late_reply;
mod lexicon;
mod mention;
mod multiple;
mod order;
mod parts;
mod percentage;
mod quantity;
mod quotation;
mod reading;
mod span_of_time;
mod tense;
mod two_meetings;
mod weekday;
mod written_day;

use std::pin::Pin;

use crate::annotation::Lead;
use crate::detect::Detection;
use crate::pace::{self, Pace};
use crate::text::{Document, Published};
use reading::{Reading, Sentence};

/// One rule.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Its name in the annotation file.
    pub name: &'static str,
    /// What it asks about, in words for the interface.
    pub about: &'static str,
    ask: Ask,
}

/// A rule that is asking.
type Asking<'r> = Pin<Box<dyn Future<Output = ()> + 'r>>;

/// How a rule asks.
#[derive(Clone, Copy)]
enum Ask {
    /// About one sentence after the other.
    Sentence(fn(&Reading<'_>, &Sentence, &mut Vec<Lead>)),
    /// About the whole text, with pauses.
    Text(for<'r> fn(&'r Reading<'r>, &'r mut Vec<Lead>, &'r mut Pace) -> Asking<'r>),
}

/// Every rule, by name.
#[rustfmt::skip]
pub static RULES: [Rule; 14] = [
    Rule { name: age::NAME,             about: "an age that does not fit a birth year",                     ask: Ask::Text(|reading, leads, pace| Box::pin(age::ask(reading, leads, pace))) },
    Rule { name: duration::NAME,        about: "a length of time that does not fit its two dates",          ask: Ask::Sentence(duration::ask) },
    Rule { name: event_dates::NAME,     about: "one event with two dates",                                  ask: Ask::Text(|reading, leads, pace| Box::pin(event_dates::ask(reading, leads, pace))) },
    Rule { name: impossible_date::NAME, about: "a day that no calendar has",                                ask: Ask::Sentence(impossible_date::ask) },
    Rule { name: late_reply::NAME,      about: "a reply long after, or before, what it answers",            ask: Ask::Sentence(late_reply::ask) },
    Rule { name: multiple::NAME,        about: "“doubled” that is not twice",                               ask: Ask::Sentence(multiple::ask) },
    Rule { name: order::NAME,           about: "something that comes after what it is dated before",        ask: Ask::Sentence(order::ask) },
    Rule { name: parts::NAME,           about: "parts that do not add up",                                  ask: Ask::Sentence(parts::ask) },
    Rule { name: percentage::NAME,      about: "a percentage that does not fit its two numbers",            ask: Ask::Sentence(percentage::ask) },
    Rule { name: quantity::NAME,        about: "one quantity with two figures",                             ask: Ask::Text(|reading, leads, pace| Box::pin(quantity::ask(reading, leads, pace))) },
    Rule { name: quotation::NAME,       about: "one quotation in two wordings, or from two speakers",       ask: Ask::Text(|reading, leads, pace| Box::pin(quotation::ask(reading, leads, pace))) },
    Rule { name: tense::NAME,           about: "a date and a tense that do not fit the day of publication", ask: Ask::Sentence(tense::ask) },
    Rule { name: two_meetings::NAME,    about: "two meetings in one place that may be one",                 ask: Ask::Text(|reading, leads, pace| Box::pin(two_meetings::ask(reading, leads, pace))) },
    Rule { name: weekday::NAME,         about: "a weekday that does not fit its date",                      ask: Ask::Sentence(weekday::ask) },
];

/// Every question that `document` raises, published on `published`, with the `dates` and `quotes` found in it; in the
/// order of their first passages.
#[must_use]
pub fn leads(
    document: &Document,
    published: Option<Published>,
    dates: &[Detection],
    quotes: &[Detection],
) -> Vec<Lead> {
    pace::at_once(leads_in_steps(document, published, dates, quotes))
}

/// The same with pauses.
pub async fn leads_in_steps(
    document: &Document,
    published: Option<Published>,
    dates: &[Detection],
    quotes: &[Detection],
) -> Vec<Lead> {
    let (mut leads, mut pace) = (Vec::new(), Pace::default());
    let reading = Reading::of(document, published, dates, quotes, &mut pace).await;
    for rule in RULES {
        match rule.ask {
            Ask::Text(ask) => ask(&reading, &mut leads, &mut pace).await,
            Ask::Sentence(ask) => {
                for sentence in &reading.sentences {
                    pace.step().await;
                    ask(&reading, sentence, &mut leads);
                }
            }
        }
    }
    leads.sort_by(|a, b| a.passages.cmp(&b.passages).then_with(|| a.rule.cmp(&b.rule)));
    leads.dedup_by(|a, b| a.passages == b.passages && a.rule == b.rule);
    leads
}
