//! The whole page as one HTML file that opens by a double click: `cargo xtask build --single`.
//!
//! Styles and scripts stand in the file itself, allowed by their hashes; the module stands beside them, compressed. The
//! policy allows no request at all.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};

/// Writes the file from the built page in `dist` into `folder`, and gives its path.
pub fn write(dist: &Path, folder: &Path) -> Result<PathBuf> {
    let mut page = fs::read_to_string(dist.join("index.html")).context("index.html")?;

    let mut style_hashes = Vec::new();
    while let Some(tag) = tag_with(&page, "<link rel=\"stylesheet\"", ">") {
        let style = fs::read_to_string(dist.join(attribute(&tag, "href")?))?;
        ensure!(!style.contains("</style"), "a style sheet ends the element it is to stand in");
        style_hashes.push(source_hash(&style));
        page = page.replacen(&tag, &format!("<style>{style}</style>"), 1);
    }
    if let Some(tag) = tag_with(&page, "<link rel=\"manifest\"", ">") {
        page = page.replacen(&tag, "", 1);
    }
    let icon = tag_with(&page, "<link rel=\"icon\"", ">").context("the page has no icon")?;
    let drawing = BASE64.encode(fs::read(dist.join(attribute(&icon, "href")?))?);
    page = page.replacen(
        &icon,
        &format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{drawing}\" type=\"image/svg+xml\">"),
        1,
    );

    let tag = tag_with(&page, "<script type=\"module\"", "</script>").context("the page has no start script")?;
    let boot = fs::read_to_string(dist.join(attribute(&tag, "src")?))?;
    let bindings = fs::read_to_string(dist.join(attribute(&tag, "data-module")?))?;
    let module = fs::read(dist.join(attribute(&tag, "data-wasm")?))?;
    // A block of its own, so that the start script's names do not meet those of the bindings.
    let script = format!("{bindings}\n{{\n{boot}\n}}\n");
    ensure!(!script.contains("</script"), "a script ends the element it is to stand in");
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&module)?;
    let packed = BASE64.encode(gzip.finish()?);
    page = page.replacen(&tag, "", 1);
    let scripts = format!(
        "<script id=\"module\" type=\"application/octet-stream\">{packed}</script>\n<script type=\"module\">{script}</script>\n"
    );
    let end = page.rfind("</body>").context("the page has no end")?;
    page.insert_str(end, &scripts);

    let policy =
        tag_with(&page, "<meta http-equiv=\"Content-Security-Policy\"", ">").context("the page has no policy")?;
    let strict = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {} 'wasm-unsafe-eval'; \
         style-src {}; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'\">",
        source_hash(&script),
        style_hashes.join(" ")
    );
    page = page.replacen(&policy, &strict, 1);

    fs::create_dir_all(folder)?;
    let path = folder.join("factmark.html");
    fs::write(&path, page)?;
    Ok(path)
}

/// The first part of `page` that begins with `start`, up to and with the `end` after it.
fn tag_with(page: &str, start: &str, end: &str) -> Option<String> {
    let from = page.find(start)?;
    let rest = page.get(from..)?;
    let length = rest.find(end)? + end.len();
    rest.get(..length).map(str::to_owned)
}

/// The value of an attribute, without a leading `./`.
fn attribute<'a>(tag: &'a str, name: &str) -> Result<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\"")).with_context(|| format!("no {name} in {tag}"))?;
    let (value, _) = rest.split_once('"').with_context(|| format!("no end of {name} in {tag}"))?;
    Ok(value.strip_prefix("./").unwrap_or(value))
}

/// A hash source of the Content-Security-Policy (CSP Level 3, section 2.3.1).
#[must_use]
pub fn source_hash(content: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(content)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_tags_and_attributes() {
        let tag = tag_with("<p><link rel=\"icon\" href=\"./a.svg\"></p>", "<link rel=\"icon\"", ">").unwrap();
        assert_eq!(attribute(&tag, "href").unwrap(), "a.svg");
        assert!(attribute(&tag, "src").is_err());
    }

    #[test]
    fn hashes_as_the_policy_wants_them() {
        assert_eq!(source_hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }
}
