//! Which detections are shown as proposals, and what becomes of them when the article is read again.
//!
//! Reading again touches only what nobody touched: marks that the person has kept, dismissed or made stay as they are.

use std::rc::Rc;

use super::session::annotations;
use super::{Annotation, AnnotationId, Change, Origin, Patch, Session, Settings, Status, sorted};
use crate::detect::claim::{self, ClaimScope};
use crate::detect::date::DateDetail;
use crate::detect::quote::QuoteForm;
use crate::detect::{Detail, Detection, Findings, Run};
use crate::pace;
use crate::review::leads::leads;
use crate::text::{Document, Published};

/// The layer that shows reported speech without marks.
pub const INDIRECT: &str = "indirect";

/// The layer that shows claims in headlines and captions too.
pub const HEADLINES: &str = "headlines";

/// The detections that are shown: dates, quotations, and claims within the highlight budget.
pub(super) fn of<'a>(document: &Document, findings: &'a Findings, settings: &Settings) -> Vec<&'a Detection> {
    let mut shown = without_claims(findings, settings);
    let scope = if settings.shows(HEADLINES) { ClaimScope::WithHeadlinesAndCaptions } else { ClaimScope::Body };
    let within = claim::within_budget_of(document, &findings.claims, settings.claim_share, scope);
    shown.extend(within.into_iter().filter_map(|index| findings.claims.get(index)));
    shown
}

/// The dates and quotations that are shown.
pub(super) fn without_claims<'a>(findings: &'a Findings, settings: &Settings) -> Vec<&'a Detection> {
    let indirect = settings.shows(INDIRECT);
    let mut shown: Vec<&Detection> = findings.dates.iter().collect();
    shown.extend(findings.quotes.iter().filter(|quote| {
        indirect || !matches!(&quote.detail, Detail::Quote(detail) if detail.form == QuoteForm::Indirect)
    }));
    shown
}

/// The same as annotations, in order.
pub(super) fn marks(document: &Document, findings: &Findings, settings: &Settings) -> Vec<Rc<Annotation>> {
    pace::at_once(annotations(document, of(document, findings, settings)))
}

/// Reads the whole article again.
pub(super) fn read(document: &Document, published: Option<Published>) -> Rc<Findings> {
    Rc::new(Run::new(document, published).finish())
}

/// What changes in the annotations of `session` when `findings` are what was found and `settings` how it is shown.
pub(super) fn settle(session: &Session, document: &Document, findings: &Findings, settings: &Settings) -> Vec<Change> {
    let mut proposed = marks(document, findings, settings);
    proposed.retain(|mark| {
        let is_taken = session.marks_at(mark.kind(), mark.range).any(|there| there.status != Status::Proposed);
        !is_taken || session.annotation(&mark.id).is_some()
    });
    propose(session, proposed)
}

/// What changes in the annotations of `session` when `proposed` is what is proposed.
pub(super) fn propose(session: &Session, proposed: Vec<Rc<Annotation>>) -> Vec<Change> {
    let proposed = session.with_annotations(sorted(proposed));
    let mut changes = Vec::new();
    for mark in session.annotations.iter().filter(|mark| mark.status == Status::Proposed) {
        let again = proposed.annotation(&mark.id).map(|again| {
            let Annotation { range, confidence, detail, reasons, .. } = Annotation::clone(again);
            Rc::new(Annotation { range, confidence, detail, reasons, ..Annotation::clone(mark) })
        });
        if again.as_ref() != Some(mark) {
            changes.push(Change::Annotation(Some(Rc::clone(mark)), again));
        }
    }
    let new = proposed.annotations.iter().filter(|mark| session.annotation(&mark.id).is_none());
    changes.extend(new.map(|mark| Change::Annotation(None, Some(Rc::clone(mark)))));
    changes
}

impl Session {
    /// The same session with what the detectors have found in its text, for one that comes from a file: claims below the
    /// highlight budget come back from there. No annotation changes.
    #[must_use]
    pub fn with_findings(&self, findings: Rc<Findings>) -> Self {
        Self { findings, ..self.clone() }
    }

    /// The same session with `findings` in its text proposed anew, for one whose text was changed outside: what the person
    /// has touched stays.
    #[must_use]
    pub fn read_anew(&self, findings: Findings) -> Self {
        let mut changes = settle(self, &self.document, &findings, &self.settings);
        let asked = leads(&self.document, self.facts.published, &findings);
        changes.extend(super::new_version::questions(self, self.document.text(), asked));
        changes.push(Change::Findings(Rc::clone(&self.findings), Rc::new(findings)));
        self.apply(&Patch { label: "".into(), changes })
    }

    /// What was found, read now where it was not read yet.
    pub(super) fn found(&self) -> Rc<Findings> {
        if *self.findings == Findings::default() {
            read(&self.document, self.facts.published)
        } else {
            Rc::clone(&self.findings)
        }
    }

    /// Dates that the person has kept and that would now read otherwise, in text order, each with the new reading. Dates
    /// whose reading the person chose are not among them.
    #[must_use]
    pub fn stale_readings(&self) -> Vec<(AnnotationId, DateDetail)> {
        self.annotations.iter().filter_map(|mark| Some((mark.id.clone(), self.stale_reading(mark)?))).collect()
    }

    /// The new reading of `mark`, if it is one of [`Session::stale_readings`].
    #[must_use]
    pub fn stale_reading(&self, mark: &Annotation) -> Option<DateDetail> {
        let Detail::Date(then) = &mark.detail else { return None };
        let as_found = mark.origin == Origin::Detected && mark.status == Status::Kept && mark.edited.is_empty();
        let first = self.findings.dates.partition_point(|found| found.range.start < mark.range.start);
        let mut here = self.findings.dates.iter().skip(first).take_while(|found| found.range.start == mark.range.start);
        let found = here.find(|found| as_found && found.range == mark.range)?;
        let Detail::Date(now) = &found.detail else { return None };
        (reads_otherwise(then, now) && found.id(self.document.text()) == mark.id).then(|| now.clone())
    }
}

/// Whether two readings of a date differ in what they say; other alternatives are no other reading.
fn reads_otherwise(then: &DateDetail, now: &DateDetail) -> bool {
    then.timex_type != now.timex_type
        || then.value != now.value
        || then.modifier != now.modifier
        || then.begin != now.begin
        || then.end != now.end
}
