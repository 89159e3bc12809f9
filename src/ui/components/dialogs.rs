//! The windows over the page.

use yew::prelude::*;

use super::arriving::{new_version, second_checker};
use super::button::{button, chip, submit};
use super::formats::Formats;
use super::small::{self, cancel, error, nothing, remark};
use crate::annotation::{Action, ArticleFacts};
use crate::text::{ParagraphType, Published};
use crate::ui::dispatch;
use crate::ui::dom::{after, dialog, field};
use crate::ui::errand::{As, Errand};
use crate::ui::same::Same;
use crate::ui::state::{Bench, Command, Dialog, Likes, State};
use crate::ui::strings::{self, compare, dialogs, help};

/// The window that is open, if any.
pub fn dialogs(state: &State) -> Html {
    let (title, wide, inside) = match (&state.dialog, &state.bench) {
        (Some(Dialog::Help), _) => (help::TITLE, true, help(&state.likes)),
        (Some(Dialog::Name), _) => (dialogs::NAME_TITLE, false, html! { <Name likes={state.likes.clone()} /> }),
        (Some(Dialog::Facts), Some(bench)) => (dialogs::FACTS_TITLE, false, html! { <Facts bench={bench.clone()} /> }),
        (Some(Dialog::Paragraph(index)), Some(bench)) => (dialogs::PARAGRAPH_TITLE, false, kinds(bench, *index)),
        (Some(Dialog::Dropped { is_file }), Some(_)) => (dialogs::DROPPED_TITLE, false, dropped(*is_file)),
        (Some(Dialog::Formats(format, confidential)), Some(bench)) => {
            let formats = html! { <Formats bench={bench.clone()} chosen={*format} confidential={*confidential} /> };
            (dialogs::FORMATS_TITLE, true, formats)
        }
        (Some(Dialog::NewVersion), Some(_)) => (compare::NEW_VERSION_TITLE, true, new_version(state.opening.as_ref())),
        (Some(Dialog::Compare), Some(_)) => (compare::COMPARE_TITLE, false, second_checker()),
        _ => return html! { <div hidden=true /> },
    };
    let reads = state.dialog == Some(Dialog::NewVersion) && state.opening.is_some();
    html! { <Window {title} {wide} {reads}>{ inside }</Window> }
}

#[derive(Properties, PartialEq)]
struct WindowProps {
    title: &'static str,
    wide: bool,
    /// A text is being read for it.
    reads: bool,
    children: Html,
}

/// The browser's own modal dialog.
#[component]
fn Window(props: &WindowProps) -> Html {
    let open = Box::new(|| -> Box<dyn FnOnce()> {
        dialog::open();
        Box::new(dialog::close)
    });
    after::use_while([0, 0], open);
    // Who closes the window does not want the text read to its end.
    let reads = props.reads;
    let leave = Box::new(move || -> Box<dyn FnOnce()> {
        Box::new(move || {
            if reads {
                dispatch::run(&Errand::Cancel);
            }
        })
    });
    after::use_while([usize::from(reads), 0], leave);
    let onclose = Callback::from(move |_: Event| dispatch::act(Command::Dialog(None)));
    html! {
        <dialog class={props.wide.then_some("wide")} aria-labelledby="dialog-title" {onclose}>
            <h2 id="dialog-title">{ props.title }</h2>
            { props.children.clone() }
        </dialog>
    }
}

/// What to do with something that was dropped beside an article in work.
fn dropped(is_file: bool) -> Html {
    html! {
        <>
            <p>{ dialogs::DROPPED }</p>
            <div class="ends">
                { cancel() }
                { button("tool", dialogs::OPEN_INSTEAD, dispatch::click_run(Errand::OpenDropped(As::Article))) }
                { button("tool", dialogs::AS_NEW_VERSION, dispatch::click_run(Errand::OpenDropped(As::NewVersion))) }
                if is_file {
                    { button("tool main", dialogs::TAKE_IN, dispatch::click_run(Errand::TakeInDropped)) }
                }
            </div>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct LikesProps {
    likes: Same<Likes>,
}

/// The keys, and what can be switched.
fn help(likes: &Likes) -> Html {
    let command = if likes.mac { "⌘" } else { "Ctrl" };
    let switch = |words: &'static str, on: bool, errand: fn(bool) -> Errand| {
        let onchange = Callback::from(move |event: Event| dispatch::run(&errand(field::ticked(&event))));
        small::switch(words, on, onchange)
    };
    html! {
        <>
            { switch(help::LETTER_KEYS, likes.letter_keys, Errand::LetterKeys) }
            { switch(help::MOVE_ON, likes.move_on, Errand::MoveOn) }
            { switch(strings::desk::KEEP, likes.keep, Errand::Keep) }
            <div class="keys">
                { for help::GROUPS.iter().map(|(name, keys)| html! {
                    <section key={*name}>
                        <h3>{ *name }</h3>
                        <dl>
                            { for keys.iter().map(|(keys, does)| html! {
                                <>
                                    <dt>{ for keys.split(' ').map(|key| html! { <kbd>{ key.replace("Ctrl", command) }</kbd> }) }</dt>
                                    <dd>{ *does }</dd>
                                </>
                            }) }
                        </dl>
                    </section>
                }) }
            </div>
            <h3>{ help::ABOUT }</h3>
            <p>{ help::PRIVACY }</p>
            <div class="ends">
                { button("tool", strings::top::THEME, dispatch::click_run(Errand::Theme)) }
                { button("tool main", dialogs::DONE, dispatch::click(Command::Dialog(None))) }
            </div>
        </>
    }
}

/// The question for a name, asked once.
#[component]
fn Name(props: &LikesProps) -> Html {
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let name = field::value_of("name");
        dispatch::act(Command::Dialog(None));
        dispatch::run(&Errand::Name(name));
    });
    html! {
        <form {onsubmit}>
            <p>{ dialogs::NAME_WHY }</p>
            <label class="row">{ dialogs::NAME }
                <input id="name" class="field" autocomplete="name" value={props.likes.name.clone().unwrap_or_default()} />
            </label>
            <div class="ends">
                { cancel() }
                { submit(strings::top::DOWNLOAD) }
            </div>
        </form>
    }
}

#[derive(Properties, PartialEq)]
struct BenchProps {
    bench: Same<Bench>,
}

/// What is known about the article.
#[component]
fn Facts(props: &BenchProps) -> Html {
    let facts = &props.bench.session.facts;
    let wrong = use_state_eq(AttrValue::default);
    let row = |label: &'static str, value: String| {
        html! { <label class="row">{ label }<input class="field" {value} autocomplete="off" dir="auto" /></label> }
    };
    let shown = html! { <>
        { row(dialogs::PUBLISHED, facts.published.map(|published| published.to_string()).unwrap_or_default()) }
        { error(&wrong) }
        { row(dialogs::TITLE, facts.title.clone()) }
        { row(dialogs::PUBLISHER, facts.publisher.clone().unwrap_or_default()) }
        { row(dialogs::URL, facts.url.clone().unwrap_or_default()) }
        { row(dialogs::AUTHORS, facts.authors.join(", ")) }
        { row(dialogs::LANGUAGE, facts.language.clone()) }
    </> };
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let fields = field::values(&event);
        let [published, title, publisher, url, authors, language, ..] = fields.as_slice() else { return };
        let filled = |value: &str| {
            let value = value.trim();
            (!value.is_empty()).then(|| value.to_owned())
        };
        let published = match filled(published).map(|written| written.parse::<Published>()).transpose() {
            Ok(published) => published,
            Err(error) => {
                wrong.set(error.to_string().into());
                return;
            }
        };
        let authors = filled(authors).unwrap_or_default();
        dispatch::act(Command::Do(Action::SetFacts(ArticleFacts {
            title: filled(title).unwrap_or_default(),
            url: filled(url),
            publisher: filled(publisher),
            authors: authors.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect(),
            published,
            language: filled(language).unwrap_or_else(|| "en".to_owned()),
        })));
        dispatch::act(Command::Dialog(None));
    });
    html! {
        <form {onsubmit}>
            { shown }
            { remark(dialogs::PUBLISHED_WHY) }
            <div class="ends">
                { button("tool", strings::top::FORMATS, dispatch::click(Command::Dialog(Some(Dialog::FORMATS)))) }
                { cancel() }
                { submit(dialogs::SAVE) }
            </div>
        </form>
    }
}

/// What a paragraph is in its article.
fn kinds(bench: &Bench, index: usize) -> Html {
    let document = &bench.session.document;
    let Some(paragraph) = document.paragraphs().get(index) else { return nothing() };
    let choose = |kind: ParagraphType| {
        Callback::from(move |_: MouseEvent| {
            dispatch::act(Command::Do(Action::SetParagraphType(index, kind)));
            dispatch::act(Command::Dialog(None));
        })
    };
    html! {
        <>
            <blockquote class="words" dir="auto" translate="no">{ paragraph.range.of(document.text()).to_owned() }</blockquote>
            <div class="pick">
                { for ParagraphType::ALL.map(|kind| chip(strings::paragraph_type(kind), paragraph.kind == kind, choose(kind))) }
            </div>
            { remark(dialogs::PARAGRAPH_WHY) }
        </>
    }
}
