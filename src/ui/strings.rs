//! All words of the interface, in English.

mod days;
mod reasons;

pub use days::{day, percent, published, short_day, short_month};
pub use reasons::reason;

use crate::annotation::{EvidenceType, Kind, Relation, Stance, Verdict};
use crate::detect::Detail;
use crate::detect::date::{Anchor, DateDetail, TimexType};
use crate::text::ParagraphType;
use crate::text::html::Dropped;

/// Name of the program.
pub const FACTMARK: &str = "Factmark";

/// Name of the message at the foot of the page.
pub const NOTICE: &str = "Message";
/// When a newer version stands ready.
pub const NEW_VERSION: &str = "A newer version of Factmark is ready. Your work is kept.";
/// Takes it.
pub const USE_IT: &str = "Use it now";

/// The words of the desk.
pub mod desk {
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
        Everything stays on this device: no server, no account, nothing is sent.";
    /// The switch for confidential drafts.
    pub const KEEP: &str = "Keep new articles on this device";
    /// Where a file holds nothing newer.
    pub const KEPT_IS_NEWER: &str = "This article is on this device already, and nothing in the file is newer.";
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
}

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
    pub const TABS: [&str; 4] = ["Review", "Timeline", "Inconsistencies", "Evidence"];
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

/// Icon of a verdict.
pub const fn icon(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Unchecked => "○",
        Verdict::Verified => "✓",
        Verdict::Inconsistent => "✗",
        Verdict::Unclear => "?",
    }
}

/// Name of a verdict.
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Unchecked => "Unchecked",
        Verdict::Verified => "Verified",
        Verdict::Inconsistent => "Inconsistent",
        Verdict::Unclear => "Unclear",
    }
}

/// What a verdict means for a mark of this kind.
pub const fn verdict_means(kind: Kind, verdict: Verdict) -> &'static str {
    match (kind, verdict) {
        (_, Verdict::Unchecked) => "Not looked at",
        (Kind::Quote, Verdict::Verified) => {
            "It was said, in these words and by this speaker; whether it is true is the claim’s verdict"
        }
        (Kind::Date, Verdict::Verified) => "The date is confirmed by evidence",
        (Kind::Claim, Verdict::Verified) => "The statement is confirmed by evidence",
        (Kind::Quote, Verdict::Inconsistent) => {
            "The wording or the speaker disagrees with another passage or with evidence"
        }
        (_, Verdict::Inconsistent) => "It disagrees with another passage or with evidence",
        (_, Verdict::Unclear) => "Looked at, not settled",
    }
}

/// Key of a verdict.
pub const fn verdict_key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Unchecked => "",
        Verdict::Verified => "V",
        Verdict::Inconsistent => "X",
        Verdict::Unclear => "U",
    }
}

/// Name of a kind, in the singular.
pub const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Claim => "Claim",
        Kind::Date => "Date",
        Kind::Quote => "Quote",
    }
}

/// Name of a kind, in the plural.
pub const fn kinds(kind: Kind) -> &'static str {
    match kind {
        Kind::Claim => "Claims",
        Kind::Date => "Dates",
        Kind::Quote => "Quotes",
    }
}

/// How one passage stands to another.
pub const fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Contradicts => "contradicts",
        Relation::Supports => "supports",
        Relation::SameEvent => "tells of the same event as",
    }
}

/// What a source does for a passage.
pub const fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "supports",
        Stance::Contradicts => "contradicts",
        Stance::Context => "context",
    }
}

/// What a source is.
pub const fn evidence_type(kind: EvidenceType) -> &'static str {
    match kind {
        EvidenceType::Web => "Web page",
        EvidenceType::Person => "Person",
        EvidenceType::Document => "Document",
        EvidenceType::Book => "Book",
        EvidenceType::Other => "Other",
    }
}

/// What a paragraph is.
pub const fn paragraph_type(kind: ParagraphType) -> &'static str {
    match kind {
        ParagraphType::Headline => "Headline",
        ParagraphType::Dateline => "Dateline",
        ParagraphType::Byline => "Byline",
        ParagraphType::Section => "Section",
        ParagraphType::Caption => "Caption",
        ParagraphType::Credit => "Credit",
        ParagraphType::Teaser => "Teaser",
        ParagraphType::Tags => "Tags",
        ParagraphType::Body => "Body",
        ParagraphType::Omitted => "Left out",
    }
}

/// "12 of 34 checked"
pub fn checked(checked: usize, total: usize) -> String {
    format!("{checked} of {total} checked")
}

/// "1 mark", "3 marks"
pub fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// "19 passages to check"
pub fn opened(marks: usize) -> String {
    match marks {
        0 => panel::NO_MARKS.to_owned(),
        marks => format!("{} to check", count(marks, "passage", "passages")),
    }
}

/// What the live region says.
pub mod said {
    use super::count;
    use crate::annotation::{Kind, Verdict};

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
    /// After a link went.
    pub const UNLINKED: &str = "Link removed";
    /// After a new reading.
    pub const READ: &str = "Reading changed";
    /// After a new kind.
    pub const KIND: &str = "Kind changed";
    /// After a source was attached.
    pub const CITED: &str = "Evidence added";
    /// After a source was taken off.
    pub const UNCITED: &str = "Evidence removed";
    /// After the facts changed.
    pub const FACTS: &str = "Details changed";
    /// After a paragraph changed.
    pub const PARAGRAPH: &str = "Paragraph changed";
    /// Where the same mark is there.
    pub const ALREADY: &str = "These words are marked already";

    /// "Marked inconsistent, 24 left"
    pub fn decided(verdict: Verdict, left: usize) -> String {
        match verdict {
            Verdict::Unchecked => format!("Verdict taken back, {left} left"),
            verdict => format!("Marked {}, {left} left", super::verdict(verdict).to_lowercase()),
        }
    }

    /// "3 passages marked verified, 24 left"
    pub fn decided_many(number: usize, verdict: Verdict, left: usize) -> String {
        let verdict = super::verdict(verdict).to_lowercase();
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
}

/// What stands after the reasons of a date.
pub fn read_against(detail: &Detail) -> &'static str {
    match detail {
        Detail::Date(date) => match date.anchor {
            Some(Anchor::Published) => ", read against the publication date",
            Some(Anchor::Annotation(_)) => ", read against another date of the article",
            None => "",
        },
        _ => "",
    }
}

/// A TIMEX3 value in words.
pub fn timex(value: &str) -> String {
    crate::detect::date::in_words(value)
}

/// What a date was read as: "Friday, 8 June 2018", "about 3 days".
pub fn date(date: &DateDetail) -> String {
    let words = timex(&date.value);
    let words = match date.modifier.as_deref() {
        Some("APPROX") => format!("about {words}"),
        Some("START") => format!("start of {words}"),
        Some("MID") => format!("middle of {words}"),
        Some("END") => format!("end of {words}"),
        Some("BEFORE") => format!("before {words}"),
        Some("AFTER") => format!("after {words}"),
        Some("ON_OR_BEFORE") => format!("until {words}"),
        Some("ON_OR_AFTER") => format!("since {words}"),
        Some("LESS_THAN") => format!("less than {words}"),
        Some("MORE_THAN") => format!("more than {words}"),
        Some("EQUAL_OR_LESS") => format!("at most {words}"),
        Some("EQUAL_OR_MORE") => format!("at least {words}"),
        _ => words,
    };
    match (&date.quant, date.timex_type) {
        (Some(quant), TimexType::Set) => format!("{} {words}", quant.to_lowercase()),
        (None, TimexType::Set) => format!("every {words}"),
        _ => words,
    }
}

/// What the claims control says.
pub fn share(share: u8) -> String {
    format!("up to {} of the sentences", percent(share))
}

/// Title of the window.
pub fn window_title(title: &str) -> String {
    if title.is_empty() { FACTMARK.to_owned() } else { format!("{title} - {FACTMARK}") }
}

/// A download that failed.
pub fn not_downloaded(error: &str) -> String {
    format!("The file could not be downloaded: {error}.")
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
    /// Where there is none.
    pub const NONE: &str = "No date was found in this article.";
    /// A date later than the publication.
    pub const AFTER: &str = "after publication";
    /// Heading.
    pub const UNPLACED: &str = "Without a place on the calendar";
}

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
    /// Buttons.
    pub const CANCEL: &str = "Cancel";
    /// Buttons.
    pub const SAVE: &str = "Save";
    /// Buttons.
    pub const DONE: &str = "Done";
}

/// The words of the help.
pub mod help {
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

/// After marks were taken in.
pub fn marks_taken_in(number: usize) -> String {
    format!("{} taken in. Undo takes them back.", count(number, "mark", "marks"))
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
