//! Whether a marked passage is a quotation at all, and not a title, a name, a nickname, a term or a word held at arm's
//! length.
//!
//! Each feature adds its points; passages with a sum below zero are left out. The points are a logistic regression on
//! the train part of `PolNeAR` and the dev part of the Wikinews labels (passages that match an annotated quotation
//! against passages that match none), in tenths of a logit, less
//! four tenths for the doubt: a wrong mark costs more than one that is missed. What was worth next to nothing is left out,
//! and its mean is in `NoCue`. Five that news has too seldom to be
//! measured were set lower by hand: `InsideName`, `AfterNamed`, `TitleOn`, `Mentioned` and `BeforeAuthor`.

use super::attribute::{Attribution, Rule};
use super::lexicon::Class;
use super::phrase::{Phrases, is_one_of};
use super::scan::Stretch;
use super::words::{Shape, Word};
use crate::text::{LetterCase, Token, TokenClass};

macro_rules! features {
    ($($(#[$doc:meta])* $name:ident = $points:literal,)*) => {
        /// What can speak for or against a quotation.
        #[derive(Clone, Copy)]
        enum Feature { $($(#[$doc])* $name,)* }

        impl Feature {
            /// What it is worth, in tenths of a logit.
            const fn points(self) -> i16 {
                match self { $(Self::$name => $points,)* }
            }
        }
    };
}

features! {
    /// For every passage.
    Base = 12,
    /// More.
    ManyWords = 4,
    /// Every word of weight has a capital, up to three words.
    ShortTitle = -10,
    /// The same, longer.
    LongTitle = -10,
    /// Only the first word has a capital.
    Sentence = 2,
    /// Ends in a comma.
    EndsComma = 5,
    /// Ends in a full stop.
    EndsStop = 7,
    /// Ends in a question or exclamation mark or a dash.
    EndsOpen = 11,
    /// Short, ends in none, and the sentence goes on.
    ShortInside = 6,
    /// "I", "we", "you", "my", "our".
    FirstPerson = 4,
    /// A form of be or have, or a modal: a sentence.
    HasVerb = 11,
    /// After "the" or "a".
    AfterArticle = 4,
    /// After "as" or "like".
    AfterAs = 6,
    /// After "so-called", "titled", "dubbed", "known as".
    AfterNaming = 3,
    /// Near a word for things with titles.
    NearWork = -3,
    /// Right before a word for things with titles.
    BeforeWork = -6,
    /// After a possessive: "CNN's".
    AfterPossessive = -6,
    /// After a name in capitals.
    AfterName = 7,
    /// Between the words of a name.
    InsideName = -60,
    /// After "is", "was", "are".
    AfterBe = 7,
    /// After "to".
    AfterTo = 4,
    /// After a colon.
    AfterColon = -7,
    /// Right after a cue, or after "that".
    AfterCue = 7,
    /// Before a small word that is a noun or adjective: a modifier.
    Modifies = -9,
    /// A paragraph of its own.
    Alone = -24,
    /// Begins a sentence.
    BeginsSentence = 12,
    /// A cue right before.
    RuleNear = 10,
    /// A cue farther before.
    RuleFar = 8,
    /// "called", "described" right before.
    RuleJudgedNear = 11,
    /// The same farther before.
    RuleJudgedFar = -4,
    /// A verb of thought.
    RuleThought = -7,
    /// A participle right before.
    RuleParticipleNear = 14,
    /// A participle farther before.
    RuleParticipleFar = 6,
    /// Goes on from a quotation before.
    RuleContinued = -4,
    /// No cue in the sentence.
    NoCue = -20,
    /// In square brackets, or a stage direction: "(LAUGHTER)".
    Bracketed = -4,
    /// A title after a preposition: on "…".
    TitlePreposition = -11,
    /// A title after "on", "in", "with": said on “Harbour Tonight”.
    TitleOn = -9,
    /// A title after a possessive.
    TitlePossessive = -19,
    /// A title near a word for things with titles.
    TitleWork = -8,
    /// A title right after a cue: told "…".
    TitleCue = -5,
    /// Followed by "by" and a name: a work and its author.
    BeforeAuthor = -32,
    /// Followed by a bracket or an address: a work and its year or place.
    BeforeBracket = -15,
    /// After a dash.
    AfterDash = -16,
    /// "said" soon after.
    SaidAfter = 11,
    /// Longer than three words, without a capital at the start.
    LongSmall = 10,
    /// Longer than three words, ends in no mark, and the sentence goes on.
    LongInside = 6,
    /// Begins the sentence and is what it tells of: “Top secret” is a level.
    Mentioned = -20,
    /// Short, and explained: “Route out” is a term.
    Explained = -4,
    /// After "named", "titled", "nickname".
    AfterNamed = -22,
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
    /// How it was attributed.
    pub attribution: Option<&'a Attribution>,
}

/// The points of the features that are there.
#[derive(Default)]
struct Score(i16);

impl Score {
    fn add(&mut self, feature: Feature, present: bool) {
        if present {
            self.0 += feature.points();
        }
    }
}

impl Passage<'_> {
    /// Whether it is a quotation.
    #[must_use]
    pub fn is_genuine(&self) -> bool {
        use Feature as F;
        let mut found = Score::default();
        let text = self.phrases.text;
        let content = self.stretch.content;
        let inside = self.tokens.iter().filter(|token| content.covers(token.range));
        let (mut count, mut capitals, mut weighty, mut person, mut verb) = (0, 0, 0, false, false);
        let mut first_capital = None;
        for token in inside.clone().filter(|token| token.class == TokenClass::Letters) {
            let word = token.range.of(text);
            if token.is_glued() && word.len() <= 2 {
                continue;
            }
            count += 1;
            let capital = matches!(token.case, LetterCase::Capitalised | LetterCase::Upper | LetterCase::Mixed);
            first_capital.get_or_insert(capital);
            if count <= 40 {
                let class = super::lexicon::class_of(word);
                if capital || word.len() > 3 && !class.is(Class::SMALL) {
                    weighty += 1;
                    capitals += usize::from(capital);
                }
                person |= is_one_of(word, "I we We you You my My our Our me us");
                verb |= class.is(Class::AUXILIARY) || class.is(Class::PRONOUN);
            }
        }
        let short = count <= 3;
        let words = content.of(text).trim();
        let title = weighty > 0 && capitals == weighty && (count > 1 || first_capital == Some(true));
        let last = words.chars().next_back().unwrap_or(' ');
        found.add(F::Base, true);
        found.add(F::ManyWords, count > 12);
        found.add(F::LongSmall, !short && first_capital == Some(false));
        found.add(F::ShortTitle, title && short);
        found.add(F::LongTitle, title && !short);
        found.add(F::Sentence, first_capital == Some(true) && !title);
        found.add(F::EndsComma, last == ',');
        found.add(F::EndsStop, last == '.');
        found.add(F::EndsOpen, is_open(last));
        found.add(F::FirstPerson, person);
        found.add(F::HasVerb, verb);
        found.add(F::Bracketed, words.starts_with('(') || words.starts_with('['));
        self.surroundings(&mut found, short, title, last);
        self.attribution(&mut found);
        found.0 >= 0
    }

    /// What stands around it; `last` is the character it ends with.
    fn surroundings(&self, found: &mut Score, short: bool, title: bool, last: char) {
        use Feature as F;
        let p = self.phrases;
        let sentence = p.words.sentence(self.at);
        let paragraph = p.words.paragraph(self.at);
        let before = self.at.checked_sub(1).filter(|before| *before >= sentence.start);
        let next = Some(p.word(self.at + 1)).filter(|_| self.at + 1 < sentence.end);
        found.add(F::Alone, paragraph.len() == 1);
        found.add(F::BeginsSentence, before.is_none());
        let after = if next.is_some() { self.at + 1 } else { usize::MAX };
        let next_small =
            next.is_some_and(|next| next.shape == Shape::Lower && !next.class.is(Class::SMALL.or(Class::SAYING)));
        found.add(F::Modifies, next_small);
        let ends = matches!(last, ',' | '.') || is_open(last);
        let inside = !ends && next.is_some_and(Word::is_word);
        found.add(F::ShortInside, short && inside);
        found.add(F::LongInside, !short && inside);
        found.add(F::BeforeAuthor, last == ',' && p.is_any(after, "by") && p.is_name(self.at + 2));
        found.add(F::BeforeBracket, p.is_any(after, "( [ < http https"));
        found.add(F::Mentioned, short && !ends && before.is_none() && p.is(self.at + 1, Class::AUXILIARY));
        let soon = self.at + 1..sentence.end.min(self.at + 7);
        found.add(F::SaidAfter, soon.clone().any(|at| p.is_any(at, "said says told wrote added")));
        found.add(F::Explained, short && soon.clone().any(|at| p.is_any(at, EXPLAINING)));
        // "the “Harbour Tonight” programme", "the “Harbour Tonight” radio programme"
        let work = p.is(self.at + 1, Class::WORK) || next_small && p.is(self.at + 2, Class::WORK);
        found.add(F::BeforeWork, next.is_some() && work);
        let Some(before_at) = before else { return };
        let before = p.word(before_at);
        let is = |words: &str| p.is_any(before_at, words);
        let alike = is("as like");
        let preposition = before.class.is(Class::PREPOSITION) && !alike;
        let possessive = before.is_possessive();
        found.add(F::AfterArticle, is("the a an The A An"));
        found.add(F::AfterAs, alike);
        found.add(F::AfterPossessive, possessive);
        let name =
            before.shape == Shape::Capital && !before.class.is(Class::SMALL.or(Class::TIME)) && !before.is_possessive();
        found.add(F::AfterName, name);
        found.add(F::InsideName, name && short && title && next.is_some_and(|next| next.shape == Shape::Capital));
        found.add(F::AfterDash, matches!(before.shape, Shape::Mark('—' | '–' | '-')));
        found.add(F::AfterBe, is("is was are were be been being"));
        found.add(F::AfterTo, is("to"));
        found.add(F::AfterColon, before.is_mark(':'));
        // "chants of “Out!”"
        let saying = is("of") && p.before(before_at).class.is(Class::SAYINGS);
        let cue = before.class.is(Class::CUE.or(Class::CUE_ING)) || is("that") || saying;
        found.add(F::AfterCue, cue);
        let near =
            |class: Class, by: usize| p.any(sentence.start.max(before_at.saturating_sub(by))..before_at + 1, class);
        let work = near(Class::WORK, 3);
        found.add(F::AfterNaming, near(Class::NAMING, 2));
        found.add(F::AfterNamed, near(Class::NAMED, 2));
        found.add(F::NearWork, work);
        found.add(F::TitlePreposition, title && preposition);
        found.add(F::TitleOn, title && is("on in with"));
        found.add(F::TitlePossessive, title && possessive);
        found.add(F::TitleWork, title && work);
        found.add(F::TitleCue, title && cue);
    }

    fn attribution(&self, found: &mut Score) {
        use Feature as F;
        let Some(attribution) = self.attribution else { return found.add(F::NoCue, true) };
        let near = attribution.near(self.at);
        let feature = match attribution.rule {
            Rule::Before if near => F::RuleNear,
            Rule::Before => F::RuleFar,
            Rule::Judged if near => F::RuleJudgedNear,
            Rule::Judged => F::RuleJudgedFar,
            Rule::Thought => F::RuleThought,
            Rule::Participle if near => F::RuleParticipleNear,
            Rule::Participle => F::RuleParticipleFar,
            Rule::Continued | Rule::NextParagraph => F::RuleContinued,
            Rule::Subject | Rule::LastSpeaker => F::NoCue,
            _ => return, // the others say nothing for or against
        };
        found.add(feature, true);
    }
}

/// Marks a quotation can end with that leave open whether the sentence goes on.
fn is_open(mark: char) -> bool {
    matches!(mark, '?' | '!' | '—' | '–' | '-' | '…')
}

/// Words that explain a term: “Route out” in the jargon of the trade means leaving.
const EXPLAINING: &str = "term terms jargon means meant meaning refers referring phrase word slang acronym";
