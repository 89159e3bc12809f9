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
                let reach = if item.begins(first) { item.reach(first, second) } else { Reach::NONE };
                reach.beyond || (reach.one && after.opens(second, true))
            }
            Head::End => false,
        }
    }

    /// What `ask` says of `items` before this rest.
    fn led_by(self, items: &[Item], ask: impl FnOnce(Rest) -> bool) -> bool {
        ask(Rest { items, then: Some(&self) })
    }
}

/// How far an item may read.
#[derive(Clone, Copy)]
struct Reach {
    /// The first word and no more.
    one: bool,
    /// The second word too.
    beyond: bool,
}

impl Reach {
    const NONE: Self = Self { one: false, beyond: false };
    const ONE: Self = Self { one: true, beyond: false };

    /// Two words or more, if the second one is right.
    const fn two(beyond: bool) -> Self {
        Self { one: false, beyond }
    }

    /// One word, and more if the second one is right.
    const fn one_or(beyond: bool) -> Self {
        Self { one: true, beyond }
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

    /// How far this item may read where it begins with `first`, with `second` after it.
    fn reach(&self, first: Word, second: Word) -> Reach {
        let ending = matches!(second, Word::Is(Is::St | Is::Nd | Is::Rd | Is::Th));
        let s = second == Word::Is(Is::S);
        match (self, first) {
            (Self::Month | Self::LoneMonth, Word::MonthShort(_))
            | (Self::Weekday | Self::LoneWeekday, Word::WeekdayShort(_)) => Reach::one_or(second == Word::Stop),
            (Self::Day, Word::Digits) => Reach::one_or(ending),
            (Self::DayTh | Self::Ordinal, Word::Digits) => Reach::two(ending),
            (Self::Day | Self::Ordinal, Word::Number(_)) => Reach::two(matches!(second, Word::Dash | Word::Ordinal(_))),
            (Self::Genitive, _) => Reach::two(s),
            (Self::ShortYear, _) | (Self::Decade, Word::Apostrophe) => Reach::two(second == Word::Digits),
            (Self::Decade, Word::Digits) => Reach::two(s || second == Word::Apostrophe),
            (Self::SpelledYear, _) => Reach::two(matches!(second, Word::Number(_) | Word::Power(_))),
            (Self::Numeric, _) => Reach::two(matches!(second, Word::Dash | Word::Slash | Word::Stop)),
            (Self::Amount | Self::Count, _) => {
                let reach = of_amount(first, second);
                let bare = matches!(self, Self::Count) && matches!(first, Word::Is(Is::A | Is::An));
                if bare { Reach::two(reach.beyond) } else { reach }
            }
            (Self::Edge, _) => Reach::one_or(second == Word::Dash),
            (Self::EdgeOf, Word::Is(_)) => Reach::two(matches!(second, Word::EdgeOf(_) | Word::Is(Is::Very))),
            (Self::EdgeOf, _) => Reach::two(second == Word::Is(Is::Of)),
            (Self::Approx, Word::Is(is)) => of_approx(is, second),
            (Self::Clock, Word::Digits | Word::Number(_)) => Reach::two(matches!(
                second,
                Word::Colon
                    | Word::Stop
                    | Word::Zone(_)
                    | Word::Units(Unit::Hour)
                    | Word::Is(Is::Am | Is::Pm | Is::A | Is::P | Is::O)
            )),
            (Self::Zone, Word::Open) => Reach::two(matches!(second, Word::Zone(_) | Word::ZoneName)),
            (Self::Holiday, _) => Reach::one_or(true),
            _ => Reach::ONE,
        }
    }
}

/// How far a number may read; see [`number::read`].
fn of_amount(first: Word, second: Word) -> Reach {
    let of = second == Word::Is(Is::Of);
    let power = matches!(second, Word::Power(_));
    match first {
        Word::Digits => {
            let on = matches!(second, Word::Comma | Word::Stop | Word::Half | Word::Digits | Word::Dash);
            Reach::one_or(on || power)
        }
        Word::Number(_) | Word::Power(_) => {
            let on = matches!(second, Word::Number(_) | Word::Dash | Word::Is(Is::Dozen | Is::And));
            Reach::one_or(on || power)
        }
        Word::Is(Is::A | Is::An) => {
            let other = matches!(second, Word::Number(_) | Word::Digits | Word::Is(Is::Several));
            let on = power || matches!(second, Word::Is(Is::Few | Is::Couple | Is::Dozen | Is::Half));
            Reach { one: !other && !on, beyond: on }
        }
        Word::Is(Is::Few | Is::Several | Is::Many | Is::Some | Is::Couple) => Reach::one_or(of),
        Word::Is(Is::Dozens | Is::Hundreds | Is::Thousands) => Reach::two(of),
        Word::Is(Is::Half) => Reach::two(matches!(second, Word::Is(Is::A | Is::An))),
        _ => Reach::ONE,
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

/// How far "about", "more than" and the like may read.
fn of_approx(first: Is, second: Word) -> Reach {
    match first {
        Is::More | Is::Longer | Is::Less | Is::Fewer => Reach::two(second == Word::Is(Is::Than)),
        Is::At => Reach::two(matches!(second, Word::Is(Is::Least | Is::Most))),
        Is::Up => Reach::two(second == Word::Is(Is::To)),
        Is::No | Is::Not => Reach::two(matches!(second, Word::Is(Is::More | Is::Longer | Is::Less | Is::Fewer))),
        _ => Reach::ONE,
    }
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
