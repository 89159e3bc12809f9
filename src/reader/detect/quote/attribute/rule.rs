//! The rules that attribute, and what one of them finds.

use std::ops::Range;

use crate::detect::quote::phrase::Phrase;

/// The rules, in the order of the table of their accuracy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rule {
    /// "…", said Ana Ruiz.
    Inverted,
    /// "…", Ana Ruiz said.
    After,
    /// According to Ana Ruiz, "…"
    AccordingTo,
    /// in the words of Ana Ruiz; in Ana Ruiz's words; as Ana Ruiz put it
    Words,
    /// "…" — Ana Ruiz
    Dash,
    /// Ana Ruiz said: "…"
    Before,
    /// Ana Ruiz called the dam "…"
    Judged,
    /// Ana Ruiz believes the dam to be "…"
    Thought,
    /// adding that "…"
    Participle,
    /// was called "…" by Ana Ruiz
    Passive,
    /// Ana Ruiz on the dam: "…"
    Colon,
    /// "…", said Ana Ruiz. "…"
    Continued,
    /// Ana Ruiz went on: (new paragraph) "…"
    Announced,
    /// A whole paragraph after a quotation.
    NextParagraph,
    /// The subject of the sentence.
    Subject,
    /// Who spoke last.
    LastSpeaker,
}

impl Rule {
    /// Whether the sentence itself says who speaks.
    #[must_use]
    pub const fn speaks(self) -> bool {
        !matches!(self, Self::NextParagraph | Self::Subject | Self::LastSpeaker | Self::Thought)
    }

    /// Whether a cue belongs to this very quotation.
    #[must_use]
    pub const fn is_firm(self) -> bool {
        !matches!(self, Self::Subject | Self::LastSpeaker | Self::NextParagraph | Self::Continued)
    }

    /// The name of the rule in the annotation file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Inverted => "verb-source",
            Self::After => "source-verb",
            Self::AccordingTo => "according-to",
            Self::Words => "in-the-words-of",
            Self::Dash => "dash",
            Self::Before => "source-verb-before",
            Self::Judged => "judging-verb-before",
            Self::Thought => "thinking-verb-before",
            Self::Participle => "participle",
            Self::Passive => "passive",
            Self::Colon => "colon",
            Self::Continued => "continued",
            Self::Announced => "announced",
            Self::NextParagraph => "next-paragraph",
            Self::Subject => "subject",
            Self::LastSpeaker => "last-speaker",
        }
    }
}

/// What a rule found for one quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The rule.
    pub rule: Rule,
    /// The words of the cue; empty where there is none.
    pub cue: Range<usize>,
    /// The source.
    pub source: Phrase,
}

impl Attribution {
    /// Whether the cue stands right before the quotation at `quote`.
    pub fn near(&self, quote: usize) -> bool {
        !self.cue.is_empty() && self.cue.end <= quote && quote - self.cue.end <= 7
    }
}
