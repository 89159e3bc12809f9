//! How large the page may be: the one place of the size budgets.
//!
//! A ceiling is a ratchet: it stands a little above what the page has today, `cargo xtask test --only size` fails above
//! it, and it is lowered with the page, towards the goal.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::precompressed;

/// What a first visit downloads, compressed with brotli.
pub const HOSTED: Budget = Budget { what: "page, first visit, brotli", ceiling: 380_000, goal: 215_000 };
/// The single file as it lies on the disk.
pub const SINGLE: Budget = Budget { what: "single file", ceiling: 450_000, goal: 450_000 };

/// A limit in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    /// What has this size.
    pub what: &'static str,
    /// The largest it may be.
    pub ceiling: u64,
    /// The largest it is meant to be in the end.
    pub goal: u64,
}

impl Budget {
    /// A size against this budget: "single file: 1,312,003 bytes (at most 1,350,000; the goal is 450,000)".
    #[must_use]
    pub fn line(&self, size: u64) -> String {
        let Self { what, ceiling, goal } = self;
        let [size, ceiling, goal] = [size, *ceiling, *goal].map(grouped);
        format!("{what}: {size} bytes (at most {ceiling}; the goal is {goal})")
    }

    /// Fails if `size` is above the ceiling.
    pub fn ensure(&self, size: u64) -> Result<String> {
        if size > self.ceiling {
            bail!("too large: {}; the budgets are in xtask/src/budget.rs", self.line(size));
        }
        Ok(self.line(size))
    }
}

/// What a first visit to a page downloads, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Download {
    /// As the files are.
    pub raw: u64,
    /// Compressed with gzip.
    pub gzip: u64,
    /// Compressed with brotli.
    pub brotli: u64,
}

impl Download {
    /// What the page in `folder` has its visitor download: everything that `index.html` names, and itself.
    pub fn of(folder: &Path) -> Result<Self> {
        let page = fs::read_to_string(folder.join("index.html")).context("index.html")?;
        let mut sum = Self::default();
        for entry in fs::read_dir(folder)?.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let quoted = [format!("\"{name}\""), format!("\"./{name}\"")];
            if name == "index.html" || quoted.iter().any(|quoted| page.contains(quoted)) {
                let size = |file: &Path| fs::metadata(file).map(|file| file.len());
                let raw = size(&entry.path())?;
                let compressed = |extension| size(&precompressed::beside(&entry.path(), extension)).unwrap_or(raw);
                sum.raw += raw;
                sum.gzip += compressed("gz");
                sum.brotli += compressed("br");
            }
        }
        Ok(sum)
    }

    /// All three sizes in words.
    #[must_use]
    pub fn line(&self) -> String {
        let [raw, gzip, brotli] = [self.raw, self.gzip, self.brotli].map(grouped);
        format!("first visit: {raw} bytes, {gzip} by gzip, {brotli} by brotli")
    }
}

/// A number with a comma between the thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fails_above_the_ceiling_only() {
        assert!(HOSTED.ensure(HOSTED.ceiling).is_ok());
        assert!(HOSTED.ensure(HOSTED.ceiling + 1).is_err());
        for budget in [HOSTED, SINGLE] {
            assert!(budget.goal <= budget.ceiling, "{}: the goal is reached, the ceiling follows", budget.what);
        }
    }

    #[test]
    fn groups_thousands() {
        assert_eq!([0, 999, 1000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }
}
