//! Where things are on the screen.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::view::first;

/// How far down a click was in the element that `selector` names, 0 to 1.
#[must_use]
pub fn fraction_down(event: &web_sys::MouseEvent, selector: &str) -> f64 {
    let Some(element) = first(selector) else { return 0.0 };
    let area = element.get_bounding_client_rect();
    ((f64::from(event.client_y()) - area.top()) / area.height().max(1.0)).clamp(0.0, 1.0)
}

/// How far the element that `selector` names is scrolled, in CSS pixels.
#[must_use]
pub fn scrolled(selector: &str) -> f64 {
    first(selector).map_or(0.0, |element| f64::from(element.scroll_top()))
}

/// Scrolls the element that `selector` names to `top` CSS pixels.
pub fn scroll(selector: &str, top: f64) {
    if let Some(element) = first(selector) {
        #[expect(clippy::cast_possible_truncation, reason = "whole pixels")]
        element.set_scroll_top(top as i32);
    }
}

/// Size of one rem, in CSS pixels.
#[must_use]
pub fn rem() -> f64 {
    let size = || {
        let window = web_sys::window()?;
        let root = window.document()?.document_element()?;
        let size = window.get_computed_style(&root).ok()??.get_property_value("font-size").ok()?;
        let pixels = js_sys::parse_float(&size); // "16px"
        pixels.is_finite().then_some(pixels)
    };
    size().unwrap_or(16.0)
}

/// Puts the element that `selector` names above the selection, or below it where there is no room above.
pub fn at_selection(selector: &str) {
    let put = || {
        let element: HtmlElement = first(selector)?.dyn_into().ok()?;
        let window = web_sys::window()?;
        let range = window.get_selection().ok()??.get_range_at(0).ok()?;
        let area = range.get_bounding_client_rect();
        let (width, height) = (f64::from(element.offset_width()), f64::from(element.offset_height()));
        let room = window.inner_width().ok()?.as_f64()?;
        let left = (area.left() + area.width() / 2.0 - width / 2.0).clamp(8.0, (room - width - 8.0).max(8.0));
        let above = area.top() - height - 10.0;
        let top = if above > 64.0 { above } else { area.bottom() + 10.0 };
        let style = element.style();
        style.set_property("left", &pixels(left)).ok()?;
        style.set_property("top", &pixels(top)).ok()
    };
    put();
}

/// Brings the piece of the article at byte `offset` into view; `id` is the mark there, if any.
pub fn show_text(offset: u32) {
    let show = || {
        let document = web_sys::window()?.document()?;
        let pieces = document.query_selector_all(&format!("[{}]", super::selection::START)).ok()?;
        let start = |index: u32| -> Option<(Element, u32)> {
            let piece: Element = pieces.get(index)?.dyn_into().ok()?;
            let start = piece.get_attribute(super::selection::START)?.parse().ok()?;
            Some((piece, start))
        };
        let (mut low, mut high) = (0, pieces.length());
        while low < high {
            let middle = low.midpoint(high);
            if start(middle)?.1 <= offset {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let (piece, _) = start(low.checked_sub(1)?)?;
        piece.scroll_into_view_with_scroll_into_view_options(&super::view::gently());
        Some(())
    };
    show();
}

/// Keeps the pointer with the element it went down on until it goes up.
pub fn capture(event: &web_sys::PointerEvent) {
    if let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
        let _: Result<(), _> = element.set_pointer_capture(event.pointer_id());
    }
}

/// Id of the element that is drawn as a caret.
pub const CARET: &str = "caret";

/// Draws the caret where the moving end of the selection is, and brings it into view.
pub fn show_caret() {
    let show = || {
        let window = web_sys::window()?;
        let document = window.document()?;
        let caret: HtmlElement = document.get_element_by_id(CARET)?.dyn_into().ok()?;
        let selection = window.get_selection().ok()??;
        let node = selection.focus_node()?;
        let around = node.parent_element()?;
        around.scroll_into_view_with_scroll_into_view_options(&super::view::gently());
        let range = document.create_range().ok()?;
        range.set_start(&node, selection.focus_offset()).ok()?;
        range.collapse_with_to_start(true);
        let area = range.get_bounding_client_rect();
        // At the edge of an element some engines give an empty box: then the element's own corner serves.
        let area = if area.height() > 0.0 { area } else { around.get_bounding_client_rect() };
        let style = caret.style();
        style.set_property("left", &pixels(area.left())).ok()?;
        style.set_property("top", &pixels(area.top())).ok()?;
        style.set_property("height", &pixels(area.height().min(40.0))).ok()
    };
    show();
}

/// Whether the focus is inside the element with this id.
#[must_use]
pub fn focus_within(id: &str) -> bool {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return false };
    let (Some(outer), Some(inner)) = (document.get_element_by_id(id), document.active_element()) else { return false };
    outer.contains(Some(&inner))
}

/// A length as a style has it.
#[expect(clippy::cast_possible_truncation, reason = "no screen is that large")]
#[must_use]
pub fn pixels(length: f64) -> String {
    format!("{}px", length.round() as i32)
}
