//! Random input to the core: `cargo xtask fuzz`.
//!
//! A target takes bytes, does with them what the page does, and holds the result against an oracle: what must be true of
//! any input. Inputs are made from the cases of `tests/corpus`, our articles and the findings kept in `corpus`, by
//! cutting and joining their words ([`mutate`]). There is no compiler instrumentation, which wants a nightly toolchain;
//! instead a target tells what it did (which rule, which error), and an input that makes it do something new becomes a
//! seed itself.
//!
//! A panic, a broken promise or an input that takes seconds is a finding: it is made as small as it gets and written to
//! `corpus`, from where `cargo test` replays it ever after.

#![expect(clippy::missing_errors_doc, reason = "what fails here says in words what went wrong")]

pub mod mutate;
mod outcome;
pub mod run;
pub mod seeds;
pub mod smaller;
pub mod targets;
pub mod totals;

pub use outcome::{Outcome, judge};
pub use targets::{Deeds, Target};
