//! W3C Web Annotation (<https://www.w3.org/TR/annotation-model/>): one collection with one page.
//!
//! Each mark is an annotation that classifies and assesses; its note is a comment, its sources are links. A link between
//! two passages is an annotation of both. Selectors count code points, as the model wants it.

use serde_json::{Map, Value, json};

use super::annotation_file::write::{Places, rfc3339};
use super::arrivals::{Arrivals, Foreign, Words};
use super::json::{FieldError, Object, each, text, whole};
use super::{luggage, words};
use crate::annotation::{Annotation, Link, Relation, Session, Verdict, is_web_address};
use crate::text::TextRange;

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// The collection of all marks and links of `session`.
pub(super) fn write(session: &Session) -> String {
    let name = words::name(session);
    let writer =
        Writer { session, name: &name, source: words::address(session), places: Places::of(&session.document) };
    let mut items: Vec<_> = session.annotations.iter().map(|mark| writer.mark(mark)).collect();
    items.extend(session.links.iter().filter_map(|link| writer.link(link)));
    let (page, total) = (format!("{name}#page"), items.len());
    let mut collection = json!({
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": session.facts.title,
        "generator": { "type": "Software", "name": "Factmark" },
        "total": total,
        "first": {
            "id": page,
            "type": "AnnotationPage",
            "partOf": { "id": name, "type": "AnnotationCollection", "total": total },
            "startIndex": 0,
            "items": null,
        },
        "last": page,
    });
    words::put(&mut collection, "/first/items", Value::Array(items));
    if let Some(collection) = collection.as_object_mut() {
        if session.facts.title.is_empty() {
            collection.remove("label");
        }
        for (key, moment) in [("created", session.created), ("modified", session.modified)] {
            if let Some(moment) = moment {
                collection.insert(key.to_owned(), json!(rfc3339(moment)));
            }
        }
        collection.insert(luggage::FIELD.to_owned(), luggage::rest(session));
    }
    words::file(&collection, session)
}

struct Writer<'a> {
    session: &'a Session,
    name: &'a str,
    source: String,
    places: Places<'a>,
}

impl Writer<'_> {
    fn mark(&self, mark: &Annotation) -> Value {
        let mut bodies = vec![body("classifying", mark.kind().as_str())];
        let decided = mark.verdict() != Verdict::Unchecked;
        if decided {
            bodies.push(body("assessing", words::verdict(mark.verdict())));
        }
        if !mark.note.is_empty() {
            bodies.push(body("commenting", &mark.note));
        }
        for source in mark.evidence.iter().filter_map(|citation| {
            self.session.evidence.iter().find(|source| source.id == citation.evidence)?.url.as_ref()
        }) {
            if is_web_address(source) {
                bodies.push(json!({ "type": "SpecificResource", "source": source, "purpose": "linking" }));
            }
        }
        let mut annotation = Map::new();
        annotation.insert("id".to_owned(), json!(self.id(mark.id.as_str())));
        annotation.insert("type".to_owned(), json!("Annotation"));
        annotation.insert("motivation".to_owned(), json!(if decided { "assessing" } else { "classifying" }));
        let last = mark.decisions.last();
        self.authored(&mut annotation, last.and_then(|last| last.by.as_ref()), last.and_then(|last| last.at));
        annotation.insert("body".to_owned(), Value::Array(bodies));
        annotation.insert("target".to_owned(), self.target(mark.range));
        annotation.insert(luggage::FIELD.to_owned(), luggage::mark(self.places, mark));
        Value::Object(annotation)
    }

    fn link(&self, link: &Link) -> Option<Value> {
        let (from, to) = (self.session.annotation(&link.from)?, self.session.annotation(&link.to)?);
        let relation = match link.relation {
            Relation::Contradicts => "contradicts",
            Relation::Supports => "supports",
            Relation::SameEvent => "same-event",
        };
        let mut bodies = vec![body("classifying", relation)];
        if !link.note.is_empty() {
            bodies.push(body("commenting", &link.note));
        }
        let mut annotation = Map::new();
        annotation.insert("id".to_owned(), json!(self.id(link.id.as_str())));
        annotation.insert("type".to_owned(), json!("Annotation"));
        annotation.insert("motivation".to_owned(), json!("linking"));
        self.authored(&mut annotation, link.by.as_ref(), link.at);
        annotation.insert("body".to_owned(), Value::Array(bodies));
        annotation.insert("target".to_owned(), json!([self.target(from.range), self.target(to.range)]));
        Some(Value::Object(annotation))
    }

    fn id(&self, id: &str) -> String {
        format!("{}#{}", self.name, words::encoded(id))
    }

    fn authored(
        &self,
        annotation: &mut Map<String, Value>,
        by: Option<&crate::annotation::ReviewerId>,
        at: Option<crate::annotation::Timestamp>,
    ) {
        if let Some(at) = at {
            annotation.insert("created".to_owned(), json!(rfc3339(at)));
        }
        if let Some(name) = words::reviewer(self.session, by) {
            annotation.insert("creator".to_owned(), json!({ "type": "Person", "name": name }));
        }
    }

    fn target(&self, range: TextRange) -> Value {
        let target = self.places.target(range);
        json!({
            "type": "SpecificResource",
            "source": self.source,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": target.exact,
                    "prefix": target.prefix,
                    "suffix": target.suffix,
                },
                { "type": "TextPositionSelector", "start": target.start, "end": target.end },
            ],
        })
    }
}

fn body(purpose: &str, value: &str) -> Value {
    json!({ "type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value })
}

/// Whether `value` is a Web Annotation, a page of them, or a collection.
pub(super) fn is_it(value: &Value) -> bool {
    let one = value.as_array().and_then(|list| list.first()).unwrap_or(value);
    let speaks = |context: &Value| context.as_str().is_some_and(|context| context.ends_with("/ns/anno.jsonld"));
    one.get("@context")
        .is_some_and(|context| speaks(context) || context.as_array().is_some_and(|all| all.iter().any(speaks)))
}

/// Reads a collection, a page, a list or one annotation.
pub(super) fn read(value: &Value, arrivals: &mut Arrivals<'_>) -> Result<(), FieldError> {
    if let Some(luggage) = value.get(luggage::FIELD) {
        arrivals.luggage(luggage).map_err(|error| error.inside(luggage::FIELD))?;
    }
    let page = value.get("first").filter(|first| first.is_object()).unwrap_or(value);
    if let Some(items) = page.get("items") {
        return each(items, |item| annotation(item, arrivals)).map(drop).map_err(|error| error.inside("items"));
    }
    if value.is_array() {
        return each(value, |item| annotation(item, arrivals)).map(drop);
    }
    annotation(value, arrivals)
}

fn annotation(value: &Value, arrivals: &mut Arrivals<'_>) -> Result<(), FieldError> {
    if let Some(own) = value.get(luggage::FIELD) {
        return arrivals.own(own).map_err(|error| error.inside(luggage::FIELD));
    }
    let mut annotation = Object::of(value)?;
    let id = annotation.optional("id", text)?.unwrap_or_default();
    let at = annotation.optional("created", text)?.and_then(|at| chrono::DateTime::parse_from_rfc3339(at).ok());
    let by = annotation.optional("creator", |creator| {
        Ok(creator.as_str().or_else(|| creator.get("name").and_then(Value::as_str)).unwrap_or_default())
    })?;
    let mut foreign = Foreign { id, at: at.map(|at| at.to_utc()), by: by.unwrap_or_default(), ..Foreign::default() };
    if let Some(plain) = annotation.optional("bodyValue", text)? {
        foreign.say(plain);
    }
    for body in annotation.optional("body", |body| Ok(one_or_more(body)))?.unwrap_or_default() {
        let value = body.as_str().or_else(|| body.get("value").and_then(Value::as_str));
        let purpose = body.get("purpose").and_then(Value::as_str);
        match (purpose, value) {
            (Some("classifying" | "tagging" | "assessing"), Some(value)) => foreign.tag(value),
            (_, Some(value)) => foreign.say(value),
            (_, None) => {}
        }
    }
    let targets = annotation.field("target", |target| Ok(one_or_more(target)))?;
    let mut places = Vec::new();
    for target in &targets {
        places.push(selected(target, arrivals)?);
    }
    match places.as_slice() {
        // An annotation of our own that joins two passages: its link came with the luggage.
        [_, _, ..] if foreign.kind.is_none() && arrivals.has_links() => {}
        _ => {
            for place in places {
                arrivals.foreign(&foreign, place);
            }
        }
    }
    Ok(())
}

fn one_or_more(value: &Value) -> Vec<&Value> {
    value.as_array().map_or_else(|| vec![value], |list| list.iter().collect())
}

/// Where a target is, as far as its selectors tell.
fn selected<'a>(target: &'a Value, arrivals: &Arrivals<'_>) -> Result<Words<'a>, FieldError> {
    let mut words = Words::default();
    for selector in target.get("selector").map(one_or_more).unwrap_or_default() {
        let kind = selector.get("type").and_then(Value::as_str);
        if kind == Some("TextQuoteSelector") {
            let mut quote = Object::of(selector)?;
            words.exact = quote.field("exact", text)?;
            words.prefix = quote.optional("prefix", text)?.unwrap_or_default();
            words.suffix = quote.optional("suffix", text)?.unwrap_or_default();
        } else if kind == Some("TextPositionSelector") {
            let mut position = Object::of(selector)?;
            words.range = Some(arrivals.code_points(position.field("start", whole)?, position.field("end", whole)?));
        }
    }
    Ok(words)
}
