//! The words of the other tabs of the panel.

/// The words of the evidence forms.
pub mod evidence {
    /// Fields.
    pub const TITLE: &str = "What it is";
    /// Fields.
    pub const URL: &str = "Address (http or https)";
    /// Fields.
    pub const ARCHIVE: &str = "Archived copy (http or https)";
    /// Fields.
    pub const LOCATOR: &str = "Page, minute, section";
    /// Fields.
    pub const EXCERPT: &str = "The words that matter";
    /// Fields.
    pub const ACCESSED: &str = "Looked at on";
    /// Fields.
    pub const TYPE: &str = "Kind of source";
    /// Fields.
    pub const KEEP_BACK: &str = "Confidential: leave it out of reports";
    /// Fields.
    pub const STANCE: &str = "What it does for the passage";
    /// Opens the rest of the form.
    pub const MORE: &str = "More about it";
    /// Field that searches.
    pub const KNOWN: &str = "Attach a source that is listed already";
    /// Heading.
    pub const NEW: &str = "Add a source";
    /// Buttons.
    pub const ADD: &str = "Add evidence";
    /// Buttons.
    pub const CHANGE: &str = "Save changes";
    /// Buttons.
    pub const EDIT: &str = "Change";
    /// Buttons.
    pub const REMOVE: &str = "Remove everywhere";
    /// Where there is no source.
    pub const NONE: &str = "No evidence yet. Press E on a passage to add what speaks for or against it.";
    /// In the line of a source.
    pub const ARCHIVED: &str = "archived";
    /// In the line of a source.
    pub const SEEN: &str = "seen";
    /// In the line of a source.
    pub const CONFIDENTIAL: &str = "confidential";
    /// What is wrong.
    pub const NEEDS_TITLE: &str = "Say what it is, or give its address.";
    /// What is wrong.
    pub const NEEDS_HTTP: &str = "An address begins with http:// or https://.";
}

/// The words of the tab "Inconsistencies".
pub mod leads {
    /// Heading.
    pub const LINKS: &str = "Linked passages";
    /// Heading.
    pub const QUESTIONS: &str = "Questions to ask";
    /// Where there is none.
    pub const NO_LINKS: &str = "None yet. On a passage press C, go to the one it contradicts, and press C again.";
    /// Where there is none.
    pub const NO_QUESTIONS: &str = "The program has no question about this article.";
    /// Field.
    pub const LINK_NOTE: &str = "Why they belong together";
    /// Buttons.
    pub const ACCEPT: &str = "Yes, they disagree";
    /// Buttons.
    pub const WAVE_OFF: &str = "No, they fit";
    /// Buttons.
    pub const REOPEN: &str = "Ask again";
    /// What was answered.
    pub const ACCEPTED: &str = "You said they disagree.";
    /// What was answered.
    pub const DISMISSED: &str = "You said they fit.";
}

/// The words of the tab "Timeline".
pub mod timeline {
    /// Name of the picture.
    pub const LABEL: &str =
        "The dates of the article on a line; the dashed line is the publication. The list below says the same.";
    /// Below the picture.
    pub const KEY: &str = "Dashed line: publication. Shaded: after it. Dotted outline: not certain.";
    /// Where there is none.
    pub const NONE: &str = "No date was found in this article.";
    /// A date later than the publication.
    pub const AFTER: &str = "after publication";
    /// Heading.
    pub const UNPLACED: &str = "Without a place on the calendar";
}
