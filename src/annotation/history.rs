//! Undo and redo.

use std::rc::Rc;

use super::{Patch, Session};

/// Everything that was done to a session, and what was taken back since. Undo applies inverses, so it never depends on
/// running a detector again. A clone shares the patches.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Rc<Patch>>,
    future: Vec<Rc<Patch>>,
}

impl History {
    /// A history in which `past` was done, oldest first, and `future` taken back, last taken back last.
    #[must_use]
    pub fn new(past: Vec<Rc<Patch>>, future: Vec<Rc<Patch>>) -> Self {
        Self { past, future }
    }

    /// Does `patch` and remembers it; what was taken back is forgotten. An empty patch leaves no trace.
    pub fn perform(&mut self, session: &Session, patch: Patch) -> Session {
        if patch.changes.is_empty() {
            return session.clone();
        }
        let after = session.apply(&patch);
        self.past.push(Rc::new(patch));
        self.future.clear();
        after
    }

    /// Takes the last patch back; nothing where there is none.
    pub fn undo(&mut self, session: &Session) -> Option<Session> {
        let patch = self.past.pop()?;
        let before = session.apply(&patch.inverse());
        self.future.push(patch);
        Some(before)
    }

    /// Does again what was taken back last; nothing where there is none.
    pub fn redo(&mut self, session: &Session) -> Option<Session> {
        let patch = self.future.pop()?;
        let after = session.apply(&patch);
        self.past.push(patch);
        Some(after)
    }

    /// What undo would take back: "Marked inconsistent".
    #[must_use]
    pub fn undo_label(&self) -> Option<&str> {
        self.past.last().map(|patch| &*patch.label)
    }

    /// What redo would do again.
    #[must_use]
    pub fn redo_label(&self) -> Option<&str> {
        self.future.last().map(|patch| &*patch.label)
    }

    /// What was done, oldest first.
    #[must_use]
    pub fn past(&self) -> &[Rc<Patch>] {
        &self.past
    }

    /// What was taken back; the last one comes first when done again.
    #[must_use]
    pub fn future(&self) -> &[Rc<Patch>] {
        &self.future
    }
}

#[cfg(test)]
mod tests {
    use crate::annotation::sample::{fulfil, session, whole, wish};
    use crate::annotation::{Annotation, Status};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn undo_leads_back_to_the_start_and_redo_to_the_end(wishes in prop::collection::vec(wish(), 0..24)) {
            let start = session();
            let (end, mut history) = fulfil(&start, &wishes);
            let mut now = end.clone();
            while let Some(before) = history.undo(&now) {
                now = before;
            }
            prop_assert_eq!(whole(&now), whole(&start));
            prop_assert_eq!(&now.annotations, &start.annotations);
            prop_assert_eq!(&now.findings, &start.findings);
            while let Some(after) = history.redo(&now) {
                now = after;
            }
            prop_assert_eq!(whole(&now), whole(&end));
            prop_assert_eq!(&now.findings, &end.findings);
        }

        #[test]
        fn every_session_is_in_order(wishes in prop::collection::vec(wish(), 0..24)) {
            let (end, _) = fulfil(&session(), &wishes);
            prop_assert!(end.annotations.is_sorted_by(|a, b| a.order() < b.order()));
            let person_was_here = |mark: &Annotation| {
                !mark.note.is_empty() || !mark.decisions.is_empty() || !mark.edited.is_empty()
            };
            for mark in end.annotations.iter() {
                prop_assert!(end.annotation(&mark.id).is_some_and(|found| found.id == mark.id));
                prop_assert!(!person_was_here(mark) || mark.status != Status::Proposed);
                for decision in &mark.decisions {
                    let by = decision.by.as_ref();
                    prop_assert!(by.is_none_or(|by| end.reviewers.iter().any(|reviewer| reviewer.id == *by)));
                }
            }
            for link in end.links.iter() {
                prop_assert!(end.annotation(&link.from).is_some() && end.annotation(&link.to).is_some());
            }
        }
    }
}
