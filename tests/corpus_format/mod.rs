//! The cases written in Markdown: how they are read, and how they are held against what the core finds.

pub mod check;
pub mod parse;
