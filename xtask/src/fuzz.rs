//! Random input to the core: `cargo xtask fuzz`.

use anyhow::Result;

use crate::command::{cargo, run};

/// Runs the targets in `tests/fuzz`, fast and with every check of a debug build; the arguments are its own.
pub fn start<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Result<()> {
    run(cargo().args(["run", "--quiet", "--package", "fuzz", "--profile", "fuzz", "--"]).args(arguments))
}
