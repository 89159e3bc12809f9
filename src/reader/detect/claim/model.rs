//! The linear model: a weight for each feature, and a small table of weights for n-grams.

use super::Cue;
use super::context::Context;
use super::lexicon::WordHash;
use super::reading::Reading;

/// What a passage stands in. An article gives it a place and a surrounding; a passage alone has neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// A sentence or two alone: a caption, a speech, a passage marked by hand.
    Passage,
    /// An article.
    Article,
}

/// Features of one sentence: for each cue whether it is there and whether it comes again, then the context.
pub(super) const FEATURES: usize = 2 * Cue::COUNT + Context::COUNT;

/// Entries of the n-gram table, four bits each.
pub(super) const BUCKETS: usize = 62 * 1024;

/// What the four bits of an entry mean. Weights lie close together near nought, and so do these.
pub(super) const ENTRIES: [i8; 16] = [0, 18, 26, 38, 55, 80, 115, 127, 0, -18, -26, -38, -55, -80, -115, -127];

/// Adds up the n-grams of one sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct NgramSum {
    sum: f32,
    count: u16,
}

#[cfg(test)]
impl NgramSum {
    /// What was added.
    pub(super) fn sum(self) -> f32 {
        self.sum
    }
}

/// The model.
#[derive(Debug)]
pub(super) struct Model {
    bytes: &'static [u8],
}

/// For each setting the weights of the features, then these.
const SETTING: usize = FEATURES + 3;
/// Bytes before the n-gram table.
const HEAD: usize = 4 * 2 * SETTING;

impl Model {
    /// The model Factmark ships: made by `cargo xtask train-claims`.
    pub(super) const fn shipped() -> Self {
        Self { bytes: include_bytes!("weights.bin") }
    }

    /// A model of other bytes.
    #[cfg(test)]
    pub(super) const fn from_bytes(bytes: &'static [u8]) -> Self {
        Self { bytes }
    }

    fn number(&self, index: usize) -> f32 {
        self.bytes.get(4 * index..).and_then(|rest| rest.first_chunk()).map_or(0.0, |bytes| f32::from_le_bytes(*bytes))
    }

    fn weight(&self, setting: Setting, index: usize) -> f32 {
        self.number(setting as usize * SETTING + index)
    }

    /// Adds an n-gram.
    pub(super) fn add(&self, sum: &mut NgramSum, ngram: WordHash) {
        let at = bucket(ngram);
        let two = self.bytes.get(HEAD + at / 2).copied().unwrap_or_default();
        let entry = if at.is_multiple_of(2) { two & 15 } else { two >> 4 };
        sum.sum += f32::from(ENTRIES.get(usize::from(entry)).copied().unwrap_or_default());
        sum.count = sum.count.saturating_add(1);
    }

    /// What a cue adds to the score of a sentence where it stands `count` times.
    pub(super) fn of_cue(&self, setting: Setting, cue: Cue, count: u8) -> f32 {
        let [once, again] = cue_values(count);
        once * self.weight(setting, 2 * cue as usize) + again * self.weight(setting, 2 * cue as usize + 1)
    }

    /// Check-worthiness, 0 to 1.
    pub(super) fn score(&self, setting: Setting, reading: &Reading, ngrams: NgramSum) -> f32 {
        let cues: f32 = Cue::ALL.into_iter().zip(reading.counts).map(|(cue, n)| self.of_cue(setting, cue, n)).sum();
        let context: f32 =
            (2 * Cue::COUNT..).zip(reading.context).map(|(index, value)| value * self.weight(setting, index)).sum();
        let [bias, scale, cap] = [0, 1, 2].map(|index| self.weight(setting, FEATURES + index));
        let ngrams = (scale * ngrams.sum / f32::from(ngrams.count.max(1)).sqrt()).max(-cap).min(cap);
        let sum = bias + cues + context + ngrams;
        1.0 / (1.0 + (-sum).exp())
    }
}

/// The values of a cue's two features where it stands `count` times.
pub(super) fn cue_values(count: u8) -> [f32; 2] {
    [f32::from(count.min(1)), f32::from(count.saturating_sub(1).min(3)) / 3.0]
}

/// Place of an n-gram in the table.
#[expect(clippy::cast_possible_truncation, reason = "below BUCKETS")]
pub(super) fn bucket(ngram: WordHash) -> usize {
    (ngram.mixed() % BUCKETS as u64) as usize
}
