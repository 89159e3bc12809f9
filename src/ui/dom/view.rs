//! What the page shows: theme, title, scrolling and focus.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// Shows the page in "light" or "dark", or as the system has it.
pub fn set_theme(theme: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    let _: Result<(), _> = match theme {
        Some(theme) => root.set_attribute("data-theme", theme),
        None => root.remove_attribute("data-theme"),
    };
}

/// Sets the title of the window.
pub fn set_title(title: &str) {
    if let Some(document) = document().filter(|document| document.title() != title) {
        document.set_title(title);
    }
}

/// Whether the system asks for a dark page.
#[must_use]
pub fn prefers_dark() -> bool {
    media_matches("(prefers-color-scheme: dark)")
}

fn media_matches(query: &str) -> bool {
    web_sys::window().and_then(|window| window.match_media(query).ok().flatten()).is_some_and(|media| media.matches())
}

/// Whether this is a Mac, where Cmd stands for Ctrl.
#[must_use]
pub fn is_mac() -> bool {
    web_sys::window().and_then(|window| window.navigator().platform().ok()).is_some_and(|name| name.starts_with("Mac"))
}

/// Whose library a page opened from disk has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disk {
    /// One that all pages opened from disk share: Chromium and `WebKit`.
    Shared,
    /// One for its own path: Firefox.
    OwnPlace,
}

/// Nothing where the page was not opened from disk.
#[must_use]
pub fn disk() -> Option<Disk> {
    let window = web_sys::window()?;
    let agent = window.navigator().user_agent().unwrap_or_default();
    let from_disk = window.location().protocol().is_ok_and(|protocol| protocol == "file:");
    from_disk.then_some(if agent.contains("Firefox/") { Disk::OwnPlace } else { Disk::Shared })
}

/// Brings the element with this id into view, no farther than needed.
pub fn scroll_to(id: &str) {
    let Some(element) = by_id(id) else { return };
    element.scroll_into_view_with_scroll_into_view_options(&gently());
}

/// No farther than needed, and at once: the eye waits for no motion, and the next key finds the page at rest.
pub(super) fn gently() -> ScrollIntoViewOptions {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_behavior(ScrollBehavior::Instant);
    options
}

/// Gives the element with this id the focus, without scrolling.
pub fn focus(id: &str) {
    if let Some(element) = by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _: Result<(), _> = element.focus_with_options(&options);
    }
}

/// Whether the focus is in a field that takes text, where letters are the field's own.
#[must_use]
pub fn typing() -> bool {
    let Some(element) = document().and_then(|document| document.active_element()) else { return false };
    match element.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => !matches!(
            element.get_attribute("type").as_deref(),
            Some("radio" | "checkbox" | "button" | "range" | "file" | "submit")
        ),
        _ => element.has_attribute("contenteditable"),
    }
}

/// Whether the focus is on something that Enter or the space bar presses.
#[must_use]
pub fn on_button() -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_some_and(|element| matches!(element.tag_name().as_str(), "BUTTON" | "A" | "SUMMARY" | "INPUT"))
}

/// The value of attribute `name` on the nearest element at or around `target`.
#[must_use]
pub fn attribute_around(target: Option<web_sys::EventTarget>, name: &str) -> Option<String> {
    let element: Element = match target?.dyn_into::<Element>() {
        Ok(element) => element,
        Err(target) => target.dyn_into::<web_sys::Node>().ok()?.parent_element()?,
    };
    element.closest(&format!("[{name}]")).ok()??.get_attribute(name)
}

/// The first element that `selector` names.
pub(super) fn first(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok()?
}

pub(super) fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}
