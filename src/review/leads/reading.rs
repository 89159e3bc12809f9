//! What the rules read: the article's sentences with their dates, quotations and figures, made once for all rules.

use chrono::NaiveDate;

use super::super::period::Period;
use super::figure::{self, Figure};
use super::lexicon;
use super::mention::{self, Mention};
use super::written_day::{self, WrittenDay};
use crate::annotation::{Lead, LeadStatus};
use crate::detect::date::DateDetail;
use crate::detect::quote::{QuoteDetail, QuoteForm};
use crate::detect::{Detail, Detection, Findings};
use crate::text::{Document, LetterCase, ParagraphType, Published, TextRange, TokenClass, token};

/// An article as the rules read it. Tokens are named by their index in the document.
pub(super) struct Reading<'a> {
    pub document: &'a Document,
    pub text: &'a str,
    pub published: Option<NaiveDate>,
    /// What was found.
    found: &'a Findings,
    /// Sentences of the headline, the captions and the body, in order.
    pub sentences: Vec<Sentence>,
    /// Dates in those sentences, in text order; without lengths of time and what is told by them.
    pub dates: Vec<Dated<'a>>,
    /// Quotations in marks, in text order.
    pub quotes: Vec<Quoted<'a>>,
    /// Days written with their month, in text order.
    pub days: Vec<WrittenDay>,
    /// Numbers that are no dates, in text order.
    pub figures: Vec<Figure>,
    /// Events, in text order.
    pub mentions: Vec<Mention<'a>>,
}

/// One sentence.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    pub range: TextRange,
    pub tokens: std::ops::Range<usize>,
    pub kind: ParagraphType,
}

/// One temporal expression.
pub(super) struct Dated<'a> {
    pub range: TextRange,
    pub tokens: std::ops::Range<usize>,
    pub detail: &'a DateDetail,
    pub period: Option<Period>,
}

/// One quotation.
pub(super) struct Quoted<'a> {
    pub range: TextRange,
    pub detail: &'a QuoteDetail,
}

impl<'a> Reading<'a> {
    /// What is left to do after [`Reading::begin`], in this order.
    pub(super) const STEPS: [fn(&mut Self); 4] =
        [Self::read_found, Self::read_days, Self::read_figures, Self::read_mentions];

    /// The sentences alone; of the rest, nothing is read yet.
    pub(super) fn begin(document: &'a Document, published: Option<Published>, found: &'a Findings) -> Self {
        let mut sentences = Vec::new();
        for paragraph in document.paragraphs() {
            if matches!(paragraph.kind, ParagraphType::Headline | ParagraphType::Caption | ParagraphType::Body) {
                let of = document.sentences().get(paragraph.sentences.clone()).unwrap_or_default();
                sentences.extend(of.iter().map(|sentence| Sentence {
                    range: sentence.range,
                    tokens: sentence.tokens.clone(),
                    kind: paragraph.kind,
                }));
            }
        }
        Self {
            document,
            text: document.text(),
            published: published.map(Published::day),
            found,
            sentences,
            dates: Vec::new(),
            quotes: Vec::new(),
            days: Vec::new(),
            figures: Vec::new(),
            mentions: Vec::new(),
        }
    }

    fn read_found(&mut self) {
        for date in &self.found.dates {
            if let Some(dated) = self.dated(date) {
                self.dates.push(dated);
            }
        }
        self.dates.sort_unstable_by_key(|date| date.range);
        for quote in &self.found.quotes {
            if let Detail::Quote(detail) = &quote.detail
                && detail.form != QuoteForm::Indirect
            {
                self.quotes.push(Quoted { range: quote.range, detail });
            }
        }
        self.quotes.sort_unstable_by_key(|quote| quote.range);
    }

    fn read_days(&mut self) {
        self.days = written_day::days(self);
    }

    fn read_figures(&mut self) {
        self.figures = figure::figures(self);
    }

    fn read_mentions(&mut self) {
        self.mentions = mention::mentions(self);
    }

    fn dated(&self, date: &'a Detection) -> Option<Dated<'a>> {
        let Detail::Date(detail) = &date.detail else { return None };
        self.sentence_of(date.range.start)?;
        let tokens = self.tokens_of(date.range);
        // "Two years later" is arithmetic of the text's own: the rules read it as a length of time.
        let counts = |token: usize| self.is_in(token, lexicon::UNITS);
        let named = |token: usize| {
            self.class(token) == Some(TokenClass::Digits) && self.word(token).len() == 4
                || lexicon::number_in(lexicon::MONTHS, self.word(token)).is_some()
        };
        if tokens.clone().any(counts) && !tokens.clone().any(named) {
            return None;
        }
        Some(Dated { range: date.range, tokens, detail, period: Period::of(detail) })
    }

    /// Index of the sentence that holds the byte at `offset`.
    pub(super) fn sentence_of(&self, offset: u32) -> Option<usize> {
        let index = self.sentences.partition_point(|sentence| sentence.range.start <= offset).checked_sub(1)?;
        self.sentences.get(index).filter(|sentence| sentence.range.contains(offset)).map(|_| index)
    }

    /// The sentence of a token.
    pub(super) fn sentence_of_token(&self, token: usize) -> Option<&Sentence> {
        let index = self.sentences.partition_point(|sentence| sentence.tokens.start <= token).checked_sub(1)?;
        self.sentences.get(index).filter(|sentence| sentence.tokens.contains(&token))
    }

    /// The tokens inside `range`.
    pub(super) fn tokens_of(&self, range: TextRange) -> std::ops::Range<usize> {
        token::overlapping(self.document.tokens(), range)
    }

    /// The text from the first to the last of `tokens`.
    pub(super) fn span(&self, tokens: std::ops::Range<usize>) -> TextRange {
        let of = self.document.tokens().get(tokens).unwrap_or_default();
        match (of.first(), of.last()) {
            (Some(first), Some(last)) => first.range.cover(last.range),
            _ => TextRange::default(),
        }
    }

    /// A word; empty past the end.
    pub(super) fn word(&self, token: usize) -> &'a str {
        self.document.tokens().get(token).map_or("", |token| token.range.of(self.text))
    }

    /// The word before; empty at the start.
    pub(super) fn word_before(&self, token: usize) -> &'a str {
        token.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// Whether a word is one of `words`, whatever its case.
    pub(super) fn is(&self, token: usize, words: &str) -> bool {
        lexicon::place_in(words, self.word(token)).is_some()
    }

    /// Whether the word before a token is one of `words`, whatever its case.
    pub(super) fn follows(&self, token: usize, words: &str) -> bool {
        lexicon::place_in(words, self.word_before(token)).is_some()
    }

    /// The first of `tokens` that is one of `words`, whatever its case.
    pub(super) fn find(&self, mut tokens: std::ops::Range<usize>, words: &str) -> Option<usize> {
        tokens.find(|token| self.is(*token, words))
    }

    /// Whether one of `tokens` is one of `words`, whatever its case.
    pub(super) fn has(&self, tokens: std::ops::Range<usize>, words: &str) -> bool {
        self.find(tokens, words).is_some()
    }

    /// Whether the word stands in a sorted list.
    pub(super) fn is_in(&self, token: usize, list: &str) -> bool {
        lexicon::is_in(list, self.word(token))
    }

    /// Whether the words from `token` on are these.
    pub(super) fn reads(&self, token: usize, phrase: &str) -> bool {
        phrase.split(' ').zip(token..).all(|(word, at)| self.word(at).eq_ignore_ascii_case(word))
    }

    /// Whether a token stands without white space after the one before.
    pub(super) fn is_glued(&self, token: usize) -> bool {
        self.document.tokens().get(token).is_some_and(crate::text::Token::is_glued)
    }

    /// The class of a token.
    pub(super) fn class(&self, token: usize) -> Option<TokenClass> {
        self.document.tokens().get(token).map(|token| token.class)
    }

    /// A word that could be a name or part of one.
    pub(super) fn is_name(&self, token: usize) -> bool {
        self.document.tokens().get(token).is_some_and(|found| {
            matches!(found.case, LetterCase::Capitalised | LetterCase::Upper | LetterCase::Mixed)
                && found.range.len() > 1
                && !self.is_in(token, lexicon::NO_NAMES)
        })
    }

    /// The names in a sentence, each word by itself, without adjectives of nationality.
    pub(super) fn names(&self, sentence: &Sentence) -> Vec<&'a str> {
        let mut names = Vec::new();
        for token in sentence.tokens.clone() {
            let word = self.word(token);
            let adjective = ["ian", "ish", "ese", "ean", "can"].iter().any(|end| word.ends_with(end));
            if word.len() > 2 && self.is_name(token) && !adjective {
                names.push(word);
            }
        }
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The dates of a sentence.
    pub(super) fn dates_of(&self, sentence: &Sentence) -> &[Dated<'a>] {
        let first = self.dates.partition_point(|date| date.range.start < sentence.range.start);
        let end = self.dates.partition_point(|date| date.range.start < sentence.range.end);
        self.dates.get(first..end).unwrap_or_default()
    }

    /// The first date of a sentence that begins at a token or after it.
    pub(super) fn date_from(&self, sentence: &Sentence, token: usize) -> Option<&Dated<'a>> {
        self.dates_of(sentence).iter().find(|date| date.tokens.start >= token)
    }

    /// The last date of a sentence that ends before a token.
    pub(super) fn date_before(&self, sentence: &Sentence, token: usize) -> Option<&Dated<'a>> {
        self.dates_of(sentence).iter().rev().find(|date| date.tokens.end <= token)
    }

    /// The figures of a sentence.
    pub(super) fn figures_of(&self, sentence: &Sentence) -> &[Figure] {
        let first = self.figures.partition_point(|figure| figure.tokens.start < sentence.tokens.start);
        let end = self.figures.partition_point(|figure| figure.tokens.start < sentence.tokens.end);
        self.figures.get(first..end).unwrap_or_default()
    }

    /// The date that begins at or covers a token.
    pub(super) fn date_at(&self, token: usize) -> Option<&Dated<'a>> {
        let index = self.dates.partition_point(|date| date.tokens.start <= token).checked_sub(1)?;
        self.dates.get(index).filter(|date| date.tokens.contains(&token))
    }

    /// Index of a date in the list.
    pub(super) fn place_of(&self, date: &Dated<'_>) -> usize {
        self.dates.partition_point(|other| other.range < date.range)
    }

    /// The written day that begins inside a date.
    pub(super) fn day_in(&self, date: &Dated<'_>) -> Option<&WrittenDay> {
        let first = self.days.partition_point(|day| day.tokens.start < date.tokens.start);
        self.days.get(first).filter(|day| date.tokens.contains(&day.tokens.start))
    }

    /// Whether a date is written with its day and month or with its year, not "Monday", "in March" or "next week".
    pub(super) fn is_written(&self, date: &Dated<'_>) -> bool {
        self.day_in(date).is_some() || date.tokens.clone().any(|token| is_year(self.word(token)))
    }

    /// The quotation around a range.
    pub(super) fn quote_around(&self, range: TextRange) -> Option<&Quoted<'a>> {
        let after = self.quotes.partition_point(|quote| quote.range.start <= range.start);
        let near = self.quotes.get(after.saturating_sub(4)..after)?;
        near.iter().rev().find(|quote| quote.range.covers(range))
    }

    /// First token of the clause that `token` stands in: after the last comma, colon, dash or clause word before it.
    pub(super) fn clause_start(&self, token: usize) -> usize {
        let Some(sentence) = self.sentence_of_token(token) else { return token };
        let starts = |at: &usize| self.is(*at, ", ; : – — ( “ \"") || self.is_in(*at, lexicon::CLAUSE_STARTS);
        (sentence.tokens.start..token).rev().find(starts).map_or(sentence.tokens.start, |at| at + 1)
    }

    /// Whether two lists have a name in common.
    pub(super) fn share_name(names: &[&str], others: &[&str]) -> bool {
        names.iter().any(|name| others.contains(name))
    }

    /// A question about `passages`; its rule is written into it by whoever has asked for it.
    pub(super) fn lead(passages: &[TextRange], question: String) -> Lead {
        let mut passages = passages.to_vec();
        passages.sort_unstable();
        passages.dedup();
        Lead { rule: "".into(), passages, question, status: LeadStatus::Open }
    }
}

/// Four digits.
pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}
