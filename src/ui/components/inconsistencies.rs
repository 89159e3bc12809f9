//! What does not fit together: the links the person made, then the program's questions.

use yew::prelude::*;

use super::button::button;
use super::passages::{quoted, short};
use crate::annotation::{LeadStatus, Relation};
use crate::ui::dispatch;
use crate::ui::dom::field;
use crate::ui::state::{Bench, Command, Side};
use crate::ui::strings::{self, leads};

/// The tab.
pub fn the_tab(bench: &Bench) -> Html {
    let session = &bench.session;
    let text = session.document.text();
    let passage = |id: &crate::annotation::AnnotationId| {
        session.annotation(id).map(|mark| html! {
            <button type="button" class="go" onclick={dispatch::click(Command::Select(mark.id.clone(), Side::Text))}>
                <span class="words" translate="no">{ quoted(&short(text, mark)) }</span>
            </button>
        })
    };
    let mut links: Vec<_> = session.links.iter().collect();
    links.sort_by_key(|link| link.relation != Relation::Contradicts);
    let links = links.into_iter().map(|link| {
        let onchange = {
            let id = link.id.clone();
            Callback::from(move |event: Event| dispatch::act(Command::LinkNote(id.clone(), field::value(&event))))
        };
        html! {
            <li class="item" key={link.id.to_string()}>
                { for passage(&link.from) }
                <span class="when">{ "⇄ " }{ strings::relation(link.relation) }</span>
                { for passage(&link.to) }
                <input class="field" aria-label={leads::LINK_NOTE} placeholder={leads::LINK_NOTE} value={link.note.clone()} {onchange} />
                <div class="ends more">
                    { button("", strings::card::UNLINK, dispatch::click(Command::Unlink(link.id.clone()))) }
                </div>
            </li>
        }
    });
    let questions = session.leads.iter().enumerate().map(|(index, lead)| {
        let answer = |status: LeadStatus, words: &'static str| {
            button("", words, dispatch::click(Command::Lead(index, status)))
        };
        html! {
            <li class="item" key={index}>
                <p class="question">{ &lead.question }</p>
                { for lead.passages.iter().map(|range| html! {
                    <button type="button" class="go" key={range.start} onclick={dispatch::click(Command::Show(*range))}>
                        <span class="words" translate="no">{ quoted(range.of(text)) }</span>
                    </button>
                }) }
                <div class="ends more">
                    { match lead.status {
                        LeadStatus::Open => html! { <>
                            { answer(LeadStatus::Accepted, leads::ACCEPT) }{ answer(LeadStatus::Dismissed, leads::WAVE_OFF) }
                        </> },
                        LeadStatus::Accepted => html! { <><span class="when">{ leads::ACCEPTED }</span>{ answer(LeadStatus::Open, leads::REOPEN) }</> },
                        LeadStatus::Dismissed => html! { <><span class="when">{ leads::DISMISSED }</span>{ answer(LeadStatus::Open, leads::REOPEN) }</> },
                    } }
                </div>
            </li>
        }
    });
    html! {
        <div class="pane">
            <div class="section">
                <h2>{ leads::LINKS }</h2>
                if session.links.is_empty() { <p class="when">{ leads::NO_LINKS }</p> }
                <ul>{ for links }</ul>
                <h2>{ leads::QUESTIONS }</h2>
                if session.leads.is_empty() { <p class="when">{ leads::NO_QUESTIONS }</p> }
                <ul>{ for questions }</ul>
            </div>
        </div>
    }
}
