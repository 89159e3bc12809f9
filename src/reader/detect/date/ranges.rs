//! Ranges, whose ends are two marks that share what is written once: "June 8-10", "8 and 9 June 2018", "2017-18".

use super::english::{Is, Word};
use super::lex::Line;
use super::pattern::{Item, Parts};
use super::phrase::Phrase;
use super::reading::{Base, Fields, Reading, What};
use crate::text::TokenClass;

const MONTH_AND_YEAR: &[Item] =
    &[Item::Opt(&Item::Is(Is::Of)), Item::Month, Item::Opt(&Item::Seq(&[Item::Opt(&Item::Comma), Item::Year]))];
const DAY: &[Item] = &[Item::Day];
const DAY_AND_YEAR: &[Item] = &[Item::Opt(&Item::Month), Item::Day, Item::Opt(&Item::Comma), Item::Year];
const YEAR: &[Item] = &[Item::Opt(&Item::Comma), Item::Year];

/// Whether token `at` joins the two ends of a range; "and" only after "between".
#[must_use]
pub fn joins(line: &Line, at: usize, between: bool) -> bool {
    match line.word(at) {
        Word::Dash | Word::Is(Is::To | Is::Through | Is::Until | Is::Till) => true,
        Word::Is(Is::And) => between,
        _ => false,
    }
}

/// Whether token `at` stands between two days of one month: "8-10", "8 and 9", "8 to 10".
fn pairs(line: &Line, at: usize) -> bool {
    joins(line, at, true)
}

/// The first day of "8-10 June 2018".
#[must_use]
pub fn first_of_pair(line: &Line, at: usize) -> Option<Phrase> {
    let mut first = Parts::default();
    let end = Item::read_all(DAY, line, at, &mut first)?;
    if line.word(at) != Word::Digits || !pairs(line, end) {
        return None;
    }
    let mut second = Parts::default();
    let after = Item::read_all(DAY, line, end + 1, &mut second)?;
    Item::read_all(MONTH_AND_YEAR, line, after, &mut second)?;
    let ordered = first.fields.day < second.fields.day && line.word(end + 1) == Word::Digits;
    let fields = first.fields.with(second.fields);
    ordered.then_some(Phrase { start: at, end, reading: Reading::point(fields), name: "day-month" })
}

/// The second day of "June 8-10", the second year of "2017-18", read after `first`.
#[must_use]
pub fn second_of_pair(line: &Line, first: &Phrase, at: usize) -> Option<Phrase> {
    let Fields { year, month, day, clock, .. } = first.reading.fields;
    let pointed = first.reading.what == What::Point && first.reading.base == Base::Open && clock.is_none();
    if !pointed || first.end + 1 != at || line.word(at) != Word::Digits || !pairs(line, first.end) {
        return None;
    }
    let mut phrase = Phrase { start: at, ..*first };
    if let (Some(_), Some(day)) = (month, day) {
        let mut second = Parts::default();
        let mut end = Item::read_all(DAY, line, at, &mut second)?;
        let written_last = matches!(line.before(first.end), Word::Digits | Word::Is(Is::St | Is::Nd | Is::Rd | Is::Th));
        if second.fields.day? <= day || !written_last || !closes(line, end) {
            return None;
        }
        end = Item::read_all(YEAR, line, end, &mut second).unwrap_or(end);
        (phrase.end, phrase.name) = (end, "month-day");
        phrase.reading.fields = second.fields.with(phrase.reading.fields);
        return Some(phrase);
    }
    let year = year.filter(|_| month.is_none() && line.word(first.end) == Word::Dash && line.glued(at))?;
    let (2, number) = line.digits(at)? else { return None };
    let second = year - year % 100 + u16::try_from(number).ok()?;
    let is_next = second > year && second - year < 20 && !line.glued(at + 1) | closes(line, at + 1);
    (phrase.end, phrase.name, phrase.reading.fields.year) = (at + 1, "year", Some(second));
    is_next.then_some(phrase)
}

/// The year of "June 8-10, 2018", for its first day.
#[must_use]
pub fn year_ahead(line: &Line, first: &Phrase) -> Option<u16> {
    let fields = &first.reading.fields;
    if fields.month.is_none() || fields.day.is_none() || fields.year.is_some() || !pairs(line, first.end) {
        return None;
    }
    let mut second = Parts::default();
    Item::read_all(DAY_AND_YEAR, line, first.end + 1, &mut second)?;
    second.fields.year
}

/// Whether the number that ends before token `at` counts nothing: no unit, no noun follows.
fn closes(line: &Line, at: usize) -> bool {
    match line.lexemes.get(at) {
        None => true,
        Some(lexeme) => match lexeme.word {
            Word::Percent | Word::Slash | Word::Dash | Word::Colon => false,
            Word::Comma | Word::Stop => !(line.glued(at + 1) && line.word(at + 1) == Word::Digits),
            Word::Is(_) | Word::Which(_) => true,
            _ => lexeme.token.class == TokenClass::Mark,
        },
    }
}

#[cfg(test)]
mod tests {
    use crate::detect::date::testing::{dates, marks};

    #[test]
    fn both_ends_of_a_range_are_marked() {
        for (text, first, second) in [
            ("They met June 8-10.", "2018-06-08", "2018-06-10"),
            ("They met from June 8 to 10.", "2018-06-08", "2018-06-10"),
            ("They met June 8-10, 2016.", "2016-06-08", "2016-06-10"),
            ("They met 8-10 June 2016.", "2016-06-08", "2016-06-10"),
            ("They met between May 30 and June 2, 2016.", "2016-05-30", "2016-06-02"),
            ("They met in the 2015-16 season.", "2015", "2016"),
            ("They met from 1992-1995.", "1992", "1995"),
            ("They met between May and July.", "2018-05", "2018-07"),
        ] {
            let found = dates(text);
            let values: Vec<&str> = found.iter().map(|(_, detail)| detail.value.as_str()).collect();
            assert_eq!(values, [first, second], "{text}");
            assert!(found.iter().all(|(_, detail)| detail.begin.is_some() && detail.end.is_some()), "{text}");
        }
    }

    #[test]
    fn a_range_that_begins_before_our_era_has_no_days() {
        for text in ["It stood from 300 BC to 200 BC.", "It stood from 20 BC to June 1955.", "1/2 BC - June -"] {
            let found = dates(text);
            assert!(found.len() == 2 && found.iter().all(|(_, detail)| detail.begin.is_none()), "{text}: {found:?}");
        }
    }

    #[test]
    fn a_number_after_a_date_is_no_day() {
        marks("It closed June 8 and 10 people left.", &["June 8"]);
        marks("It closed June 8 to 1,200 visitors.", &["June 8"]);
    }
}
