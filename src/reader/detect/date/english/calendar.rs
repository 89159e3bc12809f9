//! Dates on the calendar: days, months, years, decades, centuries, seasons, holidays.

use super::{Is, Which};
use crate::detect::date::pattern::Item::{
    After, AnyUnit, Comma, Dash, Day, DayTh, Decade, Edge, EdgeOf, Holiday, LoneMonth, LoneWeekday, LoneYear, Month,
    Not, Numeric, OneOf, Opt, Ordinal, Season, ShortYear, Slash, SpelledYear, UnitIn, Weekday, Year,
};
use crate::detect::date::pattern::{Item, Parts, Rule};
use crate::detect::date::reading::{From, Reading};
use crate::detect::date::unit::Unit;

const THE: Item = Opt(&Item::Is(Is::The));
const OF: Item = Opt(&Item::Is(Is::Of));
const ANY_YEAR: Item = Item::Any(&[Year, ShortYear]);
const IN_YEAR: Item = Opt(&Item::Seq(&[Opt(&Comma), ANY_YEAR]));
const ROW: Item = Item::Which(&[Which::Latest, Which::Current, Which::Last, Which::Next, Which::Previous]);
const ON_WEEKDAY: Item = Opt(&Item::Seq(&[Weekday, Opt(&Comma)]));

/// The rules.
pub static RULES: &[Rule] = &[
    Rule { name: "month-day", pattern: &[ON_WEEKDAY, Month, Day, IN_YEAR], read: point },
    Rule { name: "day-month", pattern: &[ON_WEEKDAY, THE, Day, OF, Month, IN_YEAR], read: point },
    Rule { name: "month-year", pattern: &[Month, Opt(&Item::Any(&[Comma, Item::Is(Is::Of)])), ANY_YEAR], read: point },
    Rule { name: "month-year", pattern: &[Month, SpelledYear], read: point },
    Rule { name: "month", pattern: &[LoneMonth], read: point },
    Rule { name: "weekday", pattern: &[LoneWeekday], read: point },
    Rule { name: "weekday-day", pattern: &[Weekday, Opt(&Comma), Item::Is(Is::The), DayTh], read: point },
    Rule { name: "day", pattern: &[After(&[Is::On]), Item::Is(Is::The), DayTh, Not(&[])], read: point },
    Rule {
        name: "week-of",
        pattern: &[THE, UnitIn(&[Unit::Week, Unit::Weekend]), Item::Is(Is::Of), Month, Day, IN_YEAR],
        read: around,
    },
    Rule { name: "numeric", pattern: &[Numeric], read: point },
    Rule { name: "year", pattern: &[LoneYear], read: point },
    Rule { name: "year", pattern: &[ShortYear], read: point },
    Rule {
        name: "year",
        pattern: &[Opt(&Item::Is(Is::The)), Item::Is(Is::Fiscal), Opt(&UnitIn(&[Unit::Year])), ANY_YEAR],
        read: point,
    },
    Rule { name: "year", pattern: &[THE, UnitIn(&[Unit::Year]), Item::Any(&[Year, SpelledYear])], read: point },
    Rule { name: "spelled-year", pattern: &[SpelledYear], read: spelled },
    Rule {
        name: "year",
        pattern: &[Item::Is(Is::The), Opt(&ROW), OneOf(&[Is::Fiscal, Is::Financial]), UnitIn(&[Unit::Year])],
        read: fiscal_year,
    },
    Rule { name: "decade", pattern: &[THE, Opt(&Edge), Decade], read: point },
    Rule {
        name: "century",
        pattern: &[THE, Opt(&Edge), Ordinal, Opt(&Dash), UnitIn(&[Unit::Century]), Opt(&OneOf(&[Is::Bc, Is::Bce]))],
        read: century,
    },
    Rule { name: "era", pattern: &[Item::Count, OneOf(&[Is::Bc, Is::Bce, Is::Ce])], read: era },
    Rule { name: "season", pattern: &[THE, Opt(&Edge), Season, OF, ANY_YEAR], read: point },
    Rule { name: "season", pattern: &[Item::Is(Is::The), Opt(&Edge), Season, Not(&[])], read: point },
    Rule {
        name: "season",
        pattern: &[Opt(&Edge), After(&[Is::In, Is::By, Is::Since, Is::Until, Is::Of, Is::During]), Season],
        read: point,
    },
    Rule { name: "season", pattern: &[THE, Edge, Season], read: point },
    Rule { name: "season", pattern: &[EdgeOf, THE, Season], read: point },
    Rule { name: "season", pattern: &[Season], read: named_season },
    Rule { name: "season", pattern: &[THE, Season, OF, SpelledYear], read: point },
    Rule { name: "holiday", pattern: &[Holiday, Opt(&Item::Any(&[Comma, Item::Is(Is::Of)])), Opt(&Year)], read: point },
    Rule { name: "holiday", pattern: &[Holiday, AnyUnit], read: around },
    Rule { name: "season-years", pattern: &[Season, Year, Slash, Day], read: point },
];

/// The fields as they were read.
fn point(parts: &Parts, reading: &mut Reading) -> Option<()> {
    let fields = &mut reading.fields;
    if let (Some(month), Some(day)) = (fields.month, fields.day) {
        fields.weekday = None;
        // 2000 is a leap year.
        chrono::NaiveDate::from_ymd_opt(fields.year.map_or(2000, i32::from), u32::from(month), u32::from(day))?;
    }
    reading.which = parts.which.filter(|which| *which != Which::That);
    Some(())
}

/// A season without article is one only where its word means nothing else.
fn named_season(parts: &Parts, _: &mut Reading) -> Option<()> {
    use crate::detect::date::unit::Season;
    matches!(parts.fields.season?, Season::Summer | Season::Winter).then_some(())
}

/// "the fiscal year", "the latest fiscal year"
fn fiscal_year(parts: &Parts, reading: &mut Reading) -> Option<()> {
    let by = match parts.which {
        _ if parts.plural => return None,
        Some(Which::Last | Which::Latest | Which::Previous) => -1,
        Some(Which::Next) => 1,
        _ => 0,
    };
    reading.shifts(From::Published, Unit::Year, by)
}

/// "the week of March 6", "Easter weekend", "Christmas Day"
fn around(parts: &Parts, reading: &mut Reading) -> Option<()> {
    match parts.unit? {
        Unit::Week => reading.fields.week = true,
        Unit::Weekend => reading.fields.weekend = true,
        Unit::Day => {}
        _ => return None,
    }
    Some(())
}

/// "nineteen ninety-six": small round numbers would be anything.
fn spelled(parts: &Parts, _: &mut Reading) -> Option<()> {
    let year = parts.fields.year?;
    ((1700..=2099).contains(&year) && year % 1000 != 0).then_some(())
}

fn century(parts: &Parts, reading: &mut Reading) -> Option<()> {
    let century = parts.ordinal.filter(|ordinal| (1..=21).contains(ordinal))?;
    let before_christ = parts.is.is_some();
    reading.fields.before_christ = before_christ;
    reading.fields.century = Some(if before_christ { century } else { century - 1 });
    Some(())
}

/// "44 BC"
fn era(parts: &Parts, reading: &mut Reading) -> Option<()> {
    let year = u16::try_from(parts.amount?.as_whole()?).ok().filter(|year| (1..=9999).contains(year));
    reading.fields.year = year;
    reading.fields.before_christ = parts.is != Some(Is::Ce);
    year.map(drop)
}

#[cfg(test)]
mod tests {
    use crate::detect::date::testing::{marks, reads};

    #[test]
    fn days() {
        reads("It met on June 8.", "June 8", "2018-06-08");
        reads("It met on June 8, 2016, in Rome.", "June 8, 2016", "2016-06-08");
        reads("It met on 8 June 2016.", "8 June 2016", "2016-06-08");
        reads("It met on the 8th of June, 2016.", "the 8th of June, 2016", "2016-06-08");
        reads("It met on Friday, June 8.", "Friday, June 8", "2018-06-08");
        reads("It met on Sept. 30, 1989.", "Sept. 30, 1989", "1989-09-30");
        reads("It met on 2016-06-08.", "2016-06-08", "2016-06-08");
        reads("It met on 25/12/2016.", "25/12/2016", "2016-12-25");
        reads("It met in the week of March 6.", "the week of March 6", "2018-W10");
    }

    #[test]
    fn months_and_years() {
        reads("It met in July.", "July", "2018-07");
        reads("It met in July 2016.", "July 2016", "2016-07");
        reads("It met in 2016.", "2016", "2016");
        reads("It met in '98.", "'98", "1998");
        reads("It met in fiscal 1989.", "fiscal 1989", "1989");
        reads("It met in nineteen ninety-six.", "nineteen ninety-six", "1996");
    }

    #[test]
    fn decades_and_centuries() {
        reads("It was so in the 1990s.", "the 1990s", "199");
        reads("It was so in the early 1990s.", "the early 1990s", "199");
        reads("It was so in the '80s.", "the '80s", "198");
        reads("It was so in the nineties.", "the nineties", "199");
        reads("It was so in the 19th century.", "the 19th century", "18");
        reads("He died in 44 BC.", "44 BC", "BC0044");
    }

    #[test]
    fn seasons_and_holidays() {
        reads("It met in the summer of 2016.", "the summer of 2016", "2016-SU");
        reads("It met on Christmas Eve.", "Christmas Eve", "2017-12-24");
        reads("It met on Thanksgiving Day.", "Thanksgiving Day", "2017-11-23");
    }

    #[test]
    fn words_that_only_look_like_months_are_left_alone() {
        marks("They may march on. He sat in the sun.", &[]);
        marks("There were 2000 people and 1,990 seats.", &[]);
    }
}
