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

impl Rule {
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
    let sentence = phrases.words.sentence(place.at);
    let reader = Reader { phrases, place, sentence };
    reader
        .right_after()
        .or_else(|| reader.according_to())
        .or_else(|| reader.before())
        .or_else(|| reader.further_after())
        .or_else(|| reader.dash())
        .or_else(|| reader.colon())
}

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
        if self.place.ending == Ending::Stop && !p.is(at, Class::PRONOUN) && !comma {
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
        true
    }

    fn before(&self) -> Option<Attribution> {
        let p = self.phrases;
        let mut at = self.place.at;
        while at > self.sentence.start {
            at -= 1;
            let Some(word) = p.get(at) else { break };
            if word.shape != Shape::Lower {
                continue;
            }
            let finite = self.is_finite_cue(at, Class::CUE);
            let participle = word.class.is(Class::CUE_ING);
            if !finite && !participle {
                continue;
            }
            let near = at.saturating_sub(2)..at;
            if near.clone().any(|at| matches!(p.letters(at), "was" | "were" | "been" | "be" | "being" | "is" | "are"))
                && finite
                && p.letters(at) != "said"
            {
                if let Some(by) = (at..self.sentence.end).find(|by| p.letters(*by) == "by")
                    && let Some(source) = p.starting_at(by + 1, self.sentence.end)
                {
                    return Some(Attribution { rule: Rule::Passive, cue: Some(at..at + 1), source });
                }
                continue;
            }
            let said = word.class.is(Class::SAYING.or(Class::SAYING_ING));
            let subject = if participle {
                let adjacent = at
                    .checked_sub(1)
                    .and_then(|before| p.get(before))
                    .is_some_and(|before| before.is_word() && !before.class.is(Class::SMALL.or(Class::CUE)));
                if adjacent { p.subject_of(at, self.sentence.start) } else { self.subject_left_of(at) }
            } else if at > 0 && p.letters(at - 1) == "to" {
                self.subject_left_of(at - 1)
            } else {
                p.subject_of(at, self.sentence.start).or_else(|| self.subject_left_of(at))
            };
            if let Some(source) = subject {
                let rule = match (participle, said) {
                    (true, _) => Rule::Participle,
                    (false, true) => Rule::Before,
                    (false, false) => Rule::Judged,
                };
                return Some(Attribution { rule, cue: Some(at..at + 1), source });
            }
        }
        None
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

    /// A verb of speech further on in the sentence.
    fn further_after(&self) -> Option<Attribution> {
        let p = self.phrases;
        let verb = (self.place.at + 1..self.sentence.end).find(|verb| self.is_finite_cue(*verb, Class::SAYING))?;
        let source = p.subject_of(verb, self.place.at + 1)?;
        Some(Attribution { rule: Rule::After, cue: Some(verb..verb + 1), source })
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
    let reader = Reader { phrases, place, sentence: phrases.words.sentence(colon) };
    let found = reader.before().or_else(|| {
        let source = phrases.main_subject(reader.sentence.clone())?;
        Some(Attribution { rule: Rule::Announced, cue: Some(colon..colon + 1), source })
    })?;
    Some(Attribution { rule: Rule::Announced, ..found })
}

/// The subject of the sentence that holds word number `at`.
#[must_use]
pub fn subject(phrases: Phrases<'_>, at: usize) -> Option<Attribution> {
    let sentence = phrases.words.sentence(at);
    let source = phrases.main_subject(sentence.start..at).or_else(|| phrases.main_subject(at + 1..sentence.end))?;
    Some(Attribution { rule: Rule::Subject, cue: None, source })
}
