//! Events as they are mentioned: "a Helsinki meeting on June 8", "the summit between A and B in Helsinki, Finland".

use super::lexicon::{ANOTHER, EVENTS, MEETINGS, MONTHS, is_in, number_in};
use super::reading::{Reading, Sentence};
use crate::text::{LetterCase, TextRange, TokenClass, letters};

/// One mention of an event.
#[derive(Clone, Debug)]
pub(super) struct Mention<'a> {
    /// The event word in the singular, lower case.
    pub event: String,
    pub determiner: Determiner,
    /// Names in front of the event word and the place after it.
    pub names: Vec<&'a str>,
    /// Where it was, if that is said: "in Helsinki", "there", "the Helsinki summit".
    pub place: Option<&'a str>,
    /// "between A and B", "with B", "A's visit".
    pub participants: Vec<&'a str>,
    /// Index into the dates of the article.
    pub date: Option<usize>,
    /// "second", "another": told apart from others of its kind.
    pub another: bool,
    /// Index of its sentence.
    pub sentence: usize,
    /// From its first to its last word.
    pub range: TextRange,
}

/// What stands before the event word and those that describe it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Determiner {
    Definite,
    Indefinite,
    Possessive,
    None,
}

/// Words that may stand between the parts of a mention.
const INSIDE: &str = "\
    and capital chancellor chief city counterpart counterparts foreign her his king leader leaders minister \
    ministers of premier president presidents prime queen secretary the their then";

/// Words between the event and its date in "the summit was held in Helsinki on June 8".
const HELD: &str = "began convened happened held occurred opened place started struck took was were";

/// Words of two letters, and others that end a phrase.
const SMALL: &str = "am an as at be by do go he if in is it me my no of on or so to up us via we";

/// Event words that are verbs as well: these need an article.
const VERBS_TOO: &str = "attack debate fire flood launch march match protest raid rally storm strike visit vote";

/// The events of the article.
pub(super) fn mentions<'a>(reading: &Reading<'a>) -> Vec<Mention<'a>> {
    let mut mentions = Vec::new();
    for (index, sentence) in reading.sentences.iter().enumerate() {
        for token in sentence.tokens.clone() {
            if let Some(mention) = mention(reading, index, sentence, token) {
                mentions.push(mention);
            }
        }
    }
    mentions
}

fn mention<'a>(reading: &Reading<'a>, index: usize, sentence: &Sentence, head: usize) -> Option<Mention<'a>> {
    let word = reading.word(head);
    if !(4..=13).contains(&word.len())
        || !(is_in(EVENTS, word) || is_in(MEETINGS, word))
        || reading.date_at(head).is_some()
    {
        return None;
    }
    let capital = reading.document.tokens().get(head).is_some_and(|token| token.case == LetterCase::Capitalised);
    if capital && number_in(MONTHS, word).is_some() {
        return None;
    }
    let mut mention = Mention {
        event: letters::lowered(word),
        determiner: Determiner::None,
        names: Vec::new(),
        place: None,
        participants: Vec::new(),
        date: None,
        another: false,
        sentence: index,
        range: TextRange::default(),
    };
    let first = mention.read_left(reading, sentence, head);
    let bare = mention.determiner == Determiner::None && mention.names.is_empty();
    if bare && is_in(VERBS_TOO, &mention.event) {
        return None;
    }
    let last = mention.read_right(reading, sentence, head);
    mention.range = reading.span(first..last + 1);
    Some(mention)
}

impl<'a> Mention<'a> {
    /// Reads what stands before the event word; gives the first token of the mention.
    fn read_left(&mut self, reading: &Reading<'a>, sentence: &Sentence, head: usize) -> usize {
        let mut first = head;
        let mut at = head;
        while at > sentence.tokens.start && head - at < 9 {
            at -= 1;
            if let Some(date) = reading.date_at(at).filter(|date| date.period.is_some()) {
                self.date = self.date.or_else(|| Some(reading.place_of(date)));
                at = date.tokens.start;
                first = at;
                // "the 8 June summit": the date may have taken the article with it.
                if reading.is(at, "the") {
                    self.determiner = Determiner::Definite;
                    break;
                }
                continue;
            }
            match reading.word(at) {
                "the" | "The" | "this" | "This" | "that" => self.determiner = Determiner::Definite,
                "a" | "an" | "A" | "An" => self.determiner = Determiner::Indefinite,
                "his" | "her" | "its" | "their" | "our" => self.determiner = Determiner::Possessive,
                "s" if matches!(reading.word_before(at), "'" | "’") => {
                    self.determiner = Determiner::Possessive;
                    let owner = at.checked_sub(2).filter(|owner| reading.is_name(*owner));
                    self.participants.extend(owner.map(|owner| reading.word(owner)));
                }
                "-" => continue,
                word if is_in(ANOTHER, word) => {
                    self.another = true;
                    first = at;
                    continue;
                }
                word if reading.is_name(at) => {
                    self.names.push(word);
                    first = at;
                    continue;
                }
                word if reading.class(at) == Some(TokenClass::Letters)
                    && !is_in(super::lexicon::EMPTY, word)
                    && !is_in(SMALL, word)
                    && !super::clause::is_past(reading, at) =>
                {
                    first = at;
                    continue;
                }
                _ => break,
            }
            first = at;
            break;
        }
        first
    }

    /// Reads what stands after the event word: place, participants, date. Gives the last token of the mention.
    fn read_right(&mut self, reading: &Reading<'a>, sentence: &Sentence, head: usize) -> usize {
        let (mut last, mut at) = (head, head + 1);
        let mut with = false;
        while at < sentence.tokens.end && at - head < 22 {
            if let Some(date) = reading.date_at(at).filter(|date| date.period.is_some()) {
                if self.date.is_none() {
                    self.date = Some(reading.place_of(date));
                    last = date.tokens.end - 1;
                }
                at = date.tokens.end;
                continue;
            }
            let word = reading.word(at);
            match word {
                "in" | "at" if reading.is_name(at + 1) => {
                    self.place = self.place.or(Some(reading.word(at + 1)));
                    with = false;
                    at += 2;
                    last = at - 1;
                    // "in New York", "in Helsinki, Finland"
                    while reading.is_name(at) || (reading.is(at, ",") && reading.is_name(at + 1) && !with) {
                        if reading.is_name(at) {
                            last = at;
                        }
                        at += 1;
                    }
                    continue;
                }
                "there" => {
                    self.place = self.place.or_else(|| place_before(reading, sentence, head));
                    with = true;
                    last = at;
                }
                "between" | "with" => with = true,
                "on" | "of" | "for" | "in" | "from" | "at" | "," | "to" => {}
                _ if reading.is_name(at) => {
                    if !with {
                        break;
                    }
                    self.participants.push(word);
                    last = at;
                }
                _ if is_in(INSIDE, word) || (!with && reading.is(at, HELD)) => {}
                _ if with && reading.is_in(at, super::lexicon::NO_NAMES) && word.len() > 3 && !lower(reading, at) => {}
                _ => break,
            }
            at += 1;
        }
        if self.place.is_none() && self.determiner != Determiner::Possessive {
            self.place = self.names.first().copied();
        }
        last
    }

    /// Whether a name is said of both.
    pub(super) fn shares_name(&self, other: &Self) -> bool {
        let all = |mention: &Self| {
            mention.names.iter().chain(&mention.participants).chain(mention.place.iter()).copied().collect::<Vec<_>>()
        };
        let others = all(other);
        all(self).iter().any(|name| name.len() > 2 && others.contains(name))
    }
}

fn lower(reading: &Reading<'_>, token: usize) -> bool {
    reading.document.tokens().get(token).is_some_and(|token| token.case == LetterCase::Lower)
}

/// The place that "there" means: the last one named after "in" or "at" in the sentence.
fn place_before<'a>(reading: &Reading<'a>, sentence: &Sentence, head: usize) -> Option<&'a str> {
    let named = |at: &usize| reading.is(*at, "in at") && reading.is_name(*at + 1) && reading.date_at(*at + 1).is_none();
    (sentence.tokens.start..head).rev().find(named).map(|at| reading.word(at + 1))
}
