//! Carries marks over to a changed text: by the difference of the two texts, then by the marked words themselves.
//!
//! A mark whose words stand in the new text, with their surroundings, is the *same* one however far it has drifted. One
//! whose words have changed, or were found somewhere else, has *moved* and says how sure that is: the person confirms it.
//! The rest is *lost* and is listed with its words. None is placed on other words without saying so.
//!
//! Confidence weighs quotation 50, prefix 20, suffix 20 and position 2, as the Hypothesis client does.

mod alignment;
mod by_quote;

pub use alignment::{Alignment, Difference, Fate};
pub use by_quote::{Found, Places, Quote};

use crate::text::TextRange;

/// Where a mark of the old text stands in the new one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Anchored {
    /// The same words in the same surroundings.
    Same(TextRange),
    /// Other words in its place, or its words in another place: to be confirmed.
    Moved {
        /// The likeliest place.
        range: TextRange,
        /// 0 to 1.
        confidence: f32,
    },
    /// Nowhere.
    Lost,
}

impl Anchored {
    /// The place in the new text.
    #[must_use]
    pub fn range(self) -> Option<TextRange> {
        match self {
            Self::Same(range) | Self::Moved { range, .. } => Some(range),
            Self::Lost => None,
        }
    }
}

/// Tokens before and after a mark that tell whether its surroundings are still there.
const SURROUNDINGS: usize = 5;

/// A mark of this many tokens is known by its own words alone.
const TELLING: usize = 6;

/// From this confidence on nobody looks for the words anywhere else.
const SURE: f32 = 0.6;

/// Below this confidence a mark is lost.
const LEAST: f32 = 0.4;

/// Where each of `marks`, ranges of `old`, stands in `new`; in the order given.
#[must_use]
pub fn carry_over(old: &str, new: &str, marks: &[TextRange]) -> Vec<Anchored> {
    carry_over_along(&Alignment::new(old, new), old, new, marks)
}

/// The same, where `old` and `new` are aligned already.
#[must_use]
pub fn carry_over_along(alignment: &Alignment, old: &str, new: &str, marks: &[TextRange]) -> Vec<Anchored> {
    let mut places = None;
    marks
        .iter()
        .map(|&mark| {
            let in_place = in_place(alignment, old, new, mark);
            if let Some(InPlace { range, words_kept: true, known: true, .. }) = in_place {
                return Anchored::Same(range);
            }
            if let Some(here) = in_place.filter(|here| here.similarity >= 0.5 && here.confidence >= SURE) {
                return Anchored::Moved { range: here.range, confidence: here.confidence };
            }
            let quote = Quote::of(old, mark, alignment.drifted(mark.start));
            let elsewhere = places.get_or_insert_with(|| Places::new(new)).find(&quote);
            match (in_place, elsewhere) {
                (Some(here), Some(there)) if is_better(there, here, alignment.old_tokens(mark).len()) => there.moved(),
                (Some(here), _) if here.confidence >= LEAST => {
                    Anchored::Moved { range: here.range, confidence: here.confidence }
                }
                (_, Some(there)) => there.moved(),
                _ => Anchored::Lost,
            }
        })
        .collect()
}

/// What the difference of the texts says of one mark.
#[derive(Clone, Copy)]
struct InPlace {
    range: TextRange,
    /// Every word of it is kept and none has come in between.
    words_kept: bool,
    /// The words or their surroundings are enough to be sure that it is the same passage.
    known: bool,
    /// Share of the tokens around the mark that still stand there, 0 to 2: before and after.
    surroundings: f32,
    /// Share of its words that are kept, 0 to 1.
    similarity: f32,
    confidence: f32,
}

fn in_place(alignment: &Alignment, old: &str, new: &str, mark: TextRange) -> Option<InPlace> {
    let tokens = alignment.old_tokens(mark);
    let fates = alignment.fates(tokens.clone());
    let first = fates.iter().find_map(|fate| fate.place())?;
    let last = fates.iter().rev().find_map(|fate| fate.place())?;
    let (new_first, new_last) = (alignment.new_range(first)?, alignment.new_range(last)?);

    // An edge inside a word stays inside it where the word is kept.
    let head = match (fates.first(), alignment.old_range(tokens.start)) {
        (Some(Fate::Kept(_)), Some(word)) => mark.start.saturating_sub(word.start),
        _ => 0,
    };
    let tail = match (fates.last(), tokens.end.checked_sub(1).and_then(|last| alignment.old_range(last))) {
        (Some(Fate::Kept(_)), Some(word)) => word.end.saturating_sub(mark.end),
        _ => 0,
    };
    let range = TextRange::new(new_first.start + head, new_last.end.saturating_sub(tail));

    let kept = fates.iter().filter(|fate| matches!(fate, Fate::Kept(_))).count();
    let words_kept = kept == fates.len() && last - first + 1 == kept;
    let (before, after) = (alignment.kept_before(tokens.start, first), alignment.kept_after(tokens.end, last + 1));
    let surroundings = share(before) + share(after);
    let known = words_kept && (kept >= TELLING || before.0 + after.0 >= 2 || before.1 + after.1 < 2);
    let similarity = alignment.similarity(tokens, first..last + 1);
    Some(InPlace {
        range,
        words_kept: words_kept && !range.is_empty() && (head + tail == 0 || range.of(new) == mark.of(old)),
        known,
        surroundings,
        similarity,
        confidence: confidence(similarity, share(before), share(after), 1.0),
    })
}

/// Whether a mark of so many `tokens` belongs where its words were found and not where the difference puts it.
fn is_better(there: Found, here: InPlace, tokens: usize) -> bool {
    there.surroundings > here.surroundings.max(0.5) || (there.exact && tokens >= TELLING && here.similarity < 0.5)
}

/// 50, 20, 20, 2: each part 0 to 1.
fn confidence(quote: f32, prefix: f32, suffix: f32, position: f32) -> f32 {
    (50.0 * quote + 20.0 * prefix + 20.0 * suffix + 2.0 * position) / 92.0
}

/// How many of how many; at the end of a text, where there are none, all of them.
#[expect(clippy::cast_precision_loss, reason = "a few tokens")]
fn share((kept, of): (usize, usize)) -> f32 {
    if of == 0 { 1.0 } else { kept as f32 / of as f32 }
}

#[cfg(test)]
mod measure;

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(text: &str, words: &str) -> TextRange {
        let start = u32::try_from(text.find(words).unwrap()).unwrap();
        TextRange::new(start, start + u32::try_from(words.len()).unwrap())
    }

    /// The fate of `words`, marked in `old`, in `new`.
    fn carried(old: &str, new: &str, words: &str) -> (&'static str, String) {
        match carry_over(old, new, &[mark(old, words)])[0] {
            Anchored::Same(range) => ("same", range.of(new).to_owned()),
            Anchored::Moved { range, .. } => ("moved", range.of(new).to_owned()),
            Anchored::Lost => ("lost", String::new()),
        }
    }

    const OLD: &str = "The council met on June 8 in the old town hall. It voted to close the bridge for 14 months, \
        the mayor said. Nobody had asked the people who live beside it.";

    #[test]
    fn a_mark_drifts_with_its_text() {
        let new = OLD.replace("The council", "After a long week the whole council");
        assert_eq!(carried(OLD, &new, "June 8"), ("same", "June 8".into()));
        assert_eq!(carried(OLD, OLD, "close the bridge"), ("same", "close the bridge".into()));
    }

    #[test]
    fn a_corrected_date_is_moved_not_the_same() {
        let new = OLD.replace("June 8", "July 16");
        assert_eq!(carried(OLD, &new, "June 8"), ("moved", "July 16".into()));
    }

    #[test]
    fn an_edge_word_that_went_leaves_the_rest() {
        let new = OLD.replace("voted to close", "voted close");
        assert_eq!(carried(OLD, &new, "to close the bridge"), ("moved", "close the bridge".into()));
        let new = OLD.replace("14 months", "14 long months");
        assert_eq!(carried(OLD, &new, "14 months"), ("moved", "14 long months".into()));
    }

    #[test]
    fn a_sentence_put_elsewhere_is_found_by_its_words() {
        let sentence = "Nobody had asked the people who live beside it.";
        let new = format!("{sentence} {}", OLD.replace(sentence, "Then they went home, all of them but one."));
        assert_eq!(carried(OLD, &new, sentence), ("moved", sentence.into()));
    }

    #[test]
    fn a_mark_whose_paragraph_went_is_lost() {
        assert_eq!(carried(OLD, "Quite another story about a harbour.", "14 months").0, "lost");
        assert_eq!(carried(OLD, "", "14 months").0, "lost");
        let new = OLD.replace("It voted to close the bridge for 14 months, the mayor said. ", "");
        assert_eq!(carried(OLD, &new, "14 months").0, "lost");
    }

    #[test]
    fn a_lone_word_in_other_surroundings_is_not_the_same() {
        let old = "He spoke in July about the harbour and its many small boats.";
        let new = "Prices fell. Nobody in July had thought of that, least of all the shops.";
        assert_ne!(carried(old, new, "July").0, "same");
    }

    #[test]
    fn an_edge_inside_a_word_stays_there() {
        let new = format!("So. {OLD}");
        assert_eq!(carried(OLD, &new, "idge for 14 mon"), ("same", "idge for 14 mon".into()));
    }
}
