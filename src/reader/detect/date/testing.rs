//! What the tests beside the rules ask.

use super::DateDetail;
use crate::detect::{Detail, Run};
use crate::text::Document;

/// The dates of `text`, published on Saturday, 4 August 2018: words and detail.
pub fn dates(text: &str) -> Vec<(String, DateDetail)> {
    dates_of(text, Some("2018-08-04"))
}

/// The dates of `text`, published then.
pub fn dates_of(text: &str, published: Option<&str>) -> Vec<(String, DateDetail)> {
    let document = Document::new(text);
    let found = Run::new(&document, published.map(|date| date.parse().unwrap())).finish().dates;
    found
        .into_iter()
        .map(|detection| match detection.detail {
            Detail::Date(detail) => (detection.range.of(text).to_owned(), detail),
            _ => panic!("not a date"),
        })
        .collect()
}

/// Asserts that `words` are marked in `text` and read as `value`.
#[track_caller]
pub fn reads(text: &str, words: &str, value: &str) {
    let found: Vec<(String, String)> = dates(text).into_iter().map(|(words, detail)| (words, detail.value)).collect();
    assert!(found.iter().any(|(w, v)| w == words && v == value), "{words} = {value} is not among {found:?}");
}

/// Asserts that exactly these words are marked in `text`.
#[track_caller]
pub fn marks(text: &str, words: &[&str]) {
    let found: Vec<String> = dates(text).into_iter().map(|(words, _)| words).collect();
    assert_eq!(found, words, "in {text}");
}

/// Pieces that dates are made of, and pieces that are in their way.
pub const PIECES: &[&str] = &[
    "June",
    "Sept.",
    "May",
    "8",
    "31",
    "29",
    "2018",
    "1,990",
    "'98",
    "0",
    "99999999999999",
    "Friday",
    "the",
    "a",
    "last",
    "next",
    "first",
    "second",
    "quarter",
    "half",
    "of",
    "years",
    "week",
    "century",
    "ago",
    "later",
    "earlier",
    "three",
    "hundred",
    "million",
    "billion",
    "-",
    "–",
    "/",
    ":",
    ",",
    ".",
    "'s",
    "p.m.",
    "noon",
    "GMT",
    "morning",
    "nights",
    "every",
    "twice",
    "yesterday",
    "now",
    "early",
    "the end of",
    "about",
    "at least",
    "summer",
    "Easter",
    "New Year's Eve",
    "BC",
    "decade",
    "1990s",
    "½",
    "1/2",
    "30",
    "February",
    "until",
    "said",
    "will",
    "between",
    "and",
    "to",
    "é",
    "年",
    "\u{a0}",
    "\n",
    "$",
    "%",
    "year-ago",
    "T",
    "24",
    "Q",
    "fiscal",
    "couple",
    "final",
    "opening",
    "twenty",
    "very",
    "more than",
    "-first",
    "o'clock",
    "a.m.",
    "half an",
    "Jan.",
    "Sun",
    "a few",
];
