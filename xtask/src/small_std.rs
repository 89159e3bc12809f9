//! The standard library built with the page, for size: a fifth of the download less than with the one rustup brings.
//!
//! Cargo calls this unstable (`-Z build-std`), so the stable compiler has to be told to take it. Where the sources of the
//! standard library cannot be had, the page is built with the ready-made one, and is larger.

use crate::command::{announce, at_root, run};
use crate::tools::rustlib;

/// The flags, by variable: a panic is a trap without a text (static/boot.js says what there is to say), and nothing
/// that only a developer would read is kept. `trunk build` without them makes the page that has it. The memory is large
/// enough for most articles from the start, and objects of the browser lie in an array, not in a table of references:
/// `WebKit` opens an article a quarter faster, and older browsers take the module.
const FLAGS: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "RUSTFLAGS",
        "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none \
         -Ctarget-feature=-reference-types,-multivalue -Clink-arg=--initial-memory=33554432",
    ),
];

/// The flags for cargo and for what calls it, if the sources are there or can be installed.
#[must_use]
pub fn flags() -> &'static [(&'static str, &'static str)] {
    if has_sources() {
        return &FLAGS;
    }
    announce("adding the sources of the standard library");
    let added = run(at_root("rustup").args(["component", "add", "rust-src"]));
    if added.is_ok() && has_sources() {
        return &FLAGS;
    }
    announce("without them the page is about a fifth larger");
    &[]
}

fn has_sources() -> bool {
    rustlib().is_ok_and(|rustlib| rustlib.join("src/rust/library/Cargo.lock").is_file())
}
