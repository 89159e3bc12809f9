//! Reads an annotation file into a session.

use std::collections::HashMap;
use std::rc::Rc;

use serde_json::{Map, Value};

use super::marks::MarkReader;
use super::{FORMAT, Note, Opened, ReadError, UNPLACED, VERSION};
use crate::annotation::{
    AnnotationId, ArticleFacts, EarlierText, Evidence, Lead, Link, Reviewer, Session, Settings, Timestamp,
    is_web_address,
};
use crate::exchange::json::{FieldError, JsonError, Object, Read, each, expected, parse};
use crate::text::{Document, Published, TextRange, calendar_day, time};

/// Reads an annotation file. Its findings are empty until somebody runs the detectors.
///
/// # Errors
/// Where it is too large, not JSON, not an annotation file, of a newer version, or has a field that cannot be read.
pub fn read(bytes: &[u8]) -> Result<Opened, ReadError> {
    read_value(&parse(bytes)?)
}

/// The same, of a file that is parsed already.
///
/// # Errors
/// As [`read`].
pub fn read_value(value: &Value) -> Result<Opened, ReadError> {
    let format = value.get("format").and_then(Value::as_str);
    if format != Some(FORMAT) {
        return Err(ReadError::NotOurs(format.map(str::to_owned)));
    }
    let version = value.get("version").and_then(Value::as_u64);
    if let Some(version) = version.filter(|version| *version > u64::from(VERSION)) {
        return Err(ReadError::Newer(version));
    }
    Ok(file(value).map_err(JsonError::from)?)
}

fn file(value: &Value) -> Read<Opened> {
    let mut file = Object::of(value);
    let mut notes = Vec::new();
    file.text("format");
    file.whole("version");
    file.optional("generator");
    let unit = file.field("offset_unit");
    if unit != "unicode-code-point" {
        file.wrong("offset_unit", expected("“unicode-code-point”", unit));
    }
    let id = file.text("id");
    let (document, facts, versions) = file.nested("document", |article| document(article, &mut notes));
    let mut session = Session::bare(id, Rc::new(document));
    session.facts = Rc::new(facts);
    session.versions = Rc::new(versions);
    session.created = moment(&mut file, "created");
    session.modified = moment(&mut file, "modified");
    session.reviewers = file.list("reviewers", reviewer);

    let mut marks = MarkReader::new(&session.document);
    let mut numbers: HashMap<AnnotationId, usize> = HashMap::new();
    let annotations = each(file.field("annotations"), |value| {
        let annotation = marks.read(value, &mut notes)?;
        if let Some(annotation) = &annotation
            && numbers.insert(annotation.id.clone(), numbers.len()).is_some()
        {
            return Err(FieldError::new(format!("the id “{}” is there twice", annotation.id)).inside("id"));
        }
        Ok(annotation.map(Rc::new))
    });
    let annotations = file.checked("annotations", annotations);
    session.annotations = crate::annotation::sorted(annotations.into_iter().flatten().collect());

    let mut lost_links = Vec::new();
    let links = each(file.field("links"), |value| {
        let link = link(value)?;
        if [&link.from, &link.to].into_iter().all(|end| numbers.contains_key(end)) {
            return Ok(Some(link));
        }
        notes.push(Note::LinkLost(link.id.clone()));
        lost_links.push(value.clone());
        Ok(None)
    });
    session.links = Rc::new(file.checked("links", links).into_iter().flatten().collect());
    let sources = each(file.field("evidence"), |value| evidence(value, &mut notes));
    session.evidence = Rc::new(file.checked("evidence", sources));
    let leads =
        file.list("leads", |question| lead(question, &marks, &|id| session.annotation(id).map(|mark| mark.range)));
    session.leads = Rc::new(leads.into_iter().map(Rc::new).collect());
    session.settings = Rc::new(file.nested("settings", settings));
    let mut extra = file.rest()?;
    keep_unplaced(&mut extra, lost_links);
    session.extra = Rc::new(extra);
    Ok(Opened { session, notes })
}

/// Links into nothing stay in the file, under a name of their own.
fn keep_unplaced(extra: &mut Map<String, Value>, links: Vec<Value>) {
    if links.is_empty() {
        return;
    }
    if let Some(Value::Object(unplaced)) = field_of(extra, UNPLACED, Value::Object(Map::new()))
        && let Some(Value::Array(list)) = field_of(unplaced, "links", Value::Array(Vec::new()))
    {
        list.extend(links);
    }
}

/// The field `key`, which is `new` where it is not there yet.
fn field_of<'a>(object: &'a mut Map<String, Value>, key: &str, new: Value) -> Option<&'a mut Value> {
    if object.get(key).is_none() {
        object.insert(key.to_owned(), new);
    }
    object.get_mut(key)
}

fn document(article: &mut Object<'_>, notes: &mut Vec<Note>) -> (Document, ArticleFacts, Vec<Rc<EarlierText>>) {
    let mut document = Document::new(article.text("text"));
    let facts = facts(article);
    if facts.url.as_ref().is_some_and(|url| !is_web_address(url)) {
        notes.push(Note::NotAnAddress("document.url".to_owned()));
    }
    if article.text("sha256") != super::sha256(document.text()) {
        notes.push(Note::TextChanged);
    }
    let types = article.list("paragraphs", |paragraph| {
        let start = paragraph.whole("start");
        paragraph.whole("end");
        (document.offsets().code_point_to_byte(start), paragraph.word("type"))
    });
    for (start, kind) in types {
        if let Some(index) = document.paragraph_at(start) {
            document.set_paragraph_type(index, kind);
        }
    }
    let versions = article.list("versions", earlier);
    (document, facts, versions)
}

pub(in crate::exchange) fn earlier(version: &mut Object<'_>) -> Rc<EarlierText> {
    let text = version.text("text").into();
    version.field("sha256");
    Rc::new(EarlierText { text, replaced: moment(version, "replaced") })
}

pub(in crate::exchange) fn facts(article: &mut Object<'_>) -> ArticleFacts {
    ArticleFacts {
        title: article.string("title"),
        url: article.text_or_null("url").map(str::to_owned),
        publisher: article.text_or_null("publisher").map(str::to_owned),
        authors: article.strings("authors"),
        published: published(article),
        language: article.string("language"),
    }
}

pub(in crate::exchange) fn reviewer(reviewer: &mut Object<'_>) -> Reviewer {
    Reviewer { id: reviewer.text("id").into(), name: reviewer.string("name") }
}

pub(in crate::exchange) fn link(value: &Value) -> Read<Rc<Link>> {
    let mut link = Object::of(value);
    let read = Link {
        id: link.text("id").into(),
        relation: link.word("relation"),
        from: link.text("from").into(),
        to: link.text("to").into(),
        note: link.optional_string("note").unwrap_or_default(),
        by: link.optional_text("by").map(Into::into),
        at: moment(&mut link, "at"),
        extra: Map::new(),
    };
    Ok(Rc::new(Link { extra: link.rest()?, ..read }))
}

pub(in crate::exchange) fn evidence(value: &Value, notes: &mut Vec<Note>) -> Read<Rc<Evidence>> {
    let mut source = Object::of(value);
    let id = source.text("id");
    let [url, archive_url] = ["url", "archive_url"].map(|key| {
        let url = source.optional_string(key);
        if url.as_ref().is_some_and(|url| !is_web_address(url)) {
            notes.push(Note::NotAnAddress(format!("{key} of the source “{id}”")));
        }
        url
    });
    let read = Evidence {
        id: id.into(),
        evidence_type: source.word("type"),
        title: source.string("title"),
        url,
        archive_url,
        locator: source.optional_string("locator"),
        excerpt: source.optional_string("excerpt"),
        accessed: source.optional("accessed").and_then(|value| {
            let day = value.as_str().and_then(calendar_day);
            source.checked("accessed", day.map(Some).ok_or_else(|| expected("a day such as 2026-11-22", value)))
        }),
        confidential: source.flag("confidential"),
        extra: Map::new(),
    };
    Ok(Rc::new(Evidence { extra: source.rest()?, ..read }))
}

/// A question; `place` tells where the annotation with an id is.
pub(in crate::exchange) fn lead(
    question: &mut Object<'_>,
    marks: &MarkReader<'_>,
    place: &dyn Fn(&AnnotationId) -> Option<TextRange>,
) -> Lead {
    let passages = each(question.field("passages"), |value| {
        if let Some(id) = value.as_str() {
            return Ok(place(&id.into()));
        }
        let mut span = Object::of(value);
        let range = marks.span(&mut span);
        span.rest().map(|_| Some(range))
    });
    // A passage whose words are gone is none, as in a new version of the article.
    let passages = question.checked("passages", passages).into_iter().flatten();
    Lead {
        rule: question.string("rule").into(),
        passages: passages.filter(|passage: &TextRange| !passage.is_empty()).collect(),
        question: question.string("question"),
        status: question.word("status"),
    }
}

pub(in crate::exchange) fn settings(settings: &mut Object<'_>) -> Settings {
    let share = settings.field("claim_share");
    let claim_share = share.as_u64().and_then(|share| u8::try_from(share).ok()).filter(|share| *share <= 100);
    let claim_share = claim_share.ok_or_else(|| expected("a whole number from 0 to 100", share));
    Settings { claim_share: settings.checked("claim_share", claim_share), layers: settings.strings("layers") }
}

fn published(article: &mut Object<'_>) -> Option<Published> {
    let written = article.text_or_null("published")?;
    let published = written
        .parse()
        .map(Some)
        .map_err(|_| expected("a date such as 2018-08-04 or 2018-08-04T15:14:00+03:00", &Value::from(written)));
    article.checked("published", published)
}

/// The moment `key`, which may be missing or null.
pub(in crate::exchange) fn moment(object: &mut Object<'_>, key: &'static str) -> Option<Timestamp> {
    let value = object.optional(key)?;
    let moment = value.as_str().and_then(time::read).map(|moment| Some(moment.to_utc()));
    object.checked(key, moment.ok_or_else(|| expected("a moment such as 2026-11-22T10:00:00Z", value)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::sample::{TEXT, after, fulfil, session, whole, wish};
    use crate::annotation::{Action, Carried, Kind, LeadStatus, Verdict};
    use crate::detect::Detail;
    use crate::detect::quote::QuoteDetail;
    use proptest::prelude::*;
    use serde_json::json;

    const EXAMPLE: &str = include_str!("../../../tests/annotation-file.example.json");

    fn example() -> Value {
        serde_json::from_str(EXAMPLE).unwrap()
    }

    fn message(value: &Value) -> String {
        read_value(value).unwrap_err().to_string()
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(wishes in prop::collection::vec(wish(), 0..24)) {
            let (session, _) = fulfil(&session(), &wishes);
            let written = whole(&session);
            let opened = read(written.as_bytes()).unwrap();
            prop_assert_eq!(opened.notes, []);
            prop_assert_eq!(&opened.session.annotations, &session.annotations);
            prop_assert_eq!(&opened.session.links, &session.links);
            prop_assert_eq!(&opened.session.evidence, &session.evidence);
            prop_assert_eq!(&opened.session.leads, &session.leads);
            prop_assert_eq!(whole(&opened.session), written);
        }

        #[test]
        fn a_file_cut_off_anywhere_is_refused(cut in 0_usize..EXAMPLE.len()) {
            prop_assert!(read(&EXAMPLE.as_bytes()[..cut]).is_err());
        }
    }

    #[test]
    fn the_example_of_the_format_is_read_and_written() {
        let opened = read(EXAMPLE.as_bytes()).unwrap();
        assert_eq!(opened.notes, []);
        assert_eq!(opened.session.annotations.len(), 4);
        assert_eq!(opened.session.count(Kind::Date), 2);
        let again: Value = serde_json::from_str(&whole(&opened.session)).unwrap();
        assert_eq!(again, example());
    }

    #[test]
    fn fields_of_newer_files_stay_where_they_were() {
        let mut file = example();
        file["added"] = json!({"a": [1, null]});
        file["document"]["rights"] = json!("CC BY");
        file["document"]["paragraphs"][1]["level"] = json!(1);
        file["reviewers"][0]["initials"] = json!("D");
        file["annotations"][1]["colour"] = json!("red");
        file["annotations"][1]["target"]["page"] = json!(3);
        file["annotations"][2]["detail"]["source"]["party"] = json!("none");
        file["annotations"][2]["reasons"][0]["weight"] = json!(0.1);
        file["annotations"][3]["decisions"][0]["weight"] = json!(7);
        file["links"][0]["strength"] = json!(2);
        file["evidence"][0]["language"] = json!("ru");
        file["settings"]["theme"] = json!("dark");
        let opened = read_value(&file).unwrap();
        let written = whole(&opened.session);
        assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), file);
        assert!(written.contains("\"confidence\": 0.93,"), "numbers keep their digits");
        let mark = opened.session.annotations.iter().find(|mark| mark.extra.contains_key("colour")).unwrap();
        let decided = after(&opened.session, Action::SetVerdict(mark.id.clone(), Verdict::Verified));
        assert!(whole(&decided).contains("\"colour\": \"red\""));
    }

    #[test]
    fn fields_of_newer_files_go_with_what_they_belong_to() {
        let mut file = example();
        file["annotations"][0]["detail"]["cue"] = json!("a date has none");
        file["annotations"][2]["detail"]["cue"]["strength"] = json!(2);
        file["annotations"][2]["detail"]["colour"] = json!("red");
        let start = read_value(&file).unwrap().session;
        let of_kind = |kind| start.annotations.iter().find(|mark| mark.kind() == kind).unwrap();
        let Detail::Quote(quote) = &of_kind(Kind::Quote).detail else { panic!() };
        let without_cue = Detail::Quote(QuoteDetail { cue: None, ..quote.clone() });
        for kind in [Kind::Quote, Kind::Date] {
            let end = after(&start, Action::SetDetail(of_kind(kind).id.clone(), without_cue.clone()));
            let written = whole(&end);
            let again = read(written.as_bytes()).unwrap().session;
            assert_eq!(again.annotation(&of_kind(kind).id).unwrap().detail, without_cue);
            assert!(written.contains("\"colour\": \"red\""));
        }
    }

    #[test]
    fn a_passage_of_a_question_has_words() {
        let mut file = example();
        file["leads"][0]["passages"] = json!(["d-db77b42ba250", {"start": 9000, "end": 9001}, {"start": 5, "end": 5}]);
        let session = read_value(&file).unwrap().session;
        assert_eq!(session.leads[0].passages.len(), 1);
        assert_eq!(session.leads[0].status, LeadStatus::Accepted);
    }

    #[test]
    fn other_files_are_refused_in_words() {
        assert!(message(&json!({"a": 1})).contains("not an annotation file"));
        assert!(message(&json!([1])).contains("not an annotation file"));
        assert!(message(&json!({"format": "pdf"})).contains("“pdf”"));
        let mut newer = example();
        newer["version"] = json!(2);
        assert!(message(&newer).contains("newer Factmark"));
        assert!(message(&json!({"format": FORMAT, "version": 1})).contains("“offset_unit”"));
    }

    #[test]
    fn a_field_that_cannot_be_read_is_named() {
        let cases: [(&[&str], Value, &str); 9] = [
            (&["annotations", "1", "target", "start"], json!("x"), "annotations[1].target.start"),
            (&["annotations", "1", "target", "start"], json!(-1), "annotations[1].target.start"),
            (&["annotations", "0", "kind"], json!("rumour"), "annotations[0].kind"),
            (&["annotations", "0", "id"], json!("d-db77b42ba250"), "annotations[1].id"),
            (&["annotations", "0", "verdict"], json!("unclear"), "annotations[0].verdict"),
            (&["annotations", "2", "detail", "parts", "0", "end"], json!(1), "annotations[2].detail.parts[0].end"),
            (&["document", "published"], json!("soon"), "document.published"),
            (&["settings", "claim_share"], json!(101), "settings.claim_share"),
            (&["links"], json!({}), "links"),
        ];
        for (path, value, field) in cases {
            let mut file = example();
            let place = path.iter().fold(&mut file, |place, key| match key.parse::<usize>() {
                Ok(number) => &mut place[number],
                Err(_) => &mut place[*key],
            });
            *place = value;
            let message = message(&file);
            assert!(message.contains(&format!("“{field}”")), "{message}");
        }
    }

    #[test]
    fn marks_follow_their_words_when_the_text_was_changed_outside() {
        let start = session();
        let lost = start.annotations.iter().find(|mark| mark.range.of(TEXT).starts_with("Two ferries")).unwrap();
        let touched = after(&start, crate::annotation::Action::SetNote(lost.id.clone(), "whose?".to_owned()));
        let mut file: Value = serde_json::from_str(&whole(&touched)).unwrap();
        let text = TEXT.replace("The crews", "Correction: the tired crews").replace("Two ferries sailed in July.", "");
        file["document"]["text"] = json!(text);
        let opened = read_value(&file).unwrap();
        assert!(opened.notes.contains(&Note::TextChanged));
        let noted: Vec<_> = opened.notes.iter().filter(|note| matches!(note, Note::Lost { .. })).collect();
        assert_eq!(noted.len(), 1, "the date in the claim was touched by nobody: {:?}", opened.notes);
        let kept = opened.session.annotation(&lost.id).unwrap();
        assert!(kept.range.is_empty());
        assert_eq!(
            (kept.carried(), &*kept.note),
            (Some(Carried::Lost { exact: lost.range.of(TEXT).into() }), "whose?")
        );
        for mark in opened.session.annotations.iter().filter(|mark| mark.id != lost.id) {
            let words = mark.range.of(&text);
            assert!(
                ["June 8", "The company lost 4 million euros on Monday."].contains(&words) || words.starts_with('“')
            );
            if let crate::detect::Detail::Quote(quote) = &mark.detail {
                assert_eq!(quote.insertions[0].of(&text), "[at the pier]");
                assert_eq!(quote.source.as_ref().unwrap().range.unwrap().of(&text), "she");
            }
        }
        // What found no place is in the file again.
        let written = whole(&opened.session);
        let again = read(written.as_bytes()).unwrap();
        assert_eq!(whole(&again.session), written);
        assert_eq!(again.notes, []);
    }

    #[test]
    fn a_touched_mark_on_other_words_is_to_be_confirmed() {
        let start = session();
        let claim = start.annotations.iter().find(|mark| mark.range.of(TEXT).starts_with("The company")).unwrap();
        let touched = after(&start, crate::annotation::Action::SetVerdict(claim.id.clone(), Verdict::Verified));
        let mut file: Value = serde_json::from_str(&whole(&touched)).unwrap();
        file["document"]["text"] = json!(TEXT.replace("lost 4 million", "lost 5 million"));
        let opened = read_value(&file).unwrap();
        let mark = opened.session.annotation(&claim.id).unwrap();
        assert!(matches!(mark.carried(), Some(Carried::Moved { exact, .. }) if exact.contains("4 million")));
        assert_eq!(mark.verdict(), Verdict::Verified);
    }

    #[test]
    fn a_link_into_nothing_is_told_and_kept() {
        let mut file = example();
        file["links"][0]["to"] = json!("d-gone");
        let opened = read_value(&file).unwrap();
        assert!(matches!(opened.notes[..], [Note::LinkLost(_)]));
        assert!(whole(&opened.session).contains("d-gone"));
    }

    #[test]
    fn an_address_that_runs_is_told() {
        let mut file = example();
        file["evidence"][0]["url"] = json!("javascript:alert(1)");
        assert!(matches!(read_value(&file).unwrap().notes[..], [Note::NotAnAddress(_)]));
    }
}
