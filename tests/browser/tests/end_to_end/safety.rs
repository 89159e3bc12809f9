//! What goes wrong around the page ends in words, and the work is safe.

use anyhow::{Result, ensure};
use browser_tests::{Page, in_every_browser};

use crate::workbench::Workbench;

in_every_browser! {
    Light: works_where_nothing_may_be_kept, waits_for_a_locked_library, gives_way_to_a_newer_page, survives_a_clock_that_jumps,
        says_so_when_it_has_stopped, refuses_a_large_file_unread
}

/// As with a browser that forbids storage, or a private window of some.
async fn works_where_nothing_may_be_kept(page: Page) -> Result<()> {
    page.before(
        "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no storage here', 'SecurityError'); } });",
    )
    .await?;
    let bench = example(page).await?;
    bench.page.press("jv").await?;
    bench.until_checked(1).await?;
    let words = not_saved(&bench).await?;
    ensure!(words.contains("Download the annotation file"), "it says {words:?}");
    let (_, file) = bench.download().await?;
    ensure!(file.to_string().contains("\"verified\""), "the file has not what was done");
    Ok(())
}

/// Another window writes, and takes its time.
async fn waits_for_a_locked_library(page: Page) -> Result<()> {
    let bench = example(page).await?;
    bench.saved().await?;
    let lock = "const done = arguments[0];
        const opened = indexedDB.open('factmark');
        opened.onsuccess = () => {
            const names = [...opened.result.objectStoreNames];
            const store = opened.result.transaction(names, 'readwrite').objectStore(names[0]);
            const hold = () => { if (!window.released) store.count().onsuccess = hold; else opened.result.close(); };
            store.count().onsuccess = () => { done(true); hold(); };
        };";
    bench.page.until_done("the library to be locked", lock).await?;
    bench.page.press("jv").await?;
    bench.until_checked(1).await?;
    let saving = "return document.querySelector('.saved').textContent.startsWith('Saving')";
    bench.page.until("it to say that it is saving", saving).await?;
    bench.page.script("window.released = true").await?;
    bench.saved().await?;
    let marks = bench.marks().await?;
    bench.page.reload().await?;
    Workbench::opened_again(bench.page).await?.ensure_marks(&marks).await
}

/// A newer page in another window takes the library over: this one says so, and what was done can be downloaded.
async fn gives_way_to_a_newer_page(page: Page) -> Result<()> {
    let bench = example(page).await?;
    bench.saved().await?;
    let take_over = "const done = arguments[0];
        const opened = indexedDB.open('factmark', 99);
        opened.onsuccess = () => { opened.result.close(); done(true); };";
    bench.page.until_done("the library to be of a newer page", take_over).await?;
    bench.page.press("jv").await?;
    bench.until_checked(1).await?;
    let words = not_saved(&bench).await?;
    ensure!(words.contains("newer version"), "it says {words:?}");
    let (_, file) = bench.download().await?;
    ensure!(file.to_string().contains("\"verified\""), "the file has not what was done");
    Ok(())
}

/// A year ahead, then twenty years back.
async fn survives_a_clock_that_jumps(page: Page) -> Result<()> {
    page.before("{ const now = Date.now; window.shift = 0; Date.now = () => now() + shift; }").await?;
    let bench = example(page).await?;
    let july = bench.mark("date", "July").await?;
    let june = bench.mark("date", "June 8").await?;
    for (mark, days) in [(&july, 365), (&june, -7300)] {
        bench.page.script(&format!("window.shift = {days} * 86400000")).await?;
        bench.go_to(mark).await?;
        bench.page.press("x").await?;
        bench.until_verdict(mark, "inconsistent").await?;
    }
    bench.saved().await?;
    let marks = bench.marks().await?;
    bench.page.reload().await?;
    let bench = Workbench::opened_again(bench.page).await?;
    bench.ensure_marks(&marks).await?;
    // The last action is the last, whatever the clock says.
    bench.page.press_with_control('z').await?;
    bench.until_verdict(&june, "unchecked").await?;
    bench.until_verdict(&july, "inconsistent").await?;
    bench.saved().await
}

/// The program breaks for real: its memory is overwritten, so the next key ends in a trap.
async fn says_so_when_it_has_stopped(page: Page) -> Result<()> {
    let bench = example(page).await?;
    let july = bench.mark("date", "July").await?;
    bench.go_to(&july).await?;
    bench.page.press("x").await?;
    bench.until_verdict(&july, "inconsistent").await?;
    bench.saved().await?;
    let marks = bench.marks().await?;
    bench.page.script("breakTheProgram()").await?;
    bench.page.press("v").await?;
    ensure!(bench.page.find("#stopped").await?.text().await?.contains("Your work is safe"));
    bench.page.find("#stopped button").await?.click().await?;
    bench
        .page
        .until(
            "the page anew",
            "return document.querySelector('#stopped') === null && document.querySelector('main') !== null",
        )
        .await?;
    Workbench::opened_again(bench.page).await?.ensure_marks(&marks).await
}

/// Over 20 MB: said at once, and not a byte of it is read.
async fn refuses_a_large_file_unread(page: Page) -> Result<()> {
    let file = page.file("large.txt", b"")?;
    std::fs::File::options().write(true).open(&file)?.set_len(20 * 1024 * 1024 + 1)?;
    page.find("#paste").await?;
    page.choose(&file).await?;
    page.until("the refusal", "return document.body.innerText.includes('larger than 20 MB')").await?;
    ensure!(page.script("return filesRead").await? == 0, "the file was read");
    let small = page.file("small.txt", b"On June 8 it rained.")?;
    page.choose(&small).await?;
    let bench = Workbench::opened(page).await?;
    ensure!(bench.page.script("return filesRead").await? != 0, "a small file was not seen to be read");
    Ok(())
}

/// The workbench with the example.
pub async fn example(page: Page) -> Result<Workbench> {
    page.find("main h1").await?;
    page.click("Try the example").await?;
    Workbench::opened(page).await
}

/// Waits until the page says that something is not saved, and returns why.
pub async fn not_saved(bench: &Workbench) -> Result<String> {
    let script = "const saved = document.querySelector('.saved');
        return saved.textContent === 'Not saved' && saved.title";
    let why = bench.page.until("it to say that something is not saved", script).await?;
    Ok(why.as_str().unwrap_or_default().to_owned())
}
