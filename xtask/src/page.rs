//! Building the page.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use anyhow::{Context, Result, ensure};

use crate::budget::{self, Download};
use crate::command::{announce, at_root, cargo, path_with, root, run};
use crate::{fingerprint, lean_module, minify, precache, precompressed, single, small_std, tools};

/// What the page is made of, and with.
const SOURCES: [&str; 14] = [
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "index.html",
    "src",
    "static",
    "xtask/packer/src",
    "xtask/src/fingerprint.rs",
    "xtask/src/lean_module.rs",
    "xtask/src/minify.rs",
    "xtask/src/page.rs",
    "xtask/src/precache.rs",
    "xtask/src/precompressed.rs",
    "xtask/src/small_std.rs",
];

/// What `wasm-opt` is told. Functions of one name stand together, where brotli sees what they have in common.
const SHRINK: [&str; 4] = ["--zero-filled-memory", "--generate-global-effects", "-Oz", "--reorder-functions-by-name"];

/// In which form the page comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Build {
    /// A folder for a web server.
    Hosted,
    /// One file, opened from disk.
    Single,
}

impl Build {
    /// The name in test names.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hosted => "hosted",
            Self::Single => "single",
        }
    }
}

/// The single file.
#[must_use]
pub fn single_file() -> PathBuf {
    root().join("dist-single/factmark.html")
}

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
    let flags = small_std::flags();
    run(cargo()
        .args(["fetch", "--quiet", "--locked", "--target", "wasm32-unknown-unknown"])
        .envs(flags.iter().copied()))?;
    let started = SystemTime::now();
    // Not target/page: that is where cargo keeps what it builds with the profile "page".
    let staging = root().join("target/staging");
    let bin = wasm_bindgen.parent().unwrap_or(Path::new("."));
    let mut build = at_root(trunk);
    build.args(["build", "--release", "--locked", "--offline", "--skip-version-check", "--dist"]).arg(&staging);
    // Trunk takes only `true` and `false` for NO_COLOR, which others set to 1.
    build.env("PATH", path_with(&[bin])?).env_remove("NO_COLOR").envs(flags.iter().copied());
    run(&mut build)?;

    let (module, script) = module_and_script(&staging)?;
    match wasm_opt {
        Ok(program) => {
            announce("shrinking the module");
            run(Command::new(&program).args(SHRINK).arg(&module).arg("-o").arg(&module))?;
        }
        Err(error) => announce(&format!("without wasm-opt the page is about half as large again. {error:#}")),
    }
    lean_module::write(&module, &script)?;
    sort_bytes(&module)?;
    minify::write(&staging)?;
    fingerprint::rename(&staging)?;
    precache::write(&staging)?;
    precompressed::write(&staging)?;

    if dist().exists() {
        fs::remove_dir_all(dist()).context("dist")?;
    }
    fs::rename(&staging, dist())?;
    // As old as the sources it was built from: what is saved meanwhile counts as newer.
    fs::File::create(stamp())?.set_modified(started)?;
    let download = Download::of(&dist())?;
    announce(&format!("the page is in dist/; {}", download.line()));
    announce(&budget::HOSTED.line(download.brotli));
    Ok(())
}

/// Builds the page and writes it once more as one file, whose path it gives.
pub fn build_single() -> Result<PathBuf> {
    build_if_stale()?;
    let file = single::write(&dist(), &root().join("dist-single"))?;
    announce(&format!("the single file is {}", file.display()));
    announce(&budget::SINGLE.line(fs::metadata(&file)?.len()));
    Ok(file)
}

/// Both sizes against their budgets. Fails if one is above its ceiling.
pub fn ensure_sizes() -> Result<Vec<String>> {
    let single = fs::metadata(build_single()?)?.len();
    Ok(vec![budget::HOSTED.ensure(Download::of(&dist())?.brotli)?, budget::SINGLE.ensure(single)?])
}

/// Sorts the bytes of a module by what they are; static/boot.js joins them.
fn sort_bytes(module: &Path) -> Result<()> {
    let bytes = fs::read(module)?;
    let sorted = packer::split(&bytes);
    ensure!(packer::join(&sorted) == Some(bytes), "what was sorted is not joined as it was");
    Ok(fs::write(module, sorted)?)
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

/// The module that trunk has written into `folder`, and the script beside it, which have one name but for their ends.
fn module_and_script(folder: &Path) -> Result<(PathBuf, PathBuf)> {
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let name =
        names.find_map(|name| name.strip_suffix("_bg.wasm").map(str::to_owned)).context("trunk made no module")?;
    Ok((folder.join(format!("{name}_bg.wasm")), folder.join(format!("{name}.js"))))
}
