//! `annotate`: text in, annotation file out.

fn main() {}
