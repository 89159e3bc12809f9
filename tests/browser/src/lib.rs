//! The built page in real browsers: a test is written once and runs in each of them.
//!
//! A test is an `async fn(Page) -> Result<()>`, named in [`in_every_browser!`]. It gets a browser of its own with an empty
//! profile, on the page as `cargo xtask build` left it. When it fails, a picture of the page lies in `target/end-to-end`.

#![expect(clippy::missing_errors_doc, reason = "what fails here says in words what went wrong")]

mod engine;
mod folder;
mod page;

use std::future::Future;

use anyhow::{Context, Result, anyhow};
use tokio::task::LocalSet;

pub use engine::Look;
pub use page::Page;
pub use xtask::browsers::Browser;

/// Makes tests of these functions, one for each browser, in a module of its name.
#[macro_export]
macro_rules! in_every_browser {
    ($($look:ident: $($test:ident),+ $(,)?);+ $(;)?) => {
        mod chromium { $($($crate::in_one_browser!(Chromium, $look, $test);)+)+ }
        mod firefox { $($($crate::in_one_browser!(Firefox, $look, $test);)+)+ }
        mod webkit { $($($crate::in_one_browser!(WebKit, $look, $test);)+)+ }
    };
}

/// One test of [`in_every_browser!`].
#[macro_export]
macro_rules! in_one_browser {
    ($browser:ident, $look:ident, $test:ident) => {
        #[test]
        fn $test() {
            if let Err(error) =
                $crate::with_page($crate::Browser::$browser, $crate::Look::$look, stringify!($test), super::$test)
            {
                panic!("{error:#}");
            }
        }
    };
}

/// Opens the page in a browser, does what is to be done there, and closes the browser.
///
/// `name` is for the picture that is taken when it fails.
pub fn with_page<F, T>(browser: Browser, look: Look, name: &str, test: F) -> Result<()>
where
    F: FnOnce(Page) -> T,
    T: Future<Output = Result<()>> + 'static,
{
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    LocalSet::new().block_on(&runtime, async {
        let page = Page::open(browser, look).await.with_context(|| format!("starting {}", browser.name()))?;
        // In a task of its own, so that the browser is closed after a panic too.
        let outcome = tokio::task::spawn_local(test(page.clone())).await;
        let outcome = match outcome {
            Ok(outcome) => outcome,
            Err(panic) => Err(anyhow!("{panic}")),
        };
        let outcome = match outcome {
            Ok(()) => Ok(()),
            Err(error) => Err(error.context(page.evidence(&format!("{name}-{}", browser.name())).await)),
        };
        page.close().await;
        outcome
    })
}
