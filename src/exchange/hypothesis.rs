//! The export of the Hypothesis client (JSON). Positions count UTF-16 code units, as its client does.

use serde_json::{Value, json};

use super::annotation_file::write::{Places, rfc3339};
use super::arrivals::{Arrivals, Foreign, Words};
use super::json::{FieldError, Object, each, text, whole};
use super::{Options, luggage, words};
use crate::annotation::{Annotation, Session, Timestamp, Verdict};

/// All marks of `session`: kind and verdict are tags, the note is the text.
pub(super) fn write(session: &Session, options: &Options) -> String {
    let places = Places::of(&session.document);
    let address = words::address(session);
    let written = options.written.or(session.modified);
    let annotations: Vec<_> =
        session.annotations.iter().map(|mark| annotation(session, places, &address, written, mark)).collect();
    let mut file = json!({
        "export_date": written.map(rfc3339),
        "export_userid": "acct:factmark@localhost",
        "client_version": concat!("factmark ", env!("CARGO_PKG_VERSION")),
        "annotations": null,
        (luggage::FIELD): luggage::rest(session),
    });
    words::put(&mut file, "/annotations", Value::Array(annotations));
    words::file(&file, session)
}

fn annotation(
    session: &Session,
    places: Places<'_>,
    address: &str,
    written: Option<Timestamp>,
    mark: &Annotation,
) -> Value {
    let last = mark.decisions.last();
    let at = last.and_then(|last| last.at).or(written).map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), rfc3339);
    let name = last.and_then(|last| words::reviewer(session, last.by.as_ref()));
    let mut tags = vec![mark.kind().as_str()];
    if mark.verdict() != Verdict::Unchecked {
        tags.push(words::verdict(mark.verdict()));
    }
    let target = places.target(mark.range);
    let offsets = session.document.offsets();
    let mut annotation = json!({
        "id": mark.id,
        "created": at,
        "updated": at,
        "user": "acct:factmark@localhost",
        "user_info": { "display_name": name },
        "uri": address,
        "text": mark.note,
        "tags": tags,
        "group": "__world__",
        "permissions": {
            "read": ["acct:factmark@localhost"],
            "update": ["acct:factmark@localhost"],
            "delete": ["acct:factmark@localhost"],
        },
        "document": { "title": [session.facts.title] },
        "target": [{
            "source": address,
            "selector": [
                {
                    "type": "TextPositionSelector",
                    "start": offsets.byte_to_utf16(mark.range.start),
                    "end": offsets.byte_to_utf16(mark.range.end),
                },
                {
                    "type": "TextQuoteSelector",
                    "exact": target.exact,
                    "prefix": target.prefix,
                    "suffix": target.suffix,
                },
            ],
        }],
        "links": {},
        "references": [],
        "flagged": false,
        "hidden": false,
        (luggage::FIELD): null,
    });
    words::put(&mut annotation, luggage::PLACE, luggage::mark(places, mark));
    annotation
}

/// Whether `value` is an export of Hypothesis.
pub(super) fn is_it(value: &Value) -> bool {
    let has = |key: &str| value.get(key).is_some();
    has("annotations") && has("export_date") || value.get("rows").is_some() && value.get("total").is_some()
}

/// Reads an export, or an answer of the Hypothesis API.
pub(super) fn read(value: &Value, arrivals: &mut Arrivals<'_>) -> Result<(), FieldError> {
    if let Some(luggage) = value.get(luggage::FIELD) {
        arrivals.luggage(luggage).map_err(|error| error.inside(luggage::FIELD))?;
    }
    let key = if value.get("annotations").is_some() { "annotations" } else { "rows" };
    Object::of(value)?.field(key, |list| each(list, |item| read_one(item, arrivals)).map(drop))
}

fn read_one(value: &Value, arrivals: &mut Arrivals<'_>) -> Result<(), FieldError> {
    if let Some(own) = value.get(luggage::FIELD) {
        return arrivals.own(own).map_err(|error| error.inside(luggage::FIELD));
    }
    let mut annotation = Object::of(value)?;
    let id = annotation.optional("id", text)?.unwrap_or_default();
    let at = annotation.optional("updated", text)?.and_then(|at| chrono::DateTime::parse_from_rfc3339(at).ok());
    let by = value.pointer("/user_info/display_name").or_else(|| value.get("user")).and_then(Value::as_str);
    let mut foreign = Foreign { id, at: at.map(|at| at.to_utc()), by: by.unwrap_or_default(), ..Foreign::default() };
    for tag in annotation.optional("tags", |tags| each(tags, text))?.unwrap_or_default() {
        foreign.tag(tag);
    }
    foreign.say(annotation.optional("text", text)?.unwrap_or_default());
    let mut places = Vec::new();
    annotation.field("target", |targets| {
        each(targets, |target| {
            let mut words = Words::default();
            for selector in target.get("selector").and_then(Value::as_array).into_iter().flatten() {
                let kind = selector.get("type").and_then(Value::as_str);
                let mut selector = Object::of(selector)?;
                if kind == Some("TextQuoteSelector") {
                    words.exact = selector.field("exact", text)?;
                    words.prefix = selector.optional("prefix", text)?.unwrap_or_default();
                    words.suffix = selector.optional("suffix", text)?.unwrap_or_default();
                } else if kind == Some("TextPositionSelector") {
                    let (start, end) = (selector.field("start", whole)?, selector.field("end", whole)?);
                    words.range = Some(arrivals.utf16(start, end));
                }
            }
            places.push(words);
            Ok(())
        })
    })?;
    for place in places {
        arrivals.foreign(&foreign, place);
    }
    Ok(())
}
