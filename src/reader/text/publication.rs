//! What the head of an article says about its publication: title and date.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::cut::{halves, one_line};
use super::head_date::{self, HeadDate};
use super::time::{self, calendar_day};
use super::{Paragraph, ParagraphType, Token};

/// When the article was published: TimeML's document creation time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Published {
    /// A day.
    Day(NaiveDate),
    /// A moment, with the offset of its own clock.
    Moment(DateTime<FixedOffset>),
}

/// A publication date that is neither `YYYY-MM-DD` nor an RFC 3339 date-time.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a date such as 2018-08-04 or 2018-08-04T15:14:00+03:00")]
pub struct PublishedError(pub String);

impl Published {
    /// The day of publication, on the clock of the place of publication.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Moment(moment) => moment.date_naive(),
        }
    }
}

impl FromStr for Published {
    type Err = PublishedError;

    /// Reads `YYYY-MM-DD`, an RFC 3339 date-time, or `YYYY-MM-DDThh:mm[:ss]` without an offset (then only the day counts).
    fn from_str(written: &str) -> Result<Self, PublishedError> {
        let written = written.trim();
        if let Some(moment) = time::read(written) {
            return Ok(Self::Moment(moment));
        }
        calendar_day(halves(written, b'T').0).map(Self::Day).ok_or_else(|| PublishedError(written.to_owned()))
    }
}

impl fmt::Display for Published {
    /// `2018-08-04`, or an RFC 3339 date-time with seconds.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Moment(moment) => f.write_str(&time::written(*moment)),
        }
    }
}

/// What the text's own head says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublicationFacts {
    /// The title.
    pub title: Option<String>,
    /// The publication date.
    pub published: Option<Published>,
}

/// Paragraphs that count as the head.
const HEAD: usize = 12;

impl PublicationFacts {
    /// Reads the head of a text. The sentences of its body are not asked.
    pub(super) fn of(text: &str, paragraphs: &[Paragraph], tokens: &[Token]) -> Self {
        let title = paragraphs.iter().find(|paragraph| paragraph.kind == ParagraphType::Headline);
        let words = |paragraph: &Paragraph| one_line(paragraph.range.of(text));
        Self { title: title.map(words), published: published(text, paragraphs, tokens) }
    }
}

fn published(text: &str, paragraphs: &[Paragraph], tokens: &[Token]) -> Option<Published> {
    let own = |paragraph: &Paragraph| tokens.get(paragraph.tokens.clone()).unwrap_or_default();
    let head = paragraphs.get(..paragraphs.len().min(HEAD)).unwrap_or_default();
    let lines = head.iter().filter_map(|paragraph| match paragraph.kind {
        ParagraphType::Dateline => head_date::read(text, own(paragraph)),
        ParagraphType::Byline => head_date::after_names(text, own(paragraph)),
        _ => None,
    });
    // Before what was updated goes what was published; a clock on one line goes with the day on the next.
    let mut clock = None;
    let mut changed = None;
    for line in lines {
        let whole = clock.map_or(line, |clock: HeadDate| line.or(clock));
        match whole.published() {
            Some(published) if whole.updated => changed = changed.or(Some(published)),
            Some(published) => return Some(published),
            None => clock = Some(whole).filter(|whole| !whole.has_day()),
        }
    }
    changed.or_else(|| {
        let first =
            head.iter().find(|paragraph| matches!(paragraph.kind, ParagraphType::Body | ParagraphType::Dateline))?;
        let year = paragraphs.iter().find_map(|paragraph| copyright_year(text, paragraph, own(paragraph)))?;
        head_date::agency_day(text, own(first))?.or(HeadDate::of_year(year)).published()
    })
}

/// The year of "© 2018 Coastal Wire".
fn copyright_year(text: &str, paragraph: &Paragraph, tokens: &[Token]) -> Option<i32> {
    let [sign, year, ..] = tokens else { return None };
    let credit = paragraph.kind == ParagraphType::Credit && sign.range.of(text) == "©";
    let year = i32::try_from(time::number(year.range.of(text))?).ok()?;
    (credit && (1800..2200).contains(&year)).then_some(year)
}
