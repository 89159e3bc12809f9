//! Lengths of time as they are written: "nine days", "a 14-month pause", "two years later".

use super::super::period::{Grain, Period};
use super::figure::{About, Figure, FigureKind, nearest};
use super::reading::Reading;

/// Units of a length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// A length of time.
#[derive(Clone, Debug)]
pub(super) struct Length {
    /// Number and unit.
    pub tokens: std::ops::Range<usize>,
    pub count: f64,
    pub unit: Unit,
    pub about: About,
}

impl Unit {
    fn read(reading: &Reading<'_>, token: usize) -> Option<Self> {
        Some(match () {
            () if reading.is(token, "day days") => Self::Day,
            () if reading.is(token, "week weeks") => Self::Week,
            () if reading.is(token, "month months") => Self::Month,
            () if reading.is(token, "year years") => Self::Year,
            () => return None,
        })
    }

    pub(super) fn days(self) -> f64 {
        match self {
            Self::Day => 1.0,
            Self::Week => 7.0,
            Self::Month => 30.44,
            Self::Year => 365.25,
        }
    }

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Day => "days",
            Self::Week => "weeks",
            Self::Month => "months",
            Self::Year => "years",
        }
    }
}

/// The length of time that begins with `figure`.
pub(super) fn length(reading: &Reading<'_>, figure: &Figure) -> Option<Length> {
    if figure.kind != FigureKind::Count {
        return None;
    }
    let at = figure.tokens.end + usize::from(figure.hyphenated);
    let unit = Unit::read(reading, at)?;
    // "a 45-year-old", "two days' notice"
    let old = reading.is(at + 1, "old olds") || (reading.is(at + 1, "-") && reading.is(at + 2, "old olds"));
    (!old).then(|| Length { tokens: figure.tokens.start..at + 1, count: figure.value, unit, about: figure.about })
}

/// Days between two periods: fewest and most, the last day counted.
pub(super) fn days_between(from: Period, to: Period) -> (i64, i64) {
    let fewest = (to.first_day() - from.last_day()).num_days();
    let most = (to.last_day() - from.first_day()).num_days() + 1;
    (fewest.max(0), most)
}

impl Length {
    /// Whether so many days can be called this length.
    pub(super) fn fits(&self, (fewest, most): (i64, i64)) -> bool {
        let unit = self.unit.days();
        let slack = match self.unit {
            Unit::Day => 0.0,
            Unit::Week => 3.0,
            Unit::Month => 17.0,
            Unit::Year => 200.0,
        };
        let days = self.count * unit;
        let (mut least, mut longest) = (days - slack, days + slack);
        match self.about {
            About::Exactly => {}
            About::Roughly => (least, longest) = (0.8 * least - unit, 1.2 * longest + unit),
            About::AtLeast => longest = 1.6 * longest + unit,
            About::AtMost => least = 0.5 * least - unit,
        }
        days_as_f64(fewest) <= longest && days_as_f64(most) >= least
    }

    /// Whether two periods are fine enough to be held against this length.
    pub(super) fn suits(&self, from: Period, to: Period) -> bool {
        let finest = match self.unit {
            Unit::Day => Grain::Day,
            Unit::Week => Grain::Week,
            Unit::Month => Grain::Month,
            Unit::Year => Grain::Year,
        };
        from.grain <= finest && to.grain <= finest && self.count > 0.0
    }

    /// "9", "14 to 16": `days` in the unit of this length.
    pub(super) fn measured(&self, (fewest, most): (i64, i64)) -> String {
        let unit = self.unit.days();
        let [low, high] = [fewest, most].map(|days| nearest(days_as_f64(days) / unit));
        let range = if low == high { high.to_string() } else { format!("{low} to {high}") };
        format!("{range} {}", self.unit.word())
    }
}

#[expect(clippy::cast_precision_loss, reason = "days of an article")]
fn days_as_f64(days: i64) -> f64 {
    days as f64
}
