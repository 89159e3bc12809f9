//! Temporal expressions, read as TIMEX3 (ISO-TimeML; Pustejovsky et al. 2003).
//!
//! The way of an expression: [`lex`] gives each token its class, the rules in [`english`] (written in the items of
//! [`pattern`]) read the longest expression that begins at a token into a [`reading::Reading`], which says only what
//! the words say; [`story`] resolves it, in document order, against the publication date, the tense and the dates
//! spoken of before; [`value`] writes the TIMEX3 value.
//!
//! **Invariant:** no regular expressions; the cost grows in line with the text; every value parses as TIMEX3.

mod clock;
mod dateline;
mod english;
mod evidence;
mod items;
mod lex;
mod number;
mod numeric;
mod pattern;
mod phrase;
mod reading;
mod story;
#[cfg(test)]
mod testing;
mod timex;
mod typed;
pub mod unit;
pub mod value;
mod words;

pub use timex::{Anchor, DateDetail, TimexType};
pub use typed::{TypedError, read_passage, read_typed};
pub use value::TimexValue;
pub use words::in_words;

use std::borrow::Cow;

use super::{Detail, Detection, Reason};
use crate::annotation::{AnnotationId, Kind};
use crate::text::{Document, ParagraphType, ParagraphView, Published, TextRange};
use english::tense::tense;
use lex::{Lexeme, Line};
use pattern::Habits;
use phrase::Phrase;
use story::{Against, Place, Resolved, Story};

/// Finds and reads temporal expressions, paragraph by paragraph.
#[derive(Debug)]
pub struct DateTagger {
    story: Story,
    habits: Habits,
    /// Sentences in the paragraphs read so far.
    sentences: usize,
    lexemes: Vec<Lexeme>,
    /// The publication date that the text itself states.
    stated: Option<Published>,
}

impl DateTagger {
    /// A tagger for `document`, which reads against `published`.
    #[must_use]
    pub fn new(document: &Document, published: Option<Published>) -> Self {
        Self {
            story: Story::new(published),
            habits: Habits { day_first: evidence::day_first(document) },
            sentences: 0,
            lexemes: Vec::new(),
            stated: document.facts().published,
        }
    }

    /// Reads the next paragraph and adds what it finds to `found`, in text order.
    pub fn paragraph(&mut self, view: ParagraphView<'_>, found: &mut Vec<Detection>) {
        let first_sentence = self.sentences;
        self.sentences += view.sentences.len();
        if view.paragraph.kind == ParagraphType::Omitted {
            return;
        }
        let mut lexemes = std::mem::take(&mut self.lexemes);
        lex::classify(view.text, view.tokens, &mut lexemes);
        let line = Line { text: view.text, lexemes: &lexemes };
        let first_token = view.paragraph.tokens.start;
        let (mut at, mut sentence) = (0, 0);
        while let Some(start) = phrase::next(line, at) {
            let Some(mut phrase) = phrase::read(line, self.habits, start) else {
                at = start + 1;
                continue;
            };
            let Some(mut range) = phrase.range(line) else { break };
            if let (ParagraphType::Dateline, Some(stated)) = (view.paragraph.kind, self.stated) {
                range = dateline::with_glued_day(line, &mut phrase, range, stated);
                range = dateline::with_offset(line, &mut phrase, range, stated);
            }
            while view.sentences.get(sentence).is_some_and(|s| s.tokens.end <= first_token + start) {
                sentence += 1;
            }
            let tokens = view.sentences.get(sentence).map_or(0..lexemes.len(), |s| {
                s.tokens.start.saturating_sub(first_token)..s.tokens.end.saturating_sub(first_token)
            });
            let place = Place {
                range,
                sentence: first_sentence + sentence,
                tense: tense(line, tokens, phrase.start, phrase.end),
            };
            if let Some(resolved) = self.story.tell(&phrase.reading, place) {
                found.push(detection(&phrase, range, &resolved, view.text));
            }
            at = phrase.end.max(start + 1);
        }
        self.lexemes = lexemes;
    }
}

fn detection(phrase: &Phrase, range: TextRange, resolved: &Resolved, text: &str) -> Detection {
    let reading = &phrase.reading;
    let anchor = match resolved.against {
        Against::Nothing => None,
        Against::Published => Some(Anchor::Published),
        Against::Spoken(other) => Some(Anchor::Annotation(AnnotationId::of_detection(Kind::Date, other, text))),
    };
    let confidence = if resolved.alternatives.is_empty() { 0.9 } else { 0.75 };
    let (begin, end) = resolved.bounds.map(|(first, last)| (first.to_string(), last.to_string())).unzip();
    let detail = DateDetail {
        timex_type: TimexType::of(reading),
        value: resolved.value.to_string(),
        modifier: reading.modifier.map(|modifier| modifier.code().to_owned()),
        quant: reading.quant.map(str::to_owned),
        freq: reading.freq.map(|times| format!("{times}X")),
        begin,
        end,
        anchor,
        alternatives: resolved.alternatives.iter().map(ToString::to_string).collect(),
    };
    let reason = Reason { name: Cow::Borrowed(phrase.name), range };
    Detection { range, detail: Detail::Date(detail), reasons: vec![reason], confidence }
}
