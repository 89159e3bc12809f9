//! What the person works on: annotations, decisions, notes, evidence, links, and their history.
//!
//! **Invariant:** every change goes through [`Session::reduce`]; it reads no clock and makes no ids of its own.

pub mod anchor;
mod evidence;
mod id;
mod link;
mod mark;
mod session;
pub mod span;
mod verdict;

pub use evidence::{Citation, Evidence, EvidenceId, EvidenceType, Stance};
pub use id::{AnnotationId, LinkId, ReviewerId};
pub use link::{Link, Relation};
pub use mark::{Annotation, EditedField, Kind, Origin, Status};
pub use session::{
    Action, ActionError, ArticleFacts, Change, Entry, Lead, LeadStatus, Patch, Reviewer, Session, Settings,
};
pub use verdict::{Decision, Timestamp, Verdict};
