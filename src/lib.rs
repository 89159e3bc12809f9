//! A fact-checker's workbench that runs entirely in the browser.

pub mod annotation;
pub mod detect;
pub mod exchange;
pub mod review;
pub mod text;
#[cfg(feature = "page")]
pub mod ui;
