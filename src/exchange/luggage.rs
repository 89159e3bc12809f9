//! What other formats carry along of ours, in a field `factmark`, so that nothing is lost between two Factmarks.

use super::annotation_file::write;
use super::pen::Pen;
use crate::annotation::Session;

/// The name of the field.
pub(super) const FIELD: &str = "factmark";

/// What marks refer to: reviewers, links and sources.
pub(super) fn rest(pen: &mut Pen, session: &Session) {
    pen.key(FIELD).object(|pen| {
        pen.key("reviewers").list(&session.reviewers, write::reviewer);
        pen.key("links").list(session.links.iter(), |pen, link| write::link(pen, link));
        pen.key("evidence").list(session.evidence.iter(), |pen, source| write::evidence(pen, source));
    });
}
