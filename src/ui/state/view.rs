//! What is drawn of a session: made anew only where something changed, so that the rest is not drawn again.

use std::rc::Rc;

use crate::annotation::{Annotation, AnnotationId, Session, Status, Verdict};
use crate::pace::{self, pause};
use crate::review::segments::by_paragraph;
use crate::review::{Filter, Progress, Queue};
use crate::text::{ParagraphType, TextRange};
use crate::ui::same::Same;

/// How many paragraphs are drawn as one, at most.
const BLOCK: usize = 16;

/// Bytes of text after which a block ends with the paragraph.
const BLOCK_BYTES: u32 = 8192;

/// Marks that may change for the view to follow them one by one.
const FEW: usize = 24;

/// One paragraph and the marks in it.
#[derive(Clone, Debug)]
pub struct ParagraphView {
    /// Its place in the document.
    pub index: usize,
    /// Where it stands.
    pub range: TextRange,
    /// What it is in the article.
    pub kind: ParagraphType,
    /// The marks that touch it.
    pub marks: Vec<Rc<Annotation>>,
    /// Which of them are linked.
    pub linked: Vec<bool>,
}

impl ParagraphView {
    fn is_as(&self, other: &Self) -> bool {
        self.kind == other.kind
            && self.range == other.range
            && self.linked == other.linked
            && self.marks.len() == other.marks.len()
            && self.marks.iter().zip(&other.marks).all(|(a, b)| Rc::ptr_eq(a, b))
    }

    /// The same paragraph with `mark` as it is now: not shown, or shown and perhaps linked.
    fn with(&self, mark: &Rc<Annotation>, shown: Option<bool>) -> Self {
        let mut view = self.clone();
        let place = view.marks.partition_point(|other| other.order() < mark.order());
        let there = view.marks.get(place).is_some_and(|other| other.id == mark.id);
        match (there, shown) {
            (true, Some(_)) => {
                if let Some(slot) = view.marks.get_mut(place) {
                    *slot = Rc::clone(mark);
                }
            }
            (true, None) => {
                view.marks.remove(place);
                view.linked.remove(place);
            }
            (false, Some(linked)) => {
                view.marks.insert(place, Rc::clone(mark));
                view.linked.insert(place, linked);
            }
            (false, None) => {}
        }
        view
    }
}

/// Some paragraphs in a row.
pub type BlockView = Vec<Same<ParagraphView>>;

/// One card of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The mark.
    pub mark: Same<Annotation>,
    /// How many marks of its passage lie around it.
    pub depth: u8,
}

/// One line of the strip: where it lies, in thousandths of the text, and what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// 0 to 999.
    pub at: u16,
    /// The gravest verdict there.
    pub verdict: Verdict,
}

/// What is drawn of a session.
#[derive(Clone, Debug)]
pub struct View {
    /// The article.
    pub blocks: Vec<Same<BlockView>>,
    /// The marks the filter shows, in review order.
    pub queue: Rc<Queue>,
    /// The same as cards.
    pub rows: Same<Vec<Row>>,
    /// How far the review is.
    pub progress: Progress,
    /// The strip.
    pub ticks: Same<Vec<Tick>>,
}

impl View {
    /// The view of `session` through `filter`, with pauses.
    pub async fn of(session: &Session, filter: &Filter) -> Self {
        let none = Self {
            blocks: Vec::new(),
            queue: Rc::default(),
            rows: Same::default(),
            progress: Progress::default(),
            ticks: Same::default(),
        };
        none.anew_in_steps(session, filter).await
    }

    /// The view after the session changed from `before`; what is as it was stays the same. Costs next to nothing for
    /// each mark that did not change.
    pub fn follow(&self, before: &Session, session: &Session, filter: &Filter) -> Self {
        let Some(changed) = changed_in_place(before, session) else { return self.anew(session, filter) };
        let text = session.document.text();
        let mut view = self.clone();
        let queue = Rc::make_mut(&mut view.queue);
        for (old, new) in &changed {
            queue.follow(text, filter, old, new);
            view.progress.follow(old, new);
        }
        view.rows = Same::new(rows(queue));
        view.ticks = self.ticks_of(session);
        for (_, new) in &changed {
            view.redraw(session, new);
        }
        view
    }

    /// The view after the session or the filter changed in any way; what is as before stays the same.
    pub fn anew(&self, session: &Session, filter: &Filter) -> Self {
        pace::at_once(self.anew_in_steps(session, filter))
    }

    async fn anew_in_steps(&self, session: &Session, filter: &Filter) -> Self {
        let text = session.document.text();
        let queue = Queue::new(text, &session.annotations, filter);
        pause().await;
        let rows = rows(&queue);
        let rows = if *self.rows == rows { self.rows.clone() } else { Same::new(rows) };
        pause().await;
        let ticks = self.ticks_of(session);
        pause().await;
        let blocks = self.blocks(session);
        pause().await;
        Self { blocks, queue: Rc::new(queue), rows, progress: Progress::of(&session.annotations), ticks }
    }

    fn ticks_of(&self, session: &Session) -> Same<Vec<Tick>> {
        let ticks = ticks(session);
        if *self.ticks == ticks { self.ticks.clone() } else { Same::new(ticks) }
    }

    /// Draws the paragraphs that `mark` touches anew.
    fn redraw(&mut self, session: &Session, mark: &Rc<Annotation>) {
        let first =
            self.blocks.partition_point(|block| block.last().is_none_or(|last| last.range.end <= mark.range.start));
        for block in self.blocks.iter_mut().skip(first) {
            if block.first().is_none_or(|first| first.range.start >= mark.range.end) {
                break;
            }
            let mut views = (**block).clone();
            let linked = || session.links.iter().any(|link| link.from == mark.id || link.to == mark.id);
            let shown = is_shown(session, mark).then(linked);
            for view in views.iter_mut().filter(|view| view.range.overlaps(mark.range)) {
                *view = Same::new(view.with(mark, shown));
            }
            *block = Same::new(views);
        }
    }

    fn blocks(&self, session: &Session) -> Vec<Same<BlockView>> {
        let mut linked: Vec<&AnnotationId> = session.links.iter().flat_map(|link| [&link.from, &link.to]).collect();
        linked.sort_unstable();
        let shown = session.annotations.iter().filter(|mark| is_shown(session, mark));
        let paragraphs = session.document.paragraphs();
        let views: Vec<ParagraphView> = by_paragraph(paragraphs, shown)
            .into_iter()
            .zip(paragraphs)
            .enumerate()
            .map(|(index, (marks, paragraph))| ParagraphView {
                index,
                range: paragraph.range,
                kind: paragraph.kind,
                linked: marks.iter().map(|mark| linked.binary_search(&&mark.id).is_ok()).collect(),
                marks,
            })
            .collect();
        let mut views = views.into_iter().peekable();
        let mut blocks = Vec::new();
        while views.peek().is_some() {
            let old = self.blocks.get(blocks.len());
            let mut same = old.is_some();
            let mut block = Vec::with_capacity(BLOCK);
            let mut bytes = 0;
            while block.len() < BLOCK
                && bytes < BLOCK_BYTES
                && let Some(view) = views.next()
            {
                bytes += view.range.len();
                match old.and_then(|old| old.get(block.len())) {
                    Some(old) if old.is_as(&view) => block.push(old.clone()),
                    _ => {
                        same = false;
                        block.push(Same::new(view));
                    }
                }
            }
            match old {
                Some(old) if same && old.len() == block.len() => blocks.push(old.clone()),
                _ => blocks.push(Same::new(block)),
            }
        }
        blocks
    }
}

/// A mark before and after.
type Changed = (Rc<Annotation>, Rc<Annotation>);

/// The marks that changed, where that is all that changed in what is drawn, they are few, and each is still in its place.
fn changed_in_place(before: &Session, session: &Session) -> Option<Vec<Changed>> {
    let same = Rc::ptr_eq(&before.links, &session.links)
        && Rc::ptr_eq(&before.document, &session.document)
        && Rc::ptr_eq(&before.settings, &session.settings)
        && before.annotations.len() == session.annotations.len();
    if !same {
        return None;
    }
    let pairs = before.annotations.iter().zip(session.annotations.iter()).filter(|(old, new)| !Rc::ptr_eq(old, new));
    let changed: Vec<Changed> = pairs.take(FEW + 1).map(|(old, new)| (Rc::clone(old), Rc::clone(new))).collect();
    (changed.len() <= FEW && changed.iter().all(|(old, new)| old.order() == new.order())).then_some(changed)
}

fn is_shown(session: &Session, mark: &Annotation) -> bool {
    mark.status != Status::Dismissed && session.settings.shows(mark.kind().as_str())
}

/// The marks as cards, each a step further in than those around it.
fn rows(queue: &Queue) -> Vec<Row> {
    let mut around: Vec<TextRange> = Vec::new();
    queue
        .marks()
        .iter()
        .map(|mark| {
            while around.pop_if(|outer| !outer.covers(mark.range)).is_some() {}
            let depth = u8::try_from(around.len()).unwrap_or(u8::MAX).min(3);
            around.push(mark.range);
            Row { mark: mark.into(), depth }
        })
        .collect()
}

/// The marks of the whole text, at most one line for every three thousandths of it.
fn ticks(session: &Session) -> Vec<Tick> {
    let length = u64::try_from(session.document.text().len()).unwrap_or(u64::MAX).max(1);
    let mut ticks: Vec<Tick> = Vec::new();
    for mark in session.annotations.iter().filter(|mark| mark.status != Status::Dismissed) {
        let at = u16::try_from(u64::from(mark.range.start) * 1000 / length / 3 * 3).unwrap_or(999);
        let verdict = mark.verdict();
        match ticks.last_mut() {
            Some(last) if last.at == at => {
                if gravity(verdict) > gravity(last.verdict) {
                    last.verdict = verdict;
                }
            }
            _ => ticks.push(Tick { at, verdict }),
        }
    }
    ticks
}

const fn gravity(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Verified => 0,
        Verdict::Unchecked => 1,
        Verdict::Unclear => 2,
        Verdict::Inconsistent => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::sample::{fulfil, session, wish};
    use crate::annotation::{History, Kind};
    use proptest::prelude::*;

    fn drawn(view: &View) -> String {
        let paragraphs: Vec<_> = view.blocks.iter().flat_map(|block| block.iter()).collect();
        format!("{paragraphs:?} {:?} {:?} {:?} {:?}", view.queue, view.rows, view.progress, view.ticks)
    }

    proptest! {
        #[test]
        fn what_follows_is_what_would_be_drawn_anew(wishes in prop::collection::vec(wish(), 0..16), narrow in 0_u8..3) {
            let filter = match narrow {
                0 => Filter::default(),
                1 => Filter { verdicts: vec![Verdict::Unchecked], ..Filter::default() },
                _ => Filter { kinds: vec![Kind::Date], ..Filter::default() },
            };
            let start = session();
            let (end, mut history): (Session, History) = fulfil(&start, &wishes);
            let (mut now, mut view) = (end.clone(), pace::at_once(View::of(&end, &filter)));
            while let Some(before) = history.undo(&now) {
                view = view.follow(&now, &before, &filter);
                prop_assert_eq!(drawn(&view), drawn(&pace::at_once(View::of(&before, &filter))));
                now = before;
            }
        }
    }
}
