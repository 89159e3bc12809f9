//! Saves one after the other, in the order of the actions, and says how it goes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::channel::Channel;
use super::store::{Card, Library, StoreError};

/// Something to save.
#[derive(Debug)]
pub struct Job {
    /// The article as it is then.
    pub card: Card,
    /// What is written.
    pub entry: Entry,
}

/// What is written of an article.
#[derive(Debug)]
pub enum Entry {
    /// All of it anew: the snapshot, in pieces, holds every record before this number.
    Snapshot(Vec<String>, u32),
    /// One action: the number of its record, and the record.
    Record(u32, Rc<str>),
}

/// How saving goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Everything is safe on this device.
    Saved,
    /// Something is under way.
    Saving,
    /// The last save failed and waits; [`Saver::retry`] tries again. After [`StoreError::Conflict`] what was waiting is
    /// given up: the article must be loaded again, and the last actions repeated on it.
    Failed(StoreError),
}

/// The queue of saves.
#[derive(Clone)]
pub struct Saver {
    inner: Rc<Inner>,
}

struct Inner {
    library: Rc<Library>,
    channel: Channel,
    waiting: RefCell<Vec<Rc<Job>>>,
    working: Cell<bool>,
    report: Box<dyn Fn(SaveState)>,
}

impl Saver {
    /// Saves into `library`, tells the other windows through `channel`, and tells `report` how it goes.
    #[must_use]
    pub fn new(library: Rc<Library>, channel: Channel, report: impl Fn(SaveState) + 'static) -> Self {
        Self {
            inner: Rc::new(Inner {
                library,
                channel,
                waiting: RefCell::default(),
                working: Cell::new(false),
                report: Box::new(report),
            }),
        }
    }

    /// Saves `job` after all that came before it.
    pub fn save(&self, job: Job) {
        self.inner.waiting.borrow_mut().push(Rc::new(job));
        self.retry();
    }

    /// Goes on with what is waiting.
    pub fn retry(&self) {
        if !self.inner.working.replace(true) {
            let inner = Rc::clone(&self.inner);
            wasm_bindgen_futures::spawn_local(async move { inner.work().await });
        }
    }
}

impl Inner {
    async fn work(&self) {
        (self.report)(SaveState::Saving);
        let outcome = loop {
            let Some(job) = self.waiting.borrow().first().cloned() else { break SaveState::Saved };
            let done = match &job.entry {
                Entry::Snapshot(pieces, next) => self.library.put(&job.card, pieces, *next).await,
                Entry::Record(number, record) => self.library.append(&job.card, *number, record).await,
            };
            match done {
                Ok(()) => {
                    self.waiting.borrow_mut().remove(0);
                    self.channel.tell(&job.card.id);
                }
                Err(error) => {
                    if error == StoreError::Conflict {
                        self.waiting.borrow_mut().clear();
                    }
                    break SaveState::Failed(error);
                }
            }
        };
        self.working.set(false);
        (self.report)(outcome);
    }
}

impl std::fmt::Debug for Saver {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Saver")
    }
}
