//! Dates that hang on the publication date or on the date spoken of last.

#![expect(clippy::unnecessary_wraps, reason = "the functions of a table share one signature")]

use super::{Is, Which};
use crate::detect::date::pattern::Item::{
    Amount, AnyUnit, Approx, Day, DayFrom, Edge, EdgeOf, Holiday, LoneWeekday, Month, NoName, Not, OneOf, Opt, Refers,
    Season, Unit as One, UnitIn, Which as Row,
};
use crate::detect::date::pattern::{Item, Parts, Rule};
use crate::detect::date::reading::{self, Base, From, Reading, Step};
use crate::detect::date::unit::{Reference, Unit};

const THE: Item = Opt(&Item::Is(Is::The));
const SOMETIME: Item = Opt(&Item::Any(&[Edge, EdgeOf, OneOf(&[Is::Earlier, Is::Later, Is::Sometime])]));
const ROW: Item = Row(&[
    Which::Last,
    Which::Past,
    Which::This,
    Which::Next,
    Which::Coming,
    Which::Previous,
    Which::Following,
    Which::Current,
    Which::That,
]);

/// The rules.
pub static RULES: &[Rule] = &[
    Rule {
        name: "relative",
        pattern: &[THE, Row(&[Which::Past]), UnitIn(&[Unit::Decade, Unit::Century])],
        read: past_decade,
    },
    Rule { name: "day-from-today", pattern: &[SOMETIME, NoName, DayFrom], read: day_from },
    Rule {
        name: "relative",
        pattern: &[
            SOMETIME,
            THE,
            ROW,
            Opt(&Row(&[Which::Past, Which::Coming, Which::Same])),
            Opt(&OneOf(&[Is::Fiscal, Is::Financial])),
            One,
        ],
        read: row,
    },
    Rule { name: "relative", pattern: &[SOMETIME, THE, Row(&[Which::Same]), One], read: row },
    Rule {
        name: "relative",
        pattern: &[Opt(&Edge), THE, ROW, Opt(&Row(&[Which::Past, Which::Coming])), LoneWeekday],
        read: named,
    },
    Rule { name: "relative", pattern: &[Opt(&Edge), THE, ROW, Month, Opt(&Day)], read: named },
    Rule {
        name: "relative",
        pattern: &[SOMETIME, THE, ROW, Opt(&Row(&[Which::Past, Which::Coming])), Season],
        read: named,
    },
    Rule { name: "relative", pattern: &[ROW, Holiday], read: named },
    Rule { name: "the-weekend", pattern: &[Item::Is(Is::The), UnitIn(&[Unit::Weekend])], read: weekend },
    Rule {
        name: "the-day",
        pattern: &[
            OneOf(&[Is::Earlier, Is::Later]),
            Item::Is(Is::In),
            Item::Is(Is::The),
            UnitIn(&[Unit::Day, Unit::Week, Unit::Month, Unit::Year]),
        ],
        read: the_day,
    },
    Rule {
        name: "ago",
        pattern: &[
            Opt(&Approx),
            Amount,
            AnyUnit,
            Opt(&Item::Seq(&[Item::Is(Is::Or), Item::Is(Is::So)])),
            Item::Is(Is::Ago),
        ],
        read: ago,
    },
    Rule { name: "ago", pattern: &[AnyUnit, Item::Is(Is::Ago)], read: ago },
    Rule { name: "from-now", pattern: &[Opt(&Approx), Amount, AnyUnit, Item::Is(Is::From), Refers], read: from_now },
    Rule { name: "from-now", pattern: &[Opt(&Approx), Amount, AnyUnit, Item::Is(Is::Hence)], read: from_now },
    Rule { name: "earlier", pattern: &[Opt(&Approx), Amount, AnyUnit, OneOf(&[Is::Earlier])], read: earlier },
    Rule { name: "later", pattern: &[Opt(&Approx), Amount, AnyUnit, Item::Is(Is::Later)], read: later },
    Rule { name: "now", pattern: &[Refers], read: refers },
    Rule { name: "now", pattern: &[Item::Is(Is::Right), Refers], read: refers },
    Rule { name: "now", pattern: &[OneOf(&[Is::More, Is::Most]), Refers], read: refers },
    Rule { name: "now", pattern: &[Row(&[Which::Current]), Not(&[Is::Account])], read: present },
    Rule { name: "now", pattern: &[Item::Is(Is::These), UnitIn(&[Unit::Day])], read: present },
    Rule {
        name: "past",
        pattern: &[Item::Is(Is::The), Opt(&OneOf(&[Is::Recent, Is::Distant])), Row(&[Which::Past])],
        read: past,
    },
    Rule {
        name: "future",
        pattern: &[Item::Is(Is::The), Opt(&OneOf(&[Is::Near, Is::Immediate, Is::Distant])), Item::Is(Is::Future)],
        read: future,
    },
    Rule {
        name: "future",
        pattern: &[Item::Is(Is::The), OneOf(&[Is::Near, Is::Short, Is::Long]), Item::Is(Is::Term)],
        read: future,
    },
    Rule { name: "future", pattern: &[Item::Not(&[]), Item::Is(Is::Soon), Not(&[Is::As, Is::After])], read: future },
    Rule {
        name: "future",
        pattern: &[Item::Is(Is::As), Item::Is(Is::Soon), Item::Is(Is::As), Item::Is(Is::Possible)],
        read: future,
    },
    Rule { name: "past", pattern: &[Item::Is(Is::Long), Item::Is(Is::Ago)], read: past },
];

fn day_from(parts: &Parts, reading: &mut Reading) -> Option<()> {
    reading.shifts(From::Published, Unit::Day, i32::from(parts.day_from?))
}

/// How far "last", "this" or "next" goes, and from where.
fn step(which: Which) -> (From, i32) {
    match which {
        Which::Last | Which::Past => (From::Published, -1),
        Which::This | Which::Current | Which::Latest => (From::Published, 0),
        Which::Next | Which::Coming => (From::Published, 1),
        Which::Previous => (From::Story, -1),
        Which::That | Which::Same => (From::Story, 0),
        Which::Following => (From::Story, 1),
    }
}

/// "last week", "the following month"
fn row(parts: &Parts, reading: &mut Reading) -> Option<()> {
    let (mut from, by) = step(parts.which?);
    let unit = parts.unit?;
    if unit.is_clock() || (unit == Unit::Day && from == From::Published) {
        if unit != Unit::Day || by != 1 {
            return None;
        }
        // "the next day"
        (from, reading.modifier) = (From::Story, None);
    }
    reading.shifts(from, unit, by)
}

/// "the past decade": the ten years up to now.
fn past_decade(parts: &Parts, reading: &mut Reading) -> Option<()> {
    reading.which = parts.which;
    reading.lasts(reading::Amount::whole(1), parts.unit)
}

/// "last May", "next Tuesday", "this Christmas"
fn named(parts: &Parts, reading: &mut Reading) -> Option<()> {
    reading.which = parts.which.filter(|_| parts.is.is_none());
    Some(())
}

fn weekend(_: &Parts, reading: &mut Reading) -> Option<()> {
    reading.fields.weekend = true;
    Some(())
}

/// "later in the day"
fn the_day(parts: &Parts, reading: &mut Reading) -> Option<()> {
    reading.shifts(From::Story, parts.unit?, 0)
}

fn moved(parts: &Parts, reading: &mut Reading, from: From, sign: i32) -> Option<()> {
    let amount = parts.amount.unwrap_or_default();
    let by = match amount {
        reading::Amount::Vague if sign < 0 => Step::Back,
        reading::Amount::Vague => Step::Ahead,
        reading::Amount::Hundredths(_) => Step::By(sign * amount.as_whole()?),
    };
    reading.amount = amount;
    reading.base = Base::Moved { from, unit: parts.unit?, by };
    Some(())
}

fn ago(parts: &Parts, reading: &mut Reading) -> Option<()> {
    moved(parts, reading, From::Published, -1)
}

fn from_now(parts: &Parts, reading: &mut Reading) -> Option<()> {
    if parts.refers.is_some_and(|refers| refers != Reference::Present) {
        return None;
    }
    moved(parts, reading, From::Published, 1)
}

fn earlier(parts: &Parts, reading: &mut Reading) -> Option<()> {
    moved(parts, reading, From::Story, -1)
}

fn later(parts: &Parts, reading: &mut Reading) -> Option<()> {
    moved(parts, reading, From::Story, 1)
}

fn refers(parts: &Parts, reading: &mut Reading) -> Option<()> {
    reading.refers(parts.refers?)
}

fn past(_: &Parts, reading: &mut Reading) -> Option<()> {
    reading.refers(Reference::Past)
}

fn present(_: &Parts, reading: &mut Reading) -> Option<()> {
    reading.refers(Reference::Present)
}

fn future(_: &Parts, reading: &mut Reading) -> Option<()> {
    reading.refers(Reference::Future)
}

#[cfg(test)]
mod tests {
    use crate::detect::date::TimexType;
    use crate::detect::date::testing::{dates_of, reads};

    #[test]
    fn days_from_today() {
        reads("He came yesterday.", "yesterday", "2018-08-03");
        reads("He came earlier today.", "earlier today", "2018-08-04");
        reads("He comes tomorrow.", "tomorrow", "2018-08-05");
    }

    #[test]
    fn rows() {
        reads("He came last week.", "last week", "2018-W30");
        reads("He came earlier this month.", "earlier this month", "2018-08");
        reads("He came late last year.", "late last year", "2017");
        reads("He comes early next year.", "early next year", "2019");
        reads("He came last May.", "last May", "2018-05");
        reads("He came last November.", "last November", "2017-11");
        reads("He comes next Tuesday.", "next Tuesday", "2018-08-07");
        reads("He came last Thanksgiving.", "last Thanksgiving", "2017-11-23");
        reads("He came the previous year.", "the previous year", "2017");
        reads("He came at the end of last year.", "the end of last year", "2017");
    }

    #[test]
    fn offsets() {
        reads("He came three days ago.", "three days ago", "2018-08-01");
        reads("He came two weeks ago.", "two weeks ago", "2018-W29");
        reads("He came about five years ago.", "about five years ago", "2013");
        reads("He came a decade ago.", "a decade ago", "2008");
        reads("He came several years ago.", "several years ago", "PAST_REF");
        reads("In June 2016 he left; a year later he came.", "a year later", "2017-06");
    }

    #[test]
    fn vague_offsets_keep_their_direction() {
        reads("He left several months ago.", "several months ago", "PAST_REF");
        reads("He had left several months earlier.", "several months earlier", "PAST_REF");
        reads("He left a few weeks later.", "a few weeks later", "FUTURE_REF");
        reads("He leaves a few weeks from now.", "a few weeks from now", "FUTURE_REF");
    }

    #[test]
    fn hours_are_counted_where_the_moment_is_known() {
        let value = |text: &str, published: &str| dates_of(text, Some(published)).pop().map(|(_, detail)| detail);
        for (text, published, expected) in [
            ("He left two hours ago.", "2018-08-04T15:14:00+03:00", "2018-08-04T13:XX+03:00"),
            ("He left 20 minutes ago.", "2018-08-04T15:14:00+03:00", "2018-08-04T14:54+03:00"),
            ("He left 20 hours ago.", "2018-08-04T15:14:00Z", "2018-08-03T19:XXZ"),
            ("He left two hours ago.", "2018-08-04", "2018-08-04TXX:XX"),
            ("It began at 11:30 p.m. Thursday. Two hours later he left.", "2018-08-04", "2018-08-03T01:30"),
        ] {
            let detail = value(text, published).unwrap();
            assert_eq!((detail.value.as_str(), detail.timex_type), (expected, TimexType::Time), "{text}");
        }
    }

    #[test]
    fn references() {
        reads("He is now here.", "now", "PRESENT_REF");
        reads("He recently came.", "recently", "PAST_REF");
        reads("In the future he may come.", "the future", "FUTURE_REF");
    }
}
