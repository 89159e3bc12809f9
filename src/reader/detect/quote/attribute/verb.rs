//! Verbs of speech, told from the nouns they look like.

use super::Reader;
use crate::detect::quote::lexicon::Class;
use crate::detect::quote::words::Shape;

impl Reader<'_> {
    /// Whether word number `at` is a finite verb of speech rather than a noun.
    #[inline(never)]
    pub(super) fn is_finite_cue(&self, at: usize, class: Class) -> bool {
        let p = self.p;
        let (before, word) = (p.before(at), p.word(at));
        if !word.class.is(class) || word.shape != Shape::Lower || before.is_possessive() {
            return false;
        }
        if !word.class.is(Class::NOUN_TOO) {
            // To go on with one's words, not with one's work.
            return !p.is_any(at, "began begin begins continue continued continues") || !p.word(at + 1).is_word();
        }
        // "claims of", "points, and"
        let listed = p.is_any(at + 1, ", and") && at + 2 < self.at;
        if before.class.is(Class::DETERMINER) || p.is_any(at + 1, "of") || listed {
            return false;
        }
        // "campaign points", "new rules": a verb only after what is surely a subject.
        let subject = Class::PRONOUN
            .or(Class::RELATIVE)
            .or(Class::ADVERB)
            .or(Class::PEOPLE)
            .or(Class::OFFICE)
            .or(Class::AUXILIARY);
        let thing = before.class.is(Class::DOCUMENT.or(Class::ORGANISATION)) && before.shape == Shape::Lower;
        before.class.is(subject)
            || p.is_any(at.wrapping_sub(1), "to")
            || (thing || before.shape == Shape::Capital)
                && p.ending_at(at, self.sentence.start).is_some_and(|phrase| {
                    let start = phrase.words.start;
                    if thing {
                        p.is(start, Class::DETERMINER)
                    } else {
                        !p.is_any(start.wrapping_sub(1), "about for in of on")
                    }
                })
    }
}
