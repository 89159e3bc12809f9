//! Times of the day: clock times and parts of the day.

#![expect(clippy::unnecessary_wraps, reason = "the functions of a table share one signature")]

use super::{Is, Which};
use crate::detect::date::pattern::Item::{Approx, Clock, Edge, Numeric, Opt, Part, Which as Row, Zone};
use crate::detect::date::pattern::{Item, Parts, Rule};
use crate::detect::date::reading::{From, Reading};
use crate::detect::date::unit::{DayPart, Modifier, Unit};
use crate::detect::date::value;

/// The rules.
pub static RULES: &[Rule] = &[
    Rule { name: "clock", pattern: &[Opt(&Approx), Clock, Opt(&Zone)], read: clock },
    Rule { name: "clock", pattern: &[Item::Count, Item::Is(Is::In), Item::Is(Is::The), Part], read: hour_of_part },
    Rule { name: "clock", pattern: &[Item::Count, Item::Is(Is::At), Part], read: hour_of_part },
    Rule { name: "clock", pattern: &[Numeric, Item::Is(Is::T), Clock, Opt(&Zone)], read: iso },
    Rule { name: "part-of-day", pattern: &[Row(&[Which::This]), Opt(&Edge), Part], read: this_part },
    Rule {
        name: "part-of-day",
        pattern: &[Item::OneOf(&[Is::Earlier, Is::Later]), Row(&[Which::This]), Part],
        read: this_part,
    },
    Rule { name: "part-of-day", pattern: &[Row(&[Which::Last]), Part], read: last_night },
    Rule {
        name: "part-of-day",
        pattern: &[Item::Is(Is::The), Row(&[Which::Next, Which::Following, Which::Previous]), Part],
        read: next_part,
    },
    Rule { name: "part-of-day", pattern: &[Row(&[Which::That]), Opt(&Row(&[Which::Same])), Part], read: that_part },
    Rule { name: "part-of-day", pattern: &[Item::OneOf(&[Is::Tonight])], read: tonight },
    Rule { name: "part-of-day", pattern: &[Item::Is(Is::Overnight)], read: overnight },
    Rule {
        name: "part-of-day",
        pattern: &[Item::Is(Is::The), Opt(&Edge), Part, Item::Not(&[Is::Of])],
        read: open_part,
    },
    Rule { name: "part-of-day", pattern: &[Edge, Part], read: bare_part },
];

fn clock(parts: &Parts, reading: &mut Reading) -> Option<()> {
    // "about noon": the other modifiers do not go with a time of the clock.
    reading.modifier = match parts.modifier {
        Some(Modifier::Approx) | None => parts.modifier,
        Some(Modifier::LessThan) => Some(Modifier::Approx),
        Some(_) => return None,
    };
    Some(())
}

/// "4 in the morning"
fn hour_of_part(parts: &Parts, reading: &mut Reading) -> Option<()> {
    let hour = u8::try_from(parts.amount?.as_whole()?).ok().filter(|hour| (1..=12).contains(hour))?;
    let afternoon = match parts.fields.part? {
        DayPart::Afternoon | DayPart::Evening => true,
        DayPart::Night => hour >= 6,
        _ => false,
    };
    let hour = match (hour, afternoon) {
        (12, true) if parts.fields.part == Some(DayPart::Night) => 24,
        (12, true) => 12,
        (12, false) => 0,
        (hour, true) => hour + 12,
        (hour, false) => hour,
    };
    reading.fields.part = None;
    reading.fields.clock = Some(value::Clock::exact(hour));
    Some(())
}

fn iso(_: &Parts, _: &mut Reading) -> Option<()> {
    Some(())
}

fn this_part(_: &Parts, reading: &mut Reading) -> Option<()> {
    reading.shifts(From::Published, Unit::Day, 0)
}

fn last_night(parts: &Parts, reading: &mut Reading) -> Option<()> {
    let late = matches!(parts.fields.part?, DayPart::Night | DayPart::Evening);
    late.then(|| reading.shifts(From::Published, Unit::Day, -1))?
}

fn next_part(parts: &Parts, reading: &mut Reading) -> Option<()> {
    reading.shifts(From::Story, Unit::Day, if parts.which == Some(Which::Previous) { -1 } else { 1 })
}

fn that_part(_: &Parts, reading: &mut Reading) -> Option<()> {
    reading.shifts(From::Story, Unit::Day, 0)
}

/// "the morning": of the day spoken of; not "the night" of something.
fn open_part(parts: &Parts, _: &mut Reading) -> Option<()> {
    (parts.fields.part != Some(DayPart::Night)).then_some(())
}

fn bare_part(parts: &Parts, reading: &mut Reading) -> Option<()> {
    (parts.modifier == Some(Modifier::Mid)).then(|| open_part(parts, reading))?
}

fn tonight(parts: &Parts, reading: &mut Reading) -> Option<()> {
    overnight(parts, reading)?;
    this_part(parts, reading)
}

fn overnight(_: &Parts, reading: &mut Reading) -> Option<()> {
    reading.fields.part = Some(DayPart::Night);
    Some(())
}

#[cfg(test)]
mod tests {
    use crate::detect::date::testing::{marks, reads};

    #[test]
    fn clock_times() {
        reads("It began at 15:14 GMT.", "15:14 GMT", "2018-08-04T15:14Z");
        reads("It began at 9 a.m. EST Tuesday.", "9 a.m. EST Tuesday", "2018-07-31T09:00");
        reads("It began at 10:30 pm on a cold day.", "10:30 pm", "2018-08-04T22:30");
        reads("It began at noon Thursday.", "noon Thursday", "2018-08-02T12:00");
        reads("It began at 4 in the morning.", "4 in the morning", "2018-08-04T04:00");
        reads("It began at three o'clock.", "three o'clock", "2018-08-04T03:00");
        reads("Logged at 2016-06-08T15:14:20Z.", "2016-06-08T15:14:20Z", "2016-06-08T15:14:20Z");
    }

    #[test]
    fn parts_of_the_day() {
        reads("He came this morning.", "this morning", "2018-08-04TMO");
        reads("He came last night.", "last night", "2018-08-03TNI");
        reads("He came Monday evening.", "Monday evening", "2018-07-30TEV");
        reads("He came yesterday afternoon.", "yesterday afternoon", "2018-08-03TAF");
        reads("He comes tonight.", "tonight", "2018-08-04TNI");
    }

    #[test]
    fn scores_are_not_times() {
        marks("They won 21:15 and lost 3:2.", &[]);
    }
}
