//! What belongs together: the stretches of one quotation as its parts.

use super::attribute::{Attribution, Rule};
use super::scan::Stretch;
use super::words::Words;

/// One quotation: its stretches and whose it is.
#[derive(Clone, Debug)]
pub struct Group {
    /// Indices of its stretches, in text order.
    pub parts: Vec<usize>,
    /// The cue and the source.
    pub attribution: Option<Attribution>,
}

/// The most words an attribution between two parts may have.
const BETWEEN: usize = 40;

/// Joins the quotation `index` to the last group if it goes on with it; else begins a new one.
pub fn join(
    groups: &mut Vec<Group>,
    stretches: &[Stretch],
    words: &Words,
    index: usize,
    attribution: Option<Attribution>,
) {
    if let Some(group) = groups.last_mut()
        && let Some(&last) = group.parts.last()
        && let (Some(before), Some(this)) = (stretches.get(last), stretches.get(index))
    {
        if before.run == this.run {
            group.parts.push(index);
            let firm = |found: &Attribution| {
                !matches!(found.rule, Rule::Subject | Rule::LastSpeaker | Rule::NextParagraph | Rule::Continued)
            };
            if !group.attribution.as_ref().is_some_and(firm) && attribution.as_ref().is_some_and(firm) {
                group.attribution = attribution;
            }
            return;
        }
        if before.paragraph == this.paragraph
            && let (Some(found), Some(of_this)) = (&group.attribution, &attribution)
            && let (Some(from), Some(to)) = (words.of_quote(last), words.of_quote(index))
        {
            let between = from + 1..to;
            let source = &found.source.words;
            let split = between.contains(&source.start) && between.len() <= BETWEEN && of_this.source.words == *source;
            let one_sentence =
                words.sentence(to).start <= between.end && words.sentence(source.start).end >= to.saturating_sub(1);
            if split && one_sentence {
                group.parts.push(index);
                return;
            }
        }
    }
    groups.push(Group { parts: vec![index], attribution });
}
