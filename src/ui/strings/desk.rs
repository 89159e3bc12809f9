//! The words of the desk.

use crate::ui::dom::view::Disk;

/// Under the name of the program.
pub const MOTTO: &str = "Mark what an article claims, check it, keep the record.";
/// Label of the paste field.
pub const PASTE_LABEL: &str = "Text of the article";
/// In the empty paste field.
pub const PASTE_HERE: &str = "Paste an article here: its claims, dates and quotes will be marked for you to check.";
/// Button that opens what was typed.
pub const REVIEW: &str = "Review this text";
/// Button for files.
pub const OPEN_FILE: &str = "Open a file …";
/// Button for the example.
pub const EXAMPLE: &str = "Try the example";
/// Below the paste field.
pub const PROMISE: &str = "Text, HTML and annotation files open here; you can also drop one anywhere on this page. \
    Everything stays on this device: no server, no account, nothing is sent. \
    A private window forgets it when it is closed.";
/// On a page opened from disk, where all such pages share one library.
const SHARED_DISK: &str = "This page was opened from disk. In this browser all pages opened from disk share one \
    storage, so another HTML file could read the articles kept here. For confidential work, do not keep them on this \
    device: download the annotation file instead.";
/// On a page opened from disk, where each place has its own library.
const OWN_PLACE: &str = "This page was opened from disk. In Firefox its articles belong to this place of the file: a \
    copy elsewhere, or a newer page under another name, does not have them. Before you move, rename or replace this \
    file, download them (“Download all”, or “Download” at an article), and open that in the new one.";
/// The switch for confidential drafts.
pub const KEEP: &str = "Keep new articles on this device";
/// Where a file holds nothing newer.
pub const KEPT_IS_NEWER: &str = "This article is on this device already, and nothing in the file is newer.";
/// After opening a file of a kept article.
pub const FILE_IS_NEWER: &str =
    "The file is newer than what was kept on this device, and has taken its place. Undo brings back what was here.";
/// Button above the list.
pub const DOWNLOAD_ALL: &str = "Download all";
/// Heading of the list.
pub const KEPT: &str = "On this device";
/// Search field of the list.
pub const SEARCH: &str = "Search these articles";
/// Where the search finds nothing.
pub const NO_MATCH: &str = "No article has these words in its title or outlet.";
/// Button on an article.
pub const DOWNLOAD: &str = "Download";
/// Button on an article.
pub const DELETE: &str = "Delete";
/// Button on a deleted article.
pub const TAKE_BACK: &str = "Take back";
/// Button on a deleted article.
pub const ERASE: &str = "Erase for good";
/// Marks a deleted article.
pub const DELETED: &str = "deleted";
/// An article without a title.
pub const UNTITLED: &str = "Untitled article";
/// While an article is read.
pub const READING: &str = "Reading the article …";
/// Where nothing was pasted.
pub const EMPTY: &str = "There is no text to review yet: paste an article first.";
/// Before the time of the last change.
pub const TOUCHED: &str = "worked on";
/// Stops the reading.
pub const CANCEL: &str = "Cancel";

/// On a page opened from disk: to whom its articles belong.
pub const fn from_disk(disk: Disk) -> &'static str {
    match disk {
        Disk::Shared => SHARED_DISK,
        Disk::OwnPlace => OWN_PLACE,
    }
}
