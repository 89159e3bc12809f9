//! The annotation file out of the browser.

use yew::AttrValue;

use super::Outside;
use crate::annotation::{Incoming, Session};
use crate::exchange::{Exported, annotation_file, file_name, import};
use crate::ui::dom::files::{self, File, OpenedFile};
use crate::ui::dom::slices;
use crate::ui::state::{Command, Dialog};
use crate::ui::strings;

impl Outside {
    /// Downloads the annotation file; asks for a name once.
    pub(super) fn download(&self) {
        let state = self.state();
        let Some(bench) = &state.bench else { return };
        if state.likes.name.is_none() {
            self.act(Command::Dialog(Some(Dialog::Name)));
            return;
        }
        self.hand_out(&bench.session, state.likes.name.as_deref());
    }

    /// Remembers the name, which may be empty, and downloads.
    pub(super) fn named(&self, name: &str) {
        if let Some(bench) = self.bench() {
            self.hand_out(&bench.session, Some(name));
        }
        self.like(&|likes| likes.name = Some(name.to_owned().into()));
    }

    fn hand_out(&self, session: &Session, name: Option<&str>) {
        let session = &self.signed(session, name);
        let mut bytes = Vec::new();
        let written = annotation_file::write_pretty(session, &mut bytes)
            .map_err(|error| error.to_string())
            .and_then(|()| String::from_utf8(bytes).map_err(|error| error.to_string()))
            .and_then(|json| files::download(&file_name(&session.facts, "factmark.json"), "application/json", &json));
        if let Err(error) = written {
            self.tell(strings::not_downloaded(&error));
        }
    }

    /// Downloads a file of another format.
    pub(super) fn hand_out_file(&self, file: &Exported) {
        if let Err(error) = files::download(&file.name, file.media_type, &file.content) {
            self.tell(strings::not_downloaded(&error));
        }
    }

    /// Copies to the clipboard.
    pub(super) fn copy(&self, words: String) {
        let outside = self.clone();
        slices::begin(async move {
            let told = match files::copy(&words).await {
                Ok(()) => strings::formats::COPIED.to_owned(),
                Err(error) => strings::not_copied(&error),
            };
            outside.tell(told);
        });
    }

    /// Takes the marks of a file into the article in work, as one action.
    pub(super) fn take_in_marks(&self, files: &[File]) {
        let take_in = |outside: &Self, file: OpenedFile| {
            let Some(bench) = outside.bench() else { return };
            match import(&file.bytes, &bench.session) {
                Ok(imported) => {
                    outside.act(Command::Dialog(None));
                    let who = outside.whose(&imported.incoming);
                    let notes = super::opening::in_words(&imported.notes);
                    outside.act(Command::Compare(imported.incoming, who, notes));
                }
                Err(error) => outside.tell(strings::not_opened(&file.name, &error.to_string())),
            }
        };
        self.read(files, Box::new(take_in));
    }

    /// The others who worked on what comes in, by name.
    fn whose(&self, incoming: &Incoming) -> AttrValue {
        let others = incoming.reviewers.iter().filter(|other| other.id != self.inner.reviewer);
        let names: Vec<&str> = others.map(|other| other.name.as_str()).filter(|name| !name.is_empty()).collect();
        if names.is_empty() { strings::compare::THE_OTHER.into() } else { names.join(", ").into() }
    }

    /// The session with the person's name, where they gave one and have decided something.
    fn signed(&self, session: &Session, name: Option<&str>) -> Session {
        let Some(name) = name.filter(|name| !name.is_empty()) else { return session.clone() };
        let mut session = session.clone();
        for reviewer in session.reviewers.iter_mut().filter(|reviewer| reviewer.id == self.inner.reviewer) {
            name.clone_into(&mut reviewer.name);
        }
        session
    }

    /// Downloads an article from the library.
    pub(super) fn download_kept(&self, id: String) {
        let outside = self.clone();
        slices::begin(async move {
            if let Some((_, restored)) = outside.kept(&id).await {
                outside.hand_out(&restored.session, outside.state().likes.name.as_deref());
            }
        });
    }
}
