//! Listening to the whole page: keys and the selection.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;

/// Listens for as long as it lives.
#[derive(Debug)]
pub struct Listening(#[expect(dead_code, reason = "kept for as long as it should listen")] Option<EventListener>);

/// A key as it was pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "a keyboard has that many modifiers")]
pub struct Key {
    /// Its name in the browser: "v", "V", "Escape", "F2".
    pub name: String,
    /// Ctrl, or Cmd on a Mac.
    pub command: bool,
    /// Shift.
    pub shift: bool,
    /// Alt.
    pub alt: bool,
    /// The focus is in a field that takes text.
    pub typing: bool,
    /// The focus is on something that Enter and blank press.
    pub on_button: bool,
}

/// Calls `pressed` with every key; where it returns true the browser does nothing more with it.
#[must_use]
pub fn keys(pressed: impl Fn(Key) -> bool + 'static) -> Listening {
    let listen = |document: &web_sys::Document| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(document, "keydown", options, move |event| {
            let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
            // A composition of an input method has keys of its own.
            if event.is_composing() || event.default_prevented() {
                return;
            }
            let mac = super::view::is_mac();
            let key = Key {
                name: event.key(),
                command: if mac { event.meta_key() } else { event.ctrl_key() },
                shift: event.shift_key(),
                alt: event.alt_key() || if mac { event.ctrl_key() } else { event.meta_key() },
                typing: super::view::typing(),
                on_button: super::view::on_button(),
            };
            if pressed(key) {
                event.prevent_default();
            }
        })
    };
    Listening(document().as_ref().map(listen))
}

/// Calls `settled` when the selection has not changed for a moment.
#[must_use]
pub fn selection(settled: impl Fn() + 'static) -> Listening {
    let settled = Rc::new(settled);
    let waiting: Rc<RefCell<Option<Timeout>>> = Rc::default();
    let listen = |document: &web_sys::Document| {
        EventListener::new(document, "selectionchange", move |_| {
            let settled = Rc::clone(&settled);
            *waiting.borrow_mut() = Some(Timeout::new(120, move || settled()));
        })
    };
    Listening(document().as_ref().map(listen))
}

/// Something to be done later, unless it is dropped before.
#[derive(Debug)]
pub struct Later(#[expect(dead_code, reason = "kept until it is due")] Timeout);

/// Does `task` after `milliseconds`.
#[must_use]
pub fn later(milliseconds: u32, task: impl FnOnce() + 'static) -> Later {
    Later(Timeout::new(milliseconds, task))
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}
