//! The masked view of a document: its words in order, every quotation one single word.
//!
//! Attribution reads this view, so that nothing inside a quotation is ever taken for a cue or a speaker.

use crate::text::{LetterCase, ParagraphView, TextRange, Token, TokenClass, token};

use super::lexicon::{Class, class_of};
use super::mark::{Signs, sign};
use super::scan::Stretch;

/// One word, mark or quotation of the masked view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands; of a possessive with its "’s".
    pub range: TextRange,
    /// End of the word without "’s".
    pub stem_end: u32,
    /// What it is.
    pub shape: Shape,
    /// The lists it stands in.
    pub class: Class,
    /// Whether it follows the word before without white space.
    pub glued: bool,
}

impl Default for Word {
    /// What stands beyond the bounds of a text: no word, no mark, in no list.
    fn default() -> Self {
        let range = TextRange::new(0, 0);
        Self { range, stem_end: 0, shape: Shape::Mark('\0'), class: Class::NONE, glued: false }
    }
}

/// What a word of the masked view is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Written small.
    Lower,
    /// Written with a capital.
    Capital,
    /// Digits.
    Number,
    /// A punctuation mark.
    Mark(char),
    /// A whole quotation.
    Quote,
}

impl Word {
    /// The word that stands for a quotation.
    fn quote(stretch: &Stretch, glued: bool) -> Self {
        Self { range: stretch.marks, stem_end: stretch.marks.end, shape: Shape::Quote, class: Class::QUOTE, glued }
    }

    /// Whether the word is this mark.
    #[must_use]
    pub fn is_mark(&self, mark: char) -> bool {
        self.shape == Shape::Mark(mark)
    }

    /// Whether it is a word with letters.
    #[must_use]
    pub fn is_word(&self) -> bool {
        matches!(self.shape, Shape::Lower | Shape::Capital)
    }

    /// Whether it ends in "’s" or "’".
    #[must_use]
    pub fn is_possessive(&self) -> bool {
        self.stem_end < self.range.end
    }

    /// Without its "’s".
    #[must_use]
    pub fn stem(&self) -> TextRange {
        TextRange::new(self.range.start, self.stem_end)
    }
}

/// The words of a document, with the bounds of its paragraphs and sentences.
#[derive(Debug, Default)]
pub struct Words {
    list: Vec<Word>,
    /// What is asked for beyond them.
    beyond: Word,
    /// First word of each sentence.
    sentences: Vec<u32>,
    /// First word of each paragraph.
    paragraphs: Vec<u32>,
    /// Whether each paragraph is furniture.
    furniture: Vec<bool>,
    /// For each stretch, the word that stands for it.
    quotes: Vec<u32>,
    /// Whether the last word is a quotation that ends with a full stop.
    stopped: bool,
}

impl Words {
    /// Reads one paragraph with its stretches. Furniture names people, but neither quotes nor attributes.
    pub fn push_paragraph(&mut self, view: ParagraphView<'_>, stretches: &[Stretch], furniture: bool) {
        self.paragraphs.push(self.count());
        self.furniture.push(furniture);
        self.stopped = true;
        let mut reader = Reader { view, signs: Signs { view }, at: 0 };
        let mut stretches = stretches.iter().peekable();
        while let Some(token) = view.tokens.get(reader.at) {
            let begins = reader.begins_sentence(0);
            if let Some(stretch) = stretches.next_if(|stretch| stretch.marks.start <= token.range.start) {
                self.quotes.push(self.count());
                self.push(Word::quote(stretch, token.is_glued()), begins);
                let end = token::overlapping(view.tokens, stretch.content).end;
                self.stopped = reader.signs.at(end.wrapping_sub(1)) == '.';
                reader.at = token::overlapping(view.tokens, stretch.marks).end.max(reader.at + 1);
            } else {
                let word = reader.word(*token);
                self.push(word, begins);
            }
        }
    }

    /// Whether the paragraph that holds word number `at` is furniture: a caption, a teaser, a byline.
    #[must_use]
    pub fn is_furniture(&self, at: usize) -> bool {
        self.furniture.get(self.paragraph_number(at).wrapping_sub(1)) == Some(&true)
    }

    /// Number of the sentence that holds word number `at`.
    #[must_use]
    pub fn sentence_number(&self, at: usize) -> usize {
        number(&self.sentences, at)
    }

    /// Number of the paragraph that holds word number `at`.
    #[must_use]
    pub fn paragraph_number(&self, at: usize) -> usize {
        number(&self.paragraphs, at)
    }

    fn push(&mut self, word: Word, begins_sentence: bool) {
        // “Was it late?” Ana Ruiz asked.
        let goes_on = self.list.last().is_some_and(|last| last.class.is(Class::QUOTE)) && !self.stopped;
        if begins_sentence && !goes_on {
            self.sentences.push(self.count());
        }
        self.list.push(word);
    }

    fn count(&self) -> u32 {
        u32::try_from(self.list.len()).unwrap_or(u32::MAX)
    }

    /// Word number `at`; before the first and after the last one, a word that is nothing.
    #[must_use]
    #[inline(never)] // hundreds of rules ask for a word
    pub fn word(&self, at: usize) -> &Word {
        self.list.get(at).unwrap_or(&self.beyond)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The words that stand for quotations, in order.
    pub fn quotes(&self) -> impl Iterator<Item = usize> {
        self.quotes.iter().map(|at| *at as usize)
    }

    /// The words of the sentence that holds word number `at`.
    #[must_use]
    #[inline(never)]
    pub fn sentence(&self, at: usize) -> std::ops::Range<usize> {
        bounds(&self.sentences, at, self.list.len())
    }

    /// The words of the same sentence around word number `at`, so many to either side that no attribution is lost and
    /// a sentence without end costs no more than any other.
    #[must_use]
    #[inline(never)]
    pub fn around(&self, at: usize) -> std::ops::Range<usize> {
        let sentence = self.sentence(at);
        sentence.start.max(at.saturating_sub(AROUND))..sentence.end.min(at.saturating_add(AROUND))
    }

    /// The words of the paragraph that holds word number `at`.
    #[must_use]
    #[inline(never)]
    pub fn paragraph(&self, at: usize) -> std::ops::Range<usize> {
        bounds(&self.paragraphs, at, self.list.len())
    }
}

/// How far an attribution may stand from its quotation, in words.
const AROUND: usize = 120;

/// How many of `starts` are not beyond word number `at`.
#[inline(never)]
fn number(starts: &[u32], at: usize) -> usize {
    starts.partition_point(|start| *start as usize <= at)
}

fn bounds(starts: &[u32], at: usize, end: usize) -> std::ops::Range<usize> {
    let next = number(starts, at);
    let start = next.checked_sub(1).and_then(|before| starts.get(before)).map_or(0, |start| *start as usize);
    start..starts.get(next).map_or(end, |start| *start as usize)
}

/// Joins tokens to words: "O'Brien", "vice-president", "U.S.", "Mr.", "3.5", "@name".
struct Reader<'a> {
    view: ParagraphView<'a>,
    signs: Signs<'a>,
    at: usize,
}

impl Reader<'_> {
    /// The sign of the token so many further on; a blank where white space stands before it.
    fn glued(&self, by: usize) -> char {
        self.signs.glued(self.at + by)
    }

    /// The letters of the token so many further on, if it is one letter.
    #[inline(never)]
    fn single(&self, by: usize) -> Option<&[u8]> {
        let token = self.view.tokens.get(self.at + by).filter(|token| token.class == TokenClass::Letters)?;
        let letters = token.range.of(self.view.text).as_bytes();
        matches!(letters, [_] | [0xc3..=0xc5, _]).then_some(letters)
    }

    /// Makes the next tokens part of `word`; what comes before "’s" also of its stem.
    #[inline(never)]
    fn take(&mut self, word: &mut Word, count: usize, stem: bool) {
        self.at += count;
        let end = self.view.tokens.get(self.at.wrapping_sub(1)).map_or(word.range.end, |token| token.range.end);
        word.range.end = end;
        if stem {
            word.stem_end = end;
        }
    }

    fn word(&mut self, first: Token) -> Word {
        let (range, glued) = (first.range, first.is_glued());
        let mut word = Word { range, stem_end: range.end, shape: Shape::Lower, class: Class::NONE, glued };
        match first.class {
            TokenClass::Letters => self.letters(first, &mut word),
            TokenClass::Digits => {
                word.shape = Shape::Number;
                self.at += 1;
                while matches!(self.glued(0), '.' | ',' | ':') && self.glued(1) == '0' {
                    self.take(&mut word, 2, true);
                }
            }
            TokenClass::Mark => {
                let mark = sign(&first, self.view.text);
                word.shape = Shape::Mark(mark);
                self.at += 1;
            }
        }
        word
    }

    fn letters(&mut self, first: Token, word: &mut Word) {
        if matches!(first.case, LetterCase::Capitalised | LetterCase::Upper | LetterCase::Mixed) {
            word.shape = Shape::Capital;
        }
        // Initials and abbreviations in single letters: "J.", "U.S.", "p.m."
        let mut single = self.single(0).is_some();
        self.at += 1;
        while single && self.glued(0) == '.' {
            single = self.glued(1) != ' ' && self.single(1).is_some();
            self.take(word, if single { 2 } else { 1 }, true);
        }
        loop {
            let (mark, next) = (self.glued(0), self.glued(1));
            let apostrophe = matches!(mark, '\'' | '’');
            if apostrophe && next == 'a' && matches!(self.single(1), Some(b"s" | b"S")) {
                self.take(word, 2, false);
            } else if (apostrophe || matches!(mark, '-' | '‑' | '&')) && matches!(next, 'a' | '0') {
                self.take(word, 2, true);
                continue;
            } else if apostrophe && next == ' ' && ends_in_s(self.stem(word)) {
                self.take(word, 1, false);
            }
            break;
        }
        word.class = class_of(without_stop(self.stem(word)));
        // "Mr. Ruiz", "Transport Dept. officials"
        if self.glued(0) == '.'
            && word.shape == Shape::Capital
            && matches!(self.glued(1), ' ' | ',')
            && !self.begins_sentence(1)
        {
            self.take(word, 1, true);
        }
    }

    /// Whether a sentence begins with the token so many further on, or the paragraph ends before it.
    fn begins_sentence(&self, by: usize) -> bool {
        self.view.tokens.get(self.at + by).is_none_or(|token| {
            self.view.sentences.binary_search_by_key(&token.range.start, |sentence| sentence.range.start).is_ok()
        })
    }

    fn stem(&self, word: &Word) -> &str {
        word.stem().of(self.view.text)
    }
}

/// An abbreviation without its full stop.
#[must_use]
pub fn without_stop(word: &str) -> &str {
    word.strip_suffix(".").unwrap_or(word)
}

fn ends_in_s(word: &str) -> bool {
    matches!(word.as_bytes().last(), Some(b's' | b'z' | b'x'))
}
