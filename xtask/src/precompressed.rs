//! `.br` and `.gz` beside each file, for hosts that serve what is compressed already.
//!
//! By Node's zlib, which brings the reference encoders: brotli in Rust takes minutes in a debug build.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::command::{announce, in_path, run};

/// What is worth compressing; pictures are compressed in themselves.
const WORTH_IT: [&str; 7] = ["css", "html", "js", "json", "svg", "wasm", "webmanifest"];

const COMPRESS: &str = "const z = require('node:zlib'), fs = require('node:fs');
    for (const name of process.argv.slice(1)) {
        const content = fs.readFileSync(name);
        const size = { [z.constants.BROTLI_PARAM_SIZE_HINT]: content.length, [z.constants.BROTLI_PARAM_LGWIN]: 24 };
        fs.writeFileSync(`${name}.br`, z.brotliCompressSync(content, { params: size }));
        fs.writeFileSync(`${name}.gz`, z.gzipSync(content, { level: 9 }));
    }";

/// Compresses the files at the top of `folder`. Where there is no Node, it says so and leaves them as they are.
pub fn write(folder: &Path) -> Result<()> {
    if in_path("node").is_none() {
        announce("without Node.js the files are not compressed beforehand; most hosts do it themselves");
        return Ok(());
    }
    let entries = fs::read_dir(folder)?.flatten().map(|entry| entry.path());
    let mut worth_it: Vec<PathBuf> = entries.filter(|path| path.is_file() && is_worth_it(path)).collect();
    worth_it.sort_unstable();
    run(Command::new("node").arg("-e").arg(COMPRESS).args(worth_it))
}

fn is_worth_it(file: &Path) -> bool {
    file.extension().is_some_and(|extension| WORTH_IT.iter().any(|known| extension == *known))
}

/// The compressed file beside `file`.
#[must_use]
pub fn beside(file: &Path, extension: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stands_beside_the_file() {
        assert_eq!(beside(Path::new("dist/a.wasm"), "br"), Path::new("dist/a.wasm.br"));
        assert!(is_worth_it(Path::new("a.wasm")) && !is_worth_it(Path::new("a.wasm.br")));
    }
}
