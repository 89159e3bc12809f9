//! The words of a sentence that assert something, without the attribution around them.

use super::cue::Cue;
use super::reading::Sighting;
use crate::text::{TextRange, Token, TokenClass};

/// Tokens of an attribution at the end of a sentence, at most: ", the ministry said in a statement."
const CLOSING: usize = 16;
/// Tokens before "said that", at most.
const OPENING: usize = 14;
/// Words an assertion has, at least; else the sentence is marked.
const ASSERTION: usize = 4;

/// The assertion in the sentence of these `tokens`; the whole sentence where it cannot be told safely.
pub(super) fn assertion(text: &str, tokens: &[Token], sightings: &[Sighting]) -> TextRange {
    let Some((first, last)) = tokens.first().zip(tokens.last()) else { return TextRange::default() };
    let whole = first.range.cover(last.range);
    let said: Vec<TextRange> =
        sightings.iter().filter(|sighting| sighting.cue == Cue::Attribution).map(|sighting| sighting.range).collect();
    if said.is_empty() {
        return whole;
    }
    let word = |at: usize| tokens.get(at).map_or("", |token| token.range.of(text));
    let attributes = |from: usize, to: usize| {
        tokens.get(from..to).unwrap_or_default().iter().any(|token| said.iter().any(|range| range.covers(token.range)))
    };
    let (mut from, mut to) = (0, tokens.len());
    // "..., the ministry said."
    let tail = tokens.len().saturating_sub(CLOSING);
    if let Some(comma) = (tail..tokens.len()).find(|at| word(*at) == "," && attributes(at + 1, tokens.len())) {
        let quote = matches!(word(comma + 1), "\"" | "\u{201d}");
        let rest = tokens.get(comma + 1 + usize::from(quote)..).unwrap_or_default();
        let plain = rest.iter().all(|token| !matches!(token.range.of(text), "\"" | "\u{201c}" | ","));
        if plain && is_reporting(text, rest) {
            to = if quote { comma + 2 } else { comma };
        }
    }
    // "According to the ministry, ..." and "The ministry said that ..."
    if word(0).eq_ignore_ascii_case("according") {
        if let Some(comma) = (2..OPENING.min(to)).find(|at| word(*at) == ",")
            && (comma + 1..OPENING.min(to)).all(|at| word(at) != ",")
        {
            from = comma + 1;
        }
    } else if let Some(that) = (1..OPENING.min(to)).find(|at| word(*at) == "that" && attributes(at - 1, at + 1))
        && (0..that).all(|at| !matches!(word(at), "," | "\"" | "\u{201c}"))
    {
        from = that + 1;
    }
    let inner = tokens.get(from..to).unwrap_or_default();
    if inner.iter().filter(|token| token.class != TokenClass::Mark).count() < ASSERTION {
        return whole;
    }
    match (inner.first(), inner.last()) {
        (Some(first), Some(last)) => first.range.cover(last.range),
        _ => whole,
    }
}

/// Whether the tokens after the comma are nothing but who said it: they end with the verb of saying, or hold it with
/// at most a place or an occasion behind it.
fn is_reporting(text: &str, tokens: &[Token]) -> bool {
    const SAID: &[&str] = &[
        "added",
        "announced",
        "noted",
        "notes",
        "read",
        "reported",
        "reports",
        "said",
        "say",
        "says",
        "stated",
        "told",
        "wrote",
    ];
    tokens.iter().any(|token| SAID.contains(&token.range.of(text)))
        && !tokens.iter().any(|token| {
            matches!(
                token.range.of(text),
                "and" | "because" | "but" | "if" | "that" | "when" | "which" | "while" | "who"
            )
        })
}
