//! "Doubled" that is not twice: "doubled from 1,200 to 1,900".

use super::figure::{Figure, FigureKind, nearest};
use super::reading::{Reading, Sentence};
use crate::annotation::Lead;

/// Verbs and how many times they say.
const MULTIPLES: [(&str, f64); 16] = [
    ("double", 2.0),
    ("doubled", 2.0),
    ("doubles", 2.0),
    ("doubling", 2.0),
    ("halve", 0.5),
    ("halved", 0.5),
    ("halves", 0.5),
    ("halving", 0.5),
    ("quadrupled", 4.0),
    ("quadrupling", 4.0),
    ("trebled", 3.0),
    ("trebling", 3.0),
    ("triple", 3.0),
    ("tripled", 3.0),
    ("tripling", 3.0),
    ("twofold", 2.0),
];

pub(super) fn ask(reading: &Reading<'_>, leads: &mut Vec<Lead>) {
    for sentence in &reading.sentences {
        for token in sentence.tokens.clone() {
            let word = reading.word(token);
            let Some(&(_, times)) = MULTIPLES.iter().find(|(verb, _)| verb.eq_ignore_ascii_case(word)) else {
                continue;
            };
            // "double digits", "a double-decker"
            if reading.is(token + 1, "-") || reading.is(token + 1, "digit digits") {
                continue;
            }
            let Some((from, to)) = from_to(reading, sentence, token) else { continue };
            if from.value <= 0.0 || from.kind != to.kind {
                continue;
            }
            let ratio = to.value / from.value;
            let (least, most) = range(reading, token, times);
            if ratio < least || ratio > most {
                let question = format!(
                    "From {} to {} is {} times as much; the text says “{word}”. Which of the three is meant otherwise?",
                    from.range.of(reading.text),
                    to.range.of(reading.text),
                    rounded(ratio),
                );
                let verb = reading.span(token..token + 1);
                leads.push(Reading::lead(&[verb, from.range, to.range], question));
            }
        }
    }
}

/// What the verb allows, with what stands before it: "nearly doubled", "more than doubled".
fn range(reading: &Reading<'_>, token: usize, times: f64) -> (f64, f64) {
    let before = |words: &str| reading.has(token.saturating_sub(3)..token, words);
    let (less, more) = (times * 0.9, times * 1.1);
    if before("more over") {
        if times < 1.0 { (times * 0.5, times * 1.01) } else { (times * 0.99, times * 1.5) }
    } else if before("almost nearly about roughly around virtually practically") {
        (times * 0.8, times * 1.2)
    } else {
        (less, more)
    }
}

/// "from 1,200 to 1,900", "to 1,900 from 1,200" after the verb; else the only two figures of the sentence.
pub(super) fn from_to<'r>(
    reading: &'r Reading<'_>,
    sentence: &Sentence,
    verb: usize,
) -> Option<(&'r Figure, &'r Figure)> {
    let figures = reading.figures_of(sentence);
    let led_by = |word: &str| {
        figures.iter().find(|figure| {
            let start = figure.tokens.start;
            let near = start > verb && start - verb <= 18;
            let mut words = (start.saturating_sub(4).max(verb + 1)..start).rev().take_while(|at| {
                !matches!(reading.word(*at), "," | ";" | "and" | "from" | "to") || reading.is(*at, word)
            });
            near && words.any(|at| reading.is(at, word))
        })
    };
    let (from, to) = (led_by("from")?, led_by("to")?);
    (from.tokens != to.tokens).then_some((from, to))
}

/// "1.6"
pub(super) fn rounded(number: f64) -> String {
    let tenths = nearest(number * 10.0);
    if tenths.is_multiple_of(10) { (tenths / 10).to_string() } else { format!("{}.{}", tenths / 10, tenths % 10) }
}

/// Whether the two count alike.
pub(super) fn is_amount(figure: &Figure) -> bool {
    matches!(figure.kind, FigureKind::Count | FigureKind::Money)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted() {
        assert!(MULTIPLES.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn numbers_are_rounded_to_one_place() {
        assert_eq!((rounded(1.583), rounded(2.0)), ("1.6".to_owned(), "2".to_owned()));
    }
}
