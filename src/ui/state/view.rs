//! What is drawn of a session: made anew only where something changed, so that the rest is not drawn again.

use std::collections::HashSet;
use std::rc::Rc;

use crate::annotation::{Annotation, AnnotationId, Session, Status, Verdict};
use crate::review::segments::by_paragraph;
use crate::review::{Filter, Progress, Queue};
use crate::text::{ParagraphType, TextRange};
use crate::ui::same::Same;

/// How many paragraphs are drawn as one.
const BLOCK: usize = 16;

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
    /// The view of `session` through `filter`.
    pub fn new(session: &Session, filter: &Filter) -> Self {
        let none = Self {
            blocks: Vec::new(),
            queue: Rc::default(),
            rows: Same::default(),
            progress: Progress::default(),
            ticks: Same::default(),
        };
        none.follow(session, filter)
    }

    /// The view after the session or the filter changed; what is as before stays the same.
    pub fn follow(&self, session: &Session, filter: &Filter) -> Self {
        let text = session.document.text();
        let queue = Queue::new(text, &session.annotations, filter);
        let rows = rows(&queue);
        let rows = if *self.rows == rows { self.rows.clone() } else { Same::new(rows) };
        let ticks = ticks(session);
        let ticks = if *self.ticks == ticks { self.ticks.clone() } else { Same::new(ticks) };
        Self {
            blocks: self.blocks(session),
            queue: Rc::new(queue),
            rows,
            progress: Progress::of(&session.annotations),
            ticks,
        }
    }

    fn blocks(&self, session: &Session) -> Vec<Same<BlockView>> {
        let linked: HashSet<&AnnotationId> = session.links.iter().flat_map(|link| [&link.from, &link.to]).collect();
        let layers = &session.settings.layers;
        let shown = session.annotations.iter().filter(|mark| {
            mark.status != Status::Dismissed && layers.iter().any(|layer| layer == mark.kind().as_str())
        });
        let paragraphs = session.document.paragraphs();
        let views: Vec<ParagraphView> = by_paragraph(paragraphs, shown)
            .into_iter()
            .zip(paragraphs)
            .enumerate()
            .map(|(index, (marks, paragraph))| ParagraphView {
                index,
                range: paragraph.range,
                kind: paragraph.kind,
                linked: marks.iter().map(|mark| linked.contains(&mark.id)).collect(),
                marks,
            })
            .collect();
        let mut views = views.into_iter().peekable();
        let mut blocks = Vec::new();
        while views.peek().is_some() {
            let old = self.blocks.get(blocks.len());
            let mut same = old.is_some();
            let mut block = Vec::with_capacity(BLOCK);
            for view in views.by_ref().take(BLOCK) {
                match old.and_then(|old| old.get(block.len())) {
                    Some(old) if old.is_as(&view) => block.push(old.clone()),
                    _ => {
                        same = false;
                        block.push(Same::new(view));
                    }
                }
            }
            match old {
                Some(old) if same => blocks.push(old.clone()),
                _ => blocks.push(Same::new(block)),
            }
        }
        blocks
    }
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
