//! What stands in a field.

use wasm_bindgen::JsValue;
use yew::NodeRef;

/// The value of the field an event came from.
#[must_use]
pub fn value(event: &web_sys::Event) -> String {
    event.target().map(|field| read(&field)).unwrap_or_default()
}

/// Whether the box an event came from is ticked.
#[must_use]
pub fn ticked(event: &web_sys::Event) -> bool {
    let ticked = event.target().and_then(|field| js_sys::Reflect::get(&field, &"checked".into()).ok());
    ticked.is_some_and(|ticked| ticked.is_truthy())
}

/// The value of the field at `node`.
#[must_use]
pub fn value_of(node: &NodeRef) -> String {
    node.get().map(|field| read(&field)).unwrap_or_default()
}

/// Takes the focus out of the field that has it.
pub fn leave() {
    use wasm_bindgen::JsCast;
    let active = web_sys::window().and_then(|window| window.document()).and_then(|document| document.active_element());
    if let Some(element) = active.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _: Result<(), JsValue> = element.blur();
    }
}

fn read(field: &JsValue) -> String {
    js_sys::Reflect::get(field, &"value".into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
}
