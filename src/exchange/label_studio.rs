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

use serde_json::Value;

use super::annotation_file::write::{self, Places};
use super::arrivals::{Arrivals, Foreign, Words};
use super::json::{FieldError, Object, each, items, text};
use super::pen::Pen;
use super::vocabulary::Word;
use super::{luggage, words};
use crate::annotation::{Annotation, Session, Verdict};
use crate::text::{OffsetMap, TextRange};

/// One task with the text and the marks of `session`.
pub(super) fn write(session: &Session) -> String {
    words::file(session, |pen| pen.list([session], |pen, session| pen.object(|pen| task_of(pen, session))))
}

fn task_of(pen: &mut Pen, session: &Session) {
    let facts = &session.facts;
    pen.key("data").object(|pen| {
        pen.key("text").text(session.document.text());
        pen.key("title").text(&facts.title);
        pen.key("published").text_or_null(facts.published.map(|published| published.to_string()).as_deref());
    });
    pen.key("meta").object(|pen| luggage::rest(pen, session));
    pen.key("annotations").list([session], |pen, session| {
        pen.object(|pen| {
            pen.key("result").items(|pen| {
                for mark in session.annotations.iter() {
                    results_of(pen, session, mark);
                }
                for link in session.links.iter() {
                    pen.item().object(|pen| {
                        pen.key("from_id").text(link.from.as_str());
                        pen.key("to_id").text(link.to.as_str());
                        pen.key("type").text("relation");
                        pen.key("direction").text("right");
                        pen.key("labels").texts(&[link.relation.word()]);
                    });
                }
            });
        });
    });
}

/// What is said of a mark: its label, then its verdict and its note, each an item of its own.
fn results_of(pen: &mut Pen, session: &Session, mark: &Annotation) {
    let offsets = session.document.offsets();
    let (start, end) = (offsets.byte_to_utf16(mark.range.start), offsets.byte_to_utf16(mark.range.end));
    let words = mark.range.of(session.document.text());
    let region = |pen: &mut Pen, name: &str, kind: &str, value: &dyn Fn(&mut Pen)| {
        pen.key("id").text(mark.id.as_str());
        pen.key("from_name").text(name);
        pen.key("to_name").text("text");
        pen.key("type").text(kind);
        pen.key("value").object(|pen| {
            pen.key("start").whole(start);
            pen.key("end").whole(end);
            value(pen);
        });
    };
    pen.item().object(|pen| {
        region(pen, "label", "labels", &|pen| {
            pen.key("text").text(words);
            pen.key("labels").texts(&[mark.kind().word()]);
        });
        pen.key("meta").object(|pen| {
            write::annotation(pen.key(luggage::FIELD), mark, Places::of(&session.document));
        });
    });
    if mark.verdict() != Verdict::Unchecked {
        pen.item().object(|pen| {
            region(pen, "verdict", "choices", &|pen| {
                pen.key("text").text(words);
                pen.key("choices").texts(&[mark.verdict().word()]);
            });
        });
    }
    if !mark.note.is_empty() {
        pen.item().object(|pen| {
            region(pen, "note", "textarea", &|pen| pen.key("text").texts(&[&mark.note]));
        });
    }
}

/// Whether `value` is a task or a list of tasks.
pub(super) fn is_it(value: &Value) -> bool {
    let one = value.get(0).unwrap_or(value);
    text_of(one).is_some()
        && (one.get("annotations").is_some() || one.get("completions").is_some() || one.get("predictions").is_some())
}

/// The text of the first task.
pub(super) fn text_of(value: &Value) -> Option<&str> {
    value.get(0).unwrap_or(value).get("data")?.get("text")?.as_str()
}

/// Reads the task whose text is the article; the first one where none is.
pub(super) fn read(value: &Value, arrivals: &mut Arrivals<'_>) -> Result<(), FieldError> {
    let Some(tasks) = value.as_array() else { return task(value, arrivals) };
    let is_this = |task: &Value| text_of(task) == Some(arrivals.text());
    let number = tasks.iter().position(is_this).unwrap_or_default();
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
    let mut task = Object::of(value);
    for key in ["annotations", "completions", "predictions"] {
        let Some(list) = task.optional(key) else { continue };
        let done = each(list, |one| {
            let mut one = Object::of(one);
            let read = results(one.field("result"), &offsets, text_of(value), arrivals);
            one.checked("result", read);
            one.rest()
        });
        if !task.checked(key, done).is_empty() {
            break;
        }
    }
    task.rest().map(drop)
}

fn results(
    result: &Value,
    offsets: &OffsetMap,
    text_of_task: Option<&str>,
    arrivals: &mut Arrivals<'_>,
) -> Result<(), FieldError> {
    // What is said of a region stands in items of its own, with its id.
    let mut said: Vec<(&str, &str, &Value)> = Vec::new();
    for item in items(result)? {
        let (id, kind) = (item.get("id").and_then(Value::as_str), item.get("type").and_then(Value::as_str));
        if let (Some(id), Some(kind), Some(value)) = (id, kind, item.get("value")) {
            said.push((id, kind, value));
        }
    }
    said.sort_by_key(|(id, ..)| *id);
    each(result, |item| {
        if item.get("type").and_then(Value::as_str) != Some("labels") {
            return Ok(());
        }
        if let Some(own) = item.get("meta").and_then(|meta| meta.get(luggage::FIELD)) {
            return arrivals.own(own).map_err(|error| error.inside("meta"));
        }
        let mut region = Object::of(item);
        let id = region.optional_text("id").unwrap_or_default();
        let mut foreign = Foreign { id, ..Foreign::default() };
        let range = region.nested("value", |value| {
            let labels = value.optional("labels").map(|labels| each(labels, text)).transpose();
            for label in value.checked("labels", labels).unwrap_or_default() {
                foreign.tag(label);
            }
            let start = offsets.utf16_to_byte(value.whole("start"));
            TextRange::new(start, offsets.utf16_to_byte(value.whole("end")))
        });
        region.rest()?;
        let begin = said.partition_point(|(other, ..)| *other < id);
        for (_, kind, value) in said.iter().skip(begin).take_while(|(other, ..)| *other == id) {
            let first = |key: &str| value.get(key)?.get(0)?.as_str();
            match *kind {
                "choices" => first("choices").into_iter().for_each(|choice| foreign.tag(choice)),
                "textarea" => first("text").into_iter().for_each(|note| foreign.say(note)),
                _ => {}
            }
        }
        arrivals.foreign(&foreign, Words::of(text_of_task.unwrap_or_default(), range));
        Ok(())
    })
    .map(drop)
}
