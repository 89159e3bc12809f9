//! Quotations: where they are, and whose they are. Terms after `PolNeAR` (Newell et al. 2018): source, cue, content.

mod attribute;
mod detail;
mod lexicon;
mod phrase;
mod scan;
mod words;

pub use detail::{Candidate, Cue, QuoteDetail, QuoteForm, Source, SourceKind};

use super::{Detail, Detection, Reason};
use crate::text::{Document, ParagraphType, ParagraphView, TextRange};
use attribute::{Attribution, Ending, Place, Rule};
use phrase::Phrases;
use scan::{Scanner, Stretch};
use words::Words;

/// Finds quotations and their speakers, paragraph by paragraph.
#[derive(Debug, Default)]
pub struct QuoteFinder {
    paragraphs: u32,
    scanner: Scanner,
    stretches: Vec<Stretch>,
    words: Words,
}

impl QuoteFinder {
    /// A finder for `document`.
    #[must_use]
    pub fn new(_document: &Document) -> Self {
        Self::default()
    }

    /// Reads the next paragraph. Nothing is final before the end: a speaker may be named after what is said.
    pub fn paragraph(&mut self, view: ParagraphView<'_>, _found: &mut Vec<Detection>) {
        let number = self.paragraphs;
        self.paragraphs += 1;
        if !matches!(view.paragraph.kind, ParagraphType::Body | ParagraphType::Headline) {
            self.words.push_empty();
            return;
        }
        let first = self.stretches.len();
        let before = self.scanner.scan(view, number, &mut self.stretches);
        let found = self.stretches.get(first..).unwrap_or_default();
        if before > 0 {
            self.words.mask_last(before, found, first);
        }
        self.words.push_paragraph(view, found.get(before..).unwrap_or_default(), first + before);
    }

    /// Ends the run: closes what is open and resolves what waited for a name.
    pub fn finish(self, document: &Document, found: &mut Vec<Detection>) {
        let text = document.text();
        let phrases = Phrases { words: &self.words, text };
        let mut last: Option<Attribution> = None;
        for (index, stretch) in self.stretches.iter().enumerate() {
            let Some(at) = self.words.of_quote(index) else { continue };
            let place = place(text, stretch, at);
            let paragraph = self.words.paragraph(at);
            let alone = self
                .words
                .sentence(at)
                .all(|word| word == at || self.words.get(word).is_some_and(|word| !word.is_word()));
            let attribution = attribute::within_sentence(phrases, place)
                .or_else(|| {
                    let colon = paragraph.start.checked_sub(1)?;
                    (alone && at == paragraph.start && phrases.is_mark(colon, ':'))
                        .then(|| attribute::announced(phrases, colon))
                        .flatten()
                })
                .or_else(|| {
                    // A quotation that stands alone: of whoever spoke in the sentence before, or else last.
                    let sentence = self.words.sentence(at);
                    let before = sentence.start.checked_sub(1);
                    let quoted = before.is_some_and(|before| {
                        self.words.sentence(before).any(|at| self.words.get(at).is_some_and(words::Word::is_quote))
                    });
                    let rule = if sentence.start > paragraph.start { Rule::Continued } else { Rule::NextParagraph };
                    if !alone {
                        return None;
                    }
                    if !quoted && let Some(found) = attribute::preceding(phrases, sentence.start) {
                        return Some(Attribution { rule, ..found });
                    }
                    Some(Attribution { rule, ..last.clone()? })
                })
                .or_else(|| attribute::subject(phrases, at))
                .or_else(|| Some(Attribution { rule: Rule::LastSpeaker, ..last.clone()? }));
            if attribution.is_some() {
                last.clone_from(&attribution);
            }
            found.push(detection(text, &self.words, stretch, attribution.as_ref()));
        }
    }
}

fn place(text: &str, stretch: &Stretch, at: usize) -> Place {
    let content = stretch.content.of(text).trim();
    let ending = match content.chars().next_back() {
        Some(',') => Ending::Comma,
        Some('.') => Ending::Stop,
        Some('?' | '!' | '-' | '–' | '—' | '…' | ';') => Ending::Open,
        _ => Ending::None,
    };
    Place { at, ending }
}

fn detection(text: &str, words: &Words, stretch: &Stretch, attribution: Option<&Attribution>) -> Detection {
    let range_of = |range: &std::ops::Range<usize>| {
        let first = words.get(range.start)?;
        let last = words.get(range.end.checked_sub(1)?)?;
        Some(TextRange::new(first.range.start, last.stem_end))
    };
    let mut reasons = vec![Reason { name: "marks".into(), range: stretch.marks }];
    let mut cue = None;
    let mut source = None;
    if let Some(found) = attribution {
        cue = found.cue.as_ref().and_then(range_of).map(|range| Cue { range });
        let range = range_of(&found.source.words);
        let name = range_of(&found.source.name).filter(|name| !name.is_empty()).or(range).unwrap_or_default();
        source = Some(Source {
            range,
            name: name.of(text).to_owned(),
            kind: SourceKind::Person,
            confidence: 0.5,
            rule: found.rule.name().into(),
            candidates: Vec::new(),
        });
        if let Some(cue) = &cue {
            reasons.push(Reason { name: "cue".into(), range: cue.range });
        }
    }
    Detection {
        range: stretch.marks,
        detail: Detail::Quote(QuoteDetail {
            form: QuoteForm::Direct,
            content: stretch.content,
            parts: vec![stretch.marks],
            insertions: Vec::new(),
            cue,
            source,
        }),
        reasons,
        confidence: 0.9,
    }
}
