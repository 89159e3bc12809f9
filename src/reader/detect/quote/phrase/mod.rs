//! Noun phrases around a cue: who it is that speaks, as it stands in the text.
//!
//! No parser: a phrase is the run of words up to the next word that cannot be part of one.

mod noun;
mod subject;

use std::ops::Range;

use super::lexicon::Class;
use super::words::{Shape, Word, Words};

/// A noun phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its words.
    pub words: Range<usize>,
    /// Those of them that name: "Ana Ruiz" of "team member Ana Ruiz"; empty where nothing is named.
    pub name: Range<usize>,
}

/// Reads noun phrases of one document.
#[derive(Clone, Copy)]
pub struct Phrases<'a> {
    /// The masked view.
    pub words: &'a Words,
    /// The text of the document.
    pub text: &'a str,
}

impl<'a> Phrases<'a> {
    /// Word number `at`.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<&'a Word> {
        self.words.get(at)
    }

    /// The letters of word number `at`, without "’s".
    #[must_use]
    pub fn letters(&self, at: usize) -> &'a str {
        self.get(at).map_or("", |word| word.stem().of(self.text))
    }

    /// Whether word number `at` stands in one of the lists of `class`.
    #[must_use]
    pub fn is(&self, at: usize, class: Class) -> bool {
        self.get(at).is_some_and(|word| word.class.is(class))
    }

    /// Whether word number `at` is written with a capital for what it is, not for where it stands.
    #[must_use]
    pub fn is_name(&self, at: usize) -> bool {
        self.get(at).is_some_and(|word| word.shape == Shape::Capital && !word.class.is(Class::SMALL.or(Class::TIME)))
    }

    /// Whether word number `at` is `mark`.
    #[must_use]
    pub fn is_mark(&self, at: usize, mark: char) -> bool {
        self.get(at).is_some_and(|word| word.is_mark(mark))
    }
}
