//! The axis: moments as places from 0 to 1, with ticks from minutes to centuries, and long empty stretches cut out.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime};

use super::super::period::Period;

/// The scale of a timeline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// The stretches of time that are drawn, left to right.
    stretches: Vec<Stretch>,
    /// Marks on the axis, left to right.
    pub ticks: Vec<Tick>,
    /// Where time is cut out.
    pub breaks: Vec<Break>,
}

/// One mark on the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// Its place, 0 to 1.
    pub place: f64,
    /// The moment there.
    pub moment: NaiveDateTime,
    /// What is worth writing there: an hour, a day, a month, a year.
    pub unit: Unit,
}

/// What the ticks of a stretch count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Months.
    Month,
    /// Years.
    Year,
}

/// A stretch of empty time that is not drawn to scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Break {
    /// Its left end, 0 to 1.
    pub start: f64,
    /// Its right end, 0 to 1.
    pub end: f64,
}

/// A stretch of time that is drawn; its moments are seconds.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Stretch {
    from: i64,
    to: i64,
    start: f64,
    end: f64,
}

/// Width of a break.
const BREAK: f64 = 0.03;

/// An empty stretch is cut out where it takes more than this of its axis.
const EMPTY: f64 = 0.6;

/// Stretches at most.
const MOST_STRETCHES: usize = 4;

/// Ticks over the whole width, about.
const TICKS: f64 = 8.0;

/// Steps between ticks, from small to large.
const STEPS: [(Unit, i64); 20] = [
    (Unit::Minute, 5),
    (Unit::Minute, 15),
    (Unit::Hour, 1),
    (Unit::Hour, 3),
    (Unit::Hour, 6),
    (Unit::Hour, 12),
    (Unit::Day, 1),
    (Unit::Day, 2),
    (Unit::Day, 7),
    (Unit::Day, 14),
    (Unit::Month, 1),
    (Unit::Month, 3),
    (Unit::Month, 6),
    (Unit::Year, 1),
    (Unit::Year, 2),
    (Unit::Year, 5),
    (Unit::Year, 10),
    (Unit::Year, 25),
    (Unit::Year, 100),
    (Unit::Year, 500),
];

impl Axis {
    /// The axis on which `periods`, sorted by their first moments, have their place.
    #[must_use]
    pub fn of(periods: &[Period]) -> Self {
        let parts = cut(periods);
        let count: f64 = parts.iter().map(|part| weight(part.count)).sum();
        let mut axis = Self::default();
        let drawn = 1.0 - BREAK * places(parts.len().saturating_sub(1));
        let mut at = 0.0;
        for part in parts {
            if at > 0.0 {
                axis.breaks.push(Break { start: at, end: at + BREAK });
                at += BREAK;
            }
            // A little air at both ends keeps points off the frame.
            let air = (part.to - part.from) / 24;
            let (from, to) = (part.from - air, part.to + air);
            let end = at + drawn * weight(part.count) / count;
            let stretch = Stretch { from, to, start: at, end };
            axis.ticks.extend(stretch.ticks());
            axis.stretches.push(stretch);
            at = end;
        }
        axis
    }

    /// The place of `moment`, 0 to 1.
    #[must_use]
    pub fn place(&self, moment: NaiveDateTime) -> f64 {
        let moment = seconds_of(moment);
        let index = self.stretches.partition_point(|stretch| stretch.to < moment);
        match self.stretches.get(index).or(self.stretches.last()) {
            Some(stretch) => stretch.place(moment).clamp(0.0, 1.0),
            None => 0.0,
        }
    }
}

impl Stretch {
    fn place(&self, moment: i64) -> f64 {
        let whole = seconds(self.to - self.from).max(1.0);
        self.start + (seconds(moment - self.from) / whole).clamp(0.0, 1.0) * (self.end - self.start)
    }

    /// The smallest step that gives few enough ticks.
    fn ticks(&self) -> Vec<Tick> {
        let room = ((self.end - self.start) * TICKS).max(1.0);
        let whole = seconds(self.to - self.from);
        let fits = |&&(unit, count): &&(Unit, i64)| whole / seconds(unit.seconds() * count) <= room;
        let (unit, count) = STEPS.iter().find(fits).or(STEPS.last()).copied().unwrap_or((Unit::Year, 1));
        let mut ticks = Vec::new();
        let mut number = unit.number_at(self.from, count);
        while let Some(moment) = number.and_then(|number| unit.moment(number)) {
            let at = seconds_of(moment);
            if at > self.to {
                break;
            }
            if at >= self.from {
                ticks.push(Tick { place: self.place(at), moment, unit });
            }
            number = number.map(|number| number + count);
        }
        ticks
    }
}

impl Unit {
    /// So many on the clock; of a month and a year about.
    const fn seconds(self) -> i64 {
        match self {
            Self::Minute => 60,
            Self::Hour => 3_600,
            Self::Day => 86_400,
            Self::Month => 2_626_560,
            Self::Year => 31_557_600,
        }
    }

    /// The number of the last unit that begins at or before the moment at `second`, and is a multiple of `count`. Days,
    /// which begin nothing themselves, are taken from any on.
    fn number_at(self, second: i64, count: i64) -> Option<i64> {
        let number = match self {
            Self::Minute | Self::Hour | Self::Day => second.div_euclid(self.seconds()),
            Self::Month | Self::Year => {
                let day = DateTime::from_timestamp(second, 0)?;
                let year = i64::from(day.year());
                if self == Self::Year { year } else { 12 * year + i64::from(day.month0()) }
            }
        };
        Some(if self == Self::Day { number } else { number.div_euclid(count) * count })
    }

    /// When the unit of this number begins.
    fn moment(self, number: i64) -> Option<NaiveDateTime> {
        let months = match self {
            Self::Minute | Self::Hour | Self::Day => {
                return DateTime::from_timestamp(number * self.seconds(), 0).map(|moment| moment.naive_utc());
            }
            Self::Month => number,
            Self::Year => 12 * number,
        };
        let month = u32::try_from(months.rem_euclid(12)).ok()? + 1;
        let day = NaiveDate::from_ymd_opt(i32::try_from(months.div_euclid(12)).ok()?, month, 1)?;
        Some(day.and_time(NaiveTime::MIN))
    }
}

fn seconds_of(moment: NaiveDateTime) -> i64 {
    moment.and_utc().timestamp()
}

/// A stretch of time before it has its place.
#[derive(Clone, Copy)]
struct Part {
    from: i64,
    to: i64,
    count: usize,
}

/// Cuts the time of `periods` (sorted by start) at its longest empty stretches.
fn cut(periods: &[Period]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for period in periods {
        let (from, to) = (seconds_of(period.start), seconds_of(period.end));
        match parts.last_mut() {
            // Periods without empty time between them belong together.
            Some(part) if from <= part.to => {
                part.to = part.to.max(to);
                part.count += 1;
            }
            _ => parts.push(Part { from, to, count: 1 }),
        }
    }
    // Joins neighbours until only the gaps are left that are worth a break.
    let mut cuts: Vec<usize> = Vec::new();
    let mut stretches = Vec::from([std::ops::Range { start: 0, end: parts.len() }]);
    while let Some(stretch) = stretches.pop() {
        let Some((gap, at)) = widest(&parts, &stretch) else { continue };
        let whole = span(&parts, &stretch);
        if seconds(gap) > EMPTY * whole && parts.len() > 2 && cuts.len() + 1 < MOST_STRETCHES {
            cuts.push(at);
            stretches.extend([stretch.start..at, at..stretch.end]);
        }
    }
    let mut joined: Vec<Part> = Vec::new();
    for (index, part) in parts.into_iter().enumerate() {
        match joined.last_mut() {
            Some(last) if !cuts.contains(&index) => {
                last.to = part.to;
                last.count += part.count;
            }
            _ => joined.push(part),
        }
    }
    joined
}

/// The longest gap before a part of `stretch`, and that part.
fn widest(parts: &[Part], stretch: &std::ops::Range<usize>) -> Option<(i64, usize)> {
    let inside = parts.get(stretch.clone())?;
    let gaps = inside.iter().zip(inside.iter().skip(1)).enumerate();
    gaps.map(|(at, (before, after))| (after.from - before.to, stretch.start + at + 1)).max_by_key(|(gap, _)| *gap)
}

fn span(parts: &[Part], stretch: &std::ops::Range<usize>) -> f64 {
    let inside = parts.get(stretch.clone()).unwrap_or_default();
    match (inside.first(), inside.last()) {
        (Some(first), Some(last)) => seconds(last.to - first.from),
        _ => 0.0,
    }
}

/// Width of a stretch with so many dates, against the others.
fn weight(count: usize) -> f64 {
    places(count).min(12.0) + 1.0
}

#[expect(clippy::cast_precision_loss, reason = "a few dates")]
fn places(count: usize) -> f64 {
    count as f64
}

#[expect(clippy::cast_precision_loss, reason = "seconds for a drawing")]
fn seconds(count: i64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(values: &[&str]) -> Axis {
        let periods: Vec<_> = values.iter().map(|value| Period::parse(value).unwrap()).collect();
        Axis::of(&periods)
    }

    fn units(axis: &Axis) -> Vec<Unit> {
        let mut units: Vec<_> = axis.ticks.iter().map(|tick| tick.unit).collect();
        units.dedup();
        units
    }

    #[test]
    fn ticks_go_from_hours_to_centuries() {
        assert_eq!(units(&axis(&["2018-06-08T09:00", "2018-06-08T13:00", "2018-06-08T18:00"])), [Unit::Hour]);
        assert_eq!(units(&axis(&["2018-06-08", "2018-06-10", "2018-06-12"])), [Unit::Day]);
        assert_eq!(units(&axis(&["2018-02", "2018-06-08", "2018-08-04"])), [Unit::Month]);
        assert_eq!(units(&axis(&["1200", "1500", "1700", "1944"])), [Unit::Year]);
    }

    #[test]
    fn there_are_a_few_ticks_in_order() {
        for values in [vec!["2018-06-08"], vec!["2018"], vec!["2018-02", "2018-08-04"], vec!["12", "19"]] {
            let axis = axis(&values);
            assert!((1..=12).contains(&axis.ticks.len()), "{values:?}: {}", axis.ticks.len());
            assert!(axis.ticks.is_sorted_by_key(|tick| tick.place));
        }
    }

    #[test]
    fn a_long_empty_stretch_is_cut_out() {
        let axis = axis(&["1945", "2018-06-08", "2018-07", "2018-08-04"]);
        assert_eq!(axis.breaks.len(), 1);
        let place = |value: &str| axis.place(Period::parse(value).unwrap().start);
        assert!(place("2018-07") - place("2018-06-08") > 0.1);
        assert!(place("1945") < axis.breaks[0].start && axis.breaks[0].end < place("2018-06-08"));
    }

    #[test]
    fn evenly_spread_dates_need_no_break() {
        assert_eq!(axis(&["2011", "2013", "2015", "2017"]).breaks, []);
    }
}
