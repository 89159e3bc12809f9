//! What follows a quotation: “…”, said Ana Ruiz; “…”, Ana Ruiz said; “…” — Ana Ruiz.

use super::{Attribution, Reader, Rule};
use crate::detect::quote::lexicon::Class;
use crate::detect::quote::phrase::Phrase;
use crate::detect::quote::writing::Ending;

impl Reader<'_> {
    /// The end of the stretch after the quotation that can hold its attribution.
    pub(super) fn ceiling(&self) -> usize {
        self.p.find(self.at + 1..self.sentence.end, Class::QUOTE).unwrap_or(self.sentence.end)
    }

    /// "…", said Ana Ruiz; "…", Ana Ruiz said
    pub(super) fn right_after(&self) -> Option<Attribution> {
        let p = self.p;
        if !matches!(self.ending, Ending::Comma | Ending::Open) {
            return None;
        }
        let at = self.at + 1;
        let ceiling = self.ceiling();
        if p.is(at, Class::CUE) {
            let found = Rule::Inverted.finds(at..at + 1, p.starting_at(at + 1, ceiling));
            if found.is_some() {
                return found;
            }
        }
        if p.is(at, Class::CONJUNCTION.or(Class::PREPOSITION).or(Class::RELATIVE)) {
            return None;
        }
        let verb = self.first_verb(at + 1..ceiling.min(at + 30))?;
        Rule::After.finds(verb..verb + 1, p.subject_of(verb, at))
    }

    /// A verb of speech further on in the sentence: "… in the region, said Ana Ruiz."
    pub(super) fn trailing(&self) -> Option<Attribution> {
        let p = self.p;
        let at = self.first_verb(self.at + 1..self.sentence.end)?;
        let cue = at..at + 1;
        let parts = |at: usize| p.is_mark(at - 1, ',') || p.is(at - 1, Class::QUOTE);
        if parts(at) {
            let found = Rule::Inverted.finds(cue.clone(), p.starting_at(at + 1, self.sentence.end));
            if found.is_some() {
                return found;
            }
        }
        Rule::After.finds(cue, p.subject_of(at, self.at + 1).filter(|source| parts(source.words.start)))
    }

    pub(super) fn dash(&self) -> Option<Attribution> {
        let p = self.p;
        let dash = self.at + 1;
        let end = p.words.paragraph(self.at).end;
        let start = (dash..self.at + 6).find(|at| !p.is_dash(*at)).filter(|start| *start > dash)?;
        Rule::Dash.finds(dash..start, p.starting_at(start, end).filter(Phrase::names))
    }
}
