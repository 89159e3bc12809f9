//! Quarters, halves and the periods that business news speaks of.

#![expect(clippy::unnecessary_wraps, reason = "the functions of a table share one signature")]

use super::{Is, Which};
use crate::detect::date::pattern::Item::{
    Comma, Count, Dash, Edge, EdgeOf, End, Genitive, Is as I, Not, OneOf, Opt, Ordinal, Seq, ShortYear, UnitIn, Units,
    Which as Row, Year,
};
use crate::detect::date::pattern::{Item, Parts, Rule};
use crate::detect::date::reading::{self, Base, From, Reading, Step};
use crate::detect::date::unit::{Modifier, Unit};

const THE: Item = Opt(&I(Is::The));
const FISCAL: Item = Opt(&Seq(&[OneOf(&[Is::Fiscal, Is::Financial]), Opt(&Dash)]));
const QUARTER: Item = UnitIn(&[Unit::Quarter]);
const PERIOD: Item = Item::Any(&[QUARTER, OneOf(&[Is::Period])]);
const THE_YEAR: Item = UnitIn(&[Unit::Year]);
const ANY_YEAR: Item = Item::Any(&[Year, ShortYear]);
const IN_YEAR: Item = Opt(&Seq(&[Opt(&I(Is::Of)), FISCAL, ANY_YEAR]));
const HALF: Item = Seq(&[THE, Ordinal, Opt(&Dash), I(Is::Half), I(Is::Of)]);
const ROW: Item = Row(&[Which::This, Which::Last, Which::Next]);
const AGO: Item = Seq(&[THE_YEAR, Dash, OneOf(&[Is::Ago, Is::Earlier])]);
const COMPARABLE: Item = Opt(&OneOf(&[Is::Comparable, Is::Corresponding]));
const WHOLE: Item = Opt(&OneOf(&[Is::Full, Is::Entire, Is::Whole]));
const LONG: Item =
    UnitIn(&[Unit::Month, Unit::Year, Unit::Week, Unit::Decade, Unit::Quarter, Unit::Century, Unit::Day]);
const NOT_OTHER: Item = Not(&[Is::Before, Is::After, Is::Of, Is::Old, Is::Which, Is::When, Is::It]);

/// The rules.
#[rustfmt::skip]
pub static RULES: &[Rule] = &[
    Rule { name: "quarter", pattern: &[THE, Opt(&Edge), FISCAL, Ordinal, FISCAL, QUARTER, IN_YEAR], read: quarter },
    Rule { name: "quarter", pattern: &[Opt(&Edge), FISCAL, Ordinal, Dash, QUARTER], read: quarter },
    Rule { name: "quarter", pattern: &[THE, FISCAL, Year, Ordinal, Opt(&Dash), QUARTER], read: quarter },
    Rule { name: "quarter", pattern: &[ROW, THE_YEAR, Genitive, Ordinal, QUARTER], read: quarter },
    Rule { name: "quarter", pattern: &[I(Is::Q), Count, Opt(&Comma), Opt(&ANY_YEAR)], read: short_quarter },
    Rule { name: "half", pattern: &[HALF, FISCAL, ANY_YEAR], read: half },
    Rule { name: "half", pattern: &[HALF, I(Is::The), THE_YEAR], read: half },
    Rule { name: "half", pattern: &[HALF, ROW, THE_YEAR], read: half },
    Rule { name: "half", pattern: &[HALF, THE, Item::Decade], read: of_decade },
    Rule { name: "period", pattern: &[I(Is::The), Year, PERIOD], read: period },
    Rule { name: "period", pattern: &[I(Is::The), QUARTER, Item::NoJoin], read: period },
    Rule { name: "period", pattern: &[THE, Row(&[Which::Latest]), PERIOD], read: period },
    Rule { name: "year-ago", pattern: &[AGO], read: year_ago },
    Rule { name: "year-ago", pattern: &[THE, COMPARABLE, AGO, Opt(&Ordinal), PERIOD], read: year_ago },
    Rule { name: "year-ago", pattern: &[THE, COMPARABLE, AGO, Count, Units], read: length },
    Rule { name: "year-end", pattern: &[THE_YEAR, Dash, End], read: year_end },
    Rule { name: "year-end", pattern: &[THE_YEAR, Opt(&Genitive), End], read: end_of_year },
    Rule { name: "end-of", pattern: &[EdgeOf, I(Is::The), LONG], read: end_of },
    Rule { name: "the-year", pattern: &[I(Is::The), THE_YEAR, Item::Next(&[Is::Ended, Is::Ending])], read: year_long },
    Rule { name: "the-year", pattern: &[I(Is::The), WHOLE, THE_YEAR, NOT_OTHER, Item::NoJoin], read: the_year },
    Rule { name: "the-day", pattern: &[I(Is::The), UnitIn(&[Unit::Day, Unit::Week, Unit::Month]), Item::Closes], read: the_day },
];

/// The quarter of an ordinal; nought is the last.
fn quarter_of(parts: &Parts) -> Option<u8> {
    match parts.ordinal? {
        0 => Some(4),
        number @ 1..=4 => Some(number),
        _ => None,
    }
}

/// The year of "last year's third quarter".
fn in_year(parts: &Parts, reading: &mut Reading) -> Option<()> {
    let by = match parts.which {
        Some(Which::Last) => -1,
        Some(Which::Next) => 1,
        Some(Which::This) => 0,
        _ => return None,
    };
    reading.shifts(From::Published, Unit::Year, by)
}

fn quarter(parts: &Parts, reading: &mut Reading) -> Option<()> {
    in_year(parts, reading);
    reading.fields.quarter = quarter_of(parts).filter(|_| !parts.plural);
    reading.fields.quarter.map(drop)
}

fn short_quarter(parts: &Parts, reading: &mut Reading) -> Option<()> {
    let quarter = u8::try_from(parts.amount?.as_whole()?).ok().filter(|quarter| (1..=4).contains(quarter));
    reading.fields.quarter = quarter;
    quarter.map(drop)
}

fn half(parts: &Parts, reading: &mut Reading) -> Option<()> {
    let half = match parts.ordinal? {
        0 | 2 => 2,
        1 => 1,
        _ => return None,
    };
    reading.fields.half = Some(half);
    if in_year(parts, reading).is_none() && parts.fields.year.is_none() {
        this_year(reading)?;
    }
    Some(())
}

/// "the 1988 period", "the quarter", "the latest period": the period spoken of, perhaps in that year.
fn period(_: &Parts, reading: &mut Reading) -> Option<()> {
    reading.base = Base::Period;
    Some(())
}

fn year_ago(parts: &Parts, reading: &mut Reading) -> Option<()> {
    reading.fields.quarter = quarter_of(parts);
    reading.base = Base::Moved { from: From::Story, unit: Unit::Year, by: Step::By(-1) };
    Some(())
}

fn this_year(reading: &mut Reading) -> Option<()> {
    reading.shifts(From::Published, Unit::Year, 0)
}

fn year_end(parts: &Parts, reading: &mut Reading) -> Option<()> {
    (reading.fields.month, reading.fields.day) = (Some(12), Some(31));
    the_year(parts, reading)
}

/// "year's end"
fn end_of_year(parts: &Parts, reading: &mut Reading) -> Option<()> {
    reading.modifier = Some(Modifier::End);
    the_year(parts, reading)
}

/// "the end of the month"
fn end_of(parts: &Parts, reading: &mut Reading) -> Option<()> {
    reading.shifts(From::Published, parts.unit.filter(|_| !parts.plural)?, 0)
}

/// "the week", where nothing follows that says which.
fn the_day(parts: &Parts, reading: &mut Reading) -> Option<()> {
    let unit = parts.unit.filter(|_| !parts.plural)?;
    reading.shifts(if unit == Unit::Day { From::Story } else { From::Published }, unit, 0)
}

/// "the year ended June 30" is a length.
fn year_long(_: &Parts, reading: &mut Reading) -> Option<()> {
    reading.lasts(reading::Amount::whole(1), Some(Unit::Year))
}

/// "the year-earlier nine months"
fn length(parts: &Parts, reading: &mut Reading) -> Option<()> {
    reading.lasts(parts.amount?, parts.unit)
}

/// "the last half of the '80s"
fn of_decade(parts: &Parts, reading: &mut Reading) -> Option<()> {
    reading.modifier = Some(if parts.ordinal == Some(1) { Modifier::Start } else { Modifier::End });
    Some(())
}

fn the_year(parts: &Parts, reading: &mut Reading) -> Option<()> {
    (!parts.plural).then(|| this_year(reading))?
}

#[cfg(test)]
mod tests {
    use crate::detect::date::testing::{marks, reads};

    #[test]
    fn quarters_and_halves() {
        reads("Sales fell in the third quarter of 2016.", "the third quarter of 2016", "2016-Q3");
        reads("Sales fell in the second quarter.", "the second quarter", "2018-Q2");
        reads("Sales fell in Q2 2016.", "Q2 2016", "2016-Q2");
        reads("Sales fell in the first half of 2016.", "the first half of 2016", "2016-H1");
        reads("Sales fell in this year's first quarter.", "this year's first quarter", "2018-Q1");
        reads("Sales fell by year-end.", "year-end", "2018-12-31");
    }

    #[test]
    fn a_part_of_a_match_is_no_date() {
        marks("He scored in the first quarter of the match.", &[]);
        marks("He scored in the second half.", &[]);
    }
}
