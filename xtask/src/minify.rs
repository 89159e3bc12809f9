//! Scripts and styles without what only people read. Trunk's own way fails on the exports of wasm-bindgen's script.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::command::announce;
use crate::tools::ESBUILD;

/// The service worker is left as it is: the build has yet to write into it.
const LEFT: &str = "service-worker.js";

/// Minifies the scripts and styles at the top of `folder`.
pub fn write(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)?.flatten() {
        let file = entry.path();
        let wanted = file.extension().is_some_and(|extension| extension == "js" || extension == "css");
        if !wanted || entry.file_name() == LEFT {
            continue;
        }
        fs::write(&file, minified(&file)?)?;
    }
    Ok(())
}

/// The content of a script or style, minified. Where the tool cannot be had, it says so and gives it as it is written.
pub fn minified(file: &Path) -> Result<String> {
    let esbuild = match ESBUILD.ensure() {
        Ok(found) => found.join("bin/esbuild"),
        Err(error) => {
            announce(&format!("{} is left as it is written. {error:#}", file.display()));
            return Ok(fs::read_to_string(file)?);
        }
    };
    let result = Command::new(&esbuild).args(["--minify", "--log-level=error"]).arg(file).output();
    let result = result.with_context(|| esbuild.display().to_string())?;
    ensure!(result.status.success(), "{}: {}", file.display(), String::from_utf8_lossy(&result.stderr));
    Ok(String::from_utf8(result.stdout)?)
}
