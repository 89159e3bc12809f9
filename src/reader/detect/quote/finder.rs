//! The finder: reads the paragraphs, then puts everything together.

use super::attribute::{self, Attribution, Ending, Place, Rule};
use super::detail::{Cue, QuoteDetail, QuoteForm, Source};
use super::genuine::Passage;
use super::group::{self, Group};
use super::names::Names;
use super::phrase::Phrases;
use super::resolve::Resolver;
use super::scan::{Family, Scanner, Stretch};
use super::words::{Shape, Words};
use super::{confidence, indirect};
use crate::detect::{Detail, Detection, Reason};
use crate::text::{Document, ParagraphType, ParagraphView, TextRange};

/// Finds quotations and their speakers, paragraph by paragraph.
#[derive(Debug, Default)]
pub struct QuoteFinder {
    paragraphs: u32,
    scanner: Scanner,
    stretches: Vec<Stretch>,
    words: Words,
    /// A passage marked by hand: it is a quotation whatever its marks.
    marked: Option<TextRange>,
}

impl QuoteFinder {
    /// A finder for `document`.
    #[must_use]
    pub fn new(_document: &Document) -> Self {
        Self::default()
    }

    /// A finder that takes the passage at `range` for a quotation.
    pub(super) fn with_passage(range: TextRange) -> Self {
        Self { marked: Some(range), ..Self::default() }
    }

    /// Reads the next paragraph. Nothing is final before the end: a speaker may be named after what is said.
    pub fn paragraph(&mut self, view: ParagraphView<'_>, _found: &mut Vec<Detection>) {
        let number = self.paragraphs;
        self.paragraphs += 1;
        let marked = self.marked.filter(|marked| view.paragraph.range.overlaps(*marked));
        if view.paragraph.kind == ParagraphType::Omitted && marked.is_none() {
            return;
        }
        if !matches!(view.paragraph.kind, ParagraphType::Body | ParagraphType::Headline) && marked.is_none() {
            self.words.push_furniture(view);
            return;
        }
        let first = self.stretches.len();
        let mut before = self.scanner.scan(view, number, &mut self.stretches);
        if let Some(marked) = marked {
            // What is marked by hand takes the place of what the marks say.
            self.stretches.retain(|stretch| !stretch.marks.overlaps(marked));
            let range =
                TextRange::new(marked.start.max(view.paragraph.range.start), marked.end.min(view.paragraph.range.end));
            let at = self.stretches.partition_point(|stretch| stretch.marks.start < range.start);
            self.stretches.insert(at, Stretch::marked(view.text, range, number));
            before = before.min(self.stretches.len().saturating_sub(first));
        }
        let found = self.stretches.get(first.min(self.stretches.len())..).unwrap_or_default();
        if before > 0 {
            self.words.mask_last(before, found, first);
        }
        self.words.push_paragraph(view, found.get(before..).unwrap_or_default(), first + before);
    }

    /// Ends the run: closes what is open and resolves what waited for a name.
    pub fn finish(self, document: &Document, found: &mut Vec<Detection>) {
        let text = document.text();
        let phrases = Phrases { words: &self.words, text };
        let names = Names::read(&self.words, text);
        let groups = self.groups(document, phrases);
        let mut resolver = Resolver { phrases, names: &names, last: None, spoken: Vec::new() };
        let mut reported = indirect::find(phrases).into_iter().peekable();
        // In text order, as who spoke last matters to who speaks next.
        for group in &groups {
            let Some(at) = group.parts.first().and_then(|first| self.words.of_quote(*first)) else { continue };
            while let Some(report) = reported.next_if(|report| report.content.start < at) {
                found.push(indirect::detection(&mut resolver, &report));
            }
            found.extend(self.detection(&mut resolver, group, at));
        }
        for report in reported {
            found.push(indirect::detection(&mut resolver, &report));
        }
    }

    /// The quotations among the stretches, each with its attribution.
    fn groups(&self, document: &Document, phrases: Phrases<'_>) -> Vec<Group> {
        let text = phrases.text;
        // Single marks quote where they are the house style; elsewhere they are for headlines and for words held at arm's
        // length, unless the body says who speaks.
        let singles = self.stretches.iter().filter(|stretch| stretch.family == Family::Single).count();
        let single_style = singles * 2 > self.stretches.len();
        let mut groups: Vec<Group> = Vec::new();
        let mut last: Option<Attribution> = None;
        for (index, stretch) in self.stretches.iter().enumerate() {
            let Some(at) = self.words.of_quote(index) else { continue };
            let content = stretch.content.of(text);
            if !content.contains(char::is_alphanumeric) || is_direction(content) {
                continue;
            }
            let attribution = self.attribute(phrases, stretch, at, last.as_ref());
            let tokens = document.view(stretch.paragraph as usize).map(|view| view.tokens).unwrap_or_default();
            let from = tokens.partition_point(|token| token.range.start < stretch.marks.start);
            let to = tokens.partition_point(|token| token.range.start < stretch.marks.end);
            let passage = Passage {
                phrases,
                stretch,
                tokens: tokens.get(from..to).unwrap_or_default(),
                at,
                attribution: attribution.as_ref(),
            };
            let marked = self.marked.is_some_and(|marked| marked.overlaps(stretch.marks));
            let goes_on = groups
                .last()
                .and_then(|group| self.stretches.get(*group.parts.last()?))
                .is_some_and(|last| last.run == stretch.run);
            let quotes = stretch.family != Family::Single
                || single_style
                || attribution.as_ref().is_some_and(|found| found.rule.speaks()) && in_prose(document, stretch);
            if !(marked || goes_on || quotes && passage.is_genuine()) {
                continue;
            }
            if attribution.is_some() {
                last.clone_from(&attribution);
            }
            group::join(&mut groups, &self.stretches, &self.words, index, attribution);
        }
        groups
    }

    /// The cue and source of the quotation at word number `at`; `last` is who was quoted before.
    fn attribute(
        &self,
        phrases: Phrases<'_>,
        stretch: &Stretch,
        at: usize,
        last: Option<&Attribution>,
    ) -> Option<Attribution> {
        let text = phrases.text;
        let paragraph = self.words.paragraph(at);
        let sentence = self.words.around(at);
        let is_word = |at: usize| self.words.word(at).is_word();
        let place = place(text, stretch, at);
        let alone =
            sentence.clone().all(|word| word == at || !is_word(word)) || attribute::ends_its_sentence(phrases, place);
        let furniture_before = paragraph.start.checked_sub(1).is_some_and(|before| self.words.is_furniture(before));
        attribute::within_sentence(phrases, place)
            .or_else(|| {
                let colon = paragraph.start.checked_sub(1).filter(|_| !furniture_before)?;
                (alone && at == paragraph.start && phrases.is_mark(colon, ':'))
                    .then(|| attribute::announced(phrases, colon))
                    .flatten()
            })
            .or_else(|| attribute::signed(phrases, at).filter(|_| alone))
            .or_else(|| {
                // A quotation that stands alone: of whoever spoke in the sentence before, or else last.
                let same_paragraph = sentence.start > paragraph.start;
                if !alone || !same_paragraph && furniture_before {
                    return None;
                }
                let rule = if same_paragraph { Rule::Continued } else { Rule::NextParagraph };
                let quoted = sentence
                    .start
                    .checked_sub(1)
                    .is_some_and(|before| self.words.around(before).any(|at| self.words.word(at).is_quote()));
                let spoke = if quoted { None } else { attribute::preceding(phrases, sentence.start) };
                Some(Attribution { rule, ..spoke.or_else(|| last.cloned())? })
            })
            .or_else(|| attribute::subject(phrases, at))
            .or_else(|| Some(Attribution { rule: Rule::LastSpeaker, ..last.cloned()? }))
    }

    fn detection(&self, resolver: &mut Resolver<'_>, group: &Group, at: usize) -> Option<Detection> {
        let text = resolver.phrases.text;
        let (mut parts, mut insertions) = (Vec::new(), Vec::new());
        for stretch in group.parts.iter().filter_map(|part| self.stretches.get(*part)) {
            parts.push(stretch.marks);
            push_insertions(text, stretch.content, &mut insertions);
        }
        let first = self.stretches.get(*group.parts.first()?)?;
        let last = self.stretches.get(*group.parts.last()?)?;
        let range = first.marks.cover(last.marks);
        let content = TextRange::new(first.content.start, last.content.end);
        let opening = TextRange::new(first.marks.start, first.content.start);
        let closing = TextRange::new(last.content.end, last.marks.end);
        // A paragraph that goes on with a quotation need not open it again, nor close it.
        let marks = [opening, closing].into_iter().find(|marks| !marks.is_empty()).unwrap_or(range);
        let mut reasons = vec![Reason { name: "marks".into(), range: marks }];
        let (cue, source) = group.attribution.as_ref().map_or((None, None), |found| source(resolver, found, at));
        if let Some(cue) = &cue {
            reasons.push(Reason { name: "cue".into(), range: cue.range });
        }
        if let Some(range) = source.as_ref().and_then(|source| source.range) {
            reasons.push(Reason { name: "source".into(), range });
        }
        Some(Detection {
            range,
            detail: Detail::Quote(QuoteDetail {
                form: self.form(text, first, at),
                content,
                parts,
                insertions,
                cue,
                source,
            }),
            reasons,
            confidence: 0.95,
        })
    }

    /// Direct where whole sentences are quoted; mixed where the quotation is a part of the writer's own sentence.
    fn form(&self, text: &str, first: &Stretch, at: usize) -> QuoteForm {
        let capital = first.content.of(text).chars().find(|c| c.is_alphanumeric()).is_none_or(|c| !c.is_lowercase());
        let begins = at == self.words.sentence(at).start;
        let introduced =
            at.checked_sub(1).is_some_and(|before| matches!(self.words.word(before).shape, Shape::Mark(',' | ':')));
        let long = first.content.of(text).trim().ends_with(['.', ',', '?', '!', '…']);
        if capital && (begins || introduced || long) { QuoteForm::Direct } else { QuoteForm::Mixed }
    }
}

/// The cue and the source of an attribution as the annotation file has them.
pub(super) fn source(resolver: &mut Resolver<'_>, found: &Attribution, at: usize) -> (Option<Cue>, Option<Source>) {
    let p = resolver.phrases;
    let cue = found.cue.as_ref().map(|cue| Cue { range: p.range_of(cue) });
    let who = resolver.resolve(&found.source);
    let source = Source {
        range: Some(p.range_of(&found.source.words)),
        name: resolver.text_of(who.name),
        kind: who.kind,
        confidence: confidence::with_name(confidence::of(found, p, at), who.confidence),
        rule: found.rule.name().into(),
        candidates: resolver.candidates(&who),
    };
    resolver.speaks(who, at);
    (cue, Some(source))
}

fn place(text: &str, stretch: &Stretch, at: usize) -> Place {
    let ending = match stretch.content.of(text).trim_end().chars().next_back() {
        Some(',') => Ending::Comma,
        Some('.') => Ending::Stop,
        Some('?' | '!' | '-' | '–' | '—' | '…' | ';') => Ending::Open,
        _ => Ending::None,
    };
    Place { at, ending }
}

/// Whether all of a passage stands in one bracket: "(Laughter.)"
fn is_direction(content: &str) -> bool {
    let inside = content.trim().trim_end_matches('.').strip_prefix(['(', '[']);
    inside.and_then(|inside| inside.strip_suffix([')', ']'])).is_some_and(|inside| !inside.contains(['(', '[']))
}

/// Whether a stretch stands in the body, and not in an opening sentence alone in its paragraph, which may be a headline.
fn in_prose(document: &Document, stretch: &Stretch) -> bool {
    let paragraphs = document.paragraphs();
    paragraphs.get(stretch.paragraph as usize).is_some_and(|paragraph| {
        let opening = stretch.paragraph == 0 && paragraphs.len() > 1 && paragraph.sentences.len() == 1;
        paragraph.kind == ParagraphType::Body && !opening
    })
}

/// The longest insertion, in bytes: a longer bracket is part of what was said.
const INSERTION: usize = 120;

/// Adds to `found` what the editor inserted: "[Syrian]", brackets included.
fn push_insertions(text: &str, content: TextRange, found: &mut Vec<TextRange>) {
    let mut open = None;
    for (at, byte) in content.of(text).bytes().enumerate() {
        match byte {
            b'[' => open = Some(at),
            b']' => {
                if let Some(start) = open.take().filter(|start| at - start < INSERTION) {
                    let offset = |at: usize| content.start + u32::try_from(at).unwrap_or(u32::MAX - content.start);
                    found.push(TextRange::new(offset(start), offset(at + 1)));
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::quote::read_passage;
    use proptest::prelude::*;

    fn quotes(text: &str) -> Vec<Detection> {
        let document = Document::new(text);
        let mut finder = QuoteFinder::new(&document);
        let mut found = Vec::new();
        for index in 0..document.paragraphs().len() {
            finder.paragraph(document.view(index).unwrap(), &mut found);
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
                prop_assert!(text.get(range.start as usize..range.end as usize).is_some(), "{range:?} of {text:?}");
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
                "Ana", "Ruiz", "said", "he", "the", "mayor", "who", "called", "According to", "of", "and", "it", "6", "[", "]", "(", ")",
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
