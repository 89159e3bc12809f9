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
    clause.rev().take(REACH).any(|token| is_past(reading, token)).then_some(Tense::Past)
}

/// A word that is a past tense or a past participle.
pub(super) fn is_past(reading: &Reading<'_>, token: usize) -> bool {
    let word = reading.word(token);
    let lower = reading.document.tokens().get(token).is_some_and(|token| token.case == LetterCase::Lower);
    reading.class(token) == Some(TokenClass::Letters)
        && lower
        && (is_in(IRREGULAR_PAST, word) || (word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed")))
}
