//! What a story has spoken of so far, and how an expression is resolved against it.

mod calendar;
mod lengths;
mod yearly;

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta};

use super::english::Which;
use super::english::tense::Tense;
use super::reading::{Base, Fields, From, Level, Reading, Step, What};
use super::unit::{Reference, Unit};
use super::value::{Clock, Point, TimeOfDay, TimexValue, Within, Year};
use crate::text::{Published, TextRange};
use calendar::{clock_point, fill, grain, moved, of_unit, open_unit, quarter_point, time, within};
use lengths::{length, set};
use yearly::{Choice, Yearly};

/// The state that is carried through a document.
#[derive(Clone, Copy, Debug, Default)]
pub struct Story {
    published: Option<Published>,
    /// The last dated expression.
    last: Option<Spoken>,
    /// The last quarter that was spoken of.
    period: Option<Spoken>,
    /// The last year that was named, and in which sentence.
    year: Option<(u16, usize)>,
}

/// A dated expression.
#[derive(Clone, Copy, Debug)]
struct Spoken {
    point: Point,
    range: TextRange,
    sentence: usize,
}

/// What an expression was resolved to.
#[derive(Clone, Debug)]
pub struct Resolved {
    /// The value.
    pub value: TimexValue,
    /// What it was read against.
    pub against: Against,
    /// The second-best reading.
    pub other: Option<Point>,
    /// First and last day of a stretch.
    pub bounds: Option<(NaiveDate, NaiveDate)>,
}

/// What an expression was read against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// Nothing.
    Nothing,
    /// The publication date.
    Published,
    /// The expression at this range.
    Spoken(TextRange),
}

/// Where an expression stands.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Its range.
    pub range: TextRange,
    /// Number of its sentence in the document.
    pub sentence: usize,
    /// What the words around it speak of.
    pub tense: Tense,
}

impl From {
    const fn sign(which: Which) -> i32 {
        match which {
            Which::Last | Which::Past | Which::Previous => -1,
            Which::Next | Which::Coming | Which::Following => 1,
            _ => 0,
        }
    }
}

impl Story {
    /// A story published then.
    #[must_use]
    pub fn new(published: Option<Published>) -> Self {
        Self { published, ..Self::default() }
    }

    fn day(&self) -> Option<NaiveDate> {
        self.published.map(Published::day)
    }

    /// What `reading` means here; it becomes part of the story.
    pub fn tell(&mut self, reading: &Reading, place: Place) -> Option<Resolved> {
        let resolved = self.resolve(reading, place)?;
        if let (TimexValue::Point(point), What::Point) = (&resolved.value, reading.what) {
            if matches!(point.within, Within::Quarter(Some(_)))
                && matches!(point.year, Year::Of(_))
                && reading.fields.quarter.is_some()
            {
                self.period = Some(Spoken { point: *point, range: place.range, sentence: place.sentence });
            }
            if let Some(year) = reading.fields.year {
                self.year = Some((year, place.sentence));
            }
            if point.first_day().is_some() {
                self.last = Some(Spoken { point: *point, range: place.range, sentence: place.sentence });
            }
        }
        Some(resolved)
    }

    fn resolve(&self, reading: &Reading, place: Place) -> Option<Resolved> {
        match reading.what {
            What::Refers(reference) => Some(Resolved::plain(TimexValue::Reference(reference))),
            What::Set => Some(Resolved::plain(set(reading))),
            What::Length => self.length(reading),
            What::Point => self.point(reading, place),
        }
    }

    fn length(&self, reading: &Reading) -> Option<Resolved> {
        let length = length(reading.amount, reading.unit?);
        let mut resolved = Resolved::plain(TimexValue::Length(length));
        let ahead = reading.which.map_or(0, From::sign);
        if let (Some(day), Some(count), true) = (self.day(), reading.amount.as_whole(), ahead != 0)
            && let Some(other) = moved(day, reading.unit?, ahead.saturating_mul(count))
        {
            resolved.bounds = Some((day.min(other), day.max(other)));
            resolved.against = Against::Published;
        }
        Some(resolved)
    }

    fn point(&self, reading: &Reading, place: Place) -> Option<Resolved> {
        match reading.base {
            Base::Open => self.open(reading, place),
            Base::Shift { from, unit, by } => {
                // "the day" is the one spoken of only just after.
                let near = self
                    .last
                    .is_some_and(|last| last.sentence + 1 >= place.sentence && grain(&last.point) <= Level::Day);
                let from = if unit == Unit::Day && by == 0 && !near { From::Published } else { from };
                self.shifted(reading, from, unit, by)
            }
            Base::Moved { from, unit, by } => self.moved(reading, from, unit, by),
            Base::Period => Some(self.fiscal_period(reading)),
        }
    }

    /// "the quarter", "the 1988 period"
    fn fiscal_period(&self, reading: &Reading) -> Resolved {
        let (point, against) = match (self.period, self.day()) {
            (Some(spoken), _) => (Some(spoken.point), Against::Spoken(spoken.range)),
            (None, Some(day)) => (day.checked_sub_months(Months::new(3)).map(quarter_point), Against::Published),
            (None, None) => (None, Against::Nothing),
        };
        let point = point.unwrap_or(Point::in_year(Year::Open, Within::Quarter(None)));
        let point = match reading.fields.year {
            Some(year) if self.period.is_none() => Point::in_year(Year::Of(year), Within::Whole),
            Some(year) => Point { year: Year::Of(year), ..point },
            None => point,
        };
        Resolved::to(point, against)
    }

    /// The date that counting starts from.
    fn start(&self, from: From) -> (Option<NaiveDate>, Against) {
        match (from, self.last) {
            (From::Story, Some(last)) => (last.point.first_day(), Against::Spoken(last.range)),
            _ => (self.day(), Against::Published),
        }
    }

    /// So many hours, minutes or seconds from a moment that is known; counted from the publication date, no more exact
    /// than the unit.
    fn on_the_clock(&self, from: From, unit: Unit, by: i32) -> Option<Point> {
        let (start, zone, exact) = match (from, self.last, self.published) {
            (From::Story, Some(last), _) => {
                let Some(TimeOfDay::Clock(Clock { hour, minute, zone, .. })) = last.point.time else { return None };
                let start = last.point.first_day()?.and_hms_opt(u32::from(hour?), u32::from(minute?), 0)?;
                (start, zone, true)
            }
            (_, _, Some(Published::Moment(moment))) => {
                let zone = i16::try_from(moment.offset().local_minus_utc() / 60).ok();
                (moment.naive_local(), zone, false)
            }
            _ => return None,
        };
        let by = i64::from(by);
        let step = match unit {
            Unit::Hour => TimeDelta::try_hours(by),
            Unit::Minute => TimeDelta::try_minutes(by),
            Unit::Second => TimeDelta::try_seconds(by),
            _ => None,
        }?;
        let moment = start.checked_add_signed(step)?;
        Some(clock_point(moment, zone, if exact { Unit::Minute } else { unit }))
    }

    /// "last week", "noon yesterday", "the third quarter of last year"
    fn shifted(&self, reading: &Reading, from: From, unit: Unit, by: i32) -> Option<Resolved> {
        let (start, against) = self.start(from);
        let Some(date) = start else {
            let point = fill(open_unit(unit), &reading.fields);
            return Some(Resolved::to(point, Against::Nothing));
        };
        let date = moved(date, unit, by)?;
        let point = of_unit(date, unit);
        Some(Resolved::to(within(point, date, &reading.fields).unwrap_or(point), against))
    }

    /// "three days ago", "a year earlier"
    fn moved(&self, reading: &Reading, from: From, unit: Unit, by: Step) -> Option<Resolved> {
        let by = match by {
            Step::By(by) => by,
            Step::Back => return Some(Resolved::plain(TimexValue::Reference(Reference::Past))),
            Step::Ahead => return Some(Resolved::plain(TimexValue::Reference(Reference::Future))),
        };
        if unit == Unit::Year
            && by == -1
            && let Some(Spoken { point: Point { year: Year::Of(year), within, .. }, range, .. }) = self.period
        {
            let quarter = reading.fields.quarter.map_or(within, |quarter| Within::Quarter(Some(quarter)));
            let point = Point::in_year(Year::Of(year.checked_sub(1)?), quarter);
            return Some(Resolved::to(point, Against::Spoken(range)));
        }
        let (start, against) = self.start(from);
        let Some(start) = start else {
            return Some(Resolved::to(open_unit(unit), Against::Nothing));
        };
        if unit.is_clock() {
            let unknown = Clock { hour: None, minute: None, second: None, zone: None };
            let open = Point { time: Some(TimeOfDay::Clock(unknown)), ..Point::day(start) };
            let point = self.on_the_clock(from, unit, by).unwrap_or(open);
            return Some(Resolved::to(point, against));
        }
        let date = moved(start, unit, by)?;
        let exact = match (from, self.last) {
            (From::Story, Some(last)) => grain(&last.point),
            _ => Level::of(unit),
        };
        let point = match exact.min(Level::of(unit)) {
            Level::Clock | Level::Part | Level::Day => Point::day(date),
            Level::Week => Point::week(date),
            Level::Month => Point::month(date),
            Level::Quarter | Level::Half => quarter_point(date),
            Level::Year | Level::Decade | Level::Century => Point::within(date, Within::Whole),
        };
        Some(Resolved::to(within(point, date, &reading.fields).unwrap_or(point), against))
    }

    /// What is missing comes from the tense and the dates around.
    fn open(&self, reading: &Reading, place: Place) -> Option<Resolved> {
        let fields = &reading.fields;
        let known = if let Some(year) = fields.year {
            Some(Point { before_christ: fields.before_christ, ..Point::in_year(Year::Of(year), Within::Whole) })
        } else if let Some(decade) = fields.decade {
            Some(Point::in_year(Year::Decade(decade), Within::Whole))
        } else {
            fields.century.map(|century| Point {
                before_christ: fields.before_christ,
                ..Point::in_year(Year::Century(century), Within::Whole)
            })
        };
        if let Some(point) = known {
            let date = NaiveDate::from_ymd_opt(fields.year.map_or(2000, i32::from), 1, 1)?;
            let read = |fields: &Fields| within(point, date, fields).unwrap_or(point);
            let mut resolved = Resolved::to(read(fields), Against::Nothing);
            if let Some((month, day)) = fields.swapped {
                resolved.other = Some(read(&Fields { month: Some(month), day: Some(day), ..*fields }));
            }
            return Some(resolved);
        }
        let Some(today) = self.day() else {
            let carried = self.carried(place).filter(|_| fields.month.is_some());
            let base = carried.map_or(Year::Open, Year::Of);
            let point = fill(Point::in_year(base, Within::Whole), fields);
            return Some(Resolved::to(point, Against::Nothing));
        };
        let choice = self.choose(reading, place, today)?;
        let finish = |point: Point| Point { time: time(fields), ..point };
        let resolved = Resolved::to(finish(choice.point), choice.against);
        Some(Resolved { other: choice.other.map(finish), ..resolved })
    }

    /// The year of the expression just before, where it was named in this sentence.
    fn carried(&self, place: Place) -> Option<u16> {
        let (year, sentence) = self.year?;
        let is_last = self.last.is_some_and(|last| last.sentence == sentence && last.point.year == Year::Of(year));
        (is_last && sentence == place.sentence && place.tense != Tense::Future).then_some(year)
    }

    fn choose(&self, reading: &Reading, place: Place, today: NaiveDate) -> Option<Choice> {
        let fields = &reading.fields;
        if let Some(weekday) = fields.weekday.filter(|_| fields.month.is_none()) {
            return self.weekday(weekday, reading.which, place, today);
        }
        let yearly = Yearly::of(fields);
        if let Some(yearly) = yearly {
            if let (Some(year), None) = (self.carried(place), reading.which) {
                let point = yearly.in_year(i32::from(year))?;
                return Some(Choice {
                    point,
                    other: yearly.in_year(today.year()),
                    against: self.last.map_or(Against::Nothing, |last| Against::Spoken(last.range)),
                });
            }
            return yearly.choose(reading.which, place.tense, today);
        }
        if let Some(day) = fields.day {
            let date = today.with_day(u32::from(day))?;
            return Some(Choice { point: Point::day(date), other: None, against: Against::Published });
        }
        if fields.weekend {
            let ahead = reading.which.map_or(i32::from(place.tense == Tense::Future), From::sign);
            let monday = today.week(chrono::Weekday::Mon).first_day();
            let at_weekend = today.weekday().number_from_monday() >= 6;
            let weeks = match reading.which {
                None if !at_weekend && ahead == 0 => -1,
                None => 0,
                Some(_) => ahead,
            };
            let date = moved(monday, Unit::Week, weeks)?;
            let other = moved(date, Unit::Week, if weeks < 0 { 1 } else { -1 }).map(Point::weekend);
            return Some(Choice { point: Point::weekend(date), other, against: Against::Published });
        }
        // Only a time: of the day spoken of in this sentence or the one before, else of the day of publication.
        let spoken = self.last.filter(|last| last.sentence + 1 >= place.sentence && grain(&last.point) <= Level::Day);
        let (point, against) = match spoken {
            Some(last) => (Point { time: None, ..last.point }, Against::Spoken(last.range)),
            None => (Point::day(today), Against::Published),
        };
        Some(Choice { point, other: None, against })
    }

    fn weekday(&self, weekday: u8, which: Option<Which>, place: Place, today: NaiveDate) -> Option<Choice> {
        let from_story = matches!(which, Some(Which::Previous | Which::Following | Which::That | Which::Same));
        let (start, against) = if from_story { self.start(From::Story) } else { (Some(today), Against::Published) };
        let start = start?;
        let back = (start.weekday().number_from_monday() + 7 - u32::from(weekday)) % 7;
        let recent = start.checked_sub_days(Days::new(u64::from(back)))?;
        let before = if back == 0 { recent.checked_sub_days(Days::new(7))? } else { recent };
        let after = recent.checked_add_days(Days::new(7))?;
        let upcoming = if back == 0 { recent } else { after };
        let (date, other) = match which {
            Some(Which::Last | Which::Past | Which::Previous) => (before, Some(after)),
            Some(Which::Next | Which::Following) => (after, after.checked_add_days(Days::new(7))),
            Some(Which::This | Which::Coming) => (upcoming, Some(before)),
            _ if place.tense == Tense::Future => (upcoming, Some(before)),
            _ => (recent, Some(after)),
        };
        Some(Choice { point: Point::day(date), other: other.map(Point::day), against })
    }
}

impl Resolved {
    fn plain(value: TimexValue) -> Self {
        Self { value, against: Against::Nothing, other: None, bounds: None }
    }

    fn to(point: Point, against: Against) -> Self {
        Self { against, ..Self::plain(TimexValue::Point(point)) }
    }
}
