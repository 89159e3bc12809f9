//! The words of the workbench.

/// The words of the header.
pub mod top {
    /// Back to the desk.
    pub const HOME: &str = "All articles";
    /// Before the publication date.
    pub const PUBLISHED: &str = "published";
    /// Where there is no publication date.
    pub const NO_DATE: &str = "no publication date: set one";
    /// Opens the details.
    pub const DETAILS: &str = "Details";
    /// The buttons.
    pub const UNDO: &str = "Undo";
    /// The buttons.
    pub const REDO: &str = "Redo";
    /// The buttons.
    pub const THEME: &str = "Light or dark";
    /// The buttons.
    pub const HELP: &str = "Help and keys";
    /// The buttons.
    pub const DOWNLOAD: &str = "Download JSON";
    /// The buttons.
    pub const FORMATS: &str = "Other formats …";
    /// Everything is safe.
    pub const SAVED: &str = "Saved";
    /// On its way.
    pub const SAVING: &str = "Saving …";
    /// Not safe.
    pub const NOT_SAVED: &str = "Not saved";
    /// Why not.
    pub const NO_LIBRARY: &str =
        "This browser keeps nothing for this page. Download the annotation file to keep your work.";
    /// The person's own wish.
    pub const NOT_KEPT: &str = "Not kept";
    /// What that means.
    pub const NOT_KEPT_WHY: &str =
        "You chose not to keep new articles on this device. Download the file before you leave.";
}

/// The words around the article.
pub mod article {
    /// Name of the article's region.
    pub const LABEL: &str = "Article";
    /// Jumps over the header.
    pub const SKIP: &str = "To the article";
    /// The bar at the selection.
    pub const MARK_AS: &str = "Mark the selected words as";
    /// On the bar at the selection.
    pub const SENTENCE: &str = "Sentence";
    /// On the label of a paragraph.
    pub const CHANGE_KIND: &str = "Change what this paragraph is";
    /// Below the article.
    pub const LEGEND: &str = "Legend";
    /// The shape of a claim.
    pub const CLAIM: &str = "claim";
    /// The shape of a date.
    pub const DATE: &str = "date";
    /// The shape of a quote.
    pub const QUOTE: &str = "quote";
    /// The badge of a link.
    pub const LINKED: &str = "linked";
    /// While a link is made.
    pub const LINKING: &str = "Which passage does it belong to? Go there and press C again, or click it and choose";
    /// Finishes a link.
    pub const LINK_HERE: &str = "Link with this passage";
    /// Leaves the link.
    pub const LEAVE: &str = "Cancel";
    /// While the caret is on.
    pub const CARET: &str =
        "Caret in the article: arrows move it, Shift with arrows selects, Enter marks a claim, 1 2 3 choose the kind";
    /// Closes a message.
    pub const CLOSE: &str = "Close";
}

/// The words of the panel.
pub mod panel {
    /// Name of the panel.
    pub const LABEL: &str = "Review";
    /// Every mark.
    pub const ALL: &str = "All";
    /// The tabs.
    pub const TABS: [&str; 5] = ["Review", "Timeline", "Inconsistencies", "Evidence", crate::ui::strings::compare::TAB];
    /// Search field of the cards.
    pub const SEARCH: &str = "Search the marks";
    /// In the empty search field.
    pub const SEARCH_HERE: &str = "Find";
    /// The claims control.
    pub const FEWER: &str = "fewer";
    /// The claims control.
    pub const MORE_CLAIMS: &str = "more claims";
    /// Label of the claims control.
    pub const SHARE: &str = "How many claims are shown";
    /// Where no mark passes the filter.
    pub const NOTHING: &str = "No mark fits this filter.";
    /// Where the article has no mark.
    pub const NO_MARKS: &str =
        "Nothing was found to check in this text. Select words in the article to mark them yourself.";
    /// Where no sentence is worth it.
    pub const NO_CLAIMS: &str = "No sentence stands out as worth checking.";
    /// The switch beside the budget.
    pub const HEADLINES: &str = "headlines, captions";
    /// What it does.
    pub const HEADLINES_WHY: &str = "Claims in the headline and in captions too";
    /// All kinds and verdicts.
    pub const SHOW_ALL: &str = "Show all";
    /// Buttons at the foot.
    pub const PREVIOUS: &str = "Previous";
    /// Buttons at the foot.
    pub const NEXT: &str = "Next";
    /// Buttons at the foot.
    pub const NEXT_UNCHECKED: &str = "Unchecked";
    /// Buttons at the foot.
    pub const UNREAD: &str = "Unmarked";
    /// Makes the panel larger or smaller on small screens.
    pub const GRIP: &str = "Make the panel larger or smaller";
    /// The dismissed marks.
    pub const DISMISSED: &str = "Dismissed";
}

/// The words of a card.
pub mod card {
    /// Buttons.
    pub const DISMISS: &str = "Dismiss";
    /// Buttons.
    pub const DELETE: &str = "Delete";
    /// Buttons.
    pub const RESTORE: &str = "Take back";
    /// Buttons.
    pub const CONTRADICTS: &str = "Contradicts";
    /// Buttons.
    pub const LINK: &str = "Link …";
    /// Buttons.
    pub const EVIDENCE: &str = "Evidence";
    /// Buttons.
    pub const NOTE: &str = "Note";
    /// Buttons.
    pub const EDGES: &str = "Edges and kind";
    /// Opens a field for another reading.
    pub const OTHER: &str = "other …";
    /// The field for another date.
    pub const OTHER_DATE: &str = "Date, such as 8 June 2018, 2018-07 or 2018";
    /// The field for another speaker.
    pub const OTHER_SPEAKER: &str = "Name of the speaker";
    /// Takes the typed reading.
    pub const SET: &str = "Set";
    /// A kept date after the publication date has changed.
    pub const READS_OTHERWISE: &str = "With the publication date as it is now, this would be:";
    /// Where no reading was found.
    pub const NOT_READ: &str = "not read as a date";
    /// Where no speaker was found.
    pub const NO_SPEAKER: &str = "speaker not named";
    /// Before the speaker.
    pub const SPEAKER: &str = "Speaker";
    /// Group of verdicts.
    pub const VERDICT: &str = "Verdict";
    /// Label of the note.
    pub const NOTE_LABEL: &str = "Note on this passage";
    /// Takes a link away.
    pub const UNLINK: &str = "Remove this link";
    /// Takes a source off.
    pub const UNCITE: &str = "Take this source off";
    /// A mark made by hand.
    pub const BY_HAND: &str = "marked by hand";
    /// The offer after "inconsistent".
    pub const WITH: &str = "Inconsistent with:";
    /// The offer after "inconsistent".
    pub const A_PASSAGE: &str = "a passage";
    /// The offer after "inconsistent".
    pub const A_SOURCE: &str = "evidence";
    /// The offer after "inconsistent".
    pub const A_NOTE: &str = "a note";
}

/// The words of the drawer for edges.
pub mod edges {
    /// Its buttons.
    pub const LEFT_OUT: &str = "Left edge a word out";
    /// Its buttons.
    pub const LEFT_IN: &str = "Left edge a word in";
    /// Its buttons.
    pub const RIGHT_IN: &str = "Right edge a word in";
    /// Its buttons.
    pub const RIGHT_OUT: &str = "Right edge a word out";
}
