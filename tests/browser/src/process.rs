//! A browser's processes as the system lists them.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::Browser;

/// How long a process may take to end.
const LEAVE: Duration = Duration::from_secs(10);

/// A process as the system describes it.
pub struct Process {
    pub id: u32,
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

    /// These processes and all below them.
    pub fn family(roots: &[Child]) -> Result<Vec<Self>> {
        let mut rest: Vec<Self> =
            fs::read_dir("/proc")?.flatten().filter_map(|entry| Self::read(&entry.path())).collect();
        let mut family: Vec<Self> = Vec::new();
        // Parents may have higher numbers than their children.
        loop {
            let (members, others): (Vec<_>, Vec<_>) = rest.into_iter().partition(|process| {
                roots.iter().any(|root| root.id() == process.id)
                    || family.iter().any(|member| member.id == process.parent)
            });
            if members.is_empty() {
                return Ok(family);
            }
            family.extend(members);
            rest = others;
        }
    }

    /// Whether it is one of those that show pages.
    pub fn shows_pages(&self, browser: Browser) -> bool {
        match browser {
            Browser::Chromium => self.command.contains("--type=renderer"),
            Browser::Firefox => self.command.contains("-contentproc") && self.command.trim_end().ends_with("tab"),
            Browser::WebKit => self.command.contains("WebKitWebProcess"),
        }
    }

    /// Ends it at once.
    pub fn kill(&self) {
        if self.is_alive() {
            let _ = Command::new("kill").args(["-9", &self.id.to_string()]).stderr(Stdio::null()).status();
        }
    }

    fn is_alive(&self) -> bool {
        let now = Self::read(&Path::new("/proc").join(self.id.to_string()));
        now.is_some_and(|now| now.started == self.started && now.state != "Z")
    }

    /// Ends all of these and waits until they are gone.
    pub async fn kill_all(family: &[Self]) {
        family.iter().for_each(Self::kill);
        let started = Instant::now();
        while family.iter().any(Self::is_alive) && started.elapsed() < LEAVE {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}
