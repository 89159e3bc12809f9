//! The keys of the workbench.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, in_every_browser};
use thirtyfour::Key;

use crate::workbench::{ARTICLE, Mark, Workbench};

in_every_browser!(Light:
    reviews_by_key_alone,
    marks_by_key_alone,
    leaves_letters_in_fields_alone,
    does_a_whole_review_by_key_alone,
    narrows_the_cards_by_text,
    attaches_a_known_source_by_typing,
);

async fn example(page: Page) -> Result<Workbench> {
    page.button("Try the example").await?.click().await?;
    Workbench::opened(page).await
}

async fn reviews_by_key_alone(page: Page) -> Result<()> {
    let bench = example(page).await?;
    let july = bench.mark("date", "July").await?;
    let marks = bench.marks().await?;
    let [first, second, ..] = &marks[..] else { anyhow::bail!("{} marks", marks.len()) };
    let page = &bench.page;
    for (key, current) in [("j", first), ("j", second), ("k", first)] {
        page.press(key).await?;
        bench.until_current(current).await?;
    }
    // After "verified" the queue moves on; the same key again would be for the next mark.
    page.press("v").await?;
    bench.until_verdict(first, "verified").await?;
    page.press("k").await?;
    bench.until_current(first).await?;
    page.press("v").await?;
    bench.until_verdict(first, "unchecked").await?;
    for (key, verdict) in [("u", "unclear"), ("x", "inconsistent")] {
        bench.click(&july).await?;
        page.press(key).await?;
        bench.until_verdict(&july, verdict).await?;
    }
    // The next unchecked one from there.
    bench.click(&july).await?;
    page.press("n").await?;
    page.until("another mark", &format!("return !document.getElementById('m-{}').classList.contains('now')", july.id))
        .await?;
    // A mark begun with C and left with Escape changes nothing.
    bench.click(&july).await?;
    page.press("c").await?;
    page.find(".banner button").await?;
    page.press_key(Key::Escape).await?;
    page.until("the link to be left", "return document.querySelector('mark.from') === null").await?;
    page.ensure_quiet().await
}

async fn marks_by_key_alone(page: Page) -> Result<()> {
    let bench = example(page).await?;
    let before = bench.marks().await?;
    bench.page.press_key(Key::F2).await?;
    bench.page.until("the caret", "return document.querySelector('article.caret-on') !== null").await?;
    let mut chain = bench.page.driver().action_chain().key_down(Key::Shift);
    for _ in 0..5 {
        chain = chain.key_down(Key::Right).key_up(Key::Right);
    }
    chain.key_up(Key::Shift).perform().await?;
    let selected = bench
        .page
        .until("a selection", "return getSelection().toString().length === 5 && getSelection().toString()")
        .await?;
    bench.page.press("3").await?;
    bench.mark("quote", selected.as_str().context("text")?).await?;
    ensure!(bench.marks().await?.len() == before.len() + 1, "one mark more");
    Ok(())
}

async fn leaves_letters_in_fields_alone(page: Page) -> Result<()> {
    let bench = example(page).await?;
    let july = bench.mark("date", "July").await?;
    bench.click(&july).await?;
    bench.page.press("m").await?;
    bench.page.until("the caret in the note", "return document.activeElement?.matches('textarea')").await?;
    bench.page.press("vxu jk: was it July?").await?;
    bench.page.until("the note", "return document.activeElement.value === 'vxu jk: was it July?'").await?;
    bench.until_verdict(&july, "unchecked").await?;
    bench.page.press_key(Key::Escape).await?;
    bench.saved().await?;
    let (_, file) = bench.download().await?;
    let notes: Vec<_> = file
        .get("annotations")
        .and_then(|annotations| annotations.as_array())
        .context("annotations")?
        .iter()
        .filter_map(|annotation| annotation.get("note")?.as_str().filter(|note| !note.is_empty()))
        .collect();
    ensure!(notes == ["vxu jk: was it July?"], "the notes are {notes:?}");
    Ok(())
}

/// From the paste to the file without a pointer: verdicts, a note, a link, evidence, a mark of one's own, undo, download.
async fn does_a_whole_review_by_key_alone(page: Page) -> Result<()> {
    let bench = Workbench::paste(page, ARTICLE).await?;
    let (july, june) = (bench.mark("date", "July").await?, bench.mark("date", "June 8").await?);
    let marks = bench.marks().await?;
    let place = |mark: &Mark| marks.iter().position(|other| other.id == mark.id).context("no place");
    let (at_july, at_june) = (place(&july)?, place(&june)?);
    let page = &bench.page;
    for _ in 0..=at_july {
        page.press("j").await?;
    }
    bench.until_current(&july).await?;
    page.press("m").await?;
    page.until("the caret in the note", "return document.activeElement?.matches('textarea')").await?;
    page.press("Which July?").await?;
    page.press_key(Key::Escape).await?;
    page.until("the caret out of the note", "return !document.activeElement?.matches('textarea')").await?;

    // Linked as contradicting: C here, along the queue, C there.
    page.press("c").await?;
    let (key, steps) = if at_june > at_july { ("j", at_june - at_july) } else { ("k", at_july - at_june) };
    for _ in 0..steps {
        page.press(key).await?;
    }
    bench.until_current(&june).await?;
    page.press("c").await?;
    bench.until_verdict(&july, "inconsistent").await?;
    bench.until_verdict(&june, "inconsistent").await?;

    // Evidence: E, what it is, Enter.
    page.press("e").await?;
    page.until("the caret in the form", "return document.activeElement?.matches('.form input')").await?;
    page.press("https://example.org/minutes").await?;
    page.press_key(Key::Enter).await?;
    page.until("the source on the card", "return document.querySelector('.card.now .source') !== null").await?;

    // A mark of one's own: a caret, Shift and the arrows, a number.
    page.press_key(Key::F2).await?;
    page.until("the caret", "return document.querySelector('article.caret-on') !== null").await?;
    let mut chain = page.driver().action_chain().key_down(Key::Shift);
    for _ in 0..6 {
        chain = chain.key_down(Key::Right).key_up(Key::Right);
    }
    chain.key_up(Key::Shift).perform().await?;
    page.until("a selection", "return getSelection().toString().length === 6").await?;
    page.press("1").await?;
    let count = marks.len() + 1;
    let counted = "new Set([...document.querySelectorAll('mark')].map((mark) => mark.dataset.mark)).size";
    page.until("a mark more", &format!("return {counted} === {count}")).await?;
    page.press_key(Key::Escape).await?;
    page.press_with_control('z').await?;
    page.until("it to go again", &format!("return {counted} === {}", count - 1)).await?;
    page.press_with_control('y').await?;
    page.until("it to be back", &format!("return {counted} === {count}")).await?;

    // The file: Ctrl+S asks for a name once, Enter gives it.
    bench.saved().await?;
    page.press_with_control('s').await?;
    page.until("the question for a name", "return document.activeElement?.closest('dialog[open]') != null").await?;
    page.press("Ana").await?;
    page.press_key(Key::Enter).await?;
    let (_, file) = page.downloaded().await?;
    let linked = file.pointer("/links/0/relation").and_then(|relation| relation.as_str());
    ensure!(linked == Some("contradicts"), "the links are {:?}", file.get("links"));
    let source = file.pointer("/evidence/0/url").and_then(|url| url.as_str());
    ensure!(source == Some("https://example.org/minutes"), "the evidence is {:?}", file.get("evidence"));
    ensure!(file.pointer("/reviewers/0/name").and_then(|name| name.as_str()) == Some("Ana"));
    let annotations = file.get("annotations").and_then(|annotations| annotations.as_array()).context("annotations")?;
    ensure!(annotations.iter().any(|mark| mark.get("note").is_some_and(|note| note == "Which July?")));
    ensure!(annotations.iter().any(|mark| mark.get("origin").is_some_and(|origin| origin == "manual")));
    page.ensure_quiet().await
}

async fn narrows_the_cards_by_text(page: Page) -> Result<()> {
    let bench = example(page).await?;
    let july = bench.mark("date", "July").await?;
    let page = &bench.page;
    page.press("/").await?;
    page.until("the caret in the search", "return document.activeElement?.id === 'search'").await?;
    page.press("july").await?;
    let cards = "[...document.querySelectorAll('.cards .card')]";
    let fitting = bench.marks().await?.iter().filter(|mark| mark.words.to_lowercase().contains("july")).count();
    ensure!(fitting > 1, "{fitting} marks have the word");
    page.until("only cards with these words", &format!("return {cards}.length === {fitting}")).await?;
    page.press_key(Key::Escape).await?;
    page.press("n").await?;
    page.until("a card that fits", &format!("return {cards}.some((card) => card.classList.contains('now'))")).await?;
    page.press("/").await?;
    page.until("the caret in the search", "return document.activeElement?.id === 'search'").await?;
    for _ in 0.."july".len() {
        page.press_key(Key::Backspace).await?;
    }
    page.until("all cards", &format!("return {cards}.length > 5")).await?;
    bench.until_verdict(&july, "unchecked").await
}

async fn attaches_a_known_source_by_typing(page: Page) -> Result<()> {
    let bench = example(page).await?;
    let (july, june) = (bench.mark("date", "July").await?, bench.mark("date", "June 8").await?);
    let page = &bench.page;
    let source = "return document.querySelectorAll('.card.now .source').length === 1";
    bench.click(&july).await?;
    page.press("e").await?;
    page.until("the caret in the form", "return document.activeElement?.matches('.form input')").await?;
    page.press("Minutes of the meeting").await?;
    page.press_key(Key::Enter).await?;
    page.until("the source on the card", source).await?;
    // One step of undo: the source and its place on the card.
    page.press_key(Key::Escape).await?;
    bench.click(&july).await?;
    page.press_with_control('z').await?;
    page.until("no source", "return document.querySelector('.source') === null").await?;
    page.press_with_control('y').await?;
    page.until("the source again", source).await?;

    bench.click(&june).await?;
    page.press("e").await?;
    page.until("the caret in the search", "return document.activeElement?.matches('.form input[type=search]')").await?;
    page.press("minut").await?;
    page.press_key(Key::Enter).await?;
    page.until("the same source", source).await?;
    bench.saved().await?;
    let (_, file) = bench.download().await?;
    let sources = file.get("evidence").and_then(|evidence| evidence.as_array()).context("evidence")?;
    ensure!(sources.len() == 1, "{} sources", sources.len());
    Ok(())
}
