//! The words of the help.

/// Title.
pub const TITLE: &str = "Keys and switches";
/// Switches.
pub const LETTER_KEYS: &str = "Single letters act (off: only keys with Ctrl or Cmd, Esc, Enter and Backspace)";
/// Switches.
pub const MOVE_ON: &str = "Go on to the next unchecked passage after a verdict";
/// Heading.
pub const ABOUT: &str = "Your work";
/// What happens to the work.
pub const PRIVACY: &str = "Everything stays in this browser on this device. Nothing of yours is ever part of a network request. \
    Browsers may clear what a page has kept: download the annotation file of what you want to hold on to.";

/// A group of keys and what they do.
type Group = (&'static str, &'static [(&'static str, &'static str)]);

/// All keys, in groups.
pub const GROUPS: [Group; 4] = [
    (
        "Going through",
        &[
            ("J K", "next, previous"),
            ("N", "next unchecked"),
            ("G", "next sentence without a mark"),
            ("H", "show or hide what has no mark"),
            ("W", "next that waits: moved, lost, or to settle with another checker"),
            ("Y R", "yes, it is the same passage; put a lost one on the selected words"),
            ("Enter", "between card and text"),
            ("/", "search the marks"),
            ("Esc", "out, one step"),
        ],
    ),
    (
        "Deciding",
        &[
            ("V", "verified"),
            ("X", "inconsistent"),
            ("U", "unclear; the same key again takes it back"),
            ("Shift V", "the same for all unchecked inside this passage"),
            ("Backspace", "dismiss, or delete a mark of your own"),
            ("C", "contradicts: press it on both passages"),
            ("L", "other links"),
            ("E M", "evidence, note"),
        ],
    ),
    (
        "Marking",
        &[
            ("1 2 3", "claim, date, quote: the selection, or this mark’s kind"),
            ("T", "the sentence at hand as a claim"),
            ("A S", "left edge a word out, in"),
            ("D F", "right edge a word in, out; with Shift by a character"),
            ("F2", "a caret in the article: arrows, Shift, Enter"),
            ("P", "what the paragraph is"),
        ],
    ),
    (
        "Everywhere",
        &[
            ("Ctrl+Z", "undo, everything"),
            ("Ctrl+Y", "do it again"),
            ("Ctrl+S", "download the annotation file"),
            ("?", "this window"),
        ],
    ),
];
