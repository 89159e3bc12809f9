//! Dates and times as the head of an article has them: whole lines of nothing else.

use chrono::{Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Weekday};

use super::time::{self, MONTHS};
use super::{LetterCase, Published, Token, TokenClass};

/// What a line of the head says about time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct HeadDate {
    year: Option<i32>,
    month: Option<u32>,
    day: Option<u32>,
    time: Option<NaiveTime>,
    zone: Option<Zone>,
    /// Whether the line says that this is when the text was changed, not when it came out.
    pub updated: bool,
}

/// A clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Zone {
    /// Minutes east of Greenwich.
    Fixed(i32),
    /// Hours west of Greenwich in winter; an hour less in the American summer.
    American(i32),
}

impl HeadDate {
    /// The publication date, where day, month and year are there.
    pub fn published(self) -> Option<Published> {
        let day = NaiveDate::from_ymd_opt(self.year?, self.month?, self.day?)?;
        let moment = self.time.zip(self.zone).and_then(|(time, zone)| zone.moment(day.and_time(time)));
        Some(moment.map_or(Published::Day(day), Published::Moment))
    }

    /// What two lines say together: a clock on one, the day on the other.
    pub fn or(self, other: Self) -> Self {
        Self {
            year: self.year.or(other.year),
            month: self.month.or(other.month),
            day: self.day.or(other.day),
            time: self.time.or(other.time),
            zone: self.zone.or(other.zone),
            updated: self.updated,
        }
    }

    /// A year and nothing else.
    pub fn of_year(year: i32) -> Self {
        Self { year: Some(year), ..Self::default() }
    }

    /// Whether a day is named, with or without its year.
    pub fn has_day(self) -> bool {
        self.day.is_some() && self.month.is_some()
    }
}

impl Zone {
    fn moment(self, local: NaiveDateTime) -> Option<chrono::DateTime<FixedOffset>> {
        let minutes = match self {
            Self::Fixed(minutes) => minutes,
            Self::American(west) => 60 * (i32::from(is_american_summer(local.date())) - west),
        };
        FixedOffset::east_opt(minutes * 60)?.from_local_datetime(&local).single()
    }
}

/// From the second Sunday of March to the first of November (Energy Policy Act of 2005).
fn is_american_summer(day: NaiveDate) -> bool {
    let sunday = |month, number| NaiveDate::from_weekday_of_month_opt(day.year(), month, Weekday::Sun, number);
    sunday(3, 2).is_some_and(|first| first <= day) && sunday(11, 1).is_some_and(|last| day < last)
}

/// Whether `tokens`, one paragraph of `text`, are a dateline and nothing else.
pub(super) fn is_dateline(text: &str, tokens: &[Token]) -> bool {
    read(text, tokens).is_some() || is_place_and_agency(text, tokens)
}

/// Reads `tokens`, one paragraph of `text`, as a dateline; nothing where there is more on the line.
pub(super) fn read(text: &str, tokens: &[Token]) -> Option<HeadDate> {
    if tokens.len() > 40 {
        return None;
    }
    let mut reader =
        Reader { text, tokens, at: 0, found: HeadDate::default(), others: 0, separated: false, ambiguous: false };
    while reader.at < tokens.len() {
        reader.next()?;
    }
    let Reader { found, others, separated, ambiguous, .. } = reader;
    let whole = found.has_day() || found.time.is_some() || ambiguous;
    (whole && (others == 0 || others <= 5 && separated)).then_some(found)
}

/// "LONDON, Aug 4 (Reuters) -" at the start of `tokens`: the day it names, without a year.
pub(super) fn agency_day(text: &str, tokens: &[Token]) -> Option<HeadDate> {
    let opening = tokens.get(..tokens.len().min(20)).unwrap_or_default();
    let dash = opening.iter().position(|token| is_dash(text, token) && !token.is_glued())?;
    opening.first().filter(|place| place.case == LetterCase::Upper)?;
    read(text, opening.get(..dash)?).filter(|found| found.has_day())
}

/// The date behind the names of a byline: "By Ana Ruiz | 4 August 2018".
pub(super) fn after_names(text: &str, tokens: &[Token]) -> Option<HeadDate> {
    let starts = |token: &Token| {
        token.class == TokenClass::Digits
            || month(token, text).is_some()
            || token.is_in(text, WORDS) && token.case == LetterCase::Capitalised
    };
    let first = tokens.iter().position(starts)?;
    read(text, tokens.get(first..)?).filter(|found| found.has_day())
}

/// "NAIROBI, Kenya (AP) _" alone in its paragraph.
fn is_place_and_agency(text: &str, tokens: &[Token]) -> bool {
    let capital = |token: &Token| token.class != TokenClass::Letters || token.case != LetterCase::Lower;
    let place = tokens.first().is_some_and(|place| place.case == LetterCase::Upper && place.range.len() > 2);
    let dash = tokens.last().is_some_and(|last| is_dash(text, last) || last.is(text, "_"));
    place && dash && tokens.len() <= 14 && tokens.iter().all(capital)
}

fn is_dash(text: &str, token: &Token) -> bool {
    token.is_one_of(text, "-–—―")
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    at: usize,
    found: HeadDate,
    /// Words that have nothing to do with time: the outlet, the place.
    others: usize,
    /// Whether something sets them off.
    separated: bool,
    /// Whether there is a day that can be read in two ways.
    ambiguous: bool,
}

impl Reader<'_> {
    /// Reads one thing; nothing where it has no place on a dateline.
    fn next(&mut self) -> Option<()> {
        let token = self.tokens.get(self.at)?;
        match token.class {
            TokenClass::Digits => self.number()?,
            TokenClass::Letters => self.word(token)?,
            TokenClass::Mark => {
                let is = |marks: &str| token.is_one_of(self.text, marks);
                let separates = is("/|·•,()-–—:;");
                let after_other = self
                    .at
                    .checked_sub(1)
                    .and_then(|at| self.tokens.get(at))
                    .is_some_and(|before| before.class == TokenClass::Letters && !self.is_of_time(before));
                self.separated |= separates && (!is(",:") || after_other);
                if !separates && !is("._@[]>+") {
                    return None;
                }
                self.at += 1;
            }
        }
        Some(())
    }

    fn word(&mut self, token: &Token) -> Option<()> {
        if let Some(month) = month(token, self.text) {
            if self.found.month.is_some() {
                return None;
            }
            // "Aug. 4", "August 4, 2018"; the day may have stood before.
            let stop = usize::from(self.is(self.at + 1, "."));
            self.found.month = Some(month);
            self.at += 1 + stop;
            if let (None, Some((day, 1 | 2))) = (self.found.day, self.digits(self.at))
                && !self.is(self.at + 1, ":")
            {
                self.found.day = Some(day).filter(|day| (1..=31).contains(day));
                self.at += 1 + self.ordinal(self.at + 1);
            }
            return Some(());
        }
        if let Some(zone) = zone(token, self.text) {
            self.found.zone = Some(zone);
            self.at += 1;
            if matches!(zone, Zone::Fixed(0)) {
                self.offset();
            }
            return Some(());
        }
        if token.is_in(self.text, WORDS) {
            let changed = token.is_in(self.text, CHANGED);
            self.found.updated |= changed;
            // "Published 4 Aug, updated 5 Aug": the first day counts.
            if changed && self.found.has_day() {
                self.found.updated = false;
                self.at = self.tokens.len();
                return Some(());
            }
        } else {
            if token.case == LetterCase::Lower {
                return None;
            }
            self.others += 1;
        }
        self.at += 1;
        Some(())
    }

    /// A clock, a day, a year, or a whole date in numbers.
    fn number(&mut self) -> Option<()> {
        let (value, length) = self.digits(self.at)?;
        if let Some((first, second, third)) = self.triple() {
            let (year, month, day) = match (length, first, second) {
                (4, ..) => (first, second, third),
                _ if self.is(self.at + 1, ".") || first > 12 => (third, second, first),
                _ if second > 12 => (third, first, second),
                // "04/08/2018" is one day in London and another in New York.
                _ => (third, 0, 0),
            };
            self.ambiguous = month == 0;
            self.found.year = i32::try_from(year).ok().filter(|year| (1800..2200).contains(year));
            self.found.month = Some(month).filter(|month| (1..=12).contains(month));
            self.found.day = Some(day).filter(|day| (1..=31).contains(day));
            self.at += 5;
            if self.is_letters(self.at, "t") && self.glued(self.at) {
                self.at += 1;
            }
            return Some(());
        }
        let colon = self.is(self.at + 1, ":");
        let stop = self.is(self.at + 1, ".") && self.twelve_hours(self.at + 3).is_some();
        if (colon || stop) && self.glued(self.at + 1) && self.glued(self.at + 2) {
            return self.clock(value, length);
        }
        if let Some(hours) = self.twelve_hours(self.at + 1) {
            self.found.time = NaiveTime::from_hms_opt(value % 12 + hours, 0, 0);
            self.at += 1;
            return self.skip_half();
        }
        let named_month = |at: usize| self.tokens.get(at).is_some_and(|token| month(token, self.text).is_some());
        let ordinal = self.ordinal(self.at + 1);
        match length {
            1 | 2
                if self.found.day.is_none()
                    && (1..=31).contains(&value)
                    && (named_month(self.at + 1 + ordinal) || ordinal > 0) =>
            {
                self.found.day = Some(value);
                self.at += 1 + ordinal;
            }
            4 if self.found.year.is_none() && (1800..2200).contains(&value) => {
                self.found.year = i32::try_from(value).ok();
                self.at += 1;
            }
            _ => return None,
        }
        Some(())
    }

    /// "15:14", "3:14:09 PM"; the hour may be run together with the year before it, the minute with the day after it.
    fn clock(&mut self, value: u32, length: usize) -> Option<()> {
        let mut hour = value;
        if matches!(length, 5 | 6) && self.found.year.is_none() {
            let split = 10_u32.pow(u32::try_from(length - 4).ok()?);
            self.found.year = i32::try_from(value / split).ok();
            hour = value % split;
        } else if length > 2 {
            return None;
        }
        let (mut minute, minute_length) = self.digits(self.at + 2)?;
        if matches!(minute_length, 3 | 4) && self.found.day.is_none() && self.is_month(self.at + 3) {
            let split = 10_u32.pow(u32::try_from(minute_length - 2).ok()?);
            self.found.day = Some(minute % split);
            minute /= split;
        }
        self.at += 3;
        let mut second = 0;
        if self.is(self.at, ":")
            && let Some((value, 2)) = self.digits(self.at + 1)
        {
            second = value;
            self.at += 2;
        }
        if let Some(hours) = self.twelve_hours(self.at) {
            hour = hour % 12 + hours;
            self.skip_half()?;
        }
        if self.found.time.is_none() {
            self.found.time = Some(NaiveTime::from_hms_opt(hour, minute, second)?);
        }
        let sign = self.is(self.at, "+") || self.is(self.at, "-");
        if sign && self.glued(self.at) && self.glued(self.at + 1) && self.found.zone.is_none() {
            self.found.zone = Some(Zone::Fixed(0));
            self.offset();
        }
        Some(())
    }

    /// "+3", "-05:30" behind "GMT"; the day may be run together with it: "+304 August" is +3 and the 4th.
    fn offset(&mut self) {
        let sign = match () {
            () if self.is(self.at, "+") => 1,
            () if self.is(self.at, "-") || self.is(self.at, "−") => -1,
            () => return,
        };
        let Some((value, length)) = self.digits(self.at + 1) else { return };
        let mut hours = value;
        let mut minutes = 0;
        if self.found.day.is_none() && matches!(length, 2..=4) && self.is_month(self.at + 2) {
            let split = if length == 2 { 10 } else { 100 };
            self.found.day = Some(value % split).filter(|day| (1..=31).contains(day));
            hours = value / split;
        } else if length == 4 {
            (hours, minutes) = (value / 100, value % 100);
        }
        self.at += 2;
        if self.is(self.at, ":")
            && let Some((value, 2)) = self.digits(self.at + 1)
        {
            minutes = value;
            self.at += 2;
        }
        let east = hours.checked_mul(60).and_then(|hours| i32::try_from(hours.checked_add(minutes)?).ok());
        let east = east.filter(|minutes| *minutes <= 14 * 60);
        self.found.zone = east.map(|minutes| Zone::Fixed(sign * minutes));
    }

    /// The three numbers of "2018-08-04", "4.8.2018" or "8/4/2018".
    fn triple(&self) -> Option<(u32, u32, u32)> {
        let mark = |at| self.is(at, "-") || self.is(at, "/") || self.is(at, ".");
        let glued = (self.at + 1..self.at + 5).all(|at| self.glued(at));
        let (first, ..) = self.digits(self.at)?;
        let (second, 1 | 2) = self.digits(self.at + 2)? else { return None };
        let (third, _) = self.digits(self.at + 4)?;
        (glued && mark(self.at + 1) && mark(self.at + 3)).then_some((first, second, third))
    }

    /// The number at `at` and how many digits it has.
    fn digits(&self, at: usize) -> Option<(u32, usize)> {
        let token = self.tokens.get(at).filter(|token| token.class == TokenClass::Digits)?;
        let written = token.range.of(self.text);
        Some((u32::try_from(time::number(written)?).ok()?, written.len()))
    }

    /// Hours to add for the half of the day named at `at`: "PM", "a.m."
    fn twelve_hours(&self, at: usize) -> Option<u32> {
        let stops = |letter| self.is_letters(at, letter) && self.is(at + 1, ".") && self.is_letters(at + 2, "m");
        match () {
            () if self.is_letters(at, "am") || stops("a") => Some(0),
            () if self.is_letters(at, "pm") || stops("p") => Some(12),
            () => None,
        }
    }

    /// Goes past "PM" or "p.m."
    fn skip_half(&mut self) -> Option<()> {
        let length = self.tokens.get(self.at)?.range.len();
        self.at += if length == 2 { 1 } else { 3 + usize::from(self.is(self.at + 3, ".")) };
        Some(())
    }

    /// 1 where the token at `at` makes the number before it an ordinal: "4th".
    fn ordinal(&self, at: usize) -> usize {
        usize::from(self.glued(at) && ["st", "nd", "rd", "th"].iter().any(|end| self.is_letters(at, end)))
    }

    fn is_of_time(&self, token: &Token) -> bool {
        month(token, self.text).is_some() || zone(token, self.text).is_some() || token.is_in(self.text, WORDS)
    }

    fn is_month(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| month(token, self.text).is_some())
    }

    fn is(&self, at: usize, mark: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.range.of(self.text) == mark)
    }

    fn is_letters(&self, at: usize, word: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(self.text, word))
    }

    fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::is_glued)
    }
}

fn month(token: &Token, text: &str) -> Option<u32> {
    if token.case == LetterCase::Lower {
        return None;
    }
    let word = token.range.of(text);
    let cut = word.len() == 3 || token.is(text, "sept");
    (1..)
        .zip(MONTHS)
        .find(|(_, month)| {
            word.eq_ignore_ascii_case(if cut { month.get(..word.len()).unwrap_or(month) } else { month })
        })
        .map(|(number, _)| number)
}

fn zone(token: &Token, text: &str) -> Option<Zone> {
    if token.case != LetterCase::Upper && !token.is(text, "z") {
        return None;
    }
    ZONES.iter().find(|(name, _)| token.is(text, name)).map(|(_, zone)| *zone)
}

/// Clocks by the names news sites use; those with two meanings ("IST") are left out.
const ZONES: &[(&str, Zone)] = &[
    ("aest", Zone::Fixed(600)),
    ("bst", Zone::Fixed(60)),
    ("cdt", Zone::Fixed(-300)),
    ("cest", Zone::Fixed(120)),
    ("cet", Zone::Fixed(60)),
    ("ct", Zone::American(6)),
    ("edt", Zone::Fixed(-240)),
    ("est", Zone::Fixed(-300)),
    ("et", Zone::American(5)),
    ("gmt", Zone::Fixed(0)),
    ("mdt", Zone::Fixed(-360)),
    ("msk", Zone::Fixed(180)),
    ("mst", Zone::Fixed(-420)),
    ("mt", Zone::American(7)),
    ("pdt", Zone::Fixed(-420)),
    ("pst", Zone::Fixed(-480)),
    ("pt", Zone::American(8)),
    ("utc", Zone::Fixed(0)),
    ("z", Zone::Fixed(0)),
];

/// Words of a dateline that say no more than that it is one.
const WORDS: &str = "\
    a am at changed corrected created date day eastern edited first fri friday from issued last local m min \
    modified mon monday noon of on p pm posted published read release released revised sat saturday sun sunday \
    the thu thur thurs thursday time tue tues tuesday updated wed wednesday";

/// Those that speak of a later change.
const CHANGED: &str = "changed corrected edited modified revised updated";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{TextRange, token::tokenize};

    fn tokens(text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        tokenize(text, TextRange::new(0, u32::try_from(text.len()).unwrap()), &mut tokens);
        tokens
    }

    fn published(text: &str) -> String {
        let found = read(text, &tokens(text)).unwrap_or_else(|| panic!("no dateline: {text}"));
        found.published().map_or_else(|| "no day".to_owned(), |published| published.to_string())
    }

    #[test]
    fn the_forms_of_news_sites_are_read() {
        for (line, day) in [
            ("15:14 GMT +304 August 2018", "2018-08-04T15:14:00+03:00"),
            ("09:05 GMT 4 August 2018", "2018-08-04T09:05:00+00:00"),
            ("09:0504 August 2018", "2018-08-04"),
            ("Published 4 Aug 2018", "2018-08-04"),
            ("Published on 4th August, 2018 at 3.15 pm", "2018-08-04"),
            ("August 4, 2018 / 3:14 PM / CBS News", "2018-08-04"),
            ("Friday, July 21, 2017", "2017-07-21"),
            ("2018-08-04", "2018-08-04"),
            ("2018-08-04T15:14:00+03:00", "2018-08-04T15:14:00+03:00"),
            ("2018-08-04T12:14:00Z", "2018-08-04T12:14:00+00:00"),
            ("Updated 3:14 PM ET, Sat August 4, 2018", "2018-08-04T15:14:00-04:00"),
            ("Sat., Feb. 3, 2018, 12:30 a.m. ET", "2018-02-03T00:30:00-05:00"),
            ("4.8.2018", "2018-08-04"),
            ("8/24/2018", "2018-08-24"),
            ("LONDON | 4 August 2018", "2018-08-04"),
            ("Published: 4 Aug 2018 Updated: 5 Aug 2018", "2018-08-04"),
            ("04/08/2018 15:14", "no day"),
            ("15:14", "no day"),
            ("LONDON, Aug 4", "no day"),
        ] {
            assert_eq!(published(line), day, "{line}");
        }
    }

    #[test]
    fn what_says_more_is_no_dateline() {
        for line in [
            "The talks on August 4, 2018",
            "Attacks of September 11, 2001",
            "August 2018",
            "Friday",
            "May Day",
            "They met on June 8",
            "2016",
            "Smith scores 3:2",
            "1. 2. 3.",
        ] {
            assert_eq!(read(line, &tokens(line)), None, "{line}");
        }
    }

    #[test]
    fn an_agency_names_the_day_without_its_year() {
        let text = "LONDON, Aug 4 (Reuters) - The talks went on.";
        assert!(agency_day(text, &tokens(text)).is_some_and(HeadDate::has_day));
        let text = "On Aug 4 the talks - the third - went on.";
        assert_eq!(agency_day(text, &tokens(text)), None);
        let text = "NAIROBI, Kenya (AP) _";
        assert!(is_dateline(text, &tokens(text)));
    }

    #[test]
    fn the_word_tables_are_sorted() {
        assert!([WORDS, CHANGED].into_iter().all(crate::text::words::is_list));
        assert!(ZONES.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }
}
