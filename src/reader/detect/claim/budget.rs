//! The highlight budget: how many of the candidate claims a reader sees.

use crate::detect::{Detail, Detection};
use crate::text::{Document, ParagraphType};

/// Which paragraphs claims are shown from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClaimScope {
    /// The body.
    #[default]
    Body,
    /// The body, headlines and captions: corrections often come from there.
    WithHeadlinesAndCaptions,
}

impl ClaimScope {
    /// Whether claims in a paragraph of this type can be shown.
    #[must_use]
    pub const fn takes(self, kind: ParagraphType) -> bool {
        match kind {
            ParagraphType::Body => true,
            ParagraphType::Headline | ParagraphType::Caption => matches!(self, Self::WithHeadlinesAndCaptions),
            _ => false,
        }
    }
}

/// The steps of the budget: percent of the body sentences, and the score a claim must reach there.
pub const STEPS: [(u8, f32); 5] = [(10, 0.4), (25, 0.4), (50, 0.3), (75, 0.2), (100, 0.1)];

/// Body sentences up to which an article is short.
const SHORT_ARTICLE: usize = 20;
/// Claims shown of a short article at the default step.
const IN_SHORT_ARTICLE: usize = 8;
/// The score a claim must reach in a short article at the default step or more: with eight at most, one that turns out
/// not to be worth it costs little.
const SHORT_FLOOR: f32 = 0.36;
/// The default step.
const DEFAULT_SHARE: u8 = 25;

/// Which of `claims` (in text order) a highlight budget of `share` percent of the body sentences shows, as indices, in
/// text order.
#[must_use]
pub fn within_budget(document: &Document, claims: &[Detection], share: u8) -> Vec<usize> {
    within_budget_of(document, claims, share, ClaimScope::Body)
}

/// As [`within_budget`], of the paragraphs in `scope`.
#[must_use]
pub fn within_budget_of(document: &Document, claims: &[Detection], share: u8, scope: ClaimScope) -> Vec<usize> {
    let sentences: usize = document
        .paragraphs()
        .iter()
        .filter(|paragraph| scope.takes(paragraph.kind))
        .map(|paragraph| paragraph.sentences.len())
        .sum();
    let floor = floor(sentences, share);
    let mut shown: Vec<(usize, f32)> = claims
        .iter()
        .enumerate()
        .filter(|(_, claim)| {
            let paragraph = document.paragraph_at(claim.range.start).and_then(|at| document.paragraphs().get(at));
            paragraph.is_some_and(|paragraph| scope.takes(paragraph.kind))
        })
        .filter_map(|(index, claim)| match &claim.detail {
            Detail::Claim(detail) if detail.score >= floor => Some((index, detail.score)),
            _ => None,
        })
        .collect();
    // Highest score first; of equals the earlier one.
    shown.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    shown.truncate(room(sentences, share));
    let mut indices: Vec<usize> = shown.into_iter().map(|(index, _)| index).collect();
    indices.sort_unstable();
    indices
}

/// The score a claim must reach.
fn floor(sentences: usize, share: u8) -> f32 {
    let floor = STEPS.iter().find(|(step, _)| share <= *step).map_or(0.0, |(_, floor)| *floor);
    if is_short(sentences, share) { floor.min(SHORT_FLOOR) } else { floor }
}

fn is_short(sentences: usize, share: u8) -> bool {
    sentences <= SHORT_ARTICLE && share >= DEFAULT_SHARE
}

/// How many claims a budget of `share` percent has room for.
fn room(sentences: usize, share: u8) -> usize {
    let part = (sentences * usize::from(share.min(100))).div_ceil(100);
    if is_short(sentences, share) { part.max(IN_SHORT_ARTICLE) } else { part }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::Run;

    #[test]
    fn more_budget_never_shows_fewer() {
        for sentences in 0..60 {
            let rooms: Vec<usize> = STEPS.iter().map(|(share, _)| room(sentences, *share)).collect();
            assert!(rooms.is_sorted(), "{sentences}: {rooms:?}");
        }
        assert_eq!(room(11, 25), 8);
        assert_eq!(room(100, 25), 25);
        assert_eq!(room(20, 10), 2);
    }

    #[test]
    fn the_floor_falls_as_the_budget_grows() {
        assert!(STEPS.is_sorted_by(|a, b| a.0 < b.0 && a.1 >= b.1));
    }

    #[test]
    fn the_example_shows_its_claims_and_nothing_else() {
        let document = Document::new(include_str!("../../../../tests/articles/gerasimov-letter.txt"));
        let claims = Run::new(&document, document.facts().published).finish().claims;
        let plain = |at: &usize| claims[*at].range.of(document.text()).replace('\u{a0}', " ");
        let shown: Vec<String> = within_budget(&document, &claims, 25).iter().map(plain).collect();
        for words in ["went out in July", "Rukban", "Helsinki on June 8", "might now also be used"] {
            assert!(shown.iter().any(|claim| claim.contains(words)), "{words} in {shown:?}");
        }
        assert!(shown.len() <= IN_SHORT_ARTICLE);
        let furniture =
            ["Moscow Says", "World", "Camps on the Jordanian Border", "are seen here", "Joseph Dunford, Helsinki"];
        for words in furniture {
            assert!(!shown.iter().any(|claim| claim.contains(words)), "{words} in {shown:?}");
        }
        for at in within_budget(&document, &claims, 25) {
            assert!(!claims[at].reasons.is_empty());
        }
    }

    #[test]
    fn headlines_and_captions_come_by_the_switch_only() {
        assert!(!ClaimScope::Body.takes(ParagraphType::Headline));
        assert!(ClaimScope::WithHeadlinesAndCaptions.takes(ParagraphType::Caption));
        assert!(!ClaimScope::WithHeadlinesAndCaptions.takes(ParagraphType::Tags));
    }
}
