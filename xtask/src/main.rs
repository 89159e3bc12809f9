//! `cargo xtask`: sets up, builds, serves and tests.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use xtask::checks::{self, Part};
use xtask::{bench, fuzz, kill_test, page, screenshots, serve, train_claims};

const USAGE: &str = "\
cargo xtask COMMAND

  serve [--port N]          build the release page if a source is newer, serve it on localhost
  build [--single]          write the deployable page to dist/; with --single also
                            as one file that opens from disk, dist-single/factmark.html
  test [--only PART,...] [-- FILTER]
                            run the checks; the parts are fmt, lint, native, fuzz, wasm,
                            size, e2e, e2e-chromium, e2e-firefox, e2e-webkit, e2e-single
  train-claims DIR          train the claim model on the labelled files in DIR, print its figures
  fuzz [TARGET ...] [--inputs N] [--seconds S] [--seed N] [--record]
                            random input to the core (tests/fuzz), 60 s a target unless told
  kill-test [BROWSER [KILLS [SEED]]]
                            kill the renderer in the middle of a review; nothing finished may be lost
  bench [--peers DIR]       measure sizes, the core and the page, beside the peers in DIR
  screenshots DIR           pictures of the page, wide and narrow, light and dark

What is missing is installed first: into a cache outside the checkout (FACTMARK_CACHE, or factmark in the user's cache
folder), the browsers by apt-get where that is possible.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let (command, rest) = arguments.split_first().map_or(("help", [].as_slice()), |(c, r)| (c.as_str(), r));
    let mut rest = rest.iter().map(String::as_str);
    match command {
        "serve" => {
            let port = match (rest.next(), rest.next()) {
                (None, _) => 8080,
                (Some("--port"), Some(port)) => port.parse().context("--port wants a number")?,
                (Some(other), _) => bail!("`serve` knows no {other:?}\n\n{USAGE}"),
            };
            page::build_if_stale()?;
            serve::until_interrupted(&page::dist(), port)
        }
        "build" => match rest.next() {
            None => page::build(),
            Some("--single") => page::build_single().map(drop),
            Some(other) => bail!("`build` knows no {other:?}\n\n{USAGE}"),
        },
        "test" => {
            let mut parts = Vec::new();
            let mut filter = Vec::new();
            while let Some(argument) = rest.next() {
                match argument {
                    "--only" => {
                        for name in rest.next().context("--only wants a part")?.split(',') {
                            parts.extend(Part::named(name).with_context(|| format!("no part {name:?}\n\n{USAGE}"))?);
                        }
                    }
                    "--" => filter.extend(rest.by_ref().map(str::to_owned)),
                    other => bail!("`test` knows no {other:?}\n\n{USAGE}"),
                }
            }
            checks::run_all(if parts.is_empty() { Part::ALL.to_vec() } else { parts }, &filter)
        }
        "bench" => match (rest.next(), rest.next()) {
            (None, _) => bench::measure(None),
            (Some("--peers"), Some(folder)) => bench::measure(Some(Path::new(folder))),
            (Some(other), _) => bail!("`bench` knows no {other:?}\n\n{USAGE}"),
        },
        "fuzz" => fuzz::start(rest),
        "kill-test" => kill_test::start(rest),
        "screenshots" => screenshots::take(&PathBuf::from(rest.next().context("`screenshots` wants a folder")?)),
        "train-claims" => train_claims::train(&PathBuf::from(rest.next().context("`train-claims` wants a folder")?)),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => bail!("no command {other:?}\n\n{USAGE}"),
    }
}
