//! What the page shows: one value, changed by one pure reducer.

mod acting;
mod bench;
mod command;
mod compare;
mod deciding;
mod desk;
mod joining;
mod link;
mod marking;
mod view;
mod walking;

use std::rc::Rc;

use yew::prelude::*;

pub use bench::{Bench, Drawer, Mode, Pull, Saving, Side, Tab};
pub use command::{Command, Pace, Stamp, Stamped, Step};
pub use compare::{Comparison, TextChange, Unsettled, is_carried};
pub use desk::{Opening, Shelf};
pub use view::{BlockView, ParagraphView, Row, Tick};

use super::same::Same;
use crate::exchange::Format;

/// A window over the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// The keys and their switch.
    Help,
    /// What is known about the article.
    Facts,
    /// The question for a name, before the first download.
    Name,
    /// Other formats: the one that is shown, with what is confidential or without.
    Formats(Format, bool),
    /// A new version of the article.
    NewVersion,
    /// The marks of another checker.
    Compare,
    /// What to do with something that was dropped.
    Dropped {
        /// It may hold marks.
        is_file: bool,
    },
    /// The type of a paragraph, by its place.
    Paragraph(usize),
}

impl Dialog {
    /// The other formats as they are shown first.
    pub const FORMATS: Self = {
        let [first, ..] = Format::ALL;
        Self::Formats(first, false)
    };
}

/// How the person likes the page.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "switches of the page, each apart")]
pub struct Likes {
    /// "light", "dark" or nothing for the system's.
    pub theme: Option<AttrValue>,
    /// Single letters act.
    pub letter_keys: bool,
    /// The queue moves on after a verdict.
    pub move_on: bool,
    /// New articles go into the library.
    pub keep: bool,
    /// Name for the file; nothing where it was not asked for yet.
    pub name: Option<AttrValue>,
    /// Highlight budget for new articles, in percent of the sentences.
    pub claim_share: u8,
    /// Claims in headlines and captions too, for new articles.
    pub headlines: bool,
    /// Cmd stands for Ctrl.
    pub mac: bool,
}

/// A message for the live region and, where it offers something, on the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// The words.
    pub words: AttrValue,
    /// Counts messages, so that the same words twice are said twice.
    pub number: u32,
    /// Whether it is also shown.
    pub shown: bool,
}

/// The whole state of the page.
#[derive(Clone, PartialEq)]
pub struct State {
    /// The article in work; nothing on the desk.
    pub bench: Option<Same<Bench>>,
    /// Whether the article in work is safe.
    pub saving: Saving,
    /// The library.
    pub shelf: Same<Shelf>,
    /// An article that is being read.
    pub opening: Option<Opening>,
    /// How the person likes the page.
    pub likes: Same<Likes>,
    /// The window over the page.
    pub dialog: Option<Dialog>,
    /// What was said last.
    pub said: Said,
    /// A newer version of the page stands ready.
    pub new_version: bool,
}

impl State {
    /// The page at its start.
    pub fn new(likes: Likes) -> Self {
        Self {
            bench: None,
            saving: Saving::default(),
            shelf: Same::default(),
            opening: None,
            likes: Same::new(likes),
            dialog: None,
            said: Said::default(),
            new_version: false,
        }
    }

    /// What is not to be kept is not saved, however saving goes.
    fn set_saving(&mut self, saving: Saving) {
        if self.saving != Saving::NotKept {
            self.saving = saving;
        }
    }

    fn say(&mut self, words: impl Into<AttrValue>) {
        self.said = Said { words: words.into(), number: self.said.number + 1, shown: false };
    }

    fn show(&mut self, words: impl Into<AttrValue>) {
        self.said = Said { words: words.into(), number: self.said.number + 1, shown: true };
    }
}

impl Reducible for State {
    type Action = Stamped;

    fn reduce(self: Rc<Self>, Stamped { command, stamp }: Stamped) -> Rc<Self> {
        let mut state = (*self).clone();
        acting::carry_out(&mut state, &command, &stamp);
        Rc::new(state)
    }
}
