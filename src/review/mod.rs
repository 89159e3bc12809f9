//! Pure views of a session: queue, progress, coverage, timeline, questions, agreement.
//!
//! **Invariant:** nothing here changes a session; a view reads annotations and text and gives what is to be shown.

pub mod coverage;
pub mod hit;
pub mod progress;
pub mod queue;
pub mod segments;

pub use coverage::Coverage;
pub use progress::{Progress, Tally};
pub use queue::{Filter, Passage, Queue};
pub use segments::{Covering, Segment};

#[cfg(test)]
mod sample;
