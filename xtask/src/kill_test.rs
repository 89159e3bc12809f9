//! The renderer killed in the middle of a review: `cargo xtask kill-test`.

use anyhow::Result;

use crate::browsers::Browser;
use crate::command::{announce, cargo, run};
use crate::page;

/// Kills the renderer of each browser that is there at random moments: 200 times in Chromium, 20 in the others, unless
/// `browser` and the number of kills are given.
pub fn start<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Result<()> {
    page::build_if_stale()?;
    let arguments: Vec<&str> = arguments.into_iter().collect();
    let kill = |arguments: &[&str]| {
        run(cargo().args(["run", "--quiet", "--package", "browser-tests", "--bin", "kill", "--"]).args(arguments))
    };
    if !arguments.is_empty() {
        return kill(&arguments);
    }
    for browser in Browser::ALL {
        match browser.ensure() {
            Ok(_) => kill(&[browser.name()])?,
            Err(error) => announce(&format!("{}: left out: {error:#}", browser.name())),
        }
    }
    Ok(())
}
