//! What each item of a pattern reads.

mod amounts;
mod figures;
mod names;

pub use amounts::counted;
pub use figures::full_year;

use super::clock;
use super::english::{Is, Word, holiday};
use super::lex::Line;
use super::numeric;
use super::pattern::{Item, Parts};
use super::unit::Modifier;
use crate::text::TokenClass;
use amounts::{amount, approx, edge_of, is_rate, unit};
use figures::{day, decade, lone_year, ordinal, short_year, spelled_year, year};
use names::{is_in_name, lone_month, month, weekday};

impl Item {
    /// Reads the item from token `at`; gives the token after it.
    #[expect(clippy::too_many_lines, reason = "one arm an item; none is longer than a few lines")]
    pub fn read(&'static self, line: &Line, at: usize, parts: &mut Parts) -> Option<usize> {
        let word = line.word(at);
        let next = at + 1;
        match self {
            Self::Is(is) => word.is(*is).then_some(next),
            Self::OneOf(list) => {
                let is = list.iter().find(|is| word.is(**is))?;
                parts.is = Some(*is);
                Some(next)
            }
            Self::Which(list) => {
                let which = list.iter().find(|which| word == Word::Which(**which))?;
                parts.which = Some(*which);
                Some(next)
            }
            Self::Opt(inner) => {
                let before = *parts;
                Some(inner.read(line, at, parts).unwrap_or_else(|| {
                    *parts = before;
                    at
                }))
            }
            Self::Any(list) => list.iter().find_map(|item| {
                let before = *parts;
                let end = item.read(line, at, parts);
                if end.is_none() {
                    *parts = before;
                }
                end
            }),
            Self::Seq(list) => Self::read_all(list, line, at, parts),
            Self::Comma => (word == Word::Comma).then_some(next),
            Self::Dash => (word == Word::Dash && line.glued(at) && line.glued(next)).then_some(next),
            Self::Slash => (word == Word::Slash && line.glued(at) && line.glued(next)).then_some(next),
            Self::Genitive => {
                let is = word == Word::Apostrophe && line.glued(at) && line.glued(next) && line.is(next, Is::S);
                is.then_some(next + 1)
            }
            Self::Month => month(line, at, parts),
            Self::LoneMonth => lone_month(line, at, parts),
            Self::Weekday => weekday(line, at, parts),
            Self::LoneWeekday => {
                let name = matches!(word, Word::WeekdayShort(1 | 3 | 6 | 7));
                weekday(line, at, parts).filter(|_| !name)
            }
            Self::Weekdays => {
                let Word::Weekdays(day) = word else { return None };
                parts.fields.weekday = Some(day);
                Some(next)
            }
            Self::Day => day(line, at, parts, false),
            Self::DayTh => day(line, at, parts, true).filter(|_| word == Word::Digits),
            Self::Year => year(line, at, parts),
            Self::LoneYear => lone_year(line, at, parts),
            Self::ShortYear => short_year(line, at, parts),
            Self::Decade => decade(line, at, parts),
            Self::SpelledYear => spelled_year(line, at, parts),
            Self::Amount => amount(line, at, parts),
            Self::Count => {
                let end = amount(line, at, parts)?;
                let bare_article = matches!(word, Word::Is(Is::A | Is::An)) && end == next;
                (!bare_article).then_some(end)
            }
            Self::Ordinal => ordinal(line, at, parts),
            Self::AnyUnit => unit(line, at, parts),
            Self::Unit => unit(line, at, parts).filter(|_| !parts.plural),
            Self::Units => unit(line, at, parts).filter(|_| parts.plural),
            Self::UnitIn(list) => unit(line, at, parts).filter(|_| parts.unit.is_some_and(|unit| list.contains(&unit))),
            Self::Season => {
                let Word::Season(season) = word else { return None };
                parts.fields.season = Some(season);
                Some(next)
            }
            Self::Seasons => {
                let Word::Seasons(season) = word else { return None };
                parts.fields.season = Some(season);
                Some(next)
            }
            Self::Part => {
                let Word::Part(part) = word else { return None };
                parts.fields.part = Some(part);
                Some(next)
            }
            Self::Parts => {
                let Word::Parts(part) = word else { return None };
                parts.fields.part = Some(part);
                Some(next)
            }
            Self::DayFrom => {
                let Word::DayFrom(by) = word else { return None };
                parts.day_from = Some(by);
                Some(next)
            }
            Self::Edge => {
                let Word::Edge(edge) = word else { return None };
                parts.modifier = Some(edge);
                let dash = line.word(next) == Word::Dash && line.glued(next) && line.glued(next + 1);
                Some(if dash { next + 1 } else { next })
            }
            Self::End => (word == Word::EdgeOf(Modifier::End)).then_some(next),
            Self::EdgeOf => edge_of(line, at, parts),
            Self::Approx => approx(line, at, parts),
            Self::Refers => {
                let Word::Refers(reference) = word else { return None };
                parts.refers = Some(reference);
                Some(next)
            }
            Self::Every => {
                let Word::Every(unit) = word else { return None };
                parts.unit = Some(unit);
                Some(next)
            }
            Self::Clock => clock::read(line, at, parts),
            Self::Zone => clock::zone(line, at, parts),
            Self::Holiday => {
                let (found, end) = holiday(line, at)?;
                parts.fields.holiday = Some(found);
                Some(end)
            }
            Self::Numeric => numeric::read(line, at, parts),
            Self::After(list) => {
                let before = line.before(at);
                list.iter().any(|is| before.is(*is)).then_some(at)
            }
            Self::Next(list) => list.iter().any(|is| word.is(*is)).then_some(at),
            Self::Closes => {
                let mark = line.lexemes.get(at).is_none_or(|lexeme| lexeme.token.class == TokenClass::Mark);
                (mark && word != Word::Dash).then_some(at)
            }
            Self::NoJoin => (!(word == Word::Dash && line.glued(at) && line.glued(next))).then_some(at),
            Self::NoRate => (!is_rate(line, at)).then_some(at),
            Self::NoNumber => {
                (!matches!(line.before(at), Word::Digits | Word::Number(_) | Word::Power(_) | Word::Dash)).then_some(at)
            }
            Self::NoName => (!is_in_name(line, at)).then_some(at),
            Self::Not(list) => (!list.iter().any(|is| word.is(*is))).then_some(at),
        }
    }
}
