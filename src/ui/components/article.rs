//! The article: all paragraphs, one handler for every click in it, and the bar at the selection.

use yew::prelude::*;

use super::paragraph::{Looked, Paragraph};
use crate::annotation::span::Edge;
use crate::annotation::{AnnotationId, Kind};
use crate::review::hit::hit;
use crate::text::TextRange;
use crate::ui::dispatch;
use crate::ui::dom::near::{Near, use_near, use_watch};
use crate::ui::dom::{after, listen, place, selection, view};
use crate::ui::errand::Errand;
use crate::ui::same::Same;
use crate::ui::state::{Bench, BlockView, Command, Dialog, Mode, Side};
use crate::ui::strings;

/// Bytes in a line of the article, about, for the height of what was not drawn yet.
const LINE: u32 = 72;

/// Blocks that come into the page at a time.
const BIT: usize = 64;

/// Blocks that are drawn whole at once; of the others only the words, until they come near the window.
const AT_ONCE: usize = 2;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub bench: Same<Bench>,
}

/// The article.
#[component]
pub fn Article(props: &Props) -> Html {
    let bench = &props.bench;
    let text: Same<str> = bench.session.document.text().into();

    let (near, came) = use_near();

    let dragging = use_mut_ref(|| None::<Drag>);
    // Selecting by mouse, touch or keys comes in here, once it has settled.
    let follow = {
        let dragging = dragging.clone();
        Box::new(move || -> Box<dyn FnOnce()> {
            let listening = listen::selection(move || {
                if dragging.borrow().is_none() {
                    dispatch::run(&Errand::Selected);
                }
            });
            Box::new(move || drop(listening))
        })
    };
    after::use_while([0, 0], follow);

    let caret = bench.mode == Mode::Caret;
    let show_caret = Box::new(move || {
        if caret {
            place::show_caret();
        }
    });
    after::use_after([usize::from(caret), 0], show_caret);

    let put_bar = Box::new(|| place::at_selection(".selbar"));
    let chosen = bench.selection.unwrap_or_default();
    after::use_after([chosen.start as usize, chosen.end as usize], put_bar);

    let onclick = {
        let bench = bench.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(index) = view::attribute_around(event.target(), "data-kind-of") {
                let index = index.parse().unwrap_or_default();
                dispatch::act(Command::Dialog(Some(Dialog::Paragraph(index))));
                return;
            }
            if selection::selected().is_some() {
                return;
            }
            if let Some(id) = clicked(&bench, &event) {
                dispatch::act(Command::Select(id, Side::Text));
            }
        })
    };

    // An edge of the current mark is dragged by its handle.
    let onpointerdown = {
        let (bench, dragging) = (bench.clone(), dragging.clone());
        Callback::from(move |event: PointerEvent| {
            let edge = match view::attribute_around(event.target(), "data-edge").as_deref() {
                Some("left") => Edge::Left,
                Some("right") => Edge::Right,
                _ => return,
            };
            if let Some(mark) = bench.current() {
                event.prevent_default();
                place::capture(&event);
                *dragging.borrow_mut() = Some(Drag { id: mark.id.clone(), edge, from: mark.range, to: mark.range });
            }
        })
    };
    let onpointermove = {
        let dragging = dragging.clone();
        Callback::from(move |event: PointerEvent| {
            if let Some(drag) = dragging.borrow_mut().as_mut()
                && let Some(offset) = offset_at(&event)
            {
                drag.to = drag.edge_at(offset);
                selection::select(drag.to);
            }
        })
    };
    let onpointerup = Callback::from(move |_: PointerEvent| {
        let Some(drag) = dragging.take() else { return };
        selection::clear();
        if drag.to != drag.from {
            dispatch::act(Command::SetRange(drag.id, drag.to));
        }
    });

    // A long text comes into the page bit by bit, unless something is sought in it.
    let more = use_state_eq(usize::default);
    let (all, there) = (bench.view.blocks.len(), *more + BIT);
    let grow = Box::new(move || -> Box<dyn FnOnce()> {
        let later = (there < all).then(|| listen::later(0, move || more.set(there)));
        Box::new(move || drop(later))
    });
    after::use_while([there, all], grow);
    let there = if bench.pull.number > 0 { usize::MAX } else { there };
    let looked = Looked::of(bench);
    let mut came = came.borrow_mut();
    let blocks = bench.view.blocks.iter().enumerate().take(there).map(|(index, block)| {
        let looked = looked.within(block);
        // What was whole once stays so.
        if (index < AT_ONCE || looked.is_sought()) && !came.contains(&index) {
            came.push(index);
        }
        let whole = came.contains(&index);
        html! { <Block key={index} {index} text={text.clone()} block={block.clone()} {looked} {whole} near={near.clone()} /> }
    });
    let tabindex = if bench.current.is_none() { "0" } else { "-1" };
    html! {
        <div class="text" id={TEXT}>
            <article aria-label={strings::article::LABEL} translate="no" {tabindex} {onclick} {onpointerdown} {onpointermove} {onpointerup}
                class={caret.then_some("caret-on")}>
                { for blocks }
            </article>
            // The caret that the keyboard moves through the article.
            <div id={place::CARET} class="caret" hidden={!caret} aria-hidden="true" />
            { selection_bar(bench) }
        </div>
    }
}

/// Id of the element that scrolls the article.
const TEXT: &str = "text";

/// An edge on its way.
struct Drag {
    id: AnnotationId,
    edge: Edge,
    from: TextRange,
    to: TextRange,
}

impl Drag {
    /// The mark with its edge at `offset`; it never turns inside out.
    fn edge_at(&self, offset: u32) -> TextRange {
        match self.edge {
            Edge::Left if offset < self.from.end => TextRange::new(offset, self.from.end),
            Edge::Right if offset > self.from.start => TextRange::new(self.from.start, offset),
            _ => self.to,
        }
    }
}

fn offset_at(event: &MouseEvent) -> Option<u32> {
    #[expect(clippy::cast_precision_loss, reason = "a place on the screen")]
    let (x, y) = (event.client_x() as f32, event.client_y() as f32);
    selection::offset_at(x, y)
}

/// The mark under the click: the smallest first, with each further click the next larger one.
fn clicked(bench: &Bench, event: &MouseEvent) -> Option<AnnotationId> {
    let offset = offset_at(event);
    let innermost = view::attribute_around(event.target(), "data-mark").map(AnnotationId::from)?;
    let Some(offset) = offset else { return Some(innermost) };
    let index = bench.session.document.paragraph_at(offset)?;
    let paragraph = bench.view.blocks.iter().flat_map(|block| block.iter()).nth(index)?;
    let found = hit(&paragraph.marks, offset, bench.current.as_ref());
    Some(found.map_or(innermost, |mark| mark.id.clone()))
}

#[derive(Properties, PartialEq)]
struct BlockProps {
    index: usize,
    text: Same<str>,
    block: Same<BlockView>,
    looked: Looked,
    /// Draw the paragraphs and their marks; else only the words.
    whole: bool,
    near: Same<Near>,
}

/// Some paragraphs in a row: the browser skips what is far from the window, and there only the words are in the page.
#[component]
fn Block(props: &BlockProps) -> Html {
    use_watch(&props.near, TEXT, props.index, props.whole);
    let pixels: u32 = props.block.iter().map(|view| (view.range.len() / LINE + 1) * 33 + 18).sum();
    let style = format!("contain-intrinsic-block-size: auto {pixels}px");
    let number = props.index.to_string();
    if !props.whole {
        let range = match (props.block.first(), props.block.last()) {
            (Some(first), Some(last)) => first.range.cover(last.range),
            _ => TextRange::default(),
        };
        // The blank lines of the text stand for the room between paragraphs.
        return html! {
            <div class="block" key="words" data-block={number} ~style={style}>
                <p class="p far" dir="auto" data-start={range.start.to_string()}>{ range.of(&props.text).to_owned() }</p>
            </div>
        };
    }
    html! {
        <div class="block" key="whole" data-block={number} ~style={style}>
            { for props.block.iter().map(|view| {
                let looked = props.looked.within(std::slice::from_ref(view));
                html! { <Paragraph key={view.index} text={props.text.clone()} view={view.clone()} {looked} /> }
            }) }
        </div>
    }
}

/// The small bar at the selection: what to mark it as.
fn selection_bar(bench: &Bench) -> Html {
    // Pressing a button must not take the selection away.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    let mark = |kind: Kind, key: &'static str| {
        html! {
            <button type="button" onclick={dispatch::click_run(Errand::Mark(kind))}>
                { strings::kind(kind) }<kbd>{ key }</kbd>
            </button>
        }
    };
    html! {
        <div class="selbar" role="toolbar" aria-label={strings::article::MARK_AS} {onmousedown}
            hidden={bench.selection.is_none()}>
            if bench.current().is_some_and(|mark| mark.range.is_empty()) {
                <button type="button" onclick={dispatch::click_run(Errand::PlaceHere)}>{ strings::compare::IT_STANDS_HERE }<kbd>{ "R" }</kbd></button>
            }
            { mark(Kind::Claim, "1") }
            { mark(Kind::Date, "2") }
            { mark(Kind::Quote, "3") }
            <button type="button" onclick={dispatch::click_run(Errand::Sentence)}>{ strings::article::SENTENCE }<kbd>{ "T" }</kbd></button>
        </div>
    }
}
