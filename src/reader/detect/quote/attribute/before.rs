//! What comes before a quotation: Ana Ruiz said “…”; she called it “…”; her claim that “…”; Ana Ruiz on the dam: “…”.

use super::{Attribution, Reader, Rule};
use crate::detect::quote::lexicon::Class;
use crate::detect::quote::phrase::Phrase;
use crate::detect::quote::words::Shape;

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
        let comma = (start..self.at.saturating_sub(2)).find(|at| p.is_mark(*at, ','));
        match comma {
            // A sentence of its own follows.
            Some(comma)
                if p.is_any(start, "After Although Because Since Though When While")
                    && p.starting_at(comma + 1, self.at).is_some() =>
            {
                comma + 1
            }
            _ => start,
        }
    }

    /// "said he called it": the verb that governs a clause whose subject is a pronoun.
    pub(super) fn outer_verb(&self, found: &Attribution) -> Option<Attribution> {
        let p = self.p;
        let source = &found.source.words;
        let pronoun = source.len() == 1 && p.is(source.start, Class::PRONOUN);
        if !pronoun {
            return None;
        }
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
        if word.shape != Shape::Lower {
            return None;
        }
        if word.class.is(Class::SAYINGS)
            && let Some(found) = self.saying_at(at)
        {
            return Some(found);
        }
        let finite = self.is_finite_cue(at, Class::CUE);
        let participle = !finite && word.class.is(Class::CUE_ING);
        if !finite && !participle {
            return None;
        }
        let cue = at..at + 1;
        let passive = finite
            && !p.is_any(at, "said")
            && (at.saturating_sub(2)..at).any(|at| p.is_any(at, "was were been be being is are get got"));
        if passive {
            let by = (at..self.sentence.end).find(|by| p.is_any(*by, "by"))?;
            return Some(Attribution { rule: Rule::Passive, cue, source: p.starting_at(by + 1, self.sentence.end)? });
        }
        if finite
            && p.before(at).is_mark(',')
            && word.class.is(Class::SAYING)
            && let Some(source) = p.starting_at(at + 1, self.at)
            && !source.name.is_empty()
            && p.is_mark(source.words.end, ',')
        {
            // "The trouble, says Ana Ruiz, is that …"
            return Some(Attribution { rule: Rule::Before, cue, source });
        }
        let source = if participle {
            self.subject_of_participle(at)
        } else {
            p.subject_of(at, self.sentence.start).or_else(|| self.subject_left_of(at))
        }?;
        let what = source.words.len() == 1
            && p.is(source.words.start, Class::PRONOUN)
            && p.is_any(source.words.start.wrapping_sub(1), "what");
        let main = if what { p.main_subject(self.sentence.start..source.words.start - 1) } else { None };
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
        Some(Attribution { rule, cue, source })
    }

    /// "Ana Ruiz's claim that …", "his promise of …"
    pub(super) fn saying_at(&self, at: usize) -> Option<Attribution> {
        let p = self.p;
        let owner = (at.saturating_sub(3)..at)
            .rev()
            .filter(|owner| *owner >= self.sentence.start)
            .find(|owner| p.word(*owner).is_possessive() || p.is_any(*owner, "his her their His Her Their"))?;
        let leads_on = p.is_any(at + 1, "that of") || at + 2 >= self.at;
        let within = (self.sentence.start..owner)
            .any(|at| p.is(at, Class::SAYING.or(Class::SAYING_ING)) && self.is_finite_cue(at, Class::SAYING));
        if !leads_on || within || (owner + 1..at).any(|at| !p.word(at).is_word()) {
            return None;
        }
        let source = if p.word(owner).is_possessive() {
            p.ending_at(owner + 1, self.sentence.start)?
        } else {
            Phrase { words: owner..owner + 1, name: owner..owner }
        };
        Some(Attribution { rule: Rule::Judged, cue: at..at + 1, source })
    }

    pub(super) fn colon(&self) -> Option<Attribution> {
        let p = self.p;
        let before = self.at.wrapping_sub(1);
        if !self.sentence.contains(&before) || !p.is_mark(before, ':') {
            return None;
        }
        let source = p.main_subject(self.sentence.start..before)?;
        Some(Attribution { rule: Rule::Colon, cue: before..before + 1, source })
    }
}
