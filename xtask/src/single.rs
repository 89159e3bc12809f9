//! The whole page as one HTML file that opens by a double click: `cargo xtask build --single`.
//!
//! Scripts and the first styles stand in the file itself, allowed by their hashes; the module stands beside them, packed
//! together with the other styles. The policy allows no request at all.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};
use wasm_encoder::{CustomSection, Section as _};

use crate::command::root;
use crate::minify::minified;
use crate::unpacker::{self, Unpacker};

/// The byte order mark of UTF-16, the lower byte first.
const MARK: [u8; 2] = [0xff, 0xfe];
/// Unpacks what the file has, and takes apart what [`in_characters`] has put together.
const UNPACK: &str = "xtask/src/unpack.js";

/// Writes the file from the built page in `dist` into `folder`, and gives its path.
pub fn write(dist: &Path, folder: &Path) -> Result<PathBuf> {
    let mut page = fs::read_to_string(dist.join("index.html")).context("index.html")?;
    let (style_hashes, styles) = take_styles(&mut page, dist)?;
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
    page = page.replacen(&tag, "", 1);
    let Unpacker { module: unpacker, script: unpacking } = unpacker::build()?;
    let sorted = fs::read(dist.join(attribute(&tag, "data-wasm")?))?;
    let mut module = packer::join(&sorted).context("the module of the page is not whole")?;
    CustomSection { name: "styles".into(), data: styles.into_bytes().into() }.append_to(&mut module);
    let script = script(&tag, dist, &unpacking)?;
    let scripts = format!("{}{}<script type=\"module\">{script}</script>\n", deflated(&unpacker), packed(&module)?);
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
    fs::write(&path, encoded(&page.replacen("<meta charset=\"utf-8\">", "", 1)))?;
    Ok(path)
}

/// Puts what is seen before the program runs into the page itself, and gives its hashes; and the other styles, taken out.
fn take_styles(page: &mut String, dist: &Path) -> Result<(Vec<String>, String)> {
    let mut hashes = Vec::new();
    let mut others = String::new();
    while let Some(tag) = tag_with(page, "<link rel=\"stylesheet\"", ">") {
        let name = attribute(&tag, "href")?;
        let style = fs::read_to_string(dist.join(name))?;
        let element = if name.starts_with("boot") {
            ensure!(!style.contains("</style"), "a style sheet ends the element it is to stand in");
            hashes.push(source_hash(&style));
            format!("<style>{style}</style>")
        } else {
            others += &style;
            String::new()
        };
        *page = page.replacen(&tag, &element, 1);
    }
    Ok((hashes, others))
}

/// The one script of the file: the bindings, what unpacks, and the start script, of the page whose start script has `tag`.
fn script(tag: &str, dist: &Path, unpacking: &str) -> Result<String> {
    let boot = fs::read_to_string(dist.join(attribute(tag, "src")?))?;
    let bindings = fs::read_to_string(dist.join(attribute(tag, "data-module")?))?;
    let unpack = minified(&root().join(UNPACK))?;
    let (bindings, exported) = without_exports(&bindings).context("the bindings export nothing")?;
    let start = exported.get("default").context("the bindings have no start")?;
    let (unpacking, exported) = without_exports(unpacking).context("the unpacker exports nothing")?;
    let start_unpacker = exported.get("default").context("the unpacker has no start")?;
    let unpack_units = exported.get("unpack").unwrap_or(&"unpack");
    // A block of its own, so that the names in the scripts do not meet.
    let script = format!(
        "{bindings}\nconst startProgram = {start};\n{{\n\
         {unpacking}\nconst startUnpacker = {start_unpacker}, unpackUnits = {unpack_units};\n{unpack}\n{boot}\n}}\n"
    );
    ensure!(!script.contains("</script"), "a script ends the element it is to stand in");
    Ok(script)
}

/// The element with the unpacker, deflated.
fn deflated(unpacker: &[u8]) -> String {
    let bytes = miniz_oxide::deflate::compress_to_vec(unpacker, 10);
    format!(
        "<script id=\"unpacker\" type=\"application/octet-stream\" data-length=\"{}\">{}</script>\n",
        bytes.len(),
        in_characters(&bytes)
    )
}

/// The element with the module, packed.
fn packed(module: &[u8]) -> Result<String> {
    let units = packer::pack(module);
    ensure!(packer::unpack(&units, module.len()) == module, "what was packed is not unpacked as it was");
    Ok(format!(
        "<script id=\"module\" type=\"application/octet-stream\" data-length=\"{}\" data-sha256=\"{}\">{}</script>\n",
        module.len(),
        BASE64.encode(Sha256::digest(module)),
        String::from_utf16(&units).context("what is packed is no text")?
    ))
}

/// Bytes as text, 15 bits a character from U+4000 on, the highest first: unpack.js reads it.
fn in_characters(bytes: &[u8]) -> String {
    let character = |bits: u32| char::from_u32(0x4000 + (bits & 0x7fff)).unwrap_or_default();
    let mut text = String::with_capacity(bytes.len() * 2);
    let (mut held, mut bits) = (0_u32, 0);
    for byte in bytes {
        held = held << 8 & 0xff_ffff | u32::from(*byte);
        bits += 8;
        if bits >= 15 {
            bits -= 15;
            text.push(character(held >> bits));
        }
    }
    if bits > 0 {
        text.push(character(held << (15 - bits)));
    }
    text
}

/// Reads a page that is [`encoded`], or in UTF-8.
pub fn read(path: &Path) -> Result<String> {
    let bytes = fs::read(path)?;
    let Some(content) = bytes.strip_prefix(&MARK) else { return Ok(String::from_utf8(bytes)?) };
    let units: Vec<u16> = content.as_chunks().0.iter().map(|unit| u16::from_le_bytes(*unit)).collect();
    Ok(String::from_utf16(&units)?)
}

/// A page in UTF-16, where the packed module takes a seventh less room than in UTF-8; the byte order mark counts for
/// more than what any server says of the encoding.
#[must_use]
pub fn encoded(page: &str) -> Vec<u8> {
    MARK.into_iter().chain(page.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

/// A script without its last line of exports, and by the name of each export what the script calls it.
fn without_exports(script: &str) -> Option<(String, BTreeMap<&str, &str>)> {
    let (before, exports) = script.rsplit_once("export{").or_else(|| script.rsplit_once("export {"))?;
    let (exports, _) = exports.split_once('}')?;
    let names = exports.split(',').map(|export| {
        let export = export.trim();
        let (own, name) = export.split_once(" as ").unwrap_or((export, export));
        (name, own)
    });
    // Where nothing was minified, a function is exported where it stands.
    Some((before.replace("export function", "function"), names.collect()))
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
        assert_eq!(in_characters(&[0, 0, 0xff]), "\u{4000}\u{7fc0}");
        assert_eq!(in_characters(&[0xff; 15]), "\u{bfff}".repeat(8));
    }

    #[test]
    fn knows_what_a_script_exports() {
        let (script, names) = without_exports("let it=1;export{ot as default,it as initSync,f as unpack};\n").unwrap();
        assert_eq!(script, "let it=1;");
        assert_eq!((names["default"], names["unpack"]), ("ot", "f"));
        let (script, names) =
            without_exports("export function f() {}\nexport { initSync, start as default };").unwrap();
        assert_eq!(script, "function f() {}\n");
        assert_eq!((names["default"], names["initSync"]), ("start", "initSync"));
        assert_eq!(without_exports("let it=1;"), None);
    }

    #[test]
    fn reads_what_it_encodes() {
        let path = std::env::temp_dir().join(format!("factmark-{}.html", std::process::id()));
        fs::write(&path, encoded("<p>—\u{ffff}")).unwrap();
        assert_eq!(fs::read(&path).unwrap()[..4], [0xff, 0xfe, b'<', 0]);
        assert_eq!(read(&path).unwrap(), "<p>—\u{ffff}");
        fs::remove_file(&path).unwrap();
    }

    #[test]
    fn hashes_as_the_policy_wants_them() {
        assert_eq!(source_hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }
}
