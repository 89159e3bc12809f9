//! Parts that do not add up to their total or to 100 percent.

use super::figure::{About, Figure, FigureKind};
use super::multiple::rounded;
use super::reading::{Reading, Sentence};
use crate::annotation::Lead;
use crate::text::TextRange;

/// Groups of people that do not overlap.
const APART: &str = "\
    adults boys children civilians females girls males men officers police policemen soldiers troops women";

pub(super) fn ask(reading: &Reading<'_>, leads: &mut Vec<Lead>) {
    for sentence in &reading.sentences {
        let figures = reading.figures_of(sentence);
        if figures.len() < 2 {
            continue;
        }
        let found = of_the(reading, sentence, figures)
            .or_else(|| listed(reading, sentence, figures))
            .or_else(|| in_all(reading, figures))
            .or_else(|| including(reading, figures));
        let (question, passages) = if let Some((total, parts)) = found {
            let question = format!(
                "{} is {}; the text gives a total of {}. Is a part missing, or one counted twice?",
                addition(reading, &parts),
                rounded(sum(&parts)),
                total.range.of(reading.text),
            );
            (question, [parts, vec![total]].concat())
        } else if let Some(parts) = percents(reading, sentence, figures) {
            let question = format!(
                "{} is {} percent. Is a share missing, or one too many?",
                addition(reading, &parts),
                rounded(sum(&parts))
            );
            (question, parts)
        } else {
            continue;
        };
        let passages: Vec<TextRange> = passages.iter().map(|figure| figure.range).collect();
        leads.push(Reading::lead(&passages, question));
    }
}

fn sum(parts: &[&Figure]) -> f64 {
    parts.iter().map(|part| part.value).sum()
}

fn is_count(figure: &Figure) -> bool {
    figure.about == About::Exactly && !figure.hyphenated && matches!(figure.kind, FigureKind::Count | FigureKind::Money)
}

/// A part of a list: a plain number that counts, not an age or a length of time.
fn is_part(reading: &Reading<'_>, figure: &Figure) -> bool {
    let age = reading.follows(figure.tokens.start, "aged age by least than");
    // "the one with the chairman"
    let pronoun = (figure.value - 1.0).abs() < 1e-9
        && (reading.is(figure.tokens.end, "with who that") || reading.follows(figure.tokens.start, "the"));
    let time = reading.is(figure.tokens.end, "day days hour hours minutes month months week weeks year years times");
    is_count(figure) && !age && !time && !pronoun
}

/// Whether these are parts of that total, and do not come to it.
fn are_off(reading: &Reading<'_>, total: &Figure, parts: &[&Figure]) -> bool {
    is_count(total)
        && parts.len() >= 2
        && parts.iter().all(|part| part.kind == total.kind && is_part(reading, part))
        && (sum(parts) - total.value).abs() > 0.5
}

/// "Of the 120 seats, 60 went to A, 40 to B and 30 to C."
fn of_the<'r>(
    reading: &Reading<'_>,
    sentence: &Sentence,
    figures: &'r [Figure],
) -> Option<(&'r Figure, Vec<&'r Figure>)> {
    let (total, rest) = figures.split_first()?;
    let lead = sentence.tokens.start..total.tokens.start;
    let of = reading.is(lead.start, "of") && lead.len() <= 3;
    let comma = reading.has(total.tokens.end..total.tokens.end + 6, ",");
    let parts: Vec<&Figure> = rest.iter().filter(|part| part.kind == total.kind && part.value < total.value).collect();
    let closed = parts.last().is_some_and(|last| closes(reading, last));
    let more = sum(&parts) > total.value;
    (of && comma && (more || closed) && are_off(reading, total, &parts)).then_some((total, parts))
}

/// "the other 30", "the remaining 30 percent"
fn closes(reading: &Reading<'_>, last: &Figure) -> bool {
    reading.follows(last.tokens.start, "other remaining")
}

/// "12 people: five women and eight men", "12 people (five women and eight men)"
fn listed<'r>(
    reading: &Reading<'_>,
    sentence: &Sentence,
    figures: &'r [Figure],
) -> Option<(&'r Figure, Vec<&'r Figure>)> {
    figures.iter().enumerate().find_map(|(index, total)| {
        let opener =
            reading.find(total.tokens.end..total.tokens.end + 10, ": ( – — , ;").filter(|token| {
                match reading.word(*token) {
                    ":" => true,
                    "," | ";" => false,
                    _ => *token <= total.tokens.end + 3,
                }
            })?;
        let bracket = reading.is(opener, "(");
        let close = if bracket {
            reading.find(opener..sentence.tokens.end, ")")?
        } else {
            reading.find(opener + 1..sentence.tokens.end, "; – — . (").unwrap_or(sentence.tokens.end)
        };
        let parts: Vec<&Figure> =
            figures.iter().skip(index + 1).filter(|part| (opener..close).contains(&part.tokens.start)).collect();
        let first = parts.first()?.tokens.start;
        let begins = first <= opener + 2;
        let joined = reading.has(opener..close, "and");
        let less = parts.iter().all(|part| part.value < total.value);
        (begins && joined && less && are_off(reading, total, &parts)).then_some((total, parts))
    })
}

/// "five women and eight men, 12 in all"
fn in_all<'r>(reading: &Reading<'_>, figures: &'r [Figure]) -> Option<(&'r Figure, Vec<&'r Figure>)> {
    let (index, total) = figures.iter().enumerate().find(|(_, figure)| {
        let end = figure.tokens.end;
        let after = (0..=1).any(|step| {
            reading.reads(end + step, "in all")
                || reading.reads(end + step, "in total")
                || reading.is(end + step, "altogether overall")
        });
        let start = figure.tokens.start;
        let before =
            start >= 3 && reading.is(start - 1, "of") && reading.is(start - 2, "total") && reading.is(start - 3, "a");
        after || before
    })?;
    let parts: Vec<&Figure> = figures.get(..index)?.iter().filter(|part| part.kind == total.kind).collect();
    let close = parts.last().is_some_and(|last| total.tokens.start - last.tokens.end <= 8);
    (close && are_off(reading, total, &parts)).then_some((total, parts))
}

/// "12 people, including five women and eight children": groups that do not overlap are more than the whole.
fn including<'r>(reading: &Reading<'_>, figures: &'r [Figure]) -> Option<(&'r Figure, Vec<&'r Figure>)> {
    figures.iter().enumerate().find_map(|(index, total)| {
        let cue = reading.find(total.tokens.end..total.tokens.end + 8, "including among")?;
        let next = figures.get(index + 1)?;
        if next.tokens.start < cue || next.tokens.start - cue > 4 {
            return None;
        }
        let parts: Vec<&Figure> = figures
            .iter()
            .skip(index + 1)
            .filter(|part| part.tokens.start - cue < 16 && is_part(reading, part) && part.kind == total.kind)
            .take_while(|part| reading.is(part.tokens.end, APART))
            .collect();
        let more = sum(&parts) > total.value + 0.5;
        (total.about != About::AtLeast && is_part(reading, total) && !parts.is_empty() && more)
            .then_some((total, parts))
    })
}

/// Shares of one whole in one sentence that are more than 100 percent, or less where the last is "the remaining" one.
fn percents<'r>(reading: &Reading<'_>, sentence: &Sentence, figures: &'r [Figure]) -> Option<Vec<&'r Figure>> {
    const NOT_SHARES: &str = "\
        ahead also among annual average beat both compared counted decline delegates down each fallen fell from \
        gained grew growth higher if increase increased inflation lead leading leads likely lower margin must need \
        or points poll polls probability rate reduced reporting respectively results rise risen rose said several \
        survey than turnout under up versus while would";
    let parts: Vec<&Figure> = figures.iter().filter(|figure| figure.kind == FigureKind::Percent).collect();
    let exact = parts.iter().all(|part| part.about == About::Exactly && part.value > 0.0 && part.value < 100.0);
    let closed = parts.last().is_some_and(|last| closes(reading, last));
    let other = sentence
        .tokens
        .clone()
        .any(|token| reading.is(token, NOT_SHARES) && !(closed && reading.is(token, "said while")));
    let vote = reading.has(sentence.tokens.clone(), "ballots vote voted voters votes");
    let shares = reading.has(sentence.tokens.clone(), "accounted comes consists goes made share shares spent went")
        || parts.first().is_some_and(|first| reading.is(first.tokens.end, "of"));
    let several_years = reading.dates_of(sentence).len() > 1;
    let enough = parts.len() >= 3 || (parts.len() == 2 && (vote || closed));
    if !exact || other || several_years || !enough || !(vote || shares || closed) {
        return None;
    }
    let sum = sum(&parts);
    let slack = 0.5 * if parts.iter().all(|part| part.value.fract().abs() < 1e-9) { 3.0 } else { 1.0 };
    // What comes to much more is no one whole.
    (sum > 100.0 + slack && sum < 130.0 || (closed && sum < 100.0 - slack)).then_some(parts)
}

/// "60 + 40 + 30"
fn addition(reading: &Reading<'_>, parts: &[&Figure]) -> String {
    parts.iter().map(|part| part.range.of(reading.text)).collect::<Vec<_>>().join(" + ")
}
