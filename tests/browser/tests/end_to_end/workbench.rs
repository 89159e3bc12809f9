//! What a person does on the workbench, in few words.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use browser_tests::Page;
use serde_json::{Value, json};

/// The article of the tests, which is the page's example too.
pub const ARTICLE: &str = include_str!("../../../articles/gerasimov-letter.txt");
/// Its title.
pub const TITLE: &str = "Moscow Says Its Top General Wrote to Dunford on Syrian Refugees";

/// The workbench, with an article open on it.
#[derive(Clone)]
pub struct Workbench {
    /// The page.
    pub page: Page,
}

impl Workbench {
    /// Copies a text elsewhere and pastes it on the desk.
    pub async fn paste(page: Page, text: &str) -> Result<Self> {
        page.copy(text).await?;
        page.visit("").await?;
        page.until("the caret in the paste field", "return document.activeElement?.id === 'paste'").await?;
        page.press_with_control('v').await?;
        Self::opened(page).await
    }

    /// Chooses a file on the desk.
    pub async fn open(page: Page, name: &str, content: &[u8]) -> Result<Self> {
        let file = page.file(name, content)?;
        page.find("#paste").await?;
        page.choose(&file).await?;
        Self::opened(page).await
    }

    /// Waits for an article to be on the workbench.
    pub async fn opened(page: Page) -> Result<Self> {
        page.until("the workbench", "return document.querySelector('.bench [data-paragraph]') !== null").await?;
        Ok(Self { page })
    }

    /// After the page was loaded again: the article is on the workbench at once, or the desk has it.
    pub async fn opened_again(page: Page) -> Result<Self> {
        let there = "return document.querySelector('.bench [data-paragraph], .kept button.open') !== null";
        page.until("the article after a reload", there).await?;
        if page.script("return document.querySelector('.bench') === null").await? == true {
            page.find(".kept button.open").await?.click().await?;
        }
        Self::opened(page).await
    }

    /// Back to the desk.
    pub async fn leave(self) -> Result<Page> {
        self.page.button("All articles").await?.click().await?;
        self.page.find("#paste").await?;
        Ok(self.page)
    }

    /// The title in the header.
    pub async fn title(&self) -> Result<String> {
        let title = self.page.script("return document.querySelector('.bench h1').textContent").await?;
        Ok(title.as_str().unwrap_or_default().to_owned())
    }

    /// The kind, the words and the verdict of every mark, in text order.
    pub async fn marks(&self) -> Result<Vec<Mark>> {
        let marks = self.page.script(MARKS).await?;
        let marks = marks.as_array().context("a list")?.iter().map(|mark| {
            let text = |key| mark.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
            Mark { id: text("id"), kind: text("kind"), words: text("words"), verdict: text("verdict") }
        });
        Ok(marks.collect())
    }

    /// The mark of this kind with these words, once it is there.
    pub async fn mark(&self, kind: &str, words: &str) -> Result<Mark> {
        let mut marks = Vec::new();
        for _ in 0..100 {
            marks = self.marks().await?;
            if let Some(mark) = marks.iter().find(|mark| mark.kind == kind && mark.words == words) {
                return Ok(mark.clone());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let there: Vec<_> = marks.iter().map(|mark| format!("{} {:?}", mark.kind, mark.words)).collect();
        anyhow::bail!("no {kind} {words:?} among {}", there.join(", "))
    }

    /// Waits until this mark has this verdict.
    pub async fn until_verdict(&self, mark: &Mark, verdict: &str) -> Result<()> {
        let script = format!("return document.getElementById('m-{}').classList.contains('v-{verdict}')", mark.id);
        self.page.until(&format!("{:?} to be {verdict}", mark.words), &script).await?;
        Ok(())
    }

    /// Waits until this mark is the one that is looked at.
    pub async fn until_current(&self, mark: &Mark) -> Result<()> {
        let script = format!("return document.getElementById('m-{}').classList.contains('now')", mark.id);
        self.page.until(&format!("{:?} to be looked at", mark.words), &script).await?;
        Ok(())
    }

    /// Clicks the mark in the article, wherever it is: a driver clicks nothing in a window that is not in front, nor what
    /// lies under a message.
    pub async fn choose(&self, mark: &Mark) -> Result<()> {
        self.page.script(&format!("document.getElementById('m-{}').click()", mark.id)).await?;
        self.until_current(mark).await
    }

    /// Clicks the mark in the article.
    pub async fn click(&self, mark: &Mark) -> Result<()> {
        self.page.find(&format!("[id='m-{}']", mark.id)).await?.click().await?;
        self.until_current(mark).await
    }

    /// Waits until the article scrolls no more.
    pub async fn until_still(&self) -> Result<()> {
        let still = "const top = document.querySelector('#text').scrollTop;
            const still = window.lastTop === top;
            window.lastTop = top;
            return still;";
        for _ in 0..3 {
            tokio::time::sleep(Duration::from_millis(100)).await;
            self.page.until("the article to stand still", still).await?;
        }
        Ok(())
    }

    /// Goes to the mark, wherever on the screen it is.
    pub async fn go_to(&self, mark: &Mark) -> Result<()> {
        self.page.script(&format!("document.getElementById('m-{}').click()", mark.id)).await?;
        self.until_current(mark).await
    }

    /// Brings these words into view: the middle of their left edge, and of their right one.
    pub async fn ends(&self, words: &str) -> Result<[i64; 4]> {
        let script = SELECT.replace("WORDS", &json!(words).to_string());
        let ends: [f64; 4] = serde_json::from_value(self.page.script(&script).await?)
            .with_context(|| format!("{words:?} is not there"))?;
        #[expect(clippy::cast_possible_truncation, reason = "a place in the window")]
        Ok(ends.map(|end| end.round() as i64))
    }

    /// Selects these words in the article with the mouse, from the first to the last.
    pub async fn select(&self, words: &str) -> Result<()> {
        let [from_x, from_y, to_x, to_y] = self.ends(words).await?;
        let chain = self.page.driver().action_chain().move_to(from_x, from_y).click_and_hold();
        let chain = chain.move_to(from_x.midpoint(to_x), from_y.midpoint(to_y)).move_to(to_x, to_y).release();
        chain.perform().await?;
        let selected = self.page.until("a selection", "return getSelection().toString().trim()").await?;
        ensure!(selected == words, "selected {selected} instead of {words:?}");
        self.page.until("the bar at the selection", "return !document.querySelector('.selbar').hidden").await?;
        Ok(())
    }

    /// Waits until everything is saved.
    pub async fn saved(&self) -> Result<()> {
        self.page.until("everything saved", "return document.querySelector('.saved').textContent === 'Saved'").await?;
        Ok(())
    }

    /// Waits until the header says that so many marks are checked.
    pub async fn until_checked(&self, count: usize) -> Result<()> {
        let script = format!("return document.querySelector('.progress').textContent.startsWith('{count} of ')");
        self.page.until(&format!("{count} checked"), &script).await?;
        Ok(())
    }

    /// Downloads the annotation file: its name and what it says.
    pub async fn download(&self) -> Result<(String, Value)> {
        self.page.button("Download JSON").await?.click().await?;
        // The first time, the page asks for a name for the file, which may stay empty.
        let first = self.page.script("return !window.asked").await?;
        if first == true {
            self.page.find("dialog[open] button.main").await?.click().await?;
            self.page.script("window.asked = true").await?;
        }
        self.page.downloaded().await
    }

    /// Fails unless the marks are these.
    pub async fn ensure_marks(&self, expected: &[Mark]) -> Result<()> {
        let marks = self.marks().await?;
        let gone: Vec<_> = expected.iter().filter(|mark| !marks.contains(mark)).collect();
        let new: Vec<_> = marks.iter().filter(|mark| !expected.contains(mark)).collect();
        ensure!(
            gone.is_empty() && new.is_empty() && marks == expected,
            "the marks are others: not {gone:?} but {new:?}"
        );
        Ok(())
    }
}

/// A mark as the article shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its id.
    pub id: String,
    /// `claim`, `date` or `quote`.
    pub kind: String,
    /// The marked words.
    pub words: String,
    /// `unchecked`, `verified`, `inconsistent` or `unclear`.
    pub verdict: String,
}

/// The marks of the article. One that others overlap stands in several elements.
const MARKS: &str = "const marks = new Map();
    for (const element of document.querySelectorAll('mark[data-mark]')) {
        const id = element.dataset.mark;
        if (!marks.has(id)) {
            const one = (names) => names.find((name) => element.classList.contains(name));
            const verdict = one(['v-unchecked', 'v-verified', 'v-inconsistent', 'v-unclear']).slice(2);
            marks.set(id, { id, kind: one(['claim', 'date', 'quote']), verdict, words: '' });
        }
        marks.get(id).words += element.textContent;
    }
    return [...marks.values()];";

/// The middle of the left edge of the words, and of the right one.
const SELECT: &str = "const words = WORDS;
    const walker = document.createTreeWalker(document.querySelector('#text article'), NodeFilter.SHOW_TEXT);
    const nodes = [];
    let all = '';
    while (walker.nextNode()) {
        nodes.push([all.length, walker.currentNode]);
        all += walker.currentNode.data;
    }
    const start = all.indexOf(words);
    if (start < 0) return null;
    const range = document.createRange();
    const at = (offset, last) => nodes.filter(([from]) => last ? from < offset : from <= offset).at(-1);
    const [from, first] = at(start, false), [to, last] = at(start + words.length, true);
    range.setStart(first, start - from);
    range.setEnd(last, start + words.length - to);
    first.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
    const head = boxes[0], tail = boxes.at(-1);
    const ltr = getComputedStyle(first.parentElement).direction === 'ltr';
    const left = (box) => [box.left, box.top + box.height / 2], right = (box) => [box.right, box.top + box.height / 2];
    return [...(ltr ? left(head) : right(head)), ...(ltr ? right(tail) : left(tail))];";
