//! What axe-core finds, on both screens and in both looks.

use anyhow::{Result, ensure};
use browser_tests::{Browser, Page, in_every_browser};
use serde_json::json;

use crate::workbench::{ARTICLE, Mark, Workbench};

in_every_browser! {
    Light: is_accessible_when_light, fits_a_narrow_window, keeps_its_meaning_in_forced_colours, needs_no_outer_scroll_bar;
    Dark: is_accessible_when_dark;
}

async fn is_accessible_when_light(page: Page) -> Result<()> {
    both_screens(page, "light").await
}

async fn is_accessible_when_dark(page: Page) -> Result<()> {
    both_screens(page, "dark").await
}

async fn both_screens(page: Page, look: &str) -> Result<()> {
    let asked = page.script(&format!("return matchMedia('(prefers-color-scheme: {look})').matches")).await?;
    ensure!(asked == true, "the browser does not ask for {look}");
    page.find("main h1").await?;
    let found = page.accessibility().await?;
    ensure!(found.is_empty(), "on the desk:\n{}", found.join("\n"));
    page.button("Try the example").await?.click().await?;
    let bench = Workbench::opened(page).await?;
    let july = bench.mark("date", "July").await?;
    bench.click(&july).await?;
    bench.page.press("x").await?;
    bench.until_verdict(&july, "inconsistent").await?;
    let found = bench.page.accessibility().await?;
    ensure!(found.is_empty(), "on the workbench:\n{}", found.join("\n"));
    comparing(&bench, july).await
}

/// What a new version has moved, lost and changed, and two checkers side by side.
async fn comparing(bench: &Workbench, july: Mark) -> Result<()> {
    let page = &bench.page;
    let (_, theirs) = bench.download().await?;
    let theirs = theirs.to_string().replace("inconsistent", "verified");
    page.button("Compare").await?.click().await?;
    let second = page.button("Second checker …").await?;
    second.scroll_into_view().await?; // in a narrow window it lies below the edge of its sheet
    second.click().await?;
    page.find("dialog[open]").await?;
    let found = page.accessibility().await?;
    ensure!(found.is_empty(), "in the window for a second checker:\n{}", found.join("\n"));
    page.choose(&page.file("theirs.json", theirs.as_bytes())?).await?;
    page.find(".figures").await?;
    page.button("New version …").await?.click().await?;
    page.find("#new-text").await?;
    let found = page.accessibility().await?;
    ensure!(found.is_empty(), "in the window for a new version:\n{}", found.join("\n"));
    let text = ARTICLE.replacen("July", "June", 1).replacen("Syrian authorities", "local people", 1);
    page.find("#new-text").await?.send_keys(text.replace('\n', " ")).await?;
    page.button("Put it in").await?.click().await?;
    page.find(".compare .carried").await?;
    page.until("the changes", "return document.querySelector('.p .gone, .p ins') !== null").await?;
    ensure!(bench.mark(&july.kind, "June").await?.id == july.id);
    let found = page.accessibility().await?;
    ensure!(found.is_empty(), "with something to compare:\n{}", found.join("\n"));
    Ok(())
}

/// 320 pixels, as 1280 look when magnified four times: in a frame, because no browser's window gets that narrow.
async fn fits_a_narrow_window(page: Page) -> Result<()> {
    let frame = "<!DOCTYPE html><meta charset=utf-8><html lang=en><title>Narrow</title>\
        <body style=\"margin: 0\"><iframe title=Page src=index.html style=\"width: 320px; height: 640px; border: 0\"></iframe>";
    page.file("narrow.html", frame.as_bytes())?;
    page.visit("narrow.html").await?;
    page.find("iframe").await?.enter_frame().await?;
    let fits =
        "return innerWidth === 320 && document.documentElement.scrollWidth <= document.documentElement.clientWidth";
    page.find("main h1").await?;
    page.until("the desk in 320 pixels", fits).await?;
    page.button("Try the example").await?.click().await?;
    let bench = Workbench::opened(page).await?;
    bench.mark("date", "July").await?;
    bench.page.until("the workbench in 320 pixels", fits).await?;
    let found = bench.page.accessibility().await?;
    ensure!(found.is_empty(), "in 320 pixels:\n{}", found.join("\n"));
    let july = bench.mark("date", "July").await?;
    bench.click(&july).await?;
    bench.page.press("x").await?;
    bench.until_verdict(&july, "inconsistent").await?;
    comparing(&bench, july).await?;
    bench.page.until("the comparison in 320 pixels", fits).await?;
    Ok(())
}

/// Where the system chooses the colours, verdicts and kinds are still told apart by their lines and shapes.
async fn keeps_its_meaning_in_forced_colours(page: Page) -> Result<()> {
    if page.browser() == Browser::Chromium {
        let forced = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
        page.driver().cdp().send_raw("Emulation.setEmulatedMedia", forced).await?;
        ensure!(page.script("return matchMedia('(forced-colors: active)').matches").await? == true);
    }
    page.button("Try the example").await?.click().await?;
    let bench = Workbench::opened(page).await?;
    let (july, june) = (bench.mark("date", "July").await?, bench.mark("date", "June 8").await?);
    bench.click(&july).await?;
    bench.page.press("x").await?;
    bench.until_verdict(&july, "inconsistent").await?;
    bench.choose(&june).await?;
    bench.page.press("v").await?;
    bench.until_verdict(&june, "verified").await?;
    let line = |id: &str| format!("getComputedStyle(document.getElementById('m-{id}')).textDecorationStyle");
    let lines = bench.page.script(&format!("return [{}, {}]", line(&july.id), line(&june.id))).await?;
    ensure!(lines == json!(["wavy", "solid"]), "the lines are {lines}");
    let border = format!("return getComputedStyle(document.getElementById('m-{}')).borderTopWidth !== '0px'", june.id);
    ensure!(bench.page.script(&border).await? == true, "a date has no outline");
    let icons = "return [...document.querySelectorAll('.card .state')].map((state) => state.textContent).join('')";
    let icons = bench.page.script(icons).await?;
    let icons = icons.as_str().unwrap_or_default();
    ensure!(icons.contains('✗') && icons.contains('✓') && icons.contains('○'), "the icons are {icons}");
    if bench.page.browser() == Browser::Chromium {
        let found = bench.page.accessibility().await?;
        ensure!(found.is_empty(), "in forced colours:\n{}", found.join("\n"));
    }
    Ok(())
}

async fn needs_no_outer_scroll_bar(page: Page) -> Result<()> {
    page.button("Try the example").await?.click().await?;
    let bench = Workbench::opened(page).await?;
    bench.mark("date", "July").await?;
    let over = "const root = document.documentElement;
        return [root.scrollHeight - root.clientHeight, root.scrollWidth - root.clientWidth]";
    let over = bench.page.script(over).await?;
    ensure!(over == json!([0, 0]), "the page is larger than the window by {over}");
    Ok(())
}
