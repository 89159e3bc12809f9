//! The finder: reads the paragraphs, then puts everything together.

use super::names::Names;
use super::phrase::Phrases;
use super::resolve::Resolver;
use super::scan::{Scanner, Stretch};
use super::words::Words;
use super::quoted::Quoted;
use super::reported;
use crate::detect::Detection;
use crate::pace::{self, Pace};
use crate::text::{Document, ParagraphType, ParagraphView, TextRange};

/// Finds quotations and their speakers, paragraph by paragraph.
#[derive(Debug, Default)]
pub struct QuoteFinder {
    scanner: Scanner,
    stretches: Vec<Stretch>,
    words: Words,
    /// How many paragraphs, and how many of the stretches, are among the words.
    masked: usize,
    hidden: usize,
    /// A passage marked by hand: it is a quotation whatever its marks.
    marked: Option<TextRange>,
}

impl QuoteFinder {
    /// A finder that takes the passage at `range` for a quotation.
    pub(super) fn with_passage(range: TextRange) -> Self {
        Self { marked: Some(range), ..Self::default() }
    }

    /// Reads paragraph number `index`, the next one. Nothing is final before the end: a speaker may be named after what
    /// is said.
    pub fn paragraph(&mut self, document: &Document, index: usize) {
        let Some(view) = document.view(index) else { return };
        if self.reads(view) {
            let number = u32::try_from(index).unwrap_or(u32::MAX);
            self.scanner.scan(view, number, &mut self.stretches);
            let range = view.paragraph.range;
            if let Some(marked) = self.marked.filter(|marked| range.overlaps(*marked)) {
                // What is marked by hand takes the place of what the marks say.
                self.stretches.retain(|stretch| !stretch.marks.overlaps(marked));
                let range = TextRange::new(marked.start.max(range.start), marked.end.min(range.end));
                let at = self.stretches.partition_point(|stretch| stretch.marks.start < range.start);
                self.stretches.insert(at, Stretch::marked(view, range, number));
            }
        }
        self.mask(document, self.scanner.undecided().map_or(index + 1, |first| first as usize));
    }

    /// Whether what a paragraph quotes and says of it is read; else it only names people.
    fn reads(&self, view: ParagraphView<'_>) -> bool {
        matches!(view.paragraph.kind, ParagraphType::Body | ParagraphType::Headline)
            || self.marked.is_some_and(|marked| marked.overlaps(view.paragraph.range))
    }

    /// Adds the words of the paragraphs before number `end`, of which it is known what they quote.
    fn mask(&mut self, document: &Document, end: usize) {
        while self.masked < end {
            let Some(view) = document.view(self.masked) else { break };
            let rest = self.stretches.get(self.hidden..).unwrap_or_default();
            let here = rest.partition_point(|stretch| stretch.paragraph as usize <= self.masked);
            if self.reads(view) {
                self.words.push_paragraph(view, rest.get(..here).unwrap_or_default());
            } else if view.paragraph.kind != ParagraphType::Omitted {
                self.words.push_furniture(view);
            }
            self.hidden += here;
            self.masked += 1;
        }
    }

    /// Ends the run: closes what is open and resolves what waited for a name.
    pub fn finish(self, document: &Document, found: &mut Vec<Detection>) {
        pace::at_once(self.finish_in_steps(document, found));
    }

    /// The same with pauses.
    pub async fn finish_in_steps(mut self, document: &Document, found: &mut Vec<Detection>) {
        self.mask(document, usize::MAX);
        let pace = &mut Pace::default();
        let phrases = Phrases { words: self.words, text: document.text() };
        let (mut names, mut at) = (Names::new(), 0);
        while at < phrases.words.len() {
            pace.step().await;
            at = names.read(&phrases, at);
        }
        let mut quoted = Quoted::new(document, &phrases, &self.stretches, self.marked);
        for (stretch, at) in self.stretches.iter().zip(phrases.words.quotes()) {
            pace.step().await;
            quoted.read(stretch, at);
        }
        let mut quoted = quoted.found.into_iter().peekable();
        let mut resolver = Resolver { phrases: &phrases, names: &names, last: None, spoken: Vec::new() };
        // In text order, as who spoke last matters to who speaks next.
        at = 0;
        loop {
            pace.step().await;
            let said = quoted.next_if(|said| said.at < at);
            if said.is_none() && at >= phrases.words.len() {
                break;
            }
            let said = said.or_else(|| {
                let sentence = phrases.words.sentence(at);
                at = sentence.end.max(at + 1);
                reported::find(&phrases, sentence)
            });
            if let Some(said) = said {
                said.detect(&mut resolver, found);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::Detail;
    use crate::detect::quote::{QuoteDetail, QuoteForm, read_passage};
    use proptest::prelude::*;

    fn quotes(text: &str) -> Vec<Detection> {
        let document = Document::new(text);
        let mut finder = QuoteFinder::default();
        let mut found = Vec::new();
        for index in 0..document.paragraphs().len() {
            finder.paragraph(&document, index);
        }
        finder.finish(&document, &mut found);
        found
    }

    fn detail(detection: &Detection) -> &QuoteDetail {
        let Detail::Quote(detail) = &detection.detail else { panic!("not a quotation") };
        detail
    }

    /// What any text must hold to: every range on character bounds, parts in order inside the whole, groups apart.
    fn check(text: &str) -> Result<(), TestCaseError> {
        let found = quotes(text);
        let (mut last_start, mut last_end) = (0, 0);
        for detection in &found {
            let quote = detail(detection);
            let source = quote.source.iter().filter_map(|source| source.range);
            let cue = quote.cue.iter().map(|cue| cue.range);
            let reasons = detection.reasons.iter().map(|reason| reason.range);
            let all = quote.parts.iter().chain(&quote.insertions).copied().chain(source).chain(cue).chain(reasons);
            for range in all.chain([detection.range, quote.content]) {
                prop_assert!(!range.of(text).is_empty(), "{range:?} of {text:?}");
            }
            prop_assert!(detection.range.covers(quote.content));
            prop_assert!(quote.parts.iter().all(|part| detection.range.covers(*part)));
            prop_assert!(quote.parts.windows(2).all(|pair| pair[0].end <= pair[1].start));
            prop_assert!(last_start <= detection.range.start, "not in text order: {text:?}");
            last_start = detection.range.start;
            prop_assert!(!detection.reasons.is_empty());
            if quote.form != QuoteForm::Indirect {
                prop_assert!(last_end <= detection.range.start, "two quotations overlap in {text:?}");
                last_end = detection.range.end;
            }
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn any_text_can_be_read(text in any::<String>()) {
            check(&text)?;
        }

        #[test]
        fn any_mix_of_marks_can_be_read(pieces in prop::collection::vec(
            prop::sample::select(vec![
                "\"", "“", "”", "‘", "’", "'", "''", "``", "«", "»", "„", "\n", "\n\n", " ", " ", " ", ".", ",", ":", "—", "?",
                "Ana", "Ruiz", "said", "he", "the", "mayor", "who", "called", "According to", "In", "of", "and", "it", "6", "[", "]", "(", ")",
                "saying", "Mr.", "é", "was", "by", "in the words of", "’s", "that", "Harbour",
            ]), 0..60)) {
            check(&pieces.concat())?;
        }

        #[test]
        fn any_passage_can_be_read_as_a_quotation(text in "[a-zA-Zé“”\"'., \n]{0,80}", start in 0_usize..80, length in 0_usize..40) {
            let bounds: Vec<_> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let start = bounds[start.min(bounds.len() - 1)];
            let end = *bounds.iter().find(|bound| **bound >= start + length).unwrap_or(&text.len());
            let range = TextRange::new(u32::try_from(start).unwrap(), u32::try_from(end).unwrap());
            let read = read_passage(&Document::new(text.as_str()), range);
            prop_assert_eq!(read.range, range);
            prop_assert!(detail(&read).parts.iter().all(|part| range.covers(*part)));
            prop_assert!(range.covers(detail(&read).content));
        }
    }

    #[test]
    fn a_passage_marked_by_hand_finds_its_speaker() {
        let text = "The quay is safe, Ines Okafor said on Monday. It was built in 1950.";
        let read = read_passage(&Document::new(text), TextRange::new(0, 16));
        assert_eq!(detail(&read).source.as_ref().unwrap().name, "Ines Okafor");
        assert_eq!(detail(&read).parts, [TextRange::new(0, 16)]);
    }

    #[test]
    fn a_byline_within_a_quotation_hides_nothing_of_it() {
        let text =
            "“The quay is safe.\nAccording to Ana Ruiz, it was built to last.\nReporting by Ines Okafor\nWe stay.”";
        let found = quotes(text);
        let parts: Vec<_> = detail(&found[0]).parts.iter().map(|part| part.of(text)).collect();
        assert_eq!(parts, ["“The quay is safe.", "According to Ana Ruiz, it was built to last.", "We stay.”"]);
        assert_eq!(found.len(), 1, "{found:?}");
    }

    #[test]
    fn the_source_of_words_is_never_the_word_before_it() {
        let found = quotes("According to In, the quay is “beyond repair.”");
        assert!(found[0].reasons.iter().all(|reason| !reason.range.is_empty()), "{found:?}");
        let found = quotes("In Ana Ruiz’s words the quay is “beyond repair.”");
        assert_eq!(detail(&found[0]).source.as_ref().unwrap().name, "Ana Ruiz");
    }

    #[test]
    fn a_day_at_the_very_start_is_nobodys_subject() {
        let found = quotes("Monday said “we stay.”");
        assert!(detail(&found[0]).source.is_none(), "{found:?}");
    }

    #[test]
    fn an_insertion_is_told_from_what_was_said() {
        let text = "Ana Ruiz asked “how we get the [old] tram back.”";
        let found = quotes(text);
        let insertions: Vec<_> = detail(&found[0]).insertions.iter().map(|range| range.of(text)).collect();
        assert_eq!(insertions, ["[old]"]);
    }

    #[test]
    fn a_long_text_of_marks_takes_no_longer_for_each_of_them() {
        // Were anything quadratic, this would take minutes.
        for piece in ["'a ", "“a ", "\"a\" ", "he said “a” ", "Ana, who, ", "[a ", "\"a\n\n", "and he called "] {
            let _ = quotes(&piece.repeat(4_000));
        }
    }
}
