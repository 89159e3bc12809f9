//! The first two words that a pattern can begin with, so that most rules are never tried.
//!
//! **Invariant:** where a pattern reads two words or more, [`opens_with`] says so of its first two; it may say so of
//! words that the pattern then refuses.

use super::english::{Is, Which, Word};
use super::number;
use super::pattern::Item;
use super::unit::Unit;

/// Whether an expression of `items` can begin with the word `first`, with `second` after it.
#[must_use]
pub fn opens_with(items: &[Item], first: Word, second: Word) -> bool {
    Rest { items, then: None }.opens_with(first, second)
}

/// Whether an expression of `items` can begin with `word`.
#[must_use]
pub fn opens(items: &[Item], word: Word) -> bool {
    Rest { items, then: None }.opens(word, false)
}

/// What of a pattern is still to be read.
#[derive(Clone, Copy)]
struct Rest<'a> {
    items: &'a [Item],
    then: Option<&'a Rest<'a>>,
}

/// What a [`Rest`] begins with.
enum Head<'a> {
    /// One of these, each before the same rest.
    Either(&'a [Item], Rest<'a>),
    /// One of these or nothing of them.
    Maybe(&'a [Item], Rest<'a>),
    /// All of these.
    All(&'a [Item], Rest<'a>),
    /// Nothing that reads a word.
    Unread(Rest<'a>),
    /// An item that reads at least one word.
    Reads(&'a Item, Rest<'a>),
    /// Nothing: the pattern is at its end.
    End,
}

impl<'a> Rest<'a> {
    fn head(self) -> Head<'a> {
        let Some((item, tail)) = self.items.split_first() else {
            return self.then.map_or(Head::End, |then| then.head());
        };
        let after = Rest { items: tail, ..self };
        match item {
            Item::Opt(inner) => Head::Maybe(std::slice::from_ref(*inner), after),
            Item::Any(list) => Head::Either(list, after),
            Item::Seq(list) => Head::All(list, after),
            Item::After(_)
            | Item::Not(_)
            | Item::Next(_)
            | Item::Closes
            | Item::NoJoin
            | Item::NoRate
            | Item::NoNumber
            | Item::NoName => Head::Unread(after),
            _ => Head::Reads(item, after),
        }
    }

    /// Whether the rest can begin with `word`, or be empty, which answers with `empty`.
    fn opens(self, word: Word, empty: bool) -> bool {
        match self.head() {
            Head::Either(list, after) => {
                list.iter().any(|item| after.led_by(std::slice::from_ref(item), |rest| rest.opens(word, empty)))
            }
            Head::Maybe(list, after) => after.led_by(list, |rest| rest.opens(word, empty)) || after.opens(word, empty),
            Head::All(list, after) => after.led_by(list, |rest| rest.opens(word, empty)),
            Head::Unread(after) => after.opens(word, empty),
            Head::Reads(item, _) => item.begins(word),
            Head::End => empty,
        }
    }

    fn opens_with(self, first: Word, second: Word) -> bool {
        match self.head() {
            Head::Either(list, after) => {
                list.iter().any(|item| after.led_by(std::slice::from_ref(item), |rest| rest.opens_with(first, second)))
            }
            Head::Maybe(list, after) => {
                after.led_by(list, |rest| rest.opens_with(first, second)) || after.opens_with(first, second)
            }
            Head::All(list, after) => after.led_by(list, |rest| rest.opens_with(first, second)),
            Head::Unread(after) => after.opens_with(first, second),
            Head::Reads(item, after) => {
                item.begins(first) && (item.reads_on(first, second) || after.opens(second, true))
            }
            Head::End => false,
        }
    }

    /// What `ask` says of `items` before this rest.
    fn led_by(self, items: &[Item], ask: impl FnOnce(Rest) -> bool) -> bool {
        ask(Rest { items, then: Some(&self) })
    }
}

impl Item {
    /// Whether this item can begin with `word`.
    fn begins(&self, word: Word) -> bool {
        match self {
            Self::Is(is) => word == Word::Is(*is),
            Self::OneOf(list) => list.iter().any(|is| word == Word::Is(*is)),
            Self::Which(list) => list.iter().any(|which| word == Word::Which(*which)),
            Self::Comma => word == Word::Comma,
            Self::Dash => word == Word::Dash,
            Self::Slash => word == Word::Slash,
            Self::Month | Self::LoneMonth => matches!(word, Word::Month(_) | Word::MonthShort(_)),
            Self::Weekday | Self::LoneWeekday => matches!(word, Word::Weekday(_) | Word::WeekdayShort(_)),
            Self::Weekdays => matches!(word, Word::Weekdays(_)),
            Self::Day => matches!(word, Word::Digits | Word::Ordinal(_) | Word::Number(_) | Word::Is(Is::Second)),
            Self::DayTh | Self::Year | Self::LoneYear | Self::Numeric => word == Word::Digits,
            Self::Genitive | Self::ShortYear => word == Word::Apostrophe,
            Self::Decade => matches!(word, Word::Digits | Word::Apostrophe | Word::Tens(_)),
            Self::SpelledYear => matches!(word, Word::Number(_)),
            Self::Amount | Self::Count => number::opens(word),
            Self::Ordinal => matches!(
                word,
                Word::Ordinal(_)
                    | Word::Number(_)
                    | Word::Digits
                    | Word::Is(Is::Second | Is::Final | Is::Opening)
                    | Word::Which(Which::Last)
            ),
            Self::AnyUnit => matches!(word, Word::Unit(_) | Word::Units(_) | Word::Is(Is::Second)),
            Self::Unit => matches!(word, Word::Unit(_) | Word::Is(Is::Second)),
            Self::Units => matches!(word, Word::Units(_)),
            Self::UnitIn(list) => match word {
                Word::Unit(unit) | Word::Units(unit) => list.contains(&unit),
                Word::Is(Is::Second) => list.contains(&Unit::Second),
                _ => false,
            },
            Self::Season => matches!(word, Word::Season(_)),
            Self::Seasons => matches!(word, Word::Seasons(_)),
            Self::Part => matches!(word, Word::Part(_)),
            Self::Parts => matches!(word, Word::Parts(_)),
            Self::DayFrom => matches!(word, Word::DayFrom(_)),
            Self::Edge => matches!(word, Word::Edge(_)),
            Self::End => matches!(word, Word::EdgeOf(_)),
            Self::EdgeOf => matches!(word, Word::EdgeOf(_) | Word::Is(Is::The | Is::Very)),
            Self::Approx => matches!(word, Word::Is(is) if approximates(is)),
            Self::Refers => matches!(word, Word::Refers(_)),
            Self::Every => matches!(word, Word::Every(_)),
            Self::Clock => {
                matches!(word, Word::Digits | Word::Number(_) | Word::Is(Is::Noon | Is::Midnight | Is::Midday))
            }
            Self::Zone => matches!(word, Word::Zone(_) | Word::ZoneName | Word::Open | Word::Is(Is::Z)),
            Self::Holiday => matches!(word, Word::Holiday),
            Self::Opt(_)
            | Self::Any(_)
            | Self::Seq(_)
            | Self::After(_)
            | Self::Not(_)
            | Self::Next(_)
            | Self::Closes
            | Self::NoJoin
            | Self::NoRate
            | Self::NoNumber
            | Self::NoName => true,
        }
    }

    /// Whether this item may read on with `second`, where it begins with `first`.
    fn reads_on(&self, first: Word, second: Word) -> bool {
        match self {
            // "Martin Luther King Day": the only item that reads words of its own.
            Self::Holiday => true,
            _ if second == Word::Other => false,
            // "a" and "the" stand before too much to ask no more.
            Self::Amount | Self::Count if matches!(first, Word::Is(Is::A | Is::An)) => {
                matches!(second, Word::Power(_) | Word::Is(Is::Few | Is::Couple | Is::Dozen | Is::Half))
            }
            Self::EdgeOf if first == Word::Is(Is::The) => {
                matches!(second, Word::EdgeOf(_) | Word::Is(Is::Very))
            }
            Self::Month | Self::LoneMonth => matches!(first, Word::MonthShort(_)),
            Self::Weekday | Self::LoneWeekday => matches!(first, Word::WeekdayShort(_)),
            Self::Day | Self::Ordinal => matches!(first, Word::Digits | Word::Number(_)),
            Self::Decade => matches!(first, Word::Digits | Word::Apostrophe),
            Self::Zone => first == Word::Open,
            Self::Approx => matches!(
                first,
                Word::Is(Is::At | Is::Fewer | Is::Less | Is::Longer | Is::More | Is::No | Is::Not | Is::Up)
            ),
            Self::DayTh
            | Self::Genitive
            | Self::ShortYear
            | Self::SpelledYear
            | Self::Numeric
            | Self::Amount
            | Self::Count
            | Self::Edge
            | Self::EdgeOf
            | Self::Clock => true,
            _ => false,
        }
    }
}

/// Whether "about", "more than" and the like can begin with this word.
const fn approximates(is: Is) -> bool {
    matches!(
        is,
        Is::About
            | Is::Almost
            | Is::Approximately
            | Is::Around
            | Is::At
            | Is::Circa
            | Is::Estimated
            | Is::Fewer
            | Is::Less
            | Is::Longer
            | Is::More
            | Is::Nearly
            | Is::No
            | Is::Not
            | Is::Over
            | Is::Roughly
            | Is::Some
            | Is::Under
            | Is::Up
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_says_what_its_first_two_words_may_be() {
        const PATTERN: &[Item] = &[Item::Opt(&Item::Approx), Item::Amount, Item::AnyUnit, Item::Is(Is::Ago)];
        let week = Word::Unit(Unit::Week);
        assert!(opens_with(PATTERN, Word::Number(3), week));
        assert!(opens_with(PATTERN, Word::Is(Is::About), Word::Number(3)));
        assert!(opens_with(PATTERN, Word::Is(Is::A), Word::Is(Is::Couple)));
        assert!(!opens_with(PATTERN, Word::Is(Is::A), Word::Other));
        assert!(!opens_with(PATTERN, Word::Is(Is::About), week));
        assert!(!opens_with(PATTERN, week, Word::Is(Is::Ago)));
    }

    #[test]
    fn what_may_be_left_out_may_be_left_out() {
        const PATTERN: &[Item] = &[Item::Month, Item::Opt(&Item::Comma), Item::Opt(&Item::Year)];
        assert!(opens_with(PATTERN, Word::Month(6), Word::Other));
        assert!(opens(PATTERN, Word::Month(6)));
        assert!(!opens(PATTERN, Word::Comma));
        assert!(!opens(&[Item::Opt(&Item::Comma)], Word::Other));
    }
}
