//! Windows over the page: the browser's own modal dialogs.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use yew::NodeRef;

/// Opens the dialog at `node`: the browser holds the focus inside and closes it on Esc.
pub fn open(node: &NodeRef) {
    call(node, "showModal");
}

/// Closes the dialog at `node`.
pub fn close(node: &NodeRef) {
    call(node, "close");
}

/// Chooses a file with the field at `node`, as if it were clicked.
pub fn choose(node: &NodeRef) {
    call(node, "click");
}

fn call(node: &NodeRef, name: &str) {
    let Some(element) = node.get() else { return };
    let function = Reflect::get(&element, &name.into()).ok().and_then(|found| found.dyn_into::<Function>().ok());
    if let Some(function) = function {
        let _: Result<JsValue, JsValue> = function.call0(&element);
    }
}
