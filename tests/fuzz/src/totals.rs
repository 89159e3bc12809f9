//! The table of all runs, in this folder's README: it grows over time.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::Target;
use crate::run::Done;

fn readme() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

/// Adds a run to the row of its target.
pub fn add(target: &Target, done: &Done) -> Result<()> {
    let text = fs::read_to_string(readme()).context("README.md")?;
    fs::write(readme(), added(&text, target.name, done))?;
    Ok(())
}

/// `text` with the run in its table.
fn added(text: &str, name: &str, done: &Done) -> String {
    let start = format!("| {name} |");
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if let Some(row) = lines.iter_mut().find(|line| line.starts_with(&start)) {
        let cells: Vec<u64> =
            row.split('|').skip(2).filter_map(|cell| cell.trim().replace(',', "").parse().ok()).collect();
        let before = |place: usize| cells.get(place).copied().unwrap_or_default();
        let minutes = before(1) + (done.time.as_secs() + 30) / 60;
        *row = format!("| {name} | {} | {minutes} | {} |", before(0) + done.inputs, before(2) + done.findings);
    }
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn rows_grow() {
        let table =
            "| target | inputs | minutes | findings |\n|---|---|---|---|\n| a | 5 | 1 | 0 |\n| ab | 7 | 0 | 0 |\n";
        let done = Done { inputs: 10, time: Duration::from_secs(90), pool: 0, findings: 1 };
        assert!(added(table, "a", &done).contains("| a | 15 | 3 | 1 |\n| ab | 7 | 0 | 0 |\n"));
    }

    #[test]
    fn every_target_has_a_row() {
        let text = fs::read_to_string(readme()).unwrap();
        for target in crate::targets::ALL {
            assert!(text.contains(&format!("\n| {} |", target.name)), "{}", target.name);
        }
    }
}
