//! What the head of an article says about its publication: title and date.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, FixedOffset, NaiveDate};

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
        if let Ok(moment) = DateTime::parse_from_rfc3339(written) {
            return Ok(Self::Moment(moment));
        }
        written
            .split_once('T')
            .map_or(written, |(day, _)| day)
            .parse::<NaiveDate>()
            .map(Self::Day)
            .map_err(|_| PublishedError(written.to_owned()))
    }
}

impl fmt::Display for Published {
    /// `2018-08-04`, or an RFC 3339 date-time with seconds.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Moment(moment) => write!(f, "{}", moment.format("%Y-%m-%dT%H:%M:%S%:z")),
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
