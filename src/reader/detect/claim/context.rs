//! What the model reads besides the named cues: the shape of the sentence and its place in the article.

use super::Cue;
use super::lexicon::Entry;
use crate::text::{LetterCase, Token, TokenClass, words};

/// A feature without a name in the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Context {
    /// Logarithm of the number of words.
    Length,
    /// Fewer than six words.
    Short,
    /// More than thirty words.
    Long,
    /// Logarithm of the number of names.
    Names,
    /// A number of five digits or more, or with a fraction.
    ExactNumber,
    /// Share of the words within quotation marks.
    QuotedShare,
    /// All of it within quotation marks.
    WhollyQuoted,
    /// No full stop, question or exclamation mark at the end.
    Unfinished,
    /// Begins with a pronoun or "this": leans on the sentence before.
    Leaning,
    /// Begins with "and", "but", "so", "well".
    Spoken,
    /// Verbs in the past tense, by their ending.
    Past,
    /// "you", "your".
    SecondPerson,
    /// "not", "no", "never", "n't".
    Negation,
    /// A number in passing: "two", "five".
    SmallNumber,
    /// "not" in the words of a source.
    Denied,
    /// Evidence that says something: "the report shows".
    Finding,
    /// A figure: number, percentage or money.
    Figure,
    /// Two figures or more.
    Figures,
    /// A figure and a change.
    FigureChange,
    /// A figure and a comparison or a record.
    FigureRank,
    /// A figure in the words of a source.
    FigureSaid,
    /// Evidence or attribution without first person, opinion or question.
    SoberSource,
    /// Kinds of cue that speak for it.
    CueKinds,
    /// Words of cues that speak for it, by length.
    CueDensity,
    /// Will, would, can, could, should, must.
    Modal,
    /// Present tense "is", "are", "has", "have".
    State,
    /// Past "was", "were", "had", "been".
    PastState,
    /// Logarithm of the number of words in -ing: what else happened, and how.
    Participles,
    /// "that": what somebody says, or what something is.
    That,
    /// Fifteen to thirty words.
    Middling,
    /// Share of the words that are names.
    NameShare,
    /// A figure of something planned or to come.
    FigureAhead,
    /// "was provided", "were taken": what was done to somebody.
    Passive,
    /// Begins with "he" or "she".
    Person,
    /// The paragraph is no body text.
    Furniture,
    /// The first sentence of the text, or a headline.
    Headline,
    /// The first sentence of the body.
    Lead,
    /// One over the number of the sentence in the body.
    Early,
    /// How far into the body, 0 to 1.
    Depth,
    /// The first of its paragraph.
    Opens,
    /// The only one of its paragraph.
    Alone,
}

impl Context {
    /// How many there are.
    pub(super) const COUNT: usize = Self::Alone as usize + 1;

    /// All of them, in order.
    pub(super) const ALL: [Self; Self::COUNT] = [
        Self::Length,
        Self::Short,
        Self::Long,
        Self::Names,
        Self::ExactNumber,
        Self::QuotedShare,
        Self::WhollyQuoted,
        Self::Unfinished,
        Self::Leaning,
        Self::Spoken,
        Self::Past,
        Self::SecondPerson,
        Self::Negation,
        Self::SmallNumber,
        Self::Denied,
        Self::Finding,
        Self::Figure,
        Self::Figures,
        Self::FigureChange,
        Self::FigureRank,
        Self::FigureSaid,
        Self::SoberSource,
        Self::CueKinds,
        Self::CueDensity,
        Self::Modal,
        Self::State,
        Self::PastState,
        Self::Participles,
        Self::That,
        Self::Middling,
        Self::NameShare,
        Self::FigureAhead,
        Self::Passive,
        Self::Person,
        Self::Furniture,
        Self::Headline,
        Self::Lead,
        Self::Early,
        Self::Depth,
        Self::Opens,
        Self::Alone,
    ];
}

/// Feature values, set by name.
pub(super) fn set(context: &mut [f32; Context::COUNT], feature: Context, value: f32) {
    if let Some(slot) = context.get_mut(feature as usize) {
        *slot = value;
    }
}

/// Feature value by name.
pub(super) fn get(context: &[f32; Context::COUNT], feature: Context) -> f32 {
    context.get(feature as usize).copied().unwrap_or_default()
}

/// What evidence does when it says something.
const FINDS: &str = "\
    concluded concludes confirm confirmed confirms estimated estimates find finds found indicate indicated indicates \
    read reads reveal revealed reveals said say says show showed shows speaks spoke spoken stated states suggest \
    suggested suggests warned warns";

/// Words that lean on the sentence before, at its start.
const LEANING: &str = "he it she that these they this those";

/// Words that a speaker begins with.
const SPOKEN: &str = "and but now so well yes";

/// Whether evidence says something by `word`, which stands in small letters.
fn is_finding(word: &str) -> bool {
    !word.starts_with(|c: char| c.is_ascii_uppercase()) && words::has(FINDS, word)
}

/// The shape of one sentence, read token by token.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "observations that do not exclude each other")]
pub(super) struct Shape {
    words: u16,
    quoted: u16,
    names: u16,
    in_name: bool,
    capitals: u16,
    participles: u16,
    that: bool,
    passive: bool,
    after_was: bool,
    person: bool,
    small_numbers: u16,
    past: u16,
    second_person: bool,
    negation: bool,
    modal: u16,
    state: bool,
    past_state: bool,
    exact_number: bool,
    leaning: bool,
    finding: bool,
    spoken: bool,
    ends: bool,
}

impl Shape {
    /// Reads the token number `at`; `quoted` follows the quotation marks.
    pub(super) fn read(&mut self, word: &str, entry: Entry, token: &Token, at: usize, quoted: &mut bool) {
        match token.class {
            TokenClass::Letters => self.word(word, entry, token, at, *quoted),
            TokenClass::Digits => {
                self.words = self.words.saturating_add(u16::from(!token.is_glued()));
                self.quoted = self.quoted.saturating_add(u16::from(*quoted));
                (self.in_name, self.after_was) = (false, false);
            }
            TokenClass::Mark => {
                self.after_was = false;
                match word {
                    "\u{201c}" | "«" | "„" => *quoted = true,
                    "\u{201d}" | "»" => *quoted = false,
                    "\"" => *quoted = !*quoted,
                    "." | "?" | "!" | "…" => self.ends = true,
                    _ => {}
                }
                self.in_name = self.in_name && matches!(word, "." | "-" | "'" | "’" | "&");
                return;
            }
        }
        self.ends = false;
    }

    fn word(&mut self, word: &str, entry: Entry, token: &Token, at: usize, quoted: bool) {
        self.words = self.words.saturating_add(1);
        self.quoted = self.quoted.saturating_add(u16::from(quoted));
        let capital = !matches!(token.case, LetterCase::Lower | LetterCase::None);
        if capital && at > 0 && word != "I" {
            self.names = self.names.saturating_add(u16::from(!self.in_name));
            self.capitals = self.capitals.saturating_add(1);
        }
        self.that |= word == "that";
        self.participles = self.participles.saturating_add(u16::from(word.len() > 4 && word.ends_with("ing")));
        self.in_name = capital;
        self.passive |= self.after_was && word.len() > 2 && (word.ends_with("ed") || word.ends_with("en"));
        self.after_was = matches!(word, "was" | "were" | "been" | "being");
        self.person |= at == 0 && matches!(word, "He" | "She");
        self.second_person |= entry.is(Entry::SECOND_PERSON);
        self.negation |= entry.is(Entry::NEGATION) || token.is_glued() && matches!(word, "t" | "T");
        self.modal = self.modal.saturating_add(u16::from(entry.is(Entry::MODAL)));
        self.small_numbers = self.small_numbers.saturating_add(u16::from(entry.is(Entry::SMALL_NUMBER)));
        self.state |= entry.is(Entry::STATE);
        self.past_state |= entry.is(Entry::PAST_STATE);
        self.leaning |= at == 0 && words::has(LEANING, word);
        self.spoken |= at == 0 && words::has(SPOKEN, word);
        // The weights were learned with long words in small letters only.
        let past = match word.len() {
            0..=4 => false,
            5..=10 => matches!(word.as_bytes(), [.., b'e' | b'E', b'd' | b'D']),
            _ => word.ends_with("ed"),
        };
        self.past = self.past.saturating_add(u16::from(past));
    }

    /// Whether `before` and `word` begin what was found: "shows that".
    pub(super) fn reports(before: &str, word: &str) -> bool {
        word == "that" && is_finding(before) && !matches!(before, "read" | "reads" | "said" | "say" | "says")
    }

    /// Reads a word that stands shortly after words for evidence.
    pub(super) fn after_evidence(&mut self, word: &str) {
        self.finding |= is_finding(word);
    }

    /// A number made of `tokens`.
    pub(super) fn number(&mut self, tokens: &[Token], text: &str) {
        let long = tokens.first().is_some_and(|token| token.range.of(text).len() > 4);
        self.exact_number |= tokens.len() > 1 || long;
        let small = tokens.len() == 1 && tokens.iter().all(|token| token.range.len() == 1);
        self.small_numbers = self.small_numbers.saturating_add(u16::from(small));
    }

    /// The features of the sentence by itself.
    pub(super) fn finish(&self, counts: &[u8; Cue::COUNT]) -> [f32; Context::COUNT] {
        let mut context = [0.0; Context::COUNT];
        let mut put = |feature: Context, value: f32| set(&mut context, feature, value);
        let is = |condition: bool| f32::from(u8::from(condition));
        let count = |cue: Cue| counts.get(cue as usize).copied().unwrap_or_default();
        let words = f32::from(self.words.max(1));
        put(Context::Length, words.ln() / 4.0);
        put(Context::Short, is(self.words < 6));
        put(Context::Long, is(self.words > 30));
        put(Context::Names, f32::from(self.names).ln_1p());
        put(Context::ExactNumber, is(self.exact_number));
        let quoted = f32::from(self.quoted) / words;
        put(Context::QuotedShare, quoted.min(1.0));
        put(Context::WhollyQuoted, is(quoted > 0.9));
        put(Context::Unfinished, is(!self.ends));
        put(Context::Leaning, is(self.leaning));
        put(Context::Spoken, is(self.spoken));
        put(Context::Past, f32::from(self.past).ln_1p());
        put(Context::SecondPerson, is(self.second_person));
        put(Context::Negation, is(self.negation));
        put(Context::Modal, f32::from(self.modal).ln_1p());
        put(Context::State, is(self.state));
        put(Context::PastState, is(self.past_state));
        put(Context::Participles, f32::from(self.participles).ln_1p());
        put(Context::That, is(self.that));
        put(Context::Passive, is(self.passive));
        put(Context::Person, is(self.person));
        put(Context::Middling, is((15..=30).contains(&self.words)));
        put(Context::NameShare, f32::from(self.capitals) / words);
        let figures = u16::from(count(Cue::Number)) + u16::from(count(Cue::Percentage)) + u16::from(count(Cue::Money));
        let figure = figures > 0;
        put(Context::Finding, is(self.finding));
        put(Context::Figure, is(figure));
        put(Context::SmallNumber, f32::from(self.small_numbers).ln_1p());
        put(Context::Figures, is(count(Cue::Number) > 1));
        put(Context::FigureChange, is(figure && count(Cue::Change) > 0));
        put(Context::FigureRank, is(figure && count(Cue::Comparison).max(count(Cue::Record)) > 0));
        put(Context::FigureAhead, is(figure && count(Cue::Prediction).max(count(Cue::Intention)) > 0));
        let source = count(Cue::Attribution).max(count(Cue::Evidence)) > 0;
        put(Context::Denied, is(self.negation && count(Cue::Attribution) > 0));
        put(Context::FigureSaid, is(figure && source));
        let sober = count(Cue::FirstPerson).max(count(Cue::Opinion)).max(count(Cue::Question)) == 0;
        put(Context::SoberSource, is(source && sober));
        let speaking = || Cue::ALL.into_iter().filter(|cue| cue.speaks_for());
        let kinds = speaking().filter(|cue| count(*cue) > 0).count();
        let seen: u16 = speaking().map(|cue| u16::from(count(cue))).sum();
        put(Context::CueKinds, f32::from(u8::try_from(kinds).unwrap_or(u8::MAX)) / 6.0);
        put(Context::CueDensity, (f32::from(seen) / words).min(1.0));
        context
    }
}

#[cfg(test)]
mod tests {
    use super::{FINDS, LEANING, SPOKEN};

    #[test]
    fn the_lists_are_sorted_and_free_of_duplicates() {
        assert!([FINDS, LEANING, SPOKEN].into_iter().all(crate::text::words::is_list));
    }
}
