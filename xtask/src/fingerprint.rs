//! Names by content: a browser that keeps a file can keep it for ever.
//!
//! Trunk names files before `wasm-opt` has been at them, so two different builds can share a name; this comes last.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// Renames the scripts, styles and modules that `index.html` names, and changes what names them.
///
/// A module's name stands in its script, a script's in the page: so modules come first, the page is never renamed.
pub fn rename(folder: &Path) -> Result<()> {
    let index = folder.join("index.html");
    let mut page = fs::read_to_string(&index).context("index.html")?;
    for extension in ["wasm", "js", "css"] {
        for name in named_in(&page, extension) {
            let file = folder.join(&name);
            let stem = name.split(['.', '-']).next().unwrap_or_default();
            let new = format!("{stem}-{}.{extension}", digest(&fs::read(&file).with_context(|| name.clone())?));
            fs::rename(&file, folder.join(&new))?;
            for (before, quote) in [("\"", '"'), ("\"./", '"'), ("'", '\''), ("'./", '\'')] {
                page = page.replace(&format!("{before}{name}{quote}"), &format!("{before}{new}{quote}"));
            }
        }
    }
    Ok(fs::write(index, page)?)
}

/// The files of the page's own folder with this extension that stand in quotes in the page.
fn named_in(page: &str, extension: &str) -> Vec<String> {
    let suffix = format!(".{extension}");
    let values = page.split(['"', '\'']).map(|value| value.strip_prefix("./").unwrap_or(value));
    let mut names: Vec<String> = values
        .filter(|value| value.ends_with(&suffix) && !value.contains(['/', ':', ' ']))
        .map(str::to_owned)
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// A short name for this content.
pub fn digest(content: &[u8]) -> String {
    let mut name = String::new();
    for byte in Sha256::digest(content).iter().take(8) {
        let _ = write!(name, "{byte:02x}");
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_files_of_the_page() {
        let page = r#"<link href="a.css"><script src="./boot.js" data-module="./x-1.js" data-wasm="./x-1_bg.wasm"></script>
            <a href="https://example.org/b.js">see b.js</a>"#;
        assert_eq!(named_in(page, "js"), ["boot.js", "x-1.js"]);
        assert_eq!(named_in(page, "wasm"), ["x-1_bg.wasm"]);
        assert_eq!(named_in(page, "css"), ["a.css"]);
    }

    #[test]
    fn names_by_content() {
        assert_eq!(digest(b""), "e3b0c44298fc1c14");
        assert_ne!(digest(b"a"), digest(b"b"));
    }
}
