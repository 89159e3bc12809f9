//! Sources without a verb of speech: according to Ana Ruiz, in her words, as she put it.

use super::{Attribution, Reader, Rule};

impl Reader<'_> {
    pub(super) fn according_to(&self) -> Option<Attribution> {
        let p = self.phrases;
        for at in self.sentence.clone() {
            let next = p.letters(at + 1);
            let found = match p.letters(at) {
                "according" | "According" if next == "to" => {
                    Some((Rule::AccordingTo, at..at + 2, p.starting_at(at + 2, self.sentence.end)))
                }
                "words" | "view" | "opinion" if next == "of" => {
                    Some((Rule::Words, at..at + 2, p.starting_at(at + 2, self.sentence.end)))
                }
                "words" | "view" | "opinion" if at > 0 && p.word(at - 1).is_possessive() => {
                    Some((Rule::Words, at..at + 1, p.ending_at(at, self.sentence.start)))
                }
                "put" | "puts" if next == "it" => {
                    Some((Rule::Words, at..at + 2, p.subject_of(at, self.sentence.start.max(self.place.at.min(at)))))
                }
                _ => None,
            };
            if let Some((rule, cue, Some(mut source))) = found {
                if matches!(p.letters(source.words.start), "in" | "In" | "as" | "As") {
                    source.words.start += 1;
                }
                return Some(Attribution { rule, cue: Some(cue), source });
            }
        }
        None
    }
}
