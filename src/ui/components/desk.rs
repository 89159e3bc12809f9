//! The desk: where an article comes from.

use yew::prelude::*;

use super::button::{button, sign};
use super::choose_file::choose_file;
use super::passages::matches;
use super::small::{remark, switch};
use crate::ui::dispatch;
use crate::ui::dom::store::{Card, Fate};
use crate::ui::dom::{clock, field, files, view};
use crate::ui::errand::{As, Errand};
use crate::ui::same::Same;
use crate::ui::state::{Command, Dialog, Opening, Shelf, State};
use crate::ui::strings::{self, desk, top};

/// The kinds of files that can be opened.
const ACCEPTED: &str = ".txt,.text,.md,.html,.htm,.xhtml,.json,text/plain,text/html,application/json";

/// The desk.
pub fn desk(state: &State) -> Html {
    // A paste opens at once; what is typed waits for the button.
    let onpaste = Callback::from(move |event: Event| {
        let (html, plain) = files::pasted_in(&event);
        let dropped = files::files_in(&event);
        if !dropped.is_empty() {
            event.prevent_default();
            dispatch::run(&Errand::Files(dropped, As::Article));
        } else if !html.trim().is_empty() || !plain.trim().is_empty() {
            event.prevent_default();
            dispatch::run(&Errand::Paste { html, plain, as_what: As::Article });
        }
    });
    let review = Callback::from(move |_: MouseEvent| {
        dispatch::run(&Errand::Paste { html: String::new(), plain: field::value_of("paste"), as_what: As::Article });
    });
    let onchosen = Callback::from(move |files| dispatch::run(&Errand::Files(files, As::Article)));
    let keep = Callback::from(move |event: Event| dispatch::run(&Errand::Keep(field::ticked(&event))));
    html! {
        <main class="desk">
            <header>
                <h1>{ strings::FACTMARK }</h1>
                <p>{ desk::MOTTO }</p>
                { sign("tool icon", "◐", top::THEME, dispatch::click_run(Errand::Theme)) }
                { sign("tool icon", "?", top::HELP, dispatch::click(Command::Dialog(Some(Dialog::Help)))) }
            </header>
            <label class="sr" for="paste">{ desk::PASTE_LABEL }</label>
            <textarea id="paste" class="paste" placeholder={desk::PASTE_HERE} {onpaste} dir="auto" />
            <div class="ways">
                { button("tool main", desk::REVIEW, review) }
                { choose_file(("tool", desk::OPEN_FILE), (Some("file"), ACCEPTED), &onchosen) }
                { button("tool", desk::EXAMPLE, dispatch::click_run(Errand::Example)) }
                <span class="spring" />
                { switch(desk::KEEP, state.likes.keep, keep) }
            </div>
            { reading(state.opening.as_ref()) }
            <p class="promise">{ desk::PROMISE }</p>
            { for view::disk().map(|disk| html! { <p class="promise disk">{ desk::from_disk(disk) }</p> }) }
            { for state.shelf.trouble.iter().map(|trouble| html! { <p class="notice" role="alert">{ trouble }</p> }) }
            if !state.shelf.cards.is_empty() {
                <Kept shelf={state.shelf.clone()} />
            }
        </main>
    }
}

/// How far the reading of an article is.
pub fn reading(opening: Option<&Opening>) -> Html {
    let Some(opening) = opening else { return html! { <div hidden=true /> } };
    html! {
        <div class="opening" role="status">
            <label for="opening">{ desk::READING }</label>
            <progress id="opening" max={opening.total.max(1).to_string()} value={opening.done.to_string()} />
            { button("tool", desk::CANCEL, dispatch::click_run(Errand::Cancel)) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct KeptProps {
    shelf: Same<Shelf>,
}

/// The articles kept on this device.
#[component]
fn Kept(props: &KeptProps) -> Html {
    let sought = use_state_eq(AttrValue::default);
    let oninput = {
        let sought = sought.clone();
        Callback::from(move |event: InputEvent| sought.set(field::value(&event).into()))
    };
    let found: Vec<&Card> = props
        .shelf
        .cards
        .iter()
        .filter(|card| matches(&format!("{} {}", card.title, card.publisher.as_deref().unwrap_or_default()), &sought))
        .collect();
    html! {
        <section class="kept" aria-labelledby="kept">
            <div class="bar">
                <h2 id="kept">{ desk::KEPT }</h2>
                { button("tool", desk::DOWNLOAD_ALL, dispatch::click_run(Errand::DownloadLibrary)) }
                <input class="field" type="search" aria-label={desk::SEARCH} placeholder={desk::SEARCH} {oninput} />
            </div>
            if found.is_empty() { { remark(desk::NO_MATCH) } }
            <ul>{ for found.into_iter().map(article) }</ul>
        </section>
    }
}

/// One kept article.
fn article(card: &Card) -> Html {
    let title = if card.title.is_empty() { desk::UNTITLED } else { &card.title };
    let published = card.published.as_ref().and_then(|published| published.parse().ok()).map(strings::published);
    let touched = chrono::DateTime::from_timestamp(card.touched, 0).map(clock::in_locale);
    let facts = [
        card.publisher.clone(),
        published,
        Some(strings::checked(card.checked, card.total)),
        touched.map(|touched| format!("{} {touched}", strings::desk::TOUCHED)),
        card.deleted.then(|| desk::DELETED.to_owned()),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().filter(|fact| !fact.is_empty()).collect();
    let id = card.id.clone();
    html! {
        <li key={card.id.clone()}>
            <button type="button" class="open" disabled={card.deleted} onclick={dispatch::click_run(Errand::Open(id.clone()))}>
                <span class="words" dir="auto" translate="no">{ title }</span>
                <span class="sub">{ facts.join(" · ") }</span>
            </button>
            <div class="ends">
                if card.deleted {
                    { button("tool", desk::TAKE_BACK, dispatch::click_run(Errand::Decide(id.clone(), Fate::Kept))) }
                    { button("tool danger", desk::ERASE, dispatch::click_run(Errand::Decide(id, Fate::Erased))) }
                } else {
                    { button("tool", desk::DOWNLOAD, dispatch::click_run(Errand::DownloadKept(id.clone()))) }
                    { button("tool", desk::DELETE, dispatch::click_run(Errand::Decide(id, Fate::Deleted))) }
                }
            </div>
        </li>
    }
}
