//! Indirect speech: what somebody is reported to have said, without marks. A layer of its own.

use std::ops::Range;

use super::attribute::{Attribution, Rule, of_sentence};
use super::detail::QuoteForm;
use super::lexicon::Class;
use super::phrase::Phrases;
use super::said::Said;
use super::words::Shape;
use crate::text::TextRange;

/// Finds indirect speech in `sentence`, if it quotes nothing.
#[must_use]
pub fn find(p: &Phrases<'_>, sentence: Range<usize>) -> Option<Said> {
    if p.any(sentence.clone(), Class::QUOTE) || sentence.len() < 5 || p.words.is_furniture(sentence.start) {
        return None;
    }
    let (mut content, attribution) = read(p, &sentence)?;
    // Without the marks at both ends.
    let is_mark = |at| p.is_any(at, ", . : ;");
    while content.start < content.end && is_mark(content.start) {
        content.start += 1;
    }
    while content.start < content.end && is_mark(content.end - 1) {
        content.end -= 1;
    }
    let range = TextRange::new(p.word(content.start).range.start, p.before(content.end).range.end);
    (content.len() >= 3).then(|| Said::new(QuoteForm::Indirect, range, content.start, Some(attribution)))
}

/// What the sentence says and who says it.
fn read(p: &Phrases<'_>, sentence: &Range<usize>) -> Option<(Range<usize>, Attribution)> {
    let mut found = of_sentence(p, sentence)?;
    let (cue, source) = (&found.cue, &found.source.words);
    let first = cue.start.min(source.start);
    let by_verb = found.rule == Rule::Before;
    let behind = first > sentence.start + 2
        && (!by_verb || p.is_mark(first - 1, ',') && sentence.end - cue.start <= 8 && !p.is_any(cue.end, "that"));
    let content = if behind {
        sentence.start..first
    } else if by_verb {
        clause(p, cue.end, sentence.end)?..sentence.end
    } else {
        source.end..sentence.end
    };
    if behind && by_verb {
        found.rule = Rule::After;
    }
    Some((content, found))
}

/// Where the clause begins that the verb before word number `at` governs.
fn clause(p: &Phrases<'_>, at: usize, end: usize) -> Option<usize> {
    if let Some(that) = p.find_any(at..end.min(at + 8), "that") {
        return Some(that + 1);
    }
    let next = p.word(at);
    let begins = next.class.is(Class::PRONOUN.or(Class::DETERMINER))
        || next.shape == Shape::Capital && !next.class.is(Class::TIME);
    (begins && p.is_any(at - 1, "added argued claimed insisted said say says")).then_some(at)
}
