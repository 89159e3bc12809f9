//! A later state of an article, from a file, in the place of the one that is kept: one step, so that undo brings back
//! what was there.

use std::rc::Rc;

use chrono::SubsecRound;

use super::{Change, Patch, Session, Timestamp};

impl Session {
    /// What changes when `next`, another state of the same article, takes the place of this one at `at`.
    #[must_use]
    pub fn renewal(&self, next: &Self, at: Timestamp) -> Patch {
        let mut changes = changes(self, next);
        if !changes.is_empty() {
            changes.push(Change::Modified(self.modified, Some(at.trunc_subsecs(0))));
        }
        Patch { label: "Opened a newer file".into(), changes }
    }
}

fn changes(now: &Session, next: &Session) -> Vec<Change> {
    let mut changes = Vec::new();
    if now.document.text() == next.document.text() {
        let kinds = now.document.paragraphs().iter().zip(next.document.paragraphs()).enumerate();
        let other = kinds.filter(|(_, (now, next))| now.kind != next.kind);
        changes.extend(other.map(|(at, (now, next))| Change::Paragraph(at, now.kind, next.kind)));
    } else {
        changes.push(Change::Document(Rc::clone(&now.document), Rc::clone(&next.document)));
    }
    if now.reviewers != next.reviewers {
        changes.push(Change::Reviewers(now.reviewers.clone(), next.reviewers.clone()));
    }
    if now.versions != next.versions {
        changes.push(Change::Versions(Rc::clone(&now.versions), Rc::clone(&next.versions)));
    }
    if now.facts != next.facts {
        changes.push(Change::Facts(Rc::clone(&now.facts), Rc::clone(&next.facts)));
    }
    if now.settings != next.settings {
        changes.push(Change::Settings(Rc::clone(&now.settings), Rc::clone(&next.settings)));
    }
    for mark in now.annotations.iter() {
        let after = next.annotation(&mark.id);
        if after != Some(mark) {
            changes.push(Change::Annotation(Some(Rc::clone(mark)), after.cloned()));
        }
    }
    let new = next.annotations.iter().filter(|mark| now.annotation(&mark.id).is_none());
    changes.extend(new.map(|mark| Change::Annotation(None, Some(Rc::clone(mark)))));
    list(&mut changes, &now.links, &next.links, Change::Link);
    list(&mut changes, &now.evidence, &next.evidence, Change::Evidence);
    list(&mut changes, &now.leads, &next.leads, Change::Lead);
    changes
}

/// An entry of a list, by its place, before and after.
type ListChange<T> = fn(usize, Option<Rc<T>>, Option<Rc<T>>) -> Change;

/// From where the lists differ on, the old entries go and the new ones come.
fn list<T: PartialEq>(changes: &mut Vec<Change>, now: &[Rc<T>], next: &[Rc<T>], change: ListChange<T>) {
    let same = now.iter().zip(next).take_while(|(now, next)| now == next).count();
    let gone = now.iter().enumerate().skip(same).rev();
    changes.extend(gone.map(|(at, old)| change(at, Some(Rc::clone(old)), None)));
    let new = next.iter().enumerate().skip(same);
    changes.extend(new.map(|(at, new)| change(at, None, Some(Rc::clone(new)))));
}

#[cfg(test)]
mod tests {
    use super::super::History;
    use super::super::sample::{fulfil, moment, session, whole, wish};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_newer_file_takes_the_place_and_undo_brings_back_what_was_there(
            here in prop::collection::vec(wish(), 0..16),
            there in prop::collection::vec(wish(), 0..16),
        ) {
            let (now, _) = fulfil(&session(), &here);
            let (next, _) = fulfil(&session(), &there);
            let mut history = History::default();
            let after = history.perform(&now, now.renewal(&next, moment(9)));
            prop_assert_eq!(&after.annotations, &next.annotations);
            prop_assert_eq!(&after.links, &next.links);
            prop_assert_eq!(&after.evidence, &next.evidence);
            prop_assert_eq!((&after.facts, &after.settings), (&next.facts, &next.settings));
            if let Some(before) = history.undo(&after) {
                prop_assert_eq!(whole(&before), whole(&now));
            }
        }
    }
}
