//! The hosted page and its own files: what it asks for, and work without a network.

use std::time::Duration;

use anyhow::{Result, ensure};
use browser_tests::{Page, in_every_browser};

use crate::workbench::Workbench;

in_every_browser!(hosted Light: stays_with_its_own_files, works_without_its_server);

/// The page asks for its own files, which its service worker asks for once more to keep them. After that, it asks for
/// nothing, whatever is done on it.
async fn stays_with_its_own_files(page: Page) -> Result<()> {
    page.find("main h1").await?;
    let mut asked = page.requests();
    ensure!(asked.iter().any(|target| target.contains(".wasm")), "the module was never asked for: {asked:?}");
    loop {
        tokio::time::sleep(Duration::from_secs(2)).await;
        let now = page.requests();
        if now.len() == asked.len() {
            break;
        }
        asked = now;
    }
    let own: Vec<String> = std::fs::read_dir(xtask::page::dist())?
        .flatten()
        .map(|entry| format!("/{}", entry.file_name().to_string_lossy()))
        .chain(["/", "/observe.js", "/favicon.ico"].map(str::to_owned))
        .collect();
    for target in &asked {
        ensure!(own.contains(target), "{target} is no file of the page");
        let times = asked.iter().filter(|other| *other == target).count();
        // The icon is named three times: by the page, by the manifest and to the worker.
        ensure!(times <= 3, "{target} was asked for {times} times");
    }

    page.button("Try the example").await?.click().await?;
    let bench = Workbench::opened(page).await?;
    bench.page.press("jv").await?;
    bench.saved().await?;
    let later = bench.page.requests().split_off(asked.len());
    ensure!(later.is_empty(), "asked for after load: {later:?}");
    Ok(())
}

/// The browser has no network when its server is gone: the page opens from what its worker has kept, with its articles.
async fn works_without_its_server(page: Page) -> Result<()> {
    page.find("main h1").await?;
    page.until_done(
        "the worker to have kept the page",
        "const done = arguments[0];
         navigator.serviceWorker.ready.then(() => caches.keys()).then(
            (names) => done(names.some((name) => name.startsWith('factmark-')) && navigator.serviceWorker.controller?.state === 'activated'),
            () => done(false))",
    )
    .await?;
    page.button("Try the example").await?.click().await?;
    let bench = Workbench::opened(page).await?;
    bench.page.press("jv").await?;
    bench.saved().await?;
    let marks = bench.marks().await?;
    bench.page.stop_server();
    // Not reloaded: Firefox's driver does that past every cache and the worker (LOAD_FLAGS_BYPASS_CACHE in its
    // remote/marionette/navigate.sys.mjs), as a person does with Shift.
    bench.page.visit("").await?;
    let bench = Workbench::opened_again(bench.page).await?;
    bench.ensure_marks(&marks).await?;
    bench.page.press("jx").await?;
    bench.saved().await
}
