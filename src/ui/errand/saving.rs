//! Every action into the library, in order.

use std::rc::Rc;

use super::Outside;
use crate::annotation::Session;
use crate::ui::dom::slices;
use crate::ui::dom::store::Library;
use crate::ui::state::{Command, Shelf};

impl Outside {
    /// Opens the library and lists it.
    pub(super) fn open_library(&self) {
        let outside = self.clone();
        slices::begin(async move {
            match Library::open().await {
                Ok(library) => {
                    *outside.inner.library.borrow_mut() = Some(Rc::new(library));
                    outside.list();
                }
                Err(error) => {
                    let trouble = Some(error.to_string().into());
                    outside.act(Command::Shelf(Shelf { cards: Vec::new(), trouble }));
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
            outside.act(Command::Shelf(listed));
        });
    }

    pub(super) fn library(&self) -> Option<Rc<Library>> {
        self.inner.library.borrow().clone()
    }

    pub(super) fn keep_new(&self, _session: &Session, _keep: bool) {}

    pub(super) fn save(&self) {}

    pub(super) fn set_deleted(&self, id: String, deleted: bool) {
        let outside = self.clone();
        slices::begin(async move {
            let Some(library) = outside.library() else { return };
            if let Err(error) = library.set_deleted(&id, deleted).await {
                outside.act(Command::Tell(error.to_string().into()));
            }
            outside.list();
        });
    }

    pub(super) fn erase(&self, id: String) {
        let outside = self.clone();
        slices::begin(async move {
            let Some(library) = outside.library() else { return };
            if let Err(error) = library.erase(&id).await {
                outside.act(Command::Tell(error.to_string().into()));
            }
            outside.list();
        });
    }
}
