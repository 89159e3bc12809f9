//! Dates from the person: a typed date or value, and a passage marked by hand.

use super::value::{TimeOfDay, TimexValue};
use super::{DateDetail, DateTagger, TimexType};
use crate::detect::{Detail, Detection};
use crate::text::{Document, Published, TextRange};

/// What was typed is neither a TIMEX3 value nor a date that can be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TypedError {
    /// Nothing was typed.
    #[error("type a date such as 8 June 2018, or a TIMEX3 value such as 2018-06-08, 2018-06, P3D or PAST_REF")]
    Empty,
    /// Something else was typed.
    #[error("“{0}” cannot be read as a date: write it like 8 June 2018, 2018-06-08, 2018-06, 2018-Q2, P3D or PAST_REF")]
    NotADate(String),
}

/// Reads what the person typed: a TIMEX3 value, or a date in words or figures, against `published`.
///
/// # Errors
/// Where it is neither, or does not exist in the calendar.
pub fn read_typed(typed: &str, published: Option<Published>) -> Result<DateDetail, TypedError> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(TypedError::Empty);
    }
    if let Ok(value) = typed.to_ascii_uppercase().parse::<TimexValue>() {
        return Ok(plain(&value));
    }
    let document = Document::new(typed);
    let found = detect(&document, published);
    let whole = found.iter().find(|detection| detection.range.of(typed).len() == typed.len());
    match whole.map(|detection| &detection.detail) {
        Some(Detail::Date(detail)) => Ok(DateDetail { anchor: None, ..detail.clone() }),
        _ => Err(TypedError::NotADate(typed.to_owned())),
    }
}

/// What the passage at `range` says, marked by hand: what would be found there, else the first date in it, else a date
/// nobody knows. It is read as part of its paragraph, so that tense and the dates before it count.
#[must_use]
pub fn read_passage(document: &Document, range: TextRange, published: Option<Published>) -> DateDetail {
    let found = detect_up_to(document, range, published);
    let inside = found.iter().filter(|detection| range.overlaps(detection.range));
    let best = inside.max_by_key(|detection| (detection.range == range, detection.range.len()));
    if let Some(Detail::Date(detail)) = best.map(|detection| &detection.detail) {
        return detail.clone();
    }
    read_typed(range.of(document.text()), published).unwrap_or_else(|_| unknown())
}

fn unknown() -> DateDetail {
    DateDetail {
        timex_type: TimexType::Date,
        value: "XXXX-XX-XX".to_owned(),
        modifier: None,
        quant: None,
        freq: None,
        begin: None,
        end: None,
        anchor: None,
        alternatives: Vec::new(),
    }
}

fn plain(value: &TimexValue) -> DateDetail {
    let timex_type = match value {
        TimexValue::Length(_) => TimexType::Duration,
        TimexValue::Point(point) if matches!(point.time, Some(TimeOfDay::Part(_) | TimeOfDay::Clock(_))) => {
            TimexType::Time
        }
        TimexValue::Point(_) | TimexValue::Reference(_) => TimexType::Date,
    };
    DateDetail { timex_type, value: value.to_string(), ..unknown() }
}

fn detect(document: &Document, published: Option<Published>) -> Vec<Detection> {
    let end = u32::try_from(document.text().len()).unwrap_or(u32::MAX);
    detect_up_to(document, TextRange::new(0, end), published)
}

/// The dates of the paragraphs up to the one that holds `range`.
fn detect_up_to(document: &Document, range: TextRange, published: Option<Published>) -> Vec<Detection> {
    let mut tagger = DateTagger::new(document, published);
    let mut found = Vec::new();
    for index in 0..document.paragraphs().len() {
        let Some(view) = document.view(index) else { break };
        if view.paragraph.range.start >= range.end {
            break;
        }
        tagger.paragraph(view, &mut found);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Result<String, TypedError> {
        read_typed(text, "2018-08-04".parse().ok()).map(|detail| detail.value)
    }

    #[test]
    fn dates_and_values_are_read() {
        for (text, value) in [
            ("8 June 2018", "2018-06-08"),
            ("June 8", "2018-06-08"),
            (" 2018-06-08 ", "2018-06-08"),
            ("2018-q2", "2018-Q2"),
            ("P3D", "P3D"),
            ("past_ref", "PAST_REF"),
            ("yesterday", "2018-08-03"),
            ("25/12/2017", "2017-12-25"),
            ("July", "2018-07"),
            ("2018-06-08T15:14", "2018-06-08T15:14"),
        ] {
            assert_eq!(typed(text).as_deref(), Ok(value), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        assert_eq!(typed(" "), Err(TypedError::Empty));
        for text in ["soonish", "31 February 2018", "2018-13", "June 8 or so they say"] {
            assert_eq!(typed(text), Err(TypedError::NotADate(text.to_owned())), "{text}");
        }
    }

    #[test]
    fn a_passage_is_read_where_it_stands() {
        let text = "The summit was in Helsinki. They met on June 8 and on a day nobody named.";
        let document = Document::new(text);
        let read = |words: &str| {
            let start = u32::try_from(text.find(words).unwrap()).unwrap();
            let range = TextRange::new(start, start + u32::try_from(words.len()).unwrap());
            read_passage(&document, range, "2018-08-04".parse().ok()).value
        };
        assert_eq!(read("June 8"), "2018-06-08");
        assert_eq!(read("on June 8"), "2018-06-08");
        assert_eq!(read("a day nobody named"), "P1D");
        assert_eq!(read("Helsinki"), "XXXX-XX-XX");
    }
}
