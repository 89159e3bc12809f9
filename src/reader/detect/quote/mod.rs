//! Quotations: where they are, and whose they are. Terms after `PolNeAR` (Newell et al. 2018): source, cue, content.
//!
//! The way of a quotation: [`mark`] and [`scan`] find what stands between marks; [`words`] masks it; [`attribute`] looks for cue
//! and source on the masked view; [`genuine`] drops titles, names and scare quotes; [`quoted`] joins what belongs
//! together, [`reported`] adds indirect speech; [`names`] and [`resolve`] give the source its name; [`confidence`] says
//! how far to trust it; [`said`] writes it all down.

mod attribute;
mod confidence;
mod detail;
mod finder;
mod genuine;
mod lexicon;
mod mark;
mod names;
mod passage;
mod phrase;
mod quoted;
mod reported;
mod resolve;
mod said;
mod scan;
mod words;
mod writing;

pub use confidence::{QUESTION, SURE};
pub use detail::{Candidate, Cue, QuoteDetail, QuoteForm, Source, SourceKind};
pub use finder::QuoteFinder;
pub use passage::read_passage;
