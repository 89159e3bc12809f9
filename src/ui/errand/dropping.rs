//! What is dropped on the page: opened on the desk; beside an article in work the person is asked first.

use super::Outside;
use super::opening::As;
use crate::ui::dom::files::File;
use crate::ui::state::{Command, Dialog};

/// What was dropped.
#[derive(Clone, Debug)]
pub enum Dropped {
    /// Files.
    Files(Vec<File>),
    /// Words; either may be empty.
    Words {
        /// As HTML.
        html: String,
        /// As plain text.
        plain: String,
    },
}

impl Outside {
    pub(super) fn take_drop(&self, dropped: Dropped) {
        let is_file = matches!(dropped, Dropped::Files(_));
        *self.inner.dropped.borrow_mut() = Some(dropped);
        if self.bench().is_some() {
            self.act(Command::Dialog(Some(Dialog::Dropped { is_file })));
        } else {
            self.open_dropped(As::Article);
        }
    }

    pub(super) fn open_dropped(&self, as_what: As) {
        self.act(Command::Dialog(None));
        match self.inner.dropped.take() {
            Some(Dropped::Files(files)) => self.open_files(&files, as_what),
            Some(Dropped::Words { html, plain }) => self.open_pasted(&html, &plain, as_what),
            None => {}
        }
    }

    pub(super) fn take_in_dropped(&self) {
        self.act(Command::Dialog(None));
        if let Some(Dropped::Files(files)) = self.inner.dropped.take() {
            self.take_in_marks(&files);
        }
    }
}
