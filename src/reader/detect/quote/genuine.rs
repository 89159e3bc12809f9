//! Whether a marked passage is a quotation at all, and not a title, a name, a nickname, a term or a word held at arm's
//! length.
//!
//! What is in the passage, what stands around it and how it was attributed each have their points, in tenths of a
//! logit; passages with a sum below zero are left out. The points are a logistic regression on the train part of
//! `PolNeAR` and the dev part of the Wikinews labels (passages that match an annotated quotation against passages that
//! match none), less two tenths for the doubt: a wrong mark costs more than one that is missed. Six that news has too
//! seldom to be measured were set lower by hand: those for a name around, for a term that the sentence is about, for
//! an author after a title, and in [`AROUND`] those after `NAMED` and after "on".

use super::attribute::{Attribution, Ending, Place, Rule};
use super::lexicon::{Class, class_of};
use super::phrase::{Phrases, is_one_of};
use super::scan::Stretch;
use super::words::Shape;
use crate::text::{Document, LetterCase, TokenClass};

/// Words around a passage that speak for or against a quotation.
struct Around {
    /// Points where one of the words is there.
    points: i8,
    /// More of them where every word of weight in the passage has a capital, as in a title.
    in_title: i8,
    /// How many words before the passage they may stand, or after it where these are below zero.
    before: std::ops::RangeInclusive<i8>,
    /// The lists they stand in.
    class: Class,
    /// The words, where they are few.
    words: &'static str,
}

const fn around(
    points: i8,
    in_title: i8,
    before: std::ops::RangeInclusive<i8>,
    class: Class,
    words: &'static str,
) -> Around {
    Around { points, in_title, before, class, words }
}

const AROUND: &[Around] = &[
    around(4, 0, 1..=1, Class::NONE, "the a an The A An"),
    around(6, 11, 1..=1, Class::NONE, "as like"),
    around(7, 0, 1..=1, Class::NONE, "is was are were be been being"),
    around(4, 0, 1..=1, Class::NONE, "to"),
    around(-16, 0, 1..=1, Class::NONE, "— – -"),
    // a song on “…”, said on “…”
    around(0, -13, 1..=1, Class::PREPOSITION, ""),
    around(0, -9, 1..=1, Class::NONE, "on in with"),
    around(3, 0, 1..=3, Class::NAMING, ""),
    around(-22, 0, 1..=3, Class::NAMED, ""),
    around(-3, -8, 1..=4, Class::WORK, ""),
    around(0, -14, 1..=1, Class::WORK, ""),
    // the “Harbour Tonight” programme, the “Harbour Tonight” radio programme
    around(-6, 0, -2..=-1, Class::WORK, ""),
    // her call for “a new quay”, the “old hat” remark
    around(9, 0, 1..=3, Class::SAYINGS, ""),
    around(14, 0, -2..=-1, Class::SAYINGS, ""),
];

/// Words that speak of speech: she criticised, called for, her claim, the letter.
const SPEECH: Class = Class::SAYING
    .or(Class::SAYING_ING)
    .or(Class::JUDGING)
    .or(Class::JUDGING_ING)
    .or(Class::SAYINGS)
    .or(Class::DOCUMENT);

/// A passage and all that is known of it when it is judged.
pub struct Passage<'a> {
    /// The document.
    pub document: &'a Document,
    /// The masked view.
    pub phrases: &'a Phrases<'a>,
    /// The passage.
    pub stretch: &'a Stretch,
    /// Where it stands in the masked view, and what it ends with.
    pub place: Place,
    /// How it was attributed.
    pub attribution: Option<&'a Attribution>,
    /// Whether its marks are single ones and those of the text are not.
    pub singled_out: bool,
}

/// How the words of a passage are written.
#[derive(Default)]
struct Writing {
    /// How many there are.
    words: u32,
    /// Whether the first begins with a capital.
    capital: bool,
    /// Whether all words of weight do.
    title: bool,
    /// Points for words that are said rather than meant: "I" and "we"; forms of be and have, modals, pronouns.
    spoken: i32,
}

impl Passage<'_> {
    /// Whether it is a quotation.
    #[must_use]
    pub fn is_genuine(&self) -> bool {
        let writing = self.writing();
        self.inside(&writing) + self.outside(&writing) + self.attributed() >= 0
    }

    fn writing(&self) -> Writing {
        let text = self.phrases.text;
        let content = self.stretch.content;
        let mut writing = Writing::default();
        let (mut weighty, mut capitals, mut first_person, mut verb) = (0, 0, false, false);
        let view = self.document.view(self.stretch.paragraph as usize);
        let tokens = view.map(|view| view.tokens).unwrap_or_default();
        let from = tokens.partition_point(|token| token.range.start < content.start);
        for token in tokens.iter().skip(from).take_while(|token| token.range.end <= content.end) {
            let word = token.range.of(text);
            if token.class != TokenClass::Letters || token.is_glued() && word.len() <= 2 {
                continue;
            }
            let capital = matches!(token.case, LetterCase::Capitalised | LetterCase::Upper | LetterCase::Mixed);
            writing.capital |= capital && writing.words == 0;
            writing.words += 1;
            if writing.words > 40 {
                break;
            }
            let class = class_of(word);
            if capital || word.len() > 3 && !class.is(Class::SMALL) {
                weighty += 1;
                capitals += u32::from(capital);
            }
            first_person |= is_one_of(word, "I we We you You my My our Our me us");
            verb |= class.is(Class::AUXILIARY.or(Class::PRONOUN));
        }
        writing.spoken = if first_person { 4 } else { 0 } + if verb { 11 } else { 0 };
        writing.title = weighty > 0 && capitals == weighty && (writing.words > 1 || writing.capital);
        writing
    }

    /// Points for what is in it.
    fn inside(&self, writing: &Writing) -> i32 {
        let mut points = 14 + writing.spoken;
        let mut add = |condition, more| points += if condition { more } else { 0 };
        add(writing.words > 3 && !writing.capital, 10);
        add(writing.title, -10);
        add(self.singled_out, -28);
        add(writing.capital && !writing.title, 2);
        points
            + match self.place.ending {
                Ending::Comma => 5,
                Ending::Stop => 7,
                Ending::Open => 11,
                Ending::None => 0,
            }
    }

    /// Points for what stands around it in its sentence.
    fn outside(&self, writing: &Writing) -> i32 {
        let p = self.phrases;
        let at = self.place.at;
        let sentence = p.words.sentence(at);
        let mut points = 0;
        for row in AROUND {
            let there = row.before.clone().any(|by| {
                let at = at.wrapping_add_signed(-isize::from(by));
                sentence.contains(&at) && (p.is(at, row.class) || p.is_any(at, row.words))
            });
            if there {
                points += i32::from(row.points) + if writing.title { i32::from(row.in_title) } else { 0 };
            }
        }
        let mut add = |condition, more| points += if condition { more } else { 0 };
        let short = writing.words <= 3;
        let open = self.place.ending == Ending::None;
        let (begins, goes_on) = (at == sentence.start, at + 1 < sentence.end);
        let (before, next) = (p.before(at), p.word(at + 1));
        add(p.words.paragraph(at).len() == 1, -24);
        add(begins, 12);
        // “Top secret” is a level.
        add(begins && short && open && p.is(at + 1, Class::AUXILIARY), -20);
        // a “dry” port
        add(goes_on && next.shape == Shape::Lower && !next.class.is(Class::SMALL.or(Class::SAYING)), -9);
        add(goes_on && open && next.is_word(), 6);
        // “Night Tide,” by Ana Ruiz
        add(self.place.ending == Ending::Comma && p.is_any(at + 1, "by") && p.is_name(at + 2), -32);
        if !begins {
            let possessive = before.is_possessive();
            add(possessive, -6);
            add(possessive && writing.title, -19);
            // Ana “Nan” Ruiz
            let name = p.is_name(at - 1) && !possessive;
            add(name && short && writing.title && goes_on && next.shape == Shape::Capital, -60);
        }
        points
    }

    /// Points for how it was attributed: with the cue near, or farther away.
    fn attributed(&self) -> i32 {
        let Some(found) = self.attribution else { return -22 + self.in_report() };
        let (near, far) = match found.rule {
            Rule::Before => (10, 8),
            Rule::Judged => (11, -4),
            Rule::Thought => return -11 + self.in_report(),
            Rule::Participle => (14, 6),
            Rule::Continued | Rule::NextParagraph => (-4, -4),
            Rule::Subject | Rule::LastSpeaker => return -24 + self.in_report(),
            _ => (0, 0), // the others say nothing for or against
        };
        if found.near(self.place.at) { near } else { far }
    }

    /// Points for words of speech before it, where no rule could make them a cue: her claim that the dam “leaks”.
    fn in_report(&self) -> i32 {
        let (p, at) = (self.phrases, self.place.at);
        let start = p.words.sentence(at).start;
        let within = |by: usize, class| p.any(start.max(at.saturating_sub(by))..at, class);
        if within(4, SPEECH) {
            24
        } else if within(15, SPEECH.or(Class::CUE).or(Class::CUE_ING)) {
            8
        } else {
            0
        }
    }
}
