//! Two checkers side by side: what both marked, where they agree, and how much of that is more than chance.

use std::rc::Rc;

use crate::annotation::{Annotation, AnnotationId, Status, Verdict};

/// Two people's marks on one text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agreement {
    /// Marks of both with the same kind and the same words, in text order.
    pub exact: Vec<Pair>,
    /// Marks of both with the same kind whose words overlap, in text order.
    pub overlapping: Vec<Pair>,
    /// Marks of the one alone.
    pub left_alone: Vec<AnnotationId>,
    /// Marks of the other alone.
    pub right_alone: Vec<AnnotationId>,
    /// Cohen's kappa of the verdicts on shared marks that both have decided; nothing where there are none, or where chance
    /// alone would agree always.
    pub kappa: Option<f64>,
}

/// A passage that both have marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The one's mark.
    pub left: AnnotationId,
    /// The other's.
    pub right: AnnotationId,
    /// Their verdicts.
    pub verdicts: (Verdict, Verdict),
}

impl Pair {
    /// Whether both have decided, and differently: to be settled.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.is_decided() && self.verdicts.0 != self.verdicts.1
    }

    fn is_decided(&self) -> bool {
        self.verdicts.0 != Verdict::Unchecked && self.verdicts.1 != Verdict::Unchecked
    }
}

impl Agreement {
    /// Compares the marks of two people, both in text order. Dismissed marks are not among them, nor those that have lost
    /// their words, nor what neither has touched.
    #[must_use]
    pub fn of(left: &[Rc<Annotation>], right: &[Rc<Annotation>]) -> Self {
        let shown = |marks: &[Rc<Annotation>]| -> Vec<Rc<Annotation>> {
            marks.iter().filter(|mark| mark.status != Status::Dismissed && !mark.range.is_empty()).cloned().collect()
        };
        let (left, right) = (shown(left), shown(right));
        let mut agreement = Self::default();
        let (mut left_rest, mut paired) = (Vec::new(), None);
        for mark in &left {
            // A second mark of the same words finds the other taken.
            let place = mark.place_among(&right).filter(|place| paired != Some(*place));
            match place.and_then(|place| right.get(place)) {
                Some(other) => {
                    agreement.exact.extend(pair(mark, other));
                    paired = place;
                }
                None => left_rest.push(mark),
            }
        }
        let right_rest = right.iter().filter(|mark| mark.place_among(&left).is_none());
        agreement.pair_overlapping(&left_rest, &right_rest.collect::<Vec<_>>());
        let shared = agreement.exact.iter().chain(&agreement.overlapping).filter(|pair| pair.is_decided());
        agreement.kappa = kappa(shared.map(|pair| pair.verdicts));
        agreement
    }

    /// Pairs marks that overlap, each with the first one that is free; goes once through both lists.
    fn pair_overlapping(&mut self, left: &[&Rc<Annotation>], right: &[&Rc<Annotation>]) {
        let mut free: Vec<&Rc<Annotation>> = Vec::new();
        let mut coming = right.iter().copied().peekable();
        for mark in left {
            while let Some(next) = coming.next_if(|next| next.range.start < mark.range.end) {
                free.push(next);
            }
            // What ends before this one starts cannot meet a later one either.
            free.retain(|other| {
                let past = other.range.end <= mark.range.start;
                if past {
                    self.right_alone.extend(alone(other));
                }
                !past
            });
            let meets = |other: &&Rc<Annotation>| other.kind() == mark.kind() && other.range.overlaps(mark.range);
            match free.iter().position(meets) {
                Some(place) => self.overlapping.extend(pair(mark, free.remove(place))),
                None => self.left_alone.extend(alone(mark)),
            }
        }
        self.right_alone.extend(free.into_iter().chain(coming).filter_map(|mark| alone(mark)));
    }

    /// The passages whose verdicts are to be settled.
    pub fn differences(&self) -> impl Iterator<Item = &Pair> {
        self.exact.iter().chain(&self.overlapping).filter(|pair| pair.differs())
    }
}

/// The two as a pair; what the program proposed and neither has touched says nothing about them.
fn pair(left: &Annotation, right: &Annotation) -> Option<Pair> {
    let touched = is_touched(left) || is_touched(right);
    let verdicts = (left.verdict(), right.verdict());
    touched.then(|| Pair { left: left.id.clone(), right: right.id.clone(), verdicts })
}

/// A mark of one of them alone, if it was touched.
fn alone(mark: &Annotation) -> Option<AnnotationId> {
    is_touched(mark).then(|| mark.id.clone())
}

fn is_touched(mark: &Annotation) -> bool {
    mark.status != Status::Proposed
}

/// Cohen's kappa (Cohen 1960, Educational and Psychological Measurement 20, 37-46) of two people's labels on the same
/// things. Nothing where there are no things, or where chance alone would agree always.
pub fn kappa<T: Copy + Eq>(labels: impl Iterator<Item = (T, T)>) -> Option<f64> {
    let (mut total, mut same) = (0_u32, 0_u32);
    // How often each of the two gave each of the few labels.
    let mut counts: Vec<(T, [u32; 2])> = Vec::new();
    let mut count = |label: T, by: [u32; 2]| match counts.iter_mut().find(|(other, _)| *other == label) {
        Some((_, [one, other])) => (*one, *other) = (*one + by[0], *other + by[1]),
        None => counts.push((label, by)),
    };
    for (one, other) in labels {
        total += 1;
        same += u32::from(one == other);
        count(one, [1, 0]);
        count(other, [0, 1]);
    }
    let total = f64::from(total);
    let observed = f64::from(same) / total;
    // In the order of size, so that the sum is the same on every machine.
    let mut products: Vec<f64> = counts.iter().map(|(_, [one, other])| f64::from(*one) * f64::from(*other)).collect();
    products.sort_unstable_by(f64::total_cmp);
    let chance = products.iter().sum::<f64>() / (total * total);
    (total > 0.0 && chance < 1.0).then(|| (observed - chance) / (1.0 - chance))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::Kind;
    use crate::review::sample::{decided, dismissed, mark, mark_at};

    #[test]
    fn kappa_of_a_published_example() {
        // A table of two raters with SAS's printed result, "Simple Kappa Coefficient 0.4842", as the tests of statsmodels
        // have it (statsmodels/stats/tests/test_inter_rater.py, `table10`, "comparison to printout of a SAS example").
        let table = [[0, 4, 1], [0, 8, 0], [0, 1, 5]];
        let labels = table.into_iter().enumerate().flat_map(|(one, row)| {
            row.into_iter().enumerate().flat_map(move |(other, count)| vec![(one, other); count])
        });
        let kappa = kappa(labels).unwrap();
        assert!((kappa - 0.4842).abs() < 0.00005, "{kappa}");
    }

    #[test]
    fn kappa_at_its_ends() {
        assert_eq!(kappa([(1, 1), (2, 2)].into_iter()), Some(1.0));
        assert_eq!(kappa([(1, 2), (2, 1)].into_iter()), Some(-1.0));
        assert_eq!(kappa([(1, 1), (1, 1)].into_iter()), None);
        assert_eq!(kappa(std::iter::empty::<(u8, u8)>()), None);
    }

    #[test]
    fn marks_are_shared_exactly_overlapping_or_alone() {
        let text = "The letter was sent in July, after the meeting on June 8 in Helsinki, he said on Monday.";
        let claim = |words| mark(text, Kind::Claim, words);
        let left = [
            decided(claim("The letter was sent in July"), Verdict::Verified),
            decided(claim("after the meeting on June 8"), Verdict::Inconsistent),
            decided(mark(text, Kind::Date, "June 8"), Verdict::Verified),
            decided(mark(text, Kind::Date, "Monday"), Verdict::Verified),
        ];
        let right = [
            dismissed(mark(text, Kind::Date, "July")),
            Rc::new(mark(text, Kind::Date, "he")),
            decided(claim("The letter was sent in July"), Verdict::Verified),
            decided(claim("meeting on June 8 in Helsinki"), Verdict::Unclear),
            decided(mark_at(text, Kind::Quote, claim("June 8").range), Verdict::Verified),
        ];
        let agreement = Agreement::of(&left, &right);
        assert_eq!((agreement.exact.len(), agreement.overlapping.len()), (1, 1));
        assert_eq!((agreement.left_alone.len(), agreement.right_alone.len()), (2, 1));
        assert_eq!(agreement.differences().count(), 1);
        assert!(agreement.kappa.is_some());
        let with_itself = Agreement::of(&left, &left);
        assert_eq!((with_itself.exact.len(), with_itself.kappa), (4, Some(1.0)));
    }
}
