//! Buttons.

use yew::prelude::*;

use super::small::key;

/// A button with these words.
pub fn button(class: &'static str, words: &str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {class} {onclick}>{ words }</button> }
}

/// A button with a sign, which the words explain.
pub fn sign(class: &'static str, sign: &'static str, words: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {class} aria-label={words} title={words} {onclick}>{ sign }</button> }
}

/// A button for something that a key does too, where it is named.
pub fn keyed(words: &str, by: Option<&'static str>, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {onclick}>{ words }if let Some(by) = by { { key(by) } }</button> }
}

/// A choice among several.
pub fn chip(words: impl Into<AttrValue>, pressed: bool, onclick: Callback<MouseEvent>) -> Html {
    let words = words.into();
    html! { <button type="button" class="chip" aria-pressed={yes_or_no(pressed)} {onclick}>{ words }</button> }
}

/// A button that opens something below it, or closes it.
pub fn opens(words: &str, by: Option<&'static str>, open: bool, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" aria-expanded={yes_or_no(open)} {onclick}>{ words }if let Some(by) = by { { key(by) } }</button> }
}

/// What sends a form off.
pub fn submit(words: &'static str) -> Html {
    html! { <button type="submit" class="tool main">{ words }</button> }
}

/// What the attributes of accessibility have for true and false.
pub fn yes_or_no(yes: bool) -> &'static str {
    if yes { "true" } else { "false" }
}
