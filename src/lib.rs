//! A fact-checker's workbench that runs entirely in the browser.

pub mod annotation;
pub mod detect;
pub mod exchange;
pub mod review;
pub mod text;
#[cfg(feature = "page")]
pub mod ui;

/// The example of the page: an article written for it, with the oddities of text pasted from a news site.
pub const EXAMPLE: &str = include_str!("../tests/articles/gerasimov-letter.txt");
