//! Windows over the page: the browser's own modal dialogs.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// Opens the dialog of the page: the browser holds the focus inside and closes it on Esc.
pub fn open() {
    call(super::view::first("dialog"), "showModal");
}

/// Closes the dialog of the page.
pub fn close() {
    call(super::view::first("dialog"), "close");
}

/// Chooses a file with the field beside the button an event came from, as if the field were clicked.
pub fn choose_beside(event: &web_sys::Event) {
    let button = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    call(button.and_then(|button| button.next_element_sibling()), "click");
}

fn call(element: Option<Element>, name: &str) {
    let Some(element) = element else { return };
    let function = Reflect::get(&element, &name.into()).ok().and_then(|found| found.dyn_into::<Function>().ok());
    if let Some(function) = function {
        let _: Result<JsValue, JsValue> = function.call0(&element);
    }
}
