//! The words that files have for what the core has as one of a few.

use serde_json::Value;

use super::json::{FieldError, Read, text};
use crate::annotation::{EditedField, EvidenceType, LeadStatus, Origin, Relation, Stance, Status, Verdict};
use crate::detect::Kind;
use crate::detect::claim::ClaimType;
use crate::detect::date::TimexType;
use crate::detect::quote::{QuoteForm, SourceKind};
use crate::text::ParagraphType;

/// One of a few, each with a word for it.
pub(crate) trait Word: Copy + PartialEq + 'static {
    /// What stands for one that cannot be read.
    const FIRST: Self;
    /// All of them.
    const ALL: &'static [Self];
    /// Their words, in the same order.
    const WORDS: &'static [&'static str];

    /// The word for this one.
    fn word(self) -> &'static str {
        let place = Self::ALL.iter().position(|other| *other == self);
        place.and_then(|place| Self::WORDS.get(place)).copied().unwrap_or_default()
    }

    /// The one that the text `value` is the word for.
    fn read(value: &Value) -> Read<Self> {
        let place = place_of(value, Self::WORDS)?;
        Ok(Self::ALL.get(place).copied().unwrap_or(Self::FIRST))
    }
}

fn place_of(value: &Value, words: &[&str]) -> Read<usize> {
    let found = text(value)?;
    let place = words.iter().position(|word| *word == found);
    place.ok_or_else(|| {
        FieldError::new(format!("one of “{}” is expected there, but found the text “{found}”", words.join("”, “")))
    })
}

macro_rules! words {
    ($($kind:ident { $first:ident = $its_word:literal $(, $one:ident = $word:literal)* $(,)? })+) => {
        $(impl Word for $kind {
            const FIRST: Self = Self::$first;
            const ALL: &'static [Self] = &[Self::$first, $(Self::$one),*];
            const WORDS: &'static [&'static str] = &[$its_word, $($word),*];
        })+

        #[cfg(test)]
        mod tests {
            use super::*;

            #[test]
            fn each_word_is_one_of_its_own_and_read_back() {
                $(for one in <$kind as Word>::ALL {
                    assert_eq!(<$kind as Word>::read(&one.word().into()), Ok(*one));
                })+
            }
        }
    };
}

words! {
    ClaimType {
        Quantity = "quantity", Record = "record", Cause = "cause", Law = "law", Accusation = "accusation",
        Event = "event", Prediction = "prediction", Other = "other",
    }
    EditedField { Target = "target", Kind = "kind", Detail = "detail" }
    EvidenceType { Web = "web", Person = "person", Document = "document", Book = "book", Other = "other" }
    Kind { Claim = "claim", Date = "date", Quote = "quote" }
    LeadStatus { Open = "open", Accepted = "accepted", Dismissed = "dismissed" }
    Origin { Detected = "detected", Manual = "manual" }
    ParagraphType {
        Headline = "headline", Dateline = "dateline", Byline = "byline", Section = "section", Caption = "caption",
        Credit = "credit", Teaser = "teaser", Tags = "tags", Body = "body", Omitted = "omitted",
    }
    QuoteForm { Direct = "direct", Mixed = "mixed", Indirect = "indirect" }
    Relation { Contradicts = "contradicts", Supports = "supports", SameEvent = "same-event" }
    SourceKind {
        Person = "person", Office = "office", Organisation = "organisation", Document = "document", Unnamed = "unnamed",
    }
    Stance { Supports = "supports", Contradicts = "contradicts", Context = "context" }
    Status { Proposed = "proposed", Kept = "kept", Dismissed = "dismissed" }
    TimexType { Date = "DATE", Time = "TIME", Duration = "DURATION", Set = "SET" }
    Verdict { Unchecked = "unchecked", Verified = "verified", Inconsistent = "inconsistent", Unclear = "unclear" }
}
