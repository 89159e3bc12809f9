//! The page under test.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use thirtyfour::error::{WebDriverErrorInner, WebDriverResult};
use thirtyfour::session::scriptret::ScriptRet;
use thirtyfour::{By, Key, WebDriver, WebElement};
use xtask::browsers::Browser;
use xtask::serve::Server;

use crate::engine::{Engine, Look};
use crate::folder::Folder;
use crate::process::Process;
use crate::{Build, Place};

/// How long anything may take on a slow and busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// Runs axe-core, and returns one line a rule that is broken.
const RUN_AXE: &str = "const done = arguments[0];
    axe.run(document, { resultTypes: ['violations'] }).then(
        (found) => done(found.violations.map((rule) =>
            `${rule.id}: ${rule.help}: ${rule.nodes.map((node) => node.target.join(' ')).join(', ')}`)),
        (error) => done([`axe failed: ${error}`]));";

/// The page, open in a browser of its own.
#[derive(Clone)]
pub struct Page(Rc<Inner>);

struct Inner {
    engine: RefCell<Engine>,
    look: Look,
    server: Server,
    place: Place,
    /// The browser's home, and what only tests serve.
    home: Folder,
    fixtures: Folder,
}

impl Page {
    /// Starts a browser and opens the page in it.
    pub async fn open(place: Place, look: Look) -> Result<Self> {
        let page = Self::start(place, look).await?;
        page.before("").await?;
        Ok(page)
    }

    /// Starts a browser that has never been on the page.
    pub async fn start(place: Place, look: Look) -> Result<Self> {
        let (home, fixtures) = (Folder::new()?, Folder::new()?);
        let dist = xtask::page::dist();
        let server = Server::start(vec![fixtures.path().to_owned(), dist], 0)?;
        let engine = Engine::start(place.browser, look, home.path()).await?;
        let engine = RefCell::new(engine);
        Ok(Self(Rc::new(Inner { engine, look, server, place, home, fixtures })))
    }

    /// Opens the page anew, with a script that runs before its own.
    pub async fn before(&self, script: &str) -> Result<()> {
        self.serve(script)?;
        self.visit("").await
    }

    /// From now on the page comes with a script that runs before its own.
    pub fn serve(&self, script: &str) -> Result<()> {
        let observe = format!("{}\n{script}\n", include_str!("observe.js"));
        let dist = xtask::page::dist();
        let (source, tag) = match self.0.place.build {
            Build::Hosted => {
                self.file("observe.js", observe.as_bytes())?;
                (dist.join("index.html"), "<script src=\"observe.js\"></script>".to_owned())
            }
            Build::Single => (xtask::page::single_file(), format!("<script>{observe}</script>")),
        };
        let page = xtask::single::read(&source).context("there is no page; `cargo xtask build --single` builds it")?;
        let page = page.replacen("<title>", &format!("{tag}<title>"), 1);
        // The single file runs what its policy knows by its hash.
        ensure!(page.contains(&tag), "the page has no title");
        let page = match self.0.place.build {
            Build::Hosted => page.into_bytes(),
            Build::Single => {
                let allowed = format!("script-src {} ", xtask::single::source_hash(&observe));
                xtask::single::encoded(&page.replacen("script-src ", &allowed, 1))
            }
        };
        self.file("index.html", &page)?;
        Ok(())
    }

    /// After the process that showed the page has died: the browser is closed and started again, with what it has kept
    /// on the disk.
    pub async fn recover(&self) -> Result<()> {
        self.close().await;
        let again = Engine::start(self.browser(), self.0.look, self.0.home.path()).await?;
        drop(self.0.engine.replace(again));
        self.visit("").await
    }

    /// Which build this is, and in which browser.
    #[must_use]
    pub fn place(&self) -> Place {
        self.0.place
    }

    /// The processes that show pages in this browser.
    pub(crate) fn renderers(&self) -> Result<Vec<Process>> {
        self.0.engine.borrow().renderers(self.0.place.browser)
    }

    /// The browser's driver, for what this has no words for.
    #[must_use]
    pub fn driver(&self) -> WebDriver {
        self.0.engine.borrow().driver.clone()
    }

    /// The browser it runs in.
    #[must_use]
    pub fn browser(&self) -> Browser {
        self.0.place.browser
    }

    /// Goes to the page, or to another file of its server.
    pub async fn visit(&self, file: &str) -> Result<()> {
        Ok(self.driver().goto(self.address(file)).await?)
    }

    /// The address of the page, or of another file beside it.
    #[must_use]
    pub fn address(&self, file: &str) -> String {
        match self.0.place.build {
            Build::Hosted => format!("{}{file}", self.0.server.url()),
            Build::Single => {
                let file = if file.is_empty() { "index.html" } else { file };
                format!("file://{}", self.0.fixtures.path().join(file).display())
            }
        }
    }

    /// Loads the page again.
    pub async fn reload(&self) -> Result<()> {
        Ok(self.driver().refresh().await?)
    }

    /// Runs a script and returns its value.
    pub async fn script(&self, script: &str) -> Result<Value> {
        Ok(self.driver().execute(script, vec![]).await?.json().clone())
    }

    /// Waits until a script returns something that JavaScript takes as true, and returns it.
    pub async fn until(&self, what: &str, script: &str) -> Result<Value> {
        let started = Instant::now();
        loop {
            let value = answer(self.driver().execute(script, vec![]).await)?;
            let true_enough = !matches!(&value, Value::Null | Value::Bool(false)) && value != 0 && value != "";
            if true_enough {
                return Ok(value);
            }
            if started.elapsed() > PATIENCE {
                bail!("waited in vain: {what}");
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until an asynchronous script, which ends by calling its argument, hands over true.
    pub async fn until_done(&self, what: &str, script: &str) -> Result<()> {
        let started = Instant::now();
        while answer(self.driver().execute_async(script, vec![]).await)? != true {
            if started.elapsed() > PATIENCE {
                bail!("waited in vain: {what}");
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        Ok(())
    }

    /// Ends the server of the hosted page: from now on there is no network.
    pub fn stop_server(&self) {
        self.0.server.stop();
    }

    /// The first element a selector means, once it is there.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        self.wait(By::Css(selector), selector).await
    }

    /// The button or link with this text or name, once it is there.
    pub async fn button(&self, name: &str) -> Result<WebElement> {
        let xpath = format!(
            "//*[self::button or self::a or self::summary or @role='button' or @role='tab']\
             [normalize-space()='{name}' or @aria-label='{name}' or @title='{name}']"
        );
        self.wait(By::XPath(&xpath), name).await
    }

    /// Clicks the button with this name, once more where the page has just put another in its place.
    pub async fn click(&self, name: &str) -> Result<()> {
        for _ in 0..5 {
            if self.button(name).await?.click().await.is_ok() {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        Ok(self.button(name).await?.click().await?)
    }

    async fn wait(&self, by: By, what: &str) -> Result<WebElement> {
        let started = Instant::now();
        loop {
            match self.driver().find(by.clone()).await {
                Ok(element) => return Ok(element),
                Err(_) if started.elapsed() < PATIENCE => tokio::time::sleep(Duration::from_millis(50)).await,
                Err(error) => bail!("waited in vain for {what:?}: {error}"),
            }
        }
    }

    /// Presses keys one after the other.
    pub async fn press(&self, keys: &str) -> Result<()> {
        Ok(self.driver().action_chain().send_keys(keys).perform().await?)
    }

    /// Presses a key that has a name.
    pub async fn press_key(&self, key: Key) -> Result<()> {
        Ok(self.driver().action_chain().send_keys(key).perform().await?)
    }

    /// Presses a key while Ctrl is down.
    pub async fn press_with_control(&self, key: char) -> Result<()> {
        let chain = self.driver().action_chain().key_down(Key::Control).key_down(key).key_up(key).key_up(Key::Control);
        Ok(chain.perform().await?)
    }

    /// Puts a text into the clipboard as a person does: on a page that shows it, select all and copy.
    pub async fn copy(&self, text: &str) -> Result<()> {
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
        let source =
            format!("<!DOCTYPE html><meta charset=\"utf-8\"><title>Source</title><textarea>\n{escaped}</textarea>");
        fs::write(self.0.fixtures.path().join("source.html"), source)?;
        self.visit("source.html").await?;
        self.find("textarea").await?.click().await?;
        self.press_with_control('a').await?;
        self.press_with_control('c').await
    }

    /// Where a file lies that was written for this test.
    #[must_use]
    pub fn file_of(&self, name: &str) -> PathBuf {
        self.0.fixtures.path().join(name)
    }

    /// Writes a file that can be opened on the page.
    pub fn file(&self, name: &str, content: &[u8]) -> Result<PathBuf> {
        let path = self.file_of(name);
        fs::write(&path, content)?;
        Ok(path)
    }

    /// Chooses a file in the page's file field.
    pub async fn choose(&self, file: &Path) -> Result<()> {
        let field = self.find("input[type=file]").await?;
        Ok(field.send_keys(file.to_str().context("the path is no text")?).await?)
    }

    /// Does what starts a download, and returns the file's name and what it says.
    pub async fn downloaded(&self) -> Result<(String, Value)> {
        let folder = self.0.home.path().join("Downloads");
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            for entry in fs::read_dir(&folder)?.flatten() {
                let complete = entry.path().extension().is_some_and(|extension| extension == "json");
                if complete && let Ok(value) = serde_json::from_slice(&fs::read(entry.path())?) {
                    fs::remove_file(entry.path())?;
                    return Ok((entry.file_name().to_string_lossy().into_owned(), value));
                }
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        bail!("no download has come")
    }

    /// What the accessibility checker has found, one line a rule.
    pub async fn accessibility(&self) -> Result<Vec<String>> {
        let axe = xtask::tools::AXE.find().context("axe-core is not there; `cargo xtask test` installs it")?;
        self.driver().execute(fs::read_to_string(axe.join("axe.min.js"))?, vec![]).await?;
        Ok(serde_json::from_value(self.driver().execute_async(RUN_AXE, vec![]).await?.json().clone())?)
    }

    /// Fails if the page has reported an error or a broken policy, or has asked another origin for anything.
    pub async fn ensure_quiet(&self) -> Result<()> {
        let observed = self.script("return observed").await?;
        ensure!(observed == serde_json::json!([]), "the page reported {observed}");
        // The single file has everything in it: it asks for nothing at all.
        let foreign = match self.0.place.build {
            Build::Hosted => "(name) => new URL(name).origin !== location.origin",
            Build::Single => "(name) => !name.startsWith('data:')",
        };
        let asked = "return performance.getEntriesByType('resource').map((entry) => entry.name)";
        let foreign = self.script(&format!("{asked}.filter({foreign})")).await?;
        ensure!(foreign == serde_json::json!([]), "the page asked for {foreign}");
        Ok(())
    }

    /// What the page's server was asked for so far.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.0.server.requests()
    }

    /// After a failure: leaves a picture, and says where it lies and what the page has reported.
    pub(crate) async fn evidence(&self, name: &str) -> String {
        let folder = xtask::page::dist().with_file_name("target").join("end-to-end");
        let picture = folder.join(format!("{name}.png"));
        let taken = fs::create_dir_all(&folder).is_ok() && self.driver().screenshot(&picture).await.is_ok();
        let observed = self.script("return observed").await.unwrap_or_default();
        let shown = if taken { format!("; a picture is in {}", picture.display()) } else { String::new() };
        format!("the page reported {observed}{shown}")
    }

    /// What is wrong with the browser itself, if anything is: it has died, or it is `WebKit` and has trapped. On Linux `WebKit`
    /// does so now and then in modules that are sound, even with accesses out of bounds, which no safe program can make
    /// (<https://bugs.webkit.org/show_bug.cgi?id=259441>). A trap of the program's own comes again with the next try, and
    /// in the other browsers, where none is forgiven.
    pub(crate) async fn failure_of_the_browser(&self) -> Option<String> {
        let observed = tokio::time::timeout(PATIENCE, self.script("return (window.observed ?? []).join()")).await;
        let Ok(Ok(observed)) = observed else { return Some("has died".to_owned()) };
        // Of pages opened from disk it does not say which error it was.
        let signs = ["RuntimeError", "error: Script error."];
        let trapped = observed.as_str().is_some_and(|observed| signs.iter().any(|sign| observed.contains(sign)));
        (self.browser() == Browser::WebKit && trapped).then(|| format!("has trapped, {observed}"))
    }

    /// Closes the browser.
    pub async fn close(&self) {
        let closing = self.0.engine.borrow().close();
        closing.await;
    }
}

/// What a script returned; nothing if the page went away while it was asked, as where a click loads it again: then the
/// next one can be asked.
fn answer(outcome: WebDriverResult<ScriptRet>) -> Result<Value> {
    match outcome {
        Ok(value) => Ok(value.json().clone()),
        // Which browser calls it what: WebKit a frame that is gone (no test enters a frame), Firefox a document unloaded.
        Err(error) if matches!(*error, WebDriverErrorInner::NoSuchFrame(_)) => Ok(Value::Null),
        Err(error) if error.to_string().contains("Document was unloaded") => Ok(Value::Null),
        Err(error) => Err(error.into()),
    }
}
