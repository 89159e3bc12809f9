//! Starting a browser with a profile of its own, and ending it.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};
use thirtyfour::{Capabilities, WebDriver};
use xtask::browsers::{Browser, Installed};

use crate::process::Process;

/// What the system asks pages to look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// How long a browser may take to end.
const LEAVE: Duration = Duration::from_secs(10);

/// A started browser. Dropping it kills the driver, and with it the browser.
pub struct Engine {
    pub driver: WebDriver,
    children: Vec<Child>,
}

impl Engine {
    /// Starts a browser that keeps everything in `home` and downloads to its folder `Downloads`.
    pub async fn start(browser: Browser, look: Look, home: &Path) -> Result<Self> {
        let installed = browser.find().context("not installed; `cargo xtask test` installs it")?;
        let downloads = home.join("Downloads");
        fs::create_dir_all(&downloads)?;
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let mut children = Vec::new();
        let mut command = Command::new(&installed.driver);
        command
            .arg(format!("--port={port}"))
            .env("HOME", home)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let capabilities = match browser {
            Browser::Chromium => chromium(&installed, home, &downloads),
            Browser::Firefox => firefox(&installed, look, home, &downloads)?,
            Browser::WebKit => {
                let (display, screen) = start_screen()?;
                children.push(screen);
                fs::create_dir_all(home.join(".config"))?;
                fs::write(home.join(".config/user-dirs.dirs"), "XDG_DOWNLOAD_DIR=\"$HOME/Downloads\"\n")?;
                let theme = if look == Look::Dark { "Adwaita:dark" } else { "Adwaita" };
                command.env("DISPLAY", display).env("GTK_THEME", theme);
                for name in ["XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "WAYLAND_DISPLAY"] {
                    command.env_remove(name);
                }
                json!({ "webkitgtk:browserOptions": { "binary": installed.browser, "args": ["--automation"] } })
            }
        };
        children.push(command.spawn().with_context(|| installed.driver.display().to_string())?);
        let mut capabilities: Capabilities = serde_json::from_value::<Map<String, Value>>(capabilities)?.into();
        capabilities.set("unhandledPromptBehavior", "accept")?;

        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if started.elapsed() > Duration::from_secs(30) {
                kill_children(children);
                bail!("{} does not answer", installed.driver.display());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        match WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities).await {
            Ok(driver) => {
                let engine = Self { driver, children };
                if browser == Browser::Chromium && look == Look::Dark {
                    let dark = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
                    engine.driver.cdp().send_raw("Emulation.setEmulatedMedia", dark).await?;
                }
                Ok(engine)
            }
            Err(error) => {
                kill_children(children);
                Err(error.into())
            }
        }
    }
}

impl Engine {
    /// Ends the browser, and what of it does not go by itself: a browser whose pages were killed may stay, and with it the
    /// lock on its profile.
    pub fn close(&self) -> impl Future<Output = ()> + use<> {
        let (driver, family) = (self.driver.clone(), Process::family(&self.children).unwrap_or_default());
        async move {
            let _ = tokio::time::timeout(LEAVE, driver.clone().quit()).await;
            let _ = driver.leak(); // else it would ask the driver once more, and wait for ever
            Process::kill_all(&family).await;
        }
    }

    /// The processes that show pages.
    pub fn renderers(&self, browser: Browser) -> Result<Vec<Process>> {
        let mut family = Process::family(&self.children)?;
        family.retain(|process| process.shows_pages(browser));
        Ok(family)
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        kill_children(std::mem::take(&mut self.children));
    }
}

/// Ends these, the last first.
pub fn kill_children(children: Vec<Child>) {
    for mut child in children.into_iter().rev() {
        let _ = child.kill();
        let _ = child.wait();
    }
}

fn chromium(installed: &Installed, home: &Path, downloads: &Path) -> Value {
    json!({ "goog:chromeOptions": {
        "binary": installed.browser,
        "args": [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1280,900",
            format!("--user-data-dir={}", home.join("profile").display()),
        ],
        "prefs": { "download.default_directory": downloads, "download.prompt_for_download": false },
    } })
}

fn firefox(installed: &Installed, look: Look, home: &Path, downloads: &Path) -> Result<Value> {
    let profile = home.join("profile");
    fs::create_dir_all(&profile)?;
    Ok(json!({ "moz:firefoxOptions": {
        "binary": installed.browser,
        "args": ["-headless", "-width", "1280", "-height", "900", "-profile", profile],
        "prefs": {
            "browser.download.folderList": 2,
            "browser.download.dir": downloads,
            "browser.download.alwaysOpenPanel": false,
            "security.fileuri.strict_origin_policy": true, // as shipped; the driver would switch it off
            "ui.systemUsesDarkTheme": i32::from(look == Look::Dark),
        },
    } }))
}

/// An X server without a screen; it picks a free display and says which.
pub fn start_screen() -> Result<(String, Child)> {
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]);
    let mut screen =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().context("Xvfb")?;
    let mut number = String::new();
    if let Some(output) = screen.stdout.take() {
        BufReader::new(output).read_line(&mut number)?;
    }
    if number.trim().is_empty() {
        kill_children(vec![screen]);
        bail!("Xvfb found no free display");
    }
    Ok((format!(":{}", number.trim()), screen))
}
