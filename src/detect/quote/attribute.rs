//! Attribution: the cue and the source of each quotation, by rules over the masked view.

use std::ops::Range;

use super::lexicon::Class;
use super::phrase::{Phrase, Phrases};
use super::words::Shape;

/// The rules, in the order of the table of their accuracy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rule {
    /// "…", said Ana Ruiz.
    Inverted,
    /// "…", Ana Ruiz said.
    After,
    /// According to Ana Ruiz, "…"
    AccordingTo,
    /// in the words of Ana Ruiz; in Ana Ruiz's words; as Ana Ruiz put it
    Words,
    /// "…" — Ana Ruiz
    Dash,
    /// Ana Ruiz said: "…"
    Before,
    /// Ana Ruiz called the dam "…"
    Judged,
    /// Ana Ruiz believes the dam to be "…"
    Thought,
    /// adding that "…"
    Participle,
    /// was called "…" by Ana Ruiz
    Passive,
    /// Ana Ruiz on the dam: "…"
    Colon,
    /// "…", said Ana Ruiz. "…"
    Continued,
    /// Ana Ruiz went on: (new paragraph) "…"
    Announced,
    /// A whole paragraph after a quotation.
    NextParagraph,
    /// The subject of the sentence.
    Subject,
    /// Who spoke last.
    LastSpeaker,
}

impl Attribution {
    /// Whether the cue stands right before the quotation at `quote`.
    pub fn near(&self, quote: usize) -> bool {
        self.cue.as_ref().is_some_and(|cue| cue.end <= quote && quote - cue.end <= 7)
    }
}

impl Rule {
    /// Whether the sentence itself says who speaks.
    #[must_use]
    pub const fn speaks(self) -> bool {
        !matches!(self, Self::NextParagraph | Self::Subject | Self::LastSpeaker | Self::Thought)
    }

    /// The name of the rule in the annotation file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Inverted => "verb-source",
            Self::After => "source-verb",
            Self::AccordingTo => "according-to",
            Self::Words => "in-the-words-of",
            Self::Dash => "dash",
            Self::Before => "source-verb-before",
            Self::Judged => "judging-verb-before",
            Self::Thought => "thinking-verb-before",
            Self::Participle => "participle",
            Self::Passive => "passive",
            Self::Colon => "colon",
            Self::Continued => "continued",
            Self::Announced => "announced",
            Self::NextParagraph => "next-paragraph",
            Self::Subject => "subject",
            Self::LastSpeaker => "last-speaker",
        }
    }
}

/// What a rule found for one quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The rule.
    pub rule: Rule,
    /// The words of the cue.
    pub cue: Option<Range<usize>>,
    /// The source.
    pub source: Phrase,
}

/// Where a quotation stands in the masked view.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Its word.
    pub at: usize,
    /// What its content ends with.
    pub ending: Ending,
}

/// What the content of a quotation ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// A comma: the sentence goes on.
    Comma,
    /// A full stop.
    Stop,
    /// A question or exclamation mark, a dash, an ellipsis: the sentence may go on.
    Open,
    /// Nothing.
    None,
}

/// Looks for the source of the quotation at `place` within its own sentence.
#[must_use]
pub fn within_sentence(phrases: Phrases<'_>, place: Place) -> Option<Attribution> {
    let sentence = phrases.words.around(place.at);
    let reader = Reader { phrases, place, sentence };
    if let Some(found) = reader.right_after().or_else(|| reader.according_to()) {
        return Some(found);
    }
    if ends_its_sentence(phrases, place) {
        return None;
    }
    let before = reader.before();
    let near = before.as_ref().is_some_and(|found| found.near(place.at) && found.rule != Rule::Thought);
    if near {
        return before;
    }
    let firm = before.as_ref().is_some_and(|found| found.rule == Rule::Before);
    if !firm && let Some(found) = reader.trailing() {
        return Some(found);
    }
    before.or_else(|| reader.dash()).or_else(|| reader.colon())
}

/// Whether a quotation is a sentence by itself, with another one after it: “Was it late?” Repairs went on.
#[must_use]
pub fn ends_its_sentence(p: Phrases<'_>, place: Place) -> bool {
    let sentence = p.words.around(place.at);
    sentence.start == place.at
        && place.ending == Ending::Open
        && p.get(place.at + 1)
            .is_some_and(|next| next.shape == Shape::Capital && !next.glued && place.at + 1 < sentence.end)
}

/// How far two participles that share a subject may stand apart, in words.
const REACH: usize = 30;

struct Reader<'a> {
    phrases: Phrases<'a>,
    place: Place,
    sentence: Range<usize>,
}

impl Reader<'_> {
    fn is_quote(&self, at: usize) -> bool {
        self.phrases.get(at).is_some_and(|word| matches!(word.shape, Shape::Quote(_)))
    }

    /// The end of the stretch after the quotation that can hold its attribution.
    fn ceiling(&self) -> usize {
        (self.place.at + 1..self.sentence.end).find(|at| self.is_quote(*at)).unwrap_or(self.sentence.end)
    }

    /// "…", said Ana Ruiz; "…", Ana Ruiz said
    fn right_after(&self) -> Option<Attribution> {
        let p = self.phrases;
        let mut at = self.place.at + 1;
        let comma = p.is_mark(at, ',');
        if comma {
            at += 1;
        } else if self.place.ending == Ending::None && p.get(at).is_none_or(|word| !word.is_word()) {
            return None;
        }
        let ceiling = self.ceiling();
        let runs_on = comma || matches!(self.place.ending, Ending::Comma | Ending::Open);
        while at < ceiling
            && p.get(at).is_some_and(|word| word.shape == Shape::Lower)
            && (p.is(at, Class::ADVERB) || p.letters(at).ends_with("ly"))
        {
            at += 1;
        }
        if p.is(at, Class::CUE) && p.get(at)?.shape == Shape::Lower && runs_on {
            if let Some(source) = p.starting_at(at + 1, ceiling) {
                return Some(Attribution { rule: Rule::Inverted, cue: Some(at..at + 1), source });
            }
            return None;
        }
        if self.place.ending == Ending::Stop && !comma {
            // A new sentence begins after a full stop.
            return None;
        }
        if !runs_on && self.before().is_some() {
            return None;
        }
        let first = p.get(at)?;
        if p.is(at, Class::CONJUNCTION.or(Class::PREPOSITION).or(Class::RELATIVE)) && !p.is(at, Class::DETERMINER)
            || !first.is_word()
        {
            return None;
        }
        let verb = (at + 1..ceiling.min(at + 30)).find(|verb| self.is_finite_cue(*verb, Class::SAYING))?;
        let source = p.subject_of(verb, at)?;
        (source.words.start <= at + 2 || !source.name.is_empty()).then_some(Attribution {
            rule: Rule::After,
            cue: Some(verb..verb + 1),
            source,
        })
    }

    /// Whether word number `at` is a finite verb of speech rather than a noun.
    fn is_finite_cue(&self, at: usize, class: Class) -> bool {
        let p = self.phrases;
        let Some(word) = p.get(at) else { return false };
        if !word.class.is(class) || word.shape != Shape::Lower || word.is_possessive() {
            return false;
        }
        let Some(before) = at.checked_sub(1).and_then(|before| p.get(before)) else { return true };
        if before.class.is(Class::DETERMINER)
            && !matches!(p.letters(at - 1), "that" | "this" | "all" | "both" | "some" | "many" | "one")
            || before.is_possessive()
        {
            return false;
        }
        if before.class.is(Class::PREPOSITION) && p.letters(at - 1) != "to" {
            return false;
        }
        if word.class.is(Class::NOUN_TOO) {
            if before.class.is(Class::DETERMINER)
                && matches!(p.letters(at - 1), "one" | "some" | "many" | "this" | "that")
            {
                return false;
            }
            // "campaign points", "new rules": a verb only after what is surely a subject.
            let subject = Class::PRONOUN
                .or(Class::RELATIVE)
                .or(Class::ADVERB)
                .or(Class::PEOPLE)
                .or(Class::OFFICE)
                .or(Class::AUXILIARY);
            let named = before.shape == Shape::Capital
                && p.ending_at(at, self.sentence.start).is_some_and(|phrase| {
                    let start = phrase.words.start;
                    let governed = start > self.sentence.start
                        && matches!(p.letters(start - 1), "of" | "on" | "about" | "in" | "for");
                    !governed && (!p.is(start, Class::DETERMINER) || phrase.words.len() > 2)
                });
            let thing = before.class.is(Class::DOCUMENT.or(Class::ORGANISATION))
                && before.shape == Shape::Lower
                && p.ending_at(at, self.sentence.start)
                    .is_some_and(|phrase| p.is(phrase.words.start, Class::DETERMINER));
            let verb_follows = p.is(at + 1, Class::AUXILIARY);
            let next = p.letters(at + 1);
            let listed = matches!(next, "," | "and") && !self.is_quote(at + 2);
            let noun = next == "of" || next == "to" && p.letters(at) == "thanks" || listed && at + 2 < self.place.at;
            return !verb_follows
                && !noun
                && (thing
                    || before.class.is(subject)
                    || p.letters(at - 1) == "to"
                    || before.is_mark(',')
                    || named
                    || p.letters(at - 1).ends_with("ly"));
        }
        if matches!(p.letters(at), "continue" | "continues" | "continued" | "began" | "begins" | "begin") {
            // To go on with one's words, not with one's work.
            let next = p.get(at + 1);
            return next.is_none_or(|next| !next.is_word());
        }
        true
    }

    /// The nearest cue to the left; a verb of thought only where there is no other.
    fn before(&self) -> Option<Attribution> {
        let mut thought = None;
        let mut at = self.place.at;
        let floor = self.main_clause();
        while at > floor {
            at -= 1;
            let Some(found) = self.cue_at(at) else { continue };
            let outer = self.outer_verb(&found);
            if found.rule == Rule::Thought {
                thought.get_or_insert(found);
            } else if let Some(outer) = outer {
                return Some(outer);
            } else if thought.is_none() || found.rule == Rule::Before {
                return Some(found);
            }
        }
        thought
    }

    /// Where the main clause begins: "When the mayor promised a ferry, Ana Ruiz laughed: “…”"
    fn main_clause(&self) -> usize {
        let p = self.phrases;
        let start = self.sentence.start;
        if !matches!(p.letters(start), "After" | "Although" | "Because" | "Since" | "Though" | "When" | "While") {
            return start;
        }
        let comma = (start..self.place.at.saturating_sub(2)).find(|at| p.is_mark(*at, ','));
        // The clause ends with the comma where a sentence of its own follows.
        let follows = |comma: &usize| p.starting_at(comma + 1, self.place.at).is_some();
        comma.filter(follows).map_or(start, |comma| comma + 1)
    }

    /// "said he called it": the verb that governs a clause whose subject is a pronoun.
    fn outer_verb(&self, found: &Attribution) -> Option<Attribution> {
        let p = self.phrases;
        let source = &found.source.words;
        let pronoun = source.len() == 1 && p.is(source.start, Class::PRONOUN);
        let own =
            p.get(source.start).is_some_and(|word| matches!(word.stem().of(p.text), "his" | "her" | "their" | "its"));
        if !(pronoun || own) || matches!(found.rule, Rule::Participle | Rule::Passive) {
            return None;
        }
        let outer = (self.sentence.start.max(source.start.saturating_sub(4))..source.start)
            .rev()
            .take_while(|at| p.get(*at).is_some_and(super::words::Word::is_word))
            .find(|at| self.is_finite_cue(*at, Class::SAYING))?;
        self.cue_at(outer)
    }

    /// What the word at `at`, before the quotation, says about its source if it is a cue.
    fn cue_at(&self, at: usize) -> Option<Attribution> {
        let p = self.phrases;
        let word = p.get(at)?;
        if word.shape != Shape::Lower {
            return None;
        }
        if word.class.is(Class::SAYINGS)
            && let Some(found) = self.saying_at(at)
        {
            return Some(found);
        }
        let finite = self.is_finite_cue(at, Class::CUE);
        let participle = !finite && word.class.is(Class::CUE_ING);
        if !finite && !participle {
            return None;
        }
        let cue = Some(at..at + 1);
        let passive = finite
            && p.letters(at) != "said"
            && (at.saturating_sub(2)..at).any(|at| {
                matches!(p.letters(at), "was" | "were" | "been" | "be" | "being" | "is" | "are" | "get" | "got")
            });
        if passive {
            let by = (at..self.sentence.end).find(|by| p.letters(*by) == "by")?;
            return Some(Attribution { rule: Rule::Passive, cue, source: p.starting_at(by + 1, self.sentence.end)? });
        }
        let comma_before = at.checked_sub(1).is_some_and(|before| p.is_mark(before, ','));
        if finite
            && comma_before
            && word.class.is(Class::SAYING)
            && !matches!(p.letters(at), "told" | "tells" | "asked" | "asks" | "informed" | "assured" | "reminded")
            && let Some(source) = p.starting_at(at + 1, self.place.at)
            && !source.name.is_empty()
            && p.is_mark(source.words.end, ',')
        {
            // "The trouble, says Ana Ruiz, is that …"
            return Some(Attribution { rule: Rule::Before, cue, source });
        }
        let source = if participle {
            self.subject_of_participle(at)
        } else if at > 0 && p.letters(at - 1) == "to" {
            let auxiliary =
                (self.sentence.start.max(at.saturating_sub(5))..at - 1).rev().find(|at| p.is(*at, Class::AUXILIARY));
            auxiliary.and_then(|at| p.subject_of(at, self.sentence.start)).or_else(|| self.subject_left_of(at - 1))
        } else {
            p.subject_of(at, self.sentence.start).or_else(|| self.subject_left_of(at))
        }?;
        let what = source.words.len() == 1
            && p.is(source.words.start, Class::PRONOUN)
            && source.words.start > self.sentence.start
            && p.letters(source.words.start - 1) == "what";
        let main = if what { p.main_subject(self.sentence.start..source.words.start - 1) } else { None };
        let source = main.unwrap_or(source);
        let rule = if participle {
            Rule::Participle
        } else if word.class.is(Class::SAYING) {
            Rule::Before
        } else if word.class.is(Class::THINKING) {
            Rule::Thought
        } else {
            Rule::Judged
        };
        Some(Attribution { rule, cue, source })
    }

    /// "Ana Ruiz's claim that …", "his promise of …"
    fn saying_at(&self, at: usize) -> Option<Attribution> {
        let p = self.phrases;
        let owner = (at.saturating_sub(3)..at).rev().filter(|owner| *owner >= self.sentence.start).find(|owner| {
            p.get(*owner).is_some_and(super::words::Word::is_possessive)
                || matches!(p.letters(*owner), "his" | "her" | "their" | "His" | "Her" | "Their")
        })?;
        let leads_on = matches!(p.letters(at + 1), "that" | "of") || at + 2 >= self.place.at;
        let within = (self.sentence.start..owner)
            .any(|at| p.is(at, Class::SAYING.or(Class::SAYING_ING)) && self.is_finite_cue(at, Class::SAYING));
        if !leads_on
            || within
            || (owner + 1..at).any(|at| !p.get(at).is_some_and(super::words::Word::is_word))
            || self.place.at - at > 12
        {
            return None;
        }
        let source = if p.get(owner)?.is_possessive() {
            p.ending_at(owner + 1, self.sentence.start)?
        } else {
            Phrase { words: owner..owner + 1, name: owner..owner }
        };
        Some(Attribution { rule: Rule::Judged, cue: Some(at..at + 1), source })
    }

    /// "with Ana Ruiz saying" has its own subject; "issued a statement saying" has that of the clause.
    fn subject_of_participle(&self, at: usize) -> Option<Phrase> {
        let p = self.phrases;
        let before = at.checked_sub(1).filter(|before| *before >= self.sentence.start)?;
        let word = p.get(before)?;
        if p.letters(before) == "and"
            && let Some(first) =
                (self.sentence.start..before).rev().take(REACH).find(|first| p.is(*first, Class::CUE_ING))
        {
            // "with Ana Ruiz laughing and saying"
            return self.subject_of_participle(first);
        }
        let adverb = p.letters(before).ends_with("ly");
        if word.is_word() && !adverb && !word.class.is(Class::SMALL.or(Class::CUE)) || word.class.is(Class::PRONOUN) {
            let own = p.ending_at(at, self.sentence.start)?;
            let free = own.words.start <= self.sentence.start
                || p.get(own.words.start - 1).is_some_and(|before| {
                    matches!(p.letters(own.words.start - 1), "with" | "and" | "as" | "of") || !before.is_word()
                });
            if free {
                return Some(own);
            }
        }
        self.subject_left_of(at)
    }

    /// The subject of the clause whose participle stands at `at`.
    fn subject_left_of(&self, at: usize) -> Option<Phrase> {
        let p = self.phrases;
        let finite = (self.sentence.start..at)
            .rev()
            .find(|verb| self.is_finite_cue(*verb, Class::SAYING) && p.letters(verb.saturating_sub(1)) != "to");
        finite
            .and_then(|verb| p.subject_of(verb, self.sentence.start))
            .or_else(|| p.main_subject(self.sentence.start..at))
    }

    fn according_to(&self) -> Option<Attribution> {
        let p = self.phrases;
        for at in self.sentence.clone() {
            let next = p.letters(at + 1);
            let found = match p.letters(at) {
                "according" | "According" if next == "to" => {
                    Some((Rule::AccordingTo, at..at + 2, p.starting_at(at + 2, self.sentence.end)))
                }
                "words" | "view" | "opinion" if next == "of" => {
                    Some((Rule::Words, at..at + 2, p.starting_at(at + 2, self.sentence.end)))
                }
                "words" | "view" | "opinion"
                    if at > 0 && p.get(at - 1).is_some_and(super::words::Word::is_possessive) =>
                {
                    Some((Rule::Words, at..at + 1, p.ending_at(at, self.sentence.start)))
                }
                "put" | "puts" if next == "it" => {
                    Some((Rule::Words, at..at + 2, p.subject_of(at, self.sentence.start.max(self.place.at.min(at)))))
                }
                _ => None,
            };
            if let Some((rule, cue, Some(mut source))) = found {
                if matches!(p.letters(source.words.start), "in" | "In" | "as" | "As") {
                    source.words.start += 1;
                }
                return Some(Attribution { rule, cue: Some(cue), source });
            }
        }
        None
    }

    /// A verb of speech further on in the sentence: "… in the region, said Ana Ruiz."
    fn trailing(&self) -> Option<Attribution> {
        let p = self.phrases;
        for at in self.place.at + 1..self.sentence.end {
            if !self.is_finite_cue(at, Class::SAYING) {
                continue;
            }
            let comma = p.is_mark(at - 1, ',') || self.is_quote(at - 1);
            let (rule, source) = if comma && let Some(source) = p.starting_at(at + 1, self.sentence.end) {
                (Rule::Inverted, source)
            } else {
                let source = p.subject_of(at, self.place.at + 1)?;
                let start = source.words.start;
                if !(p.is_mark(start - 1, ',') || self.is_quote(start - 1)) {
                    return None;
                }
                (Rule::After, source)
            };
            return Some(Attribution { rule, cue: Some(at..at + 1), source });
        }
        None
    }

    fn dash(&self) -> Option<Attribution> {
        let p = self.phrases;
        let dash = self.place.at + 1;
        if !matches!(p.get(dash)?.shape, Shape::Mark('—' | '–' | '-' | '―')) {
            return None;
        }
        let start = (dash..self.place.at + 6)
            .find(|at| !p.get(*at).is_some_and(|word| matches!(word.shape, Shape::Mark('—' | '–' | '-' | '―'))))?;
        let source = p.starting_at(start, p.words.paragraph(self.place.at).end)?;
        (!source.name.is_empty() && source.words.end >= p.words.paragraph(self.place.at).end.saturating_sub(12))
            .then_some(Attribution { rule: Rule::Dash, cue: Some(dash..start), source })
    }

    fn colon(&self) -> Option<Attribution> {
        let p = self.phrases;
        let before = self.place.at.checked_sub(1)?;
        if before < self.sentence.start || !p.is_mark(before, ':') {
            return None;
        }
        let source = p.main_subject(self.sentence.start..before)?;
        Some(Attribution { rule: Rule::Colon, cue: Some(before..before + 1), source })
    }
}

/// The source of a sentence that ends in a colon, for the quotation in the paragraph after it.
#[must_use]
pub fn announced(phrases: Phrases<'_>, colon: usize) -> Option<Attribution> {
    let place = Place { at: colon, ending: Ending::None };
    let reader = Reader { phrases, place, sentence: phrases.words.around(colon) };
    let found = reader.before().or_else(|| {
        let source = phrases.main_subject(reader.sentence.clone())?;
        Some(Attribution { rule: Rule::Announced, cue: Some(colon..colon + 1), source })
    })?;
    Some(Attribution { rule: Rule::Announced, ..found })
}

/// The name in a paragraph of its own after the quotation at word number `at`: "— Ana Ruiz".
#[must_use]
pub fn signed(p: Phrases<'_>, at: usize) -> Option<Attribution> {
    let paragraph = p.words.paragraph(at);
    let next = p.words.paragraph(paragraph.end);
    let dash = |at: usize| p.get(at).is_some_and(|word| matches!(word.shape, Shape::Mark('—' | '–' | '-' | '―')));
    if paragraph.end != next.start || next.len() > 10 || !dash(next.start) {
        return None;
    }
    let start = next.clone().find(|at| !dash(*at))?;
    let source = p.starting_at(start, next.end)?;
    (!source.name.is_empty()).then_some(Attribution { rule: Rule::Dash, cue: Some(next.start..start), source })
}

/// The speaker of the sentence that ends right before word number `start`, if it reports speech.
#[must_use]
pub fn preceding(phrases: Phrases<'_>, start: usize) -> Option<Attribution> {
    let last = start.checked_sub(1)?;
    let sentence = phrases.words.around(last);
    let place = Place { at: sentence.end, ending: Ending::None };
    let reader = Reader { phrases, place, sentence: sentence.clone() };
    let verb = sentence.rev().find(|at| reader.is_finite_cue(*at, Class::SAYING))?;
    reader.cue_at(verb).filter(|found| found.rule == Rule::Before)
}

/// The subject of the sentence that holds word number `at`.
#[must_use]
pub fn subject(phrases: Phrases<'_>, at: usize) -> Option<Attribution> {
    let sentence = phrases.words.around(at);
    let before = sentence.start.checked_sub(1).filter(|_| sentence.start > phrases.words.paragraph(at).start);
    let source = phrases
        .main_subject(sentence.start..at)
        .or_else(|| phrases.main_subject(at + 1..sentence.end))
        .or_else(|| phrases.main_subject(phrases.words.around(before?)))?;
    Some(Attribution { rule: Rule::Subject, cue: None, source })
}
