//! Reads an article: its text, and the claims, dates and quotes in it.
//!
//! A package of its own for one reason: it is compiled for speed, and the rest of the page for size (Cargo.toml of the
//! root, profile `page`). The package `factmark` shows both modules as its own.

pub mod detect;
pub mod pace;
pub mod text;
