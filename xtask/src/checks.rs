//! The checks: `cargo xtask test`.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::browsers::Browser;
use crate::command::{announce, cargo, in_path, path_with, run, run_tests};
use crate::page::Build;
use crate::{fuzz, page, tools};

/// A part of the checks that can be run on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Formatting.
    Format,
    /// Clippy, on the core and its tools and on the page.
    Lint,
    /// The tests that need no browser.
    Native,
    /// A minute of random input to the core.
    Fuzz,
    /// The page's own tests, compiled to WebAssembly and run in a browser.
    Wasm,
    /// The sizes of the page, against their budgets.
    Size,
    /// The end-to-end tests of one build in one browser.
    EndToEnd(Build, Browser),
}

/// What became of a part.
enum Outcome {
    Passed(Vec<String>),
    Failed(String),
    Skipped(String),
}

impl Part {
    /// All parts, in the order in which they run.
    pub const ALL: [Self; 12] = [
        Self::Format,
        Self::Lint,
        Self::Native,
        Self::Fuzz,
        Self::Wasm,
        Self::Size,
        Self::EndToEnd(Build::Hosted, Browser::Chromium),
        Self::EndToEnd(Build::Hosted, Browser::Firefox),
        Self::EndToEnd(Build::Hosted, Browser::WebKit),
        Self::EndToEnd(Build::Single, Browser::Chromium),
        Self::EndToEnd(Build::Single, Browser::Firefox),
        Self::EndToEnd(Build::Single, Browser::WebKit),
    ];

    /// The parts that `--only` means by a name: one, or all browsers for `e2e`.
    #[must_use]
    pub fn named(name: &str) -> Option<Vec<Self>> {
        let parts: Vec<Self> = Self::ALL
            .into_iter()
            .filter(|part| part.name() == name || part.name().starts_with(&format!("{name}-")))
            .collect();
        (!parts.is_empty()).then_some(parts)
    }

    fn name(self) -> String {
        match self {
            Self::Format => "fmt".into(),
            Self::Lint => "lint".into(),
            Self::Native => "native".into(),
            Self::Fuzz => "fuzz".into(),
            Self::Wasm => "wasm".into(),
            Self::Size => "size".into(),
            Self::EndToEnd(Build::Hosted, browser) => format!("e2e-{}", browser.name()),
            Self::EndToEnd(Build::Single, browser) => format!("e2e-single-{}", browser.name()),
        }
    }

    fn run(self, filter: &[String]) -> Result<Outcome> {
        match self {
            Self::Format => run(cargo().args(["fmt", "--all", "--check"])).map(|()| Outcome::Passed(vec![])),
            Self::Lint => lint().map(|()| Outcome::Passed(vec![])),
            Self::Native => tests(
                cargo()
                    .args(["test", "--workspace", "--exclude", "browser-tests", "--no-fail-fast", "--"])
                    .args(filter),
            ),
            // Eleven targets: about a minute, always the same inputs, so that a failure is one of the change at hand.
            // What was found before is replayed by the native tests.
            Self::Fuzz => {
                fuzz::start(["--inputs", "2000", "--seconds", "6", "--seed", "1"]).map(|()| Outcome::Passed(vec![]))
            }
            Self::Wasm => wasm(filter),
            Self::Size if in_path("node").is_none() => {
                Ok(Outcome::Skipped("Node.js, which compresses, is not there".into()))
            }
            Self::Size => page::ensure_sizes().map(Outcome::Passed),
            Self::EndToEnd(build, browser) => end_to_end(build, browser, filter),
        }
    }
}

/// Runs these parts, all of them even if one fails, and sums up.
///
/// A part whose tools cannot be had is skipped, and where `CI` is set it has failed: there, nothing is to be missing.
pub fn run_all(parts: Vec<Part>, filter: &[String]) -> Result<()> {
    let strict = std::env::var_os("CI").is_some_and(|value| !value.is_empty());
    let mut report = Vec::new();
    let mut failed = Vec::new();
    for part in parts {
        let name = part.name();
        announce(&format!("{name} ..."));
        let started = Instant::now();
        let outcome = match part.run(filter) {
            Ok(Outcome::Skipped(why)) if strict => Outcome::Failed(why),
            Ok(outcome) => outcome,
            Err(error) => Outcome::Failed(format!("{error:#}")),
        };
        let time = format!("{} s", rounded(started.elapsed()));
        match outcome {
            Outcome::Passed(summaries) => {
                report.push(format!("{name}: passed ({time})"));
                report.extend(summaries);
            }
            Outcome::Skipped(why) => report.push(format!("{name}: SKIPPED: {why}")),
            Outcome::Failed(why) => {
                report.push(format!("{name}: FAILED ({time}): {why}"));
                failed.push(name);
            }
        }
    }
    println!("\n{}", report.join("\n"));
    if !failed.is_empty() {
        bail!("failed: {}", failed.join(", "));
    }
    Ok(())
}

fn rounded(time: Duration) -> u64 {
    time.as_secs() + u64::from(time.subsec_millis() >= 500)
}

fn tests(command: &mut std::process::Command) -> Result<Outcome> {
    let (summaries, passed) = run_tests(command)?;
    Ok(if passed { Outcome::Passed(summaries) } else { Outcome::Failed("see above".into()) })
}

/// The features and the target of the page.
const PAGE: [&str; 5] = ["--target", "wasm32-unknown-unknown", "--no-default-features", "--features", "page"];

fn lint() -> Result<()> {
    run(cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    tools::ensure_wasm_target()?;
    run(cargo().arg("clippy").args(PAGE).args(["--lib", "--bin", "factmark", "--test", "page", "--", "-D", "warnings"]))
}

fn wasm(filter: &[String]) -> Result<Outcome> {
    let browser = match Browser::Chromium.ensure() {
        Ok(installed) => installed,
        Err(error) => return Ok(Outcome::Skipped(format!("{error:#}"))),
    };
    tools::ensure_wasm_target()?;
    let runner = tools::wasm_bindgen()?.ensure("wasm-bindgen-test-runner")?;
    let bin = runner.parent().context("the test runner lies nowhere")?;
    let mut command = cargo();
    command.env("PATH", path_with(&[bin])?).env("CHROMEDRIVER", browser.driver);
    tests(command.arg("test").args(PAGE).args(["--test", "page", "--"]).args(filter))
}

fn end_to_end(build: Build, browser: Browser, filter: &[String]) -> Result<Outcome> {
    if let Err(error) = browser.ensure().and_then(|_| tools::AXE.ensure()) {
        return Ok(Outcome::Skipped(format!("{error:#}")));
    }
    match build {
        Build::Hosted => page::build_if_stale()?,
        Build::Single => drop(page::build_single()?),
    }
    let mut command = cargo();
    command.args(["test", "--package", "browser-tests", "--no-fail-fast", "--test", "end_to_end", "--"]);
    // Each test is in the module of its build and its browser.
    let named = |test: &str| format!("{}::{}::{test}", build.name(), browser.name());
    let filter = if filter.is_empty() { vec![named("")] } else { filter.iter().map(|test| named(test)).collect() };
    tests(command.args(filter))
}
