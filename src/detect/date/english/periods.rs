//! Quarters, halves and the periods that business news speaks of.

#![expect(clippy::unnecessary_wraps, reason = "the functions of a table share one signature")]

use super::{Is, Which};
use crate::detect::date::pattern::Item::{
    Comma, Dash, Edge, EdgeOf, Genitive, Not, OneOf, Opt, Ordinal, ShortYear, UnitIn, Which as Row, Year,
};
use crate::detect::date::pattern::{Item, Parts, Rule};
use crate::detect::date::reading::{Base, Fields, From, Reading};
use crate::detect::date::unit::{Modifier, Unit};

const THE: Item =
    Opt(&Item::Any(&[Item::Is(Is::The), OneOf(&[Is::Its, Is::Their, Is::His, Is::Her, Is::Our, Is::My, Is::Your])]));
const FISCAL: Item = Opt(&Item::Seq(&[OneOf(&[Is::Fiscal, Is::Financial]), Opt(&Dash)]));
const QUARTER: Item = UnitIn(&[Unit::Quarter]);
const ANY_YEAR: Item = Item::Any(&[Year, ShortYear]);

/// The rules.
pub static RULES: &[Rule] = &[
    Rule {
        name: "quarter",
        pattern: &[
            THE,
            Opt(&Edge),
            FISCAL,
            Ordinal,
            FISCAL,
            Opt(&Dash),
            QUARTER,
            Opt(&Item::Seq(&[Opt(&Item::Is(Is::Of)), Opt(&Item::Is(Is::Fiscal)), ANY_YEAR])),
        ],
        read: quarter,
    },
    Rule {
        name: "quarter",
        pattern: &[Item::Is(Is::The), Opt(&Item::Is(Is::Fiscal)), Year, Ordinal, Opt(&Dash), QUARTER],
        read: quarter,
    },
    Rule { name: "quarter", pattern: &[Year, Ordinal, Opt(&Dash), QUARTER], read: quarter },
    Rule {
        name: "quarter",
        pattern: &[Row(&[Which::This, Which::Last, Which::Next]), UnitIn(&[Unit::Year]), Genitive, Ordinal, QUARTER],
        read: quarter,
    },
    Rule {
        name: "half",
        pattern: &[
            THE,
            Ordinal,
            Opt(&Dash),
            Item::Is(Is::Half),
            Item::Is(Is::Of),
            Opt(&Item::Is(Is::Fiscal)),
            ANY_YEAR,
        ],
        read: half,
    },
    Rule {
        name: "half",
        pattern: &[
            THE,
            Ordinal,
            Opt(&Dash),
            Item::Is(Is::Half),
            Item::Is(Is::Of),
            Item::Is(Is::The),
            UnitIn(&[Unit::Year]),
        ],
        read: half,
    },
    Rule {
        name: "half",
        pattern: &[
            THE,
            Ordinal,
            Opt(&Dash),
            Item::Is(Is::Half),
            Item::Is(Is::Of),
            Row(&[Which::This, Which::Last, Which::Next]),
            UnitIn(&[Unit::Year]),
        ],
        read: half,
    },
    Rule { name: "year-period", pattern: &[Item::Is(Is::The), Year, Item::OneOf(&[Is::Period])], read: year_period },
    Rule { name: "year-period", pattern: &[Item::Is(Is::The), Year, QUARTER], read: year_period },
    Rule { name: "period", pattern: &[Item::Is(Is::The), QUARTER], read: period },
    Rule { name: "period", pattern: &[THE, Row(&[Which::Latest]), QUARTER], read: period },
    Rule {
        name: "period",
        pattern: &[Item::Is(Is::The), Row(&[Which::Latest]), Item::OneOf(&[Is::Period])],
        read: period,
    },
    Rule {
        name: "year-ago",
        pattern: &[
            Opt(&Item::Is(Is::The)),
            Opt(&OneOf(&[Is::Comparable, Is::Corresponding])),
            UnitIn(&[Unit::Year]),
            Dash,
            OneOf(&[Is::Ago, Is::Earlier]),
            Opt(&Ordinal),
            Opt(&Item::Any(&[QUARTER, OneOf(&[Is::Period])])),
        ],
        read: year_ago,
    },
    Rule { name: "year-end", pattern: &[UnitIn(&[Unit::Year]), Dash, Item::End], read: year_end },
    Rule { name: "year-end", pattern: &[UnitIn(&[Unit::Year]), Opt(&Genitive), Item::End], read: end_of_year },
    Rule {
        name: "end-of",
        pattern: &[
            EdgeOf,
            Item::Is(Is::The),
            UnitIn(&[Unit::Month, Unit::Year, Unit::Week, Unit::Decade, Unit::Quarter, Unit::Century, Unit::Day]),
        ],
        read: end_of,
    },
    Rule {
        name: "quarter",
        pattern: &[Item::Is(Is::Q), Item::Count, Opt(&Comma), Opt(&ANY_YEAR)],
        read: short_quarter,
    },
    Rule {
        name: "period",
        pattern: &[
            Item::Is(Is::The),
            Opt(&OneOf(&[Is::Full, Is::Entire, Is::Whole])),
            UnitIn(&[Unit::Year]),
            Not(&[Is::Before, Is::After, Is::Of, Is::Old]),
        ],
        read: the_year,
    },
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
    let base = Base::Moved { from: From::Story, unit: Unit::Year, by: Some(-1) };
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
    Some(Reading { modifier: parts.modifier, ..Reading::shift(From::Story, unit, 0) })
}

fn the_year(parts: &Parts) -> Option<Reading> {
    let whole: Option<Modifier> = None;
    (!parts.plural).then_some(Reading { modifier: whole, ..Reading::shift(From::Story, Unit::Year, 0) })
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
