//! The words of what the article is compared with: an earlier text, another checker.

use super::count;
use crate::annotation::Verdict;

/// Name of the tab.
pub const TAB: &str = "Compare";
/// Opens the window for a new version.
pub const NEW_VERSION: &str = "New version …";
/// Opens the window for another checker's file.
pub const SECOND_CHECKER: &str = "Second checker …";

/// What it is for.
pub const NEW_VERSION_WHY: &str = "Has the article been corrected? Put the new text in: marks, verdicts, notes, evidence and links go with their words.";
/// What it is for.
pub const SECOND_CHECKER_WHY: &str =
    "Has somebody else checked it too? Open their file: see where you agree, and settle where you do not.";

/// Title of the window for a new version.
pub const NEW_VERSION_TITLE: &str = "A new version of this article";
/// What it does.
pub const NEW_VERSION_WHAT: &str = "Paste the corrected text. Your marks go with their words: verdicts, notes, evidence and links stay. \
    What has moved is shown for you to confirm, what is gone is listed, and undo brings the old text back.";
/// Its field.
pub const NEW_TEXT: &str = "Corrected text of the article";
/// Its button.
pub const REPLACE: &str = "Put it in";
/// Where the text is the one that is there.
pub const SAME_TEXT: &str = "This is the text that is here already: nothing has changed.";
/// Where a file holds no text.
pub const NOT_A_TEXT: &str = "This file holds marks, not a text. A new version is a text or HTML file; \
    to compare the marks of another checker, use “Second checker …”.";

/// Title of the window for another checker.
pub const COMPARE_TITLE: &str = "Compare with a second checker";
/// What it does.
pub const COMPARE_WHAT: &str = "Open the other checker’s file of this article: an annotation file, or marks as W3C Web Annotation, \
    Hypothesis or Label Studio. Both become one, every decision with its reviewer, and you settle what differs. \
    Nothing of yours is lost, and one undo takes it back.";

/// Heading.
pub const MOVED: &str = "Is this the same passage?";
/// Heading.
pub const LOST: &str = "Not in the text any more";
/// Heading.
pub const WHAT_CHANGED: &str = "What changed in the text";
/// Heading.
pub const NOTES: &str = "To know about the file";
/// The switch.
pub const SHOW: &str = "Show the changes in the text";
/// Stands before words that came, for those who do not see them.
pub const ADDED: &str = "added:";
/// Stands before words that went, for those who do not see them.
pub const REMOVED: &str = "removed:";
/// Buttons.
pub const CONFIRM: &str = "Yes, it is";
/// Buttons.
pub const PLACE_HERE: &str = "Put it on the selected words";
/// On the bar at the selection.
pub const IT_STANDS_HERE: &str = "The lost passage";
/// On a closed card.
pub const MOVED_SHORT: &str = "moved: to be confirmed";
/// On a closed card.
pub const LOST_SHORT: &str = "not in the text any more";
/// On an open card.
pub const WAS: &str = "Before, it was";
/// On an open card.
pub const LOST_WHAT: &str =
    "These words are not in the text any more. Select the words where the mark belongs now and press R, or dismiss it.";
/// Where nothing is selected.
pub const SELECT_FIRST: &str = "Select the words first, then press R";
/// After a lost mark was placed.
pub const PLACED: &str = "Placed";

/// Heading.
pub const TWO_CHECKERS: &str = "Two checkers";
/// The person.
pub const YOU: &str = "You";
/// Where the file names nobody.
pub const THE_OTHER: &str = "The other checker";
/// Heading.
pub const TO_SETTLE: &str = "To settle";
/// Heading.
pub const SETTLED: &str = "Settled";
/// Heading.
pub const AGREED: &str = "You agree";
/// Heading.
pub const ONE_DECIDED: &str = "Decided by one of you";
/// Names of the figures.
pub const EXACT: &str = "marked alike";
/// Names of the figures.
pub const OVERLAPPING: &str = "overlapping";
/// Names of the figures.
pub const ALONE: &str = "marked by one";
/// Names of the figures.
pub const SAME_VERDICT: &str = "same verdict";
/// Names of the figures.
pub const OTHER_VERDICT: &str = "different verdict";
/// Names of the figures.
pub const KAPPA: &str = "Cohen’s kappa";
/// What kappa is.
pub const KAPPA_WHAT: &str =
    "Agreement of the verdicts beyond chance, on the passages both have decided: 1 is always, 0 as often as by chance.";
/// Where there is no kappa.
pub const NO_KAPPA: &str = "–";
/// Where all is settled.
pub const ALL_SETTLED: &str = "Nothing is left to settle.";

/// "Only Eva Marks"
pub fn only(who: &str) -> String {
    format!("Only {who}")
}

/// "2 passages to look at"
pub fn waiting(number: usize) -> String {
    match number {
        0 => "Nothing is left to look at".to_owned(),
        number => format!("{} to look at", count(number, "passage", "passages")),
    }
}

/// After a new version.
pub fn replaced(changes: usize, moved: usize, lost: usize) -> String {
    let parts = [
        Some(count(changes, "change in the text", "changes in the text")),
        (moved > 0).then(|| format!("{moved} to confirm")),
        (lost > 0).then(|| format!("{} not in the text any more", count(lost, "mark", "marks"))),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("New version: {}.", parts.join(", "))
}

/// "Confirmed, 2 left"
pub fn confirmed(left: usize) -> String {
    format!("Confirmed, {left} left")
}

/// "Settled as verified, 2 left"
pub fn settled(verdict: Verdict, left: usize) -> String {
    format!("Settled as {}, {left} left", super::verdict(verdict).to_ascii_lowercase())
}

/// After another checker's marks came in.
pub fn taken_in(marks: usize, waiting: usize) -> String {
    let taken = format!("{} taken in", count(marks, "mark", "marks"));
    match waiting {
        0 => format!("{taken}. Undo takes them back."),
        waiting => format!("{taken}, {waiting} to look at. Undo takes them back."),
    }
}

/// "The text of 22 November 2026 18:10 was replaced. 5 changes."
pub fn replaced_at(moment: Option<String>) -> String {
    match moment {
        Some(moment) => format!("The earlier text was replaced on {moment}."),
        None => "The article had another text before.".to_owned(),
    }
}
