//! The annotation file and every other format, in and out. `pen` writes JSON and `json` reads it, for all of them.
//!
//! | format | out | in | offsets | what is lost |
//! |---|---|---|---|---|
//! | annotation file | yes | yes | code points | nothing; fields of newer versions are kept |
//! | W3C Web Annotation | yes | yes | code points | the text, dismissed marks, questions; the rest of ours is carried along |
//! | Hypothesis | yes | yes | UTF-16 | the same |
//! | Label Studio | yes | yes | UTF-16 | dismissed marks, questions; the rest of ours is carried along |
//! | doccano | yes | no | code points | readings, speakers, evidence, decisions; whose note is whose |
//! | brat | yes | no | code points | evidence, decisions |
//! | `ClaimReview` | yes | no | none | everything but claims with a verdict |
//! | CSV, HTML, Markdown | yes | no | code points, none, none | reasons, earlier decisions |
//!
//! **Invariant:** the keys and words of files stand here and nowhere else: what a file looks like can stay as it is
//! while the core changes.

pub mod annotation_file;
mod arrivals;
mod brat;
mod claim_review;
mod csv;
mod doccano;
mod format;
mod hypothesis;
pub mod journal;
mod json;
mod label_studio;
mod luggage;
mod pen;
mod report;
mod vocabulary;
mod web_annotation;
mod words;

pub use arrivals::{Imported, import, import_value};
pub use format::{ExportError, Exported, Format, Options, export, file_name};
pub use json::{FieldError, JsonError, LARGEST, check_size};
#[cfg(feature = "page")]
pub(crate) use json::{Object, parse_any};
#[cfg(feature = "page")]
pub(crate) use pen::Pen;
