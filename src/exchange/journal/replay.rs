//! Does steps again on a session, each at the cost of what it changes.

use std::collections::HashMap;
use std::rc::Rc;

use serde_json::Value;

use crate::annotation::{Annotation, AnnotationId, Change, Patch, Session, sorted};
use crate::exchange::annotation_file::marks::MarkReader;
use crate::exchange::annotation_file::read;
use crate::exchange::json::{FieldError, Object, Read, expected, items};
use crate::text::{Document, ParagraphType};

/// A session that is being led through many steps: its annotations by id, the rest apart.
pub(super) struct Replay {
    marks: HashMap<AnnotationId, Rc<Annotation>>,
    rest: Session,
}

impl Replay {
    /// A replay from `session` on.
    pub fn new(session: &Session) -> Self {
        let marks = session.annotations.iter().map(|mark| (mark.id.clone(), Rc::clone(mark))).collect();
        Self { marks, rest: session.with_annotations(Rc::default()) }
    }

    /// The session after all steps.
    pub fn finish(self) -> Session {
        let marks = sorted(self.marks.into_values().collect());
        self.rest.with_annotations(marks)
    }

    /// Does `patch`.
    pub fn apply(&mut self, patch: &Patch) {
        for change in &patch.changes {
            self.rest.change_rest(change);
            self.exchange(change);
        }
    }

    fn exchange(&mut self, change: &Change) {
        if let Change::Annotation(before, after) = change {
            if let Some(before) = before {
                self.marks.remove(&before.id);
            }
            if let Some(after) = after {
                self.marks.insert(after.id.clone(), Rc::clone(after));
            }
        }
    }

    /// Reads a step, does it, and gives it as a patch; one that cannot be read changes nothing.
    pub fn step(&mut self, value: &Value) -> Read<Patch> {
        let start = self.rest.clone();
        let patch = self.try_step(value);
        if patch.is_err() {
            self.rest = start;
        }
        patch
    }

    fn try_step(&mut self, value: &Value) -> Read<Patch> {
        let mut step = Object::of(value);
        let label = step.string("label");
        let steps = items(step.field("to")).map_err(|error| error.inside("to"))?;
        step.rest()?;
        let mut changes = Vec::with_capacity(steps.len());
        // Questions and marks lie in the text that the step leads to; the marks come last.
        let text = steps.iter().find(|value| value.get("text").is_some()).map(document).transpose()?;
        let document = text.unwrap_or_else(|| Rc::clone(&self.rest.document));
        for value in steps.iter().filter(|value| value.get("annotation").is_none()) {
            let change = self.change(value, &document)?;
            self.rest.change_rest(&change);
            changes.push(change);
        }
        let mut reader = MarkReader::new(&document);
        let mut places: HashMap<AnnotationId, usize> = HashMap::new();
        for value in steps.iter().filter(|value| value.get("annotation").is_some()) {
            let (id, change) = self.mark(value, &mut reader)?;
            if places.insert(id, changes.len()).is_some() {
                return Err(FieldError::new("a mark changes twice in one step"));
            }
            changes.push(change);
        }
        let patch = Patch { label: label.into(), changes };
        for change in &patch.changes {
            self.exchange(change);
        }
        let touches_links = |change: &Change| matches!(change, Change::Link(..) | Change::Annotation(_, None));
        if patch.changes.iter().any(touches_links) && self.has_a_loose_link() {
            for change in &patch.inverse().changes {
                self.exchange(change);
            }
            return Err(FieldError::new("a link would lose one of its ends"));
        }
        Ok(patch)
    }

    fn has_a_loose_link(&self) -> bool {
        let mut ends = self.rest.links.iter().flat_map(|link| [&link.from, &link.to]);
        ends.any(|end| !self.marks.contains_key(end))
    }

    /// What becomes of a mark, and its id.
    fn mark(&self, value: &Value, reader: &mut MarkReader<'_>) -> Read<(AnnotationId, Change)> {
        let mut object = Object::of(value);
        let id: AnnotationId = object.text("annotation").into();
        let before = self.marks.get(&id).cloned();
        let after = object.optional("is").map(|value| {
            let mark = reader.read(value, &mut Vec::new())?;
            let mark = mark.ok_or_else(|| FieldError::new("its words are not in the text"))?;
            if mark.id == id { Ok(Rc::new(mark)) } else { Err(FieldError::new("it is the record of another mark")) }
        });
        let after = object.checked("is", after.transpose());
        object.rest()?;
        Ok((id, Change::Annotation(before, after)))
    }

    /// One change of a step that leads to `document`.
    fn change(&self, value: &Value, document: &Rc<Document>) -> Read<Change> {
        let mut object = Object::of(value);
        let what = value.as_object().and_then(|object| object.keys().next()).map(String::as_str).unwrap_or_default();
        let session = &self.rest;
        let change = match what {
            "link" => {
                let (at, before) = entry(&mut object, "link", &session.links);
                Change::Link(at, before, is(&mut object, read::link))
            }
            "evidence" => {
                let (at, before) = entry(&mut object, "evidence", &session.evidence);
                Change::Evidence(at, before, is(&mut object, |value| read::evidence(value, &mut Vec::new())))
            }
            "lead" => {
                let (at, before) = entry(&mut object, "lead", &session.leads);
                let marks = MarkReader::new(document);
                let after = object.nested_optional("is", |lead| read::lead(lead, &marks, &|_| None));
                Change::Lead(at, before, after.map(Rc::new))
            }
            "facts" => Change::Facts(Rc::clone(&session.facts), Rc::new(object.nested("facts", read::facts))),
            "settings" => {
                Change::Settings(Rc::clone(&session.settings), Rc::new(object.nested("settings", read::settings)))
            }
            "paragraph" => {
                let at = object.whole("paragraph") as usize;
                let paragraph = session.document.paragraphs().get(at);
                let before = paragraph.ok_or_else(|| FieldError::new("there is no such paragraph"))?.kind;
                Change::Paragraph(at, before, object.word("is"))
            }
            "reviewers" => Change::Reviewers(session.reviewers.clone(), object.list("reviewers", read::reviewer)),
            "text" => Change::Document(Rc::clone(&session.document), Rc::clone(document)),
            "versions" => {
                let after = object.list("versions", read::earlier);
                Change::Versions(Rc::clone(&session.versions), Rc::new(after))
            }
            "modified" => Change::Modified(session.modified, read::moment(&mut object, "modified")),
            _ => return Err(expected("a change that this version knows", value)),
        };
        object.rest()?;
        Ok(change)
    }
}

fn document(value: &Value) -> Read<Rc<Document>> {
    let mut object = Object::of(value);
    let mut document = Document::new(object.text("text"));
    let types: Vec<ParagraphType> = object.words("paragraphs");
    object.rest()?;
    for (index, kind) in types.into_iter().enumerate() {
        document.set_paragraph_type(index, kind);
    }
    Ok(Rc::new(document))
}

/// What an entry is after the step; nothing where it is gone.
fn is<T>(object: &mut Object<'_>, read: impl FnOnce(&Value) -> Read<Rc<T>>) -> Option<Rc<T>> {
    let after = object.optional("is").map(read).transpose();
    object.checked("is", after)
}

/// The place of an entry in a list, and what stands there unless it is a new one. A place that the list has not would not
/// be found again on the way back.
fn entry<T>(object: &mut Object<'_>, key: &'static str, list: &[Rc<T>]) -> (usize, Option<Rc<T>>) {
    let (at, new) = (object.whole(key) as usize, object.flag("new"));
    let before = list.get(at).filter(|_| !new).cloned();
    let fits = if new { at <= list.len() } else { before.is_some() };
    if !fits {
        object.wrong(key, FieldError::new("there is no such place in the list"));
    }
    (at, before)
}
