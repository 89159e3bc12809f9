//! The three kinds of marks.

/// What is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A statement that can be checked.
    Claim,
    /// A temporal expression.
    Date,
    /// A quotation.
    Quote,
}

impl Kind {
    /// The name in files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Date => "date",
            Self::Quote => "quote",
        }
    }

    /// The letter that ids begin with.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Claim => 'c',
            Self::Date => 'd',
            Self::Quote => 'q',
        }
    }
}
