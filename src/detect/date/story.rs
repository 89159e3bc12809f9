//! What a story has spoken of so far, and how an expression is resolved against it.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, TimeDelta, Timelike};

use super::english::tense::Tense;
use super::english::{Holiday, Which};
use super::reading::{Amount, Base, Fields, From, Level, Reading, Step, What};
use super::unit::{Reference, Season, Unit};
use super::value::{Clock, Length, Point, Quantity, TimeOfDay, TimexValue, Within, Year};
use crate::text::{Published, TextRange};

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
    /// Other readings, the likeliest first.
    pub alternatives: Vec<TimexValue>,
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
        Resolved { against, ..Resolved::plain(TimexValue::Point(point)) }
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
            return Some(Resolved::plain(TimexValue::Point(point)));
        };
        let date = moved(date, unit, by)?;
        let point = of_unit(date, unit);
        let point = within(point, date, &reading.fields).unwrap_or(point);
        Some(Resolved { against, ..Resolved::plain(TimexValue::Point(point)) })
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
            let against = Against::Spoken(range);
            return Some(Resolved { against, ..Resolved::plain(TimexValue::Point(point)) });
        }
        let (start, against) = self.start(from);
        let Some(start) = start else {
            return Some(Resolved::plain(TimexValue::Point(open_unit(unit))));
        };
        if unit.is_clock() {
            let unknown = Clock { hour: None, minute: None, second: None, zone: None };
            let open = Point { time: Some(TimeOfDay::Clock(unknown)), ..Point::day(start) };
            let point = self.on_the_clock(from, unit, by).unwrap_or(open);
            return Some(Resolved { against, ..Resolved::plain(TimexValue::Point(point)) });
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
        let point = within(point, date, &reading.fields).unwrap_or(point);
        Some(Resolved { against, ..Resolved::plain(TimexValue::Point(point)) })
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
            let read = |fields: &Fields| TimexValue::Point(within(point, date, fields).unwrap_or(point));
            let other = fields.swapped.map(|(month, day)| Fields { month: Some(month), day: Some(day), ..*fields });
            let alternatives = other.map(|fields| read(&fields)).into_iter().collect();
            return Some(Resolved { alternatives, ..Resolved::plain(read(fields)) });
        }
        let Some(today) = self.day() else {
            let carried = self.carried(place).filter(|_| fields.month.is_some());
            let base = carried.map_or(Year::Open, Year::Of);
            let point = fill(Point::in_year(base, Within::Whole), fields);
            return Some(Resolved::plain(TimexValue::Point(point)));
        };
        let choice = self.choose(reading, place, today)?;
        let finish = |point: Point| TimexValue::Point(Point { time: time(fields), ..point });
        Some(Resolved {
            value: finish(choice.point),
            against: choice.against,
            alternatives: choice.other.map(finish).into_iter().collect(),
            bounds: None,
        })
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

/// A reading and the second-best one.
struct Choice {
    point: Point,
    other: Option<Point>,
    against: Against,
}

/// Something that comes once a year.
#[derive(Clone, Copy)]
enum Yearly {
    Month(u8),
    Day(u8, u8),
    WeekOf(u8, u8),
    WeekendOf(u8, u8),
    Season(Season),
    Quarter(u8),
    Half(u8),
    Holiday(&'static Holiday),
    HolidayWeek(&'static Holiday),
    HolidayWeekend(&'static Holiday),
}

impl Yearly {
    fn of(fields: &Fields) -> Option<Self> {
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

    fn in_year(self, year: i32) -> Option<Point> {
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
    fn choose(self, which: Option<Which>, tense: Tense, today: NaiveDate) -> Option<Choice> {
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

impl Resolved {
    fn plain(value: TimexValue) -> Self {
        Self { value, against: Against::Nothing, alternatives: Vec::new(), bounds: None }
    }
}

/// The day so many units away.
fn moved(date: NaiveDate, unit: Unit, by: i32) -> Option<NaiveDate> {
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

fn quarter_of(date: NaiveDate) -> Option<u8> {
    u8::try_from(date.month0() / 3 + 1).ok()
}

fn quarter_point(date: NaiveDate) -> Point {
    Point::within(date, Within::Quarter(quarter_of(date)))
}

/// `moment` as exactly as `unit` says it.
fn clock_point(moment: NaiveDateTime, zone: Option<i16>, unit: Unit) -> Point {
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
fn of_unit(date: NaiveDate, unit: Unit) -> Point {
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
fn open_unit(unit: Unit) -> Point {
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
fn grain(point: &Point) -> Level {
    match point.within {
        Within::Day(..) | Within::Weekday(..) => Level::Day,
        Within::Week(_) | Within::Weekend(_) => Level::Week,
        Within::Month(_) => Level::Month,
        Within::Quarter(_) | Within::Season(_) => Level::Quarter,
        Within::Half(_) => Level::Half,
        Within::Whole => Level::Year,
    }
}

fn time(fields: &Fields) -> Option<TimeOfDay> {
    fields.clock.map(TimeOfDay::Clock).or(fields.part.map(TimeOfDay::Part))
}

/// What `fields` name within `point`, whose first day is near `date`.
fn within(point: Point, date: NaiveDate, fields: &Fields) -> Option<Point> {
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
fn fill(point: Point, fields: &Fields) -> Point {
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

fn holiday_within(holiday: &Holiday) -> Within {
    let byte = |number: u32| u8::try_from(number).ok();
    match (holiday.fixed(), holiday.in_year(2000)) {
        (Some((month, day)), _) => Within::Day(byte(month), byte(day)),
        (None, Some(date)) => Within::Day(byte(date.month()), None),
        (None, None) => Within::Day(None, None),
    }
}

/// A length of time in TIMEX3's terms: decades are written as years, a half as months or minutes.
#[must_use]
pub fn length(amount: Amount, unit: Unit) -> Length {
    let (amount, unit) = match (unit, amount) {
        (Unit::Decade, Amount::Hundredths(number)) => (Amount::Hundredths(number.saturating_mul(10)), Unit::Year),
        (Unit::Century, Amount::Hundredths(number)) => (Amount::Hundredths(number.saturating_mul(100)), Unit::Year),
        (Unit::Decade, Amount::Vague) => (Amount::Vague, Unit::Year),
        (unit, amount) => (amount, unit),
    };
    let Amount::Hundredths(number) = amount else { return Length { parts: vec![(Quantity::Some, unit)] } };
    let half = match unit {
        Unit::Year => Some((6, Unit::Month)),
        Unit::Hour => Some((30, Unit::Minute)),
        Unit::Minute => Some((30, Unit::Second)),
        Unit::Day => Some((12, Unit::Hour)),
        _ => None,
    };
    match half {
        Some((half, smaller)) if number % 100 == 50 => {
            let mut parts =
                vec![(Quantity::Hundredths(number - 50), unit), (Quantity::Hundredths(half * 100), smaller)];
            if number == 50 {
                parts.remove(0);
            }
            Length { parts }
        }
        _ => Length { parts: vec![(Quantity::Hundredths(number), unit)] },
    }
}

fn set(reading: &Reading) -> TimexValue {
    if let Some(unit) = reading.unit {
        return TimexValue::Length(length(reading.amount, unit));
    }
    TimexValue::Point(fill(Point::in_year(Year::Open, Within::Whole), &reading.fields))
}
