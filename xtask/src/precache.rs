//! The list of files that the service worker keeps, written when their names are final.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::fingerprint::digest;

/// The lines that the service worker has in its place until then.
const UNBUILT: &str = "const VERSION = \"unbuilt\";\nconst FILES = [];\n";

/// Writes a version and the names of all files into the service worker, and the worker's name into the page: without
/// it, as on the development server, the page keeps no files.
///
/// The version is made of every file's content, so it changes when anything does.
pub fn write(folder: &Path) -> Result<()> {
    const WORKER: &str = "service-worker.js";
    let index = folder.join("index.html");
    let page = fs::read_to_string(&index).context("index.html")?;
    fs::write(&index, page.replacen(" data-module=", &format!(" data-service-worker=\"./{WORKER}\" data-module="), 1))?;
    let mut names: Vec<String> = fs::read_dir(folder)?
        .flatten()
        .filter(|entry| entry.path().is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name != WORKER)
        .collect();
    names.sort_unstable();
    let mut all = Vec::new();
    for name in &names {
        all.extend_from_slice(name.as_bytes());
        all.extend_from_slice(&fs::read(folder.join(name))?);
    }
    let path = folder.join(WORKER);
    let worker = fs::read_to_string(&path).context(WORKER)?;
    ensure!(worker.contains(UNBUILT), "{WORKER} no longer has the lines that the build replaces");
    let built = format!("const VERSION = \"{}\";\nconst FILES = {names:?};\n", digest(&all));
    Ok(fs::write(path, worker.replace(UNBUILT, &built))?)
}
