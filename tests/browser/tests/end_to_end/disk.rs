//! The single file, opened from disk: it says to whom its articles belong, and they do.

use std::fs;

use anyhow::{Result, ensure};
use browser_tests::{Browser, Page, in_every_browser};

use crate::workbench::Workbench;

in_every_browser!(single Light: says_to_whom_its_articles_belong);

async fn says_to_whom_its_articles_belong(page: Page) -> Result<()> {
    let words = page.find(".disk").await?.text().await?;
    let own_place = page.browser() == Browser::Firefox;
    let expected = if own_place { "belong to this place of the file" } else { "share one storage" };
    ensure!(words.contains(expected) && words.contains("download"), "it says {words:?}");

    page.button("Try the example").await?.click().await?;
    let bench = Workbench::opened(page).await?;
    bench.page.press("jv").await?;
    bench.saved().await?;
    let marks = bench.marks().await?;
    let (name, file) = bench.download().await?;
    let page = bench.leave().await?;

    // A copy elsewhere on the disk.
    let content = page.driver().current_url().await?.to_file_path().ok().and_then(|path| fs::read(path).ok());
    page.file("copy.html", &content.unwrap_or_default())?;
    page.visit("copy.html").await?;
    page.find("main h1").await?;
    if own_place {
        page.until("an empty library", "return document.querySelector('.promise') && !document.querySelector('.kept')")
            .await?;
    } else {
        page.find(".kept button.open").await?;
    }
    // The annotation file brings the work along.
    if own_place {
        let again = Workbench::open(page, &name, file.to_string().as_bytes()).await?;
        again.ensure_marks(&marks).await?;
    }
    Ok(())
}
