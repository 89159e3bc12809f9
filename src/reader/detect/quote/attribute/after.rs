//! What follows a quotation: “…”, said Ana Ruiz; “…”, Ana Ruiz said; “…” — Ana Ruiz.

use super::{Attribution, Ending, Reader, Rule};
use crate::detect::quote::lexicon::Class;

impl Reader<'_> {
    /// The end of the stretch after the quotation that can hold its attribution.
    pub(super) fn ceiling(&self) -> usize {
        (self.at + 1..self.sentence.end).find(|at| self.is_quote(*at)).unwrap_or(self.sentence.end)
    }

    /// "…", said Ana Ruiz; "…", Ana Ruiz said
    pub(super) fn right_after(&self) -> Option<Attribution> {
        let p = self.p;
        if !matches!(self.ending, Ending::Comma | Ending::Open) {
            return None;
        }
        let at = self.at + 1;
        let ceiling = self.ceiling();
        if p.is(at, Class::CUE)
            && let Some(source) = p.starting_at(at + 1, ceiling)
        {
            return Some(Attribution { rule: Rule::Inverted, cue: at..at + 1, source });
        }
        if p.is(at, Class::CONJUNCTION.or(Class::PREPOSITION).or(Class::RELATIVE)) {
            return None;
        }
        let verb = (at + 1..ceiling.min(at + 30)).find(|verb| self.is_finite_cue(*verb, Class::SAYING))?;
        Some(Attribution { rule: Rule::After, cue: verb..verb + 1, source: p.subject_of(verb, at)? })
    }

    /// A verb of speech further on in the sentence: "… in the region, said Ana Ruiz."
    pub(super) fn trailing(&self) -> Option<Attribution> {
        let p = self.p;
        for at in self.at + 1..self.sentence.end {
            if !self.is_finite_cue(at, Class::SAYING) {
                continue;
            }
            let comma = p.is_mark(at - 1, ',') || self.is_quote(at - 1);
            let (rule, source) = if comma && let Some(source) = p.starting_at(at + 1, self.sentence.end) {
                (Rule::Inverted, source)
            } else {
                let source = p.subject_of(at, self.at + 1)?;
                let start = source.words.start;
                if !(p.is_mark(start - 1, ',') || self.is_quote(start - 1)) {
                    return None;
                }
                (Rule::After, source)
            };
            return Some(Attribution { rule, cue: at..at + 1, source });
        }
        None
    }

    pub(super) fn dash(&self) -> Option<Attribution> {
        let p = self.p;
        let dash = self.at + 1;
        let end = p.words.paragraph(self.at).end;
        let start = (dash..self.at + 6).find(|at| !p.is_dash(*at)).filter(|start| *start > dash)?;
        let source = p.starting_at(start, end)?;
        (!source.name.is_empty()).then_some(Attribution { rule: Rule::Dash, cue: dash..start, source })
    }
}
