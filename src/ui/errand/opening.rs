//! From a paste, a file or the library to the workbench.

use std::rc::Rc;

use serde_json::Value;
use yew::AttrValue;

use super::Outside;
use super::library::Arrival;
use crate::annotation::{ArticleFacts, HEADLINES, History, NewVersion, Session, Settings};
use crate::detect::{Findings, Progress, Run};
use crate::exchange::annotation_file::{self, Note, Opened};
use crate::exchange::parse_any;
use crate::review::leads::leads_in_steps;
use crate::text::html::{self, PageFacts};
use crate::text::{Document, Published, ReadingProgress, decode, time};
use crate::ui::dom::clock;
use crate::ui::dom::files::{File, OpenedFile};
use crate::ui::dom::slices::{self, Slices};
use crate::ui::same::Same;
use crate::ui::state::{Bench, Command, Opening, Saving};
use crate::ui::strings;

/// What a text is opened as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum As {
    /// An article of its own.
    Article,
    /// A new version of the article in work.
    NewVersion,
}

/// Bytes of text between two looks at the clock.
const STEP: u32 = 8 * 1024;

/// Milliseconds after which a browser has painted what was put into the page.
const PAINTED: i32 = 40;

/// Milliseconds without a change after which the person is at rest.
const REST: f64 = 500.0;

/// How an article that is opened is kept, with the number of its next record.
#[derive(Clone, Copy)]
enum Kept {
    /// Not yet.
    Never,
    /// In full.
    Whole(u32),
    /// It wants a new snapshot.
    Again(u32),
}

impl Outside {
    /// Opens what was pasted: HTML keeps its paragraphs and loses what is no part of the article.
    pub(super) fn open_pasted(&self, html: &str, plain: &str, as_what: As) {
        let reduced = (!html.trim().is_empty()).then(|| html::reduce(html));
        match reduced {
            Some(reduced) if !reduced.text.trim().is_empty() => self.open_reduced(reduced, as_what),
            _ => self.open_article(plain.to_owned(), None, None, as_what),
        }
    }

    fn open_reduced(&self, reduced: html::Reduced, as_what: As) {
        let told = strings::taken(reduced.taken, reduced.dropped);
        self.open_article(reduced.text, Some(reduced.facts), told, as_what);
    }

    pub(super) fn open_files(&self, files: &[File], as_what: As) {
        self.read(files, Box::new(move |outside: &Self, file| outside.open_file(file, as_what)));
    }

    fn open_file(&self, file: OpenedFile, as_what: As) {
        let is_json = file.bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
        if !is_json {
            match decode::decode(&file.bytes) {
                Ok(decoded) if html::is_html(&decoded.text) => self.open_reduced(html::reduce(&decoded.text), as_what),
                Ok(decoded) => {
                    let told = (decoded.replaced > 0).then(|| strings::replaced(decoded.replaced));
                    self.open_article(decoded.text, None, told, as_what);
                }
                Err(error) => self.tell(strings::not_opened(&file.name, &error.to_string())),
            }
            return;
        }
        if as_what == As::NewVersion {
            return self.tell(strings::compare::NOT_A_TEXT);
        }
        let value = match parse_any(&file.bytes) {
            Ok(value) => value,
            Err(error) => return self.tell(strings::not_opened(&file.name, &error.to_string())),
        };
        if Self::is_library(&value) {
            let outside = self.clone();
            slices::begin(async move { outside.take_in(&value).await });
            return;
        }
        self.open_annotation_file(value, file.name);
    }

    /// Opens an annotation file; where the library has the article already, the newer of the two.
    fn open_annotation_file(&self, value: Value, name: String) {
        let outside = self.clone();
        slices::begin(async move {
            // Its marks need not be read where the library has it as new already.
            let words = |key: &str| value.get(key).and_then(Value::as_str);
            if let Some(id) = words("id")
                && let Ok(true) = outside.holds(id, words("modified").and_then(time::read).map(|at| at.to_utc())).await
            {
                outside.open_kept(id.to_owned());
                outside.tell(strings::desk::KEPT_IS_NEWER);
                return;
            }
            let Opened { mut session, notes } = match annotation_file::read_value(&value) {
                Ok(opened) => opened,
                Err(error) => {
                    return outside.tell(strings::not_opened(&name, &error.to_string()));
                }
            };
            if notes.contains(&Note::TextChanged) {
                // What nobody had touched is read in the text as it is now.
                let (document, turn) = (Rc::clone(&session.document), outside.begin_reading());
                let found = outside.find(&document, session.facts.published, turn, true).await;
                let Some(found) = found else { return };
                session = session.read_anew(found);
            }
            match outside.arrival(session).await {
                Ok(None) => outside.tell(strings::desk::KEPT_IS_NEWER),
                Ok(Some(Arrival { session, history, next })) => {
                    outside.opened(session, history, next.map_or(Kept::Never, Kept::Again)).await;
                    if next.is_some() {
                        outside.tell(strings::desk::FILE_IS_NEWER);
                    }
                }
                Err(error) => outside.tell(error.to_string()),
            }
            if let Some((first, more)) = notes.split_first() {
                outside.act(Command::Notes(in_words(&notes)));
                outside.tell(strings::file_note(&first.to_string(), more.len()));
            }
        });
    }

    /// Reads a text, in slices, and opens it; `told` is what the person should know about it.
    pub(super) fn open_article(&self, text: String, page: Option<PageFacts>, told: Option<String>, as_what: As) {
        if text.trim().is_empty() {
            self.tell(strings::desk::EMPTY);
            return;
        }
        let (outside, turn) = (self.clone(), self.begin_reading());
        slices::begin(async move {
            let done = match as_what {
                As::Article => outside.read_article(text, page, turn).await,
                As::NewVersion => outside.replace_text(text, turn).await.or(Some(())),
            };
            if let (Some(()), Some(told)) = (done, told) {
                outside.tell(told);
            }
        });
    }

    /// Reads a text and opens it as an article of its own; nothing where another was begun meanwhile.
    async fn read_article(&self, text: String, page: Option<PageFacts>, turn: u32) -> Option<()> {
        // Reading the text takes about as long as a third of the search for marks.
        let document = Rc::new(self.read_document(text, turn).await?);
        slices::wait(0).await;
        let facts = page.map_or_else(|| ArticleFacts::of(&document), |page| ArticleFacts::of_page(&document, &page));
        let findings = self.find(&document, facts.published, turn, true).await?;
        slices::wait(0).await;
        let likes = self.state().likes.clone();
        let settings = Settings { claim_share: likes.claim_share, ..Settings::default() };
        let settings = settings.with(HEADLINES, likes.headlines);
        let asking = leads_in_steps(&document, facts.published, &findings);
        let leads = slices::work(asking).await;
        let id = clock::new_uuid();
        let opening = Session::open_in_steps(&id, document, facts, findings, leads, settings);
        let mut session = slices::work(opening).await;
        session.created = Some(clock::now());
        if !self.is_reading(turn) {
            return None;
        }
        self.opened(session, History::default(), Kept::Never).await;
        Some(())
    }

    /// Reads a new version of the article in work, and puts it in the place of its text.
    async fn replace_text(&self, text: String, turn: u32) -> Option<()> {
        let session = Rc::clone(&self.bench()?.session);
        if **session.document.text() == *text {
            self.tell(strings::compare::SAME_TEXT);
            return None;
        }
        let document = self.read_document(text, turn).await?;
        let document = Rc::new(session.as_new_version(document));
        let findings = self.find(&document, session.facts.published, turn, true).await?;
        self.act(Command::Replace(NewVersion { document, findings: Rc::new(findings) }));
        Some(())
    }

    async fn read_document(&self, text: String, turn: u32) -> Option<Document> {
        let mut slices = Slices::begin();
        let mut reading = Document::reading(text);
        while let ReadingProgress::Working { done, total } = reading.step(STEP) {
            if slices.breathe().await {
                self.tell_progress(done, total * 4, turn)?;
            }
        }
        Some(reading.finish())
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
                } else {
                    self.wait_for_rest(turn).await?;
                }
            }
        }
        Some(run.finish())
    }

    /// While the person works, what can wait does.
    async fn wait_for_rest(&self, turn: u32) -> Option<()> {
        while clock::milliseconds() - self.inner.changed.get() < REST {
            slices::wait(100).await;
        }
        self.is_reading(turn).then_some(())
    }

    fn tell_progress(&self, done: u64, total: u64, turn: u32) -> Option<()> {
        if !self.is_reading(turn) {
            return None;
        }
        let of_thousand = u32::try_from(done * 1000 / total.max(1)).unwrap_or(1000);
        self.act(Command::Opening(Some(Opening { done: of_thousand, total: 1000 })));
        Some(())
    }

    /// Shows the session, then keeps it as it is needed.
    async fn opened(&self, session: Session, history: History, kept: Kept) {
        let unread = *session.findings == Findings::default();
        let (saving, next) = match kept {
            Kept::Whole(next) => (Saving::Saved, next),
            Kept::Again(next) => (Saving::Underway, next),
            Kept::Never if self.state().likes.keep => (Saving::Underway, 0),
            Kept::Never => (Saving::NotKept, 0),
        };
        let (session, history, turn) = (Rc::new(session), Rc::new(history), self.inner.reading.get());
        let bench = slices::work(Bench::of(Rc::clone(&session), Rc::clone(&history), next)).await;
        if !self.is_reading(turn) {
            return;
        }
        self.goes_on_at(next, saving == Saving::Underway);
        self.act(Command::Opened(Same::new(bench), saving.clone()));
        let (outside, turn) = (self.clone(), self.begin_reading());
        slices::begin(async move {
            // The article is to be seen first.
            slices::wait(PAINTED).await;
            if saving == Saving::Underway {
                outside.keep(&session, &history, next).await;
            }
            if unread {
                // A file holds no candidates for claims: they are found again, while the person works.
                slices::wait(PAINTED).await;
                let (document, published) = (&session.document, session.facts.published);
                if let Some(findings) = outside.find(document, published, turn, false).await {
                    outside.act(Command::Found(Rc::new(findings)));
                }
            }
        });
    }

    pub(super) fn open_kept(&self, id: String) {
        let outside = self.clone();
        slices::begin(async move {
            let Some((kept, restored)) = outside.kept(&id).await else { return };
            let many = Self::are_many(kept.records.len());
            let kept = if many { Kept::Again(kept.next) } else { Kept::Whole(kept.next) };
            let stopped = restored.stopped.map(|(_, error)| error.to_string());
            outside.opened(restored.session, restored.history, kept).await;
            if let Some(error) = stopped {
                outside.tell(strings::not_all(&error));
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
pub(super) fn in_words(notes: &[Note]) -> Same<Vec<AttrValue>> {
    let others = notes.iter().filter(|note| !matches!(note, Note::Moved { .. } | Note::Lost { .. }));
    Same::new(others.map(|note| note.to_string().into()).collect())
}
