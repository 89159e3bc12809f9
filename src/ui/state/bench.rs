//! The workbench's part of the state.

use std::rc::Rc;

use yew::AttrValue;

use super::compare::{Changes, Comparison};
use super::view::View;
use crate::annotation::{Action, ActionError, Annotation, AnnotationId, History, Patch, Relation, Session};
use crate::exchange::journal;
use crate::review::{Coverage, Filter};
use crate::text::TextRange;
use crate::ui::same::Same;

/// A tab of the panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// The cards.
    #[default]
    Review,
    /// The dates on a line.
    Timeline,
    /// Links and questions.
    Inconsistencies,
    /// The sources.
    Evidence,
    /// An earlier text, another checker.
    Compare,
}

impl Tab {
    /// All, in order.
    pub const ALL: [Self; 5] = [Self::Review, Self::Timeline, Self::Inconsistencies, Self::Evidence, Self::Compare];
}

/// What the keys do at the moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Review.
    #[default]
    Review,
    /// A link was begun at this mark.
    Linking(AnnotationId, Relation),
    /// The keyboard moves a caret in the article.
    Caret,
}

/// What is open on the current card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drawer {
    /// Nothing.
    #[default]
    Closed,
    /// The note.
    Note,
    /// Evidence: attach or add.
    Evidence,
    /// A field for another reading.
    Reading,
    /// The relations to choose from.
    Relations,
    /// Edges and kind.
    Edges,
}

/// Where the current mark should get the focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// Where the focus is: in the text it stays in the text.
    #[default]
    Same,
    /// On the mark in the text.
    Text,
    /// On the card.
    Card,
    /// Only bring both into view.
    Neither,
}

/// A wish to bring the current mark into view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pull {
    /// Which side gets the focus.
    pub side: Side,
    /// Counts the wishes: each is fulfilled once.
    pub number: u32,
}

/// Whether the work is safe.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// Everything is in the library.
    #[default]
    Saved,
    /// The last action is on its way.
    Underway,
    /// The person does not want it kept.
    NotKept,
    /// It failed, with the reason.
    Failed(AttrValue),
}

/// One article in work, and how it is looked at.
#[derive(Clone, Debug)]
pub struct Bench {
    /// The article and everything marked in it.
    pub session: Rc<Session>,
    /// What was done, to be undone.
    pub history: Rc<History>,
    /// What is drawn.
    pub view: View,
    /// Which marks the panel shows.
    pub filter: Same<Filter>,
    /// The mark that is looked at.
    pub current: Option<AnnotationId>,
    /// The tab of the panel.
    pub tab: Tab,
    /// What the keys do.
    pub mode: Mode,
    /// What is open on the card.
    pub drawer: Drawer,
    /// The words selected by hand.
    pub selection: Option<TextRange>,
    /// A mark just called inconsistent, for the offer "with ...".
    pub offer: Option<AnnotationId>,
    /// Unmarked sentences are shown.
    pub coverage: Option<Same<Coverage>>,
    /// Sentences looked at without a mark.
    pub looked_at: Vec<TextRange>,
    /// A stretch of text to bring into view.
    pub place: Option<TextRange>,
    /// The wish to bring something into view.
    pub pull: Pull,
    /// What has changed in the text, where it is shown.
    pub changes: Option<Same<Changes>>,
    /// Another checker's marks beside the person's.
    pub comparison: Option<Same<Comparison>>,
    /// What a file that was opened or taken in leaves to be looked at.
    pub notes: Same<Vec<AttrValue>>,
    /// What was done last, to be handed to the library.
    pub outbox: Vec<Record>,
    /// Number of the next record.
    pub next: u32,
}

/// What is kept of one action.
#[derive(Clone, Debug)]
pub struct Record {
    /// Its number in the journal of the article.
    pub number: u32,
    /// The record.
    pub words: Rc<str>,
}

/// Records that stay in the outbox: many more than there can be actions between two paintings.
const OUTBOX: usize = 64;

impl Bench {
    /// The bench with this session, whose next record has the number `next`; made with pauses.
    pub async fn of(session: Rc<Session>, history: Rc<History>, next: u32) -> Self {
        let filter = Same::new(Filter::default());
        let view = View::of(&session, &filter).await;
        Self {
            session,
            history,
            view,
            filter,
            current: None,
            tab: Tab::Review,
            mode: Mode::Review,
            drawer: Drawer::Closed,
            selection: None,
            offer: None,
            coverage: None,
            looked_at: Vec::new(),
            place: None,
            pull: Pull::default(),
            changes: None,
            comparison: None,
            notes: Same::default(),
            outbox: Vec::new(),
            next,
        }
    }

    /// The bench with the same view of another state of the same article.
    pub fn follow(&mut self, session: Rc<Session>, history: Rc<History>, next: u32) {
        self.history = history;
        self.next = next;
        self.outbox.clear();
        self.change_to(session);
    }

    fn record(&mut self, words: impl Into<Rc<str>>) {
        if self.outbox.len() >= OUTBOX {
            self.outbox.remove(0);
        }
        self.outbox.push(Record { number: self.next, words: words.into() });
        self.next += 1;
    }

    /// The mark that is looked at.
    pub fn current(&self) -> Option<&Rc<Annotation>> {
        self.current.as_ref().and_then(|id| self.session.annotation(id))
    }

    /// Does `action` and remembers it. True where it changed something.
    pub fn act(&mut self, action: &Action, stamp: &super::Stamp) -> Result<bool, ActionError> {
        let patch = self.session.reduce_one(stamp.at, Some(&stamp.by), action)?;
        Ok(self.take(patch))
    }

    /// Does `actions` one after the other as one step. True where they changed something.
    pub fn act_all(&mut self, actions: Vec<Action>, stamp: &super::Stamp) -> Result<bool, ActionError> {
        let patch = self.session.reduce_all(stamp.at, &stamp.by, actions)?;
        Ok(self.take(patch))
    }

    fn take(&mut self, patch: Patch) -> bool {
        if patch.changes.is_empty() {
            return false;
        }
        let mut history = (*self.history).clone();
        let session = history.perform(&self.session, patch);
        let record = history.past().last().map(|patch| journal::record(patch, &session));
        self.history = Rc::new(history);
        self.record(record.unwrap_or_default());
        self.change_to(Rc::new(session));
        true
    }

    /// Takes the last action back; false where there is none.
    pub fn undo(&mut self) -> bool {
        let mut history = (*self.history).clone();
        let Some(session) = history.undo(&self.session) else { return false };
        self.record(journal::UNDONE);
        self.step_to(session, history);
        true
    }

    /// Does again what was taken back; false where there is nothing.
    pub fn redo(&mut self) -> bool {
        let mut history = (*self.history).clone();
        let Some(session) = history.redo(&self.session) else { return false };
        self.record(journal::REDONE);
        self.step_to(session, history);
        true
    }

    fn step_to(&mut self, session: Session, history: History) {
        let before = Rc::clone(&self.session);
        self.history = Rc::new(history);
        self.change_to(Rc::new(session));
        // The eye goes where something changed.
        let pairs = self.session.annotations.iter().zip(before.annotations.iter());
        let same = pairs.take_while(|(mark, other)| Rc::ptr_eq(mark, other)).count();
        let changed = self
            .session
            .annotations
            .iter()
            .skip(same)
            .find(|mark| before.annotation(&mark.id).is_none_or(|other| !Rc::ptr_eq(other, mark)));
        if let Some(mark) = changed {
            let id = mark.id.clone();
            self.select(Some(id), Side::Same);
        }
    }

    fn change_to(&mut self, session: Rc<Session>) {
        let before = std::mem::replace(&mut self.session, session);
        self.follow_text(&before);
        self.view = self.view.follow(&before, &self.session, &self.filter);
        if self.current().is_none() {
            self.current = None;
        }
        if self.coverage.is_some() {
            self.coverage = Some(Same::new(self.covered()));
        }
    }

    /// What has no mark and was not looked at.
    pub fn covered(&self) -> Coverage {
        Coverage::of(&self.session.document, &self.session.annotations, &self.looked_at)
    }

    /// Shows other marks in the panel.
    pub fn set_filter(&mut self, filter: Filter) {
        self.filter = Same::new(filter);
        self.view = self.view.anew(&self.session, &self.filter);
    }

    /// Looks at another mark.
    pub fn select(&mut self, id: Option<AnnotationId>, side: Side) {
        if self.current != id {
            self.drawer = Drawer::Closed;
        }
        self.current = id;
        self.place = None;
        self.selection = None;
        self.pull = Pull { side, number: self.pull.number + 1 };
    }
}
