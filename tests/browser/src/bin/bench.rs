//! How fast the page is in one browser: opening an annotation file of 1 MB with 10,000 marks, and deciding on them by
//! key, scrolling and resizing it; and a text of 10 MB. Part of `cargo xtask bench`.

use std::process::ExitCode;
use std::rc::Rc;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Look, Page, Place, first_visit};
use factmark::annotation::{ArticleFacts, Session};
use factmark::detect::claim::{ClaimDetail, Claimant};
use factmark::detect::{Detail, Detection, Findings, Reason};
use factmark::exchange::annotation_file;
use factmark::text::{Document, TextRange};

const MARKS: u32 = 10_000;
const WORDS_A_MARK: u32 = 16;

/// Notes when a file is chosen, and when its marks have been painted.
const WATCH_OPENING: &str = "window.bench = {};
    document.querySelector('input[type=file]').addEventListener('change', () => {
        bench.chosen = performance.now();
        const look = () => document.querySelector('.bench mark')
            ? requestAnimationFrame(() => setTimeout(() => { bench.opened = performance.now() - bench.chosen; }))
            : requestAnimationFrame(look);
        look();
    }, { capture: true });";

/// Notes for every key how long it takes until what it did has been painted.
const WATCH_KEYS: &str = "bench.keys = [];
    addEventListener('keydown', () => {
        const pressed = performance.now();
        requestAnimationFrame(() => setTimeout(() => { bench.keys.push(performance.now() - pressed); }));
    }, { capture: true });";

const KEYS: usize = 60;

/// Scrolls through the article and then changes the width of its column, and notes how long each takes to be painted.
const SCROLL_AND_RESIZE: &str = "const done = arguments[0];
    const text = document.querySelector('#text'), body = document.body;
    const time = (act) => new Promise((told) => requestAnimationFrame(() => {
        const begun = performance.now();
        act();
        requestAnimationFrame(() => setTimeout(() => told(performance.now() - begun)));
    }));
    (async () => {
        const scrolls = [], resizes = [];
        for (let step = 1; step <= 30; step++) {
            scrolls.push(await time(() => { text.scrollTop = text.scrollHeight * step / 31; }));
        }
        for (const width of ['900px', '1100px', '700px', '']) {
            resizes.push(await time(() => { body.style.width = width; }));
        }
        done([Math.max(...scrolls), Math.max(...resizes)]);
    })();";

/// Notes the longest time in which the page did nothing that it was asked.
const WATCH_PAUSES: &str = "bench.pause = 0;
    let last = performance.now();
    const beat = new MessageChannel();
    beat.port1.onmessage = () => {
        const now = performance.now();
        bench.pause = Math.max(bench.pause, now - last);
        last = now;
        setTimeout(() => beat.port2.postMessage(0), 4);
    };
    beat.port2.postMessage(0);";

/// Bytes of text in the largest article.
const HUGE: usize = 10_000_000;

fn main() -> ExitCode {
    let named = std::env::args().nth(1);
    let browsers = [Browser::Chromium, Browser::Firefox, Browser::WebKit];
    let browser = browsers.into_iter().find(|browser| named.as_deref() == Some(browser.name()));
    let measured = browser.context("a browser is wanted: chromium, firefox or webkit").and_then(|browser| {
        first_visits(browser)?;
        browser_tests::with_page(Place::hosted(browser), Look::Light, "bench", measure)
    });
    match measured {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn first_visits(browser: Browser) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let times = runtime.block_on(first_visit::measure(browser))?;
    for (what, time) in times {
        println!("{}: {what}: {time:.0} ms (median of {})", browser.name(), first_visit::ROUNDS);
    }
    Ok(())
}

async fn measure(page: Page) -> Result<()> {
    let file = page.file("large.factmark.json", &large_file()?)?;
    let mut opened = Vec::new();
    for _ in 0..3 {
        page.visit("").await?;
        page.find("#paste").await?;
        page.script(WATCH_OPENING).await?;
        page.choose(&file).await?;
        let time = page.until("the file to be open", "return window.bench?.opened").await?;
        opened.push(time.as_f64().context("no time")?);
    }
    opened.sort_by(f64::total_cmp);
    let name = page.browser().name();
    println!("{name}: 1 MB with {MARKS} marks opened: {:.0} ms (median of 3)", opened.get(1).unwrap_or(&0.0));

    page.script(WATCH_KEYS).await?;
    page.press("j").await?;
    for count in 2..=KEYS + 1 {
        page.press("v").await?;
        page.until("the key to be painted", &format!("return bench.keys.length >= {count}")).await?;
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
    let mut keys: Vec<f64> = serde_json::from_value(page.script("return bench.keys.slice(1)").await?)?;
    keys.sort_by(f64::total_cmp);
    let at = |percent: usize| keys.get((keys.len() * percent / 100).min(keys.len() - 1)).copied().unwrap_or_default();
    println!("{name}: verdict key to paint, median: {:.0} ms", at(50));
    println!("{name}: verdict key to paint, 95th percentile: {:.0} ms", at(95));

    let times = page.driver().execute_async(SCROLL_AND_RESIZE, vec![]).await?;
    let [scroll, resize]: [f64; 2] = serde_json::from_value(times.json().clone())?;
    println!("{name}: the slowest of 30 leaps through it {scroll:.0} ms, of 4 widths {resize:.0} ms");
    read_a_huge_text(&page).await
}

/// Opens a text of [`HUGE`] bytes, first to cancel it and then to the end.
async fn read_a_huge_text(page: &Page) -> Result<()> {
    let name = page.browser().name();
    let sentence =
        "The office said on Monday, 8 June 2018, that prices rose by 4 percent after a slow winter of trade. ";
    let paragraph = sentence.repeat(5) + "\n\n";
    let file = page.file("huge.txt", paragraph.repeat(HUGE / paragraph.len()).as_bytes())?;
    page.visit("").await?;
    page.find("#paste").await?;
    page.choose(&file).await?;
    page.find(".opening button").await?.click().await?;
    page.until("reading to stop", "return document.querySelector('.opening') === null").await?;
    page.visit("").await?;
    page.find("#paste").await?;
    page.script(WATCH_OPENING).await?;
    page.script(WATCH_PAUSES).await?;
    page.choose(&file).await?;
    let opened = patiently(page, "the text to be open", "return window.bench?.opened").await?;
    let opening = page.script("return bench.pause").await?;
    patiently(page, "it to be kept", "return document.querySelector('.saved')?.textContent !== 'Saving …'").await?;
    let kept = page.script("return bench.pause").await?;
    let number = |value: &serde_json::Value| value.as_f64().unwrap_or_default();
    println!(
        "{name}: reads 10 MB of text in {:.1} s, cancelled at once; the longest pause {:.0} ms, until it is kept {:.0} ms",
        number(&opened) / 1000.0,
        number(&opening),
        number(&kept)
    );
    Ok(())
}

/// Waits much longer than anything else may take.
async fn patiently(page: &Page, what: &str, script: &str) -> Result<serde_json::Value> {
    for _ in 0..5 {
        if let Ok(value) = page.until(what, script).await {
            return Ok(value);
        }
    }
    page.until(what, script).await
}

/// An annotation file of about 1 MB of text with [`MARKS`] marks.
fn large_file() -> Result<Vec<u8>> {
    let words =
        ["the", "office", "said", "prices", "rose", "in", "March", "after", "a", "slow", "winter", "of", "trade"];
    let mut text = String::new();
    let mut claims = Vec::new();
    for mark in 0..MARKS {
        let start = u32::try_from(text.len())?;
        for word in 0..WORDS_A_MARK {
            text.push_str(words.get(((mark * 7 + word * 5) % 13) as usize).copied().unwrap_or_default());
            text.push(' ');
        }
        let range = TextRange::new(start, u32::try_from(text.len())? - 1);
        text.push_str(if mark % 8 == 7 { "ended.\n\n" } else { "ended. " });
        claims.push(Detection {
            range,
            detail: Detail::Claim(ClaimDetail {
                score: 0.5,
                types: vec![],
                claimant: Claimant::Narrator,
                sentence: range,
            }),
            reasons: vec![Reason { name: "change".into(), range }],
            confidence: 0.5,
        });
    }
    let document = Rc::new(Document::new(text));
    let findings = Findings { claims, ..Findings::default() };
    let facts = ArticleFacts { title: "A long text".to_owned(), ..ArticleFacts::default() };
    let session = Session::open_without_budget("0f7c7a52-3f5e-4c8e-8a58-2d3c0c1f9a10", document, facts, findings);
    ensure!(session.annotations.len() == MARKS as usize, "{} marks", session.annotations.len());
    let mut file = Vec::new();
    annotation_file::write_pretty(&session, &mut file)?;
    Ok(file)
}
