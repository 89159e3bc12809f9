//! A new version of the article, another checker's file, and marks from other programs: walked and settled by key.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, in_every_browser};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::workbench::{ARTICLE, Mark, Workbench};

in_every_browser!(
    Light: carries_marks_to_a_new_version, opens_a_text_changed_outside, settles_two_checkers, lists_what_finds_no_place
);

/// The article with a corrected date, and without the paragraph that tells of 2016.
fn corrected() -> String {
    let mut text = ARTICLE.replacen("June 8", "July 16", 1);
    if let Some(start) = text.find("At home Trump")
        && let Some(end) = text.get(start..).and_then(|rest| rest.find('\n'))
    {
        text.replace_range(start..start + end, "");
    }
    text + "\n\nCorrection: an earlier version gave a wrong date."
}

async fn carries_marks_to_a_new_version(page: Page) -> Result<()> {
    page.copy(&corrected()).await?;
    page.visit("").await?;
    let bench = reviewed(page).await?;
    let (june, july) = (bench.mark("date", "June 8").await?, bench.mark("date", "July").await?);
    let before = bench.marks().await?;

    // By key alone: to the tab, to its button, paste.
    compare(&bench).await?;
    bench.page.button("New version …").await?.focus().await?;
    bench.page.press_key(Key::Enter).await?;
    bench.page.until("the caret in the field", "return document.activeElement?.id === 'new-text'").await?;
    bench.page.press_with_control('v').await?;
    let moved = bench.mark("date", "July 16").await?;
    ensure!(moved.id == june.id && moved.verdict == "inconsistent", "{moved:?}");
    bench.until_current(&moved).await?;

    // What came and what went is shown in the text, and both can be hidden.
    let shown = "return document.querySelector('.p .gone')?.dataset.words === 'June 8'
        && [...document.querySelectorAll('.p ins')].some((element) => element.textContent === 'July 16')";
    bench.page.until("the changes", shown).await?;
    bench.page.find(".compare .switch input").await?.click().await?;
    bench.page.until("no changes", "return document.querySelector('.p .gone, .p ins') === null").await?;

    // One mark is confirmed, the other placed by hand.
    ensure!(waiting(&bench).await? == ["July 16", "2016"], "waiting: {:?}", waiting(&bench).await?);
    bench.page.press("y").await?;
    until_waiting(&bench, &["2016"]).await?;
    bench.until_still().await?;
    bench.select("Water Before Winter").await?;
    bench.page.press("r").await?;
    until_waiting(&bench, &[]).await?;
    let placed = bench.mark("date", "Water Before Winter").await?;
    ensure!(placed.verdict == "verified", "{placed:?}");

    bench.saved().await?;
    let (_, file) = bench.download().await?;
    let versions = file.pointer("/document/versions").and_then(Value::as_array).context("no versions")?;
    ensure!(versions.len() == 1 && versions.first().and_then(|old| old.get("text")) == Some(&ARTICLE.into()));
    let link = file.pointer("/links/0").context("the link is gone")?;
    ensure!(link.get("from") == Some(&july.id.as_str().into()) && link.get("to") == Some(&june.id.as_str().into()));

    // Undo leads back, step by step, to the old text with all its marks.
    for _ in 0..3 {
        bench.page.press_with_control('z').await?;
    }
    bench.mark("date", "June 8").await?;
    bench.ensure_marks(&before).await?;
    bench.page.ensure_quiet().await
}

async fn opens_a_text_changed_outside(page: Page) -> Result<()> {
    let bench = reviewed(page).await?;
    let (name, mut file) = bench.download().await?;
    *file.pointer_mut("/document/text").context("no text")? = corrected().into();
    *file.get_mut("id").context("no id")? = "0f7c7a52-3f5e-4c8e-8a58-2d3c0c1f9a11".into();
    let page = bench.leave().await?;
    let again = Workbench::open(page, &name, file.to_string().as_bytes()).await?;
    ensure!(again.page.find("section.toast:not([hidden])").await?.text().await?.contains("changed outside"));
    compare(&again).await?;
    // Without the old text only the words themselves can be looked for.
    until_waiting(&again, &["June 8", "2016"]).await?;
    // What nobody had touched was read in the text as it is now.
    again.mark("date", "July").await?;
    again.page.ensure_quiet().await
}

async fn settles_two_checkers(page: Page) -> Result<()> {
    let bench = reviewed(page).await?;
    let (name, file) = bench.download().await?;
    let theirs = by_eva(&file)?;
    compare(&bench).await?;
    bench.page.button("Second checker …").await?.click().await?;
    let path = bench.page.file(&name, theirs.to_string().as_bytes())?;
    bench.page.choose(&path).await?;

    // June 8: inconsistent here, unclear there. July: inconsistent here and there. 2016: decided here alone.
    until_waiting(&bench, &["June 8"]).await?;
    let figures = "return [...document.querySelectorAll('.figures dd')].map((figure) => figure.textContent)";
    let figures = bench.page.script(figures).await?;
    ensure!(figures == json!(["3", "0", "0", "1", "1", "0.00"]), "{figures}");
    let june = bench.mark("date", "June 8").await?;
    bench.until_current(&june).await?;
    // The same verdict as before: a decision made knowing the other.
    bench.page.press("x").await?;
    until_waiting(&bench, &[]).await?;
    bench.until_verdict(&june, "inconsistent").await?;
    bench.saved().await?;

    let (_, merged) = bench.download().await?;
    let mark = annotation(&merged, "June 8")?;
    let decisions = mark.get("decisions").and_then(Value::as_array).context("no decisions")?;
    let said: Vec<_> =
        decisions.iter().filter_map(|one| Some((one.get("verdict")?.as_str()?, one.get("by")?))).collect();
    ensure!(said.len() == 3 && said.iter().filter(|(_, by)| *by == "eva").count() == 1, "{said:?}");
    ensure!(said.last().is_some_and(|(verdict, by)| *verdict == "inconsistent" && *by != "eva"), "{said:?}");
    ensure!(merged.pointer("/reviewers/1/name") == Some(&"Eva Marks".into()), "{:?}", merged.get("reviewers"));

    bench.page.press_with_control('z').await?;
    until_waiting(&bench, &["June 8"]).await?;
    bench.page.press_with_control('z').await?;
    bench.page.until("no second checker", "return document.querySelector('.figures') === null").await?;
    bench.page.ensure_quiet().await
}

async fn lists_what_finds_no_place(page: Page) -> Result<()> {
    let bench = reviewed(page).await?;
    let quote = |exact: &str| json!({ "type": "TextQuoteSelector", "exact": exact, "prefix": "", "suffix": "" });
    let one = |id: &str, exact: &str| {
        json!({ "type": "Annotation", "id": id, "body": [{ "type": "TextualBody", "value": "Is that so?" }],
            "target": { "source": "http://example.org", "selector": quote(exact) } })
    };
    let w3c = json!({ "@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "id": "http://x/p",
        "items": [one("http://x/1", "Aid Workers"), one("http://x/2", "words that stand in no article of ours")] });
    let hypothesis = json!({ "export_date": "", "annotations": [
        { "id": "h1", "text": "Hm.", "tags": [], "target": [{ "selector": [quote("quite other words, of another text")] }] },
        { "id": "h2", "text": "Hm.", "tags": [], "target": [{ "selector": [quote("Jordanian Border")] }] }] });
    let studio = json!([{ "data": { "text": "A text of nobody’s, told elsewhere. Their aircraft do not collide." }, "annotations": [{ "result": [
        { "id": "s1", "type": "labels", "value": { "start": 0, "end": 34, "labels": ["Claim"] } },
        { "id": "s2", "type": "labels", "value": { "start": 42, "end": 65, "labels": ["Claim"] } }] }] }]);
    let mut lost = Vec::new();
    for (file, placed, words) in [
        (w3c, "Aid Workers", "words that stand in no article of ours"),
        (hypothesis, "Jordanian Border", "quite other words, of another text"),
        (studio, "aircraft do not collide", "A text of nobody’s, told elsewhere"),
    ] {
        compare(&bench).await?;
        bench.page.button("Second checker …").await?.click().await?;
        let path = bench.page.file("marks.json", file.to_string().as_bytes())?;
        bench.page.choose(&path).await?;
        bench.mark("claim", placed).await?;
        lost.push(words);
        let listed = format!("return document.querySelector('.compare').textContent.includes({})", json!(words));
        bench.page.until(words, &listed).await?;
    }
    // They stay in the file, and go when they are dismissed.
    let (_, file) = bench.download().await?;
    for words in lost {
        let there = |mark: &Value| mark.pointer("/lost/exact").and_then(Value::as_str) == Some(words);
        let marks = file.get("annotations").and_then(Value::as_array).context("no annotations")?;
        ensure!(marks.iter().any(there), "{words:?} is not in the file");
    }
    bench.page.ensure_quiet().await
}

/// The example with 2016 verified, and July and June 8 linked as contradicting.
async fn reviewed(page: Page) -> Result<Workbench> {
    page.button("Try the example").await?.click().await?;
    let bench = Workbench::opened(page).await?;
    let mut marks: Vec<Mark> = Vec::new();
    for words in ["2016", "July", "June 8"] {
        marks.push(bench.mark("date", words).await?);
    }
    let [year, july, june] = &marks[..] else { anyhow::bail!("{marks:?}") };
    bench.click(year).await?;
    bench.page.press("v").await?;
    bench.until_verdict(year, "verified").await?;
    bench.until_still().await?;
    bench.click(july).await?;
    bench.page.press("c").await?;
    bench.until_still().await?;
    bench.click(june).await?;
    bench.page.press("c").await?;
    bench.until_verdict(june, "inconsistent").await?;
    Ok(bench)
}

/// Goes to the tab by key.
async fn compare(bench: &Workbench) -> Result<()> {
    bench.page.find("[role=tab][aria-selected=true]").await?.focus().await?;
    for _ in 0..5 {
        if bench.page.script("return document.querySelector('.compare') !== null").await? == true {
            return Ok(());
        }
        bench.page.press_key(Key::Right).await?;
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    anyhow::bail!("the tab is not there")
}

/// The words of what waits in the tab, in its order.
async fn waiting(bench: &Workbench) -> Result<Vec<String>> {
    let words = "return [...document.querySelectorAll('.compare .item:has(.more button)')]
        .map((item) => item.querySelector('.words').textContent.trim().replace(/^[“\"]|[”\"]$/gu, ''))";
    Ok(serde_json::from_value(bench.page.script(words).await?)?)
}

async fn until_waiting(bench: &Workbench, expected: &[&str]) -> Result<()> {
    let mut found = Vec::new();
    for _ in 0..200 {
        found = waiting(bench).await?;
        if found == expected && bench.page.script("return document.querySelector('.compare') !== null").await? == true {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    anyhow::bail!("{found:?} wait, not {expected:?}")
}

fn annotation<'a>(file: &'a Value, exact: &str) -> Result<&'a Value> {
    let marks = file.get("annotations").and_then(Value::as_array).context("no annotations")?;
    let found = marks.iter().find(|mark| mark.pointer("/target/exact") == Some(&exact.into()));
    found.with_context(|| format!("no annotation {exact:?}"))
}

/// The same file as another checker would have it: June 8 unclear, July inconsistent, 2016 undecided, no link.
fn by_eva(file: &Value) -> Result<Value> {
    let mut file = file.clone();
    *file.pointer_mut("/reviewers").context("no reviewers")? = json!([{ "id": "eva", "name": "Eva Marks" }]);
    *file.pointer_mut("/links").context("no links")? = json!([]);
    let marks = file.get_mut("annotations").and_then(Value::as_array_mut).context("no annotations")?;
    for mark in marks {
        let verdict = match mark.pointer("/target/exact").and_then(Value::as_str) {
            Some("June 8") => "unclear",
            Some("July") => "inconsistent",
            _ => "unchecked",
        };
        mark["verdict"] = verdict.into();
        mark["decisions"] = json!([]);
        if verdict != "unchecked" {
            mark["decisions"] = json!([{ "verdict": verdict, "by": "eva", "at": "2026-01-02T10:00:00Z" }]);
        }
    }
    Ok(file)
}
