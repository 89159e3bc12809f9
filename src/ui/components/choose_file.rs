//! A button that chooses files.

use yew::prelude::*;

use crate::ui::dom::{dialog, files};

/// A button with `words` on it, and the browser's own field behind it, for files of the kinds that `accept` names.
pub fn choose_file(
    (class, words): (&'static str, &'static str),
    (id, accept): (Option<&'static str>, &'static str),
    onchosen: &Callback<Vec<files::File>>,
) -> Html {
    let choose = Callback::from(move |event: MouseEvent| dialog::choose_beside(&event));
    let chosen = onchosen.reform(|event: Event| files::chosen_in(&event));
    html! {
        <>
            <button type="button" {class} onclick={choose}>{ words }</button>
            <input type="file" hidden=true onchange={chosen} {accept} aria-label={words} {id} />
        </>
    }
}
