//! From mark to mark, to what has none, and out again.

use super::{Bench, Drawer, Mode, Pull, Side, Step};
use crate::text::TextRange;
use crate::ui::same::Same;
use crate::ui::strings;

impl Bench {
    pub(super) fn go(&mut self, step: Step) {
        self.offer = None;
        let current = self.current().cloned();
        let next = match step {
            Step::Next => self.view.queue.next(current.as_deref()),
            Step::Previous => self.view.queue.previous(current.as_deref()),
            Step::Unchecked => self.view.queue.next_unchecked(current.as_deref()),
        };
        if let Some(next) = next {
            let id = next.id.clone();
            self.select(Some(id), Side::Same);
        }
    }

    /// To the next sentence without a mark; the one left behind counts as looked at.
    pub(super) fn go_unmarked(&mut self) -> String {
        let open = self.covered();
        let from = self.place.or_else(|| self.current().map(|mark| mark.range)).map_or(0, |range| range.start);
        let next = open.next(from);
        self.looked_at.extend(self.place.filter(|place| open.open.contains(place)));
        if let Some(next) = next {
            self.show(next);
        }
        let coverage = self.covered();
        let left = coverage.open.len();
        self.coverage = Some(Same::new(coverage));
        strings::said::unmarked(left)
    }

    pub(super) fn show(&mut self, range: TextRange) {
        self.current = None;
        self.place = Some(range);
        self.pull = Pull { side: Side::Neither, number: self.pull.number + 1 };
    }

    /// One step out: the drawer, the link that was begun, the selection, the caret, the offer, the mark.
    pub(super) fn escape(&mut self) {
        if self.drawer != Drawer::Closed {
            self.drawer = Drawer::Closed;
            self.pull = Pull { side: Side::Card, number: self.pull.number + 1 };
        } else if self.mode != Mode::Review {
            self.mode = Mode::Review;
        } else if self.selection.is_some() {
            self.selection = None;
        } else if self.offer.is_some() {
            self.offer = None;
        } else {
            self.current = None;
            self.place = None;
        }
    }
}
