//! What the article column draws: each paragraph cut at every edge of a mark, so that overlapping marks become a row of
//! segments side by side.

use std::rc::Rc;

use super::queue;
use crate::annotation::Annotation;
use crate::text::{Paragraph, TextRange};

/// A stretch of one paragraph that is covered by the same marks from end to end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Where it stands in the document; never empty, always on character bounds.
    pub range: TextRange,
    /// The marks that cover it, outermost first: longer first, then quote, claim, date. Empty for plain text.
    pub marks: Vec<Covering>,
}

/// One mark over one segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Covering {
    /// Which mark, as an index into the marks given.
    pub mark: usize,
    /// The mark's own first byte is the segment's: draw its left end here. False where it goes on from an earlier segment
    /// or paragraph.
    pub starts: bool,
    /// The mark's own last byte is the segment's.
    pub ends: bool,
}

/// The segments of `paragraph`, left to right, without gaps; `marks` in any order, those outside are passed over.
#[must_use]
pub fn segments(text: &str, paragraph: TextRange, marks: &[Rc<Annotation>]) -> Vec<Segment> {
    let mut inside: Vec<(TextRange, usize)> = marks
        .iter()
        .enumerate()
        .map(|(index, mark)| (within(text, paragraph, mark.range), index))
        .filter(|(range, _)| !range.is_empty())
        .collect();
    let mut edges: Vec<u32> = inside.iter().flat_map(|(range, _)| [range.start, range.end]).collect();
    edges.extend([paragraph.start, paragraph.end]);
    edges.sort_unstable();
    edges.dedup();
    inside.sort_unstable();

    let mut coming = inside.into_iter().peekable();
    let mut open: Vec<(TextRange, usize)> = Vec::new();
    let mut segments = Vec::with_capacity(edges.len());
    for (start, end) in edges.iter().copied().zip(edges.iter().copied().skip(1)) {
        open.retain(|(range, _)| range.end > start);
        while let Some(next) = coming.next_if(|(range, _)| range.start <= start) {
            let place = open.partition_point(|other| !lies_outside(marks, next.1, other.1));
            open.insert(place, next);
        }
        let marks = open
            .iter()
            .map(|&(range, mark)| Covering {
                mark,
                starts: range.start == start && marks.get(mark).is_some_and(|mark| mark.range.start >= paragraph.start),
                ends: range.end == end && marks.get(mark).is_some_and(|mark| mark.range.end <= paragraph.end),
            })
            .collect();
        segments.push(Segment { range: TextRange::new(start, end), marks });
    }
    segments
}

/// For each paragraph, the marks that touch it, in the order given. A mark over several paragraphs is in each of them.
///
/// Costs one binary search a mark.
pub fn by_paragraph<'a>(
    paragraphs: &[Paragraph],
    marks: impl IntoIterator<Item = &'a Rc<Annotation>>,
) -> Vec<Vec<Rc<Annotation>>> {
    let mut of = vec![Vec::new(); paragraphs.len()];
    for mark in marks {
        let first = paragraphs.partition_point(|paragraph| paragraph.range.end <= mark.range.start);
        for (paragraph, of) in paragraphs.iter().zip(&mut of).skip(first) {
            if paragraph.range.start >= mark.range.end {
                break;
            }
            of.push(Rc::clone(mark));
        }
    }
    of
}

/// Whether mark `a` is drawn around mark `b`.
fn lies_outside(marks: &[Rc<Annotation>], a: usize, b: usize) -> bool {
    let key = |index: usize| {
        marks.get(index).map(|mark| (std::cmp::Reverse(mark.range.len()), queue::kind_rank(mark.kind()), index))
    };
    key(a) < key(b)
}

/// The part of `range` inside `paragraph`, moved onto character bounds.
fn within(text: &str, paragraph: TextRange, range: TextRange) -> TextRange {
    let bound = |offset: u32| {
        let offset = offset.clamp(paragraph.start, paragraph.end);
        u32::try_from(text.floor_char_boundary(offset as usize)).unwrap_or(offset)
    };
    TextRange::new(bound(range.start), bound(range.end))
}

#[cfg(test)]
mod tests {
    use super::super::sample::{mark, mark_at};
    use super::*;
    use crate::annotation::Kind;
    use crate::text::Document;
    use proptest::prelude::*;

    /// Segments as text: marks as indices, `[` where one starts, `]` where it ends.
    fn drawn(text: &str, paragraph: TextRange, marks: &[Rc<Annotation>]) -> Vec<String> {
        segments(text, paragraph, marks)
            .iter()
            .map(|segment| {
                let mut marks = String::new();
                for at in &segment.marks {
                    marks.push_str(if at.starts { "[" } else { "" });
                    marks.push_str(&at.mark.to_string());
                    marks.push_str(if at.ends { "]" } else { "" });
                }
                format!("{marks}:{}", segment.range.of(text))
            })
            .collect()
    }

    fn whole(text: &str) -> TextRange {
        TextRange::new(0, u32::try_from(text.len()).unwrap())
    }

    #[test]
    fn overlapping_marks_are_cut_at_every_edge() {
        let text = "We wait until Friday, she said.";
        let marks = [
            Rc::new(mark(text, Kind::Date, "until Friday, she")),
            Rc::new(mark(text, Kind::Quote, "We wait until Friday,")),
        ];
        assert_eq!(drawn(text, whole(text), &marks), ["[1:We wait ", "1][0:until Friday,", "0]: she", ": said."]);
    }

    #[test]
    fn nested_marks_stand_outermost_first() {
        let text = "“Prices rose in May,” he said.";
        let marks = [
            Rc::new(mark(text, Kind::Date, "May")),
            Rc::new(mark(text, Kind::Claim, "Prices rose in May")),
            Rc::new(mark(text, Kind::Quote, "Prices rose in May")),
        ];
        assert_eq!(drawn(text, whole(text), &marks), [":“", "[2[1:Prices rose in ", "2]1][0]:May", ":,” he said."]);
    }

    #[test]
    fn a_mark_over_two_paragraphs_starts_in_one_and_ends_in_the_other() {
        let document = Document::new("One two.\n\nThree four.");
        let marks = [Rc::new(mark(document.text(), Kind::Quote, "two.\n\nThree"))];
        let of = by_paragraph(document.paragraphs(), &marks);
        let drawn: Vec<_> = document
            .paragraphs()
            .iter()
            .zip(&of)
            .map(|(paragraph, marks)| drawn(document.text(), paragraph.range, marks))
            .collect();
        assert_eq!(drawn, [vec![":One ", "[0:two."], vec!["0]:Three", ": four."]]);
    }

    #[test]
    fn a_paragraph_without_marks_is_one_segment() {
        assert_eq!(drawn("Plain.", whole("Plain."), &[]), [":Plain."]);
        assert!(segments("", TextRange::default(), &[]).is_empty());
    }

    proptest! {
        #[test]
        fn the_segments_are_the_paragraph(text in "[a é😀\n]{0,40}", edges in prop::collection::vec((0_u32..99, 0_u32..99), 0..9)) {
            let marks: Vec<_> =
                edges.iter().map(|&(a, b)| Rc::new(mark_at(&text, Kind::Claim, TextRange::new(a.min(b), a.max(b))))).collect();
            let cut = segments(&text, whole(&text), &marks);
            prop_assert_eq!(cut.iter().map(|segment| segment.range.of(&text)).collect::<String>(), text.clone());
            prop_assert!(cut.iter().all(|segment| !segment.range.of(&text).is_empty()));
            let opened = cut.iter().flat_map(|segment| &segment.marks).filter(|at| at.starts).count();
            prop_assert!(opened <= marks.len());
        }
    }
}
