//! From a paste, a file or the library to the workbench.

use std::rc::Rc;

use serde_json::Value;
use yew::AttrValue;

use super::Outside;
use super::library::Arrival;
use crate::annotation::{ArticleFacts, History, NewVersion, Session};
use crate::detect::{Findings, Progress, Run};
use crate::exchange::annotation_file::{self, Note, Opened};
use crate::exchange::journal;
use crate::text::html::{self, PageFacts};
use crate::text::{Document, Published, ReadingProgress, decode};
use crate::ui::dom::clock;
use crate::ui::dom::files::{self, File, OpenedFile};
use crate::ui::dom::slices::{self, Slices};
use crate::ui::state::{Command, Opening, Saving};
use crate::ui::strings;

/// What a text is opened as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum As {
    /// An article of its own.
    Article,
    /// A new version of the article in work.
    NewVersion,
}

/// Bytes of text between two looks at the clock.
const STEP: u32 = 8 * 1024;

impl Outside {
    /// Opens what was pasted: HTML keeps its paragraphs and loses what is no part of the article.
    pub(super) fn open_pasted(&self, html: &str, plain: String, as_what: As) {
        let reduced = (!html.trim().is_empty()).then(|| html::reduce(html));
        match reduced {
            Some(reduced) if !reduced.text.trim().is_empty() => self.open_reduced(reduced, as_what),
            _ => self.open_article(plain, None, None, as_what),
        }
    }

    fn open_reduced(&self, reduced: html::Reduced, as_what: As) {
        let told = strings::taken(reduced.taken, reduced.dropped);
        self.open_article(reduced.text, Some(reduced.facts), told, as_what);
    }

    pub(super) fn open_files(&self, files: Vec<File>, as_what: As) {
        let outside = self.clone();
        let Some(file) = files.into_iter().next() else { return };
        slices::begin(async move {
            match files::read(file).await {
                Ok(file) => outside.open_file(&file, as_what),
                Err(error) => outside.act(Command::Tell(error.to_string().into())),
            }
        });
    }

    fn open_file(&self, file: &OpenedFile, as_what: As) {
        let is_json = file.bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
        if !is_json {
            match decode::decode(&file.bytes) {
                Ok(decoded) if html::is_html(&decoded.text) => self.open_reduced(html::reduce(&decoded.text), as_what),
                Ok(decoded) => {
                    let told = (decoded.replaced > 0).then(|| strings::replaced(decoded.replaced));
                    self.open_article(decoded.text, None, told, as_what);
                }
                Err(error) => self.act(Command::Tell(strings::not_opened(&file.name, &error.to_string()).into())),
            }
            return;
        }
        if as_what == As::NewVersion {
            return self.act(Command::Tell(strings::compare::NOT_A_TEXT.into()));
        }
        let value = match serde_json::from_slice::<Value>(&file.bytes) {
            Ok(value) => value,
            Err(error) => return self.act(Command::Tell(strings::not_opened(&file.name, &error.to_string()).into())),
        };
        if Self::is_library(&value) {
            let outside = self.clone();
            slices::begin(async move { outside.take_in(&value).await });
            return;
        }
        match annotation_file::read_value(&value) {
            Ok(opened) => self.open_annotation_file(opened),
            Err(error) => self.act(Command::Tell(strings::not_opened(&file.name, &error.to_string()).into())),
        }
    }

    /// Opens an annotation file; where the library has the article already, the newer of the two.
    fn open_annotation_file(&self, opened: Opened) {
        let outside = self.clone();
        slices::begin(async move {
            let Opened { mut session, notes } = opened;
            if notes.contains(&Note::TextChanged) {
                // What nobody had touched is read in the text as it is now.
                let (document, turn) = (Rc::clone(&session.document), outside.begin_reading());
                let found = outside.find(&document, session.facts.published, turn, true).await;
                let Some(found) = found else { return };
                session = session.read_anew(found);
            }
            match outside.arrival(&session).await {
                Ok(Arrival::Kept) => {
                    outside.open_kept(session.id.to_string());
                    outside.act(Command::Tell(strings::desk::KEPT_IS_NEWER.into()));
                }
                Ok(Arrival::Newer(next)) => {
                    outside.keep(&session, &History::default(), next);
                    outside.opened(session, History::default(), Some(next));
                }
                Ok(Arrival::New) => outside.opened(session, History::default(), None),
                Err(error) => outside.act(Command::Tell(error.to_string().into())),
            }
            if let Some((first, more)) = notes.split_first() {
                outside.act(Command::Notes(in_words(&notes)));
                outside.act(Command::Tell(strings::file_note(&first.to_string(), more.len()).into()));
            }
        });
    }

    /// Opens plain text.
    pub(super) fn open_text(&self, text: String) {
        self.open_article(text, None, None, As::Article);
    }

    /// Reads a text, in slices, and opens it; `told` is what the person should know about it.
    fn open_article(&self, text: String, page: Option<PageFacts>, told: Option<String>, as_what: As) {
        if text.trim().is_empty() {
            self.act(Command::Tell(strings::desk::EMPTY.into()));
            return;
        }
        let (outside, turn) = (self.clone(), self.begin_reading());
        if as_what == As::NewVersion {
            return slices::begin(async move {
                outside.replace_text(text, turn).await;
                if let Some(told) = told {
                    outside.act(Command::Tell(told.into()));
                }
            });
        }
        slices::begin(async move {
            // Reading the text takes about as long as a third of the search for marks.
            let Some(document) = outside.read_document(text, turn).await else { return };
            let facts = facts_of(&document, page);
            let Some(findings) = outside.find(&document, facts.published, turn, true).await else { return };
            let mut session = Session::open(&clock::new_uuid(), document, facts, findings);
            session.created = Some(clock::now());
            outside.opened(session, History::default(), None);
            if let Some(told) = told {
                outside.act(Command::Tell(told.into()));
            }
        });
    }

    /// Reads a new version of the article in work, and puts it in the place of its text.
    async fn replace_text(&self, text: String, turn: u32) -> Option<()> {
        let session = Rc::clone(&self.bench()?.session);
        if **session.document.text() == *text {
            self.act(Command::Tell(strings::compare::SAME_TEXT.into()));
            return None;
        }
        let document = self.read_document(text, turn).await?;
        let document = Rc::new(session.as_new_version(Rc::unwrap_or_clone(document)));
        let findings = self.find(&document, session.facts.published, turn, true).await?;
        self.act(Command::Replace(NewVersion { document, findings: Rc::new(findings) }));
        Some(())
    }

    async fn read_document(&self, text: String, turn: u32) -> Option<Rc<Document>> {
        let mut slices = Slices::begin();
        let mut reading = Document::reading(text);
        while let ReadingProgress::Working { done, total } = reading.step(STEP) {
            if slices.breathe().await {
                self.tell_progress(done, total * 4, turn)?;
            }
        }
        Some(Rc::new(reading.finish()))
    }

    /// Runs all detectors. Nothing where another article was begun meanwhile.
    async fn find(
        &self,
        document: &Rc<Document>,
        published: Option<Published>,
        turn: u32,
        shown: bool,
    ) -> Option<Findings> {
        let mut slices = Slices::begin();
        let mut run = Run::new(document, published);
        while let Progress::Working { done, total } = run.step(STEP) {
            if slices.breathe().await {
                if shown {
                    self.tell_progress(u64::from(total) + 3 * u64::from(done), 4 * u64::from(total), turn)?;
                } else if !self.is_reading(turn) {
                    return None;
                }
            }
        }
        Some(run.finish())
    }

    fn tell_progress(&self, done: u64, total: u64, turn: u32) -> Option<()> {
        if !self.is_reading(turn) {
            return None;
        }
        let of_thousand = u32::try_from(done * 1000 / total.max(1)).unwrap_or(1000);
        self.act(Command::Opening(Some(Opening { done: of_thousand, total: 1000 })));
        Some(())
    }

    /// Shows the session; `next` is the number of its next record where it comes from the library and has few.
    fn opened(&self, session: Session, history: History, next: Option<u32>) {
        let kept = next.is_some() || self.state().likes.keep;
        let unread = *session.findings == Findings::default();
        let (document, published) = (Rc::clone(&session.document), session.facts.published);
        let saving = match next {
            Some(_) => Saving::Saved,
            None if kept => Saving::Underway,
            None => Saving::NotKept,
        };
        let (session, history) = (Rc::new(session), Rc::new(history));
        self.act(Command::Opened(Rc::clone(&session), Rc::clone(&history), saving, next.unwrap_or(0)));
        match next {
            Some(next) => self.goes_on_at(next),
            None if kept => self.keep(&session, &history, 0),
            None => {}
        }
        if unread {
            // A file holds no candidates for claims: they are found again, while the person works.
            let (outside, turn) = (self.clone(), self.begin_reading());
            slices::begin(async move {
                if let Some(findings) = outside.find(&document, published, turn, false).await {
                    outside.act(Command::Found(Rc::new(findings)));
                }
            });
        }
    }

    pub(super) fn open_kept(&self, id: String) {
        let outside = self.clone();
        slices::begin(async move {
            let Some(library) = outside.library() else { return };
            let kept = match library.load(&id).await {
                Ok(Some(kept)) => kept,
                Ok(None) => return outside.list(),
                Err(error) => return outside.act(Command::Tell(error.to_string().into())),
            };
            match journal::restore(&kept.snapshot, &kept.records) {
                Ok(restored) => {
                    if Self::are_many(kept.records.len()) {
                        outside.keep(&restored.session, &restored.history, kept.next);
                    }
                    let stopped = restored.stopped.map(|(_, error)| error.to_string());
                    outside.opened(restored.session, restored.history, Some(kept.next));
                    if let Some(error) = stopped {
                        outside.act(Command::Tell(strings::not_all(&error).into()));
                    }
                }
                Err(error) => outside.act(Command::Tell(error.to_string().into())),
            }
        });
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

/// What is not shown by the marks themselves.
pub(super) fn in_words(notes: &[Note]) -> Vec<AttrValue> {
    let others = notes.iter().filter(|note| !matches!(note, Note::Moved { .. } | Note::Lost { .. }));
    others.map(|note| note.to_string().into()).collect()
}

/// What is known about an article: what its own text says, and what the page it comes from says where the text is silent.
fn facts_of(document: &Document, page: Option<PageFacts>) -> ArticleFacts {
    let own = ArticleFacts::of(document);
    let Some(page) = page else { return own };
    ArticleFacts {
        title: if own.title.is_empty() { page.publication.title.unwrap_or_default() } else { own.title },
        published: own.published.or(page.publication.published),
        url: page.url.or(own.url),
        publisher: page.publisher.or(own.publisher),
        authors: if page.authors.is_empty() { own.authors } else { page.authors },
        language: page.language.unwrap_or(own.language),
    }
}
