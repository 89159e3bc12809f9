//! The header of the workbench.

use yew::prelude::*;

use super::strip::fill;
use crate::annotation::Verdict;
use crate::review::Tally;
use crate::ui::dispatch::use_dispatch;
use crate::ui::errand::Errand;
use crate::ui::same::Same;
use crate::ui::state::{Bench, Command, Dialog, Likes, Saving};
use crate::ui::strings::{self, top};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub bench: Same<Bench>,
    pub likes: Same<Likes>,
    pub saving: Saving,
}

/// The header.
#[component]
pub fn Header(props: &Props) -> Html {
    let dispatch = use_dispatch();
    let bench = &props.bench;
    let facts = &bench.session.facts;
    let title = if facts.title.is_empty() { strings::desk::UNTITLED } else { &facts.title };
    let details = dispatch.click(Command::Dialog(Some(Dialog::Facts)));
    let published = facts.published.map_or_else(
        || html! { <button type="button" class="missing" onclick={details.clone()}>{ top::NO_DATE }</button> },
        |published| {
            html! { <><span class="wide">{ top::PUBLISHED }{ " " }</span><button type="button" onclick={details.clone()}>{ strings::published(published) }</button></> }
        },
    );
    let publisher = facts.publisher.as_ref().filter(|name| !name.is_empty());
    let (saved, failed) = match &props.saving {
        Saving::Saved => (top::SAVED, false),
        Saving::Underway => (top::SAVING, false),
        Saving::NotKept => (top::NOT_KEPT, false),
        Saving::Failed(_) => (top::NOT_SAVED, true),
    };
    let why = match &props.saving {
        Saving::Failed(why) => Some(why.clone()),
        Saving::NotKept => Some(AttrValue::Static(top::NOT_KEPT_WHY)),
        _ => None,
    };
    let command = if props.likes.mac { "⌘" } else { "Ctrl+" };
    html! {
        <header class="top">
            <button type="button" class="tool home icon" aria-label={top::HOME} title={top::HOME}
                onclick={dispatch.click_run(Errand::Home)}>{ "‹" }</button>
            <div class="title">
                <h1 title={title.to_owned()} dir="auto" translate="no">{ title }</h1>
                <div class="facts">
                    { for publisher.map(|name| html! { <><span translate="no">{ name }</span>{ " · " }</> }) }
                    { published }
                    { " · " }
                    <button type="button" onclick={details}>{ top::DETAILS }</button>
                </div>
            </div>
            <ProgressBar tally={bench.view.progress.all} />
            <button type="button" class="tool" disabled={bench.history.undo_label().is_none()} title={step(bench.history.undo_label(), &format!("{command}Z"))}
                onclick={dispatch.click(Command::Undo)}>{ top::UNDO }</button>
            <button type="button" class="tool second" disabled={bench.history.redo_label().is_none()} title={step(bench.history.redo_label(), &format!("{command}Y"))}
                onclick={dispatch.click(Command::Redo)}>{ top::REDO }</button>
            if failed {
                <button type="button" class="tool saved failed second" title={why} onclick={dispatch.click_run(Errand::SaveAgain)}>{ saved }</button>
            } else {
                <span class="saved second" title={why}>{ saved }</span>
            }
            <button type="button" class="tool icon wide" aria-label={top::THEME} title={top::THEME}
                onclick={dispatch.click_run(Errand::Theme)}>{ "◐" }</button>
            <button type="button" class="tool icon second" aria-label={top::HELP} title={format!("{} (?)", top::HELP)}
                onclick={dispatch.click(Command::Dialog(Some(Dialog::Help)))}>{ "?" }</button>
            <button type="button" class="tool main" title={format!("{command}S")}
                onclick={dispatch.click_run(Errand::Download)}>{ top::DOWNLOAD }</button>
            <button type="button" class="tool wide" onclick={dispatch.click(Command::Dialog(Some(Dialog::Formats)))}>
                { top::FORMATS }
            </button>
        </header>
    }
}

/// "Marked inconsistent (Ctrl+Z)"
fn step(label: Option<&str>, keys: &str) -> String {
    label.map_or_else(|| keys.to_owned(), |label| format!("{label} ({keys})"))
}

#[derive(Properties, PartialEq)]
struct BarProps {
    tally: Tally,
}

/// "12 of 34 checked" with a bar.
#[component]
fn ProgressBar(props: &BarProps) -> Html {
    let tally = props.tally;
    let mut x = 0;
    let parts = [Verdict::Verified, Verdict::Inconsistent, Verdict::Unclear].map(|verdict| {
        let (from, width) = (x, tally.of(verdict));
        x += width;
        html! { <rect class={fill(verdict)} x={from.to_string()} y="0" width={width.to_string()} height="1" /> }
    });
    html! {
        <div class="progress">
            { strings::checked(tally.checked(), tally.total()) }
            <svg viewBox={format!("0 0 {} 1", tally.total().max(1))} preserveAspectRatio="none" aria-hidden="true"
                focusable="false">{ for parts }</svg>
        </div>
    }
}
