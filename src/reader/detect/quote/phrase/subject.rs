//! The subject of a verb, and of a sentence.

use std::ops::Range;

use super::{Phrase, Phrases};
use crate::detect::quote::lexicon::Class;
use crate::detect::quote::words::Shape;

/// How far from a cue its subject is looked for, in words.
const REACH: usize = 45;

impl Phrases<'_> {
    /// The subject of the verb at `verb`, looked for to the left, not before `floor`.
    #[must_use]
    pub fn subject_of(&self, verb: usize, floor: usize) -> Option<Phrase> {
        let floor = floor.max(verb.saturating_sub(REACH));
        let mut at = verb;
        while at > floor && self.stands_between(at - 1) {
            at -= 1;
            // "on Monday", "later Monday"
            if at > floor && self.is(at, Class::TIME) && self.is(at - 1, Class::PREPOSITION) {
                at -= 1;
            }
        }
        if at <= floor {
            return None;
        }
        let before = self.before(at);
        match before.shape {
            Shape::Mark(',' | '–' | '—' | '-') => self.before_apposition(at - 1, floor),
            Shape::Mark(')' | ']') => {
                let open = (floor..at - 1).rev().find(|at| self.is_any(*at, "( ["))?;
                self.subject_of(open, floor)
            }
            Shape::Lower if self.is_any(at - 1, "that which who") => {
                let named = self.ending_at(at - 1 - usize::from(self.is_mark(at.wrapping_sub(2), ',')), floor);
                // The source as it stands is "who"; the name is the one it stands for.
                let name =
                    named.map_or(at - 1..at, |phrase| if phrase.name.is_empty() { phrase.words } else { phrase.name });
                Some(Phrase { words: at - 1..at, name })
            }
            _ => self.ending_at(at, floor),
        }
    }

    /// Words that may stand between a subject and its verb.
    fn stands_between(&self, at: usize) -> bool {
        let word = self.word(at);
        word.class.is(Class::TIME)
            || word.shape == Shape::Lower
                && (word.class.is(Class::AUXILIARY.or(Class::ADVERB)) || self.ends_with(at, "ly"))
    }

    /// The phrase before an apposition that ends in the comma at `comma`.
    fn before_apposition(&self, comma: usize, floor: usize) -> Option<Phrase> {
        let mut fallback = None;
        let mut at = comma;
        while at > floor {
            at -= 1;
            if !matches!(self.word(at).shape, Shape::Mark(',' | '–' | '—' | '-')) {
                continue;
            }
            let Some(phrase) = self.ending_at(at, floor) else { continue };
            if phrase.words.start <= floor {
                return Some(phrase);
            }
            fallback.get_or_insert(phrase);
        }
        fallback.or_else(|| self.main_subject(floor..comma))
    }

    /// The first noun phrase within `range` that no preposition governs.
    #[must_use]
    pub fn main_subject(&self, range: Range<usize>) -> Option<Phrase> {
        let mut at = self.after_dateline(range.clone());
        while at < range.end {
            let word = self.word(at);
            let leads_away = word.class.is(Class::PREPOSITION.or(Class::CUE_ING))
                || at == range.start && (self.ends_with(at, "ing") || word.class.is(Class::CUE))
                || self.is_any(at + 1, "ago earlier later")
                || self.is_any(at, "after although as because before if since though when while");
            if leads_away {
                let comma = self.find_any(at..range.end, ",");
                match comma {
                    Some(comma) => at = comma + 1,
                    None => return self.first_phrase(at + 1..range.end),
                }
                continue;
            }
            let small = Class::CONJUNCTION.or(Class::ADVERB).or(Class::AUXILIARY).or(Class::RELATIVE).or(Class::TIME);
            if word.is_word()
                && !word.class.is(small)
                && let Some(phrase) = self.starting_at(at, range.end)
            {
                return Some(phrase);
            }
            at += 1;
        }
        None
    }

    /// Where the sentence begins after "PARIS, July 25 (AFP) —".
    fn after_dateline(&self, range: Range<usize>) -> usize {
        let head = range.start..range.end.min(range.start + 12);
        for at in head {
            let word = self.word(at);
            match word.shape {
                Shape::Mark('—' | '–' | '-' | '―') if at > range.start => return at + 1,
                Shape::Capital | Shape::Number | Shape::Mark(',' | '.' | '(' | ')' | '/') => {}
                _ => break,
            }
        }
        range.start
    }

    fn first_phrase(&self, range: Range<usize>) -> Option<Phrase> {
        range.clone().find_map(|at| {
            let word = self.word(at);
            (word.class.is(Class::PRONOUN)
                || word.shape == Shape::Capital && !word.class.is(Class::SMALL.or(Class::TIME)))
            .then(|| self.starting_at(at, range.end))
            .flatten()
        })
    }
}
