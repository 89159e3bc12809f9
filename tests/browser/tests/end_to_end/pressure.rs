//! A full disk, and memory in the long run.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, in_chromium};
use serde_json::{Value, json};

use crate::safety::{example, not_saved};
use crate::workbench::Workbench;

in_chromium!(says_so_when_the_disk_is_full, memory_stays_flat);

/// The disk fills up, and has room again.
async fn says_so_when_the_disk_is_full(page: Page) -> Result<()> {
    let origin = page.script("return location.origin").await?;
    let quota = |size: Option<u32>| {
        let mut wish = json!({ "origin": origin });
        if let (Some(size), Some(fields)) = (size, wish.as_object_mut()) {
            fields.insert("quotaSize".to_owned(), size.into());
        }
        wish
    };
    // Before anything is kept: what the browser knows of the room left, it believes for a while.
    page.driver().cdp().send_raw("Storage.overrideQuotaForOrigin", quota(Some(1))).await?;
    let bench = example(page).await?;
    bench.page.press("jv").await?;
    bench.until_checked(1).await?;
    let words = not_saved(&bench).await?;
    ensure!(words.contains("no room"), "it says {words:?}");
    bench.page.driver().cdp().send_raw("Storage.overrideQuotaForOrigin", quota(None)).await?;
    bench.page.find(".saved").await?.click().await?;
    bench.saved().await?;
    let marks = bench.marks().await?;
    bench.page.reload().await?;
    Workbench::opened_again(bench.page).await?.ensure_marks(&marks).await
}

/// After the first ten articles, forty more leave nothing behind.
async fn memory_stays_flat(page: Page) -> Result<()> {
    page.find("label.switch input").await?.click().await?; // not kept: the list on the desk stays empty
    let mut page = page;
    let mut after_ten = (0.0, 0.0);
    for number in 1..=50 {
        page.button("Try the example").await?.click().await?;
        let bench = Workbench::opened(page).await?;
        bench.page.press("jv").await?;
        page = bench.leave().await?;
        if number == 10 {
            after_ten = memory(&page).await?;
        }
    }
    let (program, heap) = memory(&page).await?;
    ensure!(program <= after_ten.0 + 2e6, "the program's memory went from {} to {program} bytes", after_ten.0);
    ensure!(heap <= after_ten.1 * 1.2 + 1e6, "the browser's heap went from {} to {heap} bytes", after_ten.1);
    Ok(())
}

/// The program's memory and the script heap, after the collector was at work.
async fn memory(page: &Page) -> Result<(f64, f64)> {
    page.driver().cdp().send_raw("HeapProfiler.collectGarbage", json!({})).await?;
    tokio::time::sleep(Duration::from_millis(500)).await;
    page.driver().cdp().send_raw("HeapProfiler.collectGarbage", json!({})).await?;
    let heap = page.driver().cdp().send_raw("Runtime.getHeapUsage", json!({})).await?;
    let program = page.script("return programMemory.buffer.byteLength").await?.as_f64().context("no memory")?;
    Ok((program, heap.get("usedSize").and_then(Value::as_f64).context("no heap")?))
}
