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
use liblzma::stream::{LzmaOptions, Stream};
use liblzma::write::XzEncoder;
use sha2::{Digest, Sha256};

use crate::command::root;
use crate::minify::minified;

/// Takes apart what [`lzma`] and [`in_characters`] have put together.
const UNPACK: &str = "xtask/src/unpack.js";

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
    let unpack = minified(&root().join(UNPACK))?;
    let start = default_export(&bindings).context("the bindings export nothing")?;
    let script = format!("{bindings}\nconst startProgram = {start};\n{{\n{unpack}\n{boot}\n}}\n");
    ensure!(!script.contains("</script"), "a script ends the element it is to stand in");
    let packed = in_characters(&lzma(&module)?);
    page = page.replacen(&tag, "", 1);
    let scripts = format!(
        "<script id=\"module\" type=\"application/octet-stream\" data-length=\"{}\">{packed}</script>\n\
         <script type=\"module\">{script}</script>\n",
        module.len()
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

/// LZMA without its header: unpack.js knows the settings, and the element says how long the module is.
fn lzma(module: &[u8]) -> Result<Vec<u8>> {
    const BEST: u32 = 9 | 1 << 31; // "extreme"
    const HEADER: usize = 13;
    let mut options = LzmaOptions::new_preset(BEST)?;
    options.literal_context_bits(3).literal_position_bits(0).position_bits(0);
    let mut encoder = XzEncoder::new_stream(Vec::new(), Stream::new_lzma_encoder(&options)?);
    encoder.write_all(module)?;
    Ok(encoder.finish()?.split_off(HEADER))
}

/// Bytes as text, 7 bits a character, the highest first; what may not stand in an element is replaced as
/// unpack.js knows it.
fn in_characters(bytes: &[u8]) -> String {
    let character = |bits: u32| match u8::try_from(bits & 0x7f).unwrap_or_default() {
        b'<' => '\u{a1}',
        b'\0' => '\u{a2}',
        b'\r' => '\u{a3}',
        other => char::from(other),
    };
    let mut text = String::with_capacity(bytes.len() / 7 * 8 + 8);
    let (mut held, mut bits) = (0_u32, 0);
    for byte in bytes {
        held = held << 8 & 0xffff | u32::from(*byte);
        bits += 8;
        while bits >= 7 {
            bits -= 7;
            text.push(character(held >> bits));
        }
    }
    if bits > 0 {
        text.push(character(held << (7 - bits)));
    }
    text
}

/// What a script calls the function that it exports as its default.
fn default_export(script: &str) -> Option<&str> {
    let (before, _) = script.rsplit_once(" as default")?;
    before.rsplit([' ', ',', '{']).next()
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
    fn stands_as_text_in_an_element() {
        assert_eq!(in_characters(&[]), "");
        assert_eq!(in_characters(&[0b1000_0010, 0b1000_0011]), "A `");
        assert_eq!(in_characters(&[0b0111_1000, 0b0000_0000, 0b0110_1000]), "\u{a1}\u{a2}\u{a3}\u{a2}");
        let every: Vec<u8> = (0..=255).collect();
        assert!(!in_characters(&every).contains(['<', '\0', '\r']));
    }

    #[test]
    fn knows_the_name_of_the_start() {
        assert_eq!(default_export("export { initSync, __wbg_init as default };"), Some("__wbg_init"));
        assert_eq!(default_export("export{ot as default,it as initSync};"), Some("ot"));
    }

    #[test]
    fn hashes_as_the_policy_wants_them() {
        assert_eq!(source_hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }
}
