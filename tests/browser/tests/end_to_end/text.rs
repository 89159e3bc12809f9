//! Texts that are hard on offsets keep them through marking, file and back.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, in_every_browser};
use serde_json::Value;

use crate::workbench::Workbench;

in_every_browser!(Light: keeps_the_offsets_of_every_script);

/// Emoji of several code points, combining marks, right to left, line ends of two kinds, a no-break space.
const TEXT: &str = "A flag 🏳️‍🌈 and a family 👩‍👩‍👧‍👦 came on June 8, 2018.\r\n\r\n\
    Cafe\u{301} prices rose by 12 percent, a\u{a0}man named Zoe\u{308} Nguye\u{302}\u{303}n said on Friday.\r\n\r\n\
    הדו״ח פורסם ביום שישי בירושלים, אמר הדובר.\n\n\
    In the end 40 people signed 𝒯𝒽𝑒 𝓁𝑒𝓉𝓉𝑒𝓇 on May 3, 2017.";

async fn keeps_the_offsets_of_every_script(page: Page) -> Result<()> {
    let bench = Workbench::open(page, "scripts.txt", TEXT.as_bytes()).await?;
    let mut own = Vec::new();
    for (words, key, kind) in [
        ("family 👩‍👩‍👧‍👦 came", "1", "claim"),
        ("Cafe\u{301} prices", "3", "quote"),
        ("ביום שישי", "2", "date"),
        ("𝒯𝒽𝑒 𝓁𝑒𝓉𝓉𝑒𝓇", "1", "claim"),
    ] {
        bench.select(words).await?;
        bench.page.press(key).await?;
        bench.mark(kind, words).await?;
        own.push(words);
    }
    bench.saved().await?;
    let marks = bench.marks().await?;
    let (name, file) = bench.download().await?;
    check(&file, &own)?;

    let page = bench.leave().await?;
    let again = Workbench::open(page, &name, file.to_string().as_bytes()).await?;
    again.ensure_marks(&marks).await?;
    let (_, second) = again.download().await?;
    check(&second, &own)?;
    ensure!(file.get("annotations") == second.get("annotations"), "the annotations are others");
    again.page.ensure_quiet().await
}

fn check(file: &Value, own: &[&str]) -> Result<()> {
    let text = file.pointer("/document/text").and_then(Value::as_str).context("no text")?;
    ensure!(text == TEXT, "the text is now {text:?}");
    let annotations = file.get("annotations").and_then(Value::as_array).context("no annotations")?;
    for annotation in annotations {
        let target = annotation.get("target").context("no target")?;
        let offset = |key| target.get(key).and_then(Value::as_u64).and_then(|offset| usize::try_from(offset).ok());
        let (start, end) = (offset("start").context("start")?, offset("end").context("end")?);
        let words: String = TEXT.chars().skip(start).take(end - start).collect();
        ensure!(target.get("exact") == Some(&words.as_str().into()), "{target} is not {words:?}");
    }
    for words in own {
        ensure!(
            annotations.iter().any(|annotation| annotation.pointer("/target/exact") == Some(&(*words).into())),
            "no {words:?}"
        );
    }
    Ok(())
}
