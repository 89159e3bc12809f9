//! Which mark a click means: the smallest under it, and with every further click the next larger.

use std::cmp::Reverse;
use std::rc::Rc;

use super::queue::kind_rank;
use crate::annotation::{Annotation, AnnotationId};

/// The mark a click at byte `offset` chooses among `marks` (in any order; those of the clicked paragraph will do) when
/// `current` is chosen now. Nothing where no mark lies under the click.
#[must_use]
pub fn hit<'a>(marks: &'a [Rc<Annotation>], offset: u32, current: Option<&AnnotationId>) -> Option<&'a Rc<Annotation>> {
    let size = |mark: &Annotation| (mark.range.len(), Reverse(kind_rank(mark.kind())), mark.range.start);
    let mut under: Vec<&Rc<Annotation>> = Vec::new();
    for mark in marks.iter().filter(|mark| mark.range.contains(offset)) {
        let place = under.partition_point(|other| size(other) <= size(mark));
        under.insert(place, mark);
    }
    let chosen = current.and_then(|current| under.iter().position(|mark| mark.id == *current));
    let next = chosen.map_or(0, |chosen| (chosen + 1) % under.len());
    under.get(next).copied()
}

#[cfg(test)]
mod tests {
    use super::super::sample::mark;
    use super::*;
    use crate::annotation::Kind;

    #[test]
    fn each_click_takes_the_next_larger_mark_and_then_the_smallest_again() {
        let text = "“Prices rose in May,” he said.";
        let marks = [
            Rc::new(mark(text, Kind::Quote, "“Prices rose in May,”")),
            Rc::new(mark(text, Kind::Claim, "Prices rose in May")),
            Rc::new(mark(text, Kind::Date, "May")),
        ];
        let offset = u32::try_from(text.find("May").unwrap()).unwrap();
        let mut current = None;
        let mut kinds = Vec::new();
        for _ in 0..4 {
            let mark = hit(&marks, offset, current.as_ref()).unwrap();
            kinds.push(mark.kind());
            current = Some(mark.id.clone());
        }
        assert_eq!(kinds, [Kind::Date, Kind::Claim, Kind::Quote, Kind::Date]);
        assert_eq!(hit(&marks, 99, None), None);
    }
}
