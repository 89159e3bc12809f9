//! Numbers in the text: "1,200", "4.25 percent", "$6.4 million", "fourteen", "40-storey".

use super::lexicon::is_in;
use super::reading::{Reading, Sentence};
use crate::text::{TextRange, TokenClass};

/// One number.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figure {
    /// With currency sign before and "million" or "percent" after it.
    pub tokens: std::ops::Range<usize>,
    pub range: TextRange,
    pub value: f64,
    pub kind: FigureKind,
    pub about: About,
    /// "40-storey": glued to the noun by a hyphen.
    pub hyphenated: bool,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FigureKind {
    Count,
    Money,
    Percent,
    /// Percentage points.
    Points,
}

/// How exactly a number is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    Exactly,
    Roughly,
    AtLeast,
    AtMost,
}

impl Figure {
    /// Whether both can be said of one quantity, with rounding.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        let (a, b) = (self.value, other.value);
        let close = |share: f64| (a - b).abs() <= share * a.abs().max(b.abs());
        match (self.about, other.about) {
            (About::Exactly, About::Exactly) => {
                (a - b).abs() < 1e-9 || (self.is_round() != other.is_round() && a.max(b) >= 1_000.0 && close(0.06))
            }
            (About::AtLeast, About::AtLeast | About::AtMost | About::Roughly) | (About::AtMost | About::Roughly, _)
                if close(0.3) =>
            {
                true
            }
            (About::AtLeast, _) => b >= a * 0.999 && close(0.6),
            (_, About::AtLeast) => a >= b * 0.999 && close(0.6),
            (About::AtMost, _) => b <= a * 1.001 && close(0.6),
            (_, About::AtMost) => a <= b * 1.001 && close(0.6),
            _ => close(0.2),
        }
    }

    fn is_round(&self) -> bool {
        let mut value = self.value;
        while value >= 1_000.0 {
            value /= 10.0;
        }
        (value - value.round()).abs() < 1e-9
    }
}

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// Words before a number that is not meant exactly.
#[rustfmt::skip]
const ROUGHLY: &[&str] = &[
    "about", "almost", "approximately", "around", "barely", "circa", "close", "estimated", "just", "nearly",
    "roughly", "some",
];

/// Every number of the article that is no part of a date.
pub(super) fn figures(reading: &Reading<'_>, sentence: &Sentence, figures: &mut Vec<Figure>) {
    let mut token = sentence.tokens.start;
    while token < sentence.tokens.end {
        match figure(reading, token, sentence.tokens.end).filter(|_| !is_day(reading, token)) {
            Some(figure) => {
                token = figure.tokens.end;
                figures.push(figure);
            }
            None => token += 1,
        }
    }
}

/// Whether the token belongs to a date on the calendar; lengths of time are figures.
fn is_day(reading: &Reading<'_>, token: usize) -> bool {
    reading.date_at(token).is_some_and(|date| date.period.is_some())
        || reading
            .days
            .partition_point(|day| day.tokens.start <= token)
            .checked_sub(1)
            .and_then(|index| reading.days.get(index))
            .is_some_and(|day| day.tokens.contains(&token))
}

fn figure(reading: &Reading<'_>, token: usize, end: usize) -> Option<Figure> {
    let glued_before = reading.is_glued(token).then(|| reading.word_before(token));
    let (mut value, mut at) = match reading.class(token)? {
        TokenClass::Digits => {
            let tail = matches!(glued_before, Some("-" | "–" | "/" | "." | "," | ":" | "#"));
            let letters = glued_before.is_some_and(|word| word.ends_with(char::is_alphabetic));
            // "No. 1"
            let number = reading.word_before(token) == "." && token >= 2 && reading.is(token - 2, &["no", "nos"]);
            if tail || letters || number {
                return None;
            }
            digits(reading, token)?
        }
        TokenClass::Letters => number_words(reading, token)?,
        TokenClass::Mark => return None,
    };
    // "8th", "5G", "3-2", "12:30", "1990s"
    if reading.is_glued(at) {
        let next = reading.word(at);
        let digits_follow = reading.is_glued(at + 1) && reading.class(at + 1) == Some(TokenClass::Digits);
        let scale = matches!(next, "m" | "bn" | "k" | "M");
        if (next.starts_with(char::is_alphabetic) && !scale) || digits_follow {
            return None;
        }
    }
    let mut start = token;
    let mut kind = FigureKind::Count;
    if matches!(glued_before, Some("$" | "€" | "£" | "¥")) {
        (start, kind) = (token - 1, FigureKind::Money);
    }
    if let Some(scale) = scale(reading.word(at), kind == FigureKind::Money || reading.is_glued(at)) {
        (value, at) = (value * scale, at + 1);
    }
    if reading.word(at) == "%" || reading.is(at, &["percent", "pct"]) {
        (kind, at) = (FigureKind::Percent, at + 1);
    } else if reading.reads(at, &["per", "cent"]) {
        (kind, at) = (FigureKind::Percent, at + 2);
    } else if reading.is(at, &["dollars", "euros", "pounds"]) {
        (kind, at) = (FigureKind::Money, at + 1);
    } else if reading.is(at, &["percentage"]) && reading.is(at + 1, &["point", "points"]) {
        (kind, at) = (FigureKind::Points, at + 2);
    }
    let hyphenated = reading.word(at) == "-" && reading.is_glued(at) && reading.is_glued(at + 1);
    let tokens = start..at.min(end);
    Some(Figure { range: reading.span(tokens.clone()), tokens, value, kind, about: about(reading, start), hyphenated })
}

/// "62,000", "4.25", "12"
fn digits(reading: &Reading<'_>, token: usize) -> Option<(f64, usize)> {
    let mut value = whole(reading.word(token))?;
    let mut at = token + 1;
    let group = |at: usize, mark: &str| {
        reading.word(at) == mark
            && reading.is_glued(at)
            && reading.is_glued(at + 1)
            && reading.class(at + 1) == Some(TokenClass::Digits)
    };
    while group(at, ",") && reading.word(at + 1).len() == 3 {
        value = value * 1_000.0 + whole(reading.word(at + 1))?;
        at += 2;
    }
    if group(at, ".") {
        let decimals = reading.word(at + 1);
        let shift = 10_f64.powi(i32::try_from(decimals.len()).ok()?);
        value += whole(decimals)? / shift;
        at += 2;
    }
    Some((value, at))
}

/// Digits; by hand, because reading any floating-point number takes tables of 10 kB.
fn whole(digits: &str) -> Option<f64> {
    digits.chars().try_fold(0.0, |value, digit| Some(10.0 * value + f64::from(digit.to_digit(10)?)))
}

/// The nearest whole number, for a number of an article, which is never below zero; by way of it other numbers are
/// written, because writing any floating-point number takes tables and code of several kB.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what is too large gives the largest")]
pub(super) fn nearest(number: f64) -> u64 {
    number.round_ties_even() as u64
}

/// "fourteen", "twenty-one", "two hundred", "a dozen"
fn number_words(reading: &Reading<'_>, token: usize) -> Option<(f64, usize)> {
    let word = reading.word(token);
    if word.eq_ignore_ascii_case("a") && reading.is(token + 1, &["dozen", "hundred", "thousand", "million"]) {
        let value = if reading.is(token + 1, &["dozen"]) { 12.0 } else { scale(reading.word(token + 1), true)? };
        return Some((value, token + 2));
    }
    // Most words are told by their length and first letter alone.
    let first = word.bytes().next().unwrap_or_default().to_ascii_lowercase();
    if !(3..=9).contains(&word.len()) || !b"efnostz".contains(&first) {
        return None;
    }
    let place = |list: &[&str]| list.iter().position(|entry| !entry.is_empty() && entry.eq_ignore_ascii_case(word));
    let small = |at: usize| ONES.iter().position(|entry| entry.eq_ignore_ascii_case(reading.word(at)));
    let (mut value, mut at) = if let Some(ones) = place(&ONES) {
        (ones, token + 1)
    } else {
        let tens = 10 * place(&TENS)?;
        let hyphen = reading.word(token + 1) == "-" && reading.is_glued(token + 1);
        match small(token + 2).filter(|ones| hyphen && (1..10).contains(ones)) {
            Some(ones) => (tens + ones, token + 3),
            None => (tens, token + 1),
        }
    };
    if reading.is(at, &["hundred"]) {
        (value, at) = (value * 100, at + 1);
        if reading.is(at, &["and"])
            && let Some(ones) = small(at + 1)
        {
            (value, at) = (value + ones, at + 2);
        }
    }
    Some((f64::from(u32::try_from(value).ok()?), at))
}

fn scale(word: &str, short: bool) -> Option<f64> {
    Some(match word {
        "hundred" => 100.0,
        "thousand" => 1e3,
        "million" => 1e6,
        "billion" => 1e9,
        "trillion" => 1e12,
        "k" if short => 1e3,
        "m" | "M" if short => 1e6,
        "bn" if short => 1e9,
        _ => return None,
    })
}

fn about(reading: &Reading<'_>, start: usize) -> About {
    let before = reading.word_before(start);
    if is_in(ROUGHLY, before) || before == "~" {
        return About::Roughly;
    }
    let two_before = start.checked_sub(2).map_or("", |at| reading.word(at));
    match before {
        "than" if two_before.eq_ignore_ascii_case("more") => About::AtLeast,
        "than" if two_before.eq_ignore_ascii_case("fewer") || two_before.eq_ignore_ascii_case("less") => About::AtMost,
        "least" | "over" | "Over" | "above" => About::AtLeast,
        "to" if two_before.eq_ignore_ascii_case("up") => About::AtMost,
        "to" if two_before.eq_ignore_ascii_case("close") => About::Roughly,
        "most" | "under" | "Under" | "below" => About::AtMost,
        _ => About::Exactly,
    }
}
