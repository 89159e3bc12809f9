//! Passages in a few words, and what ties them together.

use std::rc::Rc;

use yew::AttrValue;

use crate::annotation::{Annotation, AnnotationId, Carried, Link, Relation, Session};
use crate::detect::Detail;
use crate::review::queue::folded;
use crate::text::cut::{one_line, short_line};
use crate::ui::same::Same;
use crate::ui::strings;

/// Longest passage that is shown whole in one line, in characters.
const LONG: usize = 64;

/// A link as one of its passages sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Bond {
    /// The link.
    pub link: Same<Link>,
    /// The other passage.
    pub other: AnnotationId,
    /// Its words.
    pub words: AttrValue,
}

impl Bond {
    /// "contradicts “June 8”"
    pub fn in_words(&self) -> String {
        format!("{} {}", strings::relation(self.link.relation), quoted(&self.words))
    }
}

/// The links of a mark.
pub fn bonds(session: &Session, id: &AnnotationId) -> Vec<Bond> {
    let mut bonds = Vec::new();
    for link in links(session).into_iter().filter(|link| link.from == *id || link.to == *id) {
        let other = if link.from == *id { &link.to } else { &link.from };
        let words = session.annotation(other).map(|mark| words(session.document.text(), mark)).unwrap_or_default();
        bonds.push(Bond { link: link.into(), other: other.clone(), words: words.into() });
    }
    bonds
}

/// All links, contradictions first.
pub fn links(session: &Session) -> Vec<&Rc<Link>> {
    let (mut links, others): (Vec<_>, Vec<_>) =
        session.links.iter().partition(|link| link.relation == Relation::Contradicts);
    links.extend(others);
    links
}

/// The words of a mark in one line; of one that lost them in a new version, those it had.
pub fn words(text: &str, mark: &Annotation) -> String {
    let lost = match mark.carried() {
        Some(Carried::Lost { exact }) => exact,
        _ => String::new(),
    };
    let words = if lost.is_empty() { mark.range.of(text) } else { &lost };
    one_line(words)
}

/// The words of a mark, cut where they are long.
pub fn short(text: &str, mark: &Annotation) -> String {
    short_line(&words(text, mark), LONG)
}

/// In quotation marks, unless the words bring their own.
pub fn quoted(words: &str) -> String {
    if words.starts_with(['“', '"', '«', '„']) { words.to_owned() } else { format!("“{words}”") }
}

/// "date · July 2018": what stands below the words on a closed card.
pub fn reading(mark: &Annotation) -> String {
    let kind = strings::kind(mark.kind()).to_ascii_lowercase();
    let read = match &mark.detail {
        Detail::Date(date) if date.value.is_empty() => strings::card::NOT_READ.to_owned(),
        Detail::Date(date) => strings::timex(&date.value),
        Detail::Quote(quote) => {
            quote.source.as_ref().map_or_else(|| strings::card::NO_SPEAKER.to_owned(), |source| source.name.clone())
        }
        Detail::Claim(_) => reasons(mark).into_iter().take(3).collect::<Vec<_>>().join(", "),
    };
    let carried = match mark.carried() {
        Some(Carried::Moved { .. }) => strings::compare::MOVED_SHORT,
        Some(Carried::Lost { .. }) => strings::compare::LOST_SHORT,
        None => "",
    };
    [kind.as_str(), &read, carried].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The reasons of a mark in words, each once.
pub fn reasons(mark: &Annotation) -> Vec<String> {
    let mut reasons: Vec<String> = Vec::new();
    for reason in &mark.reasons {
        let words = strings::reason(&reason.name);
        if !reasons.contains(&words) {
            reasons.push(words);
        }
    }
    reasons
}

/// Whether all of `needle`'s words are in `haystack`.
pub fn matches(haystack: &str, needle: &str) -> bool {
    let haystack = folded(haystack);
    folded(needle).split(' ').all(|word| haystack.contains(word))
}
