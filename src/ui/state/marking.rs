//! Marking by hand, and moving edges.

use std::rc::Rc;

use super::acting::{Outcome, said};
use super::{Bench, Side, Stamp};
use crate::annotation::span;
use crate::annotation::{Action, Annotation, AnnotationId, Kind, Status};
use crate::review::Filter;
use crate::text::TextRange;
use crate::ui::by_hand;
use crate::ui::strings;

impl Bench {
    pub(super) fn mark(&mut self, kind: Kind, stamp: &Stamp) -> Outcome {
        if let Some(range) = self.selection {
            return self.mark_at(kind, range, stamp);
        }
        let Some(mark) = self.current().cloned() else { return Ok(None) };
        if mark.kind() == kind {
            return Ok(None);
        }
        let detection = by_hand::read(&self.session, kind, mark.range);
        self.acted(&Action::SetDetail(mark.id.clone(), detection.detail), stamp, strings::said::KIND)
    }

    pub(super) fn mark_at(&mut self, kind: Kind, range: TextRange, stamp: &Stamp) -> Outcome {
        self.selection = None;
        let is_it =
            |mark: &&Rc<Annotation>| mark.range == range && mark.kind() == kind && mark.status != Status::Dismissed;
        if let Some(mark) = self.session.annotations.iter().find(is_it) {
            let id = mark.id.clone();
            self.select(Some(id), Side::Card);
            return said(strings::said::ALREADY);
        }
        let detection = by_hand::read(&self.session, kind, range);
        let id = AnnotationId::from(stamp.id.as_str());
        self.act(&Action::Mark { id: id.clone(), detection }, stamp)?;
        // The session may have taken back a dismissed mark of the same words instead of making a new one.
        let id = self.session.annotations.iter().find(is_it).map_or(id, |mark| mark.id.clone());
        if !self.view.rows.iter().any(|row| row.mark.id == id) {
            self.set_filter(Filter::default());
        }
        self.select(Some(id), Side::Card);
        Ok(Some(strings::said::marked(kind)))
    }

    pub(super) fn set_range(&mut self, id: AnnotationId, range: TextRange, stamp: &Stamp) -> Outcome {
        let Some(range) = span::selected(self.session.document.text(), range) else { return Ok(None) };
        self.act(&Action::SetRange(id, range), stamp)?;
        Ok(Some(strings::said::range(range.of(self.session.document.text()))))
    }
}
