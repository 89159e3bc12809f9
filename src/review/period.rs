//! The stretch of the calendar that a TIMEX3 value means.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};

use crate::detect::date::{DateDetail, month_name};

/// How fine a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// A minute or an hour of a day.
    Time,
    /// A day.
    Day,
    /// A week or a weekend.
    Week,
    /// A month.
    Month,
    /// A quarter, a half-year or a season.
    Season,
    /// A year.
    Year,
    /// A decade, a century, or a range of years.
    Longer,
}

/// A stretch of time on the clock of the place, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// Its first moment.
    pub start: NaiveDateTime,
    /// The first moment after it.
    pub end: NaiveDateTime,
    /// How fine the expression is; of a range the finer of its ends.
    pub grain: Grain,
}

impl Period {
    /// What a date was read as: its range where it has one, else its value. Nothing for what has no place on the calendar:
    /// durations without ends, sets, `PAST_REF`, `XXXX-06`.
    #[must_use]
    pub fn of(date: &DateDetail) -> Option<Self> {
        match (&date.begin, &date.end) {
            (Some(begin), Some(end)) => {
                let (begin, end) = (Self::parse(begin)?, Self::parse(end)?);
                let range = Self { start: begin.start, end: end.end, grain: begin.grain.min(end.grain) };
                (range.start < range.end).then_some(range)
            }
            _ => Self::parse(&date.value),
        }
    }

    /// The period of a TIMEX3 value such as `2018-06-08`, `2018-W23`, `2018-Q2`, `2018-06-08TEV` or `201`.
    #[must_use]
    pub fn parse(value: &str) -> Option<Self> {
        let (date, time) = match value.split_once('T') {
            Some((date, time)) => (date, Some(time)),
            None => (value, None),
        };
        let whole = Self::date(date)?;
        match time {
            Some(time) if whole.grain == Grain::Day => whole.at(time),
            _ => Some(whole),
        }
    }

    /// The day `day`.
    #[must_use]
    pub fn day(day: NaiveDate) -> Self {
        Self::from_days(day, day.checked_add_days(Days::new(1)).unwrap_or(day), Grain::Day)
    }

    /// First day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        self.start.date()
    }

    /// Last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.end.checked_sub_signed(TimeDelta::seconds(1)).map_or(self.start.date(), |last| last.date())
    }

    /// The day this period is, where it is no longer than that.
    #[must_use]
    pub fn as_day(self) -> Option<NaiveDate> {
        (self.grain <= Grain::Day && self.first_day() == self.last_day()).then(|| self.first_day())
    }

    /// Whether the two have a moment in common.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    fn from_days(first: NaiveDate, after: NaiveDate, grain: Grain) -> Self {
        Self { start: first.and_time(NaiveTime::MIN), end: after.and_time(NaiveTime::MIN), grain }
    }

    fn months(year: i32, month: u32, count: u32, grain: Grain) -> Option<Self> {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        Some(Self::from_days(first, first.checked_add_months(Months::new(count))?, grain))
    }

    fn years(first: i32, count: i32, grain: Grain) -> Option<Self> {
        let year = |year| NaiveDate::from_ymd_opt(year, 1, 1);
        Some(Self::from_days(year(first)?, year(first.checked_add(count)?)?, grain))
    }

    fn date(value: &str) -> Option<Self> {
        let mut parts = value.split('-');
        let first = parts.next()?;
        if !first.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let number: i32 = first.parse().ok()?;
        let Some(second) = parts.next() else {
            return match first.len() {
                2 => Self::years(number * 100, 100, Grain::Longer),
                3 => Self::years(number * 10, 10, Grain::Longer),
                4 => Self::years(number, 1, Grain::Year),
                _ => None,
            };
        };
        if first.len() != 4 {
            return None;
        }
        let third = parts.next();
        if let Some(week) = second.strip_prefix('W') {
            return Self::week(number, week.parse().ok()?, third);
        }
        if let Some((grain, month, count)) = part_of_year(second) {
            return Self::months(number, month, count, grain);
        }
        let month = second.parse().ok()?;
        match third {
            None => Self::months(number, month, 1, Grain::Month),
            Some(day) => NaiveDate::from_ymd_opt(number, month, day.parse().ok()?).map(Self::day),
        }
    }

    fn week(year: i32, week: u32, day: Option<&str>) -> Option<Self> {
        let monday = NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)?;
        let after = |days| monday.checked_add_days(Days::new(days));
        match day {
            None => Some(Self::from_days(monday, after(7)?, Grain::Week)),
            Some("WE") => Some(Self::from_days(after(5)?, after(7)?, Grain::Week)),
            Some(day) => {
                let day: u64 = day.parse().ok().filter(|day| (1..=7).contains(day))?;
                after(day - 1).map(Self::day)
            }
        }
    }

    /// This day at `time`: `15:14`, `15`, `EV`; a zone after it does not count.
    fn at(self, time: &str) -> Option<Self> {
        let hours = |from: i64, to: i64| {
            let start = self.start.checked_add_signed(TimeDelta::hours(from))?;
            Some(Self { start, end: self.start.checked_add_signed(TimeDelta::hours(to))?, grain: Grain::Time })
        };
        match time.get(..2)? {
            "MO" => return hours(6, 12),
            "MI" => return hours(12, 13),
            "AF" => return hours(12, 18),
            "EV" => return hours(18, 22),
            "NI" => return hours(20, 28),
            "DT" => return hours(6, 18),
            _ => {}
        }
        let hour: i64 = time.get(..2)?.parse().ok().filter(|hour| (0..=24).contains(hour))?;
        match time.get(2..5).and_then(|rest| rest.strip_prefix(':')).and_then(|minute| minute.parse::<i64>().ok()) {
            Some(minute) => {
                let start = self.start.checked_add_signed(TimeDelta::minutes(60 * hour + minute))?;
                Some(Self { start, end: start.checked_add_signed(TimeDelta::minutes(1))?, grain: Grain::Time })
            }
            None => hours(hour, hour + 1),
        }
    }
}

/// First month, number of months and grain of `Q2`, `H1`, `SU`; winter begins in December of the year before, as most
/// articles have it, so that it stays within its year here: January to March.
fn part_of_year(part: &str) -> Option<(Grain, u32, u32)> {
    Some(match part {
        "Q1" | "WI" => (Grain::Season, 1, 3),
        "Q2" => (Grain::Season, 4, 3),
        "Q3" => (Grain::Season, 7, 3),
        "Q4" => (Grain::Season, 10, 3),
        "H1" => (Grain::Season, 1, 6),
        "H2" => (Grain::Season, 7, 6),
        "SP" => (Grain::Season, 3, 3),
        "SU" => (Grain::Season, 6, 3),
        "FA" | "AU" => (Grain::Season, 9, 3),
        _ => return None,
    })
}

/// The English name of a period, day before month: "8 June 2018", "July 2018", "2018", "1 to 5 June 2018".
#[must_use]
pub fn in_words(period: Period) -> String {
    let (first, last) = (period.first_day(), period.last_day());
    let days = |first: NaiveDate, last: NaiveDate| match (first.year() == last.year(), first.month() == last.month()) {
        _ if first == last => written(first),
        (true, true) => format!("{} to {}", first.day(), written(last)),
        (true, false) => format!("{} to {}", day_and_month(first), written(last)),
        _ => format!("{} to {}", written(first), written(last)),
    };
    if period.grain >= Grain::Year && first.ordinal() == 1 && last.month() == 12 && last.day() == 31 {
        return if first.year() == last.year() {
            first.year().to_string()
        } else {
            format!("{} to {}", first.year(), last.year())
        };
    }
    if Period::months(first.year(), first.month(), 1, Grain::Month)
        .is_some_and(|month| month.start == period.start && month.end == period.end)
    {
        return format!("{} {}", month(first), first.year());
    }
    days(first, last)
}

/// "8 June 2018"
#[must_use]
pub fn written(day: NaiveDate) -> String {
    format!("{} {}", day_and_month(day), day.year())
}

fn day_and_month(day: NaiveDate) -> String {
    format!("{} {}", day.day(), month(day))
}

fn month(day: NaiveDate) -> &'static str {
    month_name(day.month()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(value: &str) -> Option<String> {
        Period::parse(value).map(|period| format!("{} {}", period.first_day(), period.last_day()))
    }

    #[test]
    fn values_of_every_size() {
        for (value, expected) in [
            ("2018-06-08", "2018-06-08 2018-06-08"),
            ("2018-06", "2018-06-01 2018-06-30"),
            ("2018", "2018-01-01 2018-12-31"),
            ("201", "2010-01-01 2019-12-31"),
            ("19", "1900-01-01 1999-12-31"),
            ("2018-W23", "2018-06-04 2018-06-10"),
            ("2018-W23-WE", "2018-06-09 2018-06-10"),
            ("2018-Q2", "2018-04-01 2018-06-30"),
            ("2018-SU", "2018-06-01 2018-08-31"),
            ("2018-06-08TEV", "2018-06-08 2018-06-08"),
        ] {
            assert_eq!(days(value).as_deref(), Some(expected), "{value}");
        }
    }

    #[test]
    fn what_has_no_place_on_the_calendar() {
        for value in ["P3D", "XXXX-06-08", "PAST_REF", "PXY", "", "T15:14", "2018-13", "2018-02-30", "2018-W60", "é"] {
            assert_eq!(days(value), None, "{value}");
        }
    }

    #[test]
    fn clock_times_are_minutes_of_their_day() {
        let time = Period::parse("2018-08-04T15:14+03:00").unwrap();
        assert_eq!(time.start.to_string(), "2018-08-04 15:14:00");
        assert_eq!(time.grain, Grain::Time);
        assert_eq!(Period::parse("2018-08-04T15").unwrap().end.to_string(), "2018-08-04 16:00:00");
    }

    #[test]
    fn periods_in_words() {
        for (value, expected) in [
            ("2018-06-08", "8 June 2018"),
            ("2018-07", "July 2018"),
            ("2018", "2018"),
            ("2018-W23", "4 to 10 June 2018"),
        ] {
            assert_eq!(in_words(Period::parse(value).unwrap()), expected);
        }
        assert_eq!(in_words(Period::parse("2018-Q2").unwrap()), "1 April to 30 June 2018");
    }
}
