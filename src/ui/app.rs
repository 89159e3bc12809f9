//! The whole page.

use std::rc::Rc;

use yew::prelude::*;

use super::components::button::button;
use super::components::{desk, dialogs, workbench};
use super::dispatch;
use super::dom::{after, clock, files, listen, view};
use super::errand::{Dropped, Errand, Outside, remembered, reviewer};
use super::keys::{self, Meaning};
use super::state::{Command, Said, Stamp, Stamped, State};
use super::strings;

/// The page.
#[component]
pub fn App() -> Html {
    let state = use_reducer(|| State::new(remembered()));
    let now = Rc::new((*state).clone());
    let page = {
        let (dispatcher, now) = (state.dispatcher(), Rc::clone(&now));
        use_memo((), move |()| {
            let reviewer = reviewer();
            let me = reviewer.clone();
            let act = Callback::from(move |command: Rc<Command>| {
                let stamp = Stamp { at: clock::now(), by: reviewer.clone(), id: clock::new_uuid() };
                dispatcher.dispatch(Stamped { command, stamp });
            });
            let outside = Outside::new(act, me, now);
            dispatch::begin(outside.clone());
            let keys = {
                let outside = outside.clone();
                listen::keys(move |key| pressed(&outside.state(), &key))
            };
            (outside, keys)
        })
    };
    // At once, not as an effect: a key that comes before the effects must not meet an older state.
    page.0.see(&now);
    use_effect(move || {
        page.0.save();
        view::set_title(&strings::window_title(now.bench.as_ref().map_or("", |bench| &bench.session.facts.title)));
    });

    after::use_focus("paste".into(), None, state.bench.is_none());

    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    let ondrop = Callback::from(move |event: DragEvent| {
        event.prevent_default();
        let (html, plain) = files::pasted_in(&event);
        match files::files_in(&event) {
            files if files.is_empty() => dispatch::run(&Errand::Drop(Dropped::Words { html, plain })),
            files => dispatch::run(&Errand::Drop(Dropped::Files(files))),
        }
    });
    html! {
            <div class="app" {ondragover} {ondrop}>
                if let Some(bench) = &state.bench {
                    { workbench(bench, &state.likes, &state.saving) }
                } else {
                    { desk(&state) }
                }
                { dialogs(&state) }
                { message(&state.said, state.new_version) }
            </div>
    }
}

/// Does what a key means; false where it is the browser's own.
fn pressed(state: &State, key: &listen::Key) -> bool {
    let Some(bench) = state.bench.as_ref().filter(|_| state.dialog.is_none()) else { return false };
    match keys::meaning(key, bench, &state.likes) {
        Some(Meaning::Command(command)) => dispatch::act(command),
        Some(Meaning::Errand(errand)) => dispatch::run(&errand),
        None => return false,
    }
    true
}

/// The one live region, and the message on the page where one is shown.
fn message(said: &Said, new_version: bool) -> Html {
    let toast = |hidden: bool, words: &AttrValue, button: Html| {
        html! {
            <section class="toast" aria-label={strings::NOTICE} {hidden}><span>{ words }</span>{ button }</section>
        }
    };
    let use_it = button("", strings::USE_IT, dispatch::click_run(Errand::NewVersion));
    let close = button("", strings::article::CLOSE, dispatch::click(Command::Hush));
    html! {
        <>
            <div class="sr" role="status" aria-live="polite"><span key={said.number}>{ &said.words }</span></div>
            { toast(!new_version || said.shown, &strings::NEW_VERSION.into(), use_it) }
            { toast(!said.shown, &said.words, close) }
        </>
    }
}
