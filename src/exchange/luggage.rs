//! What other formats carry along of ours, in a field `factmark`, so that nothing is lost between two Factmarks.

use serde_json::{Value, json};

use super::annotation_file::write::{self, Places};
use super::words;
use crate::annotation::{Annotation, Session};

/// The name of the field.
pub(super) const FIELD: &str = "factmark";

/// The place of the field in what carries it.
pub(super) const PLACE: &str = "/factmark";

/// An annotation as the annotation file has it.
pub(super) fn mark(places: Places<'_>, mark: &Annotation) -> Value {
    words::json(&places.annotation(mark))
}

/// What marks refer to: reviewers, links and sources.
pub(super) fn rest(session: &Session) -> Value {
    let reviewers: Vec<_> = session.reviewers.iter().map(|reviewer| words::json(&write::reviewer(reviewer))).collect();
    let links: Vec<_> = session.links.iter().map(|link| words::json(&write::link(link))).collect();
    let evidence: Vec<_> = session.evidence.iter().map(|source| words::json(&write::evidence(source))).collect();
    json!({ "reviewers": reviewers, "links": links, "evidence": evidence })
}
