//! What nobody has looked at: sentences of the article's own text that have no mark.

use std::rc::Rc;

use crate::annotation::Annotation;
use crate::text::{Document, ParagraphType, TextRange};

/// The sentences of body paragraphs without a mark, in text order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Sentences that no mark touches and nobody has looked at.
    pub open: Vec<TextRange>,
    /// Sentences of body paragraphs in all.
    pub sentences: usize,
}

impl Coverage {
    /// What is open in `document`. A dismissed mark counts: its sentence was looked at. `looked_at` are the sentences
    /// (or any other stretches) the person has ticked off without a mark.
    #[must_use]
    pub fn of(document: &Document, annotations: &[Rc<Annotation>], looked_at: &[TextRange]) -> Self {
        let mut seen: Vec<TextRange> =
            annotations.iter().map(|mark| mark.range).chain(looked_at.iter().copied()).collect();
        seen.sort_unstable();
        let mut seen = seen.into_iter().peekable();
        let mut reach = 0;
        let mut coverage = Self::default();
        for paragraph in document.paragraphs().iter().filter(|paragraph| paragraph.kind == ParagraphType::Body) {
            for sentence in document.sentences().get(paragraph.sentences.clone()).unwrap_or_default() {
                coverage.sentences += 1;
                let mut touched = reach > sentence.range.start;
                while let Some(range) = seen.next_if(|range| range.start < sentence.range.end) {
                    reach = reach.max(range.end);
                    touched |= range.overlaps(sentence.range);
                }
                if !touched {
                    coverage.open.push(sentence.range);
                }
            }
        }
        coverage
    }

    /// The first open sentence that starts after `offset`, and from the end on again from the start.
    #[must_use]
    pub fn next(&self, offset: u32) -> Option<TextRange> {
        let after = self.open.partition_point(|sentence| sentence.start <= offset);
        self.open.get(after).or_else(|| self.open.first()).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{dismissed, mark};
    use super::*;
    use crate::annotation::Kind;

    #[test]
    fn only_unmarked_sentences_of_the_body_are_open() {
        let mut document = Document::new("A headline.\nOne stands. Two fell in May. Three ran. Four sat.\nFive. Six.");
        document.set_paragraph_type(0, ParagraphType::Headline);
        let text = Rc::clone(document.text());
        let marks = [
            Rc::new(mark(&text, Kind::Date, "May")),
            dismissed(mark(&text, Kind::Claim, "Four sat")),
            Rc::new(mark(&text, Kind::Quote, "sat.\nFive")),
        ];
        let ran = mark(&text, Kind::Claim, "ran").range;
        let coverage = Coverage::of(&document, &marks, &[ran]);
        let open: Vec<_> = coverage.open.iter().map(|range| range.of(&text)).collect();
        assert_eq!(open, ["One stands.", "Six."]);
        assert_eq!(coverage.sentences, 6);
        assert_eq!(coverage.next(coverage.open[0].start).unwrap().of(&text), "Six.");
        assert_eq!(coverage.next(coverage.open[1].start).unwrap().of(&text), "One stands.");
    }

    #[test]
    fn a_long_mark_covers_every_sentence_it_spans() {
        let document = Document::new("One. Two. Three.");
        let marks = [Rc::new(mark(document.text(), Kind::Quote, "One. Two. Three"))];
        assert!(Coverage::of(&document, &marks, &[]).open.is_empty());
    }
}
