//! What the page remembers about how the person likes it: a few words in `localStorage`.
//!
//! Where the browser forbids storage, nothing is remembered and nothing fails.

/// A remembered choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    /// "light", "dark" or nothing for the system's.
    Theme,
    /// "off" switches the single-letter keys off.
    LetterKeys,
    /// "off" keeps the queue where it is after a verdict.
    MoveOn,
    /// Highlight budget for new articles, in percent.
    ClaimShare,
    /// "on" shows claims in headlines and captions of new articles.
    Headlines,
    /// Id of the person for the file.
    ReviewerId,
    /// Name of the person for the file; may be empty once asked.
    ReviewerName,
    /// "off" keeps new articles out of the library.
    Keep,
}

impl Preference {
    const fn key(self) -> &'static str {
        match self {
            Self::Theme => "factmark.theme",
            Self::LetterKeys => "factmark.letter-keys",
            Self::MoveOn => "factmark.move-on",
            Self::ClaimShare => "factmark.claim-share",
            Self::Headlines => "factmark.headlines",
            Self::ReviewerId => "factmark.reviewer-id",
            Self::ReviewerName => "factmark.reviewer-name",
            Self::Keep => "factmark.keep",
        }
    }

    /// What is remembered.
    #[must_use]
    pub fn get(self) -> Option<String> {
        storage()?.get_item(self.key()).ok()?
    }

    /// Remembers `value`, or forgets with nothing.
    pub fn set(self, value: Option<&str>) {
        let Some(storage) = storage() else { return };
        let _: Result<(), _> = match value {
            Some(value) => storage.set_item(self.key(), value),
            None => storage.remove_item(self.key()),
        };
    }
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}
