//! Whether a marked passage is a quotation at all, and not a title, a name, a nickname, a term or a word held at arm's
//! length.
//!
//! What is in the passage, what stands around it and how it was attributed each have their points, in tenths of a
//! logit; passages with a sum below zero are left out. The points are a logistic regression on the train part of
//! `PolNeAR` and the dev part of the Wikinews labels (passages that match an annotated quotation against passages that
//! match none), less two tenths for the doubt: a wrong mark costs more than one that is missed. Six that news has too
//! seldom to be measured were set lower by hand: those for a name around, for a term that the sentence is about, for
//! an author after a title, and in [`AROUND`] those after `NAMED` and after "on".

use std::ops::Range;

use super::attribute::{Attribution, Rule};
use super::lexicon::Class;
use super::phrase::Phrases;
use super::words::Shape;
use super::writing::{Ending, Writing};

/// Words around a passage that speak for or against a quotation.
struct Around {
    /// Points where one of the words is there.
    points: i8,
    /// More of them where every word of weight in the passage has a capital, as in a title.
    in_title: i8,
    /// How many words before the passage they may stand, or after it where these are below zero.
    before: Range<i8>,
    /// The lists they stand in.
    class: Class,
    /// The words, where they are few.
    words: &'static str,
}

const fn around(points: i8, in_title: i8, before: Range<i8>, class: Class, words: &'static str) -> Around {
    Around { points, in_title, before, class, words }
}

const AROUND: &[Around] = &[
    around(4, 0, 1..2, Class::NONE, "a an the"),
    around(6, 11, 1..2, Class::NONE, "as like"),
    around(7, 0, 1..2, Class::NONE, "are be been being is was were"),
    around(-16, 0, 1..2, Class::NONE, "- – —"),
    // a song on “…”, said on “…”
    around(0, -13, 1..2, Class::PREPOSITION, ""),
    around(0, -9, 1..2, Class::NONE, "in on with"),
    around(3, 0, 1..4, Class::NAMING, ""),
    around(-22, 0, 1..4, Class::NAMED, ""),
    around(-3, -8, 1..5, Class::WORK, ""),
    around(0, -14, 1..2, Class::WORK, ""),
    // the “Harbour Tonight” programme, the “Harbour Tonight” radio programme
    around(-6, 0, -2..0, Class::WORK, ""),
    // her call for “a new quay”, the “old hat” remark
    around(9, 0, 1..4, Class::SAYINGS, ""),
    around(14, 0, -2..0, Class::SAYINGS, ""),
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
    /// The masked view.
    pub phrases: &'a Phrases<'a>,
    /// Its word.
    pub at: usize,
    /// How it is written.
    pub writing: Writing,
    /// How it was attributed.
    pub attribution: Option<&'a Attribution>,
    /// Whether its marks are single ones and those of the text are not.
    pub singled_out: bool,
}

impl Passage<'_> {
    /// Whether it is a quotation.
    #[must_use]
    pub fn is_genuine(&self) -> bool {
        self.inside() + self.outside() + self.attributed() >= 0
    }

    /// Points for what is in it.
    fn inside(&self) -> i32 {
        let mut points = 14;
        let writing = self.writing;
        let mut add = |condition, more| points += if condition { more } else { 0 };
        add(writing.words > 3 && !writing.capital, 10);
        add(writing.title, -10);
        add(self.singled_out, -28);
        add(writing.capital && !writing.title, 2);
        add(writing.first_person, 4);
        add(writing.verb, 11);
        points
            + match writing.ending {
                Ending::Comma => 5,
                Ending::Stop => 7,
                Ending::Open => 11,
                Ending::None => 0,
            }
    }

    /// Points for what stands around it in its sentence.
    fn outside(&self) -> i32 {
        let Self { phrases: p, writing, at, .. } = *self;
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
        let open = writing.ending == Ending::None;
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
        add(writing.ending == Ending::Comma && p.is_any(at + 1, "by") && p.is_name(at + 2), -32);
        if !begins {
            let possessive = before.is_possessive();
            add(p.letters(at - 1) == "to", 4);
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
        if found.near(self.at) { near } else { far }
    }

    /// Points for words of speech before it, where no rule could make them a cue: her claim that the dam “leaks”.
    fn in_report(&self) -> i32 {
        let (p, at) = (self.phrases, self.at);
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
