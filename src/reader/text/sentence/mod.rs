//! Sentences.
//!
//! A scanner over the tokens of one paragraph: at every full stop, question mark, exclamation mark and ellipsis it
//! looks at the word before, at the closing marks that belong to it, and at the word after. It looks a bounded number
//! of tokens in either direction, so its cost grows in line with the text.

mod abbreviation;
mod list_mark;

use super::{LetterCase, TextRange, Token, TokenClass};
use abbreviation::Follow;

/// One sentence: its place and which tokens are its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first to its last visible character, closing marks included.
    pub range: TextRange,
    /// Its tokens, as indices into the document's tokens.
    pub tokens: std::ops::Range<usize>,
}

/// Splits the tokens of one paragraph into sentences, added to `out`; `first` is the index of the first of `tokens` in
/// the document. Every token is in one sentence.
pub fn split(text: &str, tokens: &[Token], first: usize, out: &mut Vec<Sentence>) {
    let mut push = |begin: usize, end: usize| {
        if let Some([head, .., tail] | [tail @ head]) = tokens.get(begin..end) {
            out.push(Sentence { range: head.range.cover(tail.range), tokens: first + begin..first + end });
        }
    };
    let scanner = Scanner { text, tokens };
    let mut list = None;
    let (mut begin, mut at, mut after_bullet) = (0, 0, true);
    while let Some(token) = tokens.get(at) {
        let rest = tokens.get(at..).unwrap_or_default();
        if list_mark::is_bullet(token, text) && (at == 0 || !token.is_glued()) {
            push(begin, at);
            (begin, at, after_bullet) = (at, at + 1, true);
            continue;
        }
        if after_bullet {
            after_bullet = false;
            if let Some((opened, length)) = list_mark::opening(rest, text) {
                list = Some(opened);
                at += length;
                continue;
            }
        }
        if let (Some(open), false) = (&mut list, token.is_glued())
            && let Some(length) = open.item(rest, text)
        {
            push(begin, at);
            begin = at;
            at += length;
            continue;
        }
        if at > begin && scanner.is_credit(at) {
            push(begin, at);
            begin = at;
        }
        match scanner.terminator(begin, at) {
            None => at += 1,
            Some(Terminator { ends: false, next }) => at = next,
            Some(Terminator { ends: true, next }) => {
                push(begin, next);
                (begin, at) = (next, next);
            }
        }
    }
    push(begin, tokens.len());
}

/// A full stop or the like, with all that belongs to it.
struct Terminator {
    /// Whether it ends the sentence.
    ends: bool,
    /// The token after it.
    next: usize,
}

/// How a sentence can end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// One full stop.
    Stop,
    /// Question marks and exclamation marks.
    Mark,
    /// Three full stops or more, or "…".
    Ellipsis,
}

/// What the text goes on with.
#[derive(Clone, Copy)]
enum Lead<'a> {
    /// A word in small letters.
    Small,
    /// A word with a capital, or in a script without capitals.
    Capital(&'a Token),
    /// A number, also after a currency sign.
    Number,
    /// Neither.
    Other,
}

struct Scanner<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl Scanner<'_> {
    /// The terminator that starts with token `at` of the sentence that starts with token `begin`, if there is one.
    fn terminator(&self, begin: usize, at: usize) -> Option<Terminator> {
        let wide = self.is(at, "。！？");
        if !wide && !self.is(at, ".!?…‽") {
            return None;
        }
        let mut last = at;
        while self.is(last + 1, ".!?…") && (self.glued(last + 1) || self.is(last, ".") && self.is(last + 1, ".")) {
            last += 1;
        }
        let ending = match last - at {
            0 if self.is(at, ".") => Ending::Stop,
            0 if self.is(at, "…") => Ending::Ellipsis,
            _ if (at..=last).any(|mark| self.is(mark, "!?。！？‽")) => Ending::Mark,
            _ => Ending::Ellipsis,
        };
        let next = self.after_closers(last + 1);
        let lead = self.lead(next);
        // "compounds. . . . The practice": the sentence ends with its own full stop, what is left out follows.
        if last == at + 3 && self.glued(at) && !self.glued(at + 1) && matches!(lead, Lead::Capital(_)) {
            return Some(Terminator { ends: true, next: at + 1 });
        }
        let ends = if wide {
            true
        } else if next < self.tokens.len() && self.glued(next) {
            ending == Ending::Stop && next == at + 1 && self.blank_is_missing(at)
        } else {
            match ending {
                Ending::Stop => self.stop_ends(begin, at, lead),
                Ending::Mark => self.mark_ends(at, next, lead),
                Ending::Ellipsis => !self.is(next, "(") && self.ellipsis_ends(begin, at, last, lead),
            }
        };
        Some(Terminator { ends, next })
    }

    /// The token after the closing quotation marks and brackets, and the "[1]" of a note, that follow without a blank.
    fn after_closers(&self, mut at: usize) -> usize {
        while self.glued(at) {
            if self.is(at, "\"”’'»)]}›“") && !self.is_apostrophe(at) {
                at += 1;
            } else if self.is(at, "[") && self.class(at + 1) == Some(TokenClass::Digits) && self.is(at + 2, "]") {
                at += 3;
            } else {
                break;
            }
        }
        at
    }

    /// What stands at `at`, opening quotation marks, brackets and dashes aside.
    fn lead(&self, mut at: usize) -> Lead<'_> {
        for _ in 0..4 {
            let Some(token) = self.tokens.get(at) else { return Lead::Other };
            match token.class {
                TokenClass::Digits => return Lead::Number,
                TokenClass::Letters if token.case == LetterCase::Lower => return Lead::Small,
                TokenClass::Letters => return Lead::Capital(token),
                TokenClass::Mark if self.is(at, "$£€¥#@") => return Lead::Number,
                TokenClass::Mark if self.is(at, OPENING) => at += 1,
                TokenClass::Mark => return Lead::Other,
            }
        }
        Lead::Other
    }

    /// Whether the single full stop at `at` ends the sentence that goes on with `lead`.
    fn stop_ends(&self, begin: usize, at: usize, lead: Lead<'_>) -> bool {
        if matches!(lead, Lead::Small | Lead::Other) {
            return false;
        }
        let Some(before) = at.checked_sub(1).and_then(|before| self.tokens.get(before)) else { return false };
        if self.is_signature(at + 1) {
            return false;
        }
        let number = matches!(lead, Lead::Number);
        if !self.glued(at) || before.class != TokenClass::Letters {
            let sign = matches!(before.range.of(self.text), "°" | "º");
            return !(sign && number);
        }
        let opens = matches!(lead, Lead::Capital(word) if abbreviation::opens_sentences(word, self.text));
        let first = self.dotted_from(at - 1);
        if first == at - 1 && is_initial(before, self.text) {
            return self.initial_ends(begin, at, lead, opens);
        }
        let Some(start) = self.tokens.get(first) else { return true };
        match abbreviation::follow(start.range.cover(before.range).of(self.text)) {
            None => true,
            Some(Follow::Name) => opens && before.is(self.text, "st"),
            Some(Follow::Number) => !number,
            Some(Follow::Calendar) => opens,
            Some(Follow::Part) => opens || number && first == at - 1,
            Some(Follow::Clock) => {
                let opening =
                    at - begin <= 6 && self.tokens.get(begin).is_some_and(|word| word.is_in(self.text, BEFORE_CLOCK));
                !number
                    && !opening
                    && !matches!(lead, Lead::Capital(word) if abbreviation::follows_the_clock(word, self.text))
            }
            Some(Follow::Place) => opens || self.is_name_before(first),
        }
    }

    /// Whether the full stop after a single capital ends the sentence: "you and I. Did" does, "Albert I. Jones" not.
    fn initial_ends(&self, begin: usize, at: usize, lead: Lead<'_>, opens: bool) -> bool {
        let named = at >= begin + 2
            && self.tokens.get(at - 2).is_some_and(|t| t.class == TokenClass::Letters && t.case != LetterCase::Lower);
        let pronoun = self.tokens.get(at - 1).is_some_and(|token| token.range.of(self.text) == "I") && !named;
        match lead {
            Lead::Capital(_) => opens || pronoun,
            Lead::Number => at >= begin + 2,
            Lead::Small | Lead::Other => false,
        }
    }

    /// Whether "?", "!" or more of them, at `at`, end the sentence that goes on at `next` with `lead`.
    fn mark_ends(&self, at: usize, next: usize, lead: Lead<'_>) -> bool {
        let Lead::Capital(word) = lead else { return matches!(lead, Lead::Number) };
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        if self.is(at, "!") && before.is_some_and(|name| abbreviation::has_its_own_mark(name, self.text)) {
            return abbreviation::opens_sentences(word, self.text);
        }
        // "Why now?" Brekke asked.
        let quoted = next > at + 1 && self.is(next - 1, "\"”’'»");
        !(quoted && self.is_attribution(next))
    }

    /// Whether the ellipsis `at..=last` ends the sentence that goes on with `lead`.
    fn ellipsis_ends(&self, begin: usize, at: usize, last: usize, lead: Lead<'_>) -> bool {
        let Lead::Capital(word) = lead else { return false };
        // "... The practice": what was left out stands before the sentence.
        if (begin..at).all(|before| self.is(before, OPENING)) {
            return false;
        }
        last >= at + 3 || self.glued(at) || abbreviation::opens_sentences(word, self.text) && !word.is(self.text, "i")
    }

    /// Whether a blank was forgotten after the full stop at `at`: "said.The". Not so inside an address.
    fn blank_is_missing(&self, at: usize) -> bool {
        let small = |token: &Token| token.case == LetterCase::Lower && token.range.len() > 1 && !token.is_glued();
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before)).is_some_and(small);
        let capital = |token: &Token| token.case == LetterCase::Capitalised && token.range.len() > 1;
        before && self.tokens.get(at + 1).is_some_and(capital) && self.tokens.get(at + 2).is_some_and(|t| !t.is_glued())
    }

    /// Whether what starts at `at` is only who said what stands before: "Brekke asked."
    fn is_attribution(&self, at: usize) -> bool {
        let verb = (at..at + 8)
            .take_while(|word| self.class(*word).is_some_and(|class| class != TokenClass::Mark))
            .find(|word| self.tokens.get(*word).is_some_and(|word| word.is_in(self.text, SAID)));
        verb.is_some_and(|verb| verb > at && (self.tokens.len() == verb + 1 || self.is(verb + 1, ".,;")))
    }

    /// Whether what starts at `at` is the name under a quotation, to the end of the paragraph: "— Ana Ruiz".
    fn is_signature(&self, at: usize) -> bool {
        let dash = self.after_closers(at);
        let name = |token: &Token| token.class == TokenClass::Letters && token.case != LetterCase::Lower;
        self.is(dash, "-–—―")
            && self.tokens.get(dash + 1..).is_some_and(|rest| rest.len() <= 4 && rest.iter().all(name))
    }

    /// Whether the words under a picture end before `at`: "The harbour in 2016 Image: Ana Ruiz".
    fn is_credit(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|word| {
            word.case == LetterCase::Capitalised
                && !word.is_glued()
                && self.glued(at + 1)
                && self.is(at + 1, ":")
                && word.is_in(self.text, CREDITS)
        })
    }

    /// The first token of the abbreviation with full stops inside that ends with token `at`: "U" of "U.S".
    fn dotted_from(&self, at: usize) -> usize {
        let mut first = at;
        for _ in 0..4 {
            let Some(before) = first.checked_sub(2) else { break };
            let short = self.tokens.get(before).is_some_and(|t| t.class == TokenClass::Letters && t.range.len() <= 2);
            if short && self.glued(first) && self.is(first - 1, ".") && self.glued(first - 1) {
                first = before;
            } else {
                break;
            }
        }
        first
    }

    /// Whether a name, and perhaps a comma, stands before token `at`: "Washington, D.C."
    fn is_name_before(&self, at: usize) -> bool {
        let before = if at >= 2 && self.is(at - 1, ",") { at - 2 } else { at.saturating_sub(1) };
        before < at && self.tokens.get(before).is_some_and(|t| t.case == LetterCase::Capitalised)
    }

    /// Whether a letter is glued to the mark at `at`: "Jr.'s".
    fn is_apostrophe(&self, at: usize) -> bool {
        self.is(at, "'’") && self.glued(at + 1) && self.class(at + 1) == Some(TokenClass::Letters)
    }

    /// Whether token `at` is one of these marks.
    fn is(&self, at: usize, marks: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_one_of(self.text, marks))
    }

    fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::is_glued)
    }

    fn class(&self, at: usize) -> Option<TokenClass> {
        self.tokens.get(at).map(|token| token.class)
    }
}

fn is_initial(token: &Token, text: &str) -> bool {
    token.case == LetterCase::Capitalised && token.range.of(text).chars().count() == 1
}

/// What may stand before the first word of a sentence.
const OPENING: &str = "\"“”„«‘'’`([—–-¿¡*";

/// Words that open a sentence with a time of day: "At 5 a.m. Mr. Reyes left."
const BEFORE_CLOCK: &str = "about after around at before by from since until";

/// Words that name the maker of a picture, before a colon.
const CREDITS: &str = "credit image photo photograph picture screenshot";

/// Verbs that attribute a quotation.
const SAID: &str = "\
    added answered asked continued cried demanded exclaimed inquired joked remarked repeated replied said says \
    shouted told tweeted wondered wrote yelled";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::token::tokenize;
    use proptest::prelude::*;

    fn split_text(text: &str) -> Vec<&str> {
        let (mut tokens, mut sentences) = (Vec::new(), Vec::new());
        tokenize(text, TextRange::new(0, u32::try_from(text.len()).unwrap()), &mut tokens);
        split(text, &tokens, 0, &mut sentences);
        sentences.iter().map(|sentence| sentence.range.of(text)).collect()
    }

    /// `marked` with a bar between its sentences.
    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        assert_eq!(split_text(&text), expected);
    }

    #[test]
    fn titles_and_initials_go_on() {
        check("Lt. Cmdr. Paul Reyes met Gen. J. R. Okafor. | Mrs. Vance left.");
        check("It was Plan B. | They had no other.");
        check("Nobody but you and I. | Ask Tove I. Aas.");
    }

    #[test]
    fn the_same_full_stop_ends_abbreviation_and_sentence() {
        check("He moved to the U.S. | They stayed.");
        check("The U.S. Coast Guard called Lines Inc. | It was late.");
        check("She came to Washington D.C. | Reyes did not.");
        check("We start at 6 p.m. | Reyes starts at 7 p.m. Friday.");
        check("Before 6 a.m. Reyes was out.");
    }

    #[test]
    fn numbers_and_months_follow_their_abbreviation() {
        check("On Sept. 5 it was No. 3 of pp. 4 and 5. | He said no. | He sat. | Then he left in Oct. | It rained.");
        check("It cost $6.4 million in 2016. | 45 people paid.");
    }

    #[test]
    fn quotations_close_before_the_next_sentence() {
        check(
            "“The roof is the problem.” | He laughed. | “It leaks!” he said. | “Why?” Vance asked. | “So?” | Vance left.",
        );
        check("(It leaks.) | He left [twice]. | 'Never.' | He did.");
    }

    #[test]
    fn an_ellipsis_goes_on_before_small_letters() {
        check("He waited… and left... | Then she came. | We, [...] the people, sat. | It was good [...] | We ate.");
    }

    #[test]
    fn list_marks_open_sentences() {
        check("1. One branch | 2. Two branches | 3. A 4. and 5.");
        check("• Books | • Papers. | All of them.");
        check("a) Books | b) Papers");
    }

    #[test]
    fn addresses_stay_whole() {
        check("Ask jo.marsh@example.org or www.example.org/a.Html today. | No blank.|The end came.");
    }

    #[test]
    fn a_credit_stands_alone() {
        check("The Northern Star in 2016 | Image: Harbour Board.");
        check("“We can see the shore.” — Hanne Brekke");
    }

    proptest! {
        #[test]
        fn sentences_partition_the_tokens(text in r#"([A-Za-z0-9 .!?…"“”()\[\]'-]|[a-z]\. |Mr\. |\PC){0,80}"#) {
            let (mut tokens, mut sentences) = (Vec::new(), Vec::new());
            tokenize(&text, TextRange::new(0, u32::try_from(text.len()).unwrap()), &mut tokens);
            split(&text, &tokens, 0, &mut sentences);
            let mut next = 0;
            for sentence in &sentences {
                prop_assert_eq!(sentence.tokens.start, next);
                prop_assert!(sentence.tokens.end > next);
                next = sentence.tokens.end;
            }
            prop_assert_eq!(next, tokens.len());
        }
    }
}
