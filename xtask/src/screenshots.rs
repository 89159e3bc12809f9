//! Pictures of the page, for those who change it.

use std::path::{Path, absolute};

use anyhow::Result;

use crate::browsers::Browser;
use crate::command::{cargo, run};
use crate::page;

/// Writes pictures of desk and workbench into a folder: 1280 and 390 pixels wide, light and dark.
pub fn take(folder: &Path) -> Result<()> {
    let folder = absolute(folder)?;
    std::fs::create_dir_all(&folder)?;
    Browser::Chromium.ensure()?;
    page::build_if_stale()?;
    run(cargo().args(["run", "--quiet", "--package", "browser-tests", "--bin", "screenshots", "--"]).arg(folder))
}
