//! The annotation file, version 1: one JSON document that holds the text and everything marked in it.
//!
//! Offsets are Unicode code points, so that a script needs no library:
//! `text[a["target"]["start"]:a["target"]["end"]]` in Python is the passage.
//!
//! Whatever a file has that this version does not know is kept and written back where it was. A mark that is not in the
//! text any more stays in it too, on no words, with those it had under `lost`.

pub(super) mod marks;
pub(super) mod read;
pub(super) mod write;

pub use read::{read, read_value};
pub use write::{write_line, write_pretty};

use sha2::{Digest, Sha256};

use super::json::JsonError;
use crate::annotation::{AnnotationId, LinkId, Session};
use crate::text::TextRange;

/// The value of `format`.
pub const FORMAT: &str = "factmark-annotations";

/// The version this program writes, and the newest it reads.
pub const VERSION: u32 = 1;

/// The field of the file that holds links to marks that are not there.
const UNPLACED: &str = "unplaced";

/// A file that was read, and what the person should know about it.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The session.
    pub session: Session,
    /// What was moved, lost or made harmless.
    pub notes: Vec<Note>,
}

/// Something about a file that the person should know.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Note {
    /// Somebody changed the text and not the check sum.
    #[error("The text was changed outside Factmark; marks were looked for by their words.")]
    TextChanged,
    /// A mark was found elsewhere, or with other words: to be confirmed.
    #[error("“{words}” was not where the file says, and was found elsewhere; look whether it is the same passage.")]
    Moved {
        /// The mark.
        id: AnnotationId,
        /// Its words in the file.
        words: String,
        /// Where it is now.
        range: TextRange,
    },
    /// A mark's words are not in the text. It stands on none.
    #[error("“{words}” is not in this text; the mark is kept, on no words, until you place or dismiss it.")]
    Lost {
        /// The mark.
        id: AnnotationId,
        /// Its words in the file.
        words: String,
    },
    /// One end of a link is not there. It stays in the file.
    #[error("The link “{0}” joins a mark that is not there; it stays in the file, but cannot be shown.")]
    LinkLost(LinkId),
    /// An address is shown as text, not as a link.
    #[error("{0} is not a web address; it is shown as text only.")]
    NotAnAddress(String),
}

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Too large, not JSON, or with a field that cannot be read.
    #[error("{0}")]
    Json(#[from] JsonError),
    /// Some other JSON.
    #[error(
        "This is not an annotation file of Factmark: its field “format” {}.",
        .0.as_ref().map_or("is missing".to_owned(), |found| format!("says “{found}”, not “{FORMAT}”"))
    )]
    NotOurs(Option<String>),
    /// Written by a newer Factmark.
    #[error(
        "This file was written by a newer Factmark (version {0} of the format; this one reads up to {VERSION}). Reload the page to get the newest Factmark, then open the file again."
    )]
    Newer(u64),
}

/// Hexadecimal SHA-256 of the UTF-8 bytes of `text`.
fn sha256(text: &str) -> String {
    use std::fmt::Write as _;
    Sha256::digest(text).iter().fold(String::with_capacity(64), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}
