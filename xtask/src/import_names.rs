//! Short names for what the module imports from its script: wasm-bindgen's carry a hash each, which no compression can
//! take out, and they stand in both.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Result, anyhow, ensure};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{ImportSection, Module};
use wasmparser::Parser;

/// Shortens them in a module and in its script.
pub fn shorten(module: &Path, script: &Path) -> Result<()> {
    let mut shortener = Shortener::default();
    let mut short = Module::new();
    let parsed = shortener.parse_core_module(&mut short, Parser::new(0), &fs::read(module)?);
    parsed.map_err(|error| anyhow!("{}: {error}", module.display()))?;
    ensure!(!shortener.names.is_empty(), "{} imports nothing from its script", module.display());
    fs::write(module, short.finish())?;
    Ok(fs::write(script, renamed(&fs::read_to_string(script)?, &shortener.names))?)
}

/// Copies a module and gives its imports names by number.
#[derive(Default)]
struct Shortener {
    names: BTreeMap<String, String>,
}

impl Reencode for Shortener {
    type Error = std::convert::Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: wasmparser::ImportSectionReader<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        for import in section.into_imports() {
            let import = import?;
            let next = format!("i{}", self.names.len());
            let short = self.names.entry(import.name.to_owned()).or_insert(next).clone();
            imports.import(import.module, &short, self.entity_type(import.ty)?);
        }
        Ok(())
    }
}

/// The script with other names, where they stand as whole words.
fn renamed(script: &str, names: &BTreeMap<String, String>) -> String {
    let is_in_a_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let mut text = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(start) = rest.find(is_in_a_name) {
        let (before, word) = rest.split_at(start);
        let (word, after) = word.split_at(word.find(|letter| !is_in_a_name(letter)).unwrap_or(word.len()));
        text.push_str(before);
        text.push_str(names.get(word).map_or(word, String::as_str));
        rest = after;
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn renames_whole_words() {
        let names = BTreeMap::from([("__wbg_a_1f".to_owned(), "i0".to_owned())]);
        assert_eq!(renamed("{__wbg_a_1f:e=>t,__wbg_a_1f2:1}", &names), "{i0:e=>t,__wbg_a_1f2:1}");
        assert_eq!(renamed("", &names), "");
    }
}
