//! The process that shows the page killed in the middle of a review: the short form of `cargo xtask kill-test`.

use anyhow::Result;
use browser_tests::{Browser, Page, in_every_browser, kill, unattended};

in_every_browser!(hosted Light: loses_nothing_when_it_is_killed);

const KILLS: u32 = 3;
const SEED: u64 = 7;

async fn loses_nothing_when_it_is_killed(page: Page) -> Result<()> {
    let survived = match page.browser() {
        Browser::WebKit => unattended::review_under_fire(KILLS, SEED).await?,
        Browser::Chromium | Browser::Firefox => kill::review_under_fire(page, KILLS, SEED).await?,
    };
    assert_eq!(survived.kills, KILLS);
    Ok(())
}
