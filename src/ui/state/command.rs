//! Everything the person can ask for, and what it does to the page.

use std::rc::Rc;

use yew::AttrValue;

use super::{Bench, Dialog, Drawer, Likes, Opening, Saving, Shelf, Side, Tab};
use crate::annotation::span::{Edge, Stride, Way};
use crate::annotation::{
    Action, AnnotationId, Evidence, History, Incoming, Kind, NewVersion, Relation, ReviewerId, Session, Timestamp,
    Verdict,
};
use crate::detect::Findings;
use crate::review::Filter;
use crate::text::TextRange;
use crate::ui::same::Same;

/// What comes in from outside with each command: the core reads no clock and makes no ids.
#[derive(Clone, Debug)]
pub struct Stamp {
    /// Now.
    pub at: Timestamp,
    /// The person.
    pub by: ReviewerId,
    /// A new UUID.
    pub id: String,
}

/// A command with its stamp.
#[derive(Debug)]
pub struct Stamped {
    /// What is asked for.
    pub command: Rc<Command>,
    /// When, by whom, and a new id.
    pub stamp: Stamp,
}

/// Whether the queue goes on after a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// To the next unchecked mark, where the person likes that.
    Onward,
    /// It stays.
    Stay,
}

/// To which mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The next.
    Next,
    /// The one before.
    Previous,
    /// The next unchecked.
    Unchecked,
}

/// Something the person asks for, or something that has happened outside.
#[derive(Debug)]
pub enum Command {
    /// Change the session, with nothing else that depends on what is looked at.
    Do(Action),
    /// To another mark.
    Go(Step),
    /// To this mark.
    Select(AnnotationId, Side),
    /// To this stretch of text.
    Show(TextRange),
    /// To the next sentence without a mark.
    GoUnmarked,
    /// Show or hide the sentences without a mark.
    ToggleCoverage,
    /// Out of whatever is open.
    Escape,
    /// Decide on the current mark; the same again takes it back.
    Decide(Verdict),
    /// Decide on this mark.
    DecideOn(AnnotationId, Verdict, Pace),
    /// Decide on every unchecked mark inside the current one.
    DecideInside(Verdict),
    /// Dismiss or delete this mark, or the current one.
    Dismiss(Option<AnnotationId>),
    /// Take a dismissed mark back.
    Restore(AnnotationId),
    /// Begin or finish a link.
    Link(Relation),
    /// Begin a link at this mark.
    LinkFrom(AnnotationId, Relation),
    /// The person selected words, or let go.
    Selected(Option<TextRange>),
    /// Mark the selection, or change the kind of the current mark.
    Mark(Kind),
    /// Mark the sentence at hand as a claim.
    MarkSentence(Option<u32>),
    /// Give a mark these edges.
    SetRange(AnnotationId, TextRange),
    /// Move an edge of the current mark.
    Move(Edge, Way, Stride),
    /// Open something on the card, or close it.
    Open(Drawer),
    /// Open something on this card.
    OpenOn(AnnotationId, Drawer),
    /// Add or change a source; attach it to the mark, if there is one.
    PutEvidence(Evidence, Option<AnnotationId>),
    /// More or fewer claims.
    Share(u8),
    /// Claims in headlines and captions, or not.
    Headlines(bool),
    /// Take in the marks of a file and compare them: whose they are, and what is to be known about the file.
    Compare(Incoming, AttrValue, Same<Vec<AttrValue>>),
    /// What a file that was opened leaves to be looked at.
    Notes(Same<Vec<AttrValue>>),
    /// Put a new version of the article in place of its text.
    Replace(NewVersion),
    /// Show what has changed in the text, or hide it.
    ShowChanges(bool),
    /// Confirm where this mark stands, or the current one.
    Confirm(Option<AnnotationId>),
    /// Put the current mark on the selected words.
    PlaceHere,
    /// To the next mark that waits: to be confirmed, lost, or to be settled.
    GoWaiting,
    /// Agree to a question.
    Accept(usize),
    /// Take the last action back.
    Undo,
    /// Do it again.
    Redo,
    /// Show other marks.
    Filter(Filter),
    /// Another tab.
    Tab(Tab),
    /// Switch the caret in the article on or off.
    Caret,
    /// Open or close a window.
    Dialog(Option<Dialog>),
    /// Likes have changed.
    Likes(Same<Likes>),
    /// The library has changed.
    Shelf(Same<Shelf>),
    /// An article is being read.
    Opening(Option<Opening>),
    /// An article is ready.
    Opened(Same<Bench>, Saving),
    /// Another window has changed the article: this is how it is now, and the number of its next record.
    Followed(Rc<Session>, Rc<History>, u32),
    /// The detectors have read a text that came from a file.
    Found(Rc<Findings>),
    /// Back to the desk.
    Home,
    /// Saving goes like this.
    Saving(Saving),
    /// Every record before this number is safe.
    Saved(u32),
    /// Say and show this.
    Tell(AttrValue),
    /// A newer version of the page stands ready.
    NewVersion,
    /// The message was read.
    Hush,
}
