//! Whose participle it is: "adding", "issued a statement saying", "with Ana Ruiz saying".

use super::Reader;
use crate::detect::quote::lexicon::Class;
use crate::detect::quote::phrase::Phrase;

impl Reader<'_> {
    /// "with Ana Ruiz saying" has its own subject; "issued a statement saying" has that of the clause.
    pub(super) fn subject_of_participle(&self, at: usize) -> Option<Phrase> {
        let p = self.p;
        let word = p.before(at);
        if p.is_any(at.wrapping_sub(1), "and")
            && let Some(first) = (self.sentence.start..at).rev().find(|first| p.is(*first, Class::CUE_ING))
        {
            // "with Ana Ruiz laughing and saying"
            return self.subject_of_participle(first);
        }
        if word.is_word() && !word.class.is(Class::SMALL.or(Class::CUE)) {
            let own = p.ending_at(at, self.sentence.start)?;
            let before = own.words.start.wrapping_sub(1);
            if !p.word(before).is_word() || p.is_any(before, "and as of with") {
                return Some(own);
            }
        }
        self.subject_left_of(at)
    }

    /// The subject of the clause whose participle stands at `at`.
    pub(super) fn subject_left_of(&self, at: usize) -> Option<Phrase> {
        let p = self.p;
        let start = self.sentence.start;
        let finite = self.last_verb(start..at);
        finite.and_then(|verb| p.subject_of(verb, start)).or_else(|| p.main_subject(start..at))
    }
}
