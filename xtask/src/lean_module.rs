//! The module without what no compression can take out and nobody reads: the names of what it imports from its script, of
//! which wasm-bindgen's carry a hash each, in both; and how each place in memory is aligned, which is a hint (WebAssembly Core
//! Specification 2.0, 4.4.7, "Memory Instructions") that engines do without.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Result, anyhow, ensure};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{ImportSection, MemArg, Module};
use wasmparser::Parser;

/// Takes it out of a module and of its script.
pub fn write(module: &Path, script: &Path) -> Result<()> {
    let mut copier = Copier::default();
    let mut lean = Module::new();
    let parsed = copier.parse_core_module(&mut lean, Parser::new(0), &fs::read(module)?);
    parsed.map_err(|error| anyhow!("{}: {error}", module.display()))?;
    ensure!(!copier.names.is_empty(), "{} imports nothing from its script", module.display());
    fs::write(module, lean.finish())?;
    Ok(fs::write(script, renamed(&fs::read_to_string(script)?, &copier.names))?)
}

/// Copies a module, gives its imports names by number, and every place in memory the same hint.
#[derive(Default)]
struct Copier {
    names: BTreeMap<String, String>,
}

impl Reencode for Copier {
    type Error = std::convert::Infallible;

    fn mem_arg(&mut self, place: wasmparser::MemArg) -> Result<MemArg, reencode::Error<Self::Error>> {
        Ok(MemArg { align: 0, ..reencode::utils::mem_arg(self, place)? })
    }

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
