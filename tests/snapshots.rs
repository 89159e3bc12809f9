//! What is found in each of our own articles, drawn under its words: changes show in review.

use std::fmt::Write;

use factmark::detect::{Detail, Detection, Run, claim};
use factmark::text::{Document, Paragraph, TextRange};

/// Columns of a line of text.
const WIDTH: usize = 110;

#[test]
fn articles() {
    insta::glob!("articles/*.txt", |path| {
        let text = std::fs::read_to_string(path).unwrap();
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(draw(&text));
        });
    });
}

/// The whole article, paragraph by paragraph.
fn draw(text: &str) -> String {
    let document = Document::new(text);
    let facts = document.facts();
    let findings = Run::new(&document, facts.published).finish();
    let claims = claim::within_budget(&document, &findings.claims, 25);
    let claims = claims.iter().filter_map(|index| findings.claims.get(*index));
    let mut found: Vec<&Detection> = claims.chain(&findings.quotes).chain(&findings.dates).collect();
    found.sort_by_key(|f| (f.range.start, std::cmp::Reverse(f.range.end)));

    let mut out = String::new();
    let published = facts.published.map_or("-".to_owned(), |day| day.to_string());
    let _ = writeln!(out, "title      {}", facts.title.as_deref().unwrap_or("-"));
    let _ = writeln!(out, "published  {published}");
    for paragraph in document.paragraphs() {
        let _ = writeln!(out, "\n[{}]", format!("{:?}", paragraph.kind).to_lowercase());
        draw_paragraph(&document, paragraph, &found, &mut out);
    }
    out
}

/// One paragraph in lines of [`WIDTH`] columns, a bar before each sentence, with carets under what was found.
fn draw_paragraph(document: &Document, paragraph: &Paragraph, found: &[&Detection], out: &mut String) {
    let text = document.text();
    let sentences = document.sentences().get(paragraph.sentences.clone()).unwrap_or_default();
    for sentence in sentences {
        for (number, line) in wrap(text, sentence.range).into_iter().enumerate() {
            let shown: String = line.of(text).chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
            let _ = writeln!(out, "{} {shown}", if number == 0 { '|' } else { ' ' });
            for f in found.iter().filter(|f| f.range.overlaps(line)) {
                let under = TextRange::new(f.range.start.max(line.start), f.range.end.min(line.end));
                let columns = |range: TextRange| range.of(text).chars().count();
                let indent = columns(TextRange::new(line.start, under.start));
                let label = if f.range.end <= line.end { label(f, text) } else { "...".to_owned() };
                let _ = writeln!(out, "  {:indent$}{} {label}", "", "^".repeat(columns(under)));
            }
        }
    }
}

/// Cuts `range` between words into lines of at most [`WIDTH`] columns.
fn wrap(text: &str, range: TextRange) -> Vec<TextRange> {
    let offset = |at: usize| range.start + u32::try_from(at).unwrap_or(u32::MAX);
    let (mut lines, mut begin, mut blank, mut width) = (Vec::new(), 0, None, 0);
    for (at, c) in range.of(text).char_indices() {
        width += 1;
        if c.is_whitespace() {
            blank = Some((at, at + c.len_utf8(), width));
        }
        if let (true, Some((end, next, used))) = (width > WIDTH, blank) {
            lines.push(TextRange::new(offset(begin), offset(end)));
            (begin, blank, width) = (next, None, width - used);
        }
    }
    lines.push(TextRange::new(offset(begin), range.end));
    lines
}

fn label(found: &Detection, text: &str) -> String {
    match &found.detail {
        Detail::Claim(_) => {
            let reasons: Vec<&str> = found.reasons.iter().map(|reason| reason.name.as_ref()).collect();
            format!("claim: {}", reasons.join(", "))
        }
        Detail::Date(date) => format!("date {}", date.value),
        Detail::Quote(quote) => {
            let speaker = quote.source.as_ref().map_or("nobody", |source| &source.name);
            let cue = quote.cue.as_ref().map_or("", |cue| cue.range.of(text));
            format!("{} quote by {speaker} ({cue})", format!("{:?}", quote.form).to_lowercase())
        }
    }
}
