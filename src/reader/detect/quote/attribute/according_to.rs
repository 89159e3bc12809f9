//! Sources without a verb of speech: according to Ana Ruiz, in her words, as she put it.

use super::{Attribution, Reader, Rule};

impl Reader<'_> {
    pub(super) fn according_to(&self) -> Option<Attribution> {
        let p = self.p;
        for at in self.sentence.clone() {
            let found = if p.is_any(at, "according According") && p.is_any(at + 1, "to") {
                Some((Rule::AccordingTo, at..at + 2, p.starting_at(at + 2, self.sentence.end)))
            } else if p.is_any(at, "words view opinion") && p.is_any(at + 1, "of") {
                Some((Rule::Words, at..at + 2, p.starting_at(at + 2, self.sentence.end)))
            } else if p.is_any(at, "words view opinion") && p.before(at).is_possessive() {
                Some((Rule::Words, at..at + 1, p.ending_at(at, self.sentence.start)))
            } else if p.is_any(at, "put puts") && p.is_any(at + 1, "it") {
                let floor = self.sentence.start.max(self.at.min(at));
                Some((Rule::Words, at..at + 2, p.subject_of(at, floor)))
            } else {
                None
            };
            if let Some((rule, cue, Some(mut source))) = found {
                if p.is_any(source.words.start, "in In as As") {
                    source.words.start += 1;
                }
                if !source.words.is_empty() {
                    return Some(Attribution { rule, cue, source });
                }
            }
        }
        None
    }
}
