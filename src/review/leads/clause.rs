//! What a clause says of the time of its verb.

use super::lexicon::{IRREGULAR_PAST, NOT_PAST, PLANNED, is_in};
use super::reading::Reading;
use crate::text::{LetterCase, TokenClass};

/// When the verb of a clause lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
}

/// Words that may stand between a verb and its date.
const REACH: usize = 9;

/// The tense of the verb that a date hangs on: the last verb before the preposition of the date, in the same clause.
/// Nothing where it is not plain past or future, or where the date hangs on a noun.
pub(super) fn tense_before(reading: &Reading<'_>, date: usize) -> Option<Tense> {
    let preposition = date.checked_sub(1)?;
    if !reading.is(preposition, &["on", "in"])
        && crate::review::leads::lexicon::number_in(&super::lexicon::WEEKDAYS, reading.word_before(date)).is_none()
    {
        return None;
    }
    let start = reading.clause_start(preposition).max(preposition.saturating_sub(REACH + 4));
    let clause = start..preposition;
    // "is scheduled to open", "are due to meet"
    let is_planned = |token: usize| {
        const AHEAD: [&str; 6] = ["due", "expected", "planned", "scheduled", "set", "slated"];
        reading.is(token, &["is", "are"]) && reading.is(token + 1, &AHEAD)
    };
    // "winning in Ohio on March 15 would ...", "came 15 days before the vote on June 8", "talk of measures in 2017"
    if clause.clone().any(|token| is_gerund(reading, token) || reading.is(token, &["ahead", "before", "prior"]))
        || (reading.is(preposition, &["in"]) && hangs_on_noun(reading, clause.clone()))
    {
        return None;
    }
    let present = clause.clone().any(is_planned);
    let will = |token: usize| {
        reading.is(token, &["will", "shall"])
            || reading.reads(token, &["is", "to"])
            || reading.reads(token, &["are", "to"])
    };
    if present || clause.clone().any(will) {
        let plan = !present && clause.clone().any(|token| is_in(PLANNED, reading.word(token)));
        return (!plan).then_some(Tense::Future);
    }
    if clause.clone().any(|token| is_in(NOT_PAST, reading.word(token)) || is_in(PLANNED, reading.word(token))) {
        return None;
    }
    let is_verb = |token: &usize| is_past(reading, *token) && !is_adjective(reading, *token);
    clause.rev().take(REACH).find(is_verb).map(|_| Tense::Past)
}

/// "after winning", "by opening": a verb whose time is that of another.
fn is_gerund(reading: &Reading<'_>, token: usize) -> bool {
    let word = reading.word(token);
    let led = ["after", "by", "for", "from", "of", "since", "without"];
    word.len() > 5 && word.ends_with("ing") && token > 0 && reading.is(token - 1, &led)
}

/// "a designated day": a participle between an article and its noun.
fn is_adjective(reading: &Reading<'_>, token: usize) -> bool {
    const ARTICLES: [&str; 8] = ["a", "an", "her", "his", "its", "our", "the", "their"];
    token > 0 && reading.is(token - 1, &ARTICLES)
}

/// Whether a phrase between the last verb and a month or a year can take it to itself: "his address to the convention
/// in 2004", "prospects for measures in 2017".
fn hangs_on_noun(reading: &Reading<'_>, clause: std::ops::Range<usize>) -> bool {
    const PREPOSITIONS: [&str; 7] = ["about", "against", "for", "from", "of", "to", "with"];
    let end = clause.end;
    let is_verb = |token: usize| is_past(reading, token) || reading.is(token, &["will", "shall", "are", "is"]);
    let last = clause.rev().find(|token| is_verb(*token));
    // "is to open", "said of"
    last.is_some_and(|verb| (verb + 2..end).any(|token| reading.is(token, &PREPOSITIONS)))
        || last.is_some_and(|verb| reading.is(verb + 1, &["about", "of"]))
}

/// A word that is a past tense or a past participle.
pub(super) fn is_past(reading: &Reading<'_>, token: usize) -> bool {
    let word = reading.word(token);
    let lower = reading.document.tokens().get(token).is_some_and(|token| token.case == LetterCase::Lower);
    reading.class(token) == Some(TokenClass::Letters)
        && lower
        && (is_in(IRREGULAR_PAST, word) || (word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed")))
}
