//! What a sentence's place in the article says: lead or later, new or known, alone with its figure or one of many.

use super::Cue;
use super::ScannedSentence;
use super::context::{Context, get, set};
use super::lexicon::WordHash;
use super::reading::Reading;
use crate::text::{ParagraphType, Token, TokenClass};

/// Remembers which words were seen: a Bloom filter with one hash, small and quick; a few words in a long article pass
/// as seen by chance.
#[derive(Debug)]
pub(super) struct SeenWords {
    bits: Vec<u64>,
}

/// Words of a filter, 64 bits each.
const FILTER: usize = 1 << 10;

impl SeenWords {
    pub(super) fn new() -> Self {
        Self { bits: vec![0; FILTER] }
    }

    /// Share of the longer words of a sentence that the filter holds.
    pub(super) fn share(&self, tokens: &[Token], hashes: &[WordHash]) -> f32 {
        let (mut all, mut seen) = (0_u16, 0_u16);
        for (word, bit) in content(tokens, hashes) {
            all = all.saturating_add(1);
            seen = seen.saturating_add(u16::from(self.bits.get(word).is_some_and(|bits| bits >> bit & 1 == 1)));
        }
        f32::from(seen) / f32::from(all.max(1))
    }

    /// Adds the longer words of a sentence.
    pub(super) fn add(&mut self, tokens: &[Token], hashes: &[WordHash]) {
        for (word, bit) in content(tokens, hashes) {
            if let Some(bits) = self.bits.get_mut(word) {
                *bits |= 1 << bit;
            }
        }
    }
}

/// Places in the filter of the words of four letters or more.
fn content(tokens: &[Token], hashes: &[WordHash]) -> impl Iterator<Item = (usize, u64)> {
    tokens
        .iter()
        .zip(hashes)
        .filter(|(token, _)| token.class == TokenClass::Letters && token.range.len() >= 4)
        .map(|(_, hash)| ((hash.mixed() >> 8) as usize & (FILTER - 1), hash.mixed() & 63))
}

fn has_figure(reading: &Reading) -> bool {
    get(&reading.context, Context::Figure) > 0.0
}

fn is_grave(reading: &Reading) -> bool {
    [Cue::Harm, Cue::Law, Cue::Accusation].iter().any(|cue| reading.counts.get(*cue as usize).is_some_and(|n| *n > 0))
}

/// Share of `part` in `all`.
#[expect(clippy::cast_precision_loss, reason = "a share needs no more than 24 bits")]
fn share(part: usize, all: usize) -> f32 {
    part as f32 / all.max(1) as f32
}

/// Sets the features of place of every sentence of an article.
pub(super) fn place(sentences: &mut [ScannedSentence]) {
    let is = |condition: bool| f32::from(u8::from(condition));
    let body = sentences.iter().filter(|sentence| sentence.is_body()).count();
    let figures = sentences.iter().filter(|sentence| has_figure(&sentence.reading)).count();
    let grave = sentences.iter().filter(|sentence| is_grave(&sentence.reading)).count();
    let all = sentences.len();
    let mut nth = 0;
    let mut after_figure = false;
    for at in 0..all {
        let next = sentences.get(at + 1);
        let (before_figure, closes) =
            (next.is_some_and(|next| has_figure(&next.reading)), next.is_none_or(|next| next.opens_paragraph));
        let Some(sentence) = sentences.get_mut(at) else { continue };
        let unfinished = get(&sentence.reading.context, Context::Unfinished) > 0.0;
        let headline = sentence.kind == ParagraphType::Headline || at == 0 && unfinished;
        let in_body = sentence.is_body() && !headline;
        let figure = has_figure(&sentence.reading);
        let context = &mut sentence.reading.context;
        let mut put = |feature, value| set(context, feature, value);
        put(Context::Headline, is(headline));
        put(Context::Furniture, is(!in_body && !headline));
        put(Context::Opens, is(sentence.opens_paragraph));
        put(Context::Alone, is(sentence.opens_paragraph && closes));
        if in_body {
            put(Context::Lead, is(nth == 0));
            nth += 1;
            put(Context::Early, share(1, nth));
            put(Context::Depth, share(nth, body));
        }
        put(Context::AfterFigure, is(after_figure));
        put(Context::BeforeFigure, is(before_figure));
        put(Context::FigureDensity, share(figures, all));
        put(Context::RareFigure, if figure { 1.0 - share(figures, all) } else { 0.0 });
        put(Context::Gravity, share(grave, all));
        after_figure = figure;
    }
}
