//! Quarters, halves and the periods that business news speaks of.

#![expect(clippy::unnecessary_wraps, reason = "the functions of a table share one signature")]

use super::{Is, Which};
use crate::detect::date::pattern::Item::{
    Comma, Count, Dash, Edge, EdgeOf, End, Genitive, Is as I, Not, OneOf, Opt, Ordinal, Seq, ShortYear, UnitIn, Units,
    Which as Row, Year,
};
use crate::detect::date::pattern::{Item, Parts, Rule};
use crate::detect::date::reading::{self, Base, Fields, From, Reading, Step};
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
    Rule { name: "period", pattern: &[I(Is::The), Year, PERIOD], read: year_period },
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

fn quarter(parts: &Parts) -> Option<Reading> {
    if parts.plural {
        return None;
    }
    let fields = Fields { quarter: quarter_of(parts), ..parts.fields };
    fields.quarter?;
    let base = match parts.which {
        Some(Which::Last) => Base::Shift { from: From::Published, unit: Unit::Year, by: -1 },
        Some(Which::Next) => Base::Shift { from: From::Published, unit: Unit::Year, by: 1 },
        Some(Which::This) => Base::Shift { from: From::Published, unit: Unit::Year, by: 0 },
        _ => Base::Open,
    };
    Some(Reading { base, modifier: parts.modifier, ..Reading::point(fields) })
}

fn short_quarter(parts: &Parts) -> Option<Reading> {
    let quarter = u8::try_from(parts.amount?.as_whole()?).ok().filter(|quarter| (1..=4).contains(quarter));
    quarter?;
    Some(Reading::point(Fields { quarter, ..parts.fields }))
}

fn half(parts: &Parts) -> Option<Reading> {
    let half = match parts.ordinal? {
        0 | 2 => 2,
        1 => 1,
        _ => return None,
    };
    let base = match parts.which {
        Some(Which::Last) => Base::Shift { from: From::Published, unit: Unit::Year, by: -1 },
        Some(Which::Next) => Base::Shift { from: From::Published, unit: Unit::Year, by: 1 },
        _ if parts.fields.year.is_none() => Base::Shift { from: From::Published, unit: Unit::Year, by: 0 },
        _ => Base::Open,
    };
    Some(Reading { base, ..Reading::point(Fields { half: Some(half), ..parts.fields }) })
}

/// "the 1988 period": the period spoken of, in that year.
fn year_period(parts: &Parts) -> Option<Reading> {
    Some(Reading { base: Base::Period, ..Reading::point(parts.fields) })
}

/// "the quarter", "the latest period"
fn period(_: &Parts) -> Option<Reading> {
    Some(Reading { base: Base::Period, ..Reading::point(Fields::default()) })
}

fn year_ago(parts: &Parts) -> Option<Reading> {
    let fields = Fields { quarter: parts.ordinal.and_then(|_| quarter_of(parts)), ..Fields::default() };
    let base = Base::Moved { from: From::Story, unit: Unit::Year, by: Step::By(-1) };
    Some(Reading { base, ..Reading::point(fields) })
}

fn year_end(parts: &Parts) -> Option<Reading> {
    let fields = Fields { month: Some(12), day: Some(31), ..Fields::default() };
    let this_year = Reading::shift(From::Published, Unit::Year, 0);
    (!parts.plural).then_some(Reading { fields, ..this_year })
}

/// "year's end"
fn end_of_year(parts: &Parts) -> Option<Reading> {
    let this_year = Reading::shift(From::Published, Unit::Year, 0);
    (!parts.plural).then_some(Reading { modifier: Some(Modifier::End), ..this_year })
}

/// "the end of the month"
fn end_of(parts: &Parts) -> Option<Reading> {
    let unit = parts.unit.filter(|_| !parts.plural)?;
    Some(Reading { modifier: parts.modifier, ..Reading::shift(From::Published, unit, 0) })
}

/// "the week", where nothing follows that says which.
fn the_day(parts: &Parts) -> Option<Reading> {
    let unit = parts.unit.filter(|_| !parts.plural)?;
    Some(Reading::shift(if unit == Unit::Day { From::Story } else { From::Published }, unit, 0))
}

/// "the year ended June 30" is a length.
fn year_long(_: &Parts) -> Option<Reading> {
    Some(Reading::length(reading::Amount::whole(1), Unit::Year))
}

/// "the year-earlier nine months"
fn length(parts: &Parts) -> Option<Reading> {
    Some(Reading::length(parts.amount?, parts.unit?))
}

/// "the last half of the '80s"
fn of_decade(parts: &Parts) -> Option<Reading> {
    Some(Reading {
        modifier: Some(if parts.ordinal == Some(1) { Modifier::Start } else { Modifier::End }),
        ..Reading::point(parts.fields)
    })
}

fn the_year(parts: &Parts) -> Option<Reading> {
    (!parts.plural).then_some(Reading::shift(From::Published, Unit::Year, 0))
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
