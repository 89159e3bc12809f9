//! Sources without a verb of speech: according to Ana Ruiz, in her words, as she put it.

use super::{Attribution, Reader, Rule};

/// Two words that attribute, and whether the source stands after them, as an object; else it is their subject.
const CUES: &[(&str, &str, Rule, bool)] = &[
    ("according", "to", Rule::AccordingTo, true),
    ("opinion view words", "of", Rule::Words, true),
    ("put puts", "it", Rule::Words, false),
];

impl Reader<'_> {
    pub(super) fn according_to(&self) -> Option<Attribution> {
        let p = self.p;
        for at in self.sentence.clone() {
            for (first, second, rule, after) in CUES {
                if p.is_any(at, first) && p.is_any(at + 1, second) {
                    let floor = self.sentence.start.max(self.at.min(at));
                    let source =
                        if *after { p.starting_at(at + 2, self.sentence.end) } else { p.subject_of(at, floor) };
                    let found = rule.finds(at..at + 2, source);
                    if found.is_some() {
                        return found;
                    }
                }
            }
            // in Ana Ruiz’s words
            if p.is_any(at, "opinion view words") && p.before(at).is_possessive() {
                return Rule::Words.finds(at..at + 1, p.ending_at(at, self.sentence.start));
            }
        }
        None
    }
}
