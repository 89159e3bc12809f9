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
mod opening;
mod pattern;
mod phrase;
mod ranges;
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
pub use words::{in_words, month_name, short_month_name, weekday_name};

use std::borrow::Cow;

use chrono::Datelike;

use super::{Detail, Detection, Reason};
use crate::detect::{AnnotationId, Kind};
use crate::text::{Document, ParagraphType, ParagraphView, Published, TextRange};
use english::tense::{Tense, tense};
use english::{Is, Word};
use lex::{Lexeme, Line};
use phrase::Phrase;
use story::{Against, Place, Resolved, Story};

/// Finds and reads temporal expressions, paragraph by paragraph.
#[derive(Debug)]
pub struct DateTagger {
    story: Story,
    /// Whether numeric dates have the day first.
    day_first: bool,
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
            day_first: evidence::day_first(document),
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
        let line = &Line { text: view.text, lexemes: &lexemes, day_first: self.day_first };
        let first_token = view.paragraph.tokens.start;
        let (mut at, mut sentence) = (0, 0);
        let mut before: Option<(Phrase, usize)> = None;
        while let Some(start) = phrase::next(line, at) {
            let Some(mut phrase) = read(line, start, before.as_ref().map(|(phrase, _)| phrase)) else {
                at = start + 1;
                continue;
            };
            at = phrase.end.max(start + 1);
            if is_label(line, view.paragraph.kind, &phrase) {
                continue;
            }
            let Some(mut range) = phrase.range(line) else { break };
            if let (ParagraphType::Dateline, Some(stated)) = (view.paragraph.kind, self.stated) {
                let free = found.last().map_or(0, |last| last.range.end);
                range = dateline::with_glued_day(line, &mut phrase, range, stated, free);
                range = dateline::with_offset(line, &mut phrase, range, stated);
            }
            // The one before may have taken its first digits, where nothing stands between them: "5:14 GMT+4:14 GMT".
            if found.last().is_some_and(|last| range.start < last.range.end) {
                continue;
            }
            while view.sentences.get(sentence).is_some_and(|s| s.tokens.end <= first_token + start) {
                sentence += 1;
            }
            let tokens = view.sentences.get(sentence).map_or(0..lexemes.len(), |s| {
                s.tokens.start.saturating_sub(first_token)..s.tokens.end.saturating_sub(first_token)
            });
            let tense = if phrase.reading.asks_for_tense() {
                tense(line, tokens, phrase.start, phrase.end)
            } else {
                Tense::Unsaid
            };
            let place = Place { range, sentence: first_sentence + sentence, tense };
            let Some(resolved) = self.story.tell(&phrase.reading, place) else { continue };
            found.push(detection(&phrase, range, &resolved, view.text));
            if let Some((first, index)) = before
                && first.end + 1 == phrase.start
                && ranges::joins(line, first.end, line.before(first.start) == Word::Is(Is::Between))
            {
                bound(found.get_mut(index..).unwrap_or_default());
            }
            before = Some((phrase, found.len().saturating_sub(1)));
        }
        self.lexemes = lexemes;
    }
}

/// The expression at token `start`, read after the one `before` it.
fn read(line: &Line, start: usize, before: Option<&Phrase>) -> Option<Phrase> {
    let second = before.and_then(|first| ranges::second_of_pair(line, first, start));
    let own = phrase::read(line, start);
    let phrase = match (own, second) {
        (Some(own), Some(second)) if own.end > second.end => Some(own),
        (own, second) => second.or(own),
    };
    let mut phrase = phrase.or_else(|| ranges::first_of_pair(line, start))?;
    if let Some(year) = ranges::year_ahead(line, &phrase) {
        phrase.reading.fields.year = Some(year);
    }
    Some(phrase)
}

/// Whether `phrase` is the name of a month or a season in a list of links or keywords, where it is a title or a topic,
/// not a time: "Winter", but "until July" is one even there.
fn is_label(line: &Line, paragraph: ParagraphType, phrase: &Phrase) -> bool {
    let led =
        matches!(line.before(phrase.start), Word::Is(Is::In | Is::Since | Is::Until | Is::Till | Is::By | Is::During));
    matches!(paragraph, ParagraphType::Teaser | ParagraphType::Tags) && !led && phrase.reading.is_bare_name()
}

/// Notes first and last day on both ends of a range of our era; those before it have no days here.
fn bound(ends: &mut [Detection]) {
    let [Detection { detail: Detail::Date(first), .. }, Detection { detail: Detail::Date(second), .. }] = ends else {
        return;
    };
    let days = |detail: &DateDetail| match detail.value.parse() {
        Ok(TimexValue::Point(point)) => point.first_day().zip(point.last_day()),
        _ => None,
    };
    let (Some((begin, _)), Some((_, end))) = (days(first), days(second)) else { return };
    if begin <= end && begin.year() > 0 {
        for detail in [first, second] {
            detail.begin = Some(begin.to_string());
            detail.end = Some(end.to_string());
        }
    }
}

fn detection(phrase: &Phrase, range: TextRange, resolved: &Resolved, text: &str) -> Detection {
    let reading = &phrase.reading;
    let anchor = match resolved.against {
        Against::Nothing => None,
        Against::Published => Some(Anchor::Published),
        Against::Spoken(other) => Some(Anchor::Annotation(AnnotationId::of_detection(Kind::Date, other, text))),
    };
    // Another way to the same value is no other reading.
    let value = resolved.value.to_string();
    let other = resolved.other.map(|other| TimexValue::Point(other).to_string());
    let alternatives: Vec<String> = other.filter(|other| *other != value).into_iter().collect();
    let confidence = if alternatives.is_empty() { 0.9 } else { 0.75 };
    let (begin, end) = resolved.bounds.map(|(first, last)| (first.to_string(), last.to_string())).unzip();
    let detail = DateDetail {
        timex_type: TimexType::of(reading),
        value,
        modifier: reading.modifier.map(|modifier| modifier.code().to_owned()),
        quant: reading.quant.map(str::to_owned),
        freq: reading.freq.map(|times| format!("{times}X")),
        begin,
        end,
        anchor,
        alternatives,
    };
    let reason = Reason { name: Cow::Borrowed(phrase.name), range };
    Detection { range, detail: Detail::Date(detail), reasons: vec![reason], confidence }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::TimexValue;
    use super::testing::{PIECES, dates_of};
    use crate::detect::{AnnotationId, Kind};
    use crate::detect::{Detail, Run};
    use crate::text::Document;

    fn holds(text: &str, published: Option<&str>) -> Result<(), TestCaseError> {
        let document = Document::new(text);
        let published = published.map(|date| date.parse().unwrap());
        let found = Run::new(&document, published).finish().dates;
        prop_assert_eq!(&found, &Run::new(&document, published).finish().dates);
        let mut last = 0;
        for detection in &found {
            let range = detection.range;
            prop_assert!(text.get(range.start as usize..range.end as usize).is_some_and(|words| !words.is_empty()));
            prop_assert!(last <= range.start, "in order, without overlap");
            last = range.end;
            prop_assert!(document.paragraphs().iter().any(|paragraph| paragraph.range.covers(range)));
            prop_assert!(!detection.reasons.is_empty());
            let Detail::Date(detail) = &detection.detail else { return Err(TestCaseError::fail("not a date")) };
            let values = [Some(&detail.value), detail.begin.as_ref(), detail.end.as_ref()];
            for value in values.into_iter().flatten().chain(&detail.alternatives) {
                prop_assert!(value.parse::<TimexValue>().is_ok(), "{value} is not TIMEX3");
            }
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn whatever_the_text_values_parse_and_ranges_fit(text in any::<String>(), dated in any::<bool>()) {
            holds(&text, dated.then_some("2018-08-04"))?;
        }

        #[test]
        fn whatever_is_put_together_values_parse_and_ranges_fit(
            pieces in prop::collection::vec((prop::sample::select(PIECES), any::<bool>()), 0..40),
            published in prop::sample::select(&[None, Some("2018-08-04"), Some("2020-02-29"), Some("0001-01-01"), Some("9999-12-31")][..]),
        ) {
            let text: String = pieces.iter().flat_map(|(piece, space)| [*piece, if *space { " " } else { "" }]).collect();
            holds(&text, published)?;
        }
    }

    #[test]
    fn without_publication_date_nothing_is_guessed() {
        let text = "In July they met. On June 8 it rained. He came yesterday, last week and on Friday.";
        let values: Vec<String> = dates_of(text, None).into_iter().map(|(_, detail)| detail.value).collect();
        assert_eq!(values, ["XXXX-07", "XXXX-06-08", "XXXX-XX-XX", "XXXX-WXX", "XXXX-WXX-5"]);
    }

    #[test]
    fn a_date_keeps_its_anchor_and_its_second_best_reading() {
        let (_, detail) = dates_of("They met on June 8.", Some("2018-08-04")).remove(0);
        assert_eq!((detail.value.as_str(), detail.alternatives), ("2018-06-08", vec!["2019-06-08".to_owned()]));
        assert_eq!(detail.anchor, Some(super::Anchor::Published));
        let (_, numeric) = dates_of("They met on 5/1/2017.", Some("2018-08-04")).remove(0);
        assert_eq!((numeric.value.as_str(), numeric.alternatives), ("2017-05-01", vec!["2017-01-05".to_owned()]));
        let (_, plain) = dates_of("They met on 25/12/2017.", Some("2018-08-04")).remove(0);
        assert!(plain.alternatives.is_empty());
        let later = dates_of("They met on June 8, 2016. A year later they met again.", Some("2018-08-04"));
        assert!(matches!(later[1].1.anchor, Some(super::Anchor::Annotation(_))));
        let text = "Sales fell in the second quarter of 2016. A year earlier they rose. The quarter was wet.";
        let document = Document::new(text);
        let found = Run::new(&document, None).finish().dates;
        let quarter = AnnotationId::of_detection(Kind::Date, found[0].range, text);
        for (detection, value) in found[1..].iter().zip(["2015-Q2", "2016-Q2"]) {
            let Detail::Date(detail) = &detection.detail else { panic!("not a date") };
            assert_eq!(detail.value, value);
            assert_eq!(detail.anchor, Some(super::Anchor::Annotation(quarter.clone())));
        }
    }
}
