//! What stands in a field.

use wasm_bindgen::JsValue;

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

/// The value of the field with this id.
#[must_use]
pub fn value_of(id: &str) -> String {
    super::view::by_id(id).map(|field| read(&field)).unwrap_or_default()
}

/// The values of the fields and buttons of the form an event came from, in their order.
#[must_use]
pub fn values(event: &web_sys::Event) -> Vec<String> {
    let fields = event.target().and_then(|form| js_sys::Reflect::get(&form, &"elements".into()).ok());
    fields.map(|fields| js_sys::Array::from(&fields).iter().map(|field| read(&field)).collect()).unwrap_or_default()
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
