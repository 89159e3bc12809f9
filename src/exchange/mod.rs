//! The annotation file and every other format, in and out; each with its own transfer types.
