//! A review that the page does by itself, in a browser without a driver, and its page's process killed in the middle.
//!
//! `WebKit`'s driver ends its session, and what the browser has kept, with the process of the page. So its browser is
//! started as a person starts it, with its own folders; a script in the page does what the keys would, and tells the
//! server of every step.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use xtask::serve::Server;

use crate::Browser;
use crate::engine::{kill_children, start_screen};
use crate::folder::Folder;
use crate::kill::{Review, Survived, Verdicts, moment};
use crate::process::Process;

/// How long the page may take to start, or to do one step, on a slow and busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// Reviews the example in `WebKit` and kills the page's process `kills` times, at moments drawn from `seed`. Fails when
/// anything is lost.
pub async fn review_under_fire(kills: u32, seed: u64) -> Result<Survived> {
    let (home, fixtures) = (Folder::new()?, Folder::new()?);
    let dist = xtask::page::dist();
    let page =
        fs::read_to_string(dist.join("index.html")).context("there is no page; `cargo xtask build` builds it")?;
    let page = page.replacen("<title>", "<script src=\"review.js\"></script><title>", 1);
    fs::write(fixtures.path().join("index.html"), page)?;
    fs::write(fixtures.path().join("review.js"), include_str!("review.js"))?;
    let server = Server::start(vec![fixtures.path().to_owned(), dist], 0)?;
    let mut survived = Survived::default();
    let mut random = seed;
    let mut done = 0;
    let mut last: Option<Review> = None;
    loop {
        let window = Window::open(&format!("{}?from={done}", server.url()), home.path())?;
        let begun = server.requests().len();
        let told = || told(&server, begun);
        let there = wait_for(|| told().first().and_then(|first| station(first))).await;
        let there = there.with_context(|| format!("the page after kill {}", survived.kills))?;
        if let Some(review) = last.take() {
            survived.count(&review, &there)?;
        }
        if survived.kills == kills {
            window.close().await;
            return Ok(survived);
        }
        wait_for(|| (told().len() > 1).then_some(())).await.context("the first decision")?;
        tokio::time::sleep(moment(&mut random)).await;
        window.kill_page()?;
        window.close().await;
        let review = review(there, &told())?;
        done += review.stations.len();
        last = Some(review);
    }
}

/// What the page has told since so many requests.
fn told(server: &Server, begun: usize) -> Vec<String> {
    let requests = server.requests().split_off(begun);
    requests.iter().filter_map(|target| target.strip_prefix("/told?").map(str::to_owned)).collect()
}

fn station(told: &str) -> Option<Verdicts> {
    told.strip_prefix("there=")?
        .split(',')
        .map(|mark| mark.split_once(':').map(|(id, verdict)| (id.to_owned(), verdict.to_owned())))
        .collect()
}

/// What was done, as the page has told it.
fn review(there: Verdicts, told: &[String]) -> Result<Review> {
    let mut review = Review { stations: vec![there], finished: 0 };
    for step in told.iter().skip(1) {
        if step == "saved" {
            review.finished = review.stations.len() - 1;
            continue;
        }
        let (id, word) = step.strip_prefix("does=").and_then(|does| does.split_once(':')).context("an unknown step")?;
        let mut next = review.stations.last().context("no station")?.clone();
        let mark = next.iter_mut().find(|(mark, _)| mark == id).context("an unknown mark")?;
        word.clone_into(&mut mark.1);
        review.stations.push(next);
    }
    Ok(review)
}

async fn wait_for<T>(mut look: impl FnMut() -> Option<T>) -> Result<T> {
    let started = Instant::now();
    loop {
        if let Some(found) = look() {
            return Ok(found);
        }
        if started.elapsed() > PATIENCE {
            bail!("waited in vain");
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// A window of `WebKit`'s small browser on a screen of its own. Dropping it ends both.
struct Window(Vec<Child>);

impl Window {
    fn open(address: &str, home: &Path) -> Result<Self> {
        let installed = Browser::WebKit.find().context("not installed; `cargo xtask test` installs it")?;
        let (display, screen) = start_screen()?;
        let mut window = Self(vec![screen]);
        let mut command = Command::new(&installed.browser);
        command.arg(address).env("HOME", home).env("DISPLAY", display);
        for name in ["XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "WAYLAND_DISPLAY"] {
            command.env_remove(name);
        }
        let browser = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        window.0.push(browser.with_context(|| installed.browser.display().to_string())?);
        Ok(window)
    }

    fn kill_page(&self) -> Result<()> {
        let mut pages = Process::family(&self.0)?;
        pages.retain(|process| process.shows_pages(Browser::WebKit));
        ensure!(!pages.is_empty(), "no process of the browser's shows pages");
        pages.iter().for_each(Process::kill);
        Ok(())
    }

    async fn close(self) {
        let family = Process::family(&self.0).unwrap_or_default();
        Process::kill_all(&family).await;
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        kill_children(std::mem::take(&mut self.0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_review_is_what_the_page_has_told() {
        let told = ["there=a:unchecked,b:verified", "does=a:unclear", "saved", "does=b:inconsistent"].map(String::from);
        let there = station(&told[0]).unwrap();
        let review = review(there, &told).unwrap();
        let verdicts = |review: &Review| -> Vec<String> {
            review.stations.iter().map(|station| station.iter().map(|(_, word)| word.as_str()).collect()).collect()
        };
        assert_eq!(verdicts(&review), ["uncheckedverified", "unclearverified", "unclearinconsistent"]);
        assert_eq!(review.finished, 1);
    }
}
