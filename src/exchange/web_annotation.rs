//! W3C Web Annotation (<https://www.w3.org/TR/annotation-model/>): one collection with one page.
//!
//! Each mark is an annotation that classifies and assesses; its note is a comment, its sources are links. A link between
//! two passages is an annotation of both. Selectors count code points, as the model wants it.

use serde_json::Value;

use super::annotation_file::write::{self, Places};
use super::arrivals::{Arrivals, Foreign, Words};
use super::json::{FieldError, Object, each};
use super::pen::Pen;
use super::vocabulary::Word;
use super::{luggage, words};
use crate::annotation::{Annotation, Link, ReviewerId, Session, Timestamp, Verdict, is_web_address};
use crate::text::time::in_utc;
use crate::text::{TextRange, time};

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// The collection of all marks and links of `session`.
pub(super) fn write(session: &Session) -> String {
    let name = words::name(session);
    let place = |id| session.annotation(id).map(|mark| mark.range);
    let mut links = Vec::new();
    for link in session.links.iter() {
        if let (Some(from), Some(to)) = (place(&link.from), place(&link.to)) {
            links.push((link, [from, to]));
        }
    }
    let writer =
        Writer { session, name: &name, source: words::address(session), places: Places::of(&session.document) };
    let (page, total) = (format!("{name}#page"), session.annotations.len() + links.len());
    let collection = |pen: &mut Pen| {
        pen.key("id").text(&name);
        pen.key("type").text("AnnotationCollection");
    };
    words::file(session, |pen| {
        pen.object(|pen| {
            pen.key("@context").text(CONTEXT);
            collection(pen);
            if !session.facts.title.is_empty() {
                pen.key("label").text(&session.facts.title);
            }
            pen.key("generator").object(|pen| named(pen, "Software", "Factmark"));
            pen.key("total").count(total);
            pen.key("first").object(|pen| {
                pen.key("id").text(&page);
                pen.key("type").text("AnnotationPage");
                pen.key("partOf").object(|pen| {
                    collection(pen);
                    pen.key("total").count(total);
                });
                pen.key("startIndex").whole(0);
                pen.key("items").items(|pen| {
                    for mark in session.annotations.iter() {
                        pen.item().object(|pen| writer.mark(pen, mark));
                    }
                    for (link, ends) in &links {
                        pen.item().object(|pen| writer.link(pen, link, *ends));
                    }
                });
            });
            pen.key("last").text(&page);
            pen.text_if_any("created", session.created.map(in_utc).as_deref());
            pen.text_if_any("modified", session.modified.map(in_utc).as_deref());
            luggage::rest(pen, session);
        });
    })
}

struct Writer<'a> {
    session: &'a Session,
    name: &'a str,
    source: String,
    places: Places<'a>,
}

impl Writer<'_> {
    fn mark(&self, pen: &mut Pen, mark: &Annotation) {
        let decided = mark.verdict() != Verdict::Unchecked;
        self.head(pen, mark.id.as_str(), if decided { "assessing" } else { "classifying" });
        let last = mark.decisions.last();
        self.authored(pen, last.and_then(|last| last.by.as_ref()), last.and_then(|last| last.at));
        let mut bodies = vec![("classifying", mark.kind().as_str())];
        if decided {
            bodies.push(("assessing", mark.verdict().word()));
        }
        if !mark.note.is_empty() {
            bodies.push(("commenting", &mark.note));
        }
        let cited = mark.evidence.iter().filter_map(|citation| self.session.source(&citation.evidence)?.url.as_deref());
        bodies.extend(cited.filter(|url| is_web_address(url)).map(|url| ("linking", url)));
        pen.key("body").list(bodies, body);
        self.target(pen.key("target"), mark.range);
        write::annotation(pen.key(luggage::FIELD), mark, self.places);
    }

    fn link(&self, pen: &mut Pen, link: &Link, ends: [TextRange; 2]) {
        self.head(pen, link.id.as_str(), "linking");
        self.authored(pen, link.by.as_ref(), link.at);
        let mut bodies = vec![("classifying", link.relation.word())];
        if !link.note.is_empty() {
            bodies.push(("commenting", &link.note));
        }
        pen.key("body").list(bodies, body);
        pen.key("target").list(ends, |pen, end| self.target(pen, end));
    }

    fn head(&self, pen: &mut Pen, id: &str, motivation: &str) {
        pen.key("id").text(&format!("{}#{}", self.name, words::encoded(id)));
        pen.key("type").text("Annotation");
        pen.key("motivation").text(motivation);
    }

    fn authored(&self, pen: &mut Pen, by: Option<&ReviewerId>, at: Option<Timestamp>) {
        pen.text_if_any("created", at.map(in_utc).as_deref());
        if let Some(name) = words::reviewer(self.session, by) {
            pen.key("creator").object(|pen| named(pen, "Person", name));
        }
    }

    fn target(&self, pen: &mut Pen, range: TextRange) {
        let target = self.places.target(range);
        pen.object(|pen| {
            pen.key("type").text("SpecificResource");
            pen.key("source").text(&self.source);
            target.selectors(pen.key("selector"));
        });
    }
}

fn named(pen: &mut Pen, kind: &str, name: &str) {
    pen.key("type").text(kind);
    pen.key("name").text(name);
}

fn body(pen: &mut Pen, (purpose, value): (&str, &str)) {
    pen.object(|pen| {
        if purpose == "linking" {
            pen.key("type").text("SpecificResource");
            pen.key("source").text(value);
            pen.key("purpose").text(purpose);
        } else {
            pen.key("type").text("TextualBody");
            pen.key("purpose").text(purpose);
            pen.key("format").text("text/plain");
            pen.key("value").text(value);
        }
    });
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
    let mut annotation = Object::of(value);
    let id = annotation.optional_text("id").unwrap_or_default();
    let at = annotation.optional_text("created").and_then(time::read);
    let by = annotation
        .optional("creator")
        .and_then(|creator| creator.as_str().or_else(|| creator.get("name").and_then(Value::as_str)));
    let mut foreign = Foreign { id, at: at.map(|at| at.to_utc()), by: by.unwrap_or_default(), ..Foreign::default() };
    if let Some(plain) = annotation.optional_text("bodyValue") {
        foreign.say(plain);
    }
    for body in annotation.optional("body").map(one_or_more).unwrap_or_default() {
        let value = body.as_str().or_else(|| body.get("value").and_then(Value::as_str));
        let purpose = body.get("purpose").and_then(Value::as_str);
        match (purpose, value) {
            (Some("classifying" | "tagging" | "assessing"), Some(value)) => foreign.tag(value),
            (_, Some(value)) => foreign.say(value),
            (_, None) => {}
        }
    }
    let targets = one_or_more(annotation.field("target"));
    annotation.rest()?;
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
        if let Some((start, end)) = words.select(selector)? {
            words.range = Some(arrivals.code_points(start, end));
        }
    }
    Ok(words)
}
