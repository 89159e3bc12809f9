//! What `cargo xtask train-claims` reads of a text and writes as the model, so that training and use share one reading.

use super::Cue;
use super::context::Context;
use super::finder::ClaimFinder;
use super::lexicon::WordHash;
use super::model::{BUCKETS, ENTRIES, FEATURES, Setting, bucket, cue_values};
use crate::detect::Detection;
use crate::text::{Document, TextRange};

/// How many features a sentence has besides its n-grams.
pub const FEATURE_COUNT: usize = FEATURES;
/// How many entries the n-gram table has.
pub const BUCKET_COUNT: usize = BUCKETS;

/// One sentence as the model reads it.
#[derive(Clone, Debug)]
pub struct SentenceFeatures {
    /// The sentence.
    pub range: TextRange,
    /// What it stands in.
    pub setting: Setting,
    /// Whether it stands in a paragraph of the body.
    pub in_body: bool,
    /// For each cue whether it is there and whether it comes again, then the context.
    pub values: Vec<f32>,
    /// Hashes of its n-grams.
    pub ngrams: Vec<u64>,
}

/// Every sentence of `document`.
#[must_use]
pub fn features(document: &Document, dates: &[Detection]) -> Vec<SentenceFeatures> {
    let mut finder = ClaimFinder::for_training(document);
    finder.whole(document, dates);
    let (setting, sentences, ngrams) = finder.into_readings();
    sentences
        .into_iter()
        .map(|scanned| SentenceFeatures {
            range: scanned.sentence.range,
            setting,
            in_body: scanned.is_body(),
            values: scanned.reading.counts.into_iter().flat_map(cue_values).chain(scanned.reading.context).collect(),
            ngrams: ngrams.get(scanned.all_ngrams).unwrap_or_default().to_vec(),
        })
        .collect()
}

/// Place of an n-gram in the table.
#[must_use]
pub fn place_of(ngram: u64) -> usize {
    bucket(WordHash(ngram))
}

/// Which features may only speak for a sentence (`Some(true)`), which only against it (`Some(false)`).
#[must_use]
pub fn sign(feature: usize) -> Option<bool> {
    Cue::ALL.get(feature / 2).map(|cue| cue.speaks_for())
}

/// Name of a feature, for tables.
#[must_use]
pub fn feature_name(feature: usize) -> String {
    match Cue::ALL.get(feature / 2) {
        Some(cue) if feature.is_multiple_of(2) => cue.name().to_owned(),
        Some(cue) => format!("{}, again", cue.name()),
        None => Context::ALL.get(feature - 2 * Cue::COUNT).map_or_else(String::new, |context| format!("{context:?}")),
    }
}

/// The weights of one setting.
#[derive(Clone, Debug)]
pub struct SettingWeights {
    /// One for each feature.
    pub features: Vec<f32>,
    /// Added to every sum.
    pub bias: f32,
    /// What one step of the n-gram table is worth.
    pub scale: f32,
    /// What the n-grams together can add or take, at most.
    pub cap: f32,
}

/// The entry of the n-gram table nearest to `value`.
#[must_use]
pub fn nearest_entry(value: f32) -> i8 {
    let off = |entry: i8| (value - f32::from(entry)).abs();
    ENTRIES.into_iter().min_by(|a, b| off(*a).total_cmp(&off(*b))).unwrap_or_default()
}

/// The model as it is committed: for each setting (passage, article) its weights as little-endian `f32`, then the
/// n-gram table, four bits an entry, the first of two in the lower half of a byte.
#[must_use]
pub fn encode(settings: &[SettingWeights; 2], table: &[i8]) -> Vec<u8> {
    let numbers = settings
        .iter()
        .flat_map(|weights| weights.features.iter().chain([&weights.bias, &weights.scale, &weights.cap]))
        .flat_map(|number| number.to_le_bytes());
    let place = |entry: &i8| (0_u8..).zip(ENTRIES).find(|(_, other)| other == entry).map_or(0, |(place, _)| place);
    let pairs = table.chunks(2).map(|two| two.iter().rev().fold(0, |byte, entry| byte << 4 | place(entry)));
    numbers.chain(pairs).collect()
}

#[cfg(test)]
mod tests {
    use super::super::model::{Model, NgramSum};
    use super::*;

    #[test]
    fn what_is_written_of_the_table_is_read_again() {
        let hashes: Vec<WordHash> = ["ferry", "harbour", "council", "1978"].map(WordHash::of).into();
        let values = [18_i8, -127, 55, -26];
        let mut table = vec![0; BUCKET_COUNT];
        for (hash, value) in hashes.iter().zip(values) {
            table[bucket(*hash)] = value;
        }
        let none = SettingWeights { features: vec![0.0; FEATURE_COUNT], bias: 0.0, scale: 1.0, cap: 9.0 };
        let model = Model::from_bytes(encode(&[none.clone(), none], &table).leak());
        for (hash, value) in hashes.into_iter().zip(values) {
            let mut sum = NgramSum::default();
            model.add(&mut sum, hash);
            assert!((sum.sum() - f32::from(value)).abs() < 1e-6);
        }
    }

    #[test]
    fn a_weight_goes_to_the_nearest_entry() {
        assert_eq!([8.9, -9.1, 300.0, -60.0].map(nearest_entry), [0, -18, 127, -55]);
    }

    #[test]
    fn who_opens_a_sentence_and_what_was_done_to_whom() {
        let value = |text: &str, feature: Context| {
            let document = Document::new(text);
            features(&document, &[])[0].values[2 * Cue::COUNT + feature as usize]
        };
        let near = |value: f32, other: f32| (value - other).abs() < 1e-6;
        assert!(near(value("The files were taken from the office in May.", Context::Passive), 1.0));
        assert!(near(value("The clerk took the files from the office in May.", Context::Passive), 0.0));
        assert!(near(value("She took the files from the office in May.", Context::Person), 1.0));
        assert!(near(value("It was said that he took the files in May.", Context::Person), 0.0));
    }
}
