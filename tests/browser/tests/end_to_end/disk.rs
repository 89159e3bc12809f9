//! The single file, opened from disk: it says to whom its articles belong, and they do; its program is its own.

use std::fs;

use anyhow::{Result, ensure};
use browser_tests::{Browser, Page, in_every_browser};

use crate::workbench::Workbench;

in_every_browser!(single Light: says_to_whom_its_articles_belong, runs_no_program_but_its_own);

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

async fn runs_no_program_but_its_own(page: Page) -> Result<()> {
    page.find("main h1").await?;
    page.until_done("the unpacked program to be kept", &with_programs("get(0)", "request.result?.length > 100000"))
        .await?;
    // Another file on the same disk may be able to do this.
    page.until_done("another program to be put there", &with_programs("put(Uint8Array.of(1, 2, 3), 0)", "true"))
        .await?;
    page.reload().await?;
    page.find("main h1").await?;
    page.until_done("its own to be kept again", &with_programs("get(0)", "request.result?.length > 100000")).await?;
    page.reload().await?;
    page.find("main h1").await?;
    page.ensure_quiet().await
}

/// Calls a method of the store of kept programs, and hands over what an expression makes of the request.
fn with_programs(method: &str, outcome: &str) -> String {
    format!(
        "const done = arguments[0];
         const opening = indexedDB.open('factmark-program');
         opening.onupgradeneeded = () => opening.transaction.abort();
         opening.onerror = () => done(false);
         opening.onsuccess = () => {{
           const request = opening.result.transaction('modules', 'readwrite').objectStore('modules').{method};
           request.onsuccess = () => {{ opening.result.close(); done({outcome}); }};
         }};"
    )
}
