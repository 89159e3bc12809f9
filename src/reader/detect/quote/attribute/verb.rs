//! Verbs of speech, told from the nouns they look like.

use super::Reader;
use crate::detect::quote::lexicon::Class;
use crate::detect::quote::words::Shape;

impl Reader<'_> {
    /// Whether word number `at` is a finite verb of speech rather than a noun.
    pub(super) fn is_finite_cue(&self, at: usize, class: Class) -> bool {
        let p = self.phrases;
        let word = p.word(at);
        if !word.class.is(class) || word.shape != Shape::Lower || word.is_possessive() {
            return false;
        }
        if at == 0 {
            return true;
        }
        let before = p.before(at);
        if before.class.is(Class::DETERMINER) && !p.is_any(at - 1, "that this all both some many one")
            || before.is_possessive()
        {
            return false;
        }
        if before.class.is(Class::PREPOSITION) && !p.is_any(at - 1, "to") {
            return false;
        }
        if word.class.is(Class::NOUN_TOO) {
            if before.class.is(Class::DETERMINER) && p.is_any(at - 1, "one some many this that") {
                return false;
            }
            // "campaign points", "new rules": a verb only after what is surely a subject.
            let subject = Class::PRONOUN
                .or(Class::RELATIVE)
                .or(Class::ADVERB)
                .or(Class::PEOPLE)
                .or(Class::OFFICE)
                .or(Class::AUXILIARY);
            let named = before.shape == Shape::Capital
                && p.ending_at(at, self.sentence.start).is_some_and(|phrase| {
                    let start = phrase.words.start;
                    let governed = start > self.sentence.start && p.is_any(start - 1, "of on about in for");
                    !governed && (!p.is(start, Class::DETERMINER) || phrase.words.len() > 2)
                });
            let thing = before.class.is(Class::DOCUMENT.or(Class::ORGANISATION))
                && before.shape == Shape::Lower
                && p.ending_at(at, self.sentence.start)
                    .is_some_and(|phrase| p.is(phrase.words.start, Class::DETERMINER));
            let verb_follows = p.is(at + 1, Class::AUXILIARY);
            let listed = p.is_any(at + 1, ", and") && !self.is_quote(at + 2);
            let noun = p.is_any(at + 1, "of")
                || p.is_any(at + 1, "to") && p.is_any(at, "thanks")
                || listed && at + 2 < self.place.at;
            return !verb_follows
                && !noun
                && (thing
                    || before.class.is(subject)
                    || p.is_any(at - 1, "to")
                    || before.is_mark(',')
                    || named
                    || p.ends_with(at - 1, "ly"));
        }
        if p.is_any(at, "continue continues continued began begins begin") {
            // To go on with one's words, not with one's work.
            return !p.word(at + 1).is_word();
        }
        true
    }
}
