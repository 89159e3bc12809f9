//! The one way up: what components ask for.

use std::cell::OnceCell;
use std::rc::Rc;

use yew::prelude::*;

use super::errand::Errand;
use super::state::Command;

thread_local! {
    /// Where commands go, and where errands go.
    static ASKED: OnceCell<(Callback<Rc<Command>>, Callback<Rc<Errand>>)> = const { OnceCell::new() };
}

/// From now on commands go to `act`, errands to `run`: once in the life of a page.
pub fn begin(act: Callback<Rc<Command>>, run: Callback<Rc<Errand>>) {
    ASKED.with(|asked| {
        let _ = asked.set((act, run));
    });
}

/// Asks for `command`.
pub fn act(command: impl Into<Rc<Command>>) {
    if let Some((act, _)) = asked() {
        act.emit(command.into());
    }
}

/// Sends out on `errand`.
pub fn run(errand: impl Into<Rc<Errand>>) {
    if let Some((_, run)) = asked() {
        run.emit(errand.into());
    }
}

fn asked() -> Option<(Callback<Rc<Command>>, Callback<Rc<Errand>>)> {
    ASKED.with(|asked| asked.get().cloned())
}

/// What a button does: ask for `command`.
pub fn click(command: Command) -> Callback<MouseEvent> {
    let command = Rc::new(command);
    Callback::from(move |_| act(Rc::clone(&command)))
}

/// What a button does: send out on `errand`.
pub fn click_run(errand: Errand) -> Callback<MouseEvent> {
    let errand = Rc::new(errand);
    Callback::from(move |_| run(Rc::clone(&errand)))
}
