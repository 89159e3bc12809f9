//! The names of a document: who is named where, by which forms, with which office.

use std::collections::HashMap;

use super::lexicon::Class;
use super::phrase::Phrases;
use super::words::{Shape, Words};
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
    pub name: TextRange,
    /// How many words that form has.
    words: usize,
    /// What titles and first names say.
    pub gender: Option<Gender>,
    /// Whether it is an organisation.
    pub organisation: bool,
    /// Whether something says that it is a person: a title, a first name.
    pub person: bool,
    /// How often it is named.
    count: u32,
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
#[derive(Debug, Default)]
pub struct Names {
    entities: Vec<Entity>,
    mentions: Vec<Mention>,
    /// What is known of each word or form, in small letters.
    known: HashMap<String, Known>,
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
    /// Reads the names of the masked view.
    #[must_use]
    pub fn read(words: &Words, text: &str) -> Self {
        let mut names = Self::default();
        let p = Phrases { words, text };
        let (mut at, mut sentence_end, mut first_in_sentence) = (0, 0, true);
        while at < words.len() {
            let word = words.word(at);
            if at >= sentence_end {
                sentence_end = words.sentence(at).end;
                first_in_sentence = true;
            }
            if !is_name_word(&p, at) {
                if word.shape == Shape::Lower && word.class.is(Class::PEOPLE.or(Class::OFFICE))
                    || word.class.is(Class::PRONOUN)
                {
                    first_in_sentence = false;
                }
                at += 1;
                continue;
            }
            let end = name_end(&p, at, sentence_end);
            let start = name_start(&p, at, end);
            at = end;
            if start == end {
                continue;
            }
            let governed = titles_start(&p, start).checked_sub(1).is_some_and(|before| {
                p.is(before, Class::PREPOSITION)
                    || p.is(before, Class::DETERMINER) && before > 0 && p.is(before - 1, Class::PREPOSITION)
            });
            let subject = first_in_sentence && !governed;
            first_in_sentence &= governed;
            names.add(&p, start, end, subject);
        }
        names
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
        let places = &self.known(noun)?.roles;
        let next = places.partition_point(|(place, _)| *place < at);
        next.checked_sub(1)
            .and_then(|before| places.get(before))
            .or_else(|| places.get(next))
            .map(|(_, entity)| *entity)
    }

    /// The organisation whose name ends in `noun`: "the ministry". The one named most of those that do.
    #[must_use]
    pub fn organisation(&self, noun: &str) -> Option<usize> {
        let word = self.known(noun)?;
        self.most_named(&word.last, |entity| entity.organisation && entity.words > 1)
    }

    fn most_named(&self, entities: &[usize], fits: impl Fn(&Entity) -> bool) -> Option<usize> {
        let mut best = None;
        for index in entities {
            let Some(entity) = self.get(*index) else { continue };
            if fits(entity) && best.is_none_or(|(_, count)| entity.count >= count) {
                best = Some((*index, entity.count));
            }
        }
        best.map(|(index, _)| index)
    }

    /// What is known of a word or a form, however it is written.
    #[inline(never)]
    fn known(&self, word: &str) -> Option<&Known> {
        self.known.get(&word.to_lowercase())
    }

    #[inline(never)]
    fn note(&mut self, word: &str) -> &mut Known {
        self.known.entry(word.to_owned()).or_default()
    }

    fn add(&mut self, p: &Phrases<'_>, start: usize, end: usize, subject: bool) {
        let range = p.range_of(&(start..end));
        let count = end - start;
        let title_gender = gender_of_titles(p, start);
        let first_name = p.word(start).class;
        let name_gender = match (first_name.is(Class::MAN), first_name.is(Class::WOMAN)) {
            (true, false) if count > 1 => Some(Gender::Man),
            (false, true) if count > 1 => Some(Gender::Woman),
            _ => None,
        };
        let gender = title_gender.or(name_gender);
        let acronym = count == 1
            && range.len() >= 2
            && range.of(p.text).chars().all(|c| c.is_uppercase() || c == '.' || c == '&');
        let the = start > 0 && p.is_any(start - 1, "the The THE");
        let organisation =
            p.any(start..end, Class::ORGANISATION) || acronym || the && count > 1 && !p.is(start, Class::TITLE);
        let titled =
            start.checked_sub(1).is_some_and(|before| p.is(before, Class::TITLE.or(Class::OFFICE).or(Class::PEOPLE)));
        let person = !organisation && (titled || count > 1 && first_name.is(Class::MAN.or(Class::WOMAN)));
        let entity = self.link(p, range, count, gender, organisation);
        let mut range = range;
        if organisation && the {
            range.start = p.before(start).range.start;
        }
        if let Some(known) = self.entities.get_mut(entity) {
            known.count += 1;
            known.gender = known.gender.or(gender);
            known.person |= person;
            let better_article = known.words == count && organisation && the && known.name.len() < range.len();
            if known.words < count || better_article {
                known.name = range;
                known.words = count;
                known.organisation |= organisation;
            }
        }
        self.mentions.push(Mention { start, end, entity, subject });
        self.read_roles(p, start, end, entity);
    }

    /// The entity a form belongs to; a new one where it belongs to none.
    fn link(
        &mut self,
        p: &Phrases<'_>,
        range: TextRange,
        count: usize,
        gender: Option<Gender>,
        organisation: bool,
    ) -> usize {
        let form = range.of(p.text).replace('\u{a0}', " ").to_lowercase();
        let last_word = form.rsplit(' ').next().unwrap_or_default();
        if count > 1
            && let Some(entity) = self.known(&form).and_then(|known| known.full)
        {
            return entity;
        }
        let known = self.known(last_word);
        let best = known.and_then(|known| {
            self.most_named(&known.last, |entity| {
                let name = entity.name.of(p.text);
                let longer = count == 1
                    || entity.words != count
                        && (entity.words == 1 && !entity.organisation
                            || is_suffix(&form, name)
                            || is_suffix(name, &form));
                longer && (gender.is_none() || entity.gender.is_none() || entity.gender == gender)
            })
        });
        let by_first = known.and_then(|known| known.first).filter(|_| count == 1 && best.is_none());
        let entity = best.or(by_first).unwrap_or_else(|| {
            self.entities.push(Entity { name: range, words: count, gender, organisation, person: false, count: 0 });
            self.entities.len() - 1
        });
        if count > 1 {
            self.note(&form).full = Some(entity);
            self.note(form.split(' ').next().unwrap_or_default()).first.get_or_insert(entity);
        }
        if by_first.is_none() {
            let list = &mut self.note(last_word).last;
            if !list.contains(&entity) && list.len() < 8 {
                list.push(entity);
            }
        }
        entity
    }

    /// "Transport Secretary Lee Park"; "Lee Park, the mayor of Lund"; "the mayor, Lee Park".
    fn read_roles(&mut self, p: &Phrases<'_>, start: usize, end: usize, entity: usize) {
        let noun = Class::TITLE.or(Class::OFFICE).or(Class::PEOPLE);
        let mut note = |at: usize| {
            let role = p.letters(at).trim_end_matches('.').to_lowercase();
            self.note(&role).roles.push((start, entity));
        };
        let mut before = start;
        while before > 0 && before + 3 > start && p.is(before - 1, noun) {
            before -= 1;
            note(before);
        }
        if before == start && start > 1 && p.is_mark(start - 1, ',') && p.is(start - 2, noun) {
            note(start - 2);
        }
        if p.is_mark(end, ',') {
            let stop = (end + 1..end + 9)
                .find(|at| !p.word(*at).is_word() || p.is(*at, Class::PREPOSITION.or(Class::RELATIVE)));
            if let Some(head) = stop.and_then(|stop| stop.checked_sub(1)).filter(|head| *head > end)
                && p.is(head, noun)
            {
                note(head);
            }
        }
    }
}

/// Whether `short` ends `long`, word for word, whatever its capitals.
fn is_suffix(short: &str, long: &str) -> bool {
    let mut long = long.split_whitespace().rev();
    short.split_whitespace().rev().all(|word| long.next().is_some_and(|other| other.eq_ignore_ascii_case(word)))
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
        .is_some_and(|title| p.is_any(title + 1, "of for") && p.is(title, Class::TITLE.or(Class::OFFICE)));
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
