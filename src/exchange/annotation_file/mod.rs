//! The annotation file, version 1: one JSON document that holds the text and everything marked in it.
//!
//! Offsets are Unicode code points, so that a script needs no library:
//! `text[a["target"]["start"]:a["target"]["end"]]` in Python is the passage.

mod layout;
mod write;

pub use write::{write_line, write_pretty};

/// The value of `format`.
pub const FORMAT: &str = "factmark-annotations";

/// The version this program writes, and the newest it reads.
pub const VERSION: u32 = 1;
