//! What a clause says of the time of its verb.

use super::lexicon::{IRREGULAR_PAST, NOT_PAST, PLANNED, WEEKDAYS, is_in};
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
    if !reading.is(preposition, "on in") && !reading.is(preposition, WEEKDAYS) {
        return None;
    }
    let start = reading.clause_start(preposition).max(preposition.saturating_sub(REACH + 4));
    let clause = start..preposition;
    let (mut present, mut will, mut planned, mut not_past, mut past) = (false, false, false, false, false);
    for token in clause.clone() {
        // "winning in Ohio on March 15 would ...", "came 15 days before the vote on June 8"
        if is_gerund(reading, token) || reading.is(token, "ahead before prior") {
            return None;
        }
        let be = reading.is(token, "is are");
        // "is scheduled to open", "are due to meet"
        present |= be && reading.is(token + 1, "due expected planned scheduled set slated");
        will |= reading.is(token, "will shall") || (be && reading.is(token + 1, "to"));
        planned |= reading.is_in(token, PLANNED);
        not_past |= reading.is_in(token, NOT_PAST);
        past |= token + REACH >= preposition && is_past(reading, token) && !is_adjective(reading, token);
    }
    // "talk of measures in 2017"
    if reading.is(preposition, "in") && hangs_on_noun(reading, clause) {
        return None;
    }
    if present || will {
        return (present || !planned).then_some(Tense::Future);
    }
    (past && !not_past && !planned).then_some(Tense::Past)
}

/// "after winning", "by opening": a verb whose time is that of another.
fn is_gerund(reading: &Reading<'_>, token: usize) -> bool {
    let word = reading.word(token);
    word.len() > 5 && word.ends_with("ing") && reading.follows(token, "after by for from of since without")
}

/// "a designated day": a participle between an article and its noun.
fn is_adjective(reading: &Reading<'_>, token: usize) -> bool {
    reading.follows(token, "a an her his its our the their")
}

/// Whether a phrase between the last verb and a month or a year can take it to itself: "his address to the convention
/// in 2004", "prospects for measures in 2017".
fn hangs_on_noun(reading: &Reading<'_>, clause: std::ops::Range<usize>) -> bool {
    let end = clause.end;
    let is_verb = |token: &usize| is_past(reading, *token) || reading.is(*token, "will shall are is");
    let Some(verb) = clause.rev().find(is_verb) else { return false };
    // "is to open", "said of"
    reading.has(verb + 2..end, "about against for from of to with") || reading.is(verb + 1, "about of")
}

/// A word that is a past tense or a past participle.
pub(super) fn is_past(reading: &Reading<'_>, token: usize) -> bool {
    let word = reading.word(token);
    let lower = reading.document.tokens().get(token).is_some_and(|token| token.case == LetterCase::Lower);
    reading.class(token) == Some(TokenClass::Letters)
        && lower
        && (is_in(IRREGULAR_PAST, word) || (word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed")))
}
