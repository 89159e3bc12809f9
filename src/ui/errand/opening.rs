//! From a paste, a file or the library to the workbench.

use std::rc::Rc;

use super::Outside;
use crate::annotation::{ArticleFacts, History, Session};
use crate::detect::{Progress, Run};
use crate::text::Document;
use crate::ui::dom::files::{self, File};
use crate::ui::dom::{clock, slices};
use crate::ui::state::{Command, Opening, Saving};
use crate::ui::strings;

/// Bytes of text between two looks at the clock.
const STEP: u32 = 8 * 1024;

impl Outside {
    pub(super) fn open_pasted(&self, html: String, plain: String) {
        let _ = html;
        self.open_text(plain);
    }

    pub(super) fn open_files(&self, files: Vec<File>) {
        let outside = self.clone();
        let Some(file) = files.into_iter().next() else { return };
        slices::begin(async move {
            match files::read(file).await {
                Ok(file) => outside.open_text(String::from_utf8_lossy(&file.bytes).into_owned()),
                Err(error) => outside.act(Command::Tell(error.to_string().into())),
            }
        });
    }

    /// Reads a new article, in slices, and opens it.
    pub(super) fn open_text(&self, text: String) {
        if text.trim().is_empty() {
            self.act(Command::Tell(strings::desk::EMPTY.into()));
            return;
        }
        let (outside, turn) = (self.clone(), self.begin_reading());
        slices::begin(async move {
            let total = u32::try_from(text.len()).unwrap_or(u32::MAX);
            outside.act(Command::Opening(Some(Opening { done: 0, total })));
            slices::wait(0).await;
            let document = Rc::new(Document::new(text));
            let facts = ArticleFacts::of(&document);
            let mut slices = slices::Slices::begin();
            let mut run = Run::new(&document, facts.published);
            while let Progress::Working { done, total } = run.step(STEP) {
                if slices.breathe().await {
                    if !outside.is_reading(turn) {
                        return;
                    }
                    outside.act(Command::Opening(Some(Opening { done, total })));
                }
            }
            let findings = run.finish();
            let session = Session::open(&clock::new_uuid(), Rc::clone(&document), facts, findings);
            outside.opened(session);
        });
    }

    fn opened(&self, session: Session) {
        let saving = if self.state().likes.keep { Saving::Saved } else { Saving::NotKept };
        self.keep_new(&session, saving == Saving::Saved);
        self.act(Command::Opened(Rc::new(session), Rc::new(History::default()), saving));
    }

    pub(super) fn open_kept(&self, id: String) {
        let _ = id;
    }

    pub(super) fn cancel(&self) {
        self.begin_reading();
        self.act(Command::Opening(None));
    }

    fn begin_reading(&self) -> u32 {
        let turn = self.inner.reading.get() + 1;
        self.inner.reading.set(turn);
        turn
    }

    fn is_reading(&self, turn: u32) -> bool {
        self.inner.reading.get() == turn
    }
}
