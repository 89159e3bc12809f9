//! Pure views of a session: queue, progress, coverage, timeline, questions, agreement.
