//! The order in which marks are reviewed, what a filter leaves of it, and where the keys go from a mark.

use std::rc::Rc;

use crate::annotation::{Annotation, Kind, Status, Verdict};
use crate::detect::Detail;
use crate::text::{TextRange, letters};

/// Which marks the queue shows. The empty filter shows every mark that is not dismissed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only these kinds; empty for all.
    pub kinds: Vec<Kind>,
    /// Only these verdicts; empty for all.
    pub verdicts: Vec<Verdict>,
    /// Only marks with this in their words, their reading (speaker, date) or their note; case and kind of white space do
    /// not matter.
    pub text: String,
    /// The dismissed ones instead of the others.
    pub dismissed: bool,
}

impl Filter {
    /// Whether `mark`, a mark in `text`, is shown.
    #[must_use]
    pub fn shows(&self, text: &str, mark: &Annotation) -> bool {
        self.shows_folded(text, mark, &folded(&self.text))
    }

    fn shows_folded(&self, text: &str, mark: &Annotation, needle: &str) -> bool {
        (mark.status == Status::Dismissed) == self.dismissed
            && (self.kinds.is_empty() || self.kinds.contains(&mark.kind()))
            && (self.verdicts.is_empty() || self.verdicts.contains(&mark.verdict()))
            && (needle.is_empty()
                || folded(mark.range.of(text)).contains(needle)
                || folded(&mark.note).contains(needle)
                || folded(reading(mark)).contains(needle))
    }
}

/// What a mark was read as, in one word: the value of a date, the name of a speaker.
fn reading(mark: &Annotation) -> &str {
    match &mark.detail {
        Detail::Date(date) => &date.value,
        Detail::Quote(quote) => quote.source.as_ref().map_or("", |source| &source.name),
        Detail::Claim(_) => "",
    }
}

/// `text` in lower case, each run of white space one blank, typographic apostrophes and hyphens plain.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().map(letters::lower).map(|c| match c {
            '’' | '‘' => '\'',
            '“' | '”' => '"',
            '‐' | '‑' => '-',
            c => c,
        }));
    }
    out
}

/// Quote before claim before date where marks stand on the same words.
#[must_use]
pub const fn kind_rank(kind: Kind) -> u8 {
    match kind {
        Kind::Quote => 0,
        Kind::Claim => 1,
        Kind::Date => 2,
    }
}

/// Review order, which is that of the session's list.
fn order(a: &Annotation, b: &Annotation) -> std::cmp::Ordering {
    a.order().cmp(&b.order())
}

/// The marks a filter shows, in review order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Queue {
    marks: Vec<Rc<Annotation>>,
}

/// A mark and those inside it, under one card.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// The outermost mark's range: it covers all others.
    pub range: TextRange,
    /// The marks in review order; never empty, the first is the outermost.
    pub marks: Vec<Rc<Annotation>>,
}

impl Queue {
    /// What `filter` shows of `annotations`, marks in `text` in the order of a session's list.
    #[must_use]
    pub fn new(text: &str, annotations: &[Rc<Annotation>], filter: &Filter) -> Self {
        let needle = folded(&filter.text);
        let marks = annotations.iter().filter(|mark| filter.shows_folded(text, mark, &needle)).map(Rc::clone).collect();
        Self { marks }
    }

    /// Follows a mark that changed from `old` to `new` in its place.
    pub fn follow(&mut self, text: &str, filter: &Filter, old: &Annotation, new: &Rc<Annotation>) {
        let place = self.place_of(old);
        let there = self.marks.get(place).is_some_and(|mark| mark.id == old.id);
        match (there, filter.shows(text, new)) {
            (true, true) => {
                if let Some(slot) = self.marks.get_mut(place) {
                    *slot = Rc::clone(new);
                }
            }
            (true, false) => drop(self.marks.remove(place)),
            (false, true) => self.marks.insert(place, Rc::clone(new)),
            (false, false) => {}
        }
    }

    /// The marks, in review order.
    #[must_use]
    pub fn marks(&self) -> &[Rc<Annotation>] {
        &self.marks
    }

    /// How many marks there are before `current`: its index where the filter shows it.
    #[must_use]
    pub fn place_of(&self, current: &Annotation) -> usize {
        self.marks.partition_point(|mark| order(mark, current).is_lt())
    }

    /// The mark after `current`, which itself need not pass the filter; the first where there is no current one, and
    /// nothing at the end.
    #[must_use]
    pub fn next(&self, current: Option<&Annotation>) -> Option<&Rc<Annotation>> {
        self.marks.get(self.after(current))
    }

    /// The mark before `current`; the last where there is no current one, and nothing at the start.
    #[must_use]
    pub fn previous(&self, current: Option<&Annotation>) -> Option<&Rc<Annotation>> {
        let place = current.map_or(self.marks.len(), |current| self.place_of(current));
        self.marks.get(place.checked_sub(1)?)
    }

    /// The next unchecked mark after `current`, and from the end on again from the start; never `current` itself.
    #[must_use]
    pub fn next_unchecked(&self, current: Option<&Annotation>) -> Option<&Rc<Annotation>> {
        let after = self.after(current);
        self.marks
            .iter()
            .cycle()
            .skip(after)
            .take(self.marks.len())
            .find(|mark| mark.verdict() == Verdict::Unchecked && current.is_none_or(|current| current.id != mark.id))
    }

    /// Where the focus goes when `gone` is dismissed: to the mark after it, at the end to the one before.
    #[must_use]
    pub fn neighbour(&self, gone: &Annotation) -> Option<&Rc<Annotation>> {
        self.next(Some(gone)).or_else(|| self.previous(Some(gone)))
    }

    /// The unchecked marks inside `outer`, `outer` with them: what a decision with Shift is about.
    #[must_use]
    pub fn unchecked_inside(&self, outer: &Annotation) -> Vec<Rc<Annotation>> {
        let first = self.marks.partition_point(|mark| mark.range.start < outer.range.start);
        self.marks
            .iter()
            .skip(first)
            .take_while(|mark| mark.range.start < outer.range.end)
            .filter(|mark| outer.range.covers(mark.range) && mark.verdict() == Verdict::Unchecked)
            .map(Rc::clone)
            .collect()
    }

    /// The marks as cards: each with those inside it.
    #[must_use]
    pub fn passages(&self) -> Vec<Passage> {
        let mut passages: Vec<Passage> = Vec::new();
        for mark in &self.marks {
            match passages.last_mut() {
                Some(passage) if passage.range.covers(mark.range) => passage.marks.push(Rc::clone(mark)),
                _ => passages.push(Passage { range: mark.range, marks: vec![Rc::clone(mark)] }),
            }
        }
        passages
    }

    fn after(&self, current: Option<&Annotation>) -> usize {
        current.map_or(0, |current| self.marks.partition_point(|mark| order(mark, current).is_le()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{decided, dismissed, mark};
    use super::*;

    const TEXT: &str = "“We met in May,” Ana Ruiz said. The tower has 40 floors. It opened in 1999.";

    fn marks() -> Vec<Rc<Annotation>> {
        vec![
            Rc::new(mark(TEXT, Kind::Date, "May")),
            Rc::new(mark(TEXT, Kind::Quote, "“We met in May,”")),
            decided(mark(TEXT, Kind::Claim, "The tower has 40 floors"), Verdict::Verified),
            dismissed(mark(TEXT, Kind::Claim, "It opened in 1999")),
            Rc::new(mark(TEXT, Kind::Date, "1999")),
        ]
    }

    fn words(marks: &[Rc<Annotation>]) -> Vec<&'static str> {
        marks.iter().map(|mark| mark.range.of(TEXT)).collect()
    }

    fn queue(filter: &Filter) -> Queue {
        let mut marks = marks();
        marks.sort_by(|a, b| order(a, b));
        Queue::new(TEXT, &marks, filter)
    }

    #[test]
    fn longer_marks_come_before_those_inside_them() {
        assert_eq!(
            words(queue(&Filter::default()).marks()),
            ["“We met in May,”", "May", "The tower has 40 floors", "1999"]
        );
    }

    #[test]
    fn filters_narrow_the_queue() {
        let dates = Filter { kinds: vec![Kind::Date], ..Filter::default() };
        assert_eq!(words(queue(&dates).marks()), ["May", "1999"]);
        let verified = Filter { verdicts: vec![Verdict::Verified], ..Filter::default() };
        assert_eq!(words(queue(&verified).marks()), ["The tower has 40 floors"]);
        let text = Filter { text: "TOWER\u{a0}has".into(), ..Filter::default() };
        assert_eq!(words(queue(&text).marks()), ["The tower has 40 floors"]);
        let dismissed = Filter { dismissed: true, ..Filter::default() };
        assert_eq!(words(queue(&dismissed).marks()), ["It opened in 1999"]);
    }

    #[test]
    fn keys_walk_the_queue_even_from_a_mark_that_left_it() {
        let (queue, all) = (queue(&Filter { kinds: vec![Kind::Date], ..Filter::default() }), marks());
        let word = |mark: Option<&Rc<Annotation>>| mark.map(|mark| mark.range.of(TEXT));
        assert_eq!(word(queue.next(None)), Some("May"));
        assert_eq!(word(queue.next(Some(&all[2]))), Some("1999"));
        assert_eq!(word(queue.previous(Some(&all[2]))), Some("May"));
        assert_eq!(word(queue.next(Some(&all[4]))), None);
        assert_eq!(word(queue.neighbour(&all[4])), Some("May"));
    }

    #[test]
    fn the_next_unchecked_mark_wraps_round_but_never_stays() {
        let (queue, all) = (queue(&Filter::default()), marks());
        assert_eq!(queue.next_unchecked(Some(&all[0])).unwrap().range.of(TEXT), "1999");
        assert_eq!(queue.next_unchecked(Some(&all[4])).unwrap().range.of(TEXT), "“We met in May,”");
        let one = Queue::new(TEXT, &all[..1], &Filter::default());
        assert_eq!(one.next_unchecked(Some(&all[0])), None);
    }

    #[test]
    fn marks_inside_one_another_are_one_passage() {
        let passages = queue(&Filter::default()).passages();
        assert_eq!(passages.iter().map(|passage| passage.marks.len()).collect::<Vec<_>>(), [2, 1, 1]);
        assert_eq!(words(&queue(&Filter::default()).unchecked_inside(&marks()[1])), ["“We met in May,”", "May"]);
    }
}
