//! The desk: where an article comes from.

use yew::prelude::*;

use super::choose_file::choose_file;
use super::passages::matches;
use crate::ui::dispatch::use_dispatch;
use crate::ui::dom::store::Card;
use crate::ui::dom::{clock, field, files, view};
use crate::ui::errand::Errand;
use crate::ui::same::Same;
use crate::ui::state::{Command, Dialog, Likes, Opening, Shelf};
use crate::ui::strings::{self, desk, top};

/// The kinds of files that can be opened.
const ACCEPTED: &str = ".txt,.text,.md,.html,.htm,.xhtml,.json,text/plain,text/html,application/json";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub shelf: Same<Shelf>,
    pub opening: Option<Opening>,
    pub likes: Same<Likes>,
}

/// The desk.
#[component]
pub fn Desk(props: &Props) -> Html {
    let dispatch = use_dispatch();
    let (paste, file) = (use_node_ref(), use_node_ref());
    use_effect_with((), |()| view::focus("paste"));
    // A paste opens at once; what is typed waits for the button.
    let onpaste = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let (html, plain) = files::pasted_in(&event);
            let dropped = files::files_in(&event);
            if !dropped.is_empty() {
                event.prevent_default();
                dispatch.run(Errand::Files(dropped));
            } else if !html.trim().is_empty() || !plain.trim().is_empty() {
                event.prevent_default();
                dispatch.run(Errand::Paste { html, plain });
            }
        })
    };
    let review = {
        let (dispatch, paste) = (dispatch.clone(), paste.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.run(Errand::Paste { html: String::new(), plain: field::value_of(&paste) });
        })
    };
    let onchosen = {
        let dispatch = dispatch.clone();
        Callback::from(move |files| dispatch.run(Errand::Files(files)))
    };
    let keep = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| dispatch.run(Errand::Keep(field::ticked(&event))))
    };
    html! {
        <main class="desk">
            <header>
                <h1>{ strings::FACTMARK }</h1>
                <p>{ desk::MOTTO }</p>
                <button type="button" class="tool icon" aria-label={top::THEME} title={top::THEME}
                    onclick={dispatch.click_run(Errand::Theme)}>{ "◐" }</button>
                <button type="button" class="tool icon" aria-label={top::HELP} title={top::HELP}
                    onclick={dispatch.click(Command::Dialog(Some(Dialog::Help)))}>{ "?" }</button>
            </header>
            <label class="sr" for="paste">{ desk::PASTE_LABEL }</label>
            <textarea ref={paste} id="paste" class="paste" placeholder={desk::PASTE_HERE} {onpaste} dir="auto" />
            <div class="ways">
                <button type="button" class="tool main" onclick={review}>{ desk::REVIEW }</button>
                { choose_file(&file, ("tool", desk::OPEN_FILE), (Some("file"), ACCEPTED), &onchosen) }
                <button type="button" class="tool" onclick={dispatch.click_run(Errand::Example)}>{ desk::EXAMPLE }</button>
                <span class="spring" />
                <label class="switch"><input type="checkbox" checked={props.likes.keep} onchange={keep} />{ desk::KEEP }</label>
            </div>
            <Reading opening={props.opening.clone()} />
            <p class="promise">{ desk::PROMISE }</p>
            { for view::disk().map(|disk| html! { <p class="promise disk">{ desk::from_disk(disk) }</p> }) }
            { for props.shelf.trouble.iter().map(|trouble| html! { <p class="notice" role="alert">{ trouble }</p> }) }
            if !props.shelf.cards.is_empty() {
                <Kept shelf={props.shelf.clone()} />
            }
        </main>
    }
}

#[derive(Properties, PartialEq)]
pub struct ReadingProps {
    pub opening: Option<Opening>,
}

/// How far the reading of an article is.
#[component]
pub fn Reading(props: &ReadingProps) -> Html {
    let dispatch = use_dispatch();
    let Some(opening) = &props.opening else { return html! { <div hidden=true /> } };
    html! {
        <div class="opening" role="status">
            <label for="opening">{ desk::READING }</label>
            <progress id="opening" max={opening.total.max(1).to_string()} value={opening.done.to_string()} />
            <button type="button" class="tool" onclick={dispatch.click_run(Errand::Cancel)}>{ desk::CANCEL }</button>
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
    let dispatch = use_dispatch();
    let sought = use_state(String::new);
    let oninput = {
        let sought = sought.clone();
        Callback::from(move |event: InputEvent| sought.set(field::value(&event)))
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
                <button type="button" class="tool" onclick={dispatch.click_run(Errand::DownloadLibrary)}>{ desk::DOWNLOAD_ALL }</button>
                <input class="field" type="search" aria-label={desk::SEARCH} placeholder={desk::SEARCH} {oninput} />
            </div>
            if found.is_empty() { <p class="when">{ desk::NO_MATCH }</p> }
            <ul>{ for found.into_iter().map(|card| html! { <Article key={card.id.clone()} card={card.clone()} /> }) }</ul>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct ArticleProps {
    card: Card,
}

/// One kept article.
#[component]
fn Article(props: &ArticleProps) -> Html {
    let dispatch = use_dispatch();
    let card = &props.card;
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
        <li>
            <button type="button" class="open" disabled={card.deleted} onclick={dispatch.click_run(Errand::Open(id.clone()))}>
                <span class="words" dir="auto" translate="no">{ title }</span>
                <span class="sub">{ facts.join(" · ") }</span>
            </button>
            <div class="ends">
                if card.deleted {
                    <button type="button" class="tool" onclick={dispatch.click_run(Errand::Delete(id.clone(), false))}>{ desk::TAKE_BACK }</button>
                    <button type="button" class="tool danger" onclick={dispatch.click_run(Errand::Erase(id))}>{ desk::ERASE }</button>
                } else {
                    <button type="button" class="tool" onclick={dispatch.click_run(Errand::DownloadKept(id.clone()))}>{ desk::DOWNLOAD }</button>
                    <button type="button" class="tool" onclick={dispatch.click_run(Errand::Delete(id, true))}>{ desk::DELETE }</button>
                }
            </div>
        </li>
    }
}
