//! What a sentence's place in the article says: headline, lead or later.

use super::ScannedSentence;
use super::context::{Context, get, set};
use crate::text::ParagraphType;

/// Share of `part` in `all`.
#[expect(clippy::cast_precision_loss, reason = "a share needs no more than 24 bits")]
fn share(part: usize, all: usize) -> f32 {
    part as f32 / all.max(1) as f32
}

/// Sets the features of place of every sentence of an article.
pub(super) fn place(sentences: &mut [ScannedSentence]) {
    let is = |condition: bool| f32::from(u8::from(condition));
    let body = sentences.iter().filter(|sentence| sentence.is_body()).count();
    let mut nth = 0;
    for at in 0..sentences.len() {
        let closes = sentences.get(at + 1).is_none_or(|next| next.opens_paragraph);
        let Some(sentence) = sentences.get_mut(at) else { continue };
        let unfinished = get(&sentence.reading.context, Context::Unfinished) > 0.0;
        let headline = sentence.kind == ParagraphType::Headline || at == 0 && unfinished;
        let in_body = sentence.is_body() && !headline;
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
    }
}
