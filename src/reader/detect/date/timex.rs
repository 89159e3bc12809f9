//! What a temporal expression is read as.

use crate::detect::AnnotationId;

/// The four types of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TimexType {
    /// A day or something longer on the calendar: "June 8", "2018".
    Date,
    /// A time of day: "15:14", "Monday evening".
    Time,
    /// A length of time: "three days".
    Duration,
    /// Something that comes again: "every Friday".
    Set,
}

/// What an expression was read against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The publication date.
    Published,
    /// Another temporal expression of the article.
    Annotation(AnnotationId),
}

/// The attributes of a TIMEX3, and what else it could be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateDetail {
    /// DATE, TIME, DURATION or SET.
    pub timex_type: TimexType,
    /// The value, such as `2018-06-08`, `2018-W23`, `P3D`, `XXXX-07` or `PAST_REF`.
    pub value: String,
    /// `mod` of TIMEX3, such as `START` or `APPROX`.
    pub modifier: Option<String>,
    /// `quant` of a SET, such as `EVERY`.
    pub quant: Option<String>,
    /// `freq` of a SET, such as `2X`.
    pub freq: Option<String>,
    /// First day of a range, as a TIMEX3 value.
    pub begin: Option<String>,
    /// Last day of a range, as a TIMEX3 value.
    pub end: Option<String>,
    /// What it was read against; nothing for an expression that needs no anchor or has none.
    pub anchor: Option<Anchor>,
    /// Other readings as TIMEX3 values, the likeliest first.
    pub alternatives: Vec<String>,
}

impl TimexType {
    /// The type of what was read.
    pub(super) fn of(reading: &super::reading::Reading) -> Self {
        use super::reading::{Base, Step, What};
        match reading.what {
            What::Length => Self::Duration,
            What::Set => Self::Set,
            What::Point if reading.fields.clock.is_some() || reading.fields.part.is_some() => Self::Time,
            What::Point => match reading.base {
                Base::Moved { unit, by: Step::By(_), .. } if unit.is_clock() => Self::Time,
                _ => Self::Date,
            },
            What::Refers(_) => Self::Date,
        }
    }
}
