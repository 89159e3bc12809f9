//! A button that chooses files.

use yew::prelude::*;

use crate::ui::dom::{dialog, files};

/// A button with `words` on it, and the browser's own field behind it, for files of the kinds that `accept` names.
///
/// `field` is the caller's reference to the field. A component of its own would weigh more than all of its uses.
pub fn choose_file(
    field: &NodeRef,
    (class, words): (&'static str, &'static str),
    (id, accept): (Option<&'static str>, &'static str),
    onchosen: &Callback<Vec<files::File>>,
) -> Html {
    let choose = {
        let field = field.clone();
        Callback::from(move |_: MouseEvent| dialog::choose(&field))
    };
    let chosen = {
        let field = field.clone();
        onchosen.reform(move |_: Event| files::chosen_in(&field))
    };
    html! {
        <>
            <button type="button" {class} onclick={choose}>{ words }</button>
            <input ref={field} type="file" hidden=true onchange={chosen} {accept} aria-label={words} {id} />
        </>
    }
}
