//! Which detections are shown as proposals, and what becomes of them when the article is read again.
//!
//! Reading again touches only what nobody touched: marks that the person has kept, dismissed or made stay as they are.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::{Annotation, AnnotationId, Change, Kind, Origin, Patch, Session, Settings, Status};
use crate::detect::claim::{self, ClaimScope};
use crate::detect::date::DateDetail;
use crate::detect::quote::QuoteForm;
use crate::detect::{Detail, Detection, Findings, Run};
use crate::review::leads::leads;
use crate::text::{Document, Published, TextRange};

/// The layer that shows reported speech without marks.
pub const INDIRECT: &str = "indirect";

/// The layer that shows claims in headlines and captions too.
pub const HEADLINES: &str = "headlines";

/// The detections that are shown: dates, quotations, and claims within the highlight budget.
pub(super) fn of<'a>(
    document: &Document,
    findings: &'a Findings,
    settings: &Settings,
) -> impl Iterator<Item = &'a Detection> {
    let scope = if settings.shows(HEADLINES) { ClaimScope::WithHeadlinesAndCaptions } else { ClaimScope::Body };
    let within = claim::within_budget_of(document, &findings.claims, settings.claim_share, scope);
    without_claims(findings, settings).chain(within.into_iter().filter_map(|index| findings.claims.get(index)))
}

/// The dates and quotations that are shown.
pub(super) fn without_claims<'a>(findings: &'a Findings, settings: &Settings) -> impl Iterator<Item = &'a Detection> {
    let indirect = settings.shows(INDIRECT);
    let quotes = findings.quotes.iter().filter(move |quote| {
        indirect || !matches!(&quote.detail, Detail::Quote(detail) if detail.form == QuoteForm::Indirect)
    });
    findings.dates.iter().chain(quotes)
}

/// Reads the whole article again.
pub(super) fn read(document: &Document, published: Option<Published>) -> Rc<Findings> {
    Rc::new(Run::new(document, published).finish())
}

/// What changes in the annotations of `session` when `findings` are what was found and `settings` how it is shown.
pub(super) fn settle(session: &Session, document: &Document, findings: &Findings, settings: &Settings) -> Vec<Change> {
    let text = document.text();
    let mut wanted: HashMap<AnnotationId, &Detection> =
        of(document, findings, settings).map(|detection| (detection.id(text), detection)).collect();
    let mut changes = Vec::new();
    let mut taken: HashSet<(Kind, TextRange)> = HashSet::new();
    for mark in session.annotations.iter() {
        let found = wanted.remove(&mark.id);
        if mark.status != Status::Proposed {
            taken.insert((mark.kind(), mark.range));
            continue;
        }
        let Some(found) = found else {
            changes.push(Change::Annotation(Some(Rc::clone(mark)), None));
            continue;
        };
        let proposed = Annotation::proposed(found.clone(), text);
        if proposed.detail != mark.detail || proposed.reasons != mark.reasons || proposed.confidence != mark.confidence
        {
            let again = Annotation { extra: mark.extra.clone(), ..proposed };
            changes.push(Change::Annotation(Some(Rc::clone(mark)), Some(Rc::new(again))));
        }
    }
    let mut new: Vec<_> = wanted
        .into_values()
        .filter(|found| !taken.contains(&(found.kind(), found.range)))
        .map(|found| Rc::new(Annotation::proposed(found.clone(), text)))
        .collect();
    new.sort_by(|a, b| a.order().cmp(&b.order()));
    changes.extend(new.into_iter().map(|mark| Change::Annotation(None, Some(mark))));
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
        let asked = leads(&self.document, self.facts.published, &findings.dates, &findings.quotes);
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
