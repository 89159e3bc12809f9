//! The tools a build needs: found where they are, else installed into a cache outside the checkout, so that a second
//! clone starts in seconds.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{announce, at_root, in_path, output, root, run};

/// A program that cargo installs.
pub struct CargoTool {
    package: &'static str,
    version: String,
    /// Whether the package's own lock file is used.
    locked: bool,
    /// How long building it takes on two cores.
    minutes: u32,
}

/// A package that npm installs.
pub struct NodePackage {
    name: &'static str,
    version: &'static str,
}

/// `wasm-opt`, which halves the module.
pub const BINARYEN: NodePackage = NodePackage { name: "binaryen", version: "132.0.0" };
/// Takes out of scripts and styles what only people read.
pub const ESBUILD: NodePackage = NodePackage { name: "esbuild", version: "0.28.2" };
/// The accessibility checks of the end-to-end tests.
pub const AXE: NodePackage = NodePackage { name: "axe-core", version: "4.14.1" };

/// Builds the page.
#[must_use]
pub fn trunk() -> CargoTool {
    CargoTool { package: "trunk", version: "0.21.14".into(), locked: true, minutes: 10 }
}

/// Writes the JavaScript beside the module, and runs tests in a browser; of exactly the version in Cargo.lock.
pub fn wasm_bindgen() -> Result<CargoTool> {
    let lock = fs::read_to_string(root().join("Cargo.lock")).context("Cargo.lock")?;
    let version = locked_version(&lock, "wasm-bindgen").context("no wasm-bindgen in Cargo.lock")?.to_owned();
    // Its own lock file may name versions that a registry mirror does not have yet.
    Ok(CargoTool { package: "wasm-bindgen-cli", version, locked: false, minutes: 3 })
}

/// Drives Firefox.
#[must_use]
pub fn geckodriver() -> CargoTool {
    CargoTool { package: "geckodriver", version: "0.37.1".into(), locked: true, minutes: 3 }
}

impl CargoTool {
    /// The program, if it is there in the right version.
    #[must_use]
    pub fn find(&self, program: &str) -> Option<PathBuf> {
        let cached = self.folder().join("bin").join(program);
        if cached.is_file() {
            return Some(cached);
        }
        let found = in_path(program)?;
        let says = output(Command::new(&found).arg("--version"))?;
        says.split_whitespace().any(|word| word == self.version).then_some(found)
    }

    /// The program, built and installed first if need be.
    pub fn ensure(&self, program: &str) -> Result<PathBuf> {
        if let Some(found) = self.find(program) {
            return Ok(found);
        }
        let Self { package, version, minutes, .. } = self;
        announce(&format!(
            "building {package} {version}, once for all checkouts (about {minutes} minutes on two cores)"
        ));
        let mut command = Command::new("cargo");
        command.arg("install").arg("--root").arg(self.folder()).args([package, "--version", version]);
        if self.locked {
            command.arg("--locked");
        }
        // Much sooner built, and as fast for what is asked of them here.
        command.envs([
            ("CARGO_PROFILE_RELEASE_LTO", "off"),
            ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
            ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
        ]);
        command.current_dir(std::env::temp_dir()); // away from this project's .cargo/config.toml
        run(&mut command).with_context(|| format!("{package} is missing; type: cargo install {package}@{version}"))?;
        self.find(program).with_context(|| format!("{package} {version} brought no {program}"))
    }

    fn folder(&self) -> PathBuf {
        cache().join(format!("{}-{}", self.package, self.version))
    }
}

impl NodePackage {
    /// The folder of the package, if it is there in the right version.
    #[must_use]
    pub fn find(&self) -> Option<PathBuf> {
        let folder = node_folder().join("node_modules").join(self.name);
        let manifest = fs::read_to_string(folder.join("package.json")).ok()?;
        manifest.contains(&format!("\"version\": \"{}\"", self.version)).then_some(folder)
    }

    /// The folder of the package, installed first if need be.
    pub fn ensure(&self) -> Result<PathBuf> {
        if let Some(found) = self.find() {
            return Ok(found);
        }
        let name = format!("{}@{}", self.name, self.version);
        let folder = node_folder();
        let by_hand =
            || format!("{name} is missing; with Node.js there, type: npm install --prefix {} {name}", folder.display());
        if in_path("npm").is_none() {
            bail!("npm is not there. {}", by_hand());
        }
        announce(&format!("installing {name}"));
        fs::create_dir_all(&folder)?;
        let mut command = Command::new("npm");
        command.args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(&folder).arg(&name);
        run(&mut command).with_context(by_hand)?;
        self.find().with_context(by_hand)
    }
}

/// Where rustc has its libraries, and the sources of the standard one if they are installed.
pub fn rustlib() -> Result<PathBuf> {
    let sysroot = output(at_root("rustc").args(["--print", "sysroot"])).context("rustc is not there")?;
    Ok(PathBuf::from(sysroot).join("lib/rustlib"))
}

/// Makes sure that rustc can build for the browser.
pub fn ensure_wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    if rustlib()?.join(TARGET).is_dir() {
        return Ok(());
    }
    announce("adding the compiler's target for the browser");
    run(at_root("rustup").args(["target", "add", TARGET]))
        .with_context(|| format!("rustc cannot build for the browser; type: rustup target add {TARGET}"))
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let mut lines = lock.lines();
    lines.find(|line| *line == format!("name = \"{package}\""))?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

fn cache() -> PathBuf {
    let variable = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let user = || variable("XDG_CACHE_HOME").or_else(|| Some(variable("HOME")?.join(".cache")));
    let factmark = variable("FACTMARK_CACHE").or_else(|| Some(user()?.join("factmark")));
    factmark.unwrap_or_else(|| root().join("target/cache")).join("tools")
}

fn node_folder() -> PathBuf {
    cache().join("node")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_locked_version() {
        let lock =
            "[[package]]\nname = \"a-b\"\nversion = \"2.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"1.2.3\"\n";
        assert_eq!(locked_version(lock, "a"), Some("1.2.3"));
        assert_eq!(locked_version(lock, "b"), None);
    }
}
