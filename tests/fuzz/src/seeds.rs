//! The inputs that others are made of: the texts of the corpus, our articles, and files written from them.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use chrono::DateTime;
use factmark::annotation::{Action, ArticleFacts, Entry, History, NewVersion, Session, Verdict};
use factmark::detect::Run;
use factmark::exchange::{Format, Options, annotation_file, export, journal};
use factmark::text::Document;
use serde_json::Value;

use crate::Target;

/// An article of a few lines with every kind of mark, emoji, combining marks and right-to-left script.
const SHORT: &str = "Ferry 👩‍👩‍👧 strike ends\r\n\r\nPIRAEUS, June 9 - The crews of Zu\u{308}rich went back on June 8, \
    said Ana Ruiz. “We waited [at the pier] for שלום,” she said, “and nobody came.”\u{a0}Two ferries sailed in July.\n\
    The company lost 4 million euros on Monday, 12 percent more than in 2017.\n";

fn tests() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// The folder of the inputs that are kept for `target`.
#[must_use]
pub fn folder(target: &Target) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target.name)
}

/// The inputs that are kept for `target`: every finding of the past.
#[must_use]
pub fn kept(target: &Target) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = fs::read_dir(folder(target)).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort_unstable();
    paths.into_iter().filter_map(|path| fs::read(&path).ok().map(|input| (path, input))).collect()
}

/// Every text of the corpus, and our articles.
#[must_use]
pub fn texts() -> Vec<Vec<u8>> {
    let mut texts: Vec<Vec<u8>> = articles().into_iter().map(String::into_bytes).collect();
    let mut folders = vec![tests().join("corpus")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                texts.extend(cases(&fs::read_to_string(path).unwrap_or_default()));
            }
        }
    }
    texts.sort_unstable();
    texts
}

/// The texts of the cases in a Markdown file.
fn cases(markdown: &str) -> Vec<Vec<u8>> {
    let blocks = markdown.split("```text\n").skip(1);
    blocks.filter_map(|block| Some(block.split_once("\n```")?.0.as_bytes().to_vec())).collect()
}

fn articles() -> Vec<String> {
    let entries = fs::read_dir(tests().join("articles")).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort_unstable();
    let mut articles = vec![SHORT.to_owned()];
    articles.extend(paths.iter().filter_map(|path| fs::read_to_string(path).ok()));
    articles
}

/// Web pages: our articles with the furniture that pages have.
#[must_use]
pub fn pages() -> Vec<Vec<u8>> {
    let page = |article: &String| {
        let mut lines = article.lines().filter(|line| !line.trim().is_empty());
        let title = lines.next().unwrap_or_default();
        let body = lines.take(12).collect::<Vec<_>>().join("</p>\n<p>");
        format!(
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title>\
             <meta property=\"article:published_time\" content=\"2018-08-04T15:14:00+03:00\">\
             <link rel=\"canonical\" href=\"https://example.org/a?b=1&amp;c\"><script>if (a < b) document.title = \"</p>\"</script>\
             <script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"headline\":\"{title}\"}}</script></head>\
             <body><nav><ul><li><a href=\"/\">Home</a></li></ul></nav><main><article><h1>{title}</h1>\
             <figure><img src=\"a.jpg\" alt=\"A\"><figcaption>A harbour &copy; &#x2014; agency</figcaption></figure>\
             <p>{body}</p><ul><li>one<li>two</ul><table><tr><td>1<td>2</table><pre>a\n  b</pre><br hidden>\
             <p style=\"display:none\">not shown</p><blockquote cite=x>so &ldquo;it&rdquo; is</blockquote></article></main>\
             <aside>Most read</aside><form><input value=\"x\"><button>Subscribe</button></form><footer>&nbsp;</footer></body></html>"
        )
    };
    articles().iter().map(page).map(String::into_bytes).collect()
}

/// Our articles in every encoding that is read.
#[must_use]
pub fn encoded() -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for article in articles() {
        let start: String = article.chars().take(600).collect();
        let units = || start.encode_utf16();
        all.push(start.clone().into_bytes());
        all.push([b"\xef\xbb\xbf", start.as_bytes()].concat());
        all.push([0xff, 0xfe].into_iter().chain(units().flat_map(u16::to_le_bytes)).collect());
        all.push([0xfe, 0xff].into_iter().chain(units().flat_map(u16::to_be_bytes)).collect());
        all.push(units().flat_map(u16::to_le_bytes).collect());
        all.push(start.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(0x93)).collect());
    }
    all
}

fn open(text: &str) -> Session {
    let document = Rc::new(Document::new(text));
    let facts = ArticleFacts { published: "2018-08-04T15:14:00+03:00".parse().ok(), ..ArticleFacts::of(&document) };
    let findings = Run::new(&document, facts.published).finish();
    Session::open("0f7c7a52-3f5e-4c8e-8a58-2d3c0c1f9a10", document, facts, findings)
}

thread_local! {
    static SESSIONS: Vec<Session> = sessions();
}

fn sessions() -> Vec<Session> {
    let articles = articles();
    let short = articles.iter().filter(|article| article.len() < 4000);
    let mut sessions: Vec<Session> = short.map(|article| open(article)).collect();
    sessions.push(Session::bare("bare", Rc::new(Document::new("x"))));
    sessions
}

/// One of a few open articles, the first of them short; one has nothing in it.
#[must_use]
pub fn session(number: usize) -> Session {
    SESSIONS.with(|sessions| {
        let last = || sessions.last().cloned();
        sessions.get(number).cloned().or_else(last).unwrap_or_else(|| open(SHORT))
    })
}

/// Lends the short article.
pub fn with_session<T>(borrow: impl FnOnce(&Session) -> T) -> T {
    borrow(&session(0))
}

/// The short article after some work on it.
fn reviewed() -> (Session, History, Vec<String>) {
    let (mut now, mut history, mut records) = (session(0), History::default(), Vec::new());
    let ids: Vec<_> = now.annotations.iter().map(|mark| mark.id.clone()).collect();
    let mut actions: Vec<Action> = ids.iter().map(|id| Action::SetVerdict(id.clone(), Verdict::Unclear)).collect();
    if let [first, second, ..] = &ids[..] {
        let link = Action::Link {
            id: "l1".into(),
            relation: factmark::annotation::Relation::Contradicts,
            from: first.clone(),
            to: second.clone(),
        };
        actions.extend([link, Action::SetNote(first.clone(), "=1+1".to_owned()), Action::Dismiss(first.clone())]);
    }
    let new_version = NewVersion::read(&now, &SHORT.replace("Two ferries", "Three small ferries"));
    actions.push(Action::ReplaceText(new_version));
    for action in actions {
        let at = DateTime::from_timestamp(1_790_000_000, 0).unwrap_or_default();
        if let Ok(patch) = now.reduce(&Entry { at, by: Some("a".into()), action }) {
            now = history.perform(&now, patch);
            records.extend(history.past().last().map(|patch| journal::record(patch, &now)));
        }
    }
    (now, history, records)
}

fn file(session: &Session) -> Vec<u8> {
    let mut bytes = Vec::new();
    // A vector takes everything.
    let _ = annotation_file::write_line(
        session,
        &Value::String("0f7c7a52-3f5e-4c8e-8a58-2d3c0c1f9a10".to_owned()),
        &mut bytes,
    );
    bytes
}

/// Annotation files, untouched and reviewed.
#[must_use]
pub fn annotation_files() -> Vec<Vec<u8>> {
    (0..3).map(|number| file(&session(number))).chain([file(&reviewed().0)]).collect()
}

/// Files of the formats of others.
#[must_use]
pub fn foreign_files() -> Vec<Vec<u8>> {
    let mut files = vec![file(&reviewed().0)];
    for session in [session(0), reviewed().0] {
        for format in [Format::WebAnnotation, Format::Hypothesis, Format::LabelStudio] {
            let written = export(&session, format, &Options::default()).unwrap_or_default();
            files.extend(written.into_iter().map(|file| file.content.into_bytes()));
        }
    }
    files
}

/// What the browser keeps: snapshots, with the records since in the field `records`.
#[must_use]
pub fn journals() -> Vec<Vec<u8>> {
    let (now, history, records) = reviewed();
    let with = |snapshot: String, records: &[String]| {
        let mut value: Value = serde_json::from_str(&snapshot).unwrap_or_default();
        let records = records.iter().filter_map(|record| serde_json::from_str(record).ok()).collect();
        if let Some(fields) = value.as_object_mut() {
            fields.insert("records".to_owned(), Value::Array(records));
        }
        value.to_string().into_bytes()
    };
    let mut since = records.clone();
    since.extend([journal::UNDONE, journal::UNDONE, journal::REDONE].map(str::to_owned));
    vec![
        with(journal::snapshot(&session(0), &History::default()), &since),
        with(journal::snapshot(&now, &history), &[]),
    ]
}

/// Sequences of choices.
#[must_use]
pub fn choices() -> Vec<Vec<u8>> {
    let mut rng = fastrand::Rng::with_seed(1);
    (1..40).map(|number| (0..number * 8).map(|_| rng.u8(..)).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_something_of_everything() {
        assert!(texts().len() > 100);
        for seeds in [pages(), encoded(), annotation_files(), foreign_files(), journals(), choices()] {
            assert!(!seeds.is_empty() && seeds.iter().all(|seed| !seed.is_empty()));
        }
    }
}
