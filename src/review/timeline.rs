//! Every date of the article that has a place on the calendar, in order of time, with everything a drawing needs as
//! numbers from 0 to 1.
//!
//! Long empty stretches are cut out of the axis: an article that tells of 1945 and of three days in June shows both.

mod axis;

use std::fmt;
use std::rc::Rc;

use chrono::NaiveDateTime;

pub use axis::{Axis, Break, Tick, Unit};

use super::period::Period;
use crate::annotation::{Annotation, AnnotationId, Kind, Status};
use crate::detect::Detail;
use crate::text::{Document, Published, TextRange};

/// The timeline of one article.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// The dates, by first moment, then longer first, then place in the text.
    pub entries: Vec<Entry>,
    /// Dates without a place on the calendar ("every Friday", "recently"), in text order.
    pub unplaced: Vec<AnnotationId>,
    /// The axis.
    pub axis: Axis,
    /// Place of the publication date, 0 to 1.
    pub published: Option<f64>,
    /// Rows the entries take.
    pub rows: usize,
}

/// One date on the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The mark.
    pub annotation: AnnotationId,
    /// Its place in the text.
    pub range: TextRange,
    /// The sentence it stands in.
    pub sentence: TextRange,
    /// Who says it: the source of the quotation around it; nothing for the article itself.
    pub speaker: Option<String>,
    /// The stretch of time.
    pub period: Period,
    /// Left end, 0 to 1.
    pub start: f64,
    /// Right end, 0 to 1; a day is drawn as a point where it is too narrow for a bar.
    pub end: f64,
    /// Row, so that entries do not cover each other.
    pub row: usize,
    /// "about", "early", or a reading that is not sure.
    pub uncertain: bool,
    /// It begins after the day of publication.
    pub after_publication: bool,
}

/// Below this confidence a reading is drawn as uncertain.
const SURE: f32 = 0.6;

/// Space that an entry takes in its row, of the whole width.
const ROOM: f64 = 0.04;

/// Rows at most; further entries share the last one.
const MOST_ROWS: usize = 12;

impl Timeline {
    /// The timeline of the dates among `annotations` that are not dismissed.
    #[must_use]
    pub fn of(document: &Document, published: Option<Published>, annotations: &[Rc<Annotation>]) -> Self {
        let mut unplaced = Vec::new();
        let mut dates: Vec<(Period, &Annotation)> = Vec::new();
        let shown = || annotations.iter().filter(|mark| mark.status != Status::Dismissed);
        for mark in shown() {
            if let Detail::Date(date) = &mark.detail {
                match Period::of(date) {
                    Some(period) => dates.push((period, mark)),
                    None => unplaced.push(mark.id.clone()),
                }
            }
        }
        dates.sort_by_key(|(period, mark)| (period.start, std::cmp::Reverse(period.end), mark.range));
        let day = published.map(|published| Period::day(published.day()));
        let moment = published.map(moment);
        let mut periods: Vec<Period> = dates.iter().map(|(period, _)| *period).collect();
        if let Some(day) = day {
            periods.insert(periods.partition_point(|period| period.start < day.start), day);
        }
        let axis = Axis::of(&periods);
        let quotes: Vec<&Annotation> = shown().filter(|mark| mark.kind() == Kind::Quote).map(Rc::as_ref).collect();

        let mut rows: Vec<f64> = Vec::new();
        let entries = dates
            .iter()
            .map(|&(period, mark)| {
                let (start, end) = (axis.place(period.start), axis.place(period.end));
                Entry {
                    annotation: mark.id.clone(),
                    range: mark.range,
                    sentence: document.sentence_at(mark.range.start).map_or(mark.range, |sentence| sentence.range),
                    speaker: speaker(&quotes, mark.range),
                    period,
                    start,
                    end,
                    row: row(&mut rows, start, end),
                    uncertain: is_uncertain(mark),
                    after_publication: day.is_some_and(|day| period.start >= day.end),
                }
            })
            .collect();
        let published = moment.map(|moment| axis.place(moment));
        Self { entries, unplaced, axis, published, rows: rows.len() }
    }
}

/// The moment of publication; of a day its noon.
fn moment(published: Published) -> NaiveDateTime {
    match published {
        Published::Moment(moment) => moment.naive_local(),
        Published::Day(day) => day.and_time(chrono::NaiveTime::MIN) + chrono::TimeDelta::hours(12),
    }
}

/// The source of the innermost quotation around `range`; `quotes` are sorted by start.
fn speaker(quotes: &[&Annotation], range: TextRange) -> Option<String> {
    /// Quotations overlap little: what is around a date began at most so many quotations before it.
    const NEAR: usize = 8;
    let after = quotes.partition_point(|quote| quote.range.start <= range.start);
    let around = quotes.get(after.saturating_sub(NEAR)..after)?.iter().rev().find(|quote| quote.range.covers(range))?;
    match &around.detail {
        Detail::Quote(quote) => quote.source.as_ref().map(|source| source.name.clone()),
        _ => None,
    }
}

fn is_uncertain(mark: &Annotation) -> bool {
    let Detail::Date(date) = &mark.detail else { return false };
    date.modifier.is_some() || mark.confidence.is_some_and(|confidence| confidence < SURE)
}

/// The first row with room from `start` on; marks it as taken up to `end`.
fn row(rows: &mut Vec<f64>, start: f64, end: f64) -> usize {
    let free = rows.iter().position(|taken| *taken <= start);
    let row = free.unwrap_or(rows.len()).min(MOST_ROWS - 1);
    let taken = end.max(start + ROOM);
    match rows.get_mut(row) {
        Some(place) => *place = place.max(taken),
        None => rows.push(taken),
    }
    row
}

/// A length in a picture, to a tenth: `12.5`.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Tenths(pub f64);

impl fmt::Display for Tenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        #[expect(clippy::cast_possible_truncation, reason = "pictures are not that large")]
        let tenths = (self.0 * 10.0).round() as i32;
        let sign = if tenths < 0 { "-" } else { "" };
        write!(f, "{sign}{}.{}", tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::mark;
    use super::*;

    const TEXT: &str =
        "It began in 1945. “They met on June 8,” she said. In July he wrote. In 2020 it ends. Every Friday.";

    fn date(words: &str, value: &str) -> Rc<Annotation> {
        let mut mark = mark(TEXT, Kind::Date, words);
        if let Detail::Date(date) = &mut mark.detail {
            date.value = value.into();
        }
        mark.confidence = Some(0.9);
        Rc::new(mark)
    }

    fn timeline() -> Timeline {
        let mut quote = mark(TEXT, Kind::Quote, "“They met on June 8,”");
        if let Detail::Quote(detail) = &mut quote.detail {
            detail.source = Some(crate::detect::quote::Source {
                range: None,
                name: "Ana Ruiz".into(),
                kind: crate::detect::quote::SourceKind::Person,
                confidence: 0.9,
                rule: "test".into(),
                candidates: Vec::new(),
            });
        }
        let marks = [
            date("1945", "1945"),
            Rc::new(quote),
            date("June 8", "2018-06-08"),
            date("July", "2018-07"),
            date("2020", "2020"),
            date("Every Friday", "XXXX-WXX-5"),
        ];
        Timeline::of(&Document::new(TEXT), Some("2018-08-04".parse().unwrap()), &marks)
    }

    #[test]
    fn entries_stand_in_order_of_time_with_sentence_and_speaker() {
        let timeline = timeline();
        let words: Vec<_> = timeline.entries.iter().map(|entry| entry.range.of(TEXT)).collect();
        assert_eq!(words, ["1945", "June 8", "July", "2020"]);
        assert_eq!(timeline.entries[1].speaker.as_deref(), Some("Ana Ruiz"));
        assert_eq!(timeline.entries[0].speaker, None);
        assert_eq!(timeline.entries[2].sentence.of(TEXT), "In July he wrote.");
        assert_eq!(timeline.unplaced.len(), 1);
    }

    #[test]
    fn what_lies_after_publication_is_set_apart() {
        let after: Vec<_> = timeline().entries.iter().map(|entry| entry.after_publication).collect();
        assert_eq!(after, [false, false, false, true]);
    }

    #[test]
    fn places_rise_with_time_and_stay_inside() {
        let timeline = timeline();
        let places: Vec<f64> = timeline.entries.iter().flat_map(|entry| [entry.start, entry.end]).collect();
        assert!(places.iter().all(|place| (0.0..=1.0).contains(place)), "{places:?}");
        assert!(places.is_sorted(), "{places:?}");
        let published = timeline.published.unwrap();
        assert!(timeline.entries[2].end <= published && published <= timeline.entries[3].start);
    }

    #[test]
    fn an_empty_article_has_an_empty_timeline() {
        let timeline = Timeline::of(&Document::new(""), None, &[]);
        assert!(timeline.entries.is_empty() && timeline.axis.ticks.is_empty());
    }
}
