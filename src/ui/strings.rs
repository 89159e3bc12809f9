//! All words of the interface, in English.

mod bench;
pub mod compare;
mod days;
pub mod desk;
mod files;
pub mod help;
mod names;
mod reasons;
pub mod said;
mod tabs;
mod windows;

pub use bench::{article, card, edges, panel, top};
pub use days::{day, percent, published, short_day, short_month, write_month_first};
pub use files::{file_note, not_all, not_copied, not_downloaded, not_opened, replaced, taken, taken_in};
pub use names::{
    date, evidence_type, icon, kind, kinds, paragraph_type, read_against, relation, share, stance, timex, verdict,
    verdict_key, verdict_means,
};
pub use reasons::reason;
pub use tabs::{evidence, leads, timeline};
pub use windows::{dialogs, formats};

/// Name of the program.
pub const FACTMARK: &str = "Factmark";

/// Name of the message at the foot of the page.
pub const NOTICE: &str = "Message";

/// When a newer version stands ready.
pub const NEW_VERSION: &str = "A newer version of Factmark is ready. Your work is kept.";

/// Takes it.
pub const USE_IT: &str = "Use it now";

/// Where it would lose an article that only this window has.
pub const DOWNLOAD_FIRST: &str = "The new version would not have this article, which is not kept on this device. Download its annotation file, \
     go back to all articles, and use the new version there.";

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

/// Title of the window.
pub fn window_title(title: &str) -> String {
    if title.is_empty() { FACTMARK.to_owned() } else { format!("{title} - {FACTMARK}") }
}
