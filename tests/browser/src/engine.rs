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
                end(children);
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
                end(children);
                Err(error.into())
            }
        }
    }
}

impl Engine {
    /// Ends the browser, and what of it does not go by itself: a browser whose pages were killed may stay, and with it the
    /// lock on its profile.
    pub fn close(&self) -> impl Future<Output = ()> + use<> {
        let (driver, family) = (self.driver.clone(), self.family().unwrap_or_default());
        async move {
            let _ = tokio::time::timeout(LEAVE, driver.clone().quit()).await;
            let _ = driver.leak(); // else it would ask the driver once more, and wait for ever
            for member in family.iter().filter(|member| member.is_alive()) {
                let _ = Command::new("kill").args(["-9", &member.id.to_string()]).stderr(Stdio::null()).status();
            }
            let started = Instant::now();
            while family.iter().any(Process::is_alive) && started.elapsed() < LEAVE {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        }
    }

    /// The processes that show pages; first the one with most memory.
    pub fn renderers(&self, browser: Browser) -> Result<Vec<u32>> {
        let shows_pages = |command: &str| match browser {
            Browser::Chromium => command.contains("--type=renderer"),
            Browser::Firefox => command.contains("-contentproc") && command.trim_end().ends_with("tab"),
            Browser::WebKit => command.contains("WebKitWebProcess"),
        };
        let mut found = self.family()?;
        found.retain(|process| shows_pages(&process.command));
        found.sort_by_key(|process| std::cmp::Reverse(resident(process.id)));
        Ok(found.iter().map(|process| process.id).collect())
    }

    /// The driver and all processes below it.
    fn family(&self) -> Result<Vec<Process>> {
        let mut rest: Vec<Process> =
            fs::read_dir("/proc")?.flatten().filter_map(|entry| Process::read(&entry.path())).collect();
        let mut family: Vec<Process> = Vec::new();
        let roots: Vec<u32> = self.children.iter().map(Child::id).collect();
        // Parents may have higher numbers than their children.
        loop {
            let (members, others): (Vec<_>, Vec<_>) = rest.into_iter().partition(|process| {
                roots.contains(&process.id) || family.iter().any(|member| member.id == process.parent)
            });
            if members.is_empty() {
                return Ok(family);
            }
            family.extend(members);
            rest = others;
        }
    }
}

/// A process as the system describes it.
struct Process {
    id: u32,
    parent: u32,
    /// Running, sleeping, or dead but not yet asked for (`Z`).
    state: String,
    /// In ticks since the system was started: the same number may be given to another process later.
    started: String,
    command: String,
}

impl Process {
    fn read(folder: &Path) -> Option<Self> {
        let id = folder.file_name()?.to_str()?.parse().ok()?;
        let stat = fs::read_to_string(folder.join("stat")).ok()?;
        let (_, after_name) = stat.rsplit_once(')')?;
        let fields: Vec<&str> = after_name.split_whitespace().collect();
        let command = fs::read(folder.join("cmdline")).ok()?;
        Some(Self {
            id,
            parent: fields.get(1)?.parse().ok()?,
            state: (*fields.first()?).to_owned(),
            started: (*fields.get(19)?).to_owned(),
            command: String::from_utf8_lossy(&command).replace('\0', " "),
        })
    }

    fn is_alive(&self) -> bool {
        let now = Self::read(&Path::new("/proc").join(self.id.to_string()));
        now.is_some_and(|now| now.started == self.started && now.state != "Z")
    }
}

/// Pages of memory that a process holds.
fn resident(id: u32) -> u64 {
    let statm = fs::read_to_string(format!("/proc/{id}/statm")).unwrap_or_default();
    statm.split_whitespace().nth(1).and_then(|pages| pages.parse().ok()).unwrap_or_default()
}

impl Drop for Engine {
    fn drop(&mut self) {
        end(std::mem::take(&mut self.children));
    }
}

fn end(children: Vec<Child>) {
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
fn start_screen() -> Result<(String, Child)> {
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]);
    let mut screen =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().context("Xvfb")?;
    let mut number = String::new();
    if let Some(output) = screen.stdout.take() {
        BufReader::new(output).read_line(&mut number)?;
    }
    if number.trim().is_empty() {
        end(vec![screen]);
        bail!("Xvfb found no free display");
    }
    Ok((format!(":{}", number.trim()), screen))
}
