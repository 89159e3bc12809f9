//! The browser's renderer killed in the middle of a review: a finished action is never lost.
//!
//! A scripted review decides on mark after mark by key. An action is finished when the page has said "Saved" after it. At
//! a random moment every process that shows pages is killed; then the page is opened again, and what it shows must be the
//! review as it was after some action: none that was finished may be missing, and nothing may be there that was not done.

use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use crate::process::Process;
use crate::{Browser, Page};

/// The longest time from the first key to the kill.
const LONGEST: u64 = 900;

/// The driver of a dead page may not answer for ever.
const NO_ANSWER: Duration = Duration::from_secs(8);

/// What the keys of the review decide, over and over.
const DECISIONS: [(&str, &str); 3] = [("v", "verified"), ("x", "inconsistent"), ("u", "unclear")];

/// The marks of the article by id, with their verdicts.
const MARKS: &str = "return [...new Map([...document.querySelectorAll('mark[data-mark]')].map((mark) =>
    [mark.dataset.mark, [...mark.classList].find((name) => name.startsWith('v-')).slice(2)]))]";

const SAVED: &str = "return document.querySelector('.saved')?.textContent === 'Saved'";

/// How the kills of one run went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Survived {
    /// How often the renderer was killed.
    pub kills: u32,
    /// Actions that were finished before.
    pub finished: u32,
    /// Actions under way at a kill that were there afterwards all the same.
    pub rescued: u32,
}

impl Survived {
    /// After one more kill the page shows this: nothing that was finished may be missing, and nothing that was not done
    /// may be there.
    pub(crate) fn count(&mut self, review: &Review, now: &Verdicts) -> Result<()> {
        self.kills += 1;
        let there = review.stations.iter().rposition(|station| station == now);
        let Some(there) = there else {
            bail!("after kill {} the page shows what never was: {now:?}", self.kills);
        };
        let finished = review.finished;
        ensure!(there >= finished, "kill {}: {finished} actions were finished, and {there} are there", self.kills);
        self.finished += u32::try_from(finished)?;
        self.rescued += u32::try_from(there - finished)?;
        Ok(())
    }
}

/// A verdict for each mark, in text order.
pub(crate) type Verdicts = Vec<(String, String)>;

/// Reviews the example with a driver and kills its renderer `kills` times, at moments drawn from `seed`. Fails when anything is lost.
pub async fn review_under_fire(page: Page, kills: u32, seed: u64) -> Result<Survived> {
    page.button("Try the example").await?.click().await?;
    page.until("the workbench", "return document.querySelector('.bench mark') !== null").await?;
    page.until("everything saved", SAVED).await?;
    let mut survived = Survived::default();
    let mut random = seed;
    let mut done: u32 = 0;
    while survived.kills < kills {
        let before = verdicts(&page).await?;
        ensure!(!before.is_empty(), "there are no marks");
        let review = review_until_killed(&page, &before, done, moment(&mut random)).await?;
        let now = open_again(&page).await.with_context(|| format!("after kill {}", survived.kills + 1))?;
        survived.count(&review, &now)?;
        done += u32::try_from(review.stations.len())?;
    }
    Ok(survived)
}

/// What was done up to the kill.
pub(crate) struct Review {
    /// The verdicts after no action, after one, and so on.
    pub stations: Vec<Verdicts>,
    /// How many actions were finished.
    pub finished: usize,
}

async fn review_until_killed(page: &Page, before: &Verdicts, done: u32, after: Duration) -> Result<Review> {
    let mut review = Review { stations: vec![before.clone()], finished: 0 };
    let victims = page.renderers()?;
    ensure!(!victims.is_empty(), "no process of the browser's shows pages");
    let (begun, beginning) = mpsc::channel::<()>();
    let killer = thread::spawn(move || {
        let _ = beginning.recv();
        thread::sleep(after);
        victims.iter().for_each(Process::kill);
        Instant::now()
    });
    let _ = begun.send(());
    let mut number = done as usize;
    // Until the kill, which ends it with an error of the driver's.
    while let Ok(Ok(())) = tokio::time::timeout(NO_ANSWER, act(page, &mut review, number)).await {
        number += 1;
        if killer.is_finished() {
            break;
        }
    }
    while !killer.is_finished() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    Ok(review)
}

/// One decision on one mark. It is among the stations before its key is pressed, and finished when the page says so.
async fn act(page: &Page, review: &mut Review, number: usize) -> Result<()> {
    let mut next = review.stations.last().context("no station")?.clone();
    let length = next.len();
    let (id, verdict) = next.get_mut(number % length).context("no mark")?;
    // The same verdict again would take it back.
    let choice = DECISIONS.iter().cycle().skip(number).take(3).find(|(_, word)| word != verdict);
    let (key, word) = *choice.context("no decision")?;
    word.clone_into(verdict);
    let id = id.clone();
    review.stations.push(next);
    let look = format!("document.getElementById('m-{id}').click(); return true");
    page.script(&look).await?;
    while page.script(&format!("return document.getElementById('m-{id}').classList.contains('now')")).await? != true {}
    page.press(key).await?;
    let decided = format!("return document.getElementById('m-{id}').classList.contains('v-{word}')");
    while page.script(&decided).await? != true {}
    while page.script(SAVED).await? != true {}
    review.finished = review.stations.len() - 1;
    Ok(())
}

/// Opens the page once more and waits for its article.
async fn open_again(page: &Page) -> Result<Verdicts> {
    page.recover().await?;
    page.until("the article", "return document.querySelector('.bench mark, .kept button.open') !== null").await?;
    if page.script("return document.querySelector('.bench') === null").await? == true {
        page.find(".kept button.open").await?.click().await?;
    }
    page.until("the workbench", "return document.querySelector('.bench mark') !== null").await?;
    page.until("everything saved", SAVED).await?;
    verdicts(page).await
}

async fn verdicts(page: &Page) -> Result<Verdicts> {
    Ok(serde_json::from_value(page.script(MARKS).await?)?)
}

/// A moment, spread evenly (splitmix64).
pub(crate) fn moment(random: &mut u64) -> Duration {
    *random = random.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*random ^ *random >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    Duration::from_millis((mixed ^ mixed >> 31) % LONGEST)
}

/// How many kills each browser has to survive.
#[must_use]
pub const fn enough(browser: Browser) -> u32 {
    match browser {
        Browser::Chromium => 200,
        Browser::Firefox | Browser::WebKit => 20,
    }
}
