//! Noun phrases around a cue: who it is that speaks, as it stands in the text.
//!
//! No parser: a phrase is the run of words up to the next word that cannot be part of one.

use std::ops::Range;

use super::lexicon::Class;
use super::words::{Shape, Word, Words};

/// A noun phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its words.
    pub words: Range<usize>,
    /// Those of them that name: "Ana Ruiz" of "team member Ana Ruiz"; empty where nothing is named.
    pub name: Range<usize>,
}

/// How far from a cue its subject is looked for, in words.
const REACH: usize = 45;

/// The longest phrase, in words.
const LONGEST: usize = 16;

/// Reads noun phrases of one document.
#[derive(Clone, Copy)]
pub struct Phrases<'a> {
    /// The masked view.
    pub words: &'a Words,
    /// The text of the document.
    pub text: &'a str,
}

impl<'a> Phrases<'a> {
    /// Word number `at`.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<&'a Word> {
        self.words.get(at)
    }

    /// The letters of word number `at`, without "’s".
    #[must_use]
    pub fn letters(&self, at: usize) -> &'a str {
        self.get(at).map_or("", |word| word.stem().of(self.text))
    }

    /// Whether word number `at` stands in one of the lists of `class`.
    #[must_use]
    pub fn is(&self, at: usize, class: Class) -> bool {
        self.get(at).is_some_and(|word| word.class.is(class))
    }

    /// Whether word number `at` is written with a capital for what it is, not for where it stands.
    #[must_use]
    pub fn is_name(&self, at: usize) -> bool {
        self.get(at).is_some_and(|word| word.shape == Shape::Capital && !word.class.is(Class::SMALL.or(Class::TIME)))
    }

    /// Whether word number `at` is `mark`.
    #[must_use]
    pub fn is_mark(&self, at: usize, mark: char) -> bool {
        self.get(at).is_some_and(|word| word.is_mark(mark))
    }

    /// The subject of the verb at `verb`, looked for to the left, not before `floor`.
    #[must_use]
    pub fn subject_of(&self, verb: usize, floor: usize) -> Option<Phrase> {
        let floor = floor.max(verb.saturating_sub(REACH));
        let floor = self.after_dateline(floor..verb);
        let mut at = verb;
        loop {
            let year = at > floor + 1
                && self.get(at - 1).is_some_and(|word| word.shape == Shape::Number)
                && self.is(at - 2, Class::PREPOSITION);
            if year {
                at -= 2;
                continue;
            }
            if at <= floor || !self.stands_between(at - 1) {
                break;
            }
            at -= 1;
            // "on Monday", "later Monday"
            if at > floor && self.is(at, Class::TIME) && self.is(at - 1, Class::PREPOSITION) {
                at -= 1;
            }
        }
        if at <= floor {
            return None;
        }
        let before = self.get(at - 1)?;
        match before.shape {
            Shape::Mark(',' | '–' | '—' | '-') => self.before_apposition(at - 1, floor),
            Shape::Mark(')' | ']') => {
                let open = (floor..at - 1).rev().find(|at| self.is_mark(*at, '(') || self.is_mark(*at, '['))?;
                self.subject_of(open, floor)
            }
            Shape::Lower if self.is_relative(at - 1) => {
                let end = if at >= 2 && self.is_mark(at - 2, ',') { at - 2 } else { at - 1 };
                let named = self.ending_at(end, floor).or_else(|| self.main_subject(floor..verb));
                if self.letters(at - 1) != "who" {
                    return named;
                }
                // The source as it stands is "who"; the name is the one it stands for.
                let name =
                    named.map_or(at - 1..at, |phrase| if phrase.name.is_empty() { phrase.words } else { phrase.name });
                Some(Phrase { words: at - 1..at, name })
            }
            Shape::Lower if before.class.is(Class::CONJUNCTION) => {
                // "after she took the floor and blamed": the subject of the nearest clause.
                let clause = (floor..at - 1).rev().find(|at| {
                    matches!(
                        self.letters(*at),
                        "after"
                            | "when"
                            | "while"
                            | "because"
                            | "since"
                            | "before"
                            | "if"
                            | "that"
                            | "although"
                            | "though"
                            | "who"
                    )
                });
                let own = clause.and_then(|clause| match self.letters(clause) {
                    "who" => self.subject_of(clause + 1, floor),
                    _ => self
                        .starting_at(clause + 1, at - 1)
                        .filter(|phrase| !phrase.name.is_empty() || self.is(phrase.words.start, Class::PRONOUN)),
                });
                own.or_else(|| self.main_subject(floor..at - 1)).or_else(|| self.ending_at(at - 1, floor))
            }
            _ => {
                let phrase = self.ending_at(at, floor)?;
                // "an official who spoke to discuss strategy said"
                let governed = phrase.words.start.checked_sub(1).is_some_and(|before| {
                    self.is(before, Class::CUE.or(Class::CUE_ING).or(Class::PREPOSITION))
                        || matches!(self.letters(before), "to")
                });
                if governed {
                    let who = (floor..phrase.words.start)
                        .rev()
                        .take_while(|at| self.get(*at).is_some_and(Word::is_word))
                        .find(|at| self.letters(*at) == "who");
                    if let Some(antecedent) = who.and_then(|who| self.ending_at(who, floor)) {
                        return Some(antecedent);
                    }
                }
                Some(phrase)
            }
        }
    }

    fn is_relative(&self, at: usize) -> bool {
        matches!(self.letters(at), "who" | "which" | "that")
    }

    /// Words that may stand between a subject and its verb.
    fn stands_between(&self, at: usize) -> bool {
        let Some(word) = self.get(at) else { return false };
        match word.shape {
            Shape::Lower => {
                let letters = self.letters(at);
                word.class.is(Class::AUXILIARY.or(Class::ADVERB))
                    && !word.class.is(Class::PEOPLE.or(Class::ORGANISATION))
                    || letters.ends_with("ly") && letters.len() > 4 && !word.class.is(Class::PEOPLE)
                    || word.class.is(Class::TIME)
                    || matches!(letters, "all" | "both")
            }
            Shape::Capital => word.class.is(Class::TIME) && !word.class.is(Class::WOMAN),
            _ => false,
        }
    }

    /// The phrase before an apposition that ends in the comma at `comma`.
    fn before_apposition(&self, comma: usize, floor: usize) -> Option<Phrase> {
        let mut fallback = None;
        let mut at = comma + 1;
        while at > floor {
            at -= 1;
            let Some(word) = self.get(at) else { break };
            if !matches!(word.shape, Shape::Mark(',' | '–' | '—' | '-'))
                || at == comma && !self.is_mark(at.saturating_sub(1), ')')
            {
                continue;
            }
            let end = if self.is_mark(at.saturating_sub(1), ')') {
                (floor..at).rev().find(|at| self.is_mark(*at, '(')).unwrap_or(at)
            } else {
                at
            };
            let Some(phrase) = self.ending_at(end, floor) else { continue };
            let starts = phrase.words.start <= floor
                || self.get(phrase.words.start - 1).is_some_and(|before| {
                    matches!(before.shape, Shape::Quote(_) | Shape::Mark(',' | ';' | ':' | '.'))
                        || before.class.is(Class::CONJUNCTION)
                });
            if starts && (!phrase.name.is_empty() || phrase.words.start <= floor) {
                return Some(phrase);
            }
            fallback.get_or_insert(phrase);
        }
        fallback.or_else(|| self.main_subject(floor..comma))
    }

    /// The noun phrase that ends right before word number `end`, with what hangs on it: "a spokesman for the ministry".
    #[must_use]
    pub fn ending_at(&self, end: usize, floor: usize) -> Option<Phrase> {
        let last = end.checked_sub(1).filter(|last| *last >= floor)?;
        if self.is(last, Class::PRONOUN) {
            return Some(Phrase { words: last..end, name: last..last });
        }
        let floor = floor.max(end.saturating_sub(LONGEST));
        let mut start = self.run_to_left(end, floor)?;
        let mut head_end = end;
        // "a spokesman for the ministry": on to the left over a preposition
        while start > floor + 1 && self.joins(start - 1) {
            let Some(further) = self.run_to_left(start - 1, floor) else { break };
            if self.is(further, Class::TIME) {
                break;
            }
            head_end = start - 1;
            start = further;
        }
        Some(self.with_name(start..end, head_end))
    }

    fn joins(&self, at: usize) -> bool {
        matches!(
            self.letters(at),
            "of" | "for" | "at" | "from" | "in" | "with" | "on" | "to" | "who" | "and" | "near" | "by"
        ) && self.get(at).is_some_and(|word| word.shape == Shape::Lower)
    }

    /// Start of the run of nouns that ends right before `end`.
    fn run_to_left(&self, end: usize, floor: usize) -> Option<usize> {
        let mut start = end;
        while start > floor {
            let at = start - 1;
            let word = self.get(at)?;
            let inside = match word.shape {
                Shape::Capital => {
                    !word.class.is(Class::SMALL)
                        || word.class.is(Class::DETERMINER)
                        || word.class.is(Class::MAN.or(Class::WOMAN))
                }
                Shape::Lower => self.is_nominal(at, start == end),
                Shape::Number => true,
                Shape::Mark(mark) => matches!(mark, '-' | '&' | '/' | '%' | '$') && start < end && word.glued,
                Shape::Quote(_) => false,
            };
            if !inside || word.class.is(Class::PRONOUN) {
                break;
            }
            if self.letters(at) == "that"
                && start < end
                && self.get(start).is_some_and(|next| next.shape == Shape::Capital)
            {
                break;
            }
            start = at;
            if word.class.is(Class::DETERMINER) {
                break;
            }
        }
        (start < end && !(start..end).all(|at| self.is(at, Class::DETERMINER) && !self.stands_alone(at)))
            .then_some(start)
    }

    /// Determiners that can be a subject by themselves.
    fn stands_alone(&self, at: usize) -> bool {
        matches!(
            self.letters(at).to_ascii_lowercase().as_str(),
            "one"
                | "some"
                | "many"
                | "several"
                | "most"
                | "both"
                | "all"
                | "another"
                | "others"
                | "this"
                | "these"
                | "few"
                | "two"
                | "three"
        )
    }

    /// Whether a small word can be part of a noun phrase; `last` is that it would end it.
    fn is_nominal(&self, at: usize, last: bool) -> bool {
        let Some(word) = self.get(at) else { return false };
        let class = word.class;
        let noun = Class::PEOPLE
            .or(Class::OFFICE)
            .or(Class::ORGANISATION)
            .or(Class::DOCUMENT)
            .or(Class::TITLE)
            .or(Class::PARTICLE);
        if class.is(Class::DETERMINER) {
            return true;
        }
        if class.is(noun) && !class.is(Class::SAYING) {
            return true;
        }
        if class.is(noun) && (last || at.checked_sub(1).is_some_and(|before| self.is(before, Class::DETERMINER))) {
            return true;
        }
        let function = Class::PREPOSITION
            .or(Class::CONJUNCTION)
            .or(Class::RELATIVE)
            .or(Class::AUXILIARY)
            .or(Class::ADVERB)
            .or(Class::CUE)
            .or(Class::CUE_ING);
        if class.is(function) {
            return matches!(self.letters(at), "like-minded" | "past" | "outside" | "inside");
        }
        !self.letters(at).ends_with("ly") || last
    }

    /// The noun phrase that starts at word number `start`, before `ceiling`.
    #[must_use]
    pub fn starting_at(&self, start: usize, ceiling: usize) -> Option<Phrase> {
        let first = self.get(start)?;
        if start >= ceiling {
            return None;
        }
        if first.class.is(Class::PRONOUN) {
            return Some(Phrase { words: start..start + 1, name: start..start });
        }
        if self.letters(start) == "that" {
            return None;
        }
        let ceiling = ceiling.min(start + LONGEST);
        let mut end = self.run_to_right(start, ceiling);
        if end == start || (start..end).all(|at| self.is(at, Class::DETERMINER) && !self.stands_alone(at)) {
            return None;
        }
        let head_end = end;
        while end + 1 < ceiling
            && self
                .get(end - 1)
                .is_some_and(|word| word.shape == Shape::Lower || word.class.is(Class::OFFICE.or(Class::ORGANISATION)))
            && matches!(self.letters(end), "of" | "for" | "at" | "from" | "with" | "in" | "on")
        {
            let further = self.run_to_right(end + 1, ceiling);
            if further == end + 1 {
                break;
            }
            end = further;
        }
        // "said the mayor, Ana Ruiz"
        if self.get(head_end - 1).is_some_and(|word| word.shape == Shape::Lower || word.class.is(Class::OFFICE))
            && self.is_mark(end, ',')
        {
            let further = self.run_to_right(end + 1, ceiling.max(end + 6));
            let capitals = (end + 1..further).all(|at| {
                self.get(at)
                    .is_some_and(|word| word.shape == Shape::Capital && !word.class.is(Class::SMALL.or(Class::TIME)))
            });
            if further > end + 2 && capitals {
                let mut phrase = self.with_name(end + 1..further, further);
                phrase.words.start = start;
                return Some(phrase);
            }
        }
        Some(self.with_name(start..end, head_end))
    }

    fn run_to_right(&self, start: usize, ceiling: usize) -> usize {
        let mut end = start;
        while end < ceiling {
            let Some(word) = self.get(end) else { break };
            let letters = self.letters(end);
            let inside = match word.shape {
                Shape::Capital => {
                    !word.class.is(Class::TIME)
                        && (!word.class.is(Class::SMALL) || end == start || word.class.is(Class::MAN.or(Class::WOMAN)))
                }
                Shape::Lower => {
                    (self.is_nominal(end, false) || end > start && word.class.is(Class::DOCUMENT.or(Class::PEOPLE)))
                        && !(word.class.is(Class::DETERMINER) && end > start && !self.is(end - 1, Class::DETERMINER))
                        && !word.class.is(Class::TIME)
                        && !(end > start && letters.ends_with("ing") && !word.class.is(Class::PEOPLE))
                        && !(end > start
                            && (letters.ends_with("ed") || word.class.is(Class::PAST))
                            && self.get(end - 1).is_some_and(|before| before.shape == Shape::Capital))
                }
                Shape::Number => end == start || self.is(end - 1, Class::DETERMINER),
                Shape::Mark(mark) => end > start && word.glued && matches!(mark, '-' | '&' | '/'),
                Shape::Quote(_) => false,
            };
            if !inside || word.class.is(Class::PRONOUN) && end > start {
                break;
            }
            end += 1;
        }
        end
    }

    /// The first noun phrase within `range` that no preposition governs.
    #[must_use]
    pub fn main_subject(&self, range: Range<usize>) -> Option<Phrase> {
        let mut at = self.after_dateline(range.clone());
        while at < range.end {
            let word = self.get(at)?;
            let leads_away = word.class.is(Class::PREPOSITION.or(Class::CUE_ING))
                || word.is_word()
                    && word.shape == Shape::Capital
                    && at == range.start
                    && self.letters(at).ends_with("ing")
                    && !word.class.is(Class::MAN.or(Class::WOMAN))
                || at == range.start && word.class.is(Class::CUE)
                || matches!(self.letters(at + 1), "ago" | "earlier" | "later")
                || matches!(
                    self.letters(at),
                    "When" | "After" | "Because" | "Although" | "While" | "If" | "As" | "Though" | "Since" | "Before"
                );
            if leads_away {
                let comma = (at..range.end).find(|at| self.is_mark(*at, ','));
                match comma {
                    Some(comma) => at = comma + 1,
                    None => return self.first_phrase(at + 1..range.end),
                }
                continue;
            }
            let small = Class::CONJUNCTION.or(Class::ADVERB).or(Class::AUXILIARY).or(Class::RELATIVE).or(Class::TIME);
            let begins =
                word.is_word() && (!word.class.is(small) || word.class.is(Class::PRONOUN.or(Class::DETERMINER)));
            if begins && let Some(phrase) = self.starting_at(at, range.end) {
                return Some(phrase);
            }
            at += 1;
        }
        None
    }

    /// Where the sentence begins after "PARIS, July 25 (AFP) —".
    fn after_dateline(&self, range: Range<usize>) -> usize {
        let head = range.start..range.end.min(range.start + 12);
        for at in head {
            let Some(word) = self.get(at) else { break };
            match word.shape {
                Shape::Mark('—' | '–' | '-' | '―') if at > range.start => {
                    let doubled = (at..range.end)
                        .take_while(|at| {
                            self.get(*at).is_some_and(|word| !word.is_word() && word.shape != Shape::Number)
                        })
                        .count();
                    return at + doubled.max(1);
                }
                Shape::Capital | Shape::Number | Shape::Mark(',' | '.' | '(' | ')' | '/') => {}
                _ => break,
            }
        }
        range.start
    }

    fn first_phrase(&self, range: Range<usize>) -> Option<Phrase> {
        range.clone().find_map(|at| {
            let word = self.get(at)?;
            (word.class.is(Class::PRONOUN)
                || word.shape == Shape::Capital && !word.class.is(Class::SMALL.or(Class::TIME)))
            .then(|| self.starting_at(at, range.end))
            .flatten()
        })
    }

    /// Finds the name in a phrase whose head ends at `head_end`.
    fn with_name(&self, words: Range<usize>, head_end: usize) -> Phrase {
        // "Secretary of State Ana Ruiz": the name stands at the end all the same.
        let office = head_end.checked_sub(1).is_some_and(|head| {
            self.is(head, Class::OFFICE.or(Class::TITLE))
                && self.get(head).is_some_and(|word| word.shape == Shape::Capital)
        });
        if office && head_end + 2 < words.end && matches!(self.letters(head_end), "of" | "for") {
            let start = super::names::name_start(self, head_end + 1, words.end);
            if start > head_end + 1
                && (start..words.end).all(|at| self.get(at).is_some_and(|word| word.shape == Shape::Capital))
            {
                return Phrase { words: words.clone(), name: start..words.end };
            }
        }
        let mut start = head_end;
        while start > words.start
            && self.get(start - 1).is_some_and(|word| {
                let inside = word.shape == Shape::Capital && !word.class.is(Class::SMALL)
                    || word.class.is(Class::PARTICLE) && start < head_end && word.shape == Shape::Lower;
                inside && (start == head_end || !word.is_possessive())
            })
        {
            start -= 1;
        }
        while start < head_end && self.get(start).is_some_and(|word| word.shape == Shape::Lower) {
            start += 1;
        }
        Phrase { words, name: start..head_end }
    }
}
