//! The windows through which something comes to the article in work: a new version of its text, another checker's marks.

use yew::prelude::*;

use super::button::button;
use super::choose_file::choose_file;
use super::desk::reading;
use super::small::cancel;
use crate::ui::dispatch;
use crate::ui::dom::{field, files};
use crate::ui::errand::{As, Errand};
use crate::ui::state::Opening;
use crate::ui::strings::{compare, desk, formats};

/// The kinds of files that hold a text.
const TEXTS: &str = ".txt,.text,.md,.html,.htm,.xhtml,text/plain,text/html";

/// The kinds of files that hold marks.
const MARKS: &str = ".json,.jsonld,application/json";

/// A new version of the article: pasted at once, typed and put in, or from a file.
pub fn new_version(opening: Option<&Opening>) -> Html {
    let onpaste = Callback::from(move |event: Event| {
        let (html, plain) = files::pasted_in(&event);
        if !html.trim().is_empty() || !plain.trim().is_empty() {
            event.prevent_default();
            dispatch::run(&Errand::Paste { html, plain, as_what: As::NewVersion });
        }
    });
    let put_in = Callback::from(move |_: MouseEvent| {
        dispatch::run(&Errand::Paste {
            html: String::new(),
            plain: field::value_of("new-text"),
            as_what: As::NewVersion,
        });
    });
    let onchosen = Callback::from(move |files| dispatch::run(&Errand::Files(files, As::NewVersion)));
    html! {
        <>
            <p>{ compare::NEW_VERSION_WHAT }</p>
            <label class="sr" for="new-text">{ compare::NEW_TEXT }</label>
            <textarea id="new-text" class="paste" placeholder={compare::NEW_TEXT} {onpaste} dir="auto" />
            { reading(opening) }
            <div class="ends">
                { choose_file(("tool", desk::OPEN_FILE), (Some("new-file"), TEXTS), &onchosen) }
                { cancel() }
                { button("tool main", compare::REPLACE, put_in) }
            </div>
        </>
    }
}

/// Another checker's file.
pub fn second_checker() -> Html {
    html! {
        <>
            <p>{ compare::COMPARE_WHAT }</p>
            <div class="ends">
                { cancel() }
                { take_in("tool main") }
            </div>
        </>
    }
}

/// Chooses a file whose marks are taken in.
pub fn take_in(class: &'static str) -> Html {
    let onchosen = Callback::from(move |files| dispatch::run(&Errand::TakeIn(files)));
    choose_file((class, formats::CHOOSE), (None, MARKS), &onchosen)
}
