//! What the person works on: annotations, decisions, notes, evidence, links, and their history.
//!
//! **Invariant:** every change goes through [`Session::reduce`], or through [`Session::renewal`] where a file brings a
//! later state of the same article; it reads no clock and makes no ids of its own.

mod action;
pub mod anchor;
mod article;
mod evidence;
mod history;
mod id;
mod incoming;
mod lead;
mod link;
mod mark;
mod new_version;
mod patch;
mod proposals;
mod reduce;
mod renewal;
#[cfg(test)]
pub(crate) mod sample;
mod session;
pub mod span;
mod verdict;

pub use crate::detect::{AnnotationId, Kind};
pub use action::{Action, ActionError, Entry};
pub use article::{ArticleFacts, Reviewer, Settings};
pub use evidence::{Citation, Evidence, EvidenceId, EvidenceType, Stance, is_web_address};
pub use history::History;
pub use id::{LinkId, ReviewerId};
pub use incoming::Incoming;
pub use lead::{Lead, LeadStatus};
pub use link::{Link, Relation};
pub use mark::{Annotation, EditedField, Origin, Status};
pub use new_version::{Carried, NewVersion};
pub use patch::{Change, Patch};
pub use proposals::{HEADLINES, INDIRECT};
pub(crate) use session::sorted;
pub use session::{EarlierText, Session};
pub use verdict::{Decision, Timestamp, Verdict};
