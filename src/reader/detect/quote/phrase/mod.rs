//! Noun phrases around a cue: who it is that speaks, as it stands in the text.
//!
//! No parser: a phrase is the run of words up to the next word that cannot be part of one.

mod noun;
mod subject;

use std::ops::Range;

use super::lexicon::Class;
use super::words::{Shape, Word, Words, without_stop};
use crate::text::{TextRange, words};

/// A noun phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its words.
    pub words: Range<usize>,
    /// Those of them that name: "Ana Ruiz" of "team member Ana Ruiz"; empty where nothing is named.
    pub name: Range<usize>,
}

impl Phrase {
    /// Whether somebody is named.
    #[must_use]
    pub fn names(&self) -> bool {
        !self.name.is_empty()
    }
}

/// Reads noun phrases of one document.
pub struct Phrases<'a> {
    /// The masked view.
    pub words: Words,
    /// The text of the document.
    pub text: &'a str,
}

impl<'a> Phrases<'a> {
    /// Word number `at`; beyond the bounds of the text, a word that is nothing.
    #[must_use]
    pub fn word(&self, at: usize) -> &Word {
        self.words.word(at)
    }

    /// The word before word number `at`.
    #[must_use]
    pub fn before(&self, at: usize) -> &Word {
        self.word(at.wrapping_sub(1))
    }

    /// Where `words`, at least one, stand in the text.
    #[must_use]
    pub fn range_of(&self, words: &Range<usize>) -> TextRange {
        TextRange::new(self.word(words.start).range.start, self.before(words.end).stem_end)
    }

    /// The letters of word number `at`, without "’s".
    #[must_use]
    #[inline(never)]
    pub fn letters(&self, at: usize) -> &'a str {
        self.word(at).stem().of(self.text)
    }

    /// The same without the full stop of an abbreviation.
    #[must_use]
    pub fn noun(&self, at: usize) -> &'a str {
        without_stop(self.letters(at))
    }

    /// Whether word number `at` is one of `words`, a sorted list; the case of ASCII letters does not count.
    #[must_use]
    #[inline(never)]
    pub fn is_any(&self, at: usize, words: &str) -> bool {
        #[cfg(test)]
        assert!(words.is_empty() || words::is_list(words), "{words} is not sorted");
        words::has(words, self.letters(at))
    }

    /// Whether word number `at` stands in one of the lists of `class`.
    #[must_use]
    #[inline(never)]
    pub fn is(&self, at: usize, class: Class) -> bool {
        self.word(at).class.is(class)
    }

    /// The first of the words in `range` that stands in one of the lists of `class`.
    #[must_use]
    #[inline(never)]
    pub fn find(&self, mut range: Range<usize>, class: Class) -> Option<usize> {
        range.find(|at| self.is(*at, class))
    }

    /// Whether any of the words in `range` stands in one of the lists of `class`.
    #[must_use]
    pub fn any(&self, range: Range<usize>, class: Class) -> bool {
        self.find(range, class).is_some()
    }

    /// The first of the words in `range` that is one of `words`, a sorted list.
    #[must_use]
    #[inline(never)]
    pub fn find_any(&self, mut range: Range<usize>, words: &str) -> Option<usize> {
        range.find(|at| self.is_any(*at, words))
    }

    /// Whether the letters of word number `at` end in `ending`.
    #[must_use]
    #[inline(never)]
    pub fn ends_with(&self, at: usize, ending: &str) -> bool {
        self.letters(at).ends_with(ending)
    }

    /// Whether word number `at` is written with a capital for what it is, not for where it stands.
    #[must_use]
    #[inline(never)]
    pub fn is_name(&self, at: usize) -> bool {
        let word = self.word(at);
        word.shape == Shape::Capital && !word.class.is(Class::SMALL.or(Class::TIME))
    }

    /// Whether word number `at` is a dash.
    #[must_use]
    #[inline(never)]
    pub fn is_dash(&self, at: usize) -> bool {
        self.is_any(at, "- – — ―")
    }

    /// Whether word number `at` is `mark`.
    #[must_use]
    #[inline(never)]
    pub fn is_mark(&self, at: usize, mark: char) -> bool {
        self.word(at).is_mark(mark)
    }
}
