//! Factmark: a fact-checker's workbench that runs entirely in the browser.
//!
//! An article goes in; its claims, dates and quotes come out marked, each with the words that speak for it; a person
//! decides on each; an annotation file comes out. This crate is all of it: a pure core, the page around it, and the
//! command line `annotate`.
//!
//! ```
//! use std::rc::Rc;
//! use factmark::detect::Run;
//! use factmark::text::Document;
//!
//! let document = Rc::new(Document::new("The ministry wrote to the mayor on June 8."));
//! let found = Run::new(&document, "2018-08-04".parse().ok()).finish();
//! # let _ = found;
//! ```
//!
//! # The way of an article through the program
//!
//! ```text
//! paste / file ─ text::html, text::decode ─> text::Document ─ detect::Run ─> Findings
//!                                                                               │
//!      review::* (queue, progress, timeline, ...) <─ annotation::Session <──────┘
//!                 │                                    │        ▲
//!                 ▼                                    ▼        │ Action ─ reduce ─> Patch ─ apply
//!           ui::components ──────────────────────> exchange::*  └── ui
//! ```
//!
//! # Code map
//!
//! - [`text`] (package `factmark-reader`): the text as given; offsets in three units, paragraphs and their types, sentences, tokens.
//! - [`detect`] (the same package): the detectors. `date` reads temporal expressions as TIMEX3, `quote` finds quotations and their
//!   speakers, `claim` ranks sentences by how much they are worth checking. To add a word or a rule, find its table there.
//! - [`annotation`]: what the person works on. [`annotation::Session`] is the whole state of one article;
//!   [`annotation::Action`] is everything that can be done to it; a [`annotation::Patch`] is what an action changes, and
//!   undone it is its own inverse.
//! - [`review`]: pure views of a session.
//! - [`exchange`]: the annotation file and every other format: what each looks like is written there alone.
//! - `ui` (feature `page`): yew components over the core; `ui::dom` is the browser.
//! - `src/bin/annotate.rs` (feature `cli`): the same core on the command line.
//!
//! # Invariants
//!
//! **The text never changes.** Every offset of every module refers to the text exactly as it was given, in UTF-8 bytes
//! ([`text::TextRange`]). Only [`text::OffsetMap`] turns them into other units, and only at the border of the program.
//!
//! **The core is pure.** Outside `ui` there is no clock, no randomness, no input or output, and no browser crate in the
//! dependency tree: times and new ids come in with each action.
//!
//! **No panic on any input.** There is no `unwrap`, no indexing and no slicing in library code; the lints forbid it.
//!
//! **The same text and date give the same annotations**, in the same order, with the same ids, on every machine.
//!
//! **Every change is an action.** Nothing but [`annotation::Session::reduce`] and its patches changes a session, so undo
//! reaches everything.
//!
//! **Nothing the article contains is interpreted.** It is shown as text nodes; there is no HTML from input anywhere.

pub mod annotation;
pub mod exchange;
pub mod review;
#[cfg(feature = "page")]
pub mod ui;

pub use factmark_reader::{detect, pace, text};

/// The example of the page: an article written for it, with the oddities of text pasted from a news site.
pub const EXAMPLE: &str = include_str!("../tests/articles/gerasimov-letter.txt");
