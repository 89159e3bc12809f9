//! The one way up: what components ask for.

use std::cell::OnceCell;
use std::rc::Rc;

use yew::prelude::*;

use super::errand::{Errand, Outside};
use super::state::Command;

thread_local! {
    /// Where commands and errands go.
    static ASKED: OnceCell<Outside> = const { OnceCell::new() };
}

/// From now on commands and errands go to `outside`: once in the life of a page.
pub fn begin(outside: Outside) {
    ASKED.with(|asked| {
        let _: Result<(), Outside> = asked.set(outside);
    });
}

/// Asks for `command`.
pub fn act(command: impl Into<Rc<Command>>) {
    if let Some(outside) = asked() {
        outside.act(command);
    }
}

/// Sends out on `errand`.
pub fn run(errand: &Errand) {
    if let Some(outside) = asked() {
        outside.run(errand);
    }
}

fn asked() -> Option<Outside> {
    ASKED.with(|asked| asked.get().cloned())
}

/// What a button does: ask for `command`.
pub fn click(command: Command) -> Callback<MouseEvent> {
    let command = Rc::new(command);
    Callback::from(move |_| act(Rc::clone(&command)))
}

/// What a button does: send out on `errand`.
pub fn click_run(errand: Errand) -> Callback<MouseEvent> {
    Callback::from(move |_| run(&errand))
}
