//! Reading a text into a document, slice by slice, so that a page stays responsive.

use std::rc::Rc;

use super::line::{Line, LineReader};
use super::offsets::OffsetReader;
use super::paragraph::Look;
use super::wrapping::Wrapping;
use super::{Document, Paragraph, ParagraphType, PublicationFacts, TextRange, paragraph, sentence, token};

/// How far a [`Reading`] has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingProgress {
    /// Units of work done, and units in all.
    Working {
        /// Units done.
        done: u64,
        /// Units in all.
        total: u64,
    },
    /// Everything is read.
    Done,
}

/// A document in the making: [`Reading::step`] until it says [`ReadingProgress::Done`], then [`Reading::finish`].
#[derive(Debug)]
pub struct Reading {
    document: Document,
    lines: Vec<Line>,
    /// What each paragraph looks like.
    looks: Vec<Look>,
    stage: Stage,
}

/// The stages in order. Each counts for the length of the text, the last for nothing.
#[derive(Debug)]
enum Stage {
    Lines(LineReader),
    /// The next line.
    Paragraphs(usize, Wrapping),
    Offsets(OffsetReader),
    Done,
}

impl Reading {
    /// Starts to read `text`.
    #[must_use]
    pub fn new(text: impl Into<Rc<str>>) -> Self {
        Self {
            document: Document::empty(text.into()),
            lines: Vec::new(),
            looks: Vec::new(),
            stage: Stage::Lines(LineReader::default()),
        }
    }

    /// Reads on for about `budget` bytes, at least one paragraph.
    pub fn step(&mut self, budget: u32) -> ReadingProgress {
        let text = Rc::clone(&self.document.text);
        let length = text.len() as u64;
        let budget = budget.max(1); // nothing would be read for ever
        let done = match &mut self.stage {
            Stage::Lines(reader) => {
                // Finding lines costs a tenth of reading paragraphs.
                let reached = reader.step(&text, (budget as usize).saturating_mul(10), &mut self.lines);
                if reached == text.len() {
                    self.stage = Stage::Paragraphs(0, Wrapping::of(&text, &self.lines));
                }
                reached as u64
            }
            Stage::Paragraphs(next, wrapping) => {
                let (mut line, wrapping) = (*next, *wrapping);
                let reached = self.read_paragraphs(&mut line, wrapping, budget);
                self.stage = if line < self.lines.len() {
                    Stage::Paragraphs(line, wrapping)
                } else {
                    let Document { paragraphs, tokens, facts, .. } = &mut self.document;
                    paragraph::assign_types(&text, paragraphs, &self.looks);
                    *facts = PublicationFacts::of(&text, paragraphs, tokens);
                    Stage::Offsets(OffsetReader::new(&text))
                };
                length + u64::from(reached)
            }
            Stage::Offsets(reader) => {
                let reached = reader.step(&text, (budget as usize).saturating_mul(10));
                if reached == text.len() {
                    self.document.offsets = std::mem::take(reader).finish(&text);
                    self.stage = Stage::Done;
                }
                2 * length + reached as u64
            }
            Stage::Done => 3 * length,
        };
        match self.stage {
            Stage::Done => ReadingProgress::Done,
            _ => ReadingProgress::Working { done, total: 3 * length },
        }
    }

    /// Reads to the end and gives the document.
    #[must_use]
    pub fn finish(mut self) -> Document {
        while self.step(u32::MAX) != ReadingProgress::Done {}
        self.document
    }

    /// Reads paragraphs from line `next` on for about `budget` bytes; the offset it came to.
    fn read_paragraphs(&mut self, next: &mut usize, wrapping: Wrapping, budget: u32) -> u32 {
        let Document { text, paragraphs, sentences, tokens, .. } = &mut self.document;
        let Some(start) = self.lines.get(*next).map(|line| line.range.start) else { return 0 };
        let mut reached = start;
        while let Some(first) = self.lines.get(*next)
            && reached - start < budget
        {
            let (mut last, mut after) = (first, *next + 1);
            while let Some(line) = self.lines.get(after)
                && wrapping.joins(text, last, line)
            {
                (last, after) = (line, after + 1);
            }
            *next = after;
            reached = last.range.end;
            let range = TextRange::new(first.range.start, last.range.end);
            let (first_token, first_sentence) = (tokens.len(), sentences.len());
            token::tokenize(text, range, tokens);
            let own = tokens.get(first_token..).unwrap_or_default();
            sentence::split(text, own, first_token, sentences);
            self.looks.push(paragraph::look(text, own));
            paragraphs.push(Paragraph {
                range,
                kind: ParagraphType::Body,
                tokens: first_token..tokens.len(),
                sentences: first_sentence..sentences.len(),
            });
        }
        reached
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Texts with line ends, marks, capitals and dates in them, and any other character.
    fn texts() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            Just("\n"),
            Just("\r\n"),
            Just("\r"),
            Just("\u{2028}"),
            Just("\n\n"),
            Just("    "),
            Just("\u{a0}"),
            Just(". "),
            Just("... "),
            Just("? "),
            Just("\" "),
            Just("“"),
            Just("Mr. "),
            Just("U.S. "),
            Just("1. "),
            Just("By "),
            Just("Tags:"),
            Just("Photo: "),
            Just("15:14 GMT +304 August 2018"),
            Just("2018-08-04T15:14"),
            Just("the board said it "),
            Just("Port Ellery "),
            Just("e\u{301}"),
            Just("😀"),
            Just("日本。"),
            Just(":"),
            Just("-"),
        ];
        prop::collection::vec(prop_oneof![4 => piece.prop_map(str::to_owned), 1 => any::<String>()], 0..40)
            .prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn tokens_cover_all_that_is_visible_in_order(text in texts()) {
            let document = Document::new(text.as_str());
            let mut at = 0;
            for token in document.tokens() {
                prop_assert!(token.range.start >= at && !token.range.is_empty());
                let between = text.get(at as usize..token.range.start as usize);
                prop_assert_eq!(between.map(str::trim), Some(""), "before {:?}", token.range);
                prop_assert!(text.is_char_boundary(token.range.end as usize));
                at = token.range.end;
            }
            prop_assert_eq!(text.get(at as usize..).map(str::trim), Some(""));
        }

        #[test]
        fn sentences_partition_their_paragraph(text in texts()) {
            let document = Document::new(text.as_str());
            let (mut token, mut sentence) = (0, 0);
            for paragraph in document.paragraphs() {
                prop_assert_eq!(paragraph.sentences.start, sentence);
                prop_assert_eq!(paragraph.tokens.start, token);
                for own in &document.sentences()[paragraph.sentences.clone()] {
                    prop_assert_eq!(own.tokens.start, token);
                    prop_assert!(paragraph.range.covers(own.range));
                    token = own.tokens.end;
                }
                prop_assert_eq!(paragraph.tokens.end, token);
                sentence = paragraph.sentences.end;
            }
            prop_assert_eq!(sentence, document.sentences().len());
            prop_assert_eq!(token, document.tokens().len());
        }

        #[test]
        fn slices_give_the_same_document(text in texts(), budget in 1_u32..200) {
            let whole = Document::new(text.as_str());
            let mut reading = Document::reading(text.as_str());
            let mut last = 0;
            while let ReadingProgress::Working { done, total } = reading.step(budget) {
                prop_assert!(last <= done && done <= total);
                last = done;
            }
            let sliced = reading.finish();
            prop_assert_eq!(sliced.paragraphs(), whole.paragraphs());
            prop_assert_eq!(sliced.sentences(), whole.sentences());
            prop_assert_eq!(sliced.tokens(), whole.tokens());
            prop_assert_eq!(sliced.facts(), whole.facts());
            let end = u32::try_from(text.len()).unwrap();
            prop_assert_eq!(sliced.offsets().byte_to_utf16(end), whole.offsets().byte_to_utf16(end));
        }
    }

    #[test]
    fn every_line_end_ends_a_paragraph() {
        let document = Document::new("One.\nTwo.\rThree.\r\nFour.\u{2028}Five.\u{2029}Six.");
        assert_eq!(document.paragraphs().len(), 6);
    }
}
