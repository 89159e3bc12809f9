//! The one way up: what components ask for.

use std::cell::OnceCell;

use yew::prelude::*;

use super::errand::Errand;
use super::state::Command;

thread_local! {
    /// Where commands go, and where errands go.
    static ASKED: OnceCell<(Callback<Command>, Callback<Errand>)> = const { OnceCell::new() };
}

/// From now on commands go to `act`, errands to `run`: once in the life of a page.
pub fn begin(act: Callback<Command>, run: Callback<Errand>) {
    ASKED.with(|asked| {
        let _ = asked.set((act, run));
    });
}

/// Asks for `command`.
pub fn act(command: Command) {
    if let Some((act, _)) = asked() {
        act.emit(command);
    }
}

/// Sends out on `errand`.
pub fn run(errand: Errand) {
    if let Some((_, run)) = asked() {
        run.emit(errand);
    }
}

fn asked() -> Option<(Callback<Command>, Callback<Errand>)> {
    ASKED.with(|asked| asked.get().cloned())
}

/// What a button does: ask for `command`.
pub fn click(command: Command) -> Callback<MouseEvent> {
    Callback::from(move |_| act(command.clone()))
}

/// What a button does: send out on `errand`.
pub fn click_run(errand: Errand) -> Callback<MouseEvent> {
    Callback::from(move |_| run(errand.clone()))
}
