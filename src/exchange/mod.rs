//! The annotation file and every other format, in and out; each with its own transfer types.
//!
//! **Invariant:** a type of a file format is never a type of the core: what a file looks like can stay as it is while
//! the core changes.

pub mod annotation_file;
pub mod journal;
mod json;

pub use json::{FieldError, JsonError, LARGEST, check_size};
