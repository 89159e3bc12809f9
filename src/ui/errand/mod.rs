//! What happens outside of the state: files, the library, the clipboard, the selection, what the page remembers.

mod downloading;
mod dropping;
mod library;
mod likes;
mod opening;
mod saving;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use super::dom::files::{File, OpenedFile};
use super::dom::store::Fate;
use super::dom::{clock, field, files, offline, place, selection, slices, view};
use super::state::{Bench, Command, Mode, Saving, State};
use super::strings;
use crate::annotation::{Kind, ReviewerId};
use crate::exchange::Exported;

pub use dropping::Dropped;
pub use likes::{remembered, reviewer};
pub use opening::As;

/// Something to be done outside.
#[derive(Debug)]
pub enum Errand {
    /// Open what was pasted.
    Paste {
        /// As HTML; may be empty.
        html: String,
        /// As plain text; may be empty.
        plain: String,
        /// As what.
        as_what: As,
    },
    /// Open a file.
    Files(Vec<File>, As),
    /// Open the example.
    Example,
    /// Open a kept article.
    Open(String),
    /// Delete a kept article, take it back, or erase it.
    Decide(String, Fate),
    /// Download a kept article.
    DownloadKept(String),
    /// Download all kept articles in one file.
    DownloadLibrary,
    /// Download this file.
    HandOut(Exported),
    /// Copy this.
    Copy(String),
    /// Take the marks of a file into the article in work.
    TakeIn(Vec<File>),
    /// Stop reading the article.
    Cancel,
    /// Back to the desk.
    Home,
    /// Download the annotation file.
    Download,
    /// The name for the file, then download.
    Name(String),
    /// Light or dark.
    Theme,
    /// Single-letter keys on or off.
    LetterKeys(bool),
    /// Moving on after a verdict on or off.
    MoveOn(bool),
    /// Keeping new articles on or off.
    Keep(bool),
    /// More or fewer claims, in this article and in new ones.
    Share(u8),
    /// Claims in headlines and captions, in this article and in new ones.
    Headlines(bool),
    /// Something was dropped on the page.
    Drop(Dropped),
    /// Open what was dropped.
    OpenDropped(As),
    /// Take the marks of what was dropped into the article in work.
    TakeInDropped,
    /// Between card and text.
    Swap,
    /// To the search field.
    Search,
    /// Out of a text field.
    LeaveField,
    /// Other words are selected, or none.
    Selected,
    /// Mark what is selected.
    Mark(Kind),
    /// Mark the sentence at hand.
    Sentence,
    /// Put the mark that is looked at on what is selected.
    PlaceHere,
    /// The caret in the article on or off.
    Caret,
    /// Move the caret.
    MoveCaret {
        /// The selection grows.
        extend: bool,
        /// Towards the end of the text.
        forward: bool,
        /// How far, as `Selection.modify` has it.
        by: &'static str,
    },
    /// Try to save again.
    SaveAgain,
    /// Take the newer version of the page into use.
    NewVersion,
}

/// What is done with a file that was read.
type GoOn = Box<dyn FnOnce(&Outside, OpenedFile)>;

/// The world outside, as the page sees it.
#[derive(Clone)]
pub struct Outside {
    inner: Rc<Inner>,
}

struct Inner {
    act: Callback<Rc<Command>>,
    /// The person's id in the files.
    reviewer: ReviewerId,
    state: RefCell<Rc<State>>,
    keeping: RefCell<saving::Keeping>,
    /// What was dropped beside the article in work.
    dropped: RefCell<Option<Dropped>>,
    /// Counts the articles that were begun to be read: an older one stops.
    reading: Cell<u32>,
    /// When the state changed last, in milliseconds.
    changed: Cell<f64>,
}

impl Outside {
    /// The world outside of `state`, which talks back through `act`.
    pub fn new(act: Callback<Rc<Command>>, reviewer: ReviewerId, state: Rc<State>) -> Self {
        let outside = Self {
            inner: Rc::new(Inner {
                act,
                reviewer,
                state: RefCell::new(state),
                keeping: RefCell::default(),
                dropped: RefCell::default(),
                reading: Cell::default(),
                changed: Cell::default(),
            }),
        };
        outside.open_library();
        outside.keep_files();
        outside
    }

    /// The state has changed.
    pub fn see(&self, state: &Rc<State>) {
        *self.inner.state.borrow_mut() = Rc::clone(state);
        self.inner.changed.set(clock::milliseconds());
    }

    /// Keeps the page's own files for work without a network, and says when there is a newer version of them.
    fn keep_files(&self) {
        let outside = self.clone();
        slices::begin(offline::keep_files(move || outside.act(Command::NewVersion)));
    }

    /// Takes the newer version of the page into use once everything is saved; what is not kept on this device, a new page
    /// would not have.
    fn use_new_version(&self) {
        let outside = self.clone();
        slices::begin(async move {
            while outside.bench().is_some() && outside.state().saving == Saving::Underway {
                slices::wait(50).await;
            }
            if outside.bench().is_some() && outside.state().saving != Saving::Saved {
                return outside.tell(strings::DOWNLOAD_FIRST);
            }
            offline::use_new_version().await;
        });
    }

    /// Reads the first of `files` and goes on with it.
    fn read(&self, files: &[File], go_on: GoOn) {
        let outside = self.clone();
        let Some(file) = files.first().cloned() else { return };
        slices::begin(async move {
            match files::read(file).await {
                Ok(file) => {
                    slices::wait(0).await;
                    go_on(&outside, file);
                }
                Err(error) => outside.tell(error.to_string()),
            }
        });
    }

    /// Asks for `command`.
    pub fn act(&self, command: impl Into<Rc<Command>>) {
        self.inner.act.emit(command.into());
    }

    /// Says and shows `words`.
    fn tell(&self, words: impl Into<AttrValue>) {
        self.act(Command::Tell(words.into()));
    }

    /// The page as it is now.
    pub fn state(&self) -> Rc<State> {
        Rc::clone(&self.inner.state.borrow())
    }

    fn bench(&self) -> Option<super::same::Same<Bench>> {
        self.inner.state.borrow().bench.clone()
    }

    /// Does `errand`.
    pub fn run(&self, errand: &Errand) {
        match errand {
            Errand::Paste { html, plain, as_what } => self.open_pasted(html, plain, *as_what),
            Errand::Files(files, as_what) => self.open_files(files, *as_what),
            Errand::Example => self.open_article(crate::EXAMPLE.to_owned(), None, None, As::Article),
            Errand::Open(id) => self.open_kept(id.clone()),
            Errand::Decide(id, fate) => self.decide(id.clone(), *fate),
            Errand::DownloadKept(id) => self.download_kept(id.clone()),
            Errand::DownloadLibrary => self.download_library(),
            Errand::HandOut(file) => self.hand_out_file(file),
            Errand::Copy(words) => self.copy(words.clone()),
            Errand::TakeIn(files) => self.take_in_marks(files),
            Errand::Cancel => self.cancel(),
            Errand::Home => {
                self.save(); // what was just done may not have been handed in yet
                self.act(Command::Home);
                self.list();
            }
            Errand::Download => self.download(),
            Errand::Name(name) => self.named(name),
            Errand::Theme => self.change_theme(),
            Errand::LetterKeys(on) => self.like(&|likes| likes.letter_keys = *on),
            Errand::MoveOn(on) => self.like(&|likes| likes.move_on = *on),
            Errand::Keep(on) => self.like(&|likes| likes.keep = *on),
            Errand::Share(share) => {
                self.like(&|likes| likes.claim_share = *share);
                self.act(Command::Share(*share));
            }
            Errand::Headlines(on) => {
                self.like(&|likes| likes.headlines = *on);
                self.act(Command::Headlines(*on));
            }
            Errand::Drop(dropped) => self.take_drop(dropped.clone()),
            Errand::OpenDropped(as_what) => self.open_dropped(*as_what),
            Errand::TakeInDropped => self.take_in_dropped(),
            Errand::NewVersion => self.use_new_version(),
            Errand::SaveAgain => self.save_again(),
            errand => self.in_text(errand),
        }
    }

    /// Errands about the focus and the selection.
    fn in_text(&self, errand: &Errand) {
        let Some(bench) = self.bench() else { return };
        match errand {
            Errand::Swap => {
                if let Some(id) = &bench.current {
                    let side = if place::focus_within("text") { "k" } else { "m" };
                    view::focus(&format!("{side}-{id}"));
                    view::scroll_to(&format!("{side}-{id}"));
                }
            }
            Errand::Search => {
                self.act(Command::Tab(super::state::Tab::Review));
                view::focus("search");
            }
            Errand::LeaveField => {
                field::leave();
                self.act(Command::Escape);
            }
            Errand::Selected => {
                let selected = selection::selected();
                if selected.is_some() || bench.selection.is_some() {
                    self.act(Command::Selected(selected));
                }
            }
            Errand::Mark(kind) => {
                self.take_selection();
                self.act(Command::Mark(*kind));
                selection::clear();
            }
            Errand::Sentence => {
                self.take_selection();
                self.act(Command::MarkSentence(None));
                selection::clear();
            }
            Errand::PlaceHere => {
                self.take_selection();
                self.act(Command::PlaceHere);
                selection::clear();
            }
            Errand::Caret => {
                if bench.mode != Mode::Caret {
                    let at = bench.current().map(|mark| mark.range.start).or(bench.place.map(|range| range.start));
                    let at = at.or_else(|| bench.session.document.paragraphs().first().map(|first| first.range.start));
                    selection::put_caret(at.unwrap_or_default());
                }
                self.act(Command::Caret);
            }
            Errand::MoveCaret { extend, forward, by } => {
                selection::step(*extend, *forward, by);
                place::show_caret();
            }
            _ => {}
        }
    }

    /// What is selected this moment: the state hears of it a little later.
    fn take_selection(&self) {
        if let Some(selected) = selection::selected() {
            self.act(Command::Selected(Some(selected)));
        }
    }
}

impl PartialEq for Outside {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.inner, &other.inner)
    }
}
