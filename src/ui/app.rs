//! The whole page.

use std::rc::Rc;

use yew::prelude::*;

use super::components::button::button;
use super::components::{Desk, Dialogs, Workbench};
use super::dispatch;
use super::dom::{clock, files, listen, view};
use super::errand::{Dropped, Errand, Outside, remembered};
use super::keys::{self, Meaning};
use super::state::{Command, Said, Stamp, Stamped, State};
use super::strings;

/// The page.
#[component]
pub fn App() -> Html {
    let (likes, reviewer) = (*use_memo((), |()| remembered())).clone();
    let state = use_reducer(move || State::new(likes));
    let now = Rc::new((*state).clone());
    let outside = {
        let (dispatcher, now) = (state.dispatcher(), Rc::clone(&now));
        use_memo((), move |()| {
            let me = reviewer.clone();
            let act = Callback::from(move |command: Rc<Command>| {
                let stamp = Stamp { at: clock::now(), by: reviewer.clone(), id: clock::new_uuid() };
                dispatcher.dispatch(Stamped { command, stamp });
            });
            let outside = Outside::new(act.clone(), me, now);
            let run = {
                let outside = outside.clone();
                Callback::from(move |errand: Rc<Errand>| outside.run(&errand))
            };
            dispatch::begin(act, run);
            outside
        })
    };
    // At once, not as an effect: a key that comes before the effects must not meet an older state.
    outside.see(&now);
    use_effect(move || outside.save());
    use_keys(&state);

    let title = state.bench.as_ref().map(|bench| bench.session.facts.title.clone()).unwrap_or_default();
    use_effect_with(title, |title| view::set_title(&strings::window_title(title)));

    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    let ondrop = Callback::from(move |event: DragEvent| {
        event.prevent_default();
        let (html, plain) = files::pasted_in(&event);
        match files::files_in(&event) {
            files if files.is_empty() => dispatch::run(Errand::Drop(Dropped::Words { html, plain })),
            files => dispatch::run(Errand::Drop(Dropped::Files(files))),
        }
    });
    html! {
            <div class="app" {ondragover} {ondrop}>
                if let Some(bench) = &state.bench {
                    <Workbench key={bench.session.id.to_string()} bench={bench.clone()} likes={state.likes.clone()} saving={state.saving.clone()} />
                } else {
                    <Desk shelf={state.shelf.clone()} opening={state.opening.clone()} likes={state.likes.clone()} />
                }
                <Dialogs dialog={state.dialog.clone()} bench={state.bench.clone()} opening={state.opening.clone()} likes={state.likes.clone()} />
                { message(&state.said, state.new_version) }
            </div>
    }
}

/// Keys go to what they mean.
#[hook]
fn use_keys(state: &UseReducerHandle<State>) {
    let latest = use_mut_ref(|| None);
    *latest.borrow_mut() = Some(state.clone());
    use_effect_with((), move |()| {
        let listening = listen::keys(move |key| {
            let Some(state) = latest.borrow().clone() else { return false };
            let Some(bench) = &state.bench else { return false };
            if state.dialog.is_some() {
                return false;
            }
            match keys::meaning(&key, bench, &state.likes) {
                Some(Meaning::Command(command)) => dispatch::act(command),
                Some(Meaning::Errand(errand)) => dispatch::run(errand),
                None => return false,
            }
            true
        });
        move || drop(listening)
    });
}

/// The one live region, and the message on the page where one is shown.
fn message(said: &Said, new_version: bool) -> Html {
    let toast = |hidden: bool, words: &AttrValue, button: Html| html! {
        <section class="toast" aria-label={strings::NOTICE} {hidden}><span>{ words }</span>{ button }</section>
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
