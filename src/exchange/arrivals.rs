//! Marks that come from a file into an open article: each is put where its words are, or listed.

use serde_json::Value;

use super::annotation_file::marks::MarkReader;
use super::annotation_file::{Note, read};
use super::json::{FieldError, Object, Read, each};
use super::pen::Pen;
use super::{hypothesis, label_studio, web_annotation, words};
use crate::annotation::anchor::{Found, Places, Quote};
use crate::annotation::{Annotation, AnnotationId, Decision, Incoming, Kind, Reviewer, Session, Timestamp, Verdict};
use crate::detect::{Detail, Detection, claim, date, quote};
use crate::exchange::annotation_file::{self, ReadError};
use crate::text::TextRange;

/// What a file brings, and what the person should know about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imported {
    /// What it brings: for the action `Import`.
    pub incoming: Incoming,
    /// What was moved, lost or made harmless.
    pub notes: Vec<Note>,
}

/// Reads `bytes`, a file of whatever format, into the article of `session`.
///
/// # Errors
/// As [`import_value`], and where the file is too large or not JSON.
pub fn import(bytes: &[u8], session: &Session) -> Result<Imported, ReadError> {
    import_value(&super::json::parse(bytes)?, session)
}

/// Reads `value`, a file of whatever format, into the article of `session`: an annotation file, W3C Web Annotation,
/// Hypothesis or Label Studio.
///
/// # Errors
/// Where it is none of these, or has a field that cannot be read.
pub fn import_value(value: &Value, session: &Session) -> Result<Imported, ReadError> {
    let format = value.get("format").and_then(Value::as_str);
    if format == Some(annotation_file::FORMAT) {
        return Ok(of_file(&annotation_file::read_value(value)?, session));
    }
    let mut arrivals = Arrivals::new(session);
    let result = if web_annotation::is_it(value) {
        web_annotation::read(value, &mut arrivals)
    } else if hypothesis::is_it(value) {
        hypothesis::read(value, &mut arrivals)
    } else if label_studio::is_it(value) {
        label_studio::read(value, &mut arrivals)
    } else {
        return Err(ReadError::NotOurs(format.map(str::to_owned)));
    };
    result.map_err(super::JsonError::from)?;
    Ok(arrivals.finish())
}

/// What another annotation file brings, where its text differs too.
fn of_file(opened: &annotation_file::Opened, session: &Session) -> Imported {
    let other = &opened.session;
    let mut come = if other.document.text() == session.document.text() {
        let annotations = other.annotations.iter().map(|mark| Annotation::clone(mark)).collect();
        Imported { incoming: Incoming { annotations, ..Incoming::default() }, notes: opened.notes.clone() }
    } else {
        let mut arrivals = Arrivals::new(session);
        let places = annotation_file::write::Places::of(&other.document);
        for mark in other.annotations.iter() {
            // What is written can be read again.
            let written = Pen::on_one_line(|pen| annotation_file::write::annotation(pen, mark, places));
            let _ = arrivals.own(&serde_json::from_slice(&written).unwrap_or_default());
        }
        arrivals.finish()
    };
    come.incoming.links = other.links.iter().cloned().collect();
    come.incoming.evidence = other.evidence.iter().cloned().collect();
    come.incoming.reviewers.clone_from(&other.reviewers);
    come
}

/// A passage as a file describes it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Words<'a> {
    /// The words; empty where the file has only a place.
    pub exact: &'a str,
    /// What stands before them.
    pub prefix: &'a str,
    /// What stands after them.
    pub suffix: &'a str,
    /// Where they are expected.
    pub range: Option<TextRange>,
}

impl<'a> Words<'a> {
    /// The passage of `text` at `range`.
    pub fn of(text: &'a str, range: TextRange) -> Self {
        let Quote { exact, prefix, suffix, .. } = Quote::of(text, range, range.start);
        Self { exact, prefix, suffix, range: Some(range) }
    }

    /// Reads one of W3C's selectors: words with what stands around them, or the offsets, which are given back.
    pub fn select(&mut self, selector: &'a Value) -> Read<Option<(u32, u32)>> {
        let mut object = Object::of(selector);
        let mut ends = None;
        match object.optional("type").and_then(Value::as_str) {
            Some("TextQuoteSelector") => {
                self.exact = object.text("exact");
                self.prefix = object.optional_text("prefix").unwrap_or_default();
                self.suffix = object.optional_text("suffix").unwrap_or_default();
            }
            Some("TextPositionSelector") => ends = Some((object.whole("start"), object.whole("end"))),
            _ => return Ok(None),
        }
        object.rest()?;
        Ok(ends)
    }
}

/// A mark of another program.
#[derive(Clone, Debug, Default)]
pub(super) struct Foreign<'a> {
    pub id: &'a str,
    pub kind: Option<Kind>,
    pub verdict: Verdict,
    pub note: String,
    pub by: &'a str,
    pub at: Option<Timestamp>,
}

impl Foreign<'_> {
    /// Reads a tag: a kind, a verdict, or a word for the note.
    pub fn tag(&mut self, tag: &str) {
        if let Some(kind) = words::named::<Kind>(tag) {
            self.kind = Some(kind);
        } else if let Some(verdict) = words::named::<Verdict>(tag) {
            self.verdict = verdict;
        } else {
            self.say(&format!("#{tag}"));
        }
    }

    /// Adds to the note.
    pub fn say(&mut self, words: &str) {
        if !self.note.is_empty() && !words.is_empty() {
            self.note.push('\n');
        }
        self.note.push_str(words);
    }
}

/// Where the words of a mark stand.
#[derive(Clone, Copy)]
enum Place {
    /// Where the file says.
    Same(TextRange),
    /// Elsewhere, or other words, with how sure that is.
    Moved(TextRange, f32),
    /// Nowhere; the offset where they were expected.
    Lost(u32),
}

/// Collects what a file brings.
pub(super) struct Arrivals<'a> {
    session: &'a Session,
    marks: MarkReader<'a>,
    places: Option<Places<'a>>,
    come: Incoming,
    notes: Vec<Note>,
}

impl<'a> Arrivals<'a> {
    pub fn new(session: &'a Session) -> Self {
        let marks = MarkReader::new(&session.document);
        Self { session, marks, places: None, come: Incoming::default(), notes: Vec::new() }
    }

    /// Everything that came.
    fn finish(self) -> Imported {
        Imported { incoming: self.come, notes: self.notes }
    }

    /// The text of the open article.
    pub fn text(&self) -> &'a str {
        self.session.document.text()
    }

    /// Whether links came along.
    pub fn has_links(&self) -> bool {
        !self.come.links.is_empty()
    }

    /// The range of these offsets in code points.
    pub fn code_points(&self, start: u32, end: u32) -> TextRange {
        let offsets = self.session.document.offsets();
        TextRange::new(offsets.code_point_to_byte(start), offsets.code_point_to_byte(end))
    }

    /// The range of these offsets in UTF-16 code units.
    pub fn utf16(&self, start: u32, end: u32) -> TextRange {
        let offsets = self.session.document.offsets();
        TextRange::new(offsets.utf16_to_byte(start), offsets.utf16_to_byte(end))
    }

    /// Takes a mark that was written by Factmark.
    pub fn own(&mut self, value: &Value) -> Result<(), FieldError> {
        let mark = self.marks.read(value, &mut self.notes)?;
        self.come.annotations.extend(mark);
        Ok(())
    }

    /// Takes what marks of Factmark refer to.
    pub fn luggage(&mut self, value: &Value) -> Result<(), FieldError> {
        let mut luggage = Object::of(value);
        self.come.reviewers = luggage.list("reviewers", read::reviewer);
        let links = each(luggage.field("links"), read::link);
        self.come.links = luggage.checked("links", links);
        let sources = each(luggage.field("evidence"), |source| read::evidence(source, &mut self.notes));
        self.come.evidence = luggage.checked("evidence", sources);
        luggage.rest().map(drop)
    }

    /// Takes a mark of another program, at its place or where its words are found.
    pub fn foreign(&mut self, foreign: &Foreign<'_>, words: Words<'_>) {
        let id = AnnotationId::from(foreign.id);
        let place = self.place(&id, words);
        let (range, kept) = match place {
            Place::Same(range) | Place::Moved(range, _) => (range, true),
            // A mark of nothing but a place that is not there has nothing to be kept.
            Place::Lost(at) => (TextRange::new(at, at), !words.exact.is_empty()),
        };
        if !kept {
            return;
        }
        let kind = foreign.kind.unwrap_or(Kind::Claim);
        let mut annotation = Annotation::by_hand(self.read(kind, range), self.text());
        let by = (!foreign.by.is_empty()).then(|| foreign.by.into());
        if let Some(by) = &by
            && self.come.reviewers.iter().all(|reviewer| reviewer.id != *by)
        {
            self.come.reviewers.push(Reviewer { id: by.clone(), name: foreign.by.to_owned() });
        }
        let decision = Decision { verdict: foreign.verdict, by, at: foreign.at };
        if !foreign.id.is_empty() {
            annotation.id = id;
        } else if matches!(place, Place::Lost(_)) {
            // Without a place it is known by its words.
            annotation.id = AnnotationId::of_detection(kind, whole_of(words.exact), words.exact);
        }
        annotation.range = range;
        annotation.note.clone_from(&foreign.note);
        if foreign.verdict != Verdict::Unchecked {
            annotation.decisions.push(decision);
        }
        self.come.annotations.push(match place {
            Place::Same(_) => annotation,
            Place::Moved(_, confidence) => annotation.moved(words.exact, confidence),
            Place::Lost(at) => annotation.lost(at, words.exact, words.prefix, words.suffix),
        });
    }

    fn place(&mut self, id: &AnnotationId, words: Words<'_>) -> Place {
        let text = self.text();
        if let Some(range) = words.range.filter(|range| !range.of(text).trim().is_empty())
            && (words.exact.is_empty() || range.of(text) == words.exact)
        {
            return Place::Same(range);
        }
        let expected = words.range.map_or(0, |range| range.start);
        let quote = Quote { exact: words.exact, prefix: words.prefix, suffix: words.suffix, expected };
        let found = self.places.get_or_insert_with(|| Places::new(text)).find(&quote);
        if let Some(found) = found.filter(|found| words.range.is_none() && found.exact) {
            return Place::Same(found.range);
        }
        let exact = words.exact.to_owned();
        if let Some(Found { range, confidence, .. }) = found {
            self.notes.push(Note::Moved { id: id.clone(), words: exact, range });
            return Place::Moved(range, confidence);
        }
        self.notes.push(Note::Lost { id: id.clone(), words: exact });
        Place::Lost(u32::try_from(text.floor_char_boundary(expected as usize)).unwrap_or(expected))
    }

    fn read(&self, kind: Kind, range: TextRange) -> Detection {
        let document = &self.session.document;
        match kind {
            Kind::Claim => claim::read_passage(document, range),
            Kind::Quote => quote::read_passage(document, range),
            Kind::Date => Detection {
                range,
                detail: Detail::Date(date::read_passage(document, range, self.session.facts.published)),
                reasons: Vec::new(),
                confidence: 1.0,
            },
        }
    }
}

fn whole_of(text: &str) -> TextRange {
    TextRange::new(0, u32::try_from(text.len()).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::sample::{TEXT, after, at, fulfil, session, whole, wish};
    use crate::annotation::{Action, Carried, Evidence, Origin, Status};
    use crate::exchange::{Format, Options, export};
    use crate::text::Document;
    use proptest::prelude::*;
    use serde_json::json;
    use std::rc::Rc;

    const CARRY: [Format; 3] = [Format::WebAnnotation, Format::Hypothesis, Format::LabelStudio];

    fn written(session: &Session, format: Format) -> Value {
        let options = Options { confidential: true, ..Options::default() };
        serde_json::from_str(&export(session, format, &options).unwrap()[0].content).unwrap()
    }

    fn imported(value: &Value, session: &Session) -> (Session, Vec<Note>) {
        let come = import_value(value, session).unwrap();
        (after(session, Action::Import(Box::new(come.incoming))), come.notes)
    }

    /// `session` without what no other format carries.
    fn carried(session: &Session) -> Vec<Rc<Annotation>> {
        session.annotations.iter().filter(|mark| mark.status == Status::Kept).cloned().collect()
    }

    /// What the sources of `session` say, each once.
    fn sources(session: &Session) -> Vec<Evidence> {
        let mut sources: Vec<Evidence> = Vec::new();
        for source in session.evidence.iter() {
            let bare = Evidence { id: "".into(), ..(**source).clone() };
            if !sources.contains(&bare) {
                sources.push(bare);
            }
        }
        sources
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn what_a_format_carries_comes_back(wishes in prop::collection::vec(wish(), 0..16)) {
            let start = session();
            let (done, _) = fulfil(&start, &wishes);
            if sources(&done).len() < done.evidence.len() {
                // Of sources that say the same one comes, with all that cite either.
                let bare = Session::bare("x", Rc::clone(&done.document));
                let (back, _) = imported(&written(&done, Format::WebAnnotation), &bare);
                prop_assert_eq!(sources(&back), sources(&done));
                prop_assert_eq!(back.evidence.len(), sources(&done).len());
                return Ok(());
            }
            let bare = Session::bare("x", Rc::clone(&done.document));
            for format in CARRY {
                let (back, notes) = imported(&written(&done, format), &bare);
                prop_assert_eq!(&notes, &[], "{:?}", format);
                prop_assert_eq!(carried(&back), carried(&done), "{:?}", format);
                prop_assert_eq!(&back.links, &done.links, "{:?}", format);
                prop_assert_eq!(&back.evidence, &done.evidence, "{:?}", format);
            }
            let mut own = Vec::new();
            annotation_file::write_pretty(&done, &mut own).unwrap();
            let (back, _) = imported(&serde_json::from_slice(&own).unwrap(), &start);
            prop_assert_eq!(carried(&back), carried(&done));
            prop_assert_eq!(&back.links, &done.links);
        }
    }

    #[test]
    fn marks_of_others_are_put_at_their_words() {
        let points = |words: &str| {
            let range = at(TEXT, words);
            let offsets = Document::new(TEXT);
            let offsets = offsets.offsets().clone();
            (offsets.byte_to_code_point(range.start), offsets.byte_to_utf16(range.start))
        };
        let (point, unit) = points("lost 4 million");
        let web = json!({
            "@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "id": "http://x/1",
            "body": [{"type": "TextualBody", "value": "Is that so?"}, {"type": "TextualBody", "purpose": "tagging", "value": "inconsistent"}],
            "creator": {"name": "Eva"}, "created": "2026-01-01T00:00:00Z",
            "target": {"source": "http://x", "selector": {"type": "TextPositionSelector", "start": point, "end": point + 14}},
        });
        let hypothesis = json!({"export_date": "", "annotations": [{
            "id": "1", "text": "Is that so?", "tags": ["Inconsistent"], "user_info": {"display_name": "Eva"},
            "updated": "2026-01-01T00:00:00Z",
            "target": [{"selector": [{"type": "TextPositionSelector", "start": unit, "end": unit + 14}]}],
        }]});
        let studio = json!([{"data": {"text": TEXT}, "annotations": [{"result": [
            {"id": "1", "type": "labels", "value": {"start": unit, "end": unit + 14, "labels": ["Claim"]}},
            {"id": "1", "type": "choices", "value": {"choices": ["inconsistent"]}},
            {"id": "1", "type": "textarea", "value": {"text": ["Is that so?"]}},
        ]}]}]);
        for value in [web, hypothesis, studio] {
            let (end, notes) = imported(&value, &session());
            assert_eq!(notes, []);
            let mark = end.marked(Kind::Claim, at(TEXT, "lost 4 million")).unwrap();
            assert_eq!((mark.verdict(), mark.note.as_str()), (Verdict::Inconsistent, "Is that so?"));
            assert_eq!(mark.origin, Origin::Manual);
        }
    }

    #[test]
    fn what_finds_no_place_is_listed() {
        let value = json!({"@context": "http://www.w3.org/ns/anno.jsonld", "id": "1", "target": {"selector":
            {"type": "TextQuoteSelector", "exact": "words that stand in no article of ours", "prefix": "a", "suffix": "b"}}});
        let start = session();
        let come = import_value(&value, &start).unwrap();
        assert!(matches!(&come.notes[..], [Note::Lost { .. }]));
        // It is kept, on no words, beside others that are.
        let end = after(&start, Action::Import(Box::new(come.incoming)));
        let lost = end.annotations.iter().find(|mark| mark.range.is_empty()).unwrap();
        assert!(matches!(lost.carried(), Some(Carried::Lost { exact }) if exact.starts_with("words that stand")));
        assert_eq!(end.annotations.len(), start.annotations.len() + 1);
    }

    #[test]
    fn a_broken_file_names_its_field() {
        let value = json!({"export_date": "", "annotations": [{"target": [{"selector": [{"type": "TextPositionSelector", "start": "x"}]}]}]});
        let error = import_value(&value, &session()).unwrap_err().to_string();
        assert!(error.contains("annotations[0].target[0].start"), "{error}");
        assert!(import_value(&json!({"a": 1}), &session()).is_err());
        assert!(import(b"[[[", &session()).is_err());
    }

    #[test]
    fn an_article_that_was_changed_takes_its_marks() {
        let start = session();
        let noted = after(&start, Action::SetNote(start.annotations[0].id.clone(), "?".to_owned()));
        let text = TEXT.replace("The crews", "Correction: the tired crews");
        let other = Session::bare("y", Rc::new(Document::new(text.as_str())));
        let file: Value = serde_json::from_str(&whole(&noted)).unwrap();
        let (end, _) = imported(&file, &other);
        let june = end.annotation(&start.annotations[0].id).unwrap();
        assert_eq!((june.range.of(&text), june.note.as_str()), ("June 8", "?"));
        let source = Evidence { id: "e1".into(), ..Evidence::default() };
        assert!(after(&end, Action::PutEvidence(source)).evidence.len() == 1);
    }
}
