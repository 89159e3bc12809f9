//! Whether a marked passage is a quotation at all, and not a title, a name, a nickname, a term or a word held at arm's
//! length.
//!
//! Each feature adds its points; passages with a sum below zero are left out. The points are a logistic regression on
//! the train part of `PolNeAR` and the dev part of the Wikinews labels (passages that match an annotated quotation
//! against passages that match none), in tenths of a logit.

use super::attribute::{Attribution, Rule};
use super::lexicon::Class;
use super::phrase::Phrases;
use super::scan::Stretch;
use super::words::{Shape, Word};
use crate::text::{LetterCase, Token, TokenClass};

macro_rules! features {
    ($($(#[$doc:meta])* $name:ident = $points:literal,)*) => {
        /// What can speak for or against a quotation.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        enum Feature { $($(#[$doc])* $name,)* }

        const POINTS: &[i16] = &[$($points),*];
    };
}

features! {
    /// For every passage.
    Base = 16,
    /// One word.
    OneWord = -3,
    /// Two or three words.
    TwoWords = 0,
    /// Four to six words.
    FourWords = 4,
    /// Seven to twelve words.
    SevenWords = 7,
    /// More.
    ManyWords = 9,
    /// Every word of weight has a capital, up to three words.
    ShortTitle = -13,
    /// The same, longer.
    LongTitle = -17,
    /// Only the first word has a capital.
    Sentence = -8,
    /// Short and without a capital.
    ShortSmall = 0,
    /// Ends in a comma.
    EndsComma = 4,
    /// Ends in a full stop.
    EndsStop = 6,
    /// Ends in a question or exclamation mark or a dash.
    EndsOpen = 10,
    /// Short, ends in none, and the sentence goes on.
    ShortInside = 5,
    /// "I", "we", "you", "my", "our".
    FirstPerson = 5,
    /// A form of be or have, or a modal: a sentence.
    HasVerb = 11,
    /// After "the" or "a".
    AfterArticle = 5,
    /// After another determiner.
    AfterOwn = 0,
    /// After a preposition.
    AfterPreposition = 1,
    /// After "as" or "like".
    AfterAs = 6,
    /// After "so-called", "titled", "dubbed", "known as".
    AfterNaming = 2,
    /// Near a word for things with titles.
    NearWork = -4,
    /// Right before a word for things with titles.
    BeforeWork = -2,
    /// After a possessive: "CNN's".
    AfterPossessive = -4,
    /// After a name in capitals.
    AfterName = 6,
    /// Between the words of a name.
    InsideName = -20,
    /// After "is", "was", "are".
    AfterBe = 8,
    /// After "to".
    AfterTo = 4,
    /// After a comma.
    AfterComma = 6,
    /// After a colon.
    AfterColon = -7,
    /// Right after a cue, or after "that".
    AfterCue = 10,
    /// Before a small word that is a noun or adjective: a modifier.
    Modifies = -9,
    /// A paragraph of its own.
    Alone = -26,
    /// Begins a sentence.
    BeginsSentence = 17,
    /// Attributed right after, on either side of the verb.
    RuleAfter = 4,
    /// A cue right before.
    RuleNear = 9,
    /// A cue farther before.
    RuleFar = 9,
    /// "called", "described" right before.
    RuleJudgedNear = 10,
    /// The same farther before.
    RuleJudgedFar = -4,
    /// A verb of thought.
    RuleThought = -6,
    /// A participle right before.
    RuleParticipleNear = 14,
    /// A participle farther before.
    RuleParticipleFar = 6,
    /// "according to", "in the words of", a dash, a colon.
    RuleOther = -2,
    /// Goes on from a quotation before.
    RuleContinued = -7,
    /// No cue in the sentence, and short.
    NoCueShort = -4,
    /// No cue in the sentence.
    NoCue = -15,
    /// Short, and the next words show more of the kind: another passage close by without a cue between.
    AfterQuote = 2,
    /// Digits and capitals only, or no letter.
    NoLetters = -5,
    /// In square brackets, or a stage direction: "(LAUGHTER)".
    Bracketed = -4,
    /// Begins like a transcript: "SMITH: ".
    Transcript = 1,
    /// An ellipsis or an insertion inside.
    Edited = -1,
    /// A title after a preposition: on "…".
    TitlePreposition = -11,
    /// A title after a possessive.
    TitlePossessive = -18,
    /// A title near a word for things with titles.
    TitleWork = -9,
    /// A title right after a cue: told "…".
    TitleCue = -5,
    /// Short and small after an article.
    SmallArticle = -1,
    /// Short and small after a preposition.
    SmallPreposition = -2,
    /// Short, the cue far.
    ShortFar = -3,
    /// Short, going on.
    ShortContinued = -1,
    /// Long, without a cue.
    LongNoCue = -6,
    /// The same words are marked elsewhere in the text.
    Repeated = -1,
    /// Followed by "by" or a bracket: a work and its author, its year.
    BeforeAuthor = -10,
    /// After "named", "titled", "nickname".
    AfterNamed = -22,
    /// After a verb that neither says nor judges nor thinks.
    AfterOther = 4,
}

/// A passage and all that is known of it when it is judged.
pub struct Passage<'a> {
    /// The masked view.
    pub phrases: Phrases<'a>,
    /// The passage.
    pub stretch: &'a Stretch,
    /// Its tokens, marks included.
    pub tokens: &'a [Token],
    /// Its word in the masked view.
    pub at: usize,
    /// Whether the same words are marked elsewhere.
    pub repeated: bool,
    /// How it was attributed.
    pub attribution: Option<&'a Attribution>,
}

/// Letters and digits of short contents, without case: what makes two passages the same words.
#[must_use]
pub fn key(text: &str, stretch: &Stretch) -> Option<String> {
    let content = stretch.content.of(text);
    (content.len() <= 60)
        .then(|| content.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect())
}

/// A set of features.
#[derive(Clone, Copy, Default)]
pub struct Features(pub u64);

impl Features {
    fn add(&mut self, feature: Feature, present: bool) {
        self.0 |= u64::from(present) << (feature as u8);
    }

    fn has(self, feature: Feature) -> bool {
        self.0 >> (feature as u8) & 1 == 1
    }

    /// The sum of points, in tenths of a logit.
    #[must_use]
    pub fn points(self) -> i16 {
        POINTS.iter().enumerate().filter(|(bit, _)| self.0 >> bit & 1 == 1).map(|(_, points)| points).sum()
    }
}

impl Passage<'_> {
    /// What speaks for and against the passage.
    #[must_use]
    pub fn features(&self) -> Features {
        use Feature as F;
        let mut found = Features::default();
        let text = self.phrases.text;
        let content = self.stretch.content;
        let inside = self.tokens.iter().filter(|token| content.covers(token.range));
        let (mut count, mut capitals, mut weighty, mut person, mut verb, mut letters) = (0, 0, 0, false, false, false);
        let mut first_capital = None;
        for token in inside.clone().filter(|token| token.class == TokenClass::Letters) {
            let word = token.range.of(text);
            if token.is_glued() && word.len() <= 2 {
                continue;
            }
            letters = true;
            count += 1;
            let capital = matches!(token.case, LetterCase::Capitalised | LetterCase::Upper | LetterCase::Mixed);
            first_capital.get_or_insert(capital);
            if count <= 40 {
                let class = super::lexicon::class_of(word);
                if capital || word.len() > 3 && !class.is(Class::SMALL) {
                    weighty += 1;
                    capitals += usize::from(capital);
                }
                person |= matches!(word, "I" | "we" | "We" | "you" | "You" | "my" | "My" | "our" | "Our" | "me" | "us");
                verb |= class.is(Class::AUXILIARY) || class.is(Class::PRONOUN);
            }
        }
        let short = count <= 3;
        let words = content.of(text).trim();
        let title = weighty > 0 && capitals == weighty && (count > 1 || first_capital == Some(true));
        let last = words.chars().next_back().unwrap_or(' ');
        found.add(F::Base, true);
        found.add(F::OneWord, count <= 1);
        found.add(F::TwoWords, count == 2 || count == 3);
        found.add(F::FourWords, (4..=6).contains(&count));
        found.add(F::SevenWords, (7..=12).contains(&count));
        found.add(F::ManyWords, count > 12);
        found.add(F::ShortTitle, title && short);
        found.add(F::LongTitle, title && !short);
        found.add(F::Sentence, first_capital == Some(true) && !title);
        found.add(F::ShortSmall, short && capitals == 0);
        found.add(F::EndsComma, last == ',');
        found.add(F::EndsStop, last == '.');
        found.add(F::EndsOpen, matches!(last, '?' | '!' | '—' | '–' | '-' | '…'));
        found.add(F::FirstPerson, person);
        found.add(F::HasVerb, verb);
        found.add(F::NoLetters, !letters);
        found.add(F::Bracketed, words.starts_with('(') || words.starts_with('['));
        found.add(
            F::Transcript,
            words.find(':').is_some_and(|colon| {
                colon > 1 && colon < 24 && words.get(..colon).is_some_and(|name| !name.chars().any(char::is_lowercase))
            }),
        );
        found.add(F::Repeated, self.repeated && count <= 6);
        found.add(F::Edited, words.contains("...") || words.contains('…') || words.contains('['));
        self.surroundings(&mut found, short, title);
        self.attribution(&mut found, short);
        found.add(F::LongNoCue, count > 6 && found.has(F::NoCue));
        found
    }

    fn surroundings(&self, found: &mut Features, short: bool, title: bool) {
        use Feature as F;
        let p = self.phrases;
        let sentence = p.words.sentence(self.at);
        let paragraph = p.words.paragraph(self.at);
        let before = self.at.checked_sub(1).filter(|before| *before >= sentence.start);
        let next = p.get(self.at + 1).filter(|_| self.at + 1 < sentence.end);
        found.add(F::Alone, paragraph.len() == 1);
        found.add(F::BeginsSentence, before.is_none());
        let next_small =
            next.is_some_and(|next| next.shape == Shape::Lower && !next.class.is(Class::SMALL.or(Class::SAYING)));
        found.add(F::Modifies, next_small);
        let ends = found.0 & (1 << F::EndsComma as u8 | 1 << F::EndsStop as u8 | 1 << F::EndsOpen as u8) != 0;
        found.add(F::ShortInside, short && !ends && next.is_some_and(Word::is_word));
        found.add(
            F::BeforeAuthor,
            next.is_some_and(|next| next.is_mark('(')) || (title || short) && p.letters(self.at + 1) == "by",
        );
        found.add(F::BeforeWork, next.is_some_and(|next| next.class.is(Class::WORK)));
        let Some(before_at) = before else { return };
        let Some(before) = p.get(before_at) else { return };
        let letters = p.letters(before_at);
        found.add(F::AfterArticle, matches!(letters, "the" | "a" | "an" | "The" | "A" | "An"));
        found.add(
            F::AfterOwn,
            before.class.is(Class::DETERMINER) && !matches!(letters, "the" | "a" | "an" | "that" | "The" | "A" | "An"),
        );
        found.add(F::AfterPreposition, before.class.is(Class::PREPOSITION) && !matches!(letters, "as" | "like"));
        found.add(F::AfterAs, matches!(letters, "as" | "like"));
        found.add(F::AfterPossessive, before.is_possessive());
        let name =
            before.shape == Shape::Capital && !before.class.is(Class::SMALL.or(Class::TIME)) && !before.is_possessive();
        found.add(F::AfterName, name);
        found.add(F::InsideName, name && next.is_some_and(|next| next.shape == Shape::Capital) && short);
        found.add(F::AfterBe, matches!(letters, "is" | "was" | "are" | "were" | "be" | "been" | "being"));
        found.add(F::AfterTo, letters == "to");
        found.add(F::AfterComma, before.is_mark(','));
        found.add(F::AfterColon, before.is_mark(':'));
        found.add(F::AfterCue, before.class.is(Class::CUE.or(Class::CUE_ING)) || letters == "that");
        found.add(
            F::AfterQuote,
            before.is_quote()
                || matches!(letters, "and" | "or")
                    && before_at.checked_sub(1).and_then(|at| p.get(at)).is_some_and(Word::is_quote),
        );
        let near = sentence.start.max(before_at.saturating_sub(3))..before_at + 1;
        let nearer = sentence.start.max(before_at.saturating_sub(2))..before_at + 1;
        found.add(F::AfterNaming, nearer.clone().any(|at| p.is(at, Class::NAMING)));
        found.add(F::AfterNamed, nearer.clone().any(|at| p.is(at, Class::NAMED)));
        found.add(F::NearWork, near.clone().any(|at| p.is(at, Class::WORK)));
        found.add(F::TitlePreposition, title && found.has(F::AfterPreposition));
        found.add(F::TitlePossessive, title && found.has(F::AfterPossessive));
        found.add(F::TitleWork, title && found.has(F::NearWork));
        found.add(F::TitleCue, title && found.has(F::AfterCue));
        found.add(F::SmallArticle, found.has(F::ShortSmall) && found.has(F::AfterArticle));
        found.add(F::SmallPreposition, found.has(F::ShortSmall) && found.has(F::AfterPreposition));
        let other = before.shape == Shape::Lower
            && !before.class.is(Class::SMALL.or(Class::CUE).or(Class::CUE_ING))
            && (letters.ends_with("ed") || letters.ends_with("ing"));
        found.add(F::AfterOther, other);
    }

    fn attribution(&self, found: &mut Features, short: bool) {
        use Feature as F;
        let Some(attribution) = self.attribution else {
            found.add(F::NoCue, true);
            found.add(F::NoCueShort, short);
            return;
        };
        let near = attribution.near(self.at);
        match attribution.rule {
            Rule::Inverted | Rule::After => found.add(F::RuleAfter, true),
            Rule::Before => {
                found.add(F::ShortFar, short && !near);
                found.add(if near { F::RuleNear } else { F::RuleFar }, true);
            }
            Rule::Judged => found.add(if near { F::RuleJudgedNear } else { F::RuleJudgedFar }, true),
            Rule::Thought => found.add(F::RuleThought, true),
            Rule::Participle => found.add(if near { F::RuleParticipleNear } else { F::RuleParticipleFar }, true),
            Rule::AccordingTo | Rule::Words | Rule::Dash | Rule::Colon | Rule::Announced | Rule::Passive => {
                found.add(F::RuleOther, true);
            }
            Rule::Continued | Rule::NextParagraph => {
                found.add(F::RuleContinued, true);
                found.add(F::ShortContinued, short);
            }
            Rule::Subject | Rule::LastSpeaker => {
                found.add(F::NoCue, true);
                found.add(F::NoCueShort, short);
            }
        }
    }
}
