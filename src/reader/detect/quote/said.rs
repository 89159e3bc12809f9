//! What somebody said, quoted or reported, and how the annotation file has it.

use super::attribute::Attribution;
use super::confidence;
use super::detail::{Cue, QuoteDetail, QuoteForm, Source};
use super::phrase::Phrases;
use super::resolve::Resolver;
use super::scan::Stretch;
use crate::detect::{Detail, Detection, Reason};
use crate::text::TextRange;

/// What somebody said.
#[derive(Clone, Debug)]
pub struct Said {
    /// Its first word in the masked view.
    pub at: usize,
    /// The word of its last part.
    pub last: usize,
    /// The cue and the source.
    pub attribution: Option<Attribution>,
    form: QuoteForm,
    content: TextRange,
    parts: Vec<TextRange>,
    insertions: Vec<TextRange>,
}

impl Said {
    /// Something said at word number `at`.
    #[must_use]
    pub const fn new(form: QuoteForm, content: TextRange, at: usize, attribution: Option<Attribution>) -> Self {
        Self { at, last: at, attribution, form, content, parts: Vec::new(), insertions: Vec::new() }
    }

    /// Adds a part, which stands at word number `at`.
    pub fn add(&mut self, p: &Phrases<'_>, stretch: &Stretch, at: usize) {
        self.last = at;
        self.content.end = stretch.content.end;
        self.parts.push(stretch.marks);
        push_insertions(p.text, stretch.content, &mut self.insertions);
    }

    /// Adds its detection to `found`, with the name of who said it.
    pub fn detect(self, resolver: &mut Resolver<'_>, found: &mut Vec<Detection>) {
        let Self { at, form, content, mut parts, insertions, .. } = self;
        let p = resolver.phrases;
        let mut reasons = Vec::new();
        let mut because = |name: &'static str, range| reasons.push(Reason { name: name.into(), range });
        let mut range = content;
        if form == QuoteForm::Indirect {
            parts.push(content);
        } else {
            range = parts.iter().fold(content, |range, part| range.cover(*part));
            // A paragraph that goes on with a quotation need not open it again, nor close it.
            let marks = [TextRange::new(range.start, content.start), TextRange::new(content.end, range.end)];
            because("marks", marks.into_iter().find(|marks| !marks.is_empty()).unwrap_or(range));
        }
        let (mut cue, mut source) = (None, None);
        if let Some(attribution) = &self.attribution {
            if !attribution.cue.is_empty() {
                let range = p.range_of(&attribution.cue);
                cue = Some(Cue { range });
                because("cue", range);
            }
            let range = p.range_of(&attribution.source.words);
            because("source", range);
            let who = resolver.resolve(&attribution.source);
            source = Some(Source {
                range: Some(range),
                name: resolver.text_of(who.name),
                kind: who.kind,
                confidence: confidence::with_name(confidence::of(attribution, p, at), who.confidence),
                rule: attribution.rule.name().into(),
                candidates: resolver.candidates(&who),
            });
            resolver.speaks(who, at);
        }
        let confidence = if form == QuoteForm::Indirect { 0.8 } else { 0.95 };
        let detail = Detail::Quote(QuoteDetail { form, content, parts, insertions, cue, source });
        found.push(Detection { range, detail, reasons, confidence });
    }
}

/// The longest insertion, in bytes: a longer bracket is part of what was said.
const INSERTION: u32 = 120;

/// Adds to `found` what the editor inserted: "[Syrian]", brackets included.
fn push_insertions(text: &str, content: TextRange, found: &mut Vec<TextRange>) {
    let mut open = None;
    for (at, byte) in (content.start..).zip(content.of(text).bytes()) {
        match byte {
            b'[' => open = Some(at),
            b']' => {
                found.extend(open.take().filter(|open| at - open < INSERTION).map(|open| TextRange::new(open, at + 1)));
            }
            _ => {}
        }
    }
}
