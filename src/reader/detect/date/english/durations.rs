//! Lengths of time.

use super::{Is, Which};
use crate::detect::date::items::counted;
use crate::detect::date::pattern::Item::{
    Amount, AnyUnit, Approx, Count, Dash, NoJoin, Not, OneOf, Opt, Ordinal, Unit as One, Units, Which as Row,
};
use crate::detect::date::pattern::{Item, Parts, Rule};
use crate::detect::date::reading::{self, Reading};
use crate::detect::date::unit::Unit;

const THE: Item = Opt(&Item::Is(Is::The));
const ROW: Item =
    Row(&[Which::Last, Which::Past, Which::Next, Which::Coming, Which::Previous, Which::Following, Which::Latest]);
const MORE: Item = Opt(&OneOf(&[
    Is::More,
    Is::Additional,
    Is::Extra,
    Is::Another,
    Is::Other,
    Is::Straight,
    Is::Consecutive,
    Is::Full,
    Is::Trading,
    Is::Business,
    Is::Long,
    Is::Whole,
]));
const HALF: Item = Opt(&Item::Seq(&[Item::Is(Is::And), OneOf(&[Is::A]), Item::Is(Is::Half)]));

/// The rules.
pub static RULES: &[Rule] = &[
    Rule {
        name: "duration",
        pattern: &[Opt(&Approx), Item::NoRate, Amount, MORE, AnyUnit, HALF, NoJoin, Not(&[Is::Old])],
        read: simple,
    },
    Rule { name: "duration", pattern: &[Count, Dash, One, NoJoin], read: adjective },
    Rule { name: "duration", pattern: &[Count, Dash, AnyUnit, Dash, OneOf(&[Is::Long])], read: adjective },
    Rule { name: "duration", pattern: &[One, Dash, Item::Is(Is::Long)], read: adjective },
    Rule { name: "duration", pattern: &[Units, Dash, Item::Is(Is::Long)], read: vague },
    Rule {
        name: "duration",
        pattern: &[
            Opt(&Approx),
            THE,
            ROW,
            Amount,
            MORE,
            AnyUnit,
            Opt(&Item::Seq(&[Item::Is(Is::Or), Item::Is(Is::So)])),
        ],
        read: row,
    },
    Rule { name: "duration", pattern: &[THE, Ordinal, Count, AnyUnit], read: length },
    Rule { name: "duration", pattern: &[Item::Is(Is::The), Count, AnyUnit], read: length },
    Rule {
        name: "duration",
        pattern: &[THE, Row(&[Which::Past, Which::Last, Which::Coming, Which::Next, Which::Previous]), Units],
        read: vague_row,
    },
    Rule { name: "duration", pattern: &[Item::Is(Is::Recent), Units], read: vague_row },
    Rule { name: "duration", pattern: &[Item::Is(Is::The), Units, Item::Is(Is::Ahead)], read: vague },
    Rule { name: "duration", pattern: &[Item::NoNumber, Units, NoJoin, Not(&[Is::Old])], read: bare },
    Rule { name: "duration", pattern: &[Units, Item::Is(Is::Or), Units], read: vague },
    Rule { name: "duration", pattern: &[OneOf(&[Is::Another]), One], read: length },
    Rule { name: "duration", pattern: &[Amount, OneOf(&[Is::To, Is::Or]), Amount, AnyUnit], read: between },
    Rule { name: "duration", pattern: &[THE, ROW, Amount, OneOf(&[Is::To, Is::Or]), Amount, AnyUnit], read: between },
];

/// "three days"; but "a second" is an ordinal, "a quarter" a fraction.
fn simple(parts: &Parts, reading: &mut Reading) -> Option<()> {
    let article = parts.amount == Some(reading::Amount::whole(1)) && !parts.plural;
    if article && matches!(parts.unit?, Unit::Second | Unit::Quarter) {
        return None;
    }
    length(parts, reading)
}

/// "weeks": so bare, the short units are too often something else.
fn bare(parts: &Parts, reading: &mut Reading) -> Option<()> {
    let long = matches!(parts.unit?, Unit::Week | Unit::Year | Unit::Century | Unit::Month | Unit::Decade | Unit::Day);
    long.then(|| vague(parts, reading))?
}

fn length(parts: &Parts, reading: &mut Reading) -> Option<()> {
    let mut amount = counted(parts);
    if let reading::Amount::Hundredths(number) = &mut amount {
        let half = parts.is == Some(Is::A);
        // "12 month period" is a length, "20 second half" is none.
        if *number > 100 && !parts.plural && *number % 100 == 0 && !half && parts.unit?.is_clock() {
            return None;
        }
        if half {
            *number += 50;
        }
    }
    reading.lasts(amount, parts.unit)
}

fn adjective(parts: &Parts, reading: &mut Reading) -> Option<()> {
    reading.lasts(counted(parts), parts.unit)
}

fn row(parts: &Parts, reading: &mut Reading) -> Option<()> {
    reading.which = parts.which;
    let one = !parts.plural && parts.amount == Some(reading::Amount::whole(1));
    (!one).then(|| length(parts, reading))?
}

fn vague(parts: &Parts, reading: &mut Reading) -> Option<()> {
    reading.lasts(reading::Amount::Vague, parts.unit)
}

fn vague_row(parts: &Parts, reading: &mut Reading) -> Option<()> {
    reading.which = parts.which;
    vague(parts, reading)
}

/// "two to three weeks": the first number, with what it is at least.
fn between(parts: &Parts, reading: &mut Reading) -> Option<()> {
    parts.upto?;
    reading.which = parts.which;
    reading.lasts(parts.amount?, parts.unit)
}

#[cfg(test)]
mod tests {
    use crate::detect::date::testing::{marks, reads};

    #[test]
    fn lengths() {
        reads("It took three days.", "three days", "P3D");
        reads("It took 24 hours.", "24 hours", "PT24H");
        reads("It took nearly two and a half years.", "nearly two and a half years", "P2Y6M");
        reads("It took a decade.", "a decade", "P10Y");
        reads("It took half an hour.", "half an hour", "PT30M");
        reads("It took a minute and a half.", "a minute and a half", "PT1M30S");
        reads("It was a two-year plan.", "two-year", "P2Y");
        reads("It took several months.", "several months", "PXM");
        reads("It took at least 30 days.", "at least 30 days", "P30D");
    }

    #[test]
    fn a_verb_before_a_length_counts_nothing() {
        reads("The trip takes a day.", "a day", "P1D");
        reads("The permit lasts a month.", "a month", "P1M");
        marks("It runs four flights a week.", &[]);
        marks("It sold 300 tickets a day.", &[]);
    }

    #[test]
    fn lengths_that_lead_up_to_a_date() {
        reads("It grew in the past two years.", "the past two years", "P2Y");
        reads("It grew in the first nine months.", "the first nine months", "P9M");
        reads("It grew in recent weeks.", "recent weeks", "PXW");
    }

    #[test]
    fn numbers_of_other_things_are_left_alone() {
        marks("10 students flew at 20,000 ft with 1/2 cup.", &[]);
    }
}
