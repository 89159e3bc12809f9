//! Other formats: a preview of each, to copy or download, and files taken in.

use yew::prelude::*;

use super::arriving::take_in;
use super::button::{button, chip};
use super::small::{remark, switch};
use crate::exchange::{Format, Options, export};
use crate::ui::dispatch;
use crate::ui::dom::{clock, field};
use crate::ui::errand::Errand;
use crate::ui::same::Same;
use crate::ui::state::{Bench, Command, Dialog};
use crate::ui::strings::formats;

/// Characters of a file that are shown.
const SHOWN: usize = 6_000;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub bench: Same<Bench>,
    pub chosen: Format,
    pub confidential: bool,
}

/// The window.
#[component]
pub fn Formats(props: &Props) -> Html {
    let Props { bench, chosen, confidential } = props;
    let (chosen, confidential) = (*chosen, *confidential);
    let show = |format: Format, confidential: bool| Command::Dialog(Some(Dialog::Formats(format, confidential)));
    let options = Options { confidential, written: Some(clock::now()), ..Options::default() };
    let written = export(&bench.session, chosen, &options);
    let choice = |format: Format| chip(format.title(), chosen == format, dispatch::click(show(format, confidential)));
    let choices = |for_research: bool| {
        let formats = Format::ALL.into_iter().filter(|format| format.is_for_research() == for_research);
        html! { <div class="pick">{ for formats.map(choice) }</div> }
    };
    let tick = Callback::from(move |event: Event| dispatch::act(show(chosen, field::ticked(&event))));
    let preview = match &written {
        Ok(exported) => html! {
            { for exported.iter().map(|one| html! {
                <div key={one.name.clone()}>
                    <h3 class="file" translate="no">{ &one.name }</h3>
                    <pre class="preview" tabindex="0" translate="no">{ head(&one.content) }</pre>
                    <div class="ends">
                        { button("tool", formats::COPY, dispatch::click_run(Errand::Copy(one.content.clone()))) }
                        { button("tool main", formats::DOWNLOAD, dispatch::click_run(Errand::HandOut(one.clone()))) }
                    </div>
                </div>
            }) }
        },
        Err(error) => html! { <p class="notice">{ error.to_string() }</p> },
    };
    html! {
        <>
            { choices(false) }
            <details open={chosen.is_for_research()}>
                <summary>{ formats::RESEARCH }</summary>
                { choices(true) }
            </details>
            { switch(formats::CONFIDENTIAL, confidential, tick) }
            { preview }
            <h3>{ formats::TAKE_IN }</h3>
            { remark(formats::TAKE_IN_WHAT) }
            <div class="ends">{ take_in("tool") }</div>
        </>
    }
}

/// As much of a file as can be looked at.
fn head(content: &str) -> String {
    content
        .char_indices()
        .nth(SHOWN)
        .map_or_else(|| content.to_owned(), |(at, _)| format!("{}\n…", content.get(..at).unwrap_or_default()))
}
