//! The measurements: `cargo xtask bench`. With `--peers DIR`, what a user would pick instead runs on the same texts.

use std::fs;
use std::path::{Path, PathBuf, absolute};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::browsers::Browser;
use crate::budget::{self, Download};
use crate::command::{announce, cargo, output, root, run};
use crate::figures::{self, Figures, kilobytes, listen};
use crate::{page, small_std};

/// Runs a WASI program in Node.
const RUN_WASI: &str = "const { WASI } = require('node:wasi'), fs = require('node:fs');
    const wasi = new WASI({ version: 'preview1', args: ['throughput'] });
    WebAssembly.instantiate(fs.readFileSync(process.argv[1]), wasi.getImportObject())
        .then(({ instance }) => process.exit(wasi.start(instance)));";

const WASI: &str = "wasm32-wasip1";

/// Prints every measurement: sizes, the core's throughput, and the page in the browsers that are there.
pub fn measure(peers: Option<&Path>) -> Result<()> {
    let peers = peers.map(absolute).transpose()?;
    announce("sizes");
    page::build_if_stale()?;
    let download = Download::of(&page::dist())?;
    let single = fs::metadata(page::build_single()?)?.len();
    println!("{}", download.line());
    println!("{}", budget::HOSTED.line(download.brotli));
    println!("{}", budget::SINGLE.line(single));
    let mut figures = Figures::default();
    figures.own("hosted page, first visit, brotli", kilobytes(download.brotli));
    figures.own("single file", kilobytes(single));
    if let Some(size) = peers.as_deref().and_then(|peers| figures::brotli(&peers.join("recogito.bundle.js"))) {
        figures.other("hosted page, first visit, brotli", format!("Recogito, the library alone, {}", kilobytes(size)));
    }

    announce("the core, native");
    run(cargo().args(["bench", "--quiet", "--bench", "throughput"]))?;
    announce("the core as WebAssembly, in Node");
    let program = throughput_as_wasm()?;
    let mut node = Command::new("node");
    let mut lines = 0;
    let ended = listen(node.args(["--no-warnings", "-e", RUN_WASI]).arg(&program), |line| {
        lines += 1;
        figures.core_line(line);
    });
    // Node may crash when it leaves a WASI program that has said everything.
    if let Err(error) = ended {
        ensure!(lines > 0, error);
        println!("{error:#}, after its last line");
    }
    if let Some(peers) = &peers {
        announce("peers in the same Node");
        let text = root().join("target/bench.txt");
        let written = output(cargo().args(["bench", "--quiet", "--bench", "throughput", "--", "--print-text"]));
        fs::write(&text, written.context("the text of the benchmark")?)?;
        npm_install(peers)?;
        listen(npm(peers).args(["run", "--silent", "dates", "--"]).arg(&text), |line| figures.peer_line(line))?;
    }

    for browser in [Browser::Chromium, Browser::Firefox, Browser::WebKit] {
        announce(&format!("the page in {}", browser.name()));
        match browser.ensure() {
            Ok(_) => {
                let mut bench = cargo();
                bench.args(["run", "--quiet", "--package", "browser-tests", "--bin", "bench", "--", browser.name()]);
                listen(&mut bench, |line| figures.browser_line(browser, line))?;
            }
            Err(error) => println!("{}: left out: {error:#}", browser.name()),
        }
    }
    if let Some(peers) = &peers {
        announce("peers in Chromium: 1 MB of text with 10,000 marks");
        listen(npm(peers).args(["run", "--silent", "highlight"]), |line| figures.peer_line(line))?;
    }
    announce("all of it");
    println!("{}", figures.table());
    Ok(())
}

/// Builds the benchmark of the core for WASI.
fn throughput_as_wasm() -> Result<PathBuf> {
    run(Command::new("rustup").args(["target", "add", WASI]))?;
    // As the page is built: what is measured is what people run.
    let mut build = cargo();
    build.args(["build", "--profile", "page", "--bench", "throughput", "--no-default-features", "--target", WASI]);
    build.args(["--message-format", "json"]).envs(small_std::flags().iter().copied());
    let messages = output(&mut build).context("the benchmark does not build as WebAssembly")?;
    let program = messages
        .lines()
        .filter(|line| line.contains("\"compiler-artifact\""))
        .filter_map(|line| line.split("\"executable\":\"").nth(1)?.split('"').next())
        .next_back();
    match program {
        Some(program) => Ok(PathBuf::from(program)),
        None => bail!("cargo named no program"),
    }
}

fn npm_install(peers: &Path) -> Result<()> {
    if peers.join("node_modules").is_dir() {
        return Ok(());
    }
    announce(&format!("installing the peers in {}", peers.display()));
    run(npm(peers).args(["install", "--no-audit", "--no-fund"]))
}

fn npm(folder: &Path) -> Command {
    let mut npm = Command::new("npm");
    npm.current_dir(folder);
    npm
}
