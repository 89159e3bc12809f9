//! Every action into the library, in order.

use std::rc::Rc;

use super::Outside;
use crate::annotation::{History, Session};
use crate::exchange::journal;
use crate::review::{Progress, Tally};
use crate::ui::dom::channel::Channel;
use crate::ui::dom::clock;
use crate::ui::dom::saver::{Entry, Job, SaveState, Saver};
use crate::ui::dom::slices;
use crate::ui::dom::store::{self, Card, Fate, Library, StoreError};
use crate::ui::same::Same;
use crate::ui::state::{Bench, Command, Saving, Shelf};
use crate::ui::strings;

/// Records after which a snapshot is written anew when the article is opened.
const MANY: u32 = 100;

/// The library and what has been handed to it of the article in work.
#[derive(Debug, Default)]
pub struct Keeping {
    library: Option<Rc<Library>>,
    saver: Option<Saver>,
    /// Number of the next record.
    next: u32,
    /// A snapshot comes before the next record.
    waits: bool,
    /// Records that come after it.
    held: Vec<Job>,
    /// What was handed in before the library was open.
    waiting: Vec<Job>,
    /// The browser has none to open.
    refused: bool,
}

impl Outside {
    /// Opens the library and lists it.
    pub(super) fn open_library(&self) {
        let outside = self.clone();
        slices::begin(async move {
            match Library::open().await {
                Ok(library) => {
                    let library = Rc::new(library);
                    let channel = {
                        let outside = outside.clone();
                        Channel::open(move |id| outside.changed_elsewhere(&id))
                    };
                    let report = {
                        let outside = outside.clone();
                        move |state| outside.report(state)
                    };
                    let saver = Saver::new(Rc::clone(&library), channel, report);
                    let waiting = {
                        let mut keeping = outside.inner.keeping.borrow_mut();
                        keeping.library = Some(library);
                        keeping.saver = Some(saver.clone());
                        std::mem::take(&mut keeping.waiting)
                    };
                    for job in waiting {
                        saver.save(job);
                    }
                    outside.list();
                }
                Err(error) => {
                    let trouble = Some(error.to_string().into());
                    outside.act(Command::Shelf(Same::new(Shelf { cards: Vec::new(), trouble })));
                    let lost = {
                        let mut keeping = outside.inner.keeping.borrow_mut();
                        keeping.refused = true;
                        !std::mem::take(&mut keeping.waiting).is_empty()
                    };
                    if lost {
                        outside.act(Command::Saving(Saving::Failed(strings::top::NO_LIBRARY.into())));
                    }
                }
            }
        });
    }

    /// Reads what the library holds.
    pub(super) fn list(&self) {
        let outside = self.clone();
        slices::begin(async move {
            let Some(library) = outside.library() else { return };
            let listed = match library.cards().await {
                Ok(cards) => Shelf { cards, trouble: None },
                Err(error) => Shelf { cards: Vec::new(), trouble: Some(error.to_string().into()) },
            };
            outside.act(Command::Shelf(Same::new(listed)));
        });
    }

    pub(super) fn library(&self) -> Option<Rc<Library>> {
        self.inner.keeping.borrow().library.clone()
    }

    /// Keeps a new article, or a new snapshot of one whose next record has the number `next`.
    pub(super) async fn keep(&self, session: &Session, history: &History, next: u32) {
        let snapshot = slices::work(journal::snapshot_in_steps(session, history)).await;
        let progress = Progress::of(&session.annotations).all;
        self.hand_in(Job { card: card(session, progress), entry: Entry::Snapshot(snapshot, next) });
        // Meanwhile something may have been done to it, and another may have been opened.
        let held = std::mem::take(&mut self.inner.keeping.borrow_mut().held);
        let (its, others): (Vec<Job>, _) = held.into_iter().partition(|job| job.card.id == *session.id);
        self.inner.keeping.borrow_mut().held = others;
        for job in its {
            self.hand_in(job);
        }
        if self.bench().is_none_or(|bench| bench.session.id == session.id) {
            self.inner.keeping.borrow_mut().waits = false;
            self.save();
        }
        if next == 0 {
            store::ask_to_persist().await;
        }
    }

    /// The article has `next` records. Where it `waits` for a new snapshot, they are held until that is handed in.
    pub(super) fn goes_on_at(&self, next: u32, waits: bool) {
        let mut keeping = self.inner.keeping.borrow_mut();
        (keeping.next, keeping.waits) = (next, waits);
    }

    /// Whether so many records want a new snapshot.
    pub(super) const fn are_many(records: usize) -> bool {
        records > MANY as usize
    }

    /// Hands what the person has done since the last time to the library.
    pub fn save(&self) {
        let Some(bench) = self.bench() else { return };
        if self.state().saving == Saving::NotKept {
            return;
        }
        let Keeping { next, waits, .. } = *self.inner.keeping.borrow();
        for record in bench.outbox.iter().filter(|record| record.number >= next) {
            self.inner.keeping.borrow_mut().next = record.number + 1;
            let entry = Entry::Record(record.number, Rc::clone(&record.words));
            let job = Job { card: card(&bench.session, bench.view.progress.all), entry };
            if waits {
                self.inner.keeping.borrow_mut().held.push(job);
            } else {
                self.hand_in(job);
            }
        }
    }

    fn hand_in(&self, job: Job) {
        let saver = self.inner.keeping.borrow().saver.clone();
        if let Some(saver) = saver {
            saver.save(job);
        } else if self.inner.keeping.borrow().refused {
            self.act(Command::Saving(Saving::Failed(strings::top::NO_LIBRARY.into())));
        } else {
            self.inner.keeping.borrow_mut().waiting.push(job);
        }
    }

    pub(super) fn save_again(&self) {
        let saver = self.inner.keeping.borrow().saver.clone();
        if let Some(saver) = saver {
            saver.retry();
        }
    }

    fn report(&self, state: SaveState) {
        match state {
            SaveState::Saved => {
                let next = self.inner.keeping.borrow().next;
                self.act(Command::Saved(next));
                // The desk shows what has been kept since it was listed.
                if self.bench().is_none() {
                    self.list();
                }
            }
            SaveState::Saving => self.act(Command::Saving(Saving::Underway)),
            SaveState::Failed(error) => {
                self.act(Command::Saving(Saving::Failed(error.to_string().into())));
                if error == StoreError::Conflict
                    && let Some(bench) = self.bench()
                {
                    self.open_kept(bench.session.id.to_string());
                }
                self.tell(error.to_string());
            }
        }
    }

    /// Another window has saved to an article: if it is the one in work, it is shown as it is now.
    fn changed_elsewhere(&self, id: &str) {
        match self.bench() {
            Some(bench) if *bench.session.id == *id => self.follow(&bench),
            Some(_) => {}
            None => self.list(),
        }
    }

    /// Shows the article in work as the library has it.
    fn follow(&self, bench: &Bench) {
        let (outside, id) = (self.clone(), bench.session.id.to_string());
        slices::begin(async move {
            let Some(library) = outside.library() else { return };
            let Ok(Some(kept)) = library.load(&id).await else { return };
            if kept.next > outside.inner.keeping.borrow().next
                && let Ok(restored) = journal::restore(&kept.snapshot, &kept.records)
            {
                outside.goes_on_at(kept.next, false);
                outside.act(Command::Followed(Rc::new(restored.session), Rc::new(restored.history), kept.next));
            }
        });
    }

    pub(super) fn decide(&self, id: String, fate: Fate) {
        let outside = self.clone();
        slices::begin(async move {
            let Some(library) = outside.library() else { return };
            if let Err(error) = library.set_fate(&id, fate).await {
                outside.tell(error.to_string());
            }
            outside.list();
        });
    }
}

/// What the desk shows of `session`, whose marks are `progress`.
pub(super) fn card(session: &Session, progress: Tally) -> Card {
    Card {
        id: session.id.to_string(),
        title: session.facts.title.clone(),
        publisher: session.facts.publisher.clone(),
        published: session.facts.published.map(|published| published.to_string()),
        checked: progress.checked(),
        total: progress.total(),
        touched: clock::now().timestamp(),
        modified: session.modified.map(|modified| modified.timestamp()),
        deleted: false,
        since: 0,
    }
}
