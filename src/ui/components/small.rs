//! Small parts that stand on many screens.

use yew::prelude::*;

use super::button::button;
use super::passages::quoted;
use crate::annotation::Verdict;
use crate::ui::dispatch;
use crate::ui::state::Command;
use crate::ui::strings::{self, dialogs};

/// The classes of an element: of these, those it has.
pub fn classes(all: &[(&str, bool)]) -> String {
    let mut classes = String::new();
    for (class, _) in all.iter().filter(|(_, has)| *has) {
        classes.push_str(if classes.is_empty() { "" } else { " " });
        classes.push_str(class);
    }
    classes
}

/// An element that holds the place of one that is not there.
pub fn nothing() -> Html {
    html! { <span hidden=true /> }
}

/// A remark in a line of its own.
pub fn remark(words: &str) -> Html {
    html! { <p class="when">{ words }</p> }
}

/// A remark within a line.
pub fn beside(words: &str) -> Html {
    html! { <span class="when">{ words }</span> }
}

/// What is wrong with what stands in a form; nothing where there are no words.
pub fn error(words: &AttrValue) -> Html {
    html! { if !words.is_empty() { <p class="error" role="alert">{ words }</p> } }
}

/// Words of the article, in quotation marks.
pub fn passage(words: &str) -> Html {
    html! { <span class="words" translate="no">{ quoted(words) }</span> }
}

/// A button that leads to what is written on it.
pub fn go(command: Command, inside: Html) -> Html {
    html! { <button type="button" class="go" onclick={dispatch::click(command)}>{ inside }</button> }
}

/// The sign of a verdict.
pub fn state(verdict: Verdict) -> Html {
    html! { <span class="state" aria-hidden="true">{ strings::icon(verdict) }</span> }
}

/// A key that does the same.
pub fn key(key: &'static str) -> Html {
    html! { <kbd aria-hidden="true">{ key }</kbd> }
}

/// Something to be ticked.
pub fn switch(words: &'static str, checked: bool, onchange: Callback<Event>) -> Html {
    html! { <label class="switch"><input type="checkbox" {checked} {onchange} />{ words }</label> }
}

/// Closes the window.
pub fn cancel() -> Html {
    button("tool", dialogs::CANCEL, dispatch::click(Command::Dialog(None)))
}
