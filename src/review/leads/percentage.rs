//! A percentage that does not fit its two numbers: "rose 20 percent, from 100 to 130", "50 of 200, or 20 percent".

use super::figure::{About, Figure, FigureKind};
use super::multiple::{from_to, is_amount, rounded};
use super::reading::{Reading, Sentence};
use crate::annotation::Lead;

/// The name of the rule.
pub(super) const NAME: &str = "percentage";

/// Words for becoming more or less.
#[rustfmt::skip]
const CHANGES: [&str; 60] = [
    "climb", "climbed", "climbing", "climbs", "cut", "cuts", "cutting", "decline", "declined", "declines",
    "decrease", "decreased", "decreases", "decreasing", "down", "drop", "dropped", "dropping", "drops", "fall",
    "fallen", "falling", "falls", "fell", "gain", "gained", "grew", "grow", "growing", "grown", "grows", "growth",
    "increase", "increased", "increases", "increasing", "jump", "jumped", "jumps", "lowers", "raise", "raised",
    "raises", "reduced", "reduction", "rise", "risen", "rises", "rising", "rose", "shrank", "shrunk", "sinks",
    "slid", "slipped", "soared", "surged", "tumbled", "up", "went",
];

pub(super) fn ask(reading: &Reading<'_>, sentence: &Sentence, leads: &mut Vec<Lead>) {
    let figures = reading.figures_of(sentence);
    if figures.len() >= 3 {
        change(reading, sentence, leads);
        shares(reading, sentence, figures, leads);
    }
}

/// "rose by 20 percent from 100 to 130", "from 100 to 130, an increase of 20 percent"
fn change(reading: &Reading<'_>, sentence: &Sentence, leads: &mut Vec<Lead>) {
    let Some(verb) = sentence.tokens.clone().find(|token| reading.is(*token, &CHANGES)) else { return };
    let pair = from_to(reading, sentence, verb).or_else(|| from_to(reading, sentence, verb.saturating_sub(14)));
    let Some((from, to)) = pair else { return };
    let figures = reading.figures_of(sentence);
    let is_end = |figure: &&Figure| figure.tokens == from.tokens || figure.tokens == to.tokens;
    let mut said = figures
        .iter()
        .filter(|figure| !is_end(figure))
        .filter(|figure| matches!(figure.kind, FigureKind::Percent | FigureKind::Points));
    let (Some(percent), None) = (said.next(), said.next()) else { return };
    let near =
        |a: &Figure, b: &Figure| a.tokens.start.abs_diff(b.tokens.end).min(b.tokens.start.abs_diff(a.tokens.end)) <= 12;
    if from.kind != to.kind || from.value <= 0.0 || !(near(percent, from) || near(percent, to)) {
        return;
    }
    let points = (to.value - from.value).abs();
    let relative = 100.0 * points / from.value;
    let percents = from.kind == FigureKind::Percent;
    let by = percent.tokens.start.checked_sub(1).is_some_and(|before| reading.is(before, &["by", "of"]));
    if percents && percent.kind == FigureKind::Percent && !by {
        return;
    }
    let fits = match percent.kind {
        FigureKind::Points => !percents || fits(percent, points, from, to),
        // "unemployment rose 2 percent, from 5 to 7 percent": points are meant often enough.
        _ => fits(percent, relative, from, to) || (percents && fits(percent, points, from, to)),
    };
    if !fits {
        let shown = if percent.kind == FigureKind::Points { points } else { relative };
        let question = format!(
            "From {} to {} is a change of {} {}; the text says {}. Which of the three is meant otherwise?",
            from.range.of(reading.text),
            to.range.of(reading.text),
            rounded(shown),
            if percent.kind == FigureKind::Points { "points" } else { "percent" },
            percent.range.of(reading.text),
        );
        leads.push(Reading::lead(NAME, vec![percent.range, from.range, to.range], question));
    }
}

/// "50 of the 200 members, or 20 percent", "20 percent (50 of 200)", "30 percent of the 200 members, or 80"
fn shares(reading: &Reading<'_>, sentence: &Sentence, figures: &[Figure], leads: &mut Vec<Lead>) {
    for (index, part) in figures.iter().enumerate() {
        let Some(whole) = figures.get(index + 1).filter(|whole| is_of(reading, part, whole)) else { continue };
        if !is_amount(whole) || whole.value <= 0.0 {
            continue;
        }
        let next = figures.get(index + 2).filter(|next| joined(reading, whole, next, sentence));
        let before = index.checked_sub(1).and_then(|before| figures.get(before));
        let before = before.filter(|before| joined(reading, before, part, sentence));
        let found = if part.kind == FigureKind::Percent {
            next.filter(|next| next.kind == whole.kind).map(|amount| (part, amount))
        } else if part.kind == whole.kind && part.value <= whole.value {
            let percent = next.into_iter().chain(before).find(|figure| figure.kind == FigureKind::Percent);
            percent.map(|percent| (percent, part))
        } else {
            None
        };
        let Some((percent, amount)) = found else { continue };
        let share = 100.0 * amount.value / whole.value;
        if !fits(percent, share, amount, whole) {
            let question = format!(
                "{} of {} is {} percent; the text says {}. Which of the three is meant otherwise?",
                amount.range.of(reading.text),
                whole.range.of(reading.text),
                rounded(share),
                percent.range.of(reading.text),
            );
            leads.push(Reading::lead(NAME, vec![percent.range, amount.range, whole.range], question));
        }
    }
}

/// "50 of 200", "50 out of the 200", "50 members of its 200"
fn is_of(reading: &Reading<'_>, part: &Figure, whole: &Figure) -> bool {
    let between = part.tokens.end..whole.tokens.start;
    let only = |token: usize| {
        reading.is(token, &["of", "out", "the", "its", "their", "all", "our", "his", "her", "a", "total", "about"])
    };
    let noun = usize::from(!only(between.start) && reading.is(between.start + 1, &["of", "out"]));
    between.len() <= 5 && between.clone().any(|token| reading.is(token, &["of"])) && between.skip(noun).all(only)
}

/// One figure says the other again: ", or 20 percent", "(20 percent)", "— 20 percent".
fn joined(reading: &Reading<'_>, first: &Figure, second: &Figure, sentence: &Sentence) -> bool {
    let between = first.tokens.end..second.tokens.start;
    let cue = between.end.checked_sub(1).is_some_and(|last| {
        matches!(reading.word(last), "(" | "–" | "—")
            || reading.is(last, &["or"])
            || (last > 0 && reading.is(last - 1, &["or", "is"]) && reading.is(last, &["about", "nearly", "some"]))
    });
    between.len() <= 6 && cue && sentence.tokens.contains(&second.tokens.start)
}

/// Whether `percent` can be said where the numbers give `computed`, which are rounded themselves.
fn fits(percent: &Figure, computed: f64, one: &Figure, other: &Figure) -> bool {
    let rounding = |figure: &Figure| if figure.about == About::Exactly { 0.004 } else { 0.03 };
    let slack = (0.6_f64).max(computed * (rounding(one) + rounding(other) + 0.03));
    let difference = percent.value - computed;
    match percent.about {
        About::Exactly => difference.abs() <= slack,
        About::Roughly => difference.abs() <= slack + 0.1 * computed + 1.0,
        About::AtLeast => difference <= slack && percent.value >= 0.6 * computed - slack,
        About::AtMost => difference >= -slack && percent.value <= 1.6 * computed + slack,
    }
}
