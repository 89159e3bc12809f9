//! What comes before a quotation: Ana Ruiz said “…”; she called it “…”; her claim that “…”; Ana Ruiz on the dam: “…”.

use super::{Attribution, Reader, Rule};
use crate::detect::quote::lexicon::Class;

impl Reader<'_> {
    /// The nearest cue to the left; a verb of thought only where there is no other.
    pub(super) fn before(&self) -> Option<Attribution> {
        let mut thought = None;
        let mut at = self.at;
        let floor = self.main_clause();
        while at > floor {
            at -= 1;
            let Some(found) = self.cue_at(at) else { continue };
            let outer = self.outer_verb(&found);
            if found.rule == Rule::Thought {
                thought.get_or_insert(found);
            } else if let Some(outer) = outer {
                return Some(outer);
            } else if thought.is_none() || found.rule == Rule::Before {
                return Some(found);
            }
        }
        thought
    }

    /// Where the main clause begins: "When the mayor promised a ferry, Ana Ruiz laughed: “…”"
    fn main_clause(&self) -> usize {
        let p = self.p;
        let start = self.sentence.start;
        if !p.is_any(start, "after although because since though when while") {
            return start;
        }
        p.find_any(start..self.at.saturating_sub(2), ",").unwrap_or(start)
    }

    /// "said he called it": the verb that governs the clause of the one that was found.
    fn outer_verb(&self, found: &Attribution) -> Option<Attribution> {
        let p = self.p;
        let source = &found.source.words;
        let outer = (self.sentence.start.max(source.start.saturating_sub(4))..source.start)
            .rev()
            .take_while(|at| p.word(*at).is_word())
            .find(|at| self.is_finite_cue(*at, Class::SAYING))?;
        self.cue_at(outer)
    }

    /// What the word at `at`, before the quotation, says about its source if it is a cue.
    pub(super) fn cue_at(&self, at: usize) -> Option<Attribution> {
        let p = self.p;
        let word = p.word(at);
        let cue = at..at + 1;
        let finite = self.is_finite_cue(at, Class::CUE);
        if !finite && word.class.is(Class::NOUN_TOO) && p.is_any(at + 1, "of that") {
            // "Ana Ruiz's claim that …", "their chants of …"
            let owner = (at.saturating_sub(3).max(self.sentence.start)..at)
                .rev()
                .find(|owner| p.word(*owner).is_possessive() || p.is_any(*owner, "her his their"))?;
            return Rule::Judged.finds(cue, p.ending_at(owner + 1, self.sentence.start));
        }
        let participle = word.class.is(Class::CUE_ING);
        if !finite && !participle {
            return None;
        }
        let passive = finite && p.find_any(at.saturating_sub(2)..at, "are be been being get got is was were").is_some();
        if passive {
            let by = p.find_any(at..self.sentence.end, "by")?;
            return Rule::Passive.finds(cue, p.starting_at(by + 1, self.sentence.end));
        }
        let source = if participle {
            self.subject_of_participle(at)
        } else {
            p.subject_of(at, self.sentence.start).or_else(|| self.subject_left_of(at))
        }?;
        // "Ana Ruiz laughed at what she called …"
        let what = source.words.start.wrapping_sub(1);
        let main = if p.is_any(what, "what") { p.main_subject(self.sentence.start..what) } else { None };
        let main = main.filter(|main| !p.is(main.words.start, Class::PRONOUN));
        let source = main.unwrap_or(source);
        let rule = if participle {
            Rule::Participle
        } else if word.class.is(Class::SAYING) {
            Rule::Before
        } else if word.class.is(Class::THINKING) {
            Rule::Thought
        } else {
            Rule::Judged
        };
        rule.finds(cue, Some(source))
    }

    pub(super) fn colon(&self) -> Option<Attribution> {
        let p = self.p;
        let before = self.at.wrapping_sub(1);
        if !p.is_mark(before, ':') {
            return None;
        }
        Rule::Colon.finds(before..before + 1, p.main_subject(self.sentence.start..before))
    }
}
