//! What the live region says.

use super::count;
use crate::annotation::{Action, Kind, Verdict};

/// After an undo.
pub const UNDONE: &str = "Undone";
/// After a redo.
pub const REDONE: &str = "Done again";
/// Where there is nothing.
pub const NOTHING_TO_UNDO: &str = "Nothing to undo";
/// Where there is nothing.
pub const NOTHING_TO_REDO: &str = "Nothing to do again";
/// After a dismissal.
pub const DISMISSED: &str = "Dismissed";
/// After a deletion.
pub const DELETED: &str = "Mark deleted";
/// After taking it back.
pub const RESTORED: &str = "Taken back";
/// While a link is made.
pub const LINKING: &str = "Go to the other passage and press the same key again, or choose it with the mouse";
/// After a new kind.
pub const KIND: &str = "Kind changed";
/// After a source was attached.
pub const CITED: &str = "Evidence added";
/// Where the same mark is there.
pub const ALREADY: &str = "These words are marked already";

/// After `action`; nothing where the page shows enough of it.
pub const fn done(action: &Action) -> &'static str {
    match action {
        Action::Unlink(_) => "Link removed",
        Action::SetDetail(..) => "Reading changed",
        Action::Cite(..) => CITED,
        Action::Uncite(..) | Action::RemoveEvidence(_) => "Evidence removed",
        Action::SetFacts(_) => "Details changed",
        Action::SetParagraphType(..) => "Paragraph changed",
        _ => "",
    }
}

/// "Marked inconsistent, 24 left"
pub fn decided(verdict: Verdict, left: usize) -> String {
    match verdict {
        Verdict::Unchecked => format!("Verdict taken back, {left} left"),
        verdict => format!("Marked {}, {left} left", super::verdict(verdict).to_ascii_lowercase()),
    }
}

/// "3 passages marked verified, 24 left"
pub fn decided_many(number: usize, verdict: Verdict, left: usize) -> String {
    let verdict = super::verdict(verdict).to_ascii_lowercase();
    format!("{} marked {verdict}, {left} left", count(number, "passage", "passages"))
}

/// "Linked, 24 left"
pub fn linked(left: usize) -> String {
    format!("Linked, {left} left")
}

/// "3 sentences without a mark"
pub fn unmarked(number: usize) -> String {
    match number {
        0 => "No sentence without a mark is left to look at".to_owned(),
        number => format!("{} without a mark not looked at", count(number, "sentence", "sentences")),
    }
}

/// "Claim marked"
pub fn marked(kind: Kind) -> String {
    format!("{} marked", super::kind(kind))
}

/// "Now: June 8"
pub fn range(words: &str) -> String {
    format!("Now: {words}")
}

/// "8 claims shown"
pub fn claims(number: usize) -> String {
    format!("{} shown", count(number, "claim", "claims"))
}
