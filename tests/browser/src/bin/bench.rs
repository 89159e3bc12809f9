//! How fast the page is in one browser: opening an annotation file of 1 MB with 10,000 marks, and deciding on them by
//! key. Part of `cargo xtask bench`.

use std::process::ExitCode;
use std::rc::Rc;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Look, Page};
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

fn main() -> ExitCode {
    let named = std::env::args().nth(1);
    let browsers = [Browser::Chromium, Browser::Firefox, Browser::WebKit];
    let browser = browsers.into_iter().find(|browser| named.as_deref() == Some(browser.name()));
    let measured = browser
        .context("a browser is wanted: chromium, firefox or webkit")
        .and_then(|browser| browser_tests::with_page(browser, Look::Light, "bench", measure));
    match measured {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
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
    println!("{name}: opens 1 MB with {MARKS} marks in {:.0} ms (median of 3)", opened.get(1).unwrap_or(&0.0));

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
    println!("{name}: verdict key to paint {:.0} ms at the median, {:.0} ms at the 95th percentile", at(50), at(95));
    Ok(())
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
