//! Claims: the sentences of the article worth checking, ranked, each with its reasons.
//!
//! [`ClaimFinder`] reads every sentence for named cues ([`Cue`]) and n-grams, adds what its place in the article says,
//! and scores it by a linear model. Nothing is a claim without a cue that speaks for it.

mod assertion;
mod budget;
mod claimant;
mod context;
mod cue;
mod detail;
mod finder;
mod lexicon;
mod model;
mod passage;
mod place;
mod reading;
pub mod training;
mod types;

pub use budget::{ClaimScope, STEPS, within_budget, within_budget_of};
pub use cue::{Cue, reason_in_words};
pub use detail::{ClaimDetail, ClaimType, Claimant};
pub use finder::{ClaimFinder, every_sentence};
pub use model::Setting;
pub use passage::read_passage;

use finder::ScannedSentence;
