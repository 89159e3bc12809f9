//! The keys of the workbench.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, in_every_browser};
use thirtyfour::Key;

use crate::workbench::Workbench;

in_every_browser!(Light: reviews_by_key_alone, marks_by_key_alone, leaves_letters_in_fields_alone);

async fn example(page: Page) -> Result<Workbench> {
    page.button("Try the example").await?.click().await?;
    Workbench::opened(page).await
}

async fn reviews_by_key_alone(page: Page) -> Result<()> {
    let bench = example(page).await?;
    let july = bench.mark("date", "July").await?;
    let marks = bench.marks().await?;
    let [first, second, ..] = &marks[..] else { anyhow::bail!("{} marks", marks.len()) };
    let page = &bench.page;
    for (key, current) in [("j", first), ("j", second), ("k", first)] {
        page.press(key).await?;
        bench.until_current(current).await?;
    }
    // After "verified" the queue moves on; the same key again would be for the next mark.
    page.press("v").await?;
    bench.until_verdict(first, "verified").await?;
    page.press("k").await?;
    bench.until_current(first).await?;
    page.press("v").await?;
    bench.until_verdict(first, "unchecked").await?;
    for (key, verdict) in [("u", "unclear"), ("x", "inconsistent")] {
        bench.click(&july).await?;
        page.press(key).await?;
        bench.until_verdict(&july, verdict).await?;
    }
    // The next unchecked one from there.
    bench.click(&july).await?;
    page.press("n").await?;
    page.until("another mark", &format!("return !document.getElementById('m-{}').classList.contains('now')", july.id))
        .await?;
    // A mark begun with C and left with Escape changes nothing.
    bench.click(&july).await?;
    page.press("c").await?;
    page.find(".banner button").await?;
    page.press_key(Key::Escape).await?;
    page.until("the link to be left", "return document.querySelector('mark.from') === null").await?;
    page.ensure_quiet().await
}

async fn marks_by_key_alone(page: Page) -> Result<()> {
    let bench = example(page).await?;
    let before = bench.marks().await?;
    bench.page.press_key(Key::F2).await?;
    bench.page.until("the caret", "return document.querySelector('article.caret-on') !== null").await?;
    let mut chain = bench.page.driver().action_chain().key_down(Key::Shift);
    for _ in 0..5 {
        chain = chain.key_down(Key::Right).key_up(Key::Right);
    }
    chain.key_up(Key::Shift).perform().await?;
    let selected = bench
        .page
        .until("a selection", "return getSelection().toString().length === 5 && getSelection().toString()")
        .await?;
    bench.page.press("3").await?;
    bench.mark("quote", selected.as_str().context("text")?).await?;
    ensure!(bench.marks().await?.len() == before.len() + 1, "one mark more");
    Ok(())
}

async fn leaves_letters_in_fields_alone(page: Page) -> Result<()> {
    let bench = example(page).await?;
    let july = bench.mark("date", "July").await?;
    bench.click(&july).await?;
    bench.page.press("m").await?;
    bench.page.until("the caret in the note", "return document.activeElement?.matches('textarea')").await?;
    bench.page.press("vxu jk: was it July?").await?;
    bench.page.until("the note", "return document.activeElement.value === 'vxu jk: was it July?'").await?;
    bench.until_verdict(&july, "unchecked").await?;
    bench.page.press_key(Key::Escape).await?;
    bench.saved().await?;
    let (_, file) = bench.download().await?;
    let notes: Vec<_> = file
        .get("annotations")
        .and_then(|annotations| annotations.as_array())
        .context("annotations")?
        .iter()
        .filter_map(|annotation| annotation.get("note")?.as_str().filter(|note| !note.is_empty()))
        .collect();
    ensure!(notes == ["vxu jk: was it July?"], "the notes are {notes:?}");
    Ok(())
}
