//! Whether the words around a date speak of the past or of what is to come.

use super::Is;
use crate::detect::date::english::Word;
use crate::detect::date::lex::Line;
use crate::text::{LetterCase, TokenClass, words};

/// What the words around a date speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// "met", "was"
    Past,
    /// "will", "plans to"
    Future,
    /// Neither is plain.
    Unsaid,
}

/// Words that point ahead, in alphabetical order.
static AHEAD: &str = "\
    due effective expect expected expects forthcoming going ll plan planned planning plans scheduled shall should \
    slated upcoming will would";

/// Verbs whose past form does not end in "-ed", in alphabetical order.
static PAST: &str = "\
    became began bought broke brought built came caught chose cut did drew drove fell felt fled flew fought found \
    gave got grew had heard held hit kept knew laid led left lost made met paid put ran rose sank sat saw sent \
    set shot showed slid sold spent spoke stood struck swore taught threw told took was went were won wrote";

/// Verbs of speaking, which say nothing about when the thing spoken of happens.
static SPEAKING: &str = "added announced asked noted reported said says stated told warned";

/// How far the words are looked at, in tokens.
const REACH: usize = 30;

/// The tense of the verb that governs the expression at tokens `start..end`: the nearest before it in its sentence,
/// else the nearest after it.
#[must_use]
pub fn tense(line: &Line, sentence: std::ops::Range<usize>, start: usize, end: usize) -> Tense {
    if let Some(tense) = beside(line, sentence.start, start) {
        return tense;
    }
    let before = (sentence.start.max(start.saturating_sub(REACH))..start).rev();
    let after = end..sentence.end.min(end + REACH);
    let weak = if line.is(start.wrapping_sub(1), Is::By) { Tense::Future } else { Tense::Unsaid };
    before.chain(after).map(|at| of_word(line, at)).find(|tense| *tense != Tense::Unsaid).unwrap_or(weak)
}

/// What the words right before the expression say: "until Friday", "as early as Friday", "since May", "said Friday".
fn beside(line: &Line, sentence: usize, start: usize) -> Option<Tense> {
    let at = start.checked_sub(1).filter(|at| *at >= sentence)?;
    match line.word(at) {
        Word::Is(Is::Until | Is::Till | Is::Ending) => return Some(Tense::Future),
        Word::Is(Is::Since | Is::Ended) => return Some(Tense::Past),
        Word::Is(Is::As) if at >= 2 && line.is(at - 2, Is::As) => return Some(Tense::Future),
        _ => {}
    }
    let said = |at: usize| at >= sentence && line.case(at) == LetterCase::Lower && words::has(SPEAKING, line.of(at));
    (said(at) || (at > 0 && said(at - 1))).then_some(Tense::Past)
}

fn of_word(line: &Line, at: usize) -> Tense {
    let Some(lexeme) = line.lexemes.get(at) else { return Tense::Unsaid };
    if lexeme.token.class != TokenClass::Letters
        || lexeme.token.case != LetterCase::Lower
        || !matches!(lexeme.word, Word::Other | Word::Is(_))
    {
        return Tense::Unsaid;
    }
    let word = line.of(at);
    if words::has(AHEAD, word) {
        return Tense::Future;
    }
    if words::has(SPEAKING, word) {
        return Tense::Unsaid;
    }
    let regular = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
    if regular || words::has(PAST, word) { Tense::Past } else { Tense::Unsaid }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_sorted() {
        for list in [AHEAD, PAST, SPEAKING] {
            assert!(words::is_list(list));
        }
    }
}
