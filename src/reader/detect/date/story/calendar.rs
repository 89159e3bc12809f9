//! Steps on the calendar, and the places on it that units and fields name.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, Timelike};

use super::yearly::Yearly;
use crate::detect::date::english::Holiday;
use crate::detect::date::reading::{Fields, Level};
use crate::detect::date::unit::Unit;
use crate::detect::date::value::{Clock, Point, TimeOfDay, Within, Year};

/// The day so many units away.
pub(super) fn moved(date: NaiveDate, unit: Unit, by: i32) -> Option<NaiveDate> {
    let months = |count: i64| {
        let step = Months::new(u32::try_from(count.unsigned_abs()).ok()?);
        if count < 0 { date.checked_sub_months(step) } else { date.checked_add_months(step) }
    };
    let by = i64::from(by);
    let moved = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => Some(date),
        Unit::Day => date.checked_add_signed(chrono::TimeDelta::try_days(by)?),
        Unit::Week | Unit::Weekend => date.checked_add_signed(chrono::TimeDelta::try_weeks(by)?),
        Unit::Month => months(by),
        Unit::Quarter => months(by * 3),
        Unit::Year => months(by * 12),
        Unit::Decade => months(by * 120),
        Unit::Century => months(by * 1200),
        Unit::Millennium => months(by * 12000),
    }?;
    (0..=9999).contains(&moved.year()).then_some(moved)
}

pub(super) fn quarter_of(date: NaiveDate) -> Option<u8> {
    u8::try_from(date.month0() / 3 + 1).ok()
}

pub(super) fn quarter_point(date: NaiveDate) -> Point {
    Point::within(date, Within::Quarter(quarter_of(date)))
}

/// `moment` as exactly as `unit` says it.
pub(super) fn clock_point(moment: NaiveDateTime, zone: Option<i16>, unit: Unit) -> Point {
    let two = |number: u32| u8::try_from(number).ok();
    let clock = Clock {
        hour: two(moment.hour()),
        minute: two(moment.minute()).filter(|_| unit < Unit::Hour),
        second: two(moment.second()).filter(|_| unit == Unit::Second),
        zone,
    };
    Point { time: Some(TimeOfDay::Clock(clock)), ..Point::day(moment.date()) }
}

/// The stretch of this unit that holds `date`.
pub(super) fn of_unit(date: NaiveDate, unit: Unit) -> Point {
    let year = date.year();
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Point::day(date),
        Unit::Week => Point::week(date),
        Unit::Weekend => Point::weekend(date),
        Unit::Month => Point::month(date),
        Unit::Quarter => quarter_point(date),
        Unit::Year => Point::within(date, Within::Whole),
        Unit::Decade => Point::in_year(u16::try_from(year / 10).map_or(Year::Open, Year::Decade), Within::Whole),
        Unit::Century | Unit::Millennium => {
            Point::in_year(u8::try_from(year / 100).map_or(Year::Open, Year::Century), Within::Whole)
        }
    }
}

/// The stretch of this unit, nobody knows which.
pub(super) fn open_unit(unit: Unit) -> Point {
    Point::in_year(
        Year::Open,
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Within::Day(None, None),
            Unit::Week => Within::Week(None),
            Unit::Weekend => Within::Weekend(None),
            Unit::Month => Within::Month(None),
            Unit::Quarter => Within::Quarter(None),
            Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium => Within::Whole,
        },
    )
}

/// How exact a point is.
pub(super) fn grain(point: &Point) -> Level {
    match point.within {
        Within::Day(..) | Within::Weekday(..) => Level::Day,
        Within::Week(_) | Within::Weekend(_) => Level::Week,
        Within::Month(_) => Level::Month,
        Within::Quarter(_) | Within::Season(_) => Level::Quarter,
        Within::Half(_) => Level::Half,
        Within::Whole => Level::Year,
    }
}

pub(super) fn time(fields: &Fields) -> Option<TimeOfDay> {
    fields.clock.map(TimeOfDay::Clock).or(fields.part.map(TimeOfDay::Part))
}

/// What `fields` name within `point`, whose first day is near `date`.
pub(super) fn within(point: Point, date: NaiveDate, fields: &Fields) -> Option<Point> {
    let time = time(fields);
    let year = match point.year {
        Year::Of(year) => i32::from(year),
        _ => date.year(),
    };
    let inner = match point.within {
        Within::Whole if matches!(point.year, Year::Of(_)) => {
            Yearly::of(fields).and_then(|yearly| yearly.in_year(year))
        }
        Within::Month(Some(month)) => {
            fields.day.and_then(|day| NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day))).map(Point::day)
        }
        Within::Week(Some(_)) => match (fields.weekday, fields.weekend) {
            (Some(weekday), _) => {
                point.first_day()?.checked_add_days(Days::new(u64::from(weekday.saturating_sub(1)))).map(Point::day)
            }
            (None, true) => Some(Point::weekend(date)),
            _ => None,
        },
        _ => None,
    }
    .unwrap_or(point);
    Some(Point { time, before_christ: point.before_christ, ..inner })
}

/// What `fields` name where the year is not known.
pub(super) fn fill(point: Point, fields: &Fields) -> Point {
    let within = match (fields.month, fields.day) {
        (Some(month), day) => day.map_or(Within::Month(Some(month)), |day| Within::Day(Some(month), Some(day))),
        (None, Some(day)) => Within::Day(None, Some(day)),
        (None, None) => {
            if let Some(holiday) = fields.holiday {
                holiday_within(holiday)
            } else if let Some(season) = fields.season {
                Within::Season(season)
            } else if let Some(quarter) = fields.quarter {
                Within::Quarter(Some(quarter))
            } else if let Some(half) = fields.half {
                Within::Half(Some(half))
            } else if let Some(weekday) = fields.weekday {
                Within::Weekday(None, weekday)
            } else if fields.weekend {
                Within::Weekend(None)
            } else if point.within == Within::Whole && (fields.part.is_some() || fields.clock.is_some()) {
                Within::Day(None, None)
            } else {
                point.within
            }
        }
    };
    let year = match (point.year, fields.year) {
        (Year::Open, Some(year)) => Year::Of(year),
        (year, _) => year,
    };
    let filled = Point { year, within, time: time(fields), before_christ: fields.before_christ };
    // With its year known, the day may not exist.
    if matches!(year, Year::Of(_)) && matches!(within, Within::Day(Some(_), Some(_))) && filled.first_day().is_none() {
        return Point { year: Year::Open, ..filled };
    }
    filled
}

pub(super) fn holiday_within(holiday: Holiday) -> Within {
    let byte = |number: u32| u8::try_from(number).ok();
    match (holiday.fixed(), holiday.in_year(2000)) {
        (Some((month, day)), _) => Within::Day(Some(month), Some(day)),
        (None, Some(date)) => Within::Day(byte(date.month()), None),
        (None, None) => Within::Day(None, None),
    }
}
