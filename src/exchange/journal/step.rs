//! One step, as what things are after it.

use std::rc::Rc;

use serde::ser::{SerializeMap, SerializeStruct};
use serde::{Serialize, Serializer};

use crate::annotation::{Change, Patch};
use crate::exchange::annotation_file::write::{self, Each, Places};
use crate::text::Document;

/// A step forwards or back.
pub(super) struct Step<'a> {
    label: &'a str,
    changes: Vec<Change>,
    /// The text it leads to.
    pub document: &'a Rc<Document>,
}

impl<'a> Step<'a> {
    /// The step that `patch` is, from a session on `document`.
    pub fn to(patch: &'a Patch, document: &'a Rc<Document>) -> Self {
        let text = patch.changes.iter().rev().find_map(|change| match change {
            Change::Document(_, after) => Some(after),
            _ => None,
        });
        Self { label: &patch.label, changes: patch.changes.clone(), document: text.unwrap_or(document) }
    }

    /// The step that takes `patch` back, from a session on `document`.
    pub fn back(patch: &'a Patch, document: &'a Rc<Document>) -> Self {
        let text = patch.changes.iter().find_map(|change| match change {
            Change::Document(before, _) => Some(before),
            _ => None,
        });
        Self { label: &patch.label, changes: patch.inverse().changes, document: text.unwrap_or(document) }
    }
}

impl Serialize for Step<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let places = Places::of(self.document);
        let mut step = serializer.serialize_struct("Step", 2)?;
        step.serialize_field("label", self.label)?;
        let changes = || self.changes.iter().filter(|change| !matches!(change, Change::Findings(..)));
        step.serialize_field("to", &Each(|| changes().map(|change| To { change, places })))?;
        step.end()
    }
}

/// What one thing is after the step.
struct To<'a> {
    change: &'a Change,
    places: Places<'a>,
}

impl Serialize for To<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut to = serializer.serialize_map(None)?;
        match self.change {
            Change::Annotation(before, after) => {
                if let Some(mark) = before.as_ref().or(after.as_ref()) {
                    to.serialize_entry("annotation", &mark.id)?;
                }
                to.serialize_entry("is", &after.as_ref().map(|mark| self.places.annotation(mark)))?;
            }
            Change::Link(at, before, after) => {
                to.serialize_entry("link", at)?;
                to.serialize_entry("new", &before.is_none())?;
                to.serialize_entry("is", &after.as_ref().map(|link| write::link(link)))?;
            }
            Change::Evidence(at, before, after) => {
                to.serialize_entry("evidence", at)?;
                to.serialize_entry("new", &before.is_none())?;
                to.serialize_entry("is", &after.as_ref().map(|source| write::evidence(source)))?;
            }
            Change::Lead(at, before, after) => {
                to.serialize_entry("lead", at)?;
                to.serialize_entry("new", &before.is_none())?;
                to.serialize_entry("is", &after.as_ref().map(|lead| write::lead(lead, self.places, |_| None)))?;
            }
            Change::Facts(_, after) => to.serialize_entry("facts", &write::facts(after))?,
            Change::Settings(_, after) => to.serialize_entry("settings", &write::settings(after))?,
            Change::Paragraph(at, _, after) => {
                to.serialize_entry("paragraph", at)?;
                to.serialize_entry("is", after)?;
            }
            Change::Reviewers(_, after) => {
                to.serialize_entry("reviewers", &Each(|| after.iter().map(write::reviewer)))?;
            }
            Change::Document(_, after) => {
                to.serialize_entry("text", &**after.text())?;
                let paragraphs = || after.paragraphs().iter().map(|paragraph| paragraph.kind);
                to.serialize_entry("paragraphs", &Each(paragraphs))?;
            }
            Change::Versions(_, after) => {
                to.serialize_entry("versions", &Each(|| after.iter().map(|version| write::earlier(version))))?;
            }
            Change::Modified(_, after) => to.serialize_entry("modified", &after.map(write::rfc3339))?,
            Change::Findings(..) => {}
        }
        to.end()
    }
}
