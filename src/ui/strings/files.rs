//! What is said of files that come and go.

use super::count;
use crate::text::html::Dropped;

/// A download that failed.
pub fn not_downloaded(error: &str) -> String {
    format!("The file could not be downloaded: {error}.")
}

/// What is to be known about a file that was opened.
pub fn file_note(note: &str, more: usize) -> String {
    match more {
        0 => note.to_owned(),
        more => format!("{note} And {} more.", count(more, "note", "notes")),
    }
}

/// After a library was taken in.
pub fn taken_in(new: usize, kept: usize, unread: usize) -> String {
    let new = Some(format!("{} taken in", count(new, "article", "articles")));
    let kept = (kept > 0).then(|| format!("{kept} as new here already"));
    let unread = (unread > 0).then(|| format!("{unread} could not be read"));
    let parts: Vec<String> = [new, kept, unread].into_iter().flatten().collect();
    format!("{}.", parts.join(", "))
}

/// A copy that failed.
pub fn not_copied(error: &str) -> String {
    format!("Not copied: {error}.")
}

/// A file that could not be opened.
pub fn not_opened(name: &str, error: &str) -> String {
    format!("“{name}” could not be opened: {error}")
}

/// A kept article of which only a part could be read.
pub fn not_all(error: &str) -> String {
    format!("The last actions on this article could not be read and are left out: {error}")
}

/// What was taken of pasted HTML, where something was left out.
pub fn taken(taken: usize, dropped: Dropped) -> Option<String> {
    let left_out: Vec<String> = [
        (dropped.navigation, "menu", "menus"),
        (dropped.scripts, "script or style", "scripts and styles"),
        (dropped.forms, "form", "forms"),
        (dropped.media, "picture or film", "pictures and films"),
        (dropped.hidden, "hidden part", "hidden parts"),
        (dropped.around, "block around the article", "blocks around the article"),
    ]
    .into_iter()
    .filter(|(number, ..)| *number > 0)
    .map(|(number, one, many)| count(number, one, many))
    .collect();
    let taken = count(taken, "paragraph", "paragraphs");
    (!left_out.is_empty()).then(|| format!("{taken} taken; left out: {}.", left_out.join(", ")))
}

/// Bytes that made no sense.
pub fn replaced(number: usize) -> String {
    format!("{} could not be read and show as \u{fffd}.", count(number, "character", "characters"))
}
