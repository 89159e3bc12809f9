//! Building the page.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result};

use crate::command::{announce, at_root, cargo, output, path_with, root, run};
use crate::{fingerprint, precache, single, tools};

/// What the page is made of.
const SOURCES: [&str; 7] = ["Cargo.lock", "Cargo.toml", "Trunk.toml", "index.html", "src", "static", "xtask/src"];

/// The folder of the built page.
#[must_use]
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Builds the page unless the built one is newer than every source.
pub fn build_if_stale() -> Result<()> {
    let built =
        fs::metadata(stamp()).and_then(|stamp| stamp.modified()).ok().filter(|_| dist().join("index.html").is_file());
    let sources = SOURCES.iter().filter_map(|source| newest(&root().join(source))).max();
    if built.is_some() && built >= sources { Ok(()) } else { build() }
}

/// Builds the page as it is to be deployed, into `dist/`.
pub fn build() -> Result<()> {
    tools::ensure_wasm_target()?;
    let trunk = tools::trunk().ensure("trunk")?;
    let wasm_bindgen = tools::wasm_bindgen()?.ensure("wasm-bindgen")?;
    let wasm_opt = tools::BINARYEN.ensure().map(|folder| folder.join("bin/wasm-opt"));

    announce("building the page (about six minutes on two cores)");
    // Trunk itself is kept offline, so that it installs no tools of its own.
    run(cargo().args(["fetch", "--quiet", "--locked", "--target", "wasm32-unknown-unknown"]))?;
    let started = SystemTime::now();
    let staging = root().join("target/page");
    let bin = wasm_bindgen.parent().unwrap_or(Path::new("."));
    let mut build = at_root(trunk);
    build.args(["build", "--release", "--locked", "--offline", "--skip-version-check", "--dist"]).arg(&staging);
    // Trunk takes only `true` and `false` for NO_COLOR, which others set to 1.
    build.env("PATH", path_with(&[bin])?).env_remove("NO_COLOR");
    run(&mut build)?;

    match wasm_opt {
        Ok(program) => {
            announce("shrinking the module");
            for file in files(&staging)?.into_iter().filter(|file| file.extension().is_some_and(|e| e == "wasm")) {
                run(Command::new(&program).arg("-Oz").arg(&file).arg("-o").arg(&file))?;
            }
        }
        Err(error) => announce(&format!("without wasm-opt the page is about half as large again. {error:#}")),
    }
    fingerprint::rename(&staging)?;
    precache::write(&staging)?;

    if dist().exists() {
        fs::remove_dir_all(dist()).context("dist")?;
    }
    fs::rename(&staging, dist())?;
    // As old as the sources it was built from: what is saved meanwhile counts as newer.
    fs::File::create(stamp())?.set_modified(started)?;
    announce(&format!("the page is in dist/, {}", sizes(&dist())?));
    Ok(())
}

/// Builds the page and writes it once more as one file.
pub fn build_single() -> Result<()> {
    build_if_stale()?;
    let file = single::write(&dist(), &root().join("dist-single"))?;
    let size = fs::metadata(&file)?.len();
    announce(&format!("the single file is {}, {size} bytes (meant to be at most {})", file.display(), single::BUDGET));
    Ok(())
}

fn stamp() -> PathBuf {
    root().join("target/page-built")
}

/// When a file, or the newest file below a folder, was changed.
fn newest(path: &Path) -> Option<SystemTime> {
    let own = fs::metadata(path).ok()?.modified().ok();
    let below = fs::read_dir(path).into_iter().flatten().flatten();
    below.filter_map(|entry| newest(&entry.path())).chain(own).max()
}

/// The files at the top of a folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort_unstable();
    Ok(files)
}

/// How much a first visit to the page in `folder` downloads, in words.
pub fn sizes(folder: &Path) -> Result<String> {
    const COMPRESS: &str = "const z = require('zlib'), fs = require('fs');
        let gzip = 0, brotli = 0;
        for (const name of process.argv.slice(1)) {
            const content = fs.readFileSync(name);
            gzip += z.gzipSync(content, { level: 9 }).length;
            brotli += z.brotliCompressSync(content).length;
        }
        console.log(`${gzip} bytes by gzip, ${brotli} by brotli`);";
    let loaded =
        |file: &&PathBuf| file.extension().is_some_and(|e| ["html", "css", "js", "wasm"].iter().any(|l| e == *l));
    let files = files(folder)?;
    let files: Vec<&PathBuf> = files.iter().filter(loaded).collect();
    let mut raw = 0;
    for file in &files {
        raw += fs::metadata(file)?.len();
    }
    let compressed = output(Command::new("node").arg("-e").arg(COMPRESS).args(&files));
    Ok(format!("{raw} bytes to download{}", compressed.map(|sizes| format!(", {sizes}")).unwrap_or_default()))
}
