//! Reads one sentence: which cues are in it, at which words, and which n-grams.

use super::Cue;
use super::context::{self, Context};
use super::cue::CueSet;
use super::lexicon::{Lexicon, MEASURES, WordHash};
use crate::detect::Detection;
use crate::text::{LetterCase, TextRange, Token, TokenClass, time, words};

/// One cue at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sighting {
    pub(super) cue: Cue,
    pub(super) range: TextRange,
}

/// How often each cue was seen, and what else the sentence itself shows.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    /// Sightings of each cue, at most 255.
    pub(super) counts: [u8; Cue::COUNT],
    /// The features that have no name in the interface.
    pub(super) context: [f32; Context::COUNT],
}

/// Sightings of one cue kept for one sentence; more are only counted.
const SHOWN_PER_CUE: u8 = 4;

/// Tokens after the words for evidence in which its verb is looked for: "the report, seen by us, shows".
const FINDING: usize = 5;

/// Reads sentences one after another; keeps its buffers.
#[derive(Debug)]
pub(super) struct SentenceReader {
    lexicon: &'static Lexicon,
    hashes: Vec<WordHash>,
}

impl SentenceReader {
    pub(super) fn new() -> Self {
        Self { lexicon: Lexicon::get(), hashes: Vec::new() }
    }

    /// Reads `tokens`, one sentence. `dates` are the temporal expressions in it, `quoted` says whether it begins within
    /// quotation marks; whether it ends within them is given back in it. Sightings are added to `sightings`, the hash of
    /// each n-gram goes to `ngram`.
    pub(super) fn read(
        &mut self,
        text: &str,
        tokens: &[Token],
        dates: &[Detection],
        quoted: &mut bool,
        sightings: &mut Vec<Sighting>,
        ngram: &mut dyn FnMut(WordHash),
    ) -> Reading {
        self.hashes.clear();
        self.hashes.extend(tokens.iter().map(|token| WordHash::of(token.range.of(text))));
        let mut pass = Pass {
            text,
            tokens,
            sightings,
            counts: [0; Cue::COUNT],
            last: [(usize::MAX, usize::MAX); Cue::COUNT],
            amount: None,
            currency: None,
            finding: false,
        };
        for date in dates {
            pass.see_range(Cue::Date, date.range);
        }
        let mut temporal = dates.iter().map(|date| date.range).peekable();
        let mut shape = context::Shape::default();
        let mut before: Option<WordHash> = None;
        let mut number_ends = 0;
        for (at, (token, hash)) in tokens.iter().zip(&self.hashes).enumerate() {
            let word = token.range.of(text);
            while temporal.next_if(|date| date.end <= token.range.start).is_some() {}
            let in_date = temporal.peek().is_some_and(|date| date.start <= token.range.start);
            if token.class != TokenClass::Mark || matches!(word, "%" | "$" | "£" | "€" | "?" | "!") {
                ngram(*hash);
                if let Some(before) = before {
                    ngram(before.then(*hash));
                }
                before = Some(*hash);
            }
            let entry = self.lexicon.look_up(*hash);
            shape.read(word, entry, token, at, quoted);
            let last = at.checked_sub(1).and_then(|last| tokens.get(last)).map_or("", |last| last.range.of(text));
            pass.finding |= context::Shape::reports(last, word);
            if pass.last_seen(Cue::Evidence).is_some_and(|end| at < end + FINDING) {
                shape.after_evidence(word);
            }
            if token.class == TokenClass::Digits {
                if at >= number_ends {
                    number_ends = pass.number(at, in_date);
                    shape.number(tokens.get(at..number_ends).unwrap_or_default(), text);
                }
                continue;
            }
            if word == "?" {
                pass.see(Cue::Question, at, at + 1);
            }
            if entry.is_empty() {
                continue;
            }
            let (mut cues, mut end, mut known, mut phrase) = (entry.cues(), at + 1, entry, *hash);
            while known.begins_phrase() {
                let Some(next) = self.hashes.get(end) else { break };
                phrase = phrase.then(*next);
                known = self.lexicon.look_up(phrase);
                end += 1;
                pass.see_all(known.cues(), at, end, in_date);
            }
            if is_abbreviation(word, token) {
                cues = CueSet::default();
            }
            pass.see_all(cues, at, at + 1, in_date);
        }
        let counts = pass.counts;
        Reading { counts, context: shape.finish(&counts) }
    }
}

/// "US" and "IT" are no pronouns, nor is "May" a verb.
fn is_abbreviation(word: &str, token: &Token) -> bool {
    token.case == LetterCase::Upper && word.len() == 2 || token.case == LetterCase::Capitalised && word == "May"
}

/// One pass over a sentence.
struct Pass<'a> {
    text: &'a str,
    tokens: &'a [Token],
    sightings: &'a mut Vec<Sighting>,
    counts: [u8; Cue::COUNT],
    /// For each cue: the token its last sighting ends before, and the sighting's index.
    last: [(usize, usize); Cue::COUNT],
    /// The token the last number or amount ends before, and its range.
    amount: Option<(usize, TextRange)>,
    /// The token after the last currency sign.
    currency: Option<usize>,
    /// Whether a finding is being told: "the exchange suggests that …".
    finding: bool,
}

impl Pass<'_> {
    fn range(&self, from: usize, to: usize) -> TextRange {
        match (self.tokens.get(from), self.tokens.get(to.saturating_sub(1))) {
            (Some(first), Some(last)) => first.range.cover(last.range),
            _ => TextRange::default(),
        }
    }

    fn see_range(&mut self, cue: Cue, range: TextRange) -> usize {
        let Some(count) = self.counts.get_mut(cue as usize) else { return usize::MAX };
        *count = count.saturating_add(1);
        if *count > SHOWN_PER_CUE {
            return usize::MAX;
        }
        self.sightings.push(Sighting { cue, range });
        self.sightings.len() - 1
    }

    /// `cue` at the tokens `from..to`; words that follow each other are one sighting.
    fn see(&mut self, cue: Cue, from: usize, to: usize) {
        let range = self.range(from, to);
        let last = self.last.get(cue as usize).copied().unwrap_or_default();
        let index = if last.0 >= from && last.0 != usize::MAX {
            if let Some(sighting) = self.sightings.get_mut(last.1) {
                sighting.range = sighting.range.cover(range);
            }
            last.1
        } else {
            self.see_range(cue, range)
        };
        if let Some(last) = self.last.get_mut(cue as usize) {
            *last = (to, index);
        }
    }

    /// The token the last sighting of `cue` ends before.
    fn last_seen(&self, cue: Cue) -> Option<usize> {
        self.last.get(cue as usize).map(|last| last.0).filter(|end| *end != usize::MAX)
    }

    fn see_all(&mut self, cues: CueSet, from: usize, to: usize, dated: bool) {
        for cue in cues.cues() {
            match cue {
                Cue::Percentage | Cue::Money | Cue::Quantity => self.see_amount(cue, from, to),
                // "The report shows that ... might": a finding, however careful.
                Cue::Vagueness if self.finding || self.last_seen(Cue::Evidence).is_some() => {}
                // The date detector has seen these words already.
                Cue::Date | Cue::Number if dated => {}
                Cue::Number => {
                    self.see(cue, from, to);
                    self.amount = Some((to, self.range(from, to)));
                }
                _ => self.see(cue, from, to),
            }
        }
    }

    /// A word of amount, with the number before it: "70 percent", "5 million dollars".
    fn see_amount(&mut self, cue: Cue, from: usize, to: usize) {
        self.see(cue, from, to);
        let mut range = self.range(from, to);
        if let Some((end, number)) = self.amount
            && end == from
        {
            range = range.cover(number);
            self.widen(cue, range);
        }
        if self.tokens.get(from).is_some_and(|token| token.class == TokenClass::Mark) && cue == Cue::Money {
            self.currency = Some(to);
        }
        self.amount = Some((to, range));
    }

    fn widen(&mut self, cue: Cue, range: TextRange) {
        let index = self.last.get(cue as usize).map_or(usize::MAX, |last| last.1);
        if let Some(sighting) = self.sightings.get_mut(index) {
            sighting.range = sighting.range.cover(range);
        }
    }

    /// The number that begins with the digits at `at`; gives the token it ends before.
    fn number(&mut self, at: usize, dated: bool) -> usize {
        let mut end = at + 1;
        while let (Some(mark), Some(digits)) = (self.tokens.get(end), self.tokens.get(end + 1)) {
            let joined = mark.is_glued() && digits.is_glued() && digits.class == TokenClass::Digits;
            if !joined || !matches!(mark.range.of(self.text), "." | "," | ":" | "/") {
                break;
            }
            end += 2;
        }
        if dated {
            return end;
        }
        let range = self.range(at, end);
        let follows_currency = self.currency == Some(at);
        match self.sort_of_number(at, end, follows_currency) {
            SortOfNumber::Year => self.see(Cue::Date, at, end),
            SortOfNumber::Passing => self.amount = Some((end, range)),
            SortOfNumber::Label => {}
            SortOfNumber::Telling => {
                self.see(Cue::Number, at, end);
                if follows_currency {
                    self.widen(Cue::Money, range);
                }
                self.amount = Some((end, range));
            }
        }
        end
    }

    fn sort_of_number(&self, at: usize, end: usize, follows_currency: bool) -> SortOfNumber {
        let word = |at: usize| self.tokens.get(at).map_or("", |token| token.range.of(self.text));
        let glued = |at: usize| self.tokens.get(at).is_some_and(Token::is_glued);
        let letters = |at: usize| self.tokens.get(at).is_some_and(|token| token.class == TokenClass::Letters);
        let digits = self.range(at, end).of(self.text);
        if follows_currency {
            return SortOfNumber::Telling;
        }
        let before = at.checked_sub(1).map_or("", word);
        // "A320", "IE9", "11-M", "A330-300"
        let named = glued(at) && at.checked_sub(1).is_some_and(letters)
            || glued(at) && before == "-" && at.checked_sub(2).is_some_and(letters) && glued(at - 1);
        let ordinal = glued(end) && matches!(word(end), "st" | "nd" | "rd" | "th");
        let clock =
            digits.bytes().any(|byte| matches!(byte, b':' | b'/')) || matches!(word(end), "am" | "pm" | "UTC" | "GMT");
        // "Barra, 51, will", "a 14-year-old"
        let small = end == at + 1 && digits.len() < 3;
        let old = word(end) == "-" && word(end + 2) == "-" && word(end + 3) == "old" || word(end + 1) == "old";
        let age = small && (before == "," && word(end) == "," || before == "aged" || before == "age" || old);
        let month = |word: &str| word.len() > 2 && time::MONTHS.iter().any(|month| month.starts_with(word));
        if month(before) || small && month(word(end)) {
            return SortOfNumber::Year;
        }
        if named || ordinal || clock || age {
            return SortOfNumber::Label;
        }
        if end == at + 1 && is_year(digits) {
            return SortOfNumber::Year;
        }
        let unit = if word(end) == "-" { word(end + 1) } else { word(end) };
        if end == at + 1 && digits.len() < 2 || small && words::has(MEASURES, unit) {
            return SortOfNumber::Passing;
        }
        SortOfNumber::Telling
    }
}

/// What a number is good for.
enum SortOfNumber {
    /// A figure to check.
    Telling,
    /// One digit, or a measure in passing: "a 20-minute walk".
    Passing,
    /// Part of a name, an age, an ordinal, a time of day.
    Label,
    /// A year or a day of a month.
    Year,
}

/// Whether four digits are likelier a year than a number.
fn is_year(digits: &str) -> bool {
    digits.len() == 4 && time::number(digits).is_some_and(|year| (1500..2100).contains(&year))
}
