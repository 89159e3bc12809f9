//! What unpacks the module in the single file: the package `packer` as a module of its own.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{announce, cargo, root, run};
use crate::minify::minified;
use crate::{small_std, tools};

/// What `wasm-opt` is told: functions stay apart, as browsers compile one well only once it has been called often.
const SHRINK: [&str; 3] = ["-O2", "--one-caller-inline-max-function-size=0", "--always-inline-max-function-size=0"];

/// A module and the script that calls it.
#[derive(Debug)]
pub struct Unpacker {
    /// WebAssembly.
    pub module: Vec<u8>,
    /// Its script, which exports `unpack`, and as its default what starts it.
    pub script: String,
}

/// Builds it.
pub fn build() -> Result<Unpacker> {
    let wasm_bindgen = tools::wasm_bindgen()?.ensure("wasm-bindgen")?;
    run(cargo()
        .args(["build", "--quiet", "--locked", "--package", "packer", "--lib", "--profile", "page"])
        .args(["--target", "wasm32-unknown-unknown"])
        .envs(small_std::flags().iter().copied()))?;
    let folder = root().join("target/unpacker");
    run(Command::new(wasm_bindgen)
        .args(["--target", "web", "--no-typescript", "--out-dir"])
        .args([&folder, &target().join("wasm32-unknown-unknown/page/packer.wasm")]))?;
    let module = folder.join("packer_bg.wasm");
    match tools::BINARYEN.ensure() {
        Ok(binaryen) => {
            run(Command::new(binaryen.join("bin/wasm-opt")).args(SHRINK).arg(&module).arg("-o").arg(&module))?;
        }
        Err(error) => announce(&format!("without wasm-opt the single file is larger. {error:#}")),
    }
    let script = minified(&folder.join("packer.js"))?;
    Ok(Unpacker { module: fs::read(&module).with_context(|| module.display().to_string())?, script })
}

/// Where cargo builds.
fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}
