//! The page opens, quietly.

use std::time::Duration;

use anyhow::{Result, ensure};
use browser_tests::{Page, in_every_browser};

use crate::workbench::Workbench;

in_every_browser!(Light: opens_without_an_error, stays_with_its_own_files, runs_only_its_own_code);

async fn opens_without_an_error(page: Page) -> Result<()> {
    page.find("main h1").await?;
    ensure!(page.driver().title().await?.contains("Factmark"));
    page.ensure_quiet().await
}

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

async fn runs_only_its_own_code(page: Page) -> Result<()> {
    page.find("main h1").await?;
    let attempts = "const script = document.body.appendChild(document.createElement('script'));
        const attempts = [
            () => { script.textContent = 'window.intruder = true'; },
            () => script.append('window.intruder = true'),
            () => document.body.setAttribute('onclick', 'window.intruder = true'),
            () => { document.body.firstElementChild.innerHTML = '<img src=x onerror=\"window.intruder = true\">'; },
        ];
        for (const attempt of attempts) try { attempt(); } catch {}
        document.body.click();
        return window.intruder ?? null";
    let intruder = page.script(attempts).await?;
    ensure!(intruder.is_null(), "what was written into the page has run");
    page.until(
        "the policy to report every attempt",
        "return observed.filter((line) => line.startsWith('policy')).length >= 4",
    )
    .await?;
    Ok(())
}
