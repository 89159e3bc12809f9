//! The whole path of an article: paste, review, save, download, open again.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, in_every_browser};
use serde_json::Value;
use thirtyfour::Key;

use crate::workbench::{ARTICLE, TITLE, Workbench};

in_every_browser!(Light: from_paste_to_file_and_back, is_there_again_after_a_reload);

async fn from_paste_to_file_and_back(page: Page) -> Result<()> {
    let bench = Workbench::paste(page, ARTICLE).await?;
    ensure!(bench.title().await? == TITLE, "the title is {:?}", bench.title().await?);
    let (july, june) = (bench.mark("date", "July").await?, bench.mark("date", "June 8").await?);

    // By key: the first mark, verified.
    let all = bench.marks().await?;
    let first = all.first().context("no mark")?;
    bench.page.press("j").await?;
    bench.until_current(first).await?;
    bench.page.press("v").await?;
    bench.until_verdict(first, "verified").await?;
    bench.until_checked(1).await?;

    // By mouse and key: the two dates contradict each other, which is one step to undo.
    bench.click(&july).await?;
    bench.page.press("c").await?;
    bench.click(&june).await?;
    bench.page.press("c").await?;
    bench.until_verdict(&july, "inconsistent").await?;
    bench.until_verdict(&june, "inconsistent").await?;
    bench.page.press_with_control('z').await?;
    bench.until_verdict(&june, "unchecked").await?;
    bench.until_verdict(&july, "unchecked").await?;
    bench.page.press_with_control('y').await?;
    bench.until_verdict(&june, "inconsistent").await?;
    bench.until_checked(3).await?;

    // By hand: a mark of one's own, undone and marked again.
    let words = "Jordanian Border";
    bench.select(words).await?;
    bench.page.find(".selbar button").await?.click().await?;
    let own = bench.mark("claim", words).await?;
    bench.page.press_with_control('z').await?;
    bench.page.until("the mark to go", &format!("return document.getElementById('m-{}') === null", own.id)).await?;
    bench.select(words).await?;
    bench.page.press("2").await?;
    bench.mark("date", words).await?;

    // Thrown out.
    let dismissed = bench.marks().await?.into_iter().find(|mark| mark.kind == "claim").context("no claim")?;
    bench.click(&dismissed).await?;
    bench.page.press_key(Key::Backspace).await?;
    bench
        .page
        .until("the claim to go", &format!("return document.getElementById('m-{}') === null", dismissed.id))
        .await?;

    bench.saved().await?;
    let marks = bench.marks().await?;
    let (name, file) = bench.download().await?;
    ensure!(name.starts_with("2018-08-04-") && name.ends_with(".factmark.json"), "the file is named {name}");
    check_file(&file, words)?;
    ensure!(file.pointer("/document/title").and_then(Value::as_str) == Some(TITLE));

    // The file brings the same session back, to a browser that knows nothing of it.
    bench.page.ensure_quiet().await?;
    let requests = bench.page.requests();
    let page = bench.leave().await?;
    let again = Workbench::open(page, &name, file.to_string().as_bytes()).await?;
    again.ensure_marks(&marks).await?;
    let (_, second) = again.download().await?;
    for key in ["document", "annotations", "links", "evidence", "leads", "settings", "id"] {
        ensure!(file.get(key) == second.get(key), "{key} has changed");
    }
    // The page's files and the tests' own: nothing of the article's.
    ensure!(requests.iter().all(|target| target.len() < 60 && !target.contains('?')), "asked for {requests:?}");
    again.page.ensure_quiet().await
}

/// What the path has left in the file.
fn check_file(file: &Value, own: &str) -> Result<()> {
    let text: Vec<char> = file.pointer("/document/text").and_then(Value::as_str).context("no text")?.chars().collect();
    let annotations = file.get("annotations").and_then(Value::as_array).context("no annotations")?;
    let find = |exact: &str| {
        let found = annotations.iter().find(|annotation| annotation.pointer("/target/exact") == Some(&exact.into()));
        found.with_context(|| format!("no annotation {exact:?}"))
    };
    for annotation in annotations {
        let offset =
            |key| annotation.pointer(key).and_then(Value::as_u64).and_then(|offset| usize::try_from(offset).ok());
        let (start, end) = (offset("/target/start").context("start")?, offset("/target/end").context("end")?);
        let words: String = text.get(start..end).context("outside the text")?.iter().collect();
        ensure!(annotation.pointer("/target/exact") == Some(&words.as_str().into()), "{annotation} is not {words:?}");
    }
    let (july, june, own) = (find("July")?, find("June 8")?, find(own)?);
    ensure!(july.pointer("/detail/value") == Some(&"2018-07".into()), "{july}");
    ensure!(june.pointer("/detail/value") == Some(&"2018-06-08".into()), "{june}");
    ensure!(june.get("verdict") == Some(&"inconsistent".into()), "{june}");
    ensure!(own.get("origin") == Some(&"manual".into()) && own.get("kind") == Some(&"date".into()), "{own}");
    ensure!(
        annotations.iter().any(|annotation| annotation.get("status") == Some(&"dismissed".into())),
        "nothing is dismissed"
    );
    let links = file.get("links").and_then(Value::as_array).context("no links")?;
    let linked = links.iter().any(|link| {
        link.get("relation") == Some(&"contradicts".into())
            && link.get("from") == july.get("id")
            && link.get("to") == june.get("id")
    });
    ensure!(linked, "July and June 8 are not linked: {links:?}");
    Ok(())
}

async fn is_there_again_after_a_reload(page: Page) -> Result<()> {
    page.button("Try the example").await?.click().await?;
    let bench = Workbench::opened(page).await?;
    let july = bench.mark("date", "July").await?;
    bench.click(&july).await?;
    bench.page.press("x").await?;
    bench.until_verdict(&july, "inconsistent").await?;
    bench.saved().await?;
    let marks = bench.marks().await?;
    bench.page.reload().await?;
    let bench = Workbench::opened_again(bench.page).await?;
    bench.mark("date", "July").await?;
    bench.ensure_marks(&marks).await?;
    // The history came back too.
    bench.page.press_with_control('z').await?;
    bench.until_verdict(&july, "unchecked").await?;
    bench.page.ensure_quiet().await
}
