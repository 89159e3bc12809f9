//! The words of the windows over the page.

/// The words of the window for other formats.
pub mod formats {
    /// The formats for research.
    pub const RESEARCH: &str = "Research formats";
    /// Confidential sources.
    pub const CONFIDENTIAL: &str = "With confidential sources";
    /// Buttons.
    pub const COPY: &str = "Copy";
    /// Buttons.
    pub const DOWNLOAD: &str = "Download";
    /// Buttons.
    pub const CHOOSE: &str = "Choose a file …";
    /// Heading.
    pub const TAKE_IN: &str = "Take in a colleague’s marks";
    /// What can be taken in.
    pub const TAKE_IN_WHAT: &str = "An annotation file of this article, or its marks as W3C Web Annotation, Hypothesis or Label Studio. \
        Nothing of yours is lost, and one undo takes it back.";
    /// After a copy.
    pub const COPIED: &str = "Copied.";
}

/// The words of the windows.
pub mod dialogs {
    /// Titles.
    pub const NAME_TITLE: &str = "Whose review is this?";
    /// Titles.
    pub const FACTS_TITLE: &str = "About the article";
    /// Titles.
    pub const FORMATS_TITLE: &str = "Other formats";
    /// Titles.
    pub const PARAGRAPH_TITLE: &str = "What is this paragraph?";
    /// Why the name is asked.
    pub const NAME_WHY: &str = "Your decisions are written into the file. Give the name they should stand under, or leave it empty. \
        You are asked only once.";
    /// Fields.
    pub const NAME: &str = "Name (may stay empty)";
    /// Fields.
    pub const TITLE: &str = "Title";
    /// Fields.
    pub const PUBLISHER: &str = "Outlet";
    /// Fields.
    pub const URL: &str = "Address";
    /// Fields.
    pub const AUTHORS: &str = "Authors, with commas between them";
    /// Fields.
    pub const PUBLISHED: &str = "Published: 2018-08-04, or 2018-08-04T15:14:00+03:00";
    /// Fields.
    pub const LANGUAGE: &str = "Language of the text (en, de, ...)";
    /// What hangs on the publication date.
    pub const PUBLISHED_WHY: &str =
        "Dates such as “June 8” or “yesterday” are read against the publication date and follow it.";
    /// What hangs on the type of a paragraph.
    pub const PARAGRAPH_WHY: &str =
        "Only body paragraphs hold claims; a paragraph that is left out holds nothing to check.";
    /// Titles.
    pub const DROPPED_TITLE: &str = "What is to become of this?";
    /// What can be done with something dropped.
    pub const DROPPED: &str =
        "An article is open. The marks of a file of the same article can come into it, and one undo takes them back.";
    /// Buttons.
    pub const AS_NEW_VERSION: &str = "It is a new version";
    /// Buttons.
    pub const OPEN_INSTEAD: &str = "Open it instead";
    /// Buttons.
    pub const TAKE_IN: &str = "Take its marks in";
    /// Buttons.
    pub const CANCEL: &str = "Cancel";
    /// Buttons.
    pub const SAVE: &str = "Save";
    /// Buttons.
    pub const DONE: &str = "Done";
}
