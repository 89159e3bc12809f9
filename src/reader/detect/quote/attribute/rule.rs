//! The rules that attribute, and what one of them finds.

use std::ops::Range;

use crate::detect::quote::phrase::Phrase;

macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident = $name:literal, $shares:expr;)*) => {
        /// The rules. Each has its name in the annotation file, and how often it names the right source.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Rule { $($(#[$doc])* $rule,)* }

        impl Rule {
            /// The name of the rule in the annotation file.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$rule => $name,)* }
            }

            /// How often it names the right source, in hundredths: where the source has a name in it; for "he", "she" and
            /// "who"; for "they" and "it"; for what is none of these.
            ///
            /// Measured on the train part of `PolNeAR` (840 articles, 8,633 quotations): of the quotations a rule
            /// attributed that overlap an annotated one, the share whose source overlaps the annotated source or shares a
            /// name with it (the scorer's own test). Rows with fewer than 30 cases are drawn towards those of their
            /// neighbours.
            #[must_use]
            pub const fn shares(self) -> [u8; 4] {
                match self { $(Self::$rule => $shares,)* }
            }
        }
    };
}

rules! {
    /// "…", said Ana Ruiz.
    Inverted = "verb-source", [98, 95, 95, 93];
    /// "…", Ana Ruiz said.
    After = "source-verb", [98, 98, 95, 96];
    /// According to Ana Ruiz, "…"
    AccordingTo = "according-to", [94, 90, 80, 83];
    /// in the words of Ana Ruiz; in Ana Ruiz's words; as Ana Ruiz put it
    Words = "in-the-words-of", [60, 60, 50, 50];
    /// "…" — Ana Ruiz
    Dash = "dash", [90, 60, 60, 60];
    /// Ana Ruiz said: "…"
    Before = "source-verb-before", [94, 91, 65, 81];
    /// Ana Ruiz called the dam "…"
    Judged = "judging-verb-before", [82, 83, 40, 54];
    /// Ana Ruiz believes the dam to be "…"
    Thought = "thinking-verb-before", [83, 60, 40, 68];
    /// adding that "…"
    Participle = "participle", [89, 90, 45, 58];
    /// was called "…" by Ana Ruiz
    Passive = "passive", [55, 50, 40, 40];
    /// Ana Ruiz on the dam: "…"
    Colon = "colon", [75, 85, 50, 45];
    /// "…", said Ana Ruiz. "…"
    Continued = "continued", [61, 60, 50, 50];
    /// Ana Ruiz went on: (new paragraph) "…"
    Announced = "announced", [89, 90, 60, 60];
    /// A whole paragraph after a quotation.
    NextParagraph = "next-paragraph", [70, 88, 60, 45];
    /// The subject of the sentence.
    Subject = "subject", [70, 80, 50, 35];
    /// Who spoke last.
    LastSpeaker = "last-speaker", [50, 50, 40, 30];
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
}

impl Rule {
    /// What it finds with this cue, if there is a source.
    #[inline(never)]
    pub fn finds(self, cue: Range<usize>, source: Option<Phrase>) -> Option<Attribution> {
        Some(Attribution { rule: self, cue, source: source? })
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
        quote.wrapping_sub(self.cue.end) <= 7
    }
}
