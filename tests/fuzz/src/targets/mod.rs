//! What random input is given to, and what must hold.

mod detect;
mod import;
mod session;
mod text;

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use anyhow::{Result, ensure};
use factmark::annotation::Session;
use factmark::exchange::annotation_file;
use factmark::text::TextRange;

use crate::mutate::Kind;
use crate::seeds;

/// One thing that takes input.
#[derive(Clone, Copy)]
pub struct Target {
    /// Its name, which is also its folder's in `corpus`.
    pub name: &'static str,
    /// What its inputs are.
    pub kind: Kind,
    /// The inputs to begin with, besides those kept in its folder.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// Does what the page does with the input. An error or a panic is a finding.
    pub check: fn(&[u8], &mut Deeds) -> Result<()>,
}

/// All of them.
pub const ALL: [Target; 11] = [
    Target { name: "text", kind: Kind::Text, seeds: seeds::texts, check: text::document },
    Target { name: "html", kind: Kind::Text, seeds: seeds::pages, check: text::html },
    Target { name: "decode", kind: Kind::Bytes, seeds: seeds::encoded, check: text::decode },
    Target { name: "dates", kind: Kind::Text, seeds: seeds::texts, check: detect::dates },
    Target { name: "quotes", kind: Kind::Text, seeds: seeds::texts, check: detect::quotes },
    Target { name: "claims", kind: Kind::Text, seeds: seeds::texts, check: detect::claims },
    Target { name: "leads", kind: Kind::Text, seeds: seeds::texts, check: detect::leads },
    Target {
        name: "annotation-file",
        kind: Kind::Json,
        seeds: seeds::annotation_files,
        check: import::annotation_file,
    },
    Target { name: "import", kind: Kind::Json, seeds: seeds::foreign_files, check: import::foreign },
    Target { name: "journal", kind: Kind::Json, seeds: seeds::journals, check: import::journal },
    Target { name: "session", kind: Kind::Bytes, seeds: seeds::choices, check: session::actions },
];

impl Target {
    /// The target of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        ALL.into_iter().find(|target| target.name == name)
    }
}

/// What inputs have made a target do so far.
#[derive(Debug, Default)]
pub struct Deeds {
    seen: HashSet<u64>,
    new: bool,
}

impl Deeds {
    /// The target did this.
    pub fn note(&mut self, deed: impl Hash) {
        let mut hasher = DefaultHasher::new();
        deed.hash(&mut hasher);
        self.new |= self.seen.insert(hasher.finish());
    }

    /// Whether something was new since the last time this was asked.
    pub fn anything_new(&mut self) -> bool {
        std::mem::take(&mut self.new)
    }
}

/// Fails unless `range` holds something and lies in `text` between characters.
fn ensure_in(text: &str, range: TextRange, what: &str) -> Result<()> {
    let words = text.get(range.start as usize..range.end as usize);
    ensure!(words.is_some_and(|words| !words.is_empty()), "{what} at {range:?} is no passage of the text");
    Ok(())
}

/// Fails unless two files are one, with the first line that differs.
fn ensure_same(file: &str, expected: &str, what: &str) -> Result<()> {
    if file != expected {
        let differing = file.lines().zip(expected.lines()).enumerate().find(|(_, (a, b))| a != b);
        let (line, (now, before)) = differing.unwrap_or_default();
        anyhow::bail!("{what}: line {line} is {now:?}, not {before:?}");
    }
    Ok(())
}

/// The session as its annotation file.
fn written(session: &Session) -> Result<String> {
    let mut bytes = Vec::new();
    annotation_file::write_pretty(session, &mut bytes)?;
    Ok(String::from_utf8(bytes)?)
}

/// `words` with every figure made 0, so that like things count as one deed.
fn shape(words: &str) -> String {
    words.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
}
