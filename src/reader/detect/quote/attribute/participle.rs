//! Whose participle it is: "adding", "issued a statement saying", "with Ana Ruiz laughing and saying".

use super::Reader;
use crate::detect::quote::lexicon::Class;
use crate::detect::quote::phrase::Phrase;

/// How far two participles that share a subject may stand apart, in words.
const REACH: usize = 30;

impl Reader<'_> {
    /// "with Ana Ruiz saying" has its own subject; "issued a statement saying" has that of the clause.
    pub(super) fn subject_of_participle(&self, at: usize) -> Option<Phrase> {
        let p = self.phrases;
        let before = at.checked_sub(1).filter(|before| *before >= self.sentence.start)?;
        let word = p.word(before);
        if p.is_any(before, "and")
            && let Some(first) =
                (self.sentence.start..before).rev().take(REACH).find(|first| p.is(*first, Class::CUE_ING))
        {
            // "with Ana Ruiz laughing and saying"
            return self.subject_of_participle(first);
        }
        let adverb = p.ends_with(before, "ly");
        if word.is_word() && !adverb && !word.class.is(Class::SMALL.or(Class::CUE)) || word.class.is(Class::PRONOUN) {
            let own = p.ending_at(at, self.sentence.start)?;
            let free = own.words.start <= self.sentence.start
                || !p.before(own.words.start).is_word()
                || p.is_any(own.words.start - 1, "with and as of");
            if free {
                return Some(own);
            }
        }
        self.subject_left_of(at)
    }

    /// The subject of the clause whose participle stands at `at`.
    pub(super) fn subject_left_of(&self, at: usize) -> Option<Phrase> {
        let p = self.phrases;
        let finite = (self.sentence.start..at)
            .rev()
            .find(|verb| self.is_finite_cue(*verb, Class::SAYING) && !p.is_any(verb.saturating_sub(1), "to"));
        finite
            .and_then(|verb| p.subject_of(verb, self.sentence.start))
            .or_else(|| p.main_subject(self.sentence.start..at))
    }
}
