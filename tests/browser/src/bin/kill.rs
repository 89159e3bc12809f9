//! The renderer killed at random moments of a review: `cargo xtask kill-test`.

use std::process::ExitCode;
use std::time::SystemTime;

use anyhow::{Context, Result};
use browser_tests::kill::{self, Survived};
use browser_tests::{Browser, Look, Place, unattended};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let named = arguments.next();
    let browser = Browser::ALL.into_iter().find(|browser| named.as_deref() == Some(browser.name()));
    let browser = browser.context("a browser is wanted: chromium, firefox or webkit")?;
    let number = |words: String| words.parse::<u64>().with_context(|| format!("{words:?} is no number"));
    let kills = arguments.next().map(number).transpose()?.map_or(Ok(kill::enough(browser)), u32::try_from)?;
    let seed = arguments.next().map(number).transpose()?;
    let seed = seed.unwrap_or_else(|| SystemTime::UNIX_EPOCH.elapsed().map_or(0, |time| time.as_secs()));
    if browser == Browser::WebKit {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        report(browser, runtime.block_on(unattended::review_under_fire(kills, seed))?, seed);
        return Ok(());
    }
    browser_tests::with_page(Place::hosted(browser), Look::Light, "kill", move |page| async move {
        report(browser, kill::review_under_fire(page, kills, seed).await?, seed);
        Ok(())
    })
}

fn report(browser: Browser, survived: Survived, seed: u64) {
    println!(
        "{}: {} kills, {} finished actions, none lost; {} more were under way and came back (seed {seed})",
        browser.name(),
        survived.kills,
        survived.finished,
        survived.rescued
    );
}
