//! The annotation file out of the browser.

use super::Outside;
use crate::annotation::Session;
use crate::exchange::{annotation_file, journal};
use crate::ui::dom::{files, slices};
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
        self.hand_out(&bench.session);
    }

    /// Remembers the name, which may be empty, and downloads.
    pub(super) fn named(&self, name: String) {
        self.like(|likes| likes.name = Some(name.into()));
        if let Some(bench) = self.bench() {
            self.hand_out(&bench.session);
        }
    }

    fn hand_out(&self, session: &Session) {
        let session = &self.signed(session);
        let mut bytes = Vec::new();
        let written = annotation_file::write_pretty(session, &mut bytes)
            .map_err(|error| error.to_string())
            .and_then(|()| String::from_utf8(bytes).map_err(|error| error.to_string()))
            .and_then(|json| files::download(&file_name(session), "application/json", &json));
        if let Err(error) = written {
            self.act(Command::Tell(strings::not_downloaded(&error).into()));
        }
    }

    /// The session with the person's name, where they gave one and have decided something.
    fn signed(&self, session: &Session) -> Session {
        let Some(name) = self.state().likes.name.clone().filter(|name| !name.is_empty()) else {
            return session.clone();
        };
        let mut session = session.clone();
        for reviewer in session.reviewers.iter_mut().filter(|reviewer| reviewer.id == self.inner.reviewer) {
            reviewer.name = name.to_string();
        }
        session
    }

    /// Downloads an article from the library.
    pub(super) fn download_kept(&self, id: String) {
        let outside = self.clone();
        slices::begin(async move {
            let Some(library) = outside.library() else { return };
            match library.load(&id).await {
                Ok(Some(kept)) => match journal::restore(&kept.snapshot, &kept.records) {
                    Ok(restored) => outside.hand_out(&restored.session),
                    Err(error) => outside.act(Command::Tell(error.to_string().into())),
                },
                Ok(None) => outside.list(),
                Err(error) => outside.act(Command::Tell(error.to_string().into())),
            }
        });
    }
}

/// `2018-08-04-title-of-the-article.factmark.json`
fn file_name(session: &Session) -> String {
    let mut name = session.facts.published.map(|published| published.day().to_string()).unwrap_or_default();
    for word in session.facts.title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(8) {
        if !name.is_empty() {
            name.push('-');
        }
        name.extend(word.chars().flat_map(char::to_lowercase));
    }
    if name.is_empty() {
        name.push_str("article");
    }
    format!("{name}.factmark.json")
}
