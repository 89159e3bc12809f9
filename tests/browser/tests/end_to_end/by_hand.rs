//! Marking by hand with the mouse and by touch: edges that are dragged, words chosen with a finger.

use anyhow::{Result, ensure};
use browser_tests::{Browser, Page, in_every_browser};
use serde_json::{Value, json};

use crate::workbench::{Mark, Workbench};

in_every_browser!(Light: drags_an_edge, marks_and_chooses_by_touch);

/// The middle of the words in the window: of their first box and of their last.
async fn place(bench: &Workbench, selector: &str) -> Result<(i64, i64)> {
    let script = format!(
        "const box = document.querySelector({}).getBoundingClientRect();
        return [box.left + box.width / 2, box.top + box.height / 2].map(Math.round);",
        json!(selector)
    );
    let place: [i64; 2] = serde_json::from_value(bench.page.script(&script).await?)?;
    Ok((place[0], place[1]))
}

async fn drags_an_edge(page: Page) -> Result<()> {
    page.button("Try the example").await?.click().await?;
    let bench = Workbench::opened(page).await?;
    let words = "the Jordanian Border";
    bench.select("Jordanian Border").await?;
    bench.page.press("1").await?;
    let mark = bench.mark("claim", "Jordanian Border").await?;
    bench.until_current(&mark).await?;
    let ends = bench.ends(words).await?;
    let (x, y) = place(&bench, "mark.now .edge[data-edge=left]").await?;
    let chain = bench.page.driver().action_chain().move_to(x, y).click_and_hold();
    chain.move_to(x - 8, y).move_to(ends[0] + 1, ends[1]).release().perform().await?;
    let longer = bench.mark("claim", words).await?;
    ensure!(longer.id == mark.id, "another mark");
    bench.page.press_with_control('z').await?;
    bench.mark("claim", "Jordanian Border").await?;
    bench.page.ensure_quiet().await
}

/// A finger taps a mark, then holds on words until they are selected and taps the bar. Where the driver has no fingers
/// the page gets the same events.
async fn marks_and_chooses_by_touch(page: Page) -> Result<()> {
    page.button("Try the example").await?.click().await?;
    let bench = Workbench::opened(page).await?;
    let july = bench.mark("date", "July").await?;
    bench
        .page
        .script(&format!("{}.scrollIntoView({{ block: 'center', behavior: 'instant' }})", element(&july)))
        .await?;
    tap(&bench, &format!("[id='m-{}']", july.id)).await?;
    bench.until_current(&july).await?;

    // Holding selects a word, and the browser's own handles widen it: the page hears of a selection only.
    let select =
        "const words = document.createTreeWalker(document.querySelector('#text article'), NodeFilter.SHOW_TEXT);
        while (words.nextNode()) {
            const at = words.currentNode.data.indexOf('Jordanian');
            if (at < 0) continue;
            words.currentNode.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
            getSelection().setBaseAndExtent(words.currentNode, at, words.currentNode, at + 'Jordanian'.length);
            return true;
        }";
    ensure!(bench.page.script(select).await? == true, "the word is not there");
    bench.page.until("the bar at the selection", "return !document.querySelector('.selbar').hidden").await?;
    tap(&bench, ".selbar button").await?;
    bench.mark("claim", "Jordanian").await?;
    bench.page.ensure_quiet().await
}

fn element(mark: &Mark) -> String {
    format!("document.getElementById('m-{}')", mark.id)
}

async fn tap(bench: &Workbench, selector: &str) -> Result<()> {
    bench.until_still().await?;
    let (x, y) = place(bench, selector).await?;
    if bench.page.browser() == Browser::Chromium {
        let cdp = bench.page.driver().cdp();
        cdp.send_raw("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
        let down = json!({ "type": "touchStart", "touchPoints": [{ "x": x, "y": y }] });
        cdp.send_raw("Input.dispatchTouchEvent", down).await?;
        let up = json!({ "type": "touchEnd", "touchPoints": [] });
        cdp.send_raw("Input.dispatchTouchEvent", up).await?;
        return Ok(());
    }
    let events = format!(
        "const element = document.elementFromPoint({x}, {y});
        const at = {{ bubbles: true, cancelable: true, clientX: {x}, clientY: {y}, pointerType: 'touch', isPrimary: true, detail: 1 }};
        for (const name of ['pointerdown', 'pointerup']) element.dispatchEvent(new PointerEvent(name, at));
        for (const name of ['mousedown', 'mouseup', 'click']) element.dispatchEvent(new MouseEvent(name, at));
        return element !== null"
    );
    let tapped: Value = bench.page.script(&events).await?;
    ensure!(tapped == true, "nothing there to tap");
    Ok(())
}
