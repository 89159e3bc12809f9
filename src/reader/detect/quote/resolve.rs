//! From the source as it stands to the name it resolves to: "she" to "Ana Ruiz", "the ministry" to "the Russian
//! Defense Ministry".

use super::detail::{Candidate, SourceKind};
use super::lexicon::Class;
use super::names::{Gender, Mention, Names};
use super::phrase::{Phrase, Phrases};
use super::words::Shape;
use crate::text::TextRange;
use crate::text::cut::one_line;

/// A source with its name.
#[derive(Clone, Copy, Debug)]
pub struct Resolved {
    /// Where its name stands, or the source itself where it has none.
    pub name: TextRange,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// The entity, where it has a name.
    pub entity: Option<usize>,
    /// Other entities it could be, the likeliest first; beyond the last where there are fewer.
    rivals: [usize; 3],
    /// How sure the step from the words to the name is, 0 to 1.
    pub confidence: f32,
}

impl Resolved {
    fn as_it_stands(name: TextRange, kind: SourceKind) -> Self {
        Self { name, kind, entity: None, rivals: [usize::MAX; 3], confidence: 1.0 }
    }
}

/// Resolves the sources of one document, in text order.
pub struct Resolver<'a> {
    /// The masked view.
    pub phrases: &'a Phrases<'a>,
    /// The names of the document.
    pub names: &'a Names,
    /// Who spoke last, and at which word.
    pub last: Option<(Resolved, usize)>,
    /// For each entity whether it has spoken.
    pub spoken: Vec<bool>,
}

/// How many mentions back a pronoun may reach.
const REACH: usize = 40;

impl Resolver<'_> {
    /// Notes that `who` speaks at word number `at`.
    pub fn speaks(&mut self, who: Resolved, at: usize) {
        if let Some(entity) = who.entity {
            if self.spoken.len() <= entity {
                self.spoken.resize(entity + 1, false);
            }
            if let Some(spoke) = self.spoken.get_mut(entity) {
                *spoke = true;
            }
        }
        self.last = Some((who, at));
    }

    /// The name of `source`.
    #[must_use]
    pub fn resolve(&self, source: &Phrase) -> Resolved {
        let p = self.phrases;
        let first = source.words.start;
        let own = p.is_any(first, "her his");
        if source.words.len() == 1 && (own || p.is(first, Class::PRONOUN)) {
            return self.pronoun(first);
        }
        self.named(source).unwrap_or_else(|| self.common(source))
    }

    /// Others `who` could be, with what is left of the certainty.
    pub fn candidates(&self, who: &Resolved) -> Vec<Candidate> {
        let confidence = (1.0 - who.confidence) / 2.0;
        let mut found = Vec::new();
        for entity in who.rivals.iter().filter_map(|rival| self.names.get(*rival)) {
            found.push(Candidate { name: self.text_of(entity.name(self.phrases)), confidence });
        }
        found
    }

    /// The letters of a name; a line may be broken in it, or held together.
    pub fn text_of(&self, name: TextRange) -> String {
        one_line(name.of(self.phrases.text))
    }

    fn entity(&self, entity: usize, confidence: f32) -> Option<Resolved> {
        let known = self.names.get(entity)?;
        let kind = if known.organisation { SourceKind::Organisation } else { SourceKind::Person };
        Some(Resolved { entity: Some(entity), confidence, ..Resolved::as_it_stands(known.name(self.phrases), kind) })
    }

    fn named(&self, source: &Phrase) -> Option<Resolved> {
        if !source.names() {
            return None;
        }
        let last = source.name.end.wrapping_sub(1);
        let small = Class::PEOPLE.or(Class::OFFICE).or(Class::DOCUMENT);
        if source.name.len() == 1 && self.phrases.is(last, small) {
            return None;
        }
        let known = self.names.at(last).filter(|mention| mention.end == source.name.end)?;
        self.entity(known.entity, 1.0)
    }

    /// A source without a name: an office, an organisation, a document, somebody.
    fn common(&self, source: &Phrase) -> Resolved {
        let p = self.phrases;
        let head = self.head(source);
        let noun = p.letters(head);
        let class = p.word(head).class;
        let starts_definite = p.is_any(source.words.start, "that the this");
        let definite = starts_definite && source.words.len() <= 3;
        let kind = if class.is(Class::DOCUMENT) && !class.is(Class::PEOPLE) && !p.is_any(head, "post") {
            // "the ministry's statement" is the ministry's; "the statement read" goes on.
            // The owner stands before what is owned: in "the statement's", cut off, there is none.
            let mut before = source.words.start..source.words.end.saturating_sub(1);
            if let Some(owner) = before.find(|at| p.word(*at).is_possessive())
                && p.is_any(head, "email letter memo release spokesman statement tweet")
            {
                let owner = self.resolve(&Phrase {
                    words: source.words.start..owner + 1,
                    name: name_before(p, source.words.start, owner + 1),
                });
                return Resolved { kind: SourceKind::Document, ..owner };
            }
            if definite
                && p.is_any(head, "communique release statement tweet")
                && let Some((last, _)) = &self.last
            {
                return Resolved { kind: SourceKind::Document, confidence: 0.95, ..*last };
            }
            SourceKind::Document
        } else {
            let organisation = class.is(Class::ORGANISATION);
            let holder = self.names.holder(noun, source.words.start);
            let known = holder.or_else(|| self.names.organisation(noun).filter(|_| organisation));
            if let Some(found) = known.filter(|_| definite).and_then(|known| self.entity(known, 0.95)) {
                return found;
            }
            let office =
                class.is(Class::OFFICE) && !class.is(Class::PEOPLE) || class.is(Class::TITLE) && starts_definite;
            let named = p.word(head).shape == Shape::Capital && !class.is(Class::PEOPLE);
            match (organisation, office, named) {
                (false, true, _) => SourceKind::Office,
                (false, false, false) => SourceKind::Unnamed,
                _ => SourceKind::Organisation,
            }
        };
        Resolved::as_it_stands(p.range_of(&source.words), kind)
    }

    /// The noun a phrase is about: its last word before a preposition.
    fn head(&self, source: &Phrase) -> usize {
        let p = self.phrases;
        let stop = p
            .find(source.words.start + 1..source.words.end, Class::PREPOSITION.or(Class::RELATIVE))
            .unwrap_or(source.words.end);
        stop.saturating_sub(1).max(source.words.start)
    }

    /// "he", "she": the likeliest of the people named before, by sex, recency, place in the sentence, and who has spoken.
    fn pronoun(&self, at: usize) -> Resolved {
        let p = self.phrases;
        let gender = if p.is_any(at, "he his") {
            Gender::Man
        } else if p.is_any(at, "her she") {
            Gender::Woman
        } else {
            return self.plural(at);
        };
        let likeliest = self.likeliest(at, gender);
        let mut rivals = [usize::MAX; 3];
        for (rival, (entity, _)) in rivals.iter_mut().zip(likeliest.iter().skip(1)) {
            *rival = *entity;
        }
        let found = match likeliest[..] {
            [] => None,
            [(best, _)] => self.entity(best, certainty(9)),
            [(best, top), (_, next), ..] => self.entity(best, certainty(top - next)),
        };
        found.map_or_else(
            || Resolved::as_it_stands(p.word(at).stem(), SourceKind::Person),
            |found| Resolved { rivals, ..found },
        )
    }

    /// "they", "it": the organisation or the document that spoke last. "I", "we", "you", "who" stand for themselves.
    fn plural(&self, at: usize) -> Resolved {
        let p = self.phrases;
        let third = p.is_any(at, "it they");
        match &self.last {
            Some((last, _)) if third && last.kind != SourceKind::Person => Resolved { confidence: 0.6, ..*last },
            _ => {
                let kind = if third { SourceKind::Unnamed } else { SourceKind::Person };
                Resolved::as_it_stands(p.word(at).stem(), kind)
            }
        }
    }

    /// The people named before word number `at` with a score, the highest first.
    fn likeliest(&self, at: usize, gender: Gender) -> Vec<(usize, i32)> {
        let p = self.phrases;
        let sentence = p.words.sentence_number(at);
        let paragraph = p.words.paragraph_number(at);
        // "The plan is Ruiz's, he said": whoever is named in what he said is somebody else.
        let reported = at.checked_sub(1).is_some_and(|before| p.is_mark(before, ','));
        let mut scores: Vec<(usize, i32, i32)> = Vec::new();
        for mention in self.names.before(at).take(REACH) {
            let Some(entity) = self.names.get(mention.entity) else { continue };
            if entity.organisation
                || entity.gender.is_some_and(|known| known != gender)
                || reported && p.words.sentence_number(mention.start) == sentence
            {
                continue;
            }
            let spoke = self.spoken.get(mention.entity).is_some_and(|spoke| *spoke);
            let known = match (entity.gender.is_some(), entity.person) {
                (true, true) => 8,
                (true, false) => 4,
                (false, true) => 2,
                (false, false) if spoke => 5,
                (false, false) => -5,
            };
            let score = self.score(mention, sentence, paragraph) + known + 2 * i32::from(spoke);
            match scores.iter_mut().find(|(other, ..)| *other == mention.entity) {
                // Named again further back: a little more.
                Some((_, best, again)) => (*best, *again) = (score.max(*best), 1),
                None => scores.push((mention.entity, score, 0)),
            }
        }
        let mut likeliest: Vec<(usize, i32)> = Vec::new();
        for (entity, best, again) in scores {
            let score = best + again;
            let at = likeliest.partition_point(|(_, other)| *other >= score);
            likeliest.insert(at, (entity, score));
        }
        likeliest
    }

    fn score(&self, mention: &Mention, sentence: usize, paragraph: usize) -> i32 {
        let words = &self.phrases.words;
        let back = |from: usize, to: usize, most: usize| i32::try_from(from.saturating_sub(to).min(most)).unwrap_or(0);
        let mut score = -2 * back(sentence, words.sentence_number(mention.start), 12)
            - back(paragraph, words.paragraph_number(mention.start), 6);
        if self.phrases.before(mention.end).is_possessive() {
            score -= 2;
        }
        if mention.subject {
            score += 4;
        }
        if let Some((last, spoke)) = self.last
            && last.entity == Some(mention.entity)
        {
            score += 6 - 2 * back(paragraph, words.paragraph_number(spoke), 3);
        }
        score
    }
}

/// How often the likeliest of several people is the one meant, by the points between it and the next.
///
/// Measured on the train part of `PolNeAR`: names that say who speaks were taken for pronouns, and the answer compared
/// (1,200 cases: 92, 77, 61, 52 and 30 %); of 130 real pronouns read by hand nearly the same shares were right.
fn certainty(gap: i32) -> f32 {
    match gap {
        9.. => 0.92,
        6..=8 => 0.77,
        3..=5 => 0.62,
        1..=2 => 0.55,
        _ => 0.4,
    }
}

/// The name that ends right before word number `end`.
fn name_before(p: &Phrases<'_>, start: usize, end: usize) -> std::ops::Range<usize> {
    let mut at = end;
    while at > start && p.before(at).shape == Shape::Capital && !p.is(at - 1, Class::SMALL) {
        at -= 1;
    }
    at..end
}
