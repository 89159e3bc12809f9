//! The three browsers of the end-to-end tests and their drivers.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{announce, in_path, output, run};
use crate::tools;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    /// Chromium, and with it Chrome and Edge.
    Chromium,
    /// Firefox.
    Firefox,
    /// `WebKitGTK`'s small browser, which stands for Safari.
    WebKit,
}

/// Where a browser and its driver lie.
#[derive(Clone, Debug)]
pub struct Installed {
    /// The browser's program.
    pub browser: PathBuf,
    /// The WebDriver program that starts it.
    pub driver: PathBuf,
}

impl Browser {
    /// All of them, the quickest first.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name in test names and messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The browser and its driver, if both are there.
    #[must_use]
    pub fn find(self) -> Option<Installed> {
        let first = |programs: &[&str]| programs.iter().find_map(|program| in_path(program));
        match self {
            Self::Chromium => Some(Installed {
                browser: first(&["chromium", "google-chrome", "chromium-browser"])?,
                driver: first(&["chromedriver"])?,
            }),
            Self::Firefox => Some(Installed {
                browser: first(&["firefox-esr", "firefox"])?,
                driver: first(&["geckodriver"]).or_else(|| tools::geckodriver().find("geckodriver"))?,
            }),
            Self::WebKit => {
                first(&["Xvfb"])?;
                Some(Installed { browser: mini_browser()?, driver: first(&["WebKitWebDriver"])? })
            }
        }
    }

    /// The browser and its driver, installed first if need be and possible.
    pub fn ensure(self) -> Result<Installed> {
        if let Some(found) = self.find() {
            return Ok(found);
        }
        let missing: Vec<&str> =
            self.debian_packages().iter().filter(|(there, _)| !there).map(|(_, name)| *name).collect();
        if !missing.is_empty() {
            install(&missing)?;
        }
        if self == Self::Firefox && in_path("geckodriver").is_none() {
            tools::geckodriver().ensure("geckodriver")?;
        }
        self.find().with_context(|| format!("{} was installed but cannot be found", self.name()))
    }

    /// The packages that bring this browser, and whether what each is needed for is there.
    fn debian_packages(self) -> Vec<(bool, &'static str)> {
        let there = |programs: &[&str]| programs.iter().any(|program| in_path(program).is_some());
        match self {
            Self::Chromium => vec![
                (there(&["chromium", "google-chrome", "chromium-browser"]), "chromium"),
                (there(&["chromedriver"]), "chromium-driver"),
            ],
            Self::Firefox => vec![(there(&["firefox-esr", "firefox"]), "firefox-esr")],
            Self::WebKit => vec![
                (there(&["WebKitWebDriver"]) && mini_browser().is_some(), "webkit2gtk-driver"),
                (there(&["Xvfb"]), "xvfb"),
            ],
        }
    }
}

fn mini_browser() -> Option<PathBuf> {
    ["/usr/lib", "/usr/libexec"].iter().find_map(|top| find_below(Path::new(top), "MiniBrowser", 3))
}

fn find_below(folder: &Path, file: &str, depth: usize) -> Option<PathBuf> {
    let here = folder.join(file);
    if here.is_file() {
        return Some(here);
    }
    let below = depth.checked_sub(1)?;
    let named_so = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.contains("linux-gnu") || name.starts_with("webkit")
    };
    let folders = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    folders.filter(|path| named_so(path) && path.is_dir()).find_map(|path| find_below(&path, file, below))
}

fn install(packages: &[&str]) -> Result<()> {
    let names = packages.join(", ");
    let by_hand = format!("type: sudo apt-get install {}", packages.join(" "));
    if in_path("apt-get").is_none() {
        bail!("{names} not there, and this is no Debian-like system to install it on");
    }
    let root = output(Command::new("id").arg("-u")).as_deref() == Some("0");
    // On a machine of its own it may become root; on a person's it is the person who does.
    let sudo = !root && std::env::var_os("CI").is_some() && output(Command::new("sudo").args(["-n", "true"])).is_some();
    if !root && !sudo {
        bail!("{names} not there, and only root may install it; {by_hand}");
    }
    announce(&format!("installing {names} by apt-get"));
    let apt = || {
        let mut command = Command::new(if sudo { "sudo" } else { "env" });
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]);
        command
    };
    run(apt().arg("update"))
        .and_then(|()| run(apt().args(["install", "-y", "--no-install-recommends"]).args(packages)))
        .with_context(|| by_hand)
}
