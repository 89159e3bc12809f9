//! Reads a passage the person marked.

use super::finder::reasons;
use super::model::{Model, NgramSum, Setting};
use super::reading::SentenceReader;
use super::types::types;
use super::{ClaimDetail, Claimant};
use crate::detect::{Detail, Detection};
use crate::text::{Document, TextRange, token};

/// The claim in a passage marked by hand: what speaks for it, what it is about, and its score. Without reasons where
/// nothing in it does; the narrator is the claimant.
#[must_use]
pub fn read_passage(document: &Document, range: TextRange) -> Detection {
    let tokens = document.tokens();
    let tokens = tokens.get(token::overlapping(tokens, range)).unwrap_or_default();
    let model = Model::shipped();
    let (mut sightings, mut ngrams) = (Vec::new(), NgramSum::default());
    let mut add = |ngram| model.add(&mut ngrams, ngram);
    let reading = SentenceReader::new().read(document.text(), tokens, &[], &mut false, &mut sightings, &mut add);
    let score = model.score(Setting::Passage, &reading, ngrams);
    let detail = ClaimDetail {
        score,
        types: types(&reading.counts),
        claimant: Claimant::Narrator,
        sentence: document.sentence_at(range.start).map_or(range, |sentence| sentence.range.cover(range)),
    };
    let reasons = reasons(&model, Setting::Passage, &reading, &sightings);
    Detection { range, detail: Detail::Claim(detail), reasons, confidence: score }
}
