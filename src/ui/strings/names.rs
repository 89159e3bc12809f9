//! What things are called.

use chrono::Datelike;

use super::{day, percent};
use crate::annotation::{EvidenceType, Kind, Relation, Stance, Verdict};
use crate::detect::Detail;
use crate::detect::date::{Anchor, DateDetail, TimexType, in_words, weekday_name};
use crate::text::{ParagraphType, calendar_day};

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

/// A TIMEX3 value in words: "Friday, 8 June 2018"; the day in the reader's own order.
pub fn timex(value: &str) -> String {
    let words = in_words(value);
    let written = value.get(..10).unwrap_or_default();
    match calendar_day(written) {
        Some(date) => words.replace(&in_words(written), &format!("{}, {}", weekday_name(date.weekday()), day(date))),
        None => words,
    }
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
        (Some(quant), TimexType::Set) => format!("{} {words}", quant.to_ascii_lowercase()),
        (None, TimexType::Set) => format!("every {words}"),
        _ => words,
    }
}

/// What the claims control says.
pub fn share(share: u8) -> String {
    format!("up to {} of the sentences", percent(share))
}
