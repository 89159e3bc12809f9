//! How long a visitor waits: until the caret stands in the paste field, and from a paste until its marks are painted.
//!
//! The server is on the same machine, so these are the times of the page, not of anybody's line.

use anyhow::{Context, Result};

use crate::{Browser, Look, Page, Place};

/// How many browsers with empty profiles are started; each has one cold visit and one warm one.
pub const ROUNDS: usize = 3;

/// Words in the article that is pasted.
const WORDS: usize = 1000;

const ARTICLES: [&str; 5] = [
    include_str!("../../articles/gerasimov-letter.txt"),
    include_str!("../../articles/harbour-ferry.txt"),
    include_str!("../../articles/library-blog.txt"),
    include_str!("../../articles/press-mail.txt"),
    include_str!("../../articles/rate-decision.txt"),
];

/// Notes when the caret stands in the paste field, in milliseconds since the visit began, and how long after a paste the
/// first marks have been painted.
const WATCH: &str = "window.times = {};
    const lookForCaret = () => {
        if (document.activeElement?.id === 'paste') times.caret = performance.now();
        else requestAnimationFrame(lookForCaret);
    };
    lookForCaret();
    addEventListener('paste', () => {
        const pasted = performance.now();
        const look = () => document.querySelector('.bench mark')
            ? requestAnimationFrame(() => setTimeout(() => { times.painted = performance.now() - pasted; }))
            : requestAnimationFrame(look);
        look();
    }, { capture: true });";

/// What was measured, in words, with the median in milliseconds.
pub async fn measure(browser: Browser) -> Result<Vec<(&'static str, f64)>> {
    let mut times: [(&str, Vec<f64>); 4] = [
        ("first visit to caret, cold cache", vec![]),
        ("1,000 words pasted to marks painted, cold cache", vec![]),
        ("next visit to caret, warm cache", vec![]),
        ("1,000 words pasted to marks painted, warm cache", vec![]),
    ];
    for _ in 0..ROUNDS {
        let page = Page::start(Place::hosted(browser), Look::Light).await?;
        let measured = two_visits(&page).await;
        page.close().await;
        for ((_, all), time) in times.iter_mut().zip(measured?) {
            all.push(time);
        }
    }
    Ok(times.map(|(what, times)| (what, median(times))).into())
}

/// A visit that has to fetch everything and one that has it, and a paste on each.
async fn two_visits(page: &Page) -> Result<[f64; 4]> {
    page.serve(WATCH)?;
    page.copy(&article()).await?;
    page.visit("").await?;
    let [cold, cold_paste] = visit(page).await?;
    let kept = "const done = arguments[0];
        navigator.serviceWorker.ready.then(() => caches.keys()).then((names) => done(names.some((name) => name.startsWith('factmark-'))), () => done(false))";
    page.until_done("the page to be kept", kept).await?;
    page.until("it to be saved", "return document.querySelector('.saved')?.textContent === 'Saved'").await?;
    page.button("All articles").await?.click().await?;
    page.visit("source.html").await?;
    page.visit("").await?;
    let [warm, warm_paste] = visit(page).await?;
    Ok([cold, cold_paste, warm, warm_paste])
}

async fn visit(page: &Page) -> Result<[f64; 2]> {
    let caret = page.until("the caret in the paste field", "return window.times?.caret").await?;
    page.press_with_control('v').await?;
    let painted = page.until("the marks", "return times.painted").await?;
    Ok([caret.as_f64().context("no time")?, painted.as_f64().context("no time")?])
}

/// So many words of our own articles, with their line ends; from the first again where they are fewer.
fn article() -> String {
    let text = ARTICLES.join("\n\n");
    let text = format!("{text}\n\n{text}");
    let words: Vec<&str> = text.split_inclusive([' ', '\n']).collect();
    let mut left = WORDS;
    let enough = words.iter().take_while(|word| {
        let another = left > 0;
        left -= usize::from(another && !word.trim().is_empty());
        another
    });
    enough.copied().collect()
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_article_has_a_thousand_words() {
        assert_eq!(super::article().split_whitespace().count(), super::WORDS);
    }
}
