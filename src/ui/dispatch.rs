//! The one way up: what components ask for.

use yew::prelude::*;

use super::errand::Errand;
use super::state::Command;

/// Takes commands to the reducer, and errands to the world outside.
#[derive(Clone, Debug, PartialEq)]
pub struct Dispatch {
    act: Callback<Command>,
    run: Callback<Errand>,
}

impl Dispatch {
    /// Commands go to `act`, errands to `run`.
    pub fn new(act: Callback<Command>, run: Callback<Errand>) -> Self {
        Self { act, run }
    }

    /// Asks for `command`.
    pub fn act(&self, command: Command) {
        self.act.emit(command);
    }

    /// Sends out on `errand`.
    pub fn run(&self, errand: Errand) {
        self.run.emit(errand);
    }

    /// What a button does: ask for `command`.
    pub fn click(&self, command: Command) -> Callback<MouseEvent> {
        let act = self.act.clone();
        Callback::from(move |_| act.emit(command.clone()))
    }

    /// What a button does: send out on `errand`.
    pub fn click_run(&self, errand: Errand) -> Callback<MouseEvent> {
        let run = self.run.clone();
        Callback::from(move |_| run.emit(errand.clone()))
    }
}

/// The dispatcher of the page.
#[hook]
pub fn use_dispatch() -> Dispatch {
    use_context::<Dispatch>().unwrap_or_else(|| Dispatch::new(Callback::noop(), Callback::noop()))
}
