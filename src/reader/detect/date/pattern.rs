//! The little language that rules are written in: patterns of items, tried against the tokens of a paragraph.
//!
//! An item reads one or more tokens and notes what they say in [`Parts`]. A rule is a name, a pattern, and a function
//! that makes a [`Reading`] of the parts.

use super::english::{Is, Which};
use super::lex::Line;
use super::reading::{Amount, Fields, Reading};
use super::unit::{Modifier, Reference, Unit};

/// One rule: what it is called, what it reads, what that means.
pub struct Rule {
    /// Its name: a reason of the detections it makes.
    pub name: &'static str,
    /// What it reads.
    pub pattern: &'static [Item],
    /// What that means beyond the fields and the modifier, which are in the reading already; nothing where the words do
    /// not make sense together after all.
    pub read: fn(&Parts, &mut Reading) -> Option<()>,
}

/// A piece of a pattern.
pub enum Item {
    /// This word.
    Is(Is),
    /// One of these words.
    OneOf(&'static [Is]),
    /// One of these.
    Which(&'static [Which]),
    /// The item, or nothing.
    Opt(&'static Item),
    /// One of these items, the first that fits.
    Any(&'static [Item]),
    /// All of these items.
    Seq(&'static [Item]),
    /// "," with or without white space after it
    Comma,
    /// A hyphen glued on both sides.
    Dash,
    /// "/" glued on both sides.
    Slash,
    /// "'s", glued.
    Genitive,
    /// A month: "June", "Sept."
    Month,
    /// A month that nothing shows to be a verb, a march or a name; for rules in which it stands alone.
    LoneMonth,
    /// A weekday: "Friday", "Fri."
    Weekday,
    /// A weekday that is not short for a name: not "Sun".
    LoneWeekday,
    /// "Fridays"
    Weekdays,
    /// A day of the month: "8", "8th"; "eighth".
    Day,
    /// A day of the month with its ending: "8th", "eighth".
    DayTh,
    /// A year of four digits: "2018".
    Year,
    /// A year of four digits that nothing shows not to be one; for rules in which it stands alone.
    LoneYear,
    /// "'98"
    ShortYear,
    /// A decade: "1990s", "'90s", "nineties".
    Decade,
    /// A year in words: "nineteen ninety-six".
    SpelledYear,
    /// A number of units: "three", "2 1/2", "a", "a couple of", "several".
    Amount,
    /// A number of units, but not "a" alone.
    Count,
    /// "third"; for quarters "final" and "last" too.
    Ordinal,
    /// "week" or "weeks"
    AnyUnit,
    /// "week"
    Unit,
    /// "weeks"
    Units,
    /// One of these units, singular or plural.
    UnitIn(&'static [Unit]),
    /// "summer"
    Season,
    /// "summers"
    Seasons,
    /// "morning"
    Part,
    /// "mornings"
    Parts,
    /// "today"
    DayFrom,
    /// "early", "late", "mid-"
    Edge,
    /// "the end of"
    EdgeOf,
    /// "end", as in "year-end"
    End,
    /// "about", "more than", "at least"
    Approx,
    /// "now"
    Refers,
    /// "daily"
    Every,
    /// "15:14", "3 p.m.", "noon"
    Clock,
    /// "GMT", "EST"
    Zone,
    /// A holiday.
    Holiday,
    /// Digits that make an ISO or numeric date.
    Numeric,
    /// This word before the expression, which is not part of it.
    After(&'static [Is]),
    /// None of these words here, which is not read.
    Not(&'static [Is]),
    /// One of these words here, which is not read.
    Next(&'static [Is]),
    /// Nothing more of the clause: a mark or the end follows.
    Closes,
    /// No hyphen that joins the next word to the one before.
    NoJoin,
    /// Nothing counted stands before, which would make "a week" a rate: "four flights a week", "$2 million a year".
    NoRate,
    /// No number stands before.
    NoNumber,
    /// The word does not go on a name: "VOA Today".
    NoName,
}

/// What the items of a pattern have read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Parts {
    /// Fields of calendar and clock.
    pub fields: Fields,
    /// A number of units.
    pub amount: Option<Amount>,
    /// A second number.
    pub upto: Option<Amount>,
    /// A unit.
    pub unit: Option<Unit>,
    /// Whether it was written in the plural.
    pub plural: bool,
    /// "third"
    pub ordinal: Option<u8>,
    /// "last"
    pub which: Option<Which>,
    /// "early", "about"
    pub modifier: Option<Modifier>,
    /// "now"
    pub refers: Option<Reference>,
    /// "tomorrow"
    pub day_from: Option<i8>,
    /// A word that the rule asks for.
    pub is: Option<Is>,
}

impl Item {
    /// Reads `items` one after the other from token `at`; gives the token after them.
    pub fn read_all(items: &'static [Self], line: &Line, at: usize, parts: &mut Parts) -> Option<usize> {
        let Some((item, rest)) = items.split_first() else { return Some(at) };
        if let Self::Opt(inner) = item {
            let before = *parts;
            if let Some(end) = inner.read(line, at, parts).and_then(|next| Self::read_all(rest, line, next, parts)) {
                return Some(end);
            }
            *parts = before;
            return Self::read_all(rest, line, at, parts);
        }
        let next = item.read(line, at, parts)?;
        Self::read_all(rest, line, next, parts)
    }
}
