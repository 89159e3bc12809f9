//! Questions: passages of one article that may not fit together.
//!
//! Each rule reads the same [`Reading`] and asks on its own; [`RULES`] is the table of them. A question says what the
//! text has and what the arithmetic gives, never that anything is wrong. Two dates are compared only where a word joins
//! them ("in response to", "after") or where both hang on the same event with a name in common.
//!
//! To write a rule: a file of its own with `ask`, a line with its name in [`RULES`], and cases in `tests/corpus/leads`.

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
mod pairs;
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

use crate::annotation::Lead;
use crate::detect::Findings;
use crate::pace;
use crate::text::{Document, Published, TextRange};
use reading::Reading;

/// One rule.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Its name in the annotation file.
    pub name: &'static str,
    /// What it asks about, in words for the interface.
    pub about: &'static str,
    ask: fn(&Reading<'_>, &mut Vec<Lead>),
}

/// Every rule, by name.
#[rustfmt::skip]
pub static RULES: [Rule; 14] = [
    Rule { name: "age",             about: "an age that does not fit a birth year",                     ask: age::ask },
    Rule { name: "duration",        about: "a length of time that does not fit its two dates",          ask: duration::ask },
    Rule { name: "event-dates",     about: "one event with two dates",                                  ask: event_dates::ask },
    Rule { name: "impossible-date", about: "a day that no calendar has",                                ask: impossible_date::ask },
    Rule { name: "late-reply",      about: "a reply long after, or before, what it answers",            ask: late_reply::ask },
    Rule { name: "multiple",        about: "“doubled” that is not twice",                               ask: multiple::ask },
    Rule { name: "order",           about: "something that comes after what it is dated before",        ask: order::ask },
    Rule { name: "parts",           about: "parts that do not add up",                                  ask: parts::ask },
    Rule { name: "percentage",      about: "a percentage that does not fit its two numbers",            ask: percentage::ask },
    Rule { name: "quantity",        about: "one quantity with two figures",                             ask: quantity::ask },
    Rule { name: "quotation",       about: "one quotation in two wordings, or from two speakers",       ask: quotation::ask },
    Rule { name: "tense",           about: "a date and a tense that do not fit the day of publication", ask: tense::ask },
    Rule { name: "two-meetings",    about: "two meetings in one place that may be one",                 ask: two_meetings::ask },
    Rule { name: "weekday",         about: "a weekday that does not fit its date",                      ask: weekday::ask },
];

/// Every question that `document` raises, published on `published`, with the dates and quotations found in it; in the
/// order of their first passages.
#[must_use]
pub fn leads(document: &Document, published: Option<Published>, findings: &Findings) -> Vec<Lead> {
    pace::at_once(leads_in_steps(document, published, findings))
}

fn order(lead: &Lead) -> (&[TextRange], &str) {
    (&lead.passages, &lead.rule)
}

/// The same with pauses.
pub async fn leads_in_steps(document: &Document, published: Option<Published>, findings: &Findings) -> Vec<Lead> {
    let mut reading = Reading::begin(document, published, findings);
    for read in Reading::STEPS {
        pace::pause().await;
        read(&mut reading);
    }
    let mut leads: Vec<Lead> = Vec::new();
    for rule in &RULES {
        pace::pause().await;
        let mut asked = Vec::new();
        (rule.ask)(&reading, &mut asked);
        for lead in asked {
            let lead = Lead { rule: rule.name.into(), ..lead };
            // A rule asks once of the same passages.
            if let Err(place) = leads.binary_search_by(|other| order(other).cmp(&order(&lead))) {
                leads.insert(place, lead);
            }
        }
    }
    leads
}
