//! One card: closed in the list, or open with everything about the mark.

use yew::prelude::*;

use super::button::{button, keyed, opens, sign, yes_or_no};
use super::compare::carried_mark;
use super::evidence::{Attach, citations};
use super::note::Note;
use super::paragraph::verdict_class;
use super::passages::{Bond, quoted, reading, reasons, short, words};
use super::reading::Reading;
use super::small::{classes, key, nothing, state};
use crate::annotation::span::{Edge, Stride, Way};
use crate::annotation::{Action, Annotation, Kind, Origin, Relation, Status, Verdict};
use crate::ui::dispatch;
use crate::ui::same::Same;
use crate::ui::state::{Bench, Command, Drawer, Mode, Pace, Row, Side};
use crate::ui::strings::{self, card};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub text: Same<str>,
    pub row: Row,
    pub place: usize,
    pub of: usize,
    pub bonds: Vec<Bond>,
}

/// A closed card: one button.
#[component]
pub fn Card(props: &Props) -> Html {
    let mark = &props.row.mark;
    let id = mark.id.to_string();
    let verdict = mark.verdict();
    html! {
        <li id={format!("k-{id}")} class={class(&props.row, false)}
            aria-posinset={props.place.to_string()} aria-setsize={props.of.to_string()}>
            <button type="button" class="head" data-card={id}>
                { state(verdict) }
                <span>
                    <span class="words" dir="auto" translate="no">{ short(&props.text, mark) }</span>
                    <span class="sub">
                        <span class="sr">{ strings::verdict(verdict) }{ ", " }</span>
                        { reading(mark) }
                        { for props.bonds.first().map(|bond| html! { <span class="linked">{ " · ⇄ " }{ bond.in_words() }</span> }) }
                    </span>
                </span>
            </button>
        </li>
    }
}

fn class(row: &Row, now: bool) -> String {
    let (verdict, depth) = (verdict_class(row.mark.verdict()), format!("d{}", row.depth));
    classes(&[("card", true), ("now", now), (verdict, true), (&depth, row.depth > 0)])
}

/// The open card.
pub fn open_card(bench: &Same<Bench>, row: &Row, (place, of): (usize, usize), bonds: &[Bond]) -> Html {
    let mark = &row.mark;
    let id = mark.id.to_string();
    let verdict = mark.verdict();
    html! {
        <li id={format!("k-{id}")} key={mark.id.to_string()} class={class(row, true)} tabindex="-1"
            aria-posinset={place.to_string()} aria-setsize={of.to_string()} aria-current="true">
            { state(verdict) }
            <span class="words" dir="auto" translate="no">{ words(bench.session.document.text(), mark) }</span>
            <div class="rest">
                { carried_mark(mark, true) }
                { because(mark) }
                <Reading bench={bench.clone()} mark={mark.clone()} />
                if mark.status == Status::Dismissed {
                    <div class="more">{ button("", card::RESTORE, dispatch::click(Command::Restore(mark.id.clone()))) }</div>
                } else {
                    { verdicts(mark) }
                    { tools(bench, mark) }
                }
                { drawers(bench, mark) }
                <ul>
                    { for bonds.iter().map(bond_line) }
                </ul>
                <Note key={format!("n-{id}")} mark={mark.clone()} asked={bench.drawer == Drawer::Note} />
                { citations(bench, mark) }
            </div>
        </li>
    }
}

/// Why it is marked.
fn because(mark: &Annotation) -> Html {
    let kind = strings::kind(mark.kind());
    let reasons = reasons(mark);
    let last = reasons.len();
    let by_hand = mark.origin == Origin::Manual;
    html! {
        <p class="because-line">
            { kind }
            if by_hand || last > 0 { { ": " } }
            if by_hand { { card::BY_HAND } if last > 0 { { "; " } } }
            { for reasons.into_iter().enumerate().map(|(index, words)| html! {
                <>{ if index > 0 { ", " } else { "" } }<b>{ words }</b></>
            }) }
            { strings::read_against(&mark.detail) }
        </p>
    }
}

/// The verdict: a native radio group.
fn verdicts(mark: &Annotation) -> Html {
    let name = format!("verdict-{}", mark.id);
    let choices = [Verdict::Verified, Verdict::Inconsistent, Verdict::Unclear].map(|verdict| {
        let checked = mark.verdict() == verdict;
        let onclick = {
            let id = mark.id.clone();
            Callback::from(move |event: MouseEvent| {
                // The arrow keys of a radio group click without a pointer: the group keeps the focus then.
                let pace = if event.detail() == 0 { Pace::Stay } else { Pace::Onward };
                if event.detail() != 0 || !checked {
                    dispatch::act(Command::DecideOn(id.clone(), verdict, pace));
                }
            })
        };
        html! {
            <label class={verdict_class(verdict)} title={strings::verdict_means(mark.kind(), verdict)}>
                <input type="radio" name={name.clone()} {checked} {onclick} />
                { strings::verdict(verdict) }{ key(strings::verdict_key(verdict)) }
            </label>
        }
    });
    html! { <fieldset class="verdicts"><legend class="sr">{ card::VERDICT }</legend>{ for choices }</fieldset> }
}

/// Everything else a mark can get.
fn tools(bench: &Bench, mark: &Annotation) -> Html {
    let opens = |drawer: Drawer, words: &'static str, by: &'static str| {
        opens(words, Some(by), bench.drawer == drawer, dispatch::click(Command::Open(drawer)))
    };
    let dismiss = if mark.origin == Origin::Manual { card::DELETE } else { card::DISMISS };
    let linking = matches!(bench.mode, Mode::Linking(..));
    html! {
        <div class="more">
            { keyed(dismiss, Some("⌫"), dispatch::click(Command::Dismiss(Some(mark.id.clone())))) }
            <button type="button" aria-pressed={yes_or_no(linking)}
                onclick={dispatch::click(Command::Link(Relation::Contradicts))}>
                { if linking { strings::article::LINK_HERE } else { card::CONTRADICTS } }{ key("C") }
            </button>
            { opens(Drawer::Evidence, card::EVIDENCE, "E") }
            if mark.note.is_empty() { { opens(Drawer::Note, card::NOTE, "M") } }
            { opens(Drawer::Relations, card::LINK, "L") }
            { opens(Drawer::Edges, card::EDGES, "") }
        </div>
    }
}

/// What is open below the tools.
fn drawers(bench: &Same<Bench>, mark: &Same<Annotation>) -> Html {
    match bench.drawer {
        Drawer::Evidence => html! { <Attach bench={bench.clone()} mark={mark.clone()} /> },
        Drawer::Relations => {
            let pick = |relation: Relation| {
                button("chip", &format!("{} …", strings::relation(relation)), dispatch::click(Command::Link(relation)))
            };
            html! {
                <div class="pick" role="group" aria-label={card::LINK}>
                    { pick(Relation::Contradicts) }{ pick(Relation::Supports) }{ pick(Relation::SameEvent) }
                </div>
            }
        }
        Drawer::Edges => {
            let moves = |edge: Edge, way: Way, words: &'static str, key: &'static str| {
                sign("chip", key, words, dispatch::click(Command::Move(edge, way, Stride::Word)))
            };
            let kind = |kind: Kind, by: &'static str| {
                let pressed = yes_or_no(mark.kind() == kind);
                html! {
                    <button type="button" class="chip" aria-pressed={pressed} onclick={dispatch::click(Command::Mark(kind))}>
                        { strings::kind(kind) }{ key(by) }
                    </button>
                }
            };
            html! {
                <div class="pick" role="group" aria-label={card::EDGES}>
                    { moves(Edge::Left, Way::Out, strings::edges::LEFT_OUT, "⇤ A") }
                    { moves(Edge::Left, Way::In, strings::edges::LEFT_IN, "S ⇥") }
                    { moves(Edge::Right, Way::In, strings::edges::RIGHT_IN, "⇤ D") }
                    { moves(Edge::Right, Way::Out, strings::edges::RIGHT_OUT, "F ⇥") }
                    { kind(Kind::Claim, "1") }{ kind(Kind::Date, "2") }{ kind(Kind::Quote, "3") }
                </div>
            }
        }
        _ => nothing(),
    }
}

/// A link on the card.
fn bond_line(bond: &Bond) -> Html {
    html! {
        <li class="bond" key={bond.link.id.to_string()}>
            <div>
                { "⇄ " }{ strings::relation(bond.link.relation) }{ " " }
                <button type="button" class="to" translate="no"
                    onclick={dispatch::click(Command::Select(bond.other.clone(), Side::Card))}>{ quoted(&bond.words) }</button>
                if !bond.link.note.is_empty() { { ": " }{ &bond.link.note } }
            </div>
            { sign("x", "×", card::UNLINK, dispatch::click(Command::Do(Action::Unlink(bond.link.id.clone())))) }
        </li>
    }
}
