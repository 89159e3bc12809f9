//! From bytes and HTML to a document.

use std::rc::Rc;

use anyhow::{Result, ensure};
use factmark::text::{Document, Reading, ReadingProgress, TextRange, decode, html};

use super::{Deeds, ensure_in};

/// Any text: paragraphs, sentences and tokens lie in order inside one another, offsets go there and back, and reading in
/// slices gives the same as reading at once.
pub fn document(input: &[u8], deeds: &mut Deeds) -> Result<()> {
    let text = String::from_utf8_lossy(input);
    let document = Document::new(&*text);
    check(&document, deeds)?;
    ensure!(**document.text() == *text, "the text was changed");

    let mut reading = Reading::new(&*text);
    let budget = u32::try_from(text.len() % 61)?;
    while reading.step(budget) != ReadingProgress::Done {}
    let sliced = reading.finish();
    ensure!(sliced.paragraphs() == document.paragraphs(), "in slices, the paragraphs are others");
    ensure!(sliced.sentences() == document.sentences(), "in slices, the sentences are others");
    ensure!(sliced.tokens() == document.tokens(), "in slices, the tokens are others");
    ensure!(sliced.facts() == document.facts(), "in slices, the facts are others");
    Ok(())
}

/// Any HTML: its text is a document, and holds nothing that is no text.
pub fn html(input: &[u8], deeds: &mut Deeds) -> Result<()> {
    let source = String::from_utf8_lossy(input);
    let reduced = html::reduce(&source);
    deeds.note(("html", html::is_html(&source), reduced.taken.min(20), reduced.dropped.navigation.min(3)));
    deeds.note((reduced.dropped.scripts.min(3), reduced.dropped.forms.min(3), reduced.dropped.hidden.min(3)));
    ensure!(reduced.text.len() <= source.len() * 4 + 64, "the text is far longer than its source");
    check(&Document::new(reduced.text), deeds)
}

/// Any bytes: they are text, or it is said why not.
pub fn decode(input: &[u8], deeds: &mut Deeds) -> Result<()> {
    match decode::decode(input) {
        Ok(decoded) => {
            deeds.note(("decoded", format!("{:?}", decoded.encoding)));
            check(&Document::new(decoded.text), deeds)
        }
        Err(error) => {
            ensure!(!error.to_string().is_empty(), "an error without words");
            deeds.note(super::shape(&error.to_string()));
            Ok(())
        }
    }
}

fn check(document: &Document, deeds: &mut Deeds) -> Result<()> {
    let text: &Rc<str> = document.text();
    let mut last = 0;
    for paragraph in document.paragraphs() {
        ensure_in(text, paragraph.range, "a paragraph")?;
        ensure!(last <= paragraph.range.start, "paragraphs overlap at {last}");
        last = paragraph.range.end;
        deeds.note(paragraph.kind);
    }
    let mut next_token = 0;
    let mut last = 0;
    for sentence in document.sentences() {
        ensure_in(text, sentence.range, "a sentence")?;
        ensure!(last <= sentence.range.start, "sentences overlap at {last}");
        last = sentence.range.end;
        ensure!(sentence.tokens.start == next_token, "token {next_token} is in no sentence or in two");
        next_token = sentence.tokens.end;
        let inside = document.tokens().get(sentence.tokens.clone()).unwrap_or_default();
        ensure!(!inside.is_empty() && inside.iter().all(|token| sentence.range.covers(token.range)), "tokens outside");
        if let [.., before, end] = inside {
            deeds.note(format!("{:?} {:?} {:?} {}", before.class, before.case, end.class, end.range.len().min(4)));
        }
    }
    ensure!(next_token == document.tokens().len(), "the last tokens are in no sentence");
    let mut last = 0;
    for token in document.tokens() {
        ensure_in(text, token.range, "a token")?;
        ensure!(last <= token.range.start, "tokens overlap at {last}");
        last = token.range.end;
    }
    offsets(document)
}

/// Every place that something begins or ends at has its code point and its UTF-16 offset.
fn offsets(document: &Document) -> Result<()> {
    let map = document.offsets();
    let places = document.tokens().iter().flat_map(|token| [token.range.start, token.range.end]);
    for byte in places.step_by(7) {
        let point = map.byte_to_code_point(byte);
        let unit = map.byte_to_utf16(byte);
        ensure!(map.code_point_to_byte(point) == byte, "byte {byte} is code point {point}, which is another byte");
        ensure!(map.utf16_to_byte(unit) == byte, "byte {byte} is UTF-16 unit {unit}, which is another byte");
        let before = TextRange::new(0, byte).of(document.text());
        if byte < 2048 {
            ensure!(before.chars().count() == point as usize, "byte {byte} is not code point {point}");
            ensure!(before.encode_utf16().count() == unit as usize, "byte {byte} is not UTF-16 unit {unit}");
        }
    }
    Ok(())
}
