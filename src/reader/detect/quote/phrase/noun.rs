//! Noun phrases by their bounds: the run of words up to the next that cannot be part of one, and the name in it.

use std::ops::Range;

use super::{Phrase, Phrases};
use crate::detect::quote::lexicon::Class;
use crate::detect::quote::names;
use crate::detect::quote::words::Shape;

/// Nouns that are in a list.
const NOUN: Class =
    Class::PEOPLE.or(Class::OFFICE).or(Class::ORGANISATION).or(Class::DOCUMENT).or(Class::TITLE).or(Class::PARTICLE);

/// The longest phrase, in words.
const LONGEST: usize = 16;

impl Phrases<'_> {
    /// The noun phrase that ends right before word number `end`, with what hangs on it: "a spokesman for the ministry".
    #[must_use]
    pub fn ending_at(&self, end: usize, floor: usize) -> Option<Phrase> {
        let last = end.checked_sub(1).filter(|last| *last >= floor)?;
        if self.is(last, Class::PRONOUN) {
            return Some(Phrase { words: last..end, name: last..last });
        }
        let floor = floor.max(end.saturating_sub(LONGEST));
        let mut start = self.run_to_left(end, floor)?;
        let mut head_end = end;
        // "a spokesman for the ministry": on to the left over a preposition
        while start > floor + 1 && self.joins(start - 1) {
            let Some(further) = self.run_to_left(start - 1, floor) else { break };
            head_end = start - 1;
            start = further;
        }
        Some(self.with_name(start..end, head_end))
    }

    fn joins(&self, at: usize) -> bool {
        self.is_any(at, "and at by for from in near of on to who with")
    }

    /// Start of the run of nouns that ends right before `end`.
    fn run_to_left(&self, end: usize, floor: usize) -> Option<usize> {
        let mut start = end;
        while start > floor {
            let at = start - 1;
            let word = self.word(at);
            let inside = match word.shape {
                Shape::Capital => {
                    !word.class.is(Class::SMALL) || word.class.is(Class::DETERMINER.or(Class::MAN).or(Class::WOMAN))
                }
                Shape::Lower => self.is_nominal(at, start == end),
                Shape::Number => true,
                Shape::Mark(_) | Shape::Quote => false,
            };
            if !inside {
                break;
            }
            start = at;
            if word.class.is(Class::DETERMINER) {
                break;
            }
        }
        (start < end).then_some(start)
    }

    /// Whether a small word can be part of a noun phrase; `last` is that it would end it.
    fn is_nominal(&self, at: usize, last: bool) -> bool {
        let word = self.word(at);
        let class = word.class;
        let function = Class::PREPOSITION
            .or(Class::CONJUNCTION)
            .or(Class::RELATIVE)
            .or(Class::AUXILIARY)
            .or(Class::ADVERB)
            .or(Class::CUE)
            .or(Class::CUE_ING);
        class.is(NOUN.or(Class::DETERMINER)) || !class.is(function) && (last || !self.ends_with(at, "ly"))
    }

    /// The noun phrase that starts at word number `start`, before `ceiling`.
    #[must_use]
    pub fn starting_at(&self, start: usize, ceiling: usize) -> Option<Phrase> {
        let first = self.word(start);
        if start >= ceiling {
            return None;
        }
        if first.class.is(Class::PRONOUN) {
            return Some(Phrase { words: start..start + 1, name: start..start });
        }
        let ceiling = ceiling.min(start + LONGEST);
        let mut end = self.run_to_right(start, ceiling);
        if end == start {
            return None;
        }
        let head_end = end;
        while end + 1 < ceiling && self.is_any(end, "at for from in of on with") {
            let further = self.run_to_right(end + 1, ceiling);
            if further == end + 1 {
                break;
            }
            end = further;
        }
        // "said the mayor, Ana Ruiz"
        if self.before(head_end).shape == Shape::Lower && self.is_mark(end, ',') {
            let further = self.run_to_right(end + 1, end + 6);
            let capitals = (end + 1..further).all(|at| self.is_name(at));
            if further > end + 2 && capitals {
                let mut phrase = self.with_name(end + 1..further, further);
                phrase.words.start = start;
                return Some(phrase);
            }
        }
        Some(self.with_name(start..end, head_end))
    }

    fn run_to_right(&self, start: usize, ceiling: usize) -> usize {
        let mut end = start;
        while end < ceiling {
            let word = self.word(end);
            let inside = match word.shape {
                // "said Jan Mertens"
                Shape::Capital if end == start => {
                    !word.class.is(Class::TIME) || word.class.is(Class::MAN.or(Class::WOMAN))
                }
                Shape::Capital => !word.class.is(Class::TIME.or(Class::SMALL)),
                Shape::Lower => {
                    self.is_nominal(end, false)
                        && !word.class.is(Class::TIME)
                        // "said Ana Ruiz sent": a verb after a name
                        && !(self.before(end).shape == Shape::Capital
                            && (self.ends_with(end, "ed") || self.is(end + 1, Class::DETERMINER)))
                }
                Shape::Number => end == start || self.is(end - 1, Class::DETERMINER),
                Shape::Mark(_) | Shape::Quote => false,
            };
            if !inside {
                break;
            }
            end += 1;
        }
        end
    }

    /// Finds the name in a phrase whose head ends at `head_end`.
    fn with_name(&self, words: Range<usize>, head_end: usize) -> Phrase {
        // "Secretary of State Ana Ruiz": the name stands at the end all the same.
        let office = head_end.checked_sub(1).is_some_and(|head| {
            self.is(head, Class::OFFICE.or(Class::TITLE)) && self.word(head).shape == Shape::Capital
        });
        if office {
            let start = names::name_start(self, head_end + 1, words.end);
            if start > head_end + 1 {
                return Phrase { name: start..words.end, words };
            }
        }
        let mut start = head_end;
        while start > words.start && self.before(start).shape == Shape::Capital {
            start -= 1;
        }
        Phrase { words, name: start..head_end }
    }
}
