//! The export of the Hypothesis client (JSON). Positions count UTF-16 code units, as its client does.

use serde_json::Value;

use super::annotation_file::write::{self, Places, Target};
use super::arrivals::{Arrivals, Foreign, Words};
use super::json::{FieldError, Object, each, text};
use super::pen::Pen;
use super::vocabulary::Word;
use super::{Options, luggage, words};
use crate::annotation::{Annotation, Session, Timestamp, Verdict};
use crate::text::time;
use crate::text::time::in_utc;

/// All marks of `session`: kind and verdict are tags, the note is the text.
pub(super) fn write(session: &Session, options: &Options) -> String {
    let places = Places::of(&session.document);
    let address = words::address(session);
    let written = options.written.or(session.modified);
    words::file(session, |pen| {
        pen.object(|pen| {
            pen.key("export_date").text_or_null(written.map(in_utc).as_deref());
            pen.key("export_userid").text(USER);
            pen.key("client_version").text(concat!("factmark ", env!("CARGO_PKG_VERSION")));
            pen.key("annotations").list(session.annotations.iter(), |pen, mark| {
                pen.object(|pen| annotation(pen, session, places, &address, written, mark));
            });
            luggage::rest(pen, session);
        });
    })
}

const USER: &str = "acct:factmark@localhost";

fn annotation(
    pen: &mut Pen,
    session: &Session,
    places: Places<'_>,
    address: &str,
    written: Option<Timestamp>,
    mark: &Annotation,
) {
    let last = mark.decisions.last();
    let at = last.and_then(|last| last.at).or(written).map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), in_utc);
    let name = last.and_then(|last| words::reviewer(session, last.by.as_ref()));
    let mut tags = vec![mark.kind().as_str()];
    if mark.verdict() != Verdict::Unchecked {
        tags.push(mark.verdict().word());
    }
    let offsets = session.document.offsets();
    let target = Target {
        start: offsets.byte_to_utf16(mark.range.start),
        end: offsets.byte_to_utf16(mark.range.end),
        ..places.target(mark.range)
    };
    pen.key("id").text(mark.id.as_str());
    pen.key("created").text(&at);
    pen.key("updated").text(&at);
    pen.key("user").text(USER);
    pen.key("user_info").object(|pen| pen.key("display_name").text_or_null(name));
    pen.key("uri").text(address);
    pen.key("text").text(&mark.note);
    pen.key("tags").texts(&tags);
    pen.key("group").text("__world__");
    pen.key("permissions").object(|pen| {
        for right in ["read", "update", "delete"] {
            pen.key(right).texts(&[USER]);
        }
    });
    pen.key("document").object(|pen| pen.key("title").texts(&[&session.facts.title]));
    pen.key("target").list([()], |pen, ()| {
        pen.object(|pen| {
            pen.key("source").text(address);
            target.selectors(pen.key("selector"));
        });
    });
    pen.key("links").object(|_| {});
    pen.key("references").texts::<&str>(&[]);
    pen.key("flagged").flag(false);
    pen.key("hidden").flag(false);
    write::annotation(pen.key(luggage::FIELD), mark, places);
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
    let mut file = Object::of(value);
    let read = each(file.field(key), |item| read_one(item, arrivals));
    file.checked(key, read);
    file.rest().map(drop)
}

fn read_one(value: &Value, arrivals: &mut Arrivals<'_>) -> Result<(), FieldError> {
    if let Some(own) = value.get(luggage::FIELD) {
        return arrivals.own(own).map_err(|error| error.inside(luggage::FIELD));
    }
    let mut annotation = Object::of(value);
    let id = annotation.optional_text("id").unwrap_or_default();
    let at = annotation.optional_text("updated").and_then(time::read);
    let by = value
        .get("user_info")
        .and_then(|user| user.get("display_name"))
        .or_else(|| value.get("user"))
        .and_then(Value::as_str);
    let mut foreign = Foreign { id, at: at.map(|at| at.to_utc()), by: by.unwrap_or_default(), ..Foreign::default() };
    let tags = annotation.optional("tags").map(|tags| each(tags, text)).transpose();
    for tag in annotation.checked("tags", tags).unwrap_or_default() {
        foreign.tag(tag);
    }
    foreign.say(annotation.optional_text("text").unwrap_or_default());
    let places = each(annotation.field("target"), |target| {
        let mut words = Words::default();
        for selector in target.get("selector").and_then(Value::as_array).into_iter().flatten() {
            if let Some((start, end)) = words.select(selector)? {
                words.range = Some(arrivals.utf16(start, end));
            }
        }
        Ok(words)
    });
    let places = annotation.checked("target", places);
    annotation.rest()?;
    for place in places {
        arrivals.foreign(&foreign, place);
    }
    Ok(())
}
