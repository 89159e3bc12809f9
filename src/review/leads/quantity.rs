//! One quantity with two figures: "kills 12" in the headline, "14 people were killed" below.

use super::figure::{Figure, FigureKind, nearest};
use super::lexicon::{EMPTY, is_in};
use super::pairs;
use super::reading::{Dated, Reading, Sentence};
use crate::annotation::Lead;
use crate::text::{ParagraphType, TokenClass, letters};

/// Words for what something is worth.
const PRICES: &str = "bill budget cost debt fee fine price prize worth";

/// What happens to people, by the words that say so.
const FATES: [(&str, &str); 4] = [
    ("killed", "dead deaths died fatalities kill killed killing kills toll"),
    ("injured", "hurt injured injures injuries injuring wounded wounding wounds"),
    ("arrested", "arrested arresting arrests detained"),
    ("missing", "missing"),
];

/// Words by which a figure is not the whole, or not of the same time.
const OTHER_THAN: &str = "\
    additional ago another average bringing climbed closed compared cut down dropped each earlier expected extra \
    fell fewer former further gained grew increase increased index initial initially jumped latest maximum minimum \
    others outstanding previous previously quarter quarterly raised record remaining revised rise risen rising rose \
    second separate separately since third trading up";

/// Two figures of one quantity are seldom further apart than this.
const APART: f64 = 2.0;

/// Figures of one thing that are held against each other, at most.
const MOST: usize = 12;

/// Words to either side of a figure that tell what it is about.
const NEAR: usize = 6;

/// A figure with what it counts and the words around it.
#[derive(Clone)]
struct Quantity<'a> {
    figure: &'a Figure,
    /// What it counts: the words after it up to the next small word, as stems.
    units: Vec<String>,
    /// What happens to what it counts.
    fate: Option<&'static str>,
    sentence: usize,
}

pub(super) fn ask(reading: &Reading<'_>, leads: &mut Vec<Lead>) {
    let mut told: Vec<(String, Quantity<'_>)> = Vec::new();
    for (index, sentence) in reading.sentences.iter().enumerate() {
        if reading.figures_of(sentence).is_empty() || is_comparison(reading, sentence) {
            continue;
        }
        for figure in reading.figures_of(sentence) {
            let Some(quantity) = quantity(reading, index, sentence, figure) else { continue };
            // By its fate, and as one thing counted among others.
            if let Some(fate) = quantity.fate {
                told.push((fate.to_owned(), quantity.clone()));
            }
            let money = if figure.kind == FigureKind::Money { Some("money") } else { None };
            if let Some(unit) = quantity.units.last().map(String::as_str).or(money) {
                told.push((unit.to_owned(), Quantity { fate: None, ..quantity }));
            }
        }
    }
    let keys: Vec<&str> = told.iter().map(|(key, _)| key.as_str()).collect();
    pairs::ask(&keys, MOST, &|one, other| conflict(reading, &told.get(one)?.1, &told.get(other)?.1), leads);
}

fn conflict(reading: &Reading<'_>, one: &Quantity<'_>, other: &Quantity<'_>) -> Option<Lead> {
    let (less, more) = (one.figure.value.min(other.figure.value), one.figure.value.max(other.figure.value));
    let both_glued = one.figure.hyphenated && other.figure.hyphenated;
    if one.sentence == other.sentence
        || one.figure.kind != other.figure.kind
        || one.figure.agrees(other.figure)
        || (more > APART * less && !are_transposed(less, more))
        || both_glued
    {
        return None;
    }
    let (first, second) = (reading.sentences.get(one.sentence)?, reading.sentences.get(other.sentence)?);
    let taken_up = one.fate.is_none() && is_taken_up(reading, one, other);
    if !taken_up && are_of_other_times(reading.dates_of(first), reading.dates_of(second)) {
        return None;
    }
    let (names, others) = (reading.names(first), reading.names(second));
    let same_names = Reading::share_name(&names, &others);
    let context = |index: usize| {
        let before = index.checked_sub(1).filter(|before| *before != one.sentence);
        let before = before.and_then(|before| reading.sentences.get(before));
        let sentence = reading.sentences.get(index)?;
        let from = before.filter(|before| before.tokens.end == sentence.tokens.start).unwrap_or(sentence);
        Some(from.tokens.start..sentence.tokens.end)
    };
    let near = |quantity: &Quantity<'_>, sentence: &Sentence| {
        let figure = &quantity.figure.tokens;
        figure.start.saturating_sub(NEAR).max(sentence.tokens.start)..(figure.end + NEAR).min(sentence.tokens.end)
    };
    let close = shared(reading, near(one, first), near(other, second), &one.units);
    // Every word of a headline may have its capital.
    let other_names = first.kind != ParagraphType::Headline && !same_names && !names.is_empty() && !others.is_empty();
    let enough = match one.fate {
        _ if other_names => false,
        Some(_) => {
            let people = |quantity: &Quantity<'_>| {
                quantity.units.is_empty()
                    || quantity.units.iter().any(|unit| matches!(unit.as_str(), "peopl" | "person"))
            };
            let alike = one.units.last() == other.units.last() || (people(one) && people(other));
            let headline = first.kind == ParagraphType::Headline;
            let shared = shared(reading, context(one.sentence)?, context(other.sentence)?, &[]).len();
            alike && (shared >= 2 || (shared >= 1 && (headline || other.sentence - one.sentence <= 4)))
        }
        None if less < 3.0 => false,
        None if one.units.is_empty() => close.len() >= 2 && PRICES.split(' ').any(|word| close.contains(&stem(word))),
        None => {
            // "the Republican nomination" is not "the nomination".
            let same = |stem: &String| {
                let both = definite(reading, first, stem).zip(definite(reading, second, stem));
                both.is_some_and(|(one, other)| one == other)
            };
            let alike = one.units.last() == other.units.last();
            alike && (close.iter().any(same) || taken_up)
        }
    };
    if !enough {
        return None;
    }
    let words = |quantity: &Quantity<'_>| {
        let end = quantity.figure.tokens.end + usize::from(quantity.figure.hyphenated) + quantity.units.len();
        reading.span(quantity.figure.tokens.start..end.min(quantity.figure.tokens.end + 4)).of(reading.text)
    };
    let question = format!(
        "The text has “{}” here and “{}” there. Is that one quantity, and which figure is meant?",
        words(one),
        words(other)
    );
    Some(Reading::lead(&[one.figure.range, other.figure.range], question))
}

/// Whether both have dates, none of which has a moment in common with one of the others.
fn are_of_other_times(here: &[Dated<'_>], there: &[Dated<'_>]) -> bool {
    let mut both = false;
    for a in here.iter().filter_map(|date| date.period) {
        for b in there.iter().filter_map(|date| date.period) {
            if a.overlaps(b) {
                return false;
            }
            both = true;
        }
    }
    both
}

fn quantity<'a>(reading: &Reading<'_>, index: usize, sentence: &Sentence, figure: &'a Figure) -> Option<Quantity<'a>> {
    const SMALL: &str = "\
        a after ago and are as at away by deep for from have heavy high in is long of old on or tall that the to \
        was were who wide";
    if !matches!(figure.kind, FigureKind::Count | FigureKind::Money) || is_part(reading, sentence, figure) {
        return None;
    }
    let start = figure.tokens.end + usize::from(figure.hyphenated);
    let mut units = Vec::new();
    for token in (start..sentence.tokens.end).take(if figure.hyphenated { 1 } else { 3 }) {
        if reading.class(token) != Some(TokenClass::Letters)
            || reading.is(token, SMALL)
            || (is_in(EMPTY, reading.word(token)) && !reading.is(token, "people"))
            || super::clause::is_past(reading, token)
            || fate_of(reading, token).is_some()
        {
            break;
        }
        if !reading.word(token).ends_with("ly") {
            units.push(stem(reading.word(token)));
        }
    }
    let time = |unit: &String| {
        matches!(
            unit.as_str(),
            "day" | "hour" | "minut" | "point" | "month" | "second" | "week" | "year" | "tim" | "p" | "am" | "pm"
        )
    };
    // "75 people were killed there": part of a whole told elsewhere.
    let elsewhere = reading.has(start..start + 6, "there elsewhere");
    let price = (start..start + 5).any(|token| reading.reads(token, "a share"));
    if units.iter().any(time) || price || elsewhere {
        return None;
    }
    // "14 people were killed", "killed 14", "14 dead", "the death toll stands at 14"
    let near = figure.tokens.start.saturating_sub(5).max(sentence.tokens.start)
        ..(figure.tokens.end + 5).min(sentence.tokens.end);
    let clause = |token: &usize| {
        let between =
            if *token < figure.tokens.start { *token..figure.tokens.start } else { figure.tokens.end..*token };
        !reading.has(between.clone(), ", ; and while but")
            && !between.clone().any(|at| reading.figures_of(sentence).iter().any(|other| other.tokens.contains(&at)))
    };
    let fate = if figure.kind == FigureKind::Count && figure.value.fract().abs() < 1e-9 {
        near.filter(|token| clause(token)).find_map(|token| fate_of(reading, token))
    } else {
        None
    };
    Some(Quantity { figure, units, fate, sentence: index })
}

fn fate_of(reading: &Reading<'_>, token: usize) -> Option<&'static str> {
    fate_word(reading.word(token))
}

/// Words with "of" before a figure that is the whole: "a total of 12", "a price of 12".
const WHOLE: &str = "bill budget cost debt fee fewer fine less more price prize toll total value";

/// "including 5 women", "5 of them", "another 5", "one of the two"
fn is_part(reading: &Reading<'_>, sentence: &Sentence, figure: &Figure) -> bool {
    let start = figure.tokens.start;
    let before = start.saturating_sub(4).max(sentence.tokens.start)..start;
    let led = reading.has(before, "including among another only other");
    let directly = start
        .checked_sub(1)
        .is_some_and(|at| reading.is(at, "than every of") && !(at > 0 && reading.is(at - 1, WHOLE)));
    let end = figure.tokens.end;
    led || directly || reading.is(end, "more of other others additional new st nd rd th") || reading.is(end + 1, "more")
}

/// Sentences that compare, revise or add up figures.
fn is_comparison(reading: &Reading<'_>, sentence: &Sentence) -> bool {
    // "Here are three reasons" opens a list of its own.
    let list = reading.is(sentence.tokens.start, "here");
    list || sentence.tokens.clone().any(|token| {
        // "up to 12"; "to fell a tree", "to cut a price"
        let verb = token > 0 && reading.is(token, "cut fell record") && reading.is(token - 1, "to");
        reading.is_in(token, OTHER_THAN) && !reading.reads(token, "up to") && !verb
    })
}

/// Where a word stands after an article in the sentence, a few words between them at most, it is one certain thing: the
/// names among those words.
fn definite<'a>(reading: &Reading<'a>, sentence: &Sentence, of: &str) -> Option<Vec<&'a str>> {
    const ARTICLES: &str = "the this that its their our his her";
    sentence.tokens.clone().find_map(|token| {
        if reading.word(token).len() <= 3 || stem(reading.word(token)) != of {
            return None;
        }
        let near = token.saturating_sub(4).max(sentence.tokens.start)..token;
        let article = near.clone().rev().find(|at| reading.is(*at, ARTICLES))?;
        let whole = !near.clone().any(|at| reading.is(at, ", . ;"));
        whole.then(|| (article + 1..token).filter(|at| reading.is_name(*at)).map(|at| reading.word(at)).collect())
    })
}

/// "Three suspects ... the four suspects": the second figure takes up what the first has counted.
fn is_taken_up(reading: &Reading<'_>, one: &Quantity<'_>, other: &Quantity<'_>) -> bool {
    let before = other.figure.tokens.start.checked_sub(1);
    let taken_up = before.is_some_and(|before| reading.is(before, "the these those all"));
    let open = one.figure.tokens.start.checked_sub(1).is_none_or(|before| !reading.is(before, "the these those"));
    taken_up && open && other.sentence - one.sentence <= 6 && !other.figure.hyphenated && !one.figure.hyphenated
}

/// The telling words that two stretches share, as stems, apart from what is counted.
fn shared(
    reading: &Reading<'_>,
    one: std::ops::Range<usize>,
    other: std::ops::Range<usize>,
    units: &[String],
) -> Vec<String> {
    let others = stems(reading, other);
    let mut shared = stems(reading, one);
    shared.retain(|stem| others.contains(stem) && !units.contains(stem));
    shared
}

fn stems(reading: &Reading<'_>, tokens: std::ops::Range<usize>) -> Vec<String> {
    let mut stems = Vec::new();
    for token in tokens {
        let word = reading.word(token);
        if word.len() > 3
            && reading.class(token) == Some(TokenClass::Letters)
            && !is_in(EMPTY, word)
            && fate_word(word).is_none()
        {
            let stem = stem(word);
            if !stems.contains(&stem) {
                stems.push(stem);
            }
        }
    }
    stems
}

fn fate_word(word: &str) -> Option<&'static str> {
    FATES.iter().find(|(_, words)| is_in(words, word)).map(|(fate, _)| *fate)
}

/// A word without its ending, in lower case: enough to hold "floors" against "floor".
fn stem(word: &str) -> String {
    let word = letters::lowered(word);
    let cut = |end: &str| word.strip_suffix(end).filter(|stem| stem.len() > 2);
    let stem = cut("ing").or_else(|| cut("ed")).or_else(|| cut("s")).unwrap_or(&word);
    let stem = stem.strip_suffix('e').filter(|stem| stem.len() > 2).unwrap_or(stem);
    stem.strip_suffix('y').map_or(stem.to_owned(), |stem| format!("{stem}i"))
}

/// Whether two figures are made of the same digits: 1.4 and 4.1.
fn are_transposed(one: f64, other: f64) -> bool {
    let digits = |value: f64| {
        let mut digits = nearest(value * 100.0).to_string().into_bytes();
        digits.retain(|digit| *digit != b'0');
        digits.sort_unstable();
        digits
    };
    let (one, other) = (digits(one), digits(other));
    one.len() > 1 && one == other
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(OTHER_THAN.split(' ').is_sorted());
        assert!(FATES.iter().all(|(_, words)| words.split(' ').is_sorted()));
    }

    #[test]
    fn endings_go() {
        for (one, other) in [("floors", "floor"), ("killed", "kill"), ("kilometres", "kilometre"), ("cities", "city")] {
            assert_eq!(stem(one), stem(other));
        }
        assert!(are_transposed(1.4e6, 4.1e6) && !are_transposed(1.0, 10.0));
    }
}
