//! What each paragraph is in its article: rules over its shape and its neighbours.
//!
//! The default is body: a sentence of the article must not be lost to a wrong type, while furniture taken for body
//! costs no more than a proposal too many.

use super::shape::Shape;
use super::{Paragraph, ParagraphType, furniture};
use crate::text::Token;
use crate::text::token::is_one_of;

/// Paragraphs among which the title is looked for.
const HEAD: usize = 12;

/// What is known of a paragraph before its neighbours are asked.
#[derive(Clone, Copy, Debug)]
pub(in crate::text) enum Look {
    /// It shows by itself what it is.
    Furniture(ParagraphType),
    /// Sentences.
    Running(Option<Shape>),
    /// A line that is no sentence.
    Loose(Shape),
}

/// Gives each of `paragraphs` its type; `looks` are what [`look`] says of them, in order.
pub(in crate::text) fn assign_types(text: &str, paragraphs: &mut [Paragraph], looks: &[Look]) {
    let running = |look: &Look| matches!(look, Look::Running(_));
    let Some(mut body) = looks.iter().position(running) else { return only_furniture(paragraphs, looks) };
    if paragraphs.len() == 1 {
        return;
    }
    let isolated = |at: usize| blank_before(text, paragraphs, at) && blank_before(text, paragraphs, at + 1);
    let mut headline = headline(looks.get(..body.min(HEAD)).unwrap_or_default(), &isolated);
    // "Voters Abandon the Old Party for the New.", "Can the bridge be saved?": titles that end as sentences do.
    if headline.is_none()
        && let Some(Look::Running(Some(shape))) = looks.get(body)
        && (shape.strict_title_case() || shape.asks && shape.words <= 14)
        && !shape.quoted
        && paragraphs.get(body).is_some_and(|paragraph| paragraph.sentences.len() == 1)
        && let Some(next) = looks.iter().skip(body + 1).position(running)
    {
        headline = Some(body);
        body += 1 + next;
    }

    let place = Place { headline, body };
    let mut before = Before::default();
    for (at, look) in looks.iter().enumerate() {
        let row = before.loose > 0
            || matches!(looks.get(at + 1), Some(Look::Loose(next)) if !next.title_case() && !next.caption());
        let Some(paragraph) = paragraphs.get_mut(at) else { break };
        paragraph.kind = match *look {
            Look::Furniture(kind) => kind,
            Look::Running(shape) if Some(at) != headline => running_type(shape),
            Look::Loose(shape) if shape.link_label => ParagraphType::Section,
            Look::Loose(shape) if Some(at) != headline => {
                let teaser = before.links || shape.opens_link;
                loose_type(shape, at, place, &before, Around { row, teaser, sentences: paragraph.sentences.len() })
            }
            Look::Running(_) | Look::Loose(_) => ParagraphType::Headline,
        };
        before.read(look, paragraph.kind);
    }
}

/// A text without sentences: a list, a note. What is no furniture is body.
fn only_furniture(paragraphs: &mut [Paragraph], looks: &[Look]) {
    let furniture = |look: &&Look| matches!(look, Look::Furniture(_));
    if looks.iter().filter(furniture).count() < looks.len() {
        for (paragraph, look) in paragraphs.iter_mut().zip(looks) {
            if let Look::Furniture(kind) = look {
                paragraph.kind = *kind;
            }
        }
    }
}

/// Looks at `tokens`, one paragraph of `text`.
pub(in crate::text) fn look(text: &str, tokens: &[Token]) -> Look {
    if let Some(kind) = furniture::own_type(text, tokens) {
        return Look::Furniture(kind);
    }
    match Shape::of(text, tokens) {
        None => Look::Running(None),
        Some(shape) if shape.ends_sentence && shape.upper && shape.words <= 2 => Look::Loose(shape),
        Some(shape) if shape.ends_sentence => Look::Running(Some(shape)),
        Some(shape) => Look::Loose(shape),
    }
}

/// Where the article begins.
#[derive(Clone, Copy)]
struct Place {
    headline: Option<usize>,
    /// The first paragraph of sentences.
    body: usize,
}

/// What stands before a paragraph.
#[derive(Default)]
struct Before {
    /// The type of the last paragraph, and whether it ended with a colon.
    kind: Option<ParagraphType>,
    announces: bool,
    /// Lines in a row that are no sentences but body.
    loose: usize,
    /// Under a label such as "Related news".
    links: bool,
}

impl Before {
    fn read(&mut self, look: &Look, kind: ParagraphType) {
        let loose = matches!(look, Look::Loose(_));
        self.announces = match look {
            Look::Loose(shape) | Look::Running(Some(shape)) => shape.ends_with_colon && kind == ParagraphType::Body,
            _ => false,
        };
        self.loose = if loose && kind == ParagraphType::Body { self.loose + 1 } else { 0 };
        self.links = match kind {
            ParagraphType::Section => matches!(look, Look::Loose(shape) if shape.link_label),
            ParagraphType::Teaser => self.links,
            _ => false,
        };
        self.kind = Some(kind);
    }
}

fn running_type(shape: Option<Shape>) -> ParagraphType {
    match shape {
        Some(shape) if shape.ends_with_credit || shape.strong_caption && !shape.quoted => ParagraphType::Caption,
        _ => ParagraphType::Body,
    }
}

/// What else the type of a line that is no sentence hangs on.
#[derive(Clone, Copy)]
struct Around {
    /// Whether another such line stands beside it.
    row: bool,
    /// Whether it stands under "Related news", or behind "Read more:".
    teaser: bool,
    /// Sentences in it.
    sentences: usize,
}

fn loose_type(shape: Shape, at: usize, place: Place, before: &Before, around: Around) -> ParagraphType {
    if before.kind == Some(ParagraphType::Tags) {
        return ParagraphType::Tags;
    }
    if shape.caption() {
        return ParagraphType::Caption;
    }
    // "The governor added:" goes on with what she added, a list with its next line.
    let listed = before.announces || before.loose > 0 || shape.opens_item || shape.ends_with_colon && shape.small_words;
    if at < place.body {
        return match place.headline {
            Some(headline) if at < headline => {
                if shape.label() {
                    ParagraphType::Section
                } else {
                    ParagraphType::Caption
                }
            }
            Some(_) if listed => ParagraphType::Body,
            Some(_) if shape.label() => ParagraphType::Section,
            Some(_) if shape.apposition() => ParagraphType::Caption,
            Some(_) if shape.title_case() && !shape.ends_open => ParagraphType::Teaser,
            _ => ParagraphType::Body,
        };
    }
    if around.teaser {
        return ParagraphType::Teaser;
    }
    if listed || shape.ends_open && shape.words > 3 || around.sentences > 1 || shape.opens_small {
        return ParagraphType::Body;
    }
    match shape {
        _ if shape.title_case() && shape.words >= 5 => ParagraphType::Teaser,
        _ if shape.quoted => ParagraphType::Body,
        _ if shape.apposition() => ParagraphType::Caption,
        _ if shape.words <= 7 && !around.row => ParagraphType::Section,
        _ => ParagraphType::Body,
    }
}

/// The likeliest title among the first paragraphs: what is whole, says something and stands by itself.
fn headline(head: &[Look], isolated: &dyn Fn(usize) -> bool) -> Option<usize> {
    let mut best: Option<(i32, usize)> = None;
    for (at, look) in head.iter().enumerate() {
        let Look::Loose(shape) = look else { continue };
        let mut score =
            i32::from(best.is_none()) + i32::from(shape.title_case()) + i32::from(shape.verb) + i32::from(isolated(at));
        score -= 4 * i32::from(shape.caption()) + 2 * i32::from(shape.apposition());
        score -= 3 * i32::from(shape.words <= 2 || shape.opens_small || shape.ends_open || shape.opens_item);
        score -= 2 * i32::from(shape.words > 30);
        if score > -2 && best.is_none_or(|(highest, _)| score > highest) {
            best = Some((score, at));
        }
    }
    best.map(|(_, at)| at)
}

/// Whether an empty line stands before paragraph `at`, or nothing.
fn blank_before(text: &str, paragraphs: &[Paragraph], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| paragraphs.get(before)) else { return true };
    let Some(paragraph) = paragraphs.get(at) else { return true };
    let between = text.get(before.range.end as usize..paragraph.range.start as usize).unwrap_or_default();
    let (mut ends, mut last) = (0, ' ');
    for character in between.chars() {
        let second_half = (last, character) == ('\r', '\n');
        ends += usize::from(is_one_of(character, "\n\r\u{2028}\u{2029}") && !second_half);
        last = character;
    }
    ends > 1
}

impl Shape {
    /// Whether it speaks of a picture.
    fn caption(&self) -> bool {
        self.caption || self.strong_caption || self.ends_with_credit
    }
}
