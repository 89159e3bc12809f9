//! The built page in real browsers: a test is written once and runs in each of them.
//!
//! A test is an `async fn(Page) -> Result<()>`, named in [`in_every_browser!`]. It gets a browser of its own with an empty
//! profile, on the page as `cargo xtask build` left it. When it fails, a picture of the page lies in `target/end-to-end`.

#![expect(clippy::missing_errors_doc, reason = "what fails here says in words what went wrong")]

mod engine;
pub mod first_visit;
mod folder;
pub mod kill;
mod page;
mod process;
pub mod unattended;

use std::future::Future;

use anyhow::{Context, Result, anyhow};
use tokio::task::LocalSet;

pub use engine::Look;
pub use page::Page;
pub use xtask::browsers::Browser;
pub use xtask::page::Build;

/// Which build of the page, in which browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Hosted, or the single file opened from disk.
    pub build: Build,
    /// The browser.
    pub browser: Browser,
}

impl Place {
    /// The hosted page.
    #[must_use]
    pub const fn hosted(browser: Browser) -> Self {
        Self { build: Build::Hosted, browser }
    }
}

/// Makes tests of these functions, one for each build and browser, in modules of their names: `single::firefox::opens`.
/// After `hosted` or `single`, for that build alone.
#[macro_export]
macro_rules! in_every_browser {
    (hosted $($tests:tt)+) => { mod hosted { $crate::in_the_browsers!(Hosted, $($tests)+); } };
    (single $($tests:tt)+) => { mod single { $crate::in_the_browsers!(Single, $($tests)+); } };
    ($($tests:tt)+) => {
        mod hosted { $crate::in_the_browsers!(Hosted, $($tests)+); }
        mod single { $crate::in_the_browsers!(Single, $($tests)+); }
    };
}

/// The tests of one build.
#[macro_export]
macro_rules! in_the_browsers {
    ($build:ident, $($look:ident: $($test:ident),+ $(,)?);+ $(;)?) => {
        mod chromium { $($($crate::in_one_browser!($build, Chromium, $look, $test);)+)+ }
        mod firefox { $($($crate::in_one_browser!($build, Firefox, $look, $test);)+)+ }
        mod webkit { $($($crate::in_one_browser!($build, WebKit, $look, $test);)+)+ }
    };
}

/// Tests of what only Chromium lets itself be told: a full disk, its memory.
#[macro_export]
macro_rules! in_chromium {
    ($($test:ident),+ $(,)?) => {
        mod hosted { mod chromium { $($crate::in_one_browser!(Hosted, Chromium, Light, $test);)+ } }
    };
}

/// One test.
#[macro_export]
macro_rules! in_one_browser {
    ($build:ident, $browser:ident, $look:ident, $test:ident) => {
        #[test]
        fn $test() {
            let place = $crate::Place { build: $crate::Build::$build, browser: $crate::Browser::$browser };
            if let Err(error) = $crate::with_page(place, $crate::Look::$look, stringify!($test), super::super::$test) {
                panic!("{error:#}");
            }
        }
    };
}

/// How often a test is tried where its browser fails: a browser of the system may crash, but not at every try.
const TRIES: u32 = 3;

/// Opens the page in a browser, does what is to be done there, and closes the browser.
///
/// `name` is for the picture that is taken when it fails. Where not the test has failed but the browser under it, which is
/// said, the test begins again in another.
pub fn with_page<F, T>(place: Place, look: Look, name: &str, test: F) -> Result<()>
where
    F: Fn(Page) -> T,
    T: Future<Output = Result<()>> + 'static,
{
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    LocalSet::new().block_on(&runtime, async {
        let mut tries = 1;
        loop {
            let page = Page::open(place, look).await.with_context(|| format!("starting {}", place.browser.name()))?;
            // In a task of its own, so that the browser is closed after a panic too.
            let outcome = tokio::task::spawn_local(test(page.clone())).await;
            let outcome = outcome.unwrap_or_else(|panic| Err(anyhow!("{panic}")));
            let Err(error) = outcome else {
                page.close().await;
                return Ok(());
            };
            let failed = page.failure_of_the_browser().await;
            let (Some(failed), true) = (failed, tries < TRIES) else {
                let evidence = page.evidence(&format!("{name}-{}-{}", place.build.name(), place.browser.name())).await;
                page.close().await;
                return Err(error.context(evidence));
            };
            eprintln!("{name}: {} {failed} ({error:#}); once more", place.browser.name());
            page.close().await;
            tries += 1;
        }
    })
}
