//! The browser's selection, in offsets of the article's text.
//!
//! The article is rendered so that each piece of its text stands alone in an element with `data-start`, the byte
//! offset of the piece; badges and other decoration have none. Elements with `data-start` do not nest.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Selection};

use crate::text::TextRange;

/// Attribute that holds the byte offset of a piece of text.
pub const START: &str = "data-start";

/// What the person has selected in the article, if it is more than a caret.
#[must_use]
pub fn selected() -> Option<TextRange> {
    let selection = current()?;
    if selection.is_collapsed() {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let start = offset_of(&range.start_container().ok()?, range.start_offset().ok()?, Edge::Start)?;
    let end = offset_of(&range.end_container().ok()?, range.end_offset().ok()?, Edge::End)?;
    (start < end).then(|| TextRange::new(start, end))
}

/// Where the caret, or the moving end of the selection, stands.
#[must_use]
pub fn caret() -> Option<u32> {
    let selection = current()?;
    offset_of(&selection.focus_node()?, selection.focus_offset(), Edge::Start)
}

/// Takes the selection away.
pub fn clear() {
    if let Some(selection) = current() {
        let _: Result<(), _> = selection.remove_all_ranges();
    }
}

/// Selects `range` of the article, so that it can be extended with Shift and the arrow keys.
pub fn select(range: TextRange) {
    let place = || -> Option<()> {
        let (start_node, start) = place_of(range.start)?;
        let (end_node, end) = place_of(range.end)?;
        current()?.set_base_and_extent(&start_node, start, &end_node, end).ok()
    };
    place();
}

/// Puts a caret at `offset`.
pub fn put_caret(offset: u32) {
    select(TextRange::new(offset, offset));
}

/// Moves the caret, or with `extend` the moving end of the selection, as the arrow keys of an editor do.
pub fn step(extend: bool, forward: bool, by: &str) {
    let Some(selection) = current() else { return };
    let alter = if extend { "extend" } else { "move" };
    let direction = if forward { "forward" } else { "backward" };
    let function = js_sys::Reflect::get(&selection, &"modify".into()).ok();
    if let Some(function) = function.and_then(|found| found.dyn_into::<js_sys::Function>().ok()) {
        let _: Result<_, _> = function.call3(&selection, &alter.into(), &direction.into(), &by.into());
    }
}

/// Byte offset of the article's text at a point of the window, in CSS pixels.
#[must_use]
pub fn offset_at(x: f32, y: f32) -> Option<u32> {
    let document = web_sys::window()?.document()?;
    // Chromium and WebKit know `caretRangeFromPoint`, Firefox `caretPositionFromPoint`.
    let (node, offset) = ["caretPositionFromPoint", "caretRangeFromPoint"].into_iter().find_map(|name| {
        let function: js_sys::Function = js_sys::Reflect::get(&document, &name.into()).ok()?.dyn_into().ok()?;
        let place = function.call2(&document, &x.into(), &y.into()).ok()?;
        let read = |name: &str| js_sys::Reflect::get(&place, &name.into()).ok().filter(|value| !value.is_undefined());
        let node: Node = read("offsetNode").or_else(|| read("startContainer"))?.dyn_into().ok()?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an offset of the browser's")]
        let offset = read("offset").or_else(|| read("startOffset"))?.as_f64()? as u32;
        Some((node, offset))
    })?;
    offset_of(&node, offset, Edge::Start)
}

fn current() -> Option<Selection> {
    web_sys::window()?.get_selection().ok()?
}

/// Which side of a boundary is meant where it falls between two pieces of text.
#[derive(Clone, Copy, PartialEq)]
enum Edge {
    Start,
    End,
}

/// Byte offset of a boundary point of the DOM.
fn offset_of(node: &Node, offset: u32, edge: Edge) -> Option<u32> {
    if node.node_type() == Node::TEXT_NODE {
        if let Some(piece) = node.parent_element().and_then(|parent| parent.closest(&format!("[{START}]")).ok()?) {
            return Some(start_of(&piece)? + bytes_of(&node.text_content()?, offset));
        }
        return nearest(node, edge);
    }
    if let Some(found) = node.child_nodes().get(offset).and_then(|child| nearest(&child, Edge::Start)) {
        return Some(found);
    }
    let last = offset.checked_sub(1).and_then(|index| node.child_nodes().get(index));
    last.and_then(|last| nearest(&last, Edge::End)).or_else(|| nearest(node, edge))
}

/// The first (or last) byte of the text within `node`, or of the piece around it.
fn nearest(node: &Node, edge: Edge) -> Option<u32> {
    let element = match node.dyn_ref::<Element>() {
        Some(element) => element.clone(),
        None => node.parent_element()?,
    };
    let pieces = element.query_selector_all(&format!("[{START}]")).ok()?;
    let piece: Element = match (pieces.length(), edge) {
        (0, _) => element.closest(&format!("[{START}]")).ok()??,
        (_, Edge::Start) => pieces.get(0)?.dyn_into().ok()?,
        (count, Edge::End) => pieces.get(count - 1)?.dyn_into().ok()?,
    };
    let start = start_of(&piece)?;
    match edge {
        Edge::Start => Some(start),
        Edge::End => Some(start + u32::try_from(piece.text_content()?.len()).ok()?),
    }
}

fn start_of(piece: &Element) -> Option<u32> {
    piece.get_attribute(START)?.parse().ok()
}

/// How many UTF-8 bytes the first `units` UTF-16 code units of `text` take.
fn bytes_of(text: &str, units: u32) -> u32 {
    let mut left = units as usize;
    let bytes: usize = text
        .chars()
        .map_while(|c| {
            left = left.checked_sub(c.len_utf16())?;
            Some(c.len_utf8())
        })
        .sum();
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

/// The text node and UTF-16 offset of a byte offset of the article.
fn place_of(offset: u32) -> Option<(Node, u32)> {
    let document = web_sys::window()?.document()?;
    let pieces = document.query_selector_all(&format!("[{START}]")).ok()?;
    let piece_at = |index: u32| pieces.get(index).and_then(|piece| piece.dyn_into::<Element>().ok());
    let (mut low, mut high) = (0, pieces.length());
    while low < high {
        let middle = low.midpoint(high);
        if start_of(&piece_at(middle)?)? <= offset {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    let piece = piece_at(low.checked_sub(1)?)?;
    let text = piece.first_child()?;
    let inside = (offset - start_of(&piece)?) as usize;
    let mut units = 0;
    let mut bytes = 0;
    for c in text.text_content()?.chars() {
        if bytes >= inside {
            break;
        }
        bytes += c.len_utf8();
        units += u32::try_from(c.len_utf16()).ok()?;
    }
    Some((text, units))
}
