//! One paragraph of the article with the marks in it.

use std::rc::Rc;

use yew::prelude::*;

use super::compare::cut;
use super::small::classes;
use crate::annotation::{Annotation, Kind, Verdict};
use crate::review::segments::segments;
use crate::review::{Covering, Segment};
use crate::text::{ParagraphType, TextRange};
use crate::ui::same::Same;
use crate::ui::state::{Bench, Mode, ParagraphView, TextChange};
use crate::ui::strings;

/// Longest date that is kept on one line, in bytes.
const SHORT: u32 = 24;

/// What is looked at in one paragraph: a paragraph where it is empty has nothing special.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Looked {
    /// The mark that is looked at.
    current: Option<Same<Annotation>>,
    /// The mark a link was begun at.
    from: Option<Same<Annotation>>,
    /// The words that are the reasons.
    because: Vec<TextRange>,
    /// Sentences without a mark, in text order.
    unread: Vec<TextRange>,
    /// What is new in the text, and what went.
    changes: Vec<TextChange>,
}

impl Looked {
    /// What is looked at in the whole article.
    pub fn of(bench: &Bench) -> Self {
        let current = bench.current();
        let mut because: Vec<TextRange> = bench.place.into_iter().collect();
        if let Some(mark) = current {
            because.extend(mark.reasons.iter().map(|reason| reason.range).filter(|range| *range != mark.range));
        }
        Self {
            current: current.map(Same::from),
            from: match &bench.mode {
                Mode::Linking(from, _) => bench.session.annotation(from).map(Same::from),
                _ => None,
            },
            because,
            unread: bench.coverage.as_ref().map(|coverage| coverage.open.clone()).unwrap_or_default(),
            changes: bench.changes.as_ref().map(|changes| changes.list.clone()).unwrap_or_default(),
        }
    }

    /// What of it lies in these paragraphs in a row; empty for most of them, so that they stay as they are.
    pub fn within(&self, paragraphs: &[Same<ParagraphView>]) -> Self {
        let (Some(first), Some(last)) = (paragraphs.first(), paragraphs.last()) else { return Self::default() };
        let range = first.range.cover(last.range);
        let here = |mark: &Option<Same<Annotation>>| mark.clone().filter(|mark| mark.range.overlaps(range));
        let first_unread = self.unread.partition_point(|other| other.end <= range.start);
        let unread = self.unread.iter().skip(first_unread).take_while(|other| other.start < range.end);
        let touches =
            |change: &&TextChange| (first.index..=last.index).contains(&change.paragraph) || change.new.overlaps(range);
        Self {
            current: here(&self.current),
            from: here(&self.from),
            because: self.because.iter().copied().filter(|reason| reason.overlaps(range)).collect(),
            unread: unread.copied().collect(),
            changes: self.changes.iter().filter(touches).cloned().collect(),
        }
    }

    /// Whether something here is to be brought into view.
    pub fn is_sought(&self) -> bool {
        self.current.is_some() || self.from.is_some() || !self.because.is_empty()
    }
}

/// A paragraph of `text`.
#[derive(Properties, PartialEq)]
pub struct Props {
    pub text: Same<str>,
    pub view: Same<ParagraphView>,
    pub looked: Looked,
}

/// One paragraph.
#[component]
pub fn Paragraph(props: &Props) -> Html {
    let view = &props.view;
    let pieces = pieces(&props.text, view, &props.looked);
    let name = strings::paragraph_type(view.kind);
    let class = classes(&[("p", true), (css_class(view.kind), true)]);
    let is_body = view.kind == ParagraphType::Body;
    let index = view.index.to_string();
    let heading = view.kind == ParagraphType::Headline;
    html! {
        <p {class} data-paragraph={index.clone()} dir="auto" role={heading.then_some("heading")}
            aria-level={heading.then_some("2")}>
            <button type="button" class={classes(&[("kind-of", true), ("quiet", is_body)])} data-kind-of={index} tabindex="-1" title={strings::article::CHANGE_KIND}>
                { if is_body { "¶" } else { name } }
            </button>
            { for nest(props, &pieces, 0) }
        </p>
    }
}

const fn css_class(kind: ParagraphType) -> &'static str {
    match kind {
        ParagraphType::Headline => "p-headline",
        ParagraphType::Dateline => "p-dateline",
        ParagraphType::Byline => "p-byline",
        ParagraphType::Section => "p-section",
        ParagraphType::Caption => "p-caption",
        ParagraphType::Credit => "p-credit",
        ParagraphType::Teaser => "p-teaser",
        ParagraphType::Tags => "p-tags",
        ParagraphType::Body => "p-body",
        ParagraphType::Omitted => "p-omitted",
    }
}

/// A segment, cut once more where reasons and unread sentences begin and end.
struct Piece {
    segment: Segment,
    class: &'static str,
    /// Words that stood before it and went.
    gone: Option<Rc<str>>,
}

fn pieces(text: &str, view: &ParagraphView, looked: &Looked) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for segment in segments(text, view.range, &view.marks) {
        let range = segment.range;
        let mut edges = vec![range.start, range.end];
        let mut cut = |special: &TextRange| {
            edges.extend([special.start, special.end].iter().filter(|edge| range.contains(**edge)));
        };
        looked.because.iter().for_each(&mut cut);
        looked.unread.iter().for_each(&mut cut);
        looked.changes.iter().for_each(|change| cut(&change.new));
        edges.sort_unstable();
        edges.dedup();
        for (start, end) in edges.iter().copied().zip(edges.iter().copied().skip(1)) {
            let inside = |ranges: &[TextRange]| ranges.iter().any(|special| special.contains(start));
            let change = looked.changes.iter().find(|change| change.new.contains(start));
            let class = match (inside(&looked.because), change, inside(&looked.unread)) {
                (true, Some(_), _) => "because added",
                (true, None, _) => "because",
                (_, Some(change), _) if change.new.start == start => "added first",
                (_, Some(_), _) => "added",
                (_, None, true) => "unread",
                _ => "",
            };
            let gone = looked.changes.iter().find(|change| change.new.start == start && change.paragraph == view.index);
            let gone = gone.map(|change| Rc::clone(&change.old)).filter(|words| !words.is_empty());
            let marks = segment
                .marks
                .iter()
                .map(|mark| Covering {
                    mark: mark.mark,
                    starts: mark.starts && start == range.start,
                    ends: mark.ends && end == range.end,
                })
                .collect();
            pieces.push(Piece { segment: Segment { range: TextRange::new(start, end), marks }, class, gone });
        }
    }
    // What went from the very end, and from before the first word.
    let here = |change: &&TextChange| change.paragraph == view.index && !view.range.contains(change.new.start);
    for change in looked.changes.iter().filter(here).filter(|change| !change.old.is_empty()) {
        let gone = Some(Rc::clone(&change.old));
        let at = if change.new.start < view.range.start { view.range.start } else { view.range.end };
        let piece = Piece { segment: Segment { range: TextRange::new(at, at), marks: Vec::new() }, class: "", gone };
        pieces.insert(if at == view.range.end { pieces.len() } else { 0 }, piece);
    }
    pieces
}

/// The pieces with the marks around them, from the mark at `depth` inwards: neighbours under one mark share its element.
fn nest(props: &Props, pieces: &[Piece], depth: usize) -> Vec<Html> {
    let at = |piece: &Piece| piece.segment.marks.get(depth).map(|covering| covering.mark);
    pieces
        .chunk_by(|a, b| at(a).is_some() && at(a) == at(b))
        .filter_map(|run| {
            let (first, last) = (run.first()?, run.last()?);
            let mark = at(first).and_then(|index| Some((index, props.view.marks.get(index)?)));
            let key = first.segment.range.start;
            let piece = match mark {
                Some((index, mark)) => {
                    let starts = first.segment.marks.get(depth).is_some_and(|covering| covering.starts);
                    let ends = last.segment.marks.get(depth).is_some_and(|covering| covering.ends);
                    let linked = props.view.linked.get(index).copied().unwrap_or_default();
                    marked(props, mark, linked, starts, ends, key, nest(props, run, depth + 1))
                }
                None => words(&props.text, first),
            };
            // What went stands before the marks that begin with the words after it.
            let marks = &first.segment.marks;
            let outside = marks.iter().position(|covering| covering.starts).unwrap_or(marks.len());
            let Some(gone) = first.gone.as_ref().filter(|_| outside == depth) else { return Some(piece) };
            // It is no text of the article: the style sheet draws it, so that no offset changes.
            let gone = html! { <del key={format!("gone-{key}")} class="gone" data-words={cut(gone)} /> };
            Some(if first.segment.range.is_empty() {
                gone
            } else {
                html! { <key={format!("after-gone-{key}")}>{ gone }{ piece }</> }
            })
        })
        .collect()
}

/// The words of a piece.
fn words(text: &str, piece: &Piece) -> Html {
    let key = piece.segment.range.start;
    let class = (!piece.class.is_empty()).then_some(piece.class);
    let words = piece.segment.range.of(text).to_owned();
    if piece.class.contains("added") {
        html! { <ins {key} {class} data-start={key.to_string()}>{ words }</ins> }
    } else {
        html! { <span {key} {class} data-start={key.to_string()}>{ words }</span> }
    }
}

fn marked(
    props: &Props,
    mark: &Rc<Annotation>,
    linked: bool,
    starts: bool,
    ends: bool,
    key: u32,
    inside: Vec<Html>,
) -> Html {
    let is = |looked: &Option<Same<Annotation>>| looked.as_ref().is_some_and(|looked| looked.id == mark.id);
    let now = is(&props.looked.current);
    let id = starts.then(|| format!("m-{}", mark.id));
    let tabindex = starts.then_some(if now { "0" } else { "-1" });
    let class = classes(&[
        (mark.kind().as_str(), true),
        (verdict_class(mark.verdict()), true),
        ("first", starts),
        ("last", ends),
        ("linked", linked),
        ("short", mark.kind() == Kind::Date && mark.range.len() < SHORT),
        ("now", now),
        ("from", is(&props.looked.from)),
    ]);
    html! {
        <mark {key} {id} {class} {tabindex} data-mark={mark.id.to_string()} aria-details={format!("k-{}", mark.id)}>
            if now && starts { <span class="edge" data-edge="left" aria-hidden="true" /> }
            { for inside }
            if now && ends { <span class="edge" data-edge="right" aria-hidden="true" /> }
        </mark>
    }
}

/// The class that gives an element the colours and the line of a verdict.
pub const fn verdict_class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Unchecked => "v-unchecked",
        Verdict::Verified => "v-verified",
        Verdict::Inconsistent => "v-inconsistent",
        Verdict::Unclear => "v-unclear",
    }
}
