//! How much of the review is done.

use std::rc::Rc;

use crate::annotation::{Annotation, Kind, Status, Verdict};

/// Marks by verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Not looked at.
    pub unchecked: usize,
    /// Confirmed.
    pub verified: usize,
    /// Disagrees with something.
    pub inconsistent: usize,
    /// Looked at, not settled.
    pub unclear: usize,
}

impl Tally {
    /// Marks with any verdict but unchecked.
    #[must_use]
    pub const fn checked(self) -> usize {
        self.verified + self.inconsistent + self.unclear
    }

    /// All marks.
    #[must_use]
    pub const fn total(self) -> usize {
        self.unchecked + self.checked()
    }

    /// Share that is checked, 0 to 1; 1 where there is nothing to check.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a share for a bar")]
    pub fn share(self) -> f64 {
        if self.total() == 0 { 1.0 } else { self.checked() as f64 / self.total() as f64 }
    }

    /// How many have `verdict`.
    #[must_use]
    pub const fn of(self, verdict: Verdict) -> usize {
        match verdict {
            Verdict::Unchecked => self.unchecked,
            Verdict::Verified => self.verified,
            Verdict::Inconsistent => self.inconsistent,
            Verdict::Unclear => self.unclear,
        }
    }

    fn at(&mut self, verdict: Verdict) -> &mut usize {
        match verdict {
            Verdict::Unchecked => &mut self.unchecked,
            Verdict::Verified => &mut self.verified,
            Verdict::Inconsistent => &mut self.inconsistent,
            Verdict::Unclear => &mut self.unclear,
        }
    }
}

/// How much of the review is done, in all and by kind. Dismissed marks are not part of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// All marks.
    pub all: Tally,
    /// Claims.
    pub claims: Tally,
    /// Dates.
    pub dates: Tally,
    /// Quotations.
    pub quotes: Tally,
    /// Dismissed marks.
    pub dismissed: usize,
}

impl Progress {
    /// Counts `annotations`.
    #[must_use]
    pub fn of(annotations: &[Rc<Annotation>]) -> Self {
        let mut progress = Self::default();
        for mark in annotations {
            progress.counters(mark).into_iter().flatten().for_each(|counter| *counter += 1);
        }
        progress
    }

    /// Follows a mark that changed from `old` to `new`.
    pub fn follow(&mut self, old: &Annotation, new: &Annotation) {
        self.counters(old).into_iter().flatten().for_each(|counter| *counter = counter.saturating_sub(1));
        self.counters(new).into_iter().flatten().for_each(|counter| *counter += 1);
    }

    /// Everything that counts `mark`.
    fn counters(&mut self, mark: &Annotation) -> [Option<&mut usize>; 2] {
        if mark.status == Status::Dismissed {
            return [Some(&mut self.dismissed), None];
        }
        let verdict = mark.verdict();
        let kind = match mark.kind() {
            Kind::Claim => &mut self.claims,
            Kind::Date => &mut self.dates,
            Kind::Quote => &mut self.quotes,
        };
        [Some(self.all.at(verdict)), Some(kind.at(verdict))]
    }

    /// The marks of `kind`.
    #[must_use]
    pub const fn kind(&self, kind: Kind) -> Tally {
        match kind {
            Kind::Claim => self.claims,
            Kind::Date => self.dates,
            Kind::Quote => self.quotes,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{decided, dismissed, mark};
    use super::*;

    #[test]
    fn dismissed_marks_leave_the_total_and_any_verdict_counts_as_checked() {
        let text = "One two three four five.";
        let progress = Progress::of(&[
            Rc::new(mark(text, Kind::Claim, "One")),
            decided(mark(text, Kind::Claim, "two"), Verdict::Unclear),
            decided(mark(text, Kind::Date, "three"), Verdict::Verified),
            decided(mark(text, Kind::Date, "four"), Verdict::Unchecked),
            dismissed(mark(text, Kind::Quote, "five")),
        ]);
        assert_eq!((progress.all.checked(), progress.all.total(), progress.dismissed), (2, 4, 1));
        assert_eq!((progress.claims.checked(), progress.claims.total()), (1, 2));
        assert_eq!((progress.dates.verified, progress.dates.unchecked), (1, 1));
        assert!((progress.all.share() - 0.5).abs() < 1e-9);
    }

    #[test]
    fn nothing_to_check_is_done() {
        assert!((Progress::default().all.share() - 1.0).abs() < 1e-9);
    }
}
