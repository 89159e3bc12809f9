//! Reads the labelled files: one JSON object a line, `{"doc", "text", "dct"?, "sentences": [{"start", "end", "y"}]}`,
//! offsets in code points, y 2 for check-worthy.

use std::path::Path;

use anyhow::{Context, Result};
use factmark::detect::Run;
use factmark::detect::claim::training::{self, SentenceFeatures};
use factmark::text::{Document, TextRange};
use serde::Deserialize;

/// One labelled text.
#[derive(Debug)]
pub struct Article {
    /// Its name.
    pub name: String,
    /// For each labelled sentence whether it is check-worthy.
    pub worthy: Vec<bool>,
    /// The sentences Factmark reads, each with the labelled one it is matched with.
    pub sentences: Vec<(usize, SentenceFeatures)>,
}

#[derive(Deserialize)]
struct Row {
    doc: String,
    text: String,
    dct: Option<String>,
    sentences: Vec<Label>,
}

#[derive(Deserialize)]
struct Label {
    start: u32,
    end: u32,
    y: u8,
}

/// Reads a labelled file.
///
/// # Errors
/// Where the file cannot be read or a line is not of the format.
pub fn read(path: &Path) -> Result<Vec<Article>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| {
            let row: Row = serde_json::from_str(line).with_context(|| format!("{}:{}", path.display(), number + 1))?;
            Ok(article(row))
        })
        .collect()
}

fn article(row: Row) -> Article {
    let document = Document::new(row.text);
    let published = row.dct.as_deref().and_then(|date| date.parse().ok());
    let dates = Run::new(&document, published).finish().dates;
    let byte = |point| document.offsets().code_point_to_byte(point);
    let labels: Vec<TextRange> =
        row.sentences.iter().map(|label| TextRange::new(byte(label.start), byte(label.end))).collect();
    let sentences = training::features(&document, &dates)
        .into_iter()
        .filter_map(|features| Some((matching(&labels, features.range)?, features)))
        .collect();
    Article { name: row.doc, worthy: row.sentences.iter().map(|label| label.y == 2).collect(), sentences }
}

/// The labelled sentence that shares at least half of itself or of `range`.
fn matching(labels: &[TextRange], range: TextRange) -> Option<usize> {
    let shared = |label: &TextRange| label.end.min(range.end).saturating_sub(label.start.max(range.start));
    let (index, label) = labels.iter().enumerate().max_by_key(|(_, label)| shared(label))?;
    (shared(label) > 0 && 2 * shared(label) >= label.len().min(range.len())).then_some(index)
}
