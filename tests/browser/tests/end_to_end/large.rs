//! A long article: what is far from the window is words alone, and whole when it comes near.

use std::fmt::Write as _;

use anyhow::{Result, ensure};
use browser_tests::{Page, in_every_browser};

use crate::workbench::Workbench;

in_every_browser!(
    Light: draws_marks_when_they_come_near, draws_dates_when_they_come_near, keeps_what_is_done_before_it_is_kept
);

/// Where the current mark is in the window of the article: its top, and the height of the window.
const SEEN: &str = "const mark = document.querySelector('mark.now'), text = document.querySelector('#text');
    if (!mark) return false;
    const [inner, outer] = [mark.getBoundingClientRect(), text.getBoundingClientRect()];
    return inner.top >= outer.top && inner.bottom <= outer.bottom;";

/// As soon as the marks are there, decides on the first and leaves the article, before all of it can have been written.
const DECIDE_AND_LEAVE: &str = "const once = (there, act) => {
        const look = () => document.querySelector(there) ? act() : setTimeout(look);
        look();
    };
    const press = (key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    once('.bench mark', () => {
        press('j');
        once('mark.now', () => {
            press('v');
            once('mark.v-verified', () => document.querySelector('[aria-label=\"All articles\"]').click());
        });
    });";

/// An article with 600 dates.
fn long_text() -> String {
    let mut text = String::new();
    for number in 0..600 {
        let day = number % 28 + 1;
        let _ = write!(text, "In the year of the count, on May {day}, 2017, {number} people signed the letter. ");
        text.push_str(
            "They asked the town to keep the ferry, which it had wanted to sell to pay for the new bridge.\n\n",
        );
    }
    text
}

/// The same for the list of dates.
async fn draws_dates_when_they_come_near(page: Page) -> Result<()> {
    let bench = Workbench::open(page, "long.txt", long_text().as_bytes()).await?;
    let page = &bench.page;
    page.click("Timeline").await?;
    page.until("dates in the list", "return document.querySelector('#timeline li') !== null").await?;
    let drawn = page.script("return document.querySelectorAll('#timeline li').length").await?;
    ensure!(drawn.as_u64().is_some_and(|drawn| drawn < 300), "{drawn} dates are drawn at first");
    let bars = page.script("return document.querySelectorAll('#timeline rect.dot').length").await?;
    ensure!(bars == 600, "{bars} dates are in the picture");
    // To its end, which moves away while what was room becomes lines.
    let at_the_end = "const pane = document.querySelector('#timeline');
        pane.scrollTop = pane.scrollHeight;
        const last = [...pane.querySelectorAll('.section > ol')].at(-1);
        return last.children.length > 0;";
    page.until("the last dates", at_the_end).await?;
    page.ensure_quiet().await
}

async fn draws_marks_when_they_come_near(page: Page) -> Result<()> {
    let bench = Workbench::open(page, "long.txt", long_text().as_bytes()).await?;
    let page = &bench.page;
    let drawn = page.script("return document.querySelectorAll('mark').length").await?;
    ensure!(drawn.as_u64().is_some_and(|drawn| drawn > 10 && drawn < 400), "{drawn} marks are drawn at first");
    // All words are there: for the browser's own search, for a selection of everything, for a screen reader.
    let words = "return document.querySelector('#text').textContent.includes('599 people signed')";
    ensure!(page.script(words).await? == true, "the last words are not there");

    // To the last mark, and two back.
    for _ in 0..3 {
        page.press("k").await?;
    }
    page.until("the mark in the window", SEEN).await?;
    tokio::time::sleep(std::time::Duration::from_millis(400)).await;
    ensure!(page.script(SEEN).await? == true, "it did not stay in the window");
    page.press("v").await?;
    page.until("a verdict", "return document.querySelector('mark.v-verified') !== null").await?;

    // By the wheel into the middle.
    page.script("const text = document.querySelector('#text'); text.scrollTop = text.scrollHeight / 2").await?;
    let here = "const text = document.querySelector('#text').getBoundingClientRect();
        return [...document.querySelectorAll('mark')].some((mark) => {
            const box = mark.getBoundingClientRect();
            return box.top > text.top && box.bottom < text.bottom && box.height > 0;
        });";
    page.until("marks in the middle", here).await?;
    page.ensure_quiet().await
}

async fn keeps_what_is_done_before_it_is_kept(page: Page) -> Result<()> {
    let file = page.file("long.txt", long_text().repeat(8).as_bytes())?;
    page.find("#paste").await?;
    page.script(DECIDE_AND_LEAVE).await?;
    page.choose(&file).await?;
    page.until("the desk with the article", "return document.querySelector('.kept button.open') !== null").await?;
    let kept = "return document.querySelector('.kept')?.textContent.includes('1 of ')";
    page.until("the decision on the desk", kept).await?;
    let bench = Workbench::opened_again(page).await?;
    bench.until_checked(1).await?;
    let verdict = "return document.querySelector('mark.v-verified') !== null";
    bench.page.until("the decision in the article", verdict).await?;
    bench.page.ensure_quiet().await
}
