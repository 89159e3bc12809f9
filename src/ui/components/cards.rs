//! The cards of the review, in text order; of many only those near the window are there.

use yew::prelude::*;

use super::button::button;
use super::card::{Card, open_card};
use super::passages::bonds;
use crate::annotation::AnnotationId;
use crate::ui::dispatch;
use crate::ui::dom::{after, place, view};
use crate::ui::same::Same;
use crate::ui::state::{Bench, Command, Side, Tab};
use crate::ui::strings::{self, panel};

/// Up to this many cards all are there.
const ALL: usize = 120;
/// Cards that come and go together.
const STEP: usize = 20;
/// Cards that are there at one time.
const WINDOW: usize = 80;
/// Height of a closed card, in rem, as the style sheet has it, and its line.
const HEIGHT: f64 = 3.8;

/// The element that scrolls the cards.
const PANE: &str = ".review .pane";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub bench: Same<Bench>,
}

/// The list of cards. A component of its own: what scrolls by is drawn without the rest of the panel.
#[component]
pub fn Cards(props: &Props) -> Html {
    let bench = &props.bench;
    let rows = &bench.view.rows;
    let first = use_state_eq(usize::default);
    let height = *use_memo((), |()| place::rem() * HEIGHT + 1.0);
    let windowed = rows.len() > ALL;
    let (from, to) = if windowed {
        let from = (*first).min(rows.len().saturating_sub(STEP)) / STEP * STEP;
        (from, (from + WINDOW).min(rows.len()))
    } else {
        (0, rows.len())
    };
    let current = bench.current().map(|mark| bench.view.queue.place_of(mark));
    let there = current.is_none_or(|place| (from..to).contains(&place));

    // The current card comes into view and, where the focus is not in the text, gets it.
    let bring = {
        let (first, id) = (first.clone(), bench.current.clone());
        let (number, side, at) = (bench.pull.number, bench.pull.side, bench.place);
        Box::new(move || {
            if let (false, Some(place)) = (there, current) {
                first.set(place.saturating_sub(STEP));
                place::scroll(PANE, to_pixels(place.saturating_sub(2), height));
            } else if number > 0 {
                pull(id.as_ref(), side);
                if let Some(range) = at {
                    place::show_text(range.start);
                }
            }
        })
    };
    after::use_after([bench.pull.number as usize, usize::from(there)], bring);

    // What is not shown cannot be scrolled.
    let shown = bench.tab == Tab::Review;
    let scroll = {
        let (first, id) = (first.clone(), bench.current.clone());
        Box::new(move || match id {
            Some(id) if shown => view::scroll_to(&format!("k-{id}")),
            _ => first.set(0),
        })
    };
    after::use_after([usize::from(shown), 0], scroll);

    let onscroll = {
        let first = first.clone();
        Callback::from(move |_: Event| {
            if windowed {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of cards")]
                let row = (place::scrolled(PANE) / height) as usize;
                first.set(row.saturating_sub(STEP) / STEP * STEP);
            }
        })
    };
    let onclick = Callback::from(move |event: MouseEvent| {
        if let Some(id) = view::attribute_around(event.target(), "data-card") {
            dispatch::act(Command::Select(AnnotationId::from(id), Side::Card));
        }
    });
    let space = |count: usize| {
        let style = format!("height: {}", place::pixels(to_pixels(count, height)));
        html! { <li role="presentation" ~style={style} /> }
    };
    let near = rows.get(from..to).unwrap_or_default();
    let text: Same<str> = bench.session.document.text().into();
    html! {
        <div class="pane" {onscroll}>
            if rows.is_empty() {
                { nothing(bench) }
            }
            <ol class="cards" role="list" aria-label={strings::panel::TABS[0]} {onclick}>
                { space(from) }
                { for near.iter().enumerate().map(|(index, row)| {
                    let place = from + index + 1;
                    let bonds = bonds(&bench.session, &row.mark.id);
                    if bench.current.as_ref() == Some(&row.mark.id) {
                        open_card(bench, row, (place, rows.len()), &bonds)
                    } else {
                        html! { <Card key={row.mark.id.to_string()} text={text.clone()} row={row.clone()} {place} of={rows.len()} {bonds} /> }
                    }
                }) }
                { space(rows.len() - to) }
            </ol>
        </div>
    }
}

#[expect(clippy::cast_precision_loss, reason = "a count of cards")]
fn to_pixels(cards: usize, height: f64) -> f64 {
    cards as f64 * height
}

/// Brings the mark and its card into view.
fn pull(id: Option<&AnnotationId>, side: Side) {
    let Some(id) = id else { return };
    let (card, mark) = (format!("k-{id}"), format!("m-{id}"));
    let text = match side {
        Side::Neither => None,
        Side::Text => Some(true),
        Side::Card => Some(false),
        Side::Same => Some(place::focus_within("text")),
    };
    view::scroll_to(&mark);
    view::scroll_to(&card);
    match text {
        Some(true) => view::focus(&mark),
        Some(false) if !view::typing() => view::focus(&card),
        _ => {}
    }
}

/// What is said where no card is shown.
fn nothing(bench: &Bench) -> Html {
    if bench.view.progress.all.total() == 0 {
        return html! { <div class="empty"><p>{ panel::NO_MARKS }</p></div> };
    }
    html! {
        <div class="empty">
            <p>{ panel::NOTHING }</p>
            <p>{ button("chip", panel::SHOW_ALL, dispatch::click(Command::Filter(crate::review::Filter::default()))) }</p>
        </div>
    }
}
