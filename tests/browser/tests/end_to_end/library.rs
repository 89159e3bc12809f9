//! The library: two windows on one article, everything out into one file and in again, newer files of kept articles.

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Build, Page, Place, in_every_browser};
use serde_json::{Value, json};

use crate::workbench::{ARTICLE, Workbench};

in_every_browser!(Light:
    two_windows_follow_each_other,
    goes_out_in_one_file_and_comes_in_again,
    a_newer_file_can_be_taken_back,
    a_dropped_file_asks_first,
);

async fn two_windows_follow_each_other(page: Page) -> Result<()> {
    let bench = Workbench::open(page, "letter.txt", ARTICLE.as_bytes()).await?;
    let (july, june) = (bench.mark("date", "July").await?, bench.mark("date", "June 8").await?);
    bench.saved().await?;
    let driver = bench.page.driver().clone();
    let first = driver.window().await?;
    let second = driver.new_tab().await?;
    driver.switch_to_window(second.clone()).await?;
    bench.page.visit("").await?;
    bench.page.find(".kept button.open").await?.click().await?;
    let other = Workbench::opened(bench.page.clone()).await?;
    other.choose(&july).await?;
    other.page.press("u").await?;
    other.until_verdict(&july, "unclear").await?;
    other.saved().await?;

    driver.switch_to_window(first.clone()).await?;
    // WebKit passes no word between windows opened from disk: there a window learns of the other with its own next action.
    let told = bench.page.place() != Place { build: Build::Single, browser: Browser::WebKit };
    if told {
        bench.until_verdict(&july, "unclear").await?;
    }
    bench.choose(&june).await?;
    bench.page.press("x").await?;
    bench.until_verdict(&june, "inconsistent").await?;
    bench.saved().await?;
    if !told {
        bench.until_verdict(&july, "unclear").await?;
        return bench.page.ensure_quiet().await;
    }
    driver.switch_to_window(second).await?;
    other.until_verdict(&june, "inconsistent").await?;
    other.until_checked(2).await?;
    // What one window did, the other can take back.
    other.page.press_with_control('z').await?;
    other.until_verdict(&june, "unchecked").await?;
    other.saved().await?;
    driver.switch_to_window(first).await?;
    bench.until_verdict(&june, "unchecked").await?;
    bench.until_verdict(&july, "unclear").await?;
    bench.page.ensure_quiet().await
}

async fn goes_out_in_one_file_and_comes_in_again(page: Page) -> Result<()> {
    let bench = Workbench::open(page, "letter.txt", ARTICLE.as_bytes()).await?;
    let july = bench.mark("date", "July").await?;
    bench.click(&july).await?;
    bench.page.press("x").await?;
    bench.until_verdict(&july, "inconsistent").await?;
    bench.saved().await?;
    let page = bench.leave().await?;
    let bench = Workbench::open(page, "short.txt", b"The tower was opened on May 3, 2017, and has 40 floors.").await?;
    bench.saved().await?;
    let page = bench.leave().await?;
    page.button("Download all").await?.click().await?;
    let (name, library) = page.downloaded().await?;
    let articles = library.get("articles").and_then(Value::as_array).context("no articles")?;
    ensure!(articles.len() == 2, "{} articles in {name}", articles.len());

    // Erased for good, both, and in again; a second time nothing is doubled.
    for left in [1, 0] {
        page.button("Delete").await?.click().await?;
        page.button("Erase for good").await?.click().await?;
        page.until("one article less", &format!("return document.querySelectorAll('.kept li').length === {left}"))
            .await?;
    }
    let file = page.file(&name, library.to_string().as_bytes())?;
    for time in ["2 articles taken in", "0 articles taken in"] {
        page.choose(&file).await?;
        let said = format!("return document.body.textContent.includes({})", json!(time));
        page.until(time, &said).await?;
        page.until("two articles", "return document.querySelectorAll('.kept li').length === 2").await?;
    }
    page.driver()
        .execute(
            "[...document.querySelectorAll('.kept button.open')].find((open) => open.textContent.includes('Moscow')).click()",
            vec![],
        )
        .await?;
    let bench = Workbench::opened(page).await?;
    bench.until_verdict(&july, "inconsistent").await?;
    bench.page.ensure_quiet().await
}

async fn a_newer_file_can_be_taken_back(page: Page) -> Result<()> {
    let bench = Workbench::open(page, "letter.txt", ARTICLE.as_bytes()).await?;
    let july = bench.mark("date", "July").await?;
    bench.click(&july).await?;
    bench.page.press("u").await?;
    bench.until_verdict(&july, "unclear").await?;
    bench.saved().await?;
    let (name, mut file) = bench.download().await?;
    let page = bench.leave().await?;

    // As a colleague sends it back: later, with another verdict.
    *file.pointer_mut("/modified").context("no modified")? = json!("2099-01-01T00:00:00Z");
    let marks = file.get_mut("annotations").and_then(Value::as_array_mut).context("annotations")?;
    let mark = marks.iter_mut().find(|mark| mark["id"] == july.id.as_str()).context("July")?;
    mark["verdict"] = json!("verified");
    mark["decisions"].as_array_mut().context("decisions")?.push(json!({ "verdict": "verified" }));
    let bench = Workbench::open(page, &name, file.to_string().as_bytes()).await?;
    bench.until_verdict(&july, "verified").await?;
    bench.saved().await?;
    bench.page.press_with_control('z').await?;
    bench.until_verdict(&july, "unclear").await?;
    bench.saved().await?;
    // After a reload too.
    bench.page.reload().await?;
    bench.page.find(".kept button.open").await?.click().await?;
    let bench = Workbench::opened(bench.page).await?;
    bench.until_verdict(&july, "unclear").await?;
    bench.page.press_with_control('y').await?;
    bench.until_verdict(&july, "verified").await?;
    bench.page.ensure_quiet().await
}

async fn a_dropped_file_asks_first(page: Page) -> Result<()> {
    let bench = Workbench::open(page, "letter.txt", ARTICLE.as_bytes()).await?;
    let july = bench.mark("date", "July").await?;
    bench.saved().await?;
    let drop = "const files = new DataTransfer();
        files.items.add(new File(['The tower was opened on May 3, 2017.'], 'tower.txt', { type: 'text/plain' }));
        document.querySelector('#text').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: files }));";
    bench.page.script(drop).await?;
    bench.page.find("dialog[open]").await?;
    bench.mark("date", "July").await?;
    bench.page.button("Cancel").await?.click().await?;
    bench.page.until("the window to close", "return document.querySelector('dialog[open]') === null").await?;
    bench.click(&july).await?;
    bench.page.script(drop).await?;
    bench.page.button("Open it instead").await?.click().await?;
    bench.mark("date", "May 3, 2017").await?;
    bench.page.ensure_quiet().await
}
