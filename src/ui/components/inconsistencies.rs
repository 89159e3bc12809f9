//! What does not fit together: the links the person made, then the program's questions.

use yew::prelude::*;

use super::button::button;
use super::passages::{links, short};
use super::small::{self, beside, go, remark};
use crate::annotation::{Action, LeadStatus};
use crate::ui::dispatch;
use crate::ui::dom::field;
use crate::ui::state::{Bench, Command, Side};
use crate::ui::strings::{self, leads};

/// The tab.
pub fn the_tab(bench: &Bench) -> Html {
    let session = &bench.session;
    let text = session.document.text();
    let passage = |id: &crate::annotation::AnnotationId| {
        let mark = session.annotation(id)?;
        Some(go(Command::Select(mark.id.clone(), Side::Text), small::passage(&short(text, mark))))
    };
    let links = links(session).into_iter().map(|link| {
        let onchange = {
            let id = link.id.clone();
            Callback::from(move |event: Event| dispatch::act(Command::Do(Action::SetLinkNote(id.clone(), field::value(&event)))))
        };
        html! {
            <li class="item" key={link.id.to_string()}>
                { for passage(&link.from) }
                { beside(&format!("⇄ {}", strings::relation(link.relation))) }
                { for passage(&link.to) }
                <input class="field" aria-label={leads::LINK_NOTE} placeholder={leads::LINK_NOTE} value={link.note.clone()} {onchange} />
                <div class="ends more">
                    { button("", strings::card::UNLINK, dispatch::click(Command::Do(Action::Unlink(link.id.clone())))) }
                </div>
            </li>
        }
    });
    let questions = session.leads.iter().enumerate().map(|(index, lead)| {
        let answer = |status: LeadStatus, words: &'static str| {
            button("", words, dispatch::click(Command::Do(Action::SetLeadStatus(index, status))))
        };
        html! {
            <li class="item" key={index}>
                <p class="question">{ &lead.question }</p>
                { for lead.passages.iter().map(|range| go(Command::Show(*range), small::passage(range.of(text)))) }
                <div class="ends more">
                    { match lead.status {
                        LeadStatus::Open => html! { <>
                            { button("", leads::ACCEPT, dispatch::click(Command::Accept(index))) }{ answer(LeadStatus::Dismissed, leads::WAVE_OFF) }
                        </> },
                        LeadStatus::Accepted => html! { <>{ beside(leads::ACCEPTED) }{ answer(LeadStatus::Open, leads::REOPEN) }</> },
                        LeadStatus::Dismissed => html! { <>{ beside(leads::DISMISSED) }{ answer(LeadStatus::Open, leads::REOPEN) }</> },
                    } }
                </div>
            </li>
        }
    });
    html! {
        <div class="pane">
            <div class="section">
                <h2>{ leads::LINKS }</h2>
                if session.links.is_empty() { { remark(leads::NO_LINKS) } }
                <ul>{ for links }</ul>
                <h2>{ leads::QUESTIONS }</h2>
                if session.leads.is_empty() { { remark(leads::NO_QUESTIONS) } }
                <ul>{ for questions }</ul>
            </div>
        </div>
    }
}
