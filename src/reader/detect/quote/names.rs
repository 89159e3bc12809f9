//! The names of a document: who is named where, by which forms, with which office.

use std::ops::Range;

use super::lexicon::Class;
use super::phrase::Phrases;
use super::words::Shape;
use crate::detect::lexicon::{Table, hash};
use crate::text::TextRange;

/// What is known of somebody's sex from title and first name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// "he"
    Man,
    /// "she"
    Woman,
}

/// Somebody or something with a name.
#[derive(Clone, Debug)]
pub struct Entity {
    /// Its fullest form, without titles.
    name: Range<usize>,
    /// Whether "the" belongs to that form.
    article: bool,
    /// What titles and first names say.
    pub gender: Option<Gender>,
    /// Whether it is an organisation.
    pub organisation: bool,
    /// Whether something says that it is a person: a title, a first name.
    pub person: bool,
    /// How often it is named.
    count: u32,
}

impl Entity {
    /// Where its fullest form stands, an organisation's with its article.
    #[must_use]
    pub fn name(&self, p: &Phrases<'_>) -> TextRange {
        p.range_of(&(self.name.start - usize::from(self.article)..self.name.end))
    }
}

/// One place where somebody is named.
#[derive(Clone, Copy, Debug)]
pub struct Mention {
    /// Its words.
    pub start: usize,
    /// One past its last word.
    pub end: usize,
    /// Index of the entity.
    pub entity: usize,
    /// Whether it is the first in its sentence and no preposition governs it.
    pub subject: bool,
}

/// All names of a document.
#[derive(Debug)]
pub struct Names {
    entities: Vec<Entity>,
    mentions: Vec<Mention>,
    known: Vec<Known>,
    /// For the hash of each word or form that is known, one more than its index in `known`.
    index: Table,
}

/// What is known of a word or of several.
#[derive(Debug, Default)]
struct Known {
    /// The entity with this name of more than one word.
    full: Option<usize>,
    /// The entity with this first name.
    first: Option<usize>,
    /// The entities whose names end in this word.
    last: Vec<usize>,
    /// The word is a noun for an office or a role: the places where somebody is said to hold it, in text order.
    roles: Vec<(usize, usize)>,
}

impl Names {
    /// No names yet.
    #[must_use]
    pub fn new() -> Self {
        Self { entities: Vec::new(), mentions: Vec::new(), known: Vec::new(), index: Table::new(0) }
    }

    /// Reads the names of the sentence of the masked view that begins at word number `at`; where the next begins.
    pub fn read(&mut self, p: &Phrases<'_>, mut at: usize) -> usize {
        let words = &p.words;
        let sentence_end = words.sentence(at).end.max(at + 1).min(words.len());
        let mut first_in_sentence = true;
        while at < sentence_end {
            let word = words.word(at);
            if !is_name_word(p, at) {
                if word.shape == Shape::Lower && word.class.is(Class::PEOPLE.or(Class::OFFICE))
                    || word.class.is(Class::PRONOUN)
                {
                    first_in_sentence = false;
                }
                at += 1;
                continue;
            }
            let end = name_end(p, at, sentence_end);
            let start = name_start(p, at, end);
            at = end;
            if start == end {
                continue;
            }
            let governed = titles_start(p, start).checked_sub(1).is_some_and(|before| {
                p.is(before, Class::PREPOSITION)
                    || p.is(before, Class::DETERMINER) && p.is(before.wrapping_sub(1), Class::PREPOSITION)
            });
            let subject = first_in_sentence && !governed;
            first_in_sentence &= governed;
            self.add(p, start, end, subject);
        }
        at
    }

    /// The entity with this index.
    #[must_use]
    pub fn get(&self, entity: usize) -> Option<&Entity> {
        self.entities.get(entity)
    }

    /// The mention that holds word number `at`.
    #[must_use]
    pub fn at(&self, at: usize) -> Option<&Mention> {
        let index = self.mentions.partition_point(|mention| mention.end <= at);
        self.mentions.get(index).filter(|mention| mention.start <= at)
    }

    /// The mentions before word number `at`, the nearest first.
    pub fn before(&self, at: usize) -> impl Iterator<Item = &Mention> {
        let index = self.mentions.partition_point(|mention| mention.end <= at);
        self.mentions.get(..index).unwrap_or_default().iter().rev()
    }

    /// Who held the office or role called `noun` last before word number `at`, or else first after it.
    #[must_use]
    pub fn holder(&self, noun: &str, at: usize) -> Option<usize> {
        let places = &self.known(hash(noun.as_bytes()))?.roles;
        let next = places.partition_point(|(place, _)| *place < at);
        places.get(next.saturating_sub(1)).map(|(_, entity)| *entity)
    }

    /// The organisation whose name ends in `noun`: "the ministry". The one named most of those that do.
    #[must_use]
    pub fn organisation(&self, noun: &str) -> Option<usize> {
        self.most_named(hash(noun.as_bytes()), &|entity| entity.organisation && entity.name.len() > 1)
    }

    /// Of the entities that fit and whose names end in this word, the one named most.
    #[inline(never)]
    fn most_named(&self, word: u64, fits: &dyn Fn(&Entity) -> bool) -> Option<usize> {
        let (mut best, mut most) = (None, 0);
        for index in &self.known(word)?.last {
            if let Some(entity) = self.get(*index).filter(|entity| entity.count >= most && fits(entity)) {
                (best, most) = (Some(*index), entity.count);
            }
        }
        best
    }

    /// What is known of the word or form with this hash.
    fn known(&self, word: u64) -> Option<&Known> {
        self.known.get((self.index.get(word) as usize).checked_sub(1)?)
    }

    #[inline(never)]
    fn note(&mut self, word: u64) -> Option<&mut Known> {
        let number = self.index.entry(word)?;
        if *number == 0 {
            self.known.push(Known::default());
            *number = u32::try_from(self.known.len()).ok()?;
        }
        self.known.get_mut((*number as usize).wrapping_sub(1))
    }

    fn add(&mut self, p: &Phrases<'_>, start: usize, end: usize, subject: bool) {
        let count = end - start;
        let first_name = p.word(start).class;
        let name_gender = match (first_name.is(Class::MAN), first_name.is(Class::WOMAN)) {
            (true, false) if count > 1 => Some(Gender::Man),
            (false, true) if count > 1 => Some(Gender::Woman),
            _ => None,
        };
        let gender = gender_of_titles(p, start).or(name_gender);
        let the = p.is_any(start.wrapping_sub(1), "the");
        let organisation = p.any(start..end, Class::ORGANISATION)
            || count == 1 && is_acronym(p.letters(start))
            || the && count > 1 && !p.is(start, Class::TITLE);
        let titled = p.is(start.wrapping_sub(1), Class::TITLE.or(Class::OFFICE).or(Class::PEOPLE));
        let person = !organisation && (titled || count > 1 && first_name.is(Class::MAN.or(Class::WOMAN)));
        let name = start..end;
        let entity = self.link(p, &name, gender);
        if entity == self.entities.len() {
            let name = name.clone();
            self.entities.push(Entity { name, article: false, gender, organisation, person: false, count: 0 });
        }
        if let Some(known) = self.entities.get_mut(entity) {
            known.count += 1;
            known.gender = known.gender.or(gender);
            known.person |= person;
            let article = organisation && the;
            if known.name.len() < count || known.name.len() == count && article && !known.article {
                known.name = name;
                known.article = article;
                known.organisation |= organisation;
            }
        }
        self.mentions.push(Mention { start, end, entity, subject });
        self.read_roles(p, start, end, entity);
    }

    /// The entity a form belongs to; where it belongs to none, the index of the next.
    fn link(&mut self, p: &Phrases<'_>, form: &Range<usize>, gender: Option<Gender>) -> usize {
        let count = form.len();
        let full = form.clone().fold(0_u64, |full, at| full.rotate_left(9) ^ hash_of(p, at));
        if count > 1
            && let Some(entity) = self.known(full).and_then(|known| known.full)
        {
            return entity;
        }
        let last = hash_of(p, form.end - 1);
        let best = self.most_named(last, &|entity| {
            let words = entity.name.len();
            // "the party" is not every party.
            let alike = (words > count || !entity.article) && ends_alike(p, form, &entity.name);
            let longer = count == 1 || words != count && (words == 1 && !entity.organisation || alike);
            longer && (gender.is_none() || entity.gender.is_none() || entity.gender == gender)
        });
        let by_first = self.known(last).and_then(|known| known.first).filter(|_| count == 1 && best.is_none());
        let entity = best.or(by_first).unwrap_or(self.entities.len());
        if count > 1 {
            if let Some(known) = self.note(full) {
                known.full = Some(entity);
            }
            if let Some(known) = self.note(hash_of(p, form.start)) {
                known.first = known.first.or(Some(entity));
            }
        }
        if by_first.is_none()
            && let Some(known) = self.note(last)
            && !known.last.contains(&entity)
            && known.last.len() < 8
        {
            known.last.push(entity);
        }
        entity
    }

    /// Notes that somebody is said to hold the office or role at word number `noun`, if it is one, at a place.
    #[inline(never)]
    fn hold(&mut self, p: &Phrases<'_>, noun: usize, role: (usize, usize)) -> bool {
        let holds = p.is(noun, Class::TITLE.or(Class::OFFICE).or(Class::PEOPLE));
        if holds && let Some(known) = self.note(hash(p.noun(noun).as_bytes())) {
            known.roles.push(role);
        }
        holds
    }

    /// "Transport Secretary Lee Park"; "Lee Park, the mayor of Lund"; "the mayor, Lee Park".
    fn read_roles(&mut self, p: &Phrases<'_>, start: usize, end: usize, entity: usize) {
        let role = (start, entity);
        let mut before = start.wrapping_sub(1);
        if p.is_mark(before, ',') {
            before = before.wrapping_sub(1);
        }
        if self.hold(p, before, role) {
            self.hold(p, before.wrapping_sub(1), role);
        }
        if p.is_mark(end, ',') {
            let mut head = end;
            while head < end + 8
                && p.word(head + 1).is_word()
                && !p.is(head + 1, Class::PREPOSITION.or(Class::RELATIVE))
            {
                head += 1;
            }
            self.hold(p, head, role);
        }
    }
}

#[inline(never)]
fn hash_of(p: &Phrases<'_>, at: usize) -> u64 {
    hash(p.letters(at).as_bytes())
}

/// Whether two names end in the same words, as far as the shorter one goes, whatever their capitals.
fn ends_alike(p: &Phrases<'_>, a: &Range<usize>, b: &Range<usize>) -> bool {
    a.clone().rev().zip(b.clone().rev()).all(|(a, b)| p.letters(a).eq_ignore_ascii_case(p.letters(b)))
}

/// "NATO", "U.N.", "AT&T"
fn is_acronym(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase() || matches!(byte, b'.' | b'&'))
}

fn is_name_word(p: &Phrases<'_>, at: usize) -> bool {
    let word = p.word(at);
    let named = word.class.is(Class::MAN.or(Class::WOMAN)) && !word.class.is(Class::PRONOUN);
    word.shape == Shape::Capital && (named || !word.class.is(Class::SMALL.or(Class::TIME)))
}

fn name_end(p: &Phrases<'_>, start: usize, ceiling: usize) -> usize {
    let mut end = start;
    while end < ceiling {
        let next_is_name = is_name_word(p, end + 1);
        let inside = is_name_word(p, end)
            || end > start && next_is_name && (p.is(end, Class::PARTICLE) || p.word(end).is_mark('&'))
            || end > start && next_is_name && p.is_any(end, "of") && p.is(end - 1, Class::ORGANISATION);
        if !inside {
            break;
        }
        end += 1;
        if p.word(end - 1).is_possessive() {
            break;
        }
    }
    end
}

/// Where the name itself begins in a run of capitals: after titles, and after what "Secretary of State Ana Ruiz" has
/// before the first name.
#[must_use]
pub fn name_start(p: &Phrases<'_>, start: usize, end: usize) -> usize {
    if end.checked_sub(1).is_none_or(|last| p.is(last, Class::ORGANISATION) && last > start) {
        return start;
    }
    let first_name = Class::MAN.or(Class::WOMAN);
    let title = (start..end.saturating_sub(1))
        .rev()
        .find(|at| p.is(*at, Class::TITLE.or(Class::OFFICE)) && !p.is(*at, first_name));
    if let Some(title) = title {
        return title + 1;
    }
    let of = start
        .checked_sub(2)
        .is_some_and(|title| p.is_any(title + 1, "for of") && p.is(title, Class::TITLE.or(Class::OFFICE)));
    let split = (start + 1..end.saturating_sub(1))
        .find(|at| p.is(*at, first_name) && (of || p.is(*at - 1, Class::ORGANISATION)));
    split.unwrap_or(start)
}

fn titles_start(p: &Phrases<'_>, start: usize) -> usize {
    let mut at = start;
    while p.before(at).shape == Shape::Capital && !p.before(at).class.is(Class::SMALL) {
        at -= 1;
    }
    at
}

fn gender_of_titles(p: &Phrases<'_>, start: usize) -> Option<Gender> {
    (start.saturating_sub(2)..start).rev().find_map(|at| {
        if p.is(at, Class::MAN_TITLE) {
            Some(Gender::Man)
        } else if p.is(at, Class::WOMAN_TITLE) {
            Some(Gender::Woman)
        } else {
            None
        }
    })
}
