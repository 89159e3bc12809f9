//! Quotations: the stretches between marks that quote, those that belong together as the parts of one.

use super::attribute::{Attribution, attribute};
use super::detail::QuoteForm;
use super::genuine::Passage;
use super::mark::Family;
use super::phrase::Phrases;
use super::said::Said;
use super::scan::Stretch;
use super::writing::{Ending, Writing};
use crate::text::{Document, ParagraphType, TextRange};

/// The most words an attribution between two parts may have.
const BETWEEN: usize = 40;

/// Reads the stretches of a document.
pub struct Quoted<'a> {
    document: &'a Document,
    phrases: &'a Phrases<'a>,
    /// What is marked by hand is a quotation.
    marked: Option<TextRange>,
    /// Single marks quote where they are the house style; elsewhere they are for headlines and for words held at arm's
    /// length, unless the body says who speaks.
    single_style: bool,
    /// The last stretch that was taken for a quotation.
    before: Option<&'a Stretch>,
    /// The quotations so far, each with its attribution.
    pub found: Vec<Said>,
}

impl<'a> Quoted<'a> {
    /// Before the first of `stretches` is read.
    #[must_use]
    pub fn new(
        document: &'a Document,
        phrases: &'a Phrases<'a>,
        stretches: &[Stretch],
        marked: Option<TextRange>,
    ) -> Self {
        let singles = stretches.iter().filter(|stretch| stretch.family == Family::Single).count();
        let single_style = singles * 2 > stretches.len();
        Self { document, phrases, marked, single_style, before: None, found: Vec::new() }
    }

    /// Reads the next stretch, which stands at word number `at`.
    pub fn read(&mut self, stretch: &'a Stretch, at: usize) {
        let p = self.phrases;
        let Some(writing) = Writing::of(self.document, stretch) else { return };
        let attribution =
            attribute(p, at, writing.ending, self.found.last().and_then(|said| said.attribution.as_ref()));
        let goes_on = self.before.is_some_and(|before| before.run == stretch.run);
        let singled_out = stretch.family == Family::Single && !self.single_style;
        let quotes = !singled_out
            || attribution.as_ref().is_some_and(|found| found.rule.speaks()) && in_prose(self.document, stretch);
        let passage = Passage { phrases: p, at, writing, attribution: attribution.as_ref(), singled_out };
        let by_hand = self.marked.is_some_and(|marked| marked.overlaps(stretch.marks));
        if !(goes_on || by_hand || quotes && passage.is_genuine()) {
            return;
        }
        let one_paragraph = self.before.is_some_and(|before| before.paragraph == stretch.paragraph);
        self.before = Some(stretch);
        match self.found.last_mut() {
            Some(said) if goes_on || one_paragraph && is_split(p, said, at, attribution.as_ref()) => {
                said.add(p, stretch, at);
                let firm = |found: &Option<Attribution>| found.as_ref().is_some_and(|found| found.rule.is_firm());
                if goes_on && !firm(&said.attribution) && firm(&attribution) {
                    said.attribution = attribution;
                }
            }
            _ => {
                let content = TextRange::new(stretch.content.start, stretch.content.start);
                let mut said = Said::new(form(p, at, writing), content, at, attribution);
                said.add(p, stretch, at);
                self.found.push(said);
            }
        }
    }
}

/// Whether a stretch stands in the body, and not in an opening sentence alone in its paragraph, which may be a headline.
fn in_prose(document: &Document, stretch: &Stretch) -> bool {
    let paragraphs = document.paragraphs();
    paragraphs.get(stretch.paragraph as usize).is_some_and(|paragraph| {
        let opening = stretch.paragraph == 0 && paragraphs.len() > 1 && paragraph.sentences.len() == 1;
        paragraph.kind == ParagraphType::Body && !opening
    })
}

/// Whether one attribution stands between `said` and the quotation at word number `at`, and is of both.
fn is_split(p: &Phrases<'_>, said: &Said, at: usize, attribution: Option<&Attribution>) -> bool {
    let (Some(found), Some(of_this)) = (&said.attribution, attribution) else { return false };
    let source = &found.source.words;
    (said.last + 1..at).contains(&source.start)
        && at - said.last <= BETWEEN + 1
        && of_this.source.words == *source
        && p.words.sentence(at).start <= at
        && p.words.sentence(source.start).end >= at.saturating_sub(1)
}

/// Direct where whole sentences are quoted; mixed where the quotation is a part of the writer's own sentence.
fn form(p: &Phrases<'_>, at: usize, writing: Writing) -> QuoteForm {
    let begins = at == p.words.sentence(at).start || p.is_any(at.wrapping_sub(1), ", :");
    if !writing.small && (begins || writing.ending != Ending::None) { QuoteForm::Direct } else { QuoteForm::Mixed }
}
