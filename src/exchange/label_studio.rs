//! A task of Label Studio for its `Text` tag (JSON). Offsets count UTF-16 code units. The labelling interface it fits:
//!
//! ```xml
//! <View>
//!   <Labels name="label" toName="text"><Label value="claim"/><Label value="date"/><Label value="quote"/></Labels>
//!   <Text name="text" value="$text"/>
//!   <Choices name="verdict" toName="text" perRegion="true">
//!     <Choice value="verified"/><Choice value="inconsistent"/><Choice value="unclear"/>
//!   </Choices>
//!   <TextArea name="note" toName="text" perRegion="true"/>
//!   <Relations><Relation value="contradicts"/><Relation value="supports"/><Relation value="same-event"/></Relations>
//! </View>
//! ```

use std::collections::HashMap;

use serde_json::{Value, json};

use super::annotation_file::write::Places;
use super::arrivals::{Arrivals, Foreign, Words};
use super::json::{FieldError, Object, each, text, whole};
use super::{luggage, words};
use crate::annotation::{Session, Verdict};
use crate::text::{OffsetMap, TextRange};

/// One task with the text and the marks of `session`.
pub(super) fn write(session: &Session) -> String {
    let (places, offsets) = (Places::of(&session.document), session.document.offsets());
    let mut result = Vec::new();
    for mark in session.annotations.iter() {
        let (start, end) = (offsets.byte_to_utf16(mark.range.start), offsets.byte_to_utf16(mark.range.end));
        let words = mark.range.of(session.document.text());
        let mut label = json!({
            "id": mark.id,
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "value": { "start": start, "end": end, "text": words, "labels": [mark.kind()] },
            "meta": { (luggage::FIELD): null },
        });
        words::put(&mut label, "/meta/factmark", luggage::mark(places, mark));
        result.push(label);
        if mark.verdict() != Verdict::Unchecked {
            result.push(json!({
                "id": mark.id,
                "from_name": "verdict",
                "to_name": "text",
                "type": "choices",
                "value": { "start": start, "end": end, "text": words, "choices": [mark.verdict()] },
            }));
        }
        if !mark.note.is_empty() {
            result.push(json!({
                "id": mark.id,
                "from_name": "note",
                "to_name": "text",
                "type": "textarea",
                "value": { "start": start, "end": end, "text": [mark.note] },
            }));
        }
    }
    result.extend(session.links.iter().map(|link| {
        json!({
            "from_id": link.from,
            "to_id": link.to,
            "type": "relation",
            "direction": "right",
            "labels": [link.relation],
        })
    }));
    let mut tasks = json!([{
        "data": {
            "text": &**session.document.text(),
            "title": session.facts.title,
            "published": session.facts.published.map(|published| published.to_string()),
        },
        "meta": { (luggage::FIELD): luggage::rest(session) },
        "annotations": [{ "result": null }],
    }]);
    words::put(&mut tasks, "/0/annotations/0/result", Value::Array(result));
    words::file(&tasks, session)
}

/// Whether `value` is a task or a list of tasks.
pub(super) fn is_it(value: &Value) -> bool {
    let one = value.as_array().and_then(|list| list.first()).unwrap_or(value);
    one.pointer("/data/text").is_some_and(Value::is_string)
        && (one.get("annotations").is_some() || one.get("completions").is_some() || one.get("predictions").is_some())
}

/// The text of the first task.
pub(super) fn text_of(value: &Value) -> Option<&str> {
    value.as_array().and_then(|list| list.first()).unwrap_or(value).pointer("/data/text")?.as_str()
}

/// Reads the task whose text is the article; the first one where none is.
pub(super) fn read(value: &Value, arrivals: &mut Arrivals<'_>) -> Result<(), FieldError> {
    let Some(tasks) = value.as_array() else { return task(value, arrivals) };
    let is_this = |task: &&Value| task.pointer("/data/text").and_then(Value::as_str) == Some(arrivals.text());
    let number = tasks.iter().position(|task| is_this(&task)).unwrap_or_default();
    tasks
        .get(number)
        .map_or(Ok(()), |value| task(value, arrivals))
        .map_err(|error| error.inside(&format!("[{number}]")))
}

fn task(value: &Value, arrivals: &mut Arrivals<'_>) -> Result<(), FieldError> {
    if let Some(luggage) = value.get("meta").and_then(|meta| meta.get(luggage::FIELD)) {
        arrivals.luggage(luggage).map_err(|error| error.inside("meta"))?;
    }
    // Offsets refer to the text of the task, which may not be the one that is open.
    let offsets = OffsetMap::new(&text_of(value).unwrap_or_default().into());
    let mut task = Object::of(value)?;
    for key in ["annotations", "completions", "predictions"] {
        let done = task.optional(key, |list| {
            each(list, |one| {
                Object::of(one)?.field("result", |result| results(result, &offsets, text_of(value), arrivals))
            })
        })?;
        if done.is_some_and(|done| !done.is_empty()) {
            break;
        }
    }
    Ok(())
}

fn results(
    result: &Value,
    offsets: &OffsetMap,
    text_of_task: Option<&str>,
    arrivals: &mut Arrivals<'_>,
) -> Result<(), FieldError> {
    let items: Vec<&Value> = each(result, Ok)?;
    // What is said of a region stands in items of its own, with its id.
    let mut said: HashMap<&str, Vec<(&str, &Value)>> = HashMap::new();
    for item in &items {
        let (id, kind) = (item.get("id").and_then(Value::as_str), item.get("type").and_then(Value::as_str));
        if let (Some(id), Some(kind), Some(value)) = (id, kind, item.get("value")) {
            said.entry(id).or_default().push((kind, value));
        }
    }
    for (number, item) in items.iter().enumerate() {
        if item.get("type").and_then(Value::as_str) != Some("labels") {
            continue;
        }
        let mut read = || {
            if let Some(own) = item.get("meta").and_then(|meta| meta.get(luggage::FIELD)) {
                return arrivals.own(own).map_err(|error| error.inside("meta"));
            }
            let mut region = Object::of(item)?;
            let id = region.optional("id", text)?.unwrap_or_default();
            let mut foreign = Foreign { id, ..Foreign::default() };
            let range = region.nested("value", |value| {
                for label in value.optional("labels", |labels| each(labels, text))?.unwrap_or_default() {
                    foreign.tag(label);
                }
                let start = offsets.utf16_to_byte(value.field("start", whole)?);
                Ok(TextRange::new(start, offsets.utf16_to_byte(value.field("end", whole)?)))
            })?;
            for (kind, value) in said.get(id).into_iter().flatten() {
                let first = |key: &str| value.get(key)?.get(0)?.as_str();
                match *kind {
                    "choices" => first("choices").into_iter().for_each(|choice| foreign.tag(choice)),
                    "textarea" => first("text").into_iter().for_each(|note| foreign.say(note)),
                    _ => {}
                }
            }
            arrivals.foreign(&foreign, Words::of(text_of_task.unwrap_or_default(), range));
            Ok(())
        };
        read().map_err(|error: FieldError| error.inside(&format!("result[{number}]")))?;
    }
    Ok(())
}
