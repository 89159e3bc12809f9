//! What comes once a year, and which one of the row is meant.

use chrono::{Datelike, NaiveDate};

use super::Against;
use crate::detect::date::english::tense::Tense;
use crate::detect::date::english::{Holiday, Which};
use crate::detect::date::reading::Fields;
use crate::detect::date::unit::Season;
use crate::detect::date::value::{Point, Within, Year};

/// A reading and the second-best one.
pub(super) struct Choice {
    pub(super) point: Point,
    pub(super) other: Option<Point>,
    pub(super) against: Against,
}

/// Something that comes once a year.
#[derive(Clone, Copy)]
pub(super) enum Yearly {
    Month(u8),
    Day(u8, u8),
    WeekOf(u8, u8),
    WeekendOf(u8, u8),
    Season(Season),
    Quarter(u8),
    Half(u8),
    Holiday(Holiday),
    HolidayWeek(Holiday),
    HolidayWeekend(Holiday),
}

impl Yearly {
    pub(super) fn of(fields: &Fields) -> Option<Self> {
        if let Some(holiday) = fields.holiday {
            return Some(match (fields.week, fields.weekend) {
                (true, _) => Self::HolidayWeek(holiday),
                (_, true) => Self::HolidayWeekend(holiday),
                _ => Self::Holiday(holiday),
            });
        }
        match (fields.month, fields.day) {
            (Some(month), Some(day)) if fields.week => Some(Self::WeekOf(month, day)),
            (Some(month), Some(day)) if fields.weekend => Some(Self::WeekendOf(month, day)),
            (Some(month), Some(day)) => Some(Self::Day(month, day)),
            (Some(month), None) => Some(Self::Month(month)),
            _ => None,
        }
        .or(fields.season.map(Self::Season))
        .or(fields.quarter.map(Self::Quarter))
        .or(fields.half.map(Self::Half))
    }

    pub(super) fn in_year(self, year: i32) -> Option<Point> {
        let known = Year::known(year);
        let date = |month: u8, day: u8| NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day));
        Some(match self {
            Self::Month(month) => Point::in_year(known, Within::Month(Some(month))),
            Self::Day(month, day) => Point::day(date(month, day)?),
            Self::WeekOf(month, day) => Point::week(date(month, day)?),
            Self::WeekendOf(month, day) => Point::weekend(date(month, day)?),
            Self::Season(season) => Point::in_year(known, Within::Season(season)),
            Self::Quarter(quarter) => Point::in_year(known, Within::Quarter(Some(quarter))),
            Self::Half(half) => Point::in_year(known, Within::Half(Some(half))),
            Self::Holiday(holiday) => Point::day(holiday.in_year(year)?),
            Self::HolidayWeek(holiday) => Point::week(holiday.in_year(year)?),
            Self::HolidayWeekend(holiday) => Point::weekend(holiday.in_year(year)?),
        })
    }

    /// The one that is meant, seen from `today`.
    pub(super) fn choose(self, which: Option<Which>, tense: Tense, today: NaiveDate) -> Option<Choice> {
        let year = today.year();
        // 29 February is not in every year.
        let near = |year: i32, step: i32| (0..8).find_map(|n| self.in_year(year + n * step));
        let this = self.in_year(year);
        let ahead_in_year = this.and_then(|point| point.first_day()).is_some_and(|first| first > today);
        let (past, next) = if ahead_in_year {
            (near(year - 1, -1), this)
        } else {
            (this.or_else(|| near(year - 1, -1)), near(year + 1, 1))
        };
        let holds_today = past.is_some_and(|point| point.last_day().is_some_and(|last| last >= today));
        let days_ahead = next.and_then(|point| point.first_day()).map_or(9999, |first| (first - today).num_days());
        let months_ahead = days_ahead / 30;
        let take_next = match which {
            Some(Which::Last | Which::Past | Which::Previous) => false,
            Some(Which::Next | Which::Following) => true,
            Some(Which::Coming) => !holds_today,
            Some(Which::This) => ahead_in_year,
            _ if holds_today => false,
            _ => match tense {
                // A quarter spoken of is one whose figures are known, if nothing else is said.
                Tense::Past | Tense::Unsaid if matches!(self, Self::Quarter(_)) => false,
                Tense::Future if matches!(self, Self::Quarter(_)) => months_ahead <= 3,
                Tense::Future => months_ahead <= 6,
                Tense::Past => days_ahead <= 75,
                Tense::Unsaid => months_ahead <= 4,
            },
        };
        let past = if holds_today && matches!(which, Some(Which::Last | Which::Past | Which::Previous)) {
            near(year - 1, -1)
        } else {
            past
        };
        let (point, other) = if take_next { (next.or(past)?, past) } else { (past.or(next)?, next) };
        Some(Choice { point, other, against: Against::Published })
    }
}
