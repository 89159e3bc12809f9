//! A new version of the hosted page: it is offered, never forced, and the work stays.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, in_every_browser};

use crate::safety::example;
use crate::workbench::{Mark, Workbench};

in_every_browser!(hosted Light:
    a_new_version_is_offered_and_keeps_the_work,
    an_old_page_works_on_beside_a_new_one,
    a_new_version_waits_for_what_is_not_kept,
);

const OFFER: &str = "return [...document.querySelectorAll('.toast')].some((toast) =>
    !toast.hidden && toast.textContent.includes('newer version of Factmark is ready'))";

/// Of the page in this window; the first one has none.
const EDITION: &str = "return getComputedStyle(document.documentElement).getPropertyValue('--edition').trim()";

async fn a_new_version_is_offered_and_keeps_the_work(page: Page) -> Result<()> {
    until_kept(&page).await?;
    let bench = example(page).await?;
    let (july, june) = (bench.mark("date", "July").await?, bench.mark("date", "June 8").await?);
    decide(&bench, &july, "v", "verified").await?;
    bench.saved().await?;
    publish(&bench.page, "second")?;

    // The next visit still shows the old version, and work goes on in it.
    let page = bench.page;
    page.visit("").await?;
    let bench = Workbench::opened_again(page).await?;
    bench.page.until("the offer", OFFER).await?;
    ensure!(bench.page.script(EDITION).await? == "", "the new version has come unasked");
    decide(&bench, &june, "x", "inconsistent").await?;
    let marks = bench.marks().await?;
    accept(&bench.page, "second").await?;
    let bench = Workbench::opened_again(bench.page).await?;
    bench.ensure_marks(&marks).await?;
    decide(&bench, &july, "u", "unclear").await?;
    bench.saved().await?;
    let marks = bench.marks().await?;
    // Nothing of the old version is left.
    let alone = "const done = arguments[0];
        caches.keys().then(
            (names) => done(names.filter((name) => name.startsWith('factmark-')).every((name) => name.includes('second'))),
            () => done(false))";
    bench.page.until_done("the old version's files to be gone", alone).await?;
    // It is not offered again.
    bench.page.visit("").await?;
    let bench = Workbench::opened_again(bench.page).await?;
    bench.ensure_marks(&marks).await?;
    ensure!(bench.page.script(OFFER).await? == false, "it is offered again");
    ensure!(bench.page.script(EDITION).await? == "second", "the old version is back");
    Ok(())
}

/// One window takes the new version, the other works on with the old one, on the same article.
async fn an_old_page_works_on_beside_a_new_one(page: Page) -> Result<()> {
    until_kept(&page).await?;
    let bench = example(page).await?;
    let (july, june) = (bench.mark("date", "July").await?, bench.mark("date", "June 8").await?);
    bench.saved().await?;
    publish(&bench.page, "second")?;
    let driver = bench.page.driver().clone();
    let old = driver.window().await?;
    let new = driver.new_tab().await?;
    driver.switch_to_window(new.clone()).await?;
    bench.page.visit("").await?;
    bench.page.until("the offer", OFFER).await?;
    accept(&bench.page, "second").await?;
    let other = Workbench::opened_again(bench.page.clone()).await?;
    decide(&other, &july, "u", "unclear").await?;
    other.saved().await?;

    driver.switch_to_window(old).await?;
    ensure!(bench.page.script(EDITION).await? == "", "the new version has come unasked");
    bench.until_verdict(&july, "unclear").await?;
    decide(&bench, &june, "x", "inconsistent").await?;
    bench.saved().await?;
    driver.switch_to_window(new).await?;
    other.until_verdict(&june, "inconsistent").await?;
    other.page.ensure_quiet().await
}

/// An article that only this window has would not be in the new version: it says so and waits.
async fn a_new_version_waits_for_what_is_not_kept(page: Page) -> Result<()> {
    until_kept(&page).await?;
    publish(&page, "second")?;
    page.visit("").await?;
    page.until("the offer", OFFER).await?;
    page.find("label.switch input").await?.click().await?;
    let bench = example(page).await?;
    bench.page.press("jv").await?;
    bench.until_checked(1).await?;
    bench.page.until("the offer, still", OFFER).await?;
    bench.page.click("Use it now").await?;
    let words =
        "return document.querySelector('.toast:not([hidden])')?.textContent.includes('not kept on this device')";
    bench.page.until("it to say why it waits", words).await?;
    bench.page.click("Close").await?;
    bench.until_checked(1).await?;
    let page = bench.leave().await?;
    accept(&page, "second").await
}

async fn decide(bench: &Workbench, mark: &Mark, key: &str, verdict: &str) -> Result<()> {
    bench.choose(mark).await?;
    bench.page.press(key).await?;
    bench.until_verdict(mark, verdict).await
}

/// Waits until the worker is at work and has kept the page.
async fn until_kept(page: &Page) -> Result<()> {
    let script = "const done = arguments[0];
        navigator.serviceWorker.ready.then(() => caches.keys()).then(
            (names) => done(names.some((name) => name.startsWith('factmark-')) && navigator.serviceWorker.controller?.state === 'activated'),
            () => done(false))";
    page.until_done("the worker to have kept the page", script).await
}

/// Takes the new version and waits for it.
async fn accept(page: &Page, edition: &str) -> Result<()> {
    page.click("Use it now").await?;
    let there = format!("return document.readyState === 'complete' && (() => {{ {EDITION} }})() === '{edition}'");
    for _ in 0..100 {
        // While one page goes and the other comes, there may be none to ask.
        if page.script(&there).await.is_ok_and(|there| there == true) {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    anyhow::bail!("the new version has not come")
}

/// Serves another version from now on: its style sheet has another content and so another name, and with it the page and
/// the worker are others.
fn publish(page: &Page, edition: &str) -> Result<()> {
    let dist = xtask::page::dist();
    let names = fs::read_dir(&dist)?.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let style = |name: &String| name.starts_with("styles-") && name.rsplit('.').next() == Some("css");
    let old = names.into_iter().find(style).context("the page has no style sheet")?;
    let new = format!("styles-{edition}.css");
    let styles = fs::read_to_string(dist.join(&old))?;
    page.file(&new, format!("{styles}\n:root {{ --edition: {edition}; }}\n").as_bytes())?;
    let index = fs::read_to_string(page.file_of("index.html"))?.replace(&old, &new);
    page.file("index.html", index.as_bytes())?;
    let worker = fs::read_to_string(dist.join("service-worker.js"))?;
    let changed =
        worker.replace(&old, &new).replacen("const VERSION = \"", &format!("const VERSION = \"{edition}-"), 1);
    ensure!(changed.matches(edition).count() == 2, "the worker is not as it is built");
    page.file("service-worker.js", changed.as_bytes())?;
    Ok(())
}
