//! Pure views of a session: queue, progress, coverage, timeline, questions, agreement.
//!
//! **Invariant:** nothing here changes a session; a view reads annotations and text and gives what is to be shown.

pub mod agreement;
pub mod coverage;
pub mod hit;
pub mod leads;
pub mod period;
pub mod progress;
pub mod queue;
pub mod segments;
pub mod timeline;

pub use agreement::{Agreement, Pair, kappa};
pub use coverage::Coverage;
pub use progress::{Progress, Tally};
pub use queue::{Filter, Passage, Queue};
pub use segments::{Covering, Segment};
pub use timeline::Timeline;

#[cfg(test)]
mod sample;
