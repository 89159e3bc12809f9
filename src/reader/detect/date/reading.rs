//! What an expression says before it is resolved: the fields that were named and what they hang on.

use super::english::{Holiday, Which};
use super::pattern::Parts;
use super::unit::{DayPart, Modifier, Reference, Season, Unit};
use super::value::Clock;

/// What the words of one expression say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// Point, length, set or reference.
    pub what: What,
    /// What a point hangs on.
    pub base: Base,
    /// Which one of a row is meant: "last May", "next Tuesday".
    pub which: Option<Which>,
    /// The fields of the calendar and the clock that were named.
    pub fields: Fields,
    /// Of a length or a set.
    pub amount: Amount,
    /// Of a length or a set.
    pub unit: Option<Unit>,
    /// `mod` of TIMEX3.
    pub modifier: Option<Modifier>,
    /// `quant` of TIMEX3.
    pub quant: Option<&'static str>,
    /// `freq` of TIMEX3.
    pub freq: Option<u8>,
}

/// What kind of expression it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum What {
    /// A place on the calendar.
    Point,
    /// A length of time.
    Length,
    /// Something that comes again: at a distance, or on a named place of the calendar.
    Set,
    /// Past, present or future.
    Refers(Reference),
}

/// What a point hangs on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Base {
    /// Nothing was said: what is missing comes from the tense and the dates around.
    Open,
    /// So many units from the publication date, or from the date the story spoke of last.
    Shift {
        /// From where.
        from: From,
        /// What is counted; the point is as long as this.
        unit: Unit,
        /// How many; negative is earlier.
        by: i32,
    },
    /// The same place of the calendar, so many units from the date the story spoke of last: "a year earlier".
    Moved {
        /// From where.
        from: From,
        /// What is counted.
        unit: Unit,
        /// How far.
        by: Step,
    },
    /// The fiscal period that the story speaks of: "the quarter".
    Period,
}

/// How far a moved date lies from where counting starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many units; negative is earlier.
    By(i32),
    /// Some units earlier: "several months ago".
    Back,
    /// Some units later: "a few weeks from now".
    Ahead,
}

/// Where counting starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// The publication date.
    Published,
    /// The date the story spoke of last.
    Story,
}

/// A number of units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Amount {
    /// No number was said, or a vague one.
    #[default]
    Vague,
    /// In hundredths.
    Hundredths(u64),
}

impl Amount {
    /// A whole number.
    #[must_use]
    pub const fn whole(number: u64) -> Self {
        Self::Hundredths(number.saturating_mul(100))
    }

    /// The number, where it is whole and not past counting.
    #[must_use]
    pub fn as_whole(self) -> Option<i32> {
        match self {
            Self::Hundredths(number) if number % 100 == 0 => i32::try_from(number / 100).ok(),
            _ => None,
        }
    }
}

/// The fields that were named.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Fields {
    /// The year counts backwards.
    pub before_christ: bool,
    /// 19 for the years 1900 to 1999.
    pub century: Option<u8>,
    /// 199 for the nineties.
    pub decade: Option<u16>,
    /// 1998
    pub year: Option<u16>,
    /// 1 or 2
    pub half: Option<u8>,
    /// 1 to 4
    pub quarter: Option<u8>,
    /// The season.
    pub season: Option<Season>,
    /// 1 to 12
    pub month: Option<u8>,
    /// The week that holds the rest.
    pub week: bool,
    /// The weekend of the rest.
    pub weekend: bool,
    /// 1 to 31
    pub day: Option<u8>,
    /// 1 is Monday.
    pub weekday: Option<u8>,
    /// A day with a name.
    pub holiday: Option<Holiday>,
    /// A part of the day.
    pub part: Option<DayPart>,
    /// A time on the clock.
    pub clock: Option<Clock>,
    /// Month and day the other way round, where they were written in figures that can be read so too.
    pub swapped: Option<(u8, u8)>,
}

/// How long a stretch is; a longer one can hold a shorter one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// On the clock.
    Clock,
    /// Part of the day.
    Part,
    /// Day.
    Day,
    /// Week or weekend.
    Week,
    /// Month.
    Month,
    /// Quarter or season.
    Quarter,
    /// Half a year.
    Half,
    /// Year.
    Year,
    /// Decade.
    Decade,
    /// Century and longer.
    Century,
}

impl Level {
    /// Of a unit.
    #[must_use]
    pub const fn of(unit: Unit) -> Self {
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour => Self::Clock,
            Unit::Day => Self::Day,
            Unit::Week | Unit::Weekend => Self::Week,
            Unit::Month => Self::Month,
            Unit::Quarter => Self::Quarter,
            Unit::Year => Self::Year,
            Unit::Decade => Self::Decade,
            Unit::Century | Unit::Millennium => Self::Century,
        }
    }
}

impl Fields {
    /// The shortest and the longest stretch that was named.
    #[must_use]
    pub fn levels(&self) -> Option<(Level, Level)> {
        let named = [
            (self.clock.is_some(), Level::Clock),
            (self.part.is_some(), Level::Part),
            (self.day.is_some() || self.weekday.is_some() || self.holiday.is_some(), Level::Day),
            (self.week || self.weekend, Level::Week),
            (self.month.is_some(), Level::Month),
            (self.quarter.is_some() || self.season.is_some(), Level::Quarter),
            (self.half.is_some(), Level::Half),
            (self.year.is_some(), Level::Year),
            (self.decade.is_some(), Level::Decade),
            (self.century.is_some(), Level::Century),
        ];
        let mut levels = named.iter().filter(|(is, _)| *is).map(|(_, level)| *level);
        let first = levels.next()?;
        Some((first, levels.next_back().unwrap_or(first)))
    }

    /// The fields of both; `self` wins where both name one.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            before_christ: self.before_christ || other.before_christ,
            century: self.century.or(other.century),
            decade: self.decade.or(other.decade),
            year: self.year.or(other.year),
            half: self.half.or(other.half),
            quarter: self.quarter.or(other.quarter),
            season: self.season.or(other.season),
            month: self.month.or(other.month),
            week: self.week || other.week,
            weekend: self.weekend || other.weekend,
            day: self.day.or(other.day),
            weekday: self.weekday.or(other.weekday),
            holiday: self.holiday.or(other.holiday),
            part: self.part.or(other.part),
            clock: self.clock.or(other.clock),
            swapped: self.swapped.or(other.swapped),
        }
    }
}

impl Reading {
    /// Whether it is no more than the name of a month or a season.
    #[must_use]
    pub fn is_bare_name(&self) -> bool {
        let Fields { season, month, .. } = self.fields;
        let bare = Fields { season, month, ..Fields::default() };
        month.is_some() != season.is_some() && *self == Self::point(bare)
    }

    /// Whether what it means hangs on the tense: a place in a year that is not named.
    #[must_use]
    pub fn asks_for_tense(&self) -> bool {
        let Fields { year, decade, century, .. } = self.fields;
        let named = year.is_some() || decade.is_some() || century.is_some();
        self.what == What::Point && self.base == Base::Open && !named
    }

    /// A point with these fields, hanging on nothing.
    #[must_use]
    pub fn point(fields: Fields) -> Self {
        Self {
            what: What::Point,
            base: Base::Open,
            which: None,
            fields,
            amount: Amount::Vague,
            unit: None,
            modifier: None,
            quant: None,
            freq: None,
        }
    }

    /// The point with the fields and the modifier of `parts`: what a rule begins with.
    #[must_use]
    pub fn of(parts: &Parts) -> Self {
        Self { modifier: parts.modifier, ..Self::point(parts.fields) }
    }

    /// Makes it a point so many units from a date.
    #[expect(clippy::unnecessary_wraps, reason = "what a rule ends with")]
    pub fn shifts(&mut self, from: From, unit: Unit, by: i32) -> Option<()> {
        self.base = Base::Shift { from, unit, by };
        Some(())
    }

    /// Makes it a length of time.
    pub fn lasts(&mut self, amount: Amount, unit: Option<Unit>) -> Option<()> {
        (self.what, self.amount, self.unit) = (What::Length, amount, unit);
        unit.map(drop)
    }

    /// Makes it something that comes again each so many units.
    pub fn recurs(&mut self, amount: Amount, unit: Option<Unit>) -> Option<()> {
        (self.what, self.amount, self.unit) = (What::Set, amount, unit);
        unit.map(drop)
    }

    /// Makes it past, present or future.
    #[expect(clippy::unnecessary_wraps, reason = "what a rule ends with")]
    pub fn refers(&mut self, reference: Reference) -> Option<()> {
        self.what = What::Refers(reference);
        Some(())
    }

    /// The shortest and the longest stretch that was named, base included.
    #[must_use]
    pub fn levels(&self) -> Option<(Level, Level)> {
        let base = match self.base {
            Base::Shift { unit, .. } | Base::Moved { unit, .. } => Some(Level::of(unit)),
            Base::Open | Base::Period => None,
        };
        match (self.fields.levels(), base) {
            (Some((low, high)), Some(base)) => Some((low.min(base), high.max(base))),
            (Some(levels), None) => Some(levels),
            (None, Some(base)) => Some((base, base)),
            (None, None) => None,
        }
    }

    /// Both readings in one, where one lies within the other: "noon" and "yesterday", "June" and "last year".
    #[must_use]
    pub fn joined(self, other: Self) -> Option<Self> {
        if self.what != What::Point || other.what != What::Point {
            return None;
        }
        let ((low, high), (other_low, other_high)) = (self.levels()?, other.levels()?);
        let (inner, mut outer) = if high < other_low {
            (self, other)
        } else if other_high < low {
            (other, self)
        } else {
            return None;
        };
        if inner.base != Base::Open || (inner.which.is_some() && outer.base != Base::Open) {
            return None;
        }
        outer.fields = inner.fields.with(outer.fields);
        outer.which = inner.which.or(outer.which);
        outer.modifier = inner.modifier.or(outer.modifier);
        Some(outer)
    }
}
