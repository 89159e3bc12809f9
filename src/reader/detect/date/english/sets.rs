//! Things that come again.

#![expect(clippy::unnecessary_wraps, reason = "the functions of a table share one signature")]

use super::{Is, Which};
use crate::detect::date::items::counted;
use crate::detect::date::pattern::Item::{
    Amount, AnyUnit, Count, Every, Month, OneOf, Opt, Part, Parts as PartsOf, Season, Seasons, Unit as One, Weekday,
    Weekdays, Which as Row,
};
use crate::detect::date::pattern::{Item, Parts, Rule};
use crate::detect::date::reading::{self, Reading, What};
use crate::detect::date::unit::Unit;

const A: Item = OneOf(&[Is::A, Is::Per, Is::Each, Is::Every]);
const EACH: Item = OneOf(&[Is::Each, Is::Every]);

/// The rules.
pub static RULES: &[Rule] = &[
    Rule { name: "set", pattern: &[Every], read: every },
    Rule { name: "set", pattern: &[EACH, Opt(&Item::Is(Is::Other)), One], read: each },
    Rule { name: "set", pattern: &[EACH, Count, AnyUnit], read: each },
    Rule { name: "set", pattern: &[EACH, Weekday, Opt(&Part)], read: each_named },
    Rule { name: "set", pattern: &[EACH, Month], read: each_named },
    Rule { name: "set", pattern: &[EACH, Season], read: each_named },
    Rule { name: "set", pattern: &[EACH, Part], read: each_named },
    Rule { name: "set", pattern: &[Weekdays], read: named },
    Rule { name: "set", pattern: &[Weekday, PartsOf], read: named },
    Rule { name: "set", pattern: &[Item::Is(Is::The), Row(&[Which::Past, Which::Last]), Amount, Seasons], read: named },
    Rule { name: "set", pattern: &[Item::Is(Is::Once), A, One], read: once },
    Rule { name: "set", pattern: &[Item::Is(Is::Twice), A, One], read: twice },
    Rule { name: "set", pattern: &[Count, Item::Is(Is::Times), OneOf(&[Is::A, Is::Per, Is::Each]), One], read: times },
    Rule { name: "set", pattern: &[One, Item::Is(Is::After), One], read: each },
];

fn every(parts: &Parts, reading: &mut Reading) -> Option<()> {
    reading.recurs(reading::Amount::whole(1), parts.unit)
}

/// `quant` of TIMEX3.
const fn quant(parts: &Parts) -> Option<&'static str> {
    match parts.is {
        Some(Is::Each) => Some("EACH"),
        Some(Is::Every) => Some("EVERY"),
        _ => None,
    }
}

fn each(parts: &Parts, reading: &mut Reading) -> Option<()> {
    if parts.unit == Some(Unit::Second) && parts.plural {
        return None;
    }
    reading.quant = quant(parts);
    reading.recurs(counted(parts), parts.unit)
}

fn each_named(parts: &Parts, reading: &mut Reading) -> Option<()> {
    reading.quant = quant(parts);
    named(parts, reading)
}

fn named(_: &Parts, reading: &mut Reading) -> Option<()> {
    reading.what = What::Set;
    Some(())
}

fn once(parts: &Parts, reading: &mut Reading) -> Option<()> {
    reading.freq = Some(1);
    every(parts, reading)
}

fn twice(parts: &Parts, reading: &mut Reading) -> Option<()> {
    reading.freq = Some(2);
    every(parts, reading)
}

/// "three times a week"
fn times(parts: &Parts, reading: &mut Reading) -> Option<()> {
    reading.freq = Some(u8::try_from(parts.amount?.as_whole()?).ok()?);
    every(parts, reading)
}

#[cfg(test)]
mod tests {
    use crate::detect::date::testing::reads;

    #[test]
    fn sets() {
        reads("It meets every Friday.", "every Friday", "XXXX-WXX-5");
        reads("It meets each July.", "each July", "XXXX-07");
        reads("It meets annually.", "annually", "P1Y");
        reads("It meets every day.", "every day", "P1D");
        reads("It meets Tuesday nights.", "Tuesday nights", "XXXX-WXX-2TNI");
        reads("It meets on Fridays.", "Fridays", "XXXX-WXX-5");
        reads("It meets every two weeks.", "every two weeks", "P2W");
        reads("It meets twice a week.", "twice a week", "P1W");
    }
}
