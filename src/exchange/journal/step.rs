//! One step, as what things are after it.

use std::rc::Rc;

use crate::annotation::{Change, Patch};
use crate::exchange::annotation_file::write::{self, Places};
use crate::exchange::pen::Pen;
use crate::text::Document;
use crate::text::time::in_utc;

/// A step forwards or back.
pub(super) struct Step {
    patch: Patch,
    /// The text it leads to.
    pub document: Rc<Document>,
}

impl Step {
    /// The step that `patch` is, from a session on `document`.
    pub fn of(patch: Patch, document: &Rc<Document>) -> Self {
        let text = patch.changes.iter().rev().find_map(|change| match change {
            Change::Document(_, after) => Some(after),
            _ => None,
        });
        Self { document: Rc::clone(text.unwrap_or(document)), patch }
    }

    /// Writes it.
    pub fn write(&self, pen: &mut Pen) {
        let places = Places::of(&self.document);
        pen.object(|pen| {
            pen.key("label").text(&self.patch.label);
            let changes = self.patch.changes.iter().filter(|change| !matches!(change, Change::Findings(..)));
            pen.key("to").list(changes, |pen, change| pen.object(|pen| to(pen, change, places)));
        });
    }
}

/// What one thing is after the step.
fn to(pen: &mut Pen, change: &Change, places: Places<'_>) {
    match change {
        Change::Annotation(before, after) => {
            if let Some(mark) = before.as_ref().or(after.as_ref()) {
                pen.key("annotation").text(mark.id.as_str());
            }
            is(pen, after.as_deref(), |pen, mark| write::annotation(pen, mark, places));
        }
        Change::Link(at, before, after) => {
            entry(pen, "link", *at, before.is_none());
            is(pen, after.as_deref(), write::link);
        }
        Change::Evidence(at, before, after) => {
            entry(pen, "evidence", *at, before.is_none());
            is(pen, after.as_deref(), write::evidence);
        }
        Change::Lead(at, before, after) => {
            entry(pen, "lead", *at, before.is_none());
            is(pen, after.as_deref(), |pen, lead| write::lead(pen, lead, places, &|_| None));
        }
        Change::Facts(_, after) => write::facts(pen.key("facts"), after),
        Change::Settings(_, after) => write::settings(pen.key("settings"), after),
        Change::Paragraph(at, _, after) => {
            pen.key("paragraph").count(*at);
            pen.key("is").word(*after);
        }
        Change::Reviewers(_, after) => pen.key("reviewers").list(after, write::reviewer),
        Change::Document(_, after) => {
            pen.key("text").text(after.text());
            pen.key("paragraphs").list(after.paragraphs(), |pen, paragraph| pen.word(paragraph.kind));
        }
        Change::Versions(_, after) => {
            pen.key("versions").list(after.iter(), |pen, version| write::earlier(pen, version));
        }
        Change::Modified(_, after) => pen.key("modified").text_or_null(after.map(in_utc).as_deref()),
        Change::Findings(..) => {}
    }
}

/// The place of an entry in a list, and whether it is a new one.
fn entry(pen: &mut Pen, key: &str, at: usize, new: bool) {
    pen.key(key).count(at);
    pen.key("new").flag(new);
}

/// What it is now; null where it is gone.
fn is<T>(pen: &mut Pen, after: Option<&T>, write: impl FnOnce(&mut Pen, &T)) {
    match after {
        Some(after) => write(pen.key("is"), after),
        None => pen.key("is").null(),
    }
}
