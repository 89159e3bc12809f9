//! Verdicts, and throwing marks out.

use super::acting::{Outcome, said};
use super::{Bench, Drawer, Likes, Pace, Pull, Side, Stamp};
use crate::annotation::{Action, AnnotationId, Origin, Verdict};
use crate::ui::strings;

impl Bench {
    pub(super) fn decide(
        &mut self,
        id: &AnnotationId,
        verdict: Verdict,
        pace: Pace,
        likes: &Likes,
        stamp: &Stamp,
    ) -> Outcome {
        if let Some(words) = self.settle(id, verdict, stamp)? {
            return Ok(Some(words));
        }
        let Some(mark) = self.session.annotation(id).cloned() else { return Ok(None) };
        let verdict = if mark.verdict() == verdict { Verdict::Unchecked } else { verdict };
        let next = self.view.queue.next_unchecked(Some(&mark)).map(|mark| mark.id.clone());
        self.act(&Action::SetVerdict(id.clone(), verdict), stamp)?;
        self.offer = (verdict == Verdict::Inconsistent).then(|| id.clone());
        let waits = match verdict {
            Verdict::Unchecked => true,
            Verdict::Verified => false,
            Verdict::Inconsistent | Verdict::Unclear => self.drawer == Drawer::Note,
        };
        if pace == Pace::Onward && likes.move_on && !waits && next.is_some() {
            self.select(next, Side::Same);
        } else {
            self.pull = Pull { side: Side::Same, number: self.pull.number + 1 };
        }
        Ok(Some(strings::said::decided(verdict, self.left())))
    }

    pub(super) fn decide_inside(&mut self, verdict: Verdict, stamp: &Stamp) -> Outcome {
        let Some(mark) = self.current().cloned() else { return Ok(None) };
        let ids: Vec<_> = self.view.queue.unchecked_inside(&mark).iter().map(|mark| mark.id.clone()).collect();
        let count = ids.len();
        if count > 0 {
            self.act(&Action::SetVerdicts(ids, verdict), stamp)?;
        }
        Ok(Some(strings::said::decided_many(count, verdict, self.left())))
    }

    pub(super) fn dismiss(&mut self, id: Option<AnnotationId>, stamp: &Stamp) -> Outcome {
        let Some(id) = id.or_else(|| self.current.clone()) else { return Ok(None) };
        let Some(mark) = self.session.annotation(&id).cloned() else { return Ok(None) };
        let next = self.view.queue.neighbour(&mark).map(|mark| mark.id.clone());
        self.act(&Action::Dismiss(id.clone()), stamp)?;
        if self.current.is_none() || self.current.as_ref() == Some(&id) {
            self.select(next, Side::Same);
        }
        said(if mark.origin == Origin::Manual { strings::said::DELETED } else { strings::said::DISMISSED })
    }
}
