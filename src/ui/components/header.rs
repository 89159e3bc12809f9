//! The header of the workbench.

use yew::prelude::*;

use super::button::{button, sign};
use super::strip::fill;
use crate::annotation::Verdict;
use crate::review::Tally;
use crate::ui::dispatch;
use crate::ui::errand::Errand;
use crate::ui::state::{Bench, Command, Dialog, Likes, Saving};
use crate::ui::strings::{self, top};

/// The header.
pub fn header(bench: &Bench, likes: &Likes, saving: &Saving) -> Html {
    let facts = &bench.session.facts;
    let title = if facts.title.is_empty() { strings::desk::UNTITLED } else { &facts.title };
    let details = dispatch::click(Command::Dialog(Some(Dialog::Facts)));
    let date = facts.published.map_or_else(
        || button("missing", top::NO_DATE, details.clone()),
        |published| {
            html! { <><span class="wide">{ top::PUBLISHED }{ " " }</span><button type="button" onclick={details.clone()}>{ strings::published(published) }</button></> }
        },
    );
    let publisher = facts.publisher.as_ref().filter(|name| !name.is_empty());
    let (saved, failed) = match saving {
        Saving::Saved => (top::SAVED, false),
        Saving::Underway => (top::SAVING, false),
        Saving::NotKept => (top::NOT_KEPT, false),
        Saving::Failed(_) => (top::NOT_SAVED, true),
    };
    let why = match saving {
        Saving::Failed(why) => Some(why.clone()),
        Saving::NotKept => Some(AttrValue::Static(top::NOT_KEPT_WHY)),
        _ => None,
    };
    let command = if likes.mac { "⌘" } else { "Ctrl+" };
    html! {
        <header class="top">
            { sign("tool home icon", "‹", top::HOME, dispatch::click_run(Errand::Home)) }
            <div class="title">
                <h1 title={title.to_owned()} dir="auto" translate="no">{ title }</h1>
                <div class="facts">
                    { for publisher.map(|name| html! { <><span translate="no">{ name }</span>{ " · " }</> }) }
                    { date }
                    { " · " }
                    { button("", top::DETAILS, details) }
                </div>
            </div>
            { progress_bar(bench.view.progress.all) }
            <button type="button" class="tool" disabled={bench.history.undo_label().is_none()} title={step(bench.history.undo_label(), &format!("{command}Z"))}
                onclick={dispatch::click(Command::Undo)}>{ top::UNDO }</button>
            <button type="button" class="tool second" disabled={bench.history.redo_label().is_none()} title={step(bench.history.redo_label(), &format!("{command}Y"))}
                onclick={dispatch::click(Command::Redo)}>{ top::REDO }</button>
            if failed {
                <button type="button" class="tool saved failed second" title={why} onclick={dispatch::click_run(Errand::SaveAgain)}>{ saved }</button>
            } else {
                <span class="saved second" title={why}>{ saved }</span>
            }
            { sign("tool icon wide", "◐", top::THEME, dispatch::click_run(Errand::Theme)) }
            <button type="button" class="tool icon second" aria-label={top::HELP} title={format!("{} (?)", top::HELP)}
                onclick={dispatch::click(Command::Dialog(Some(Dialog::Help)))}>{ "?" }</button>
            <button type="button" class="tool main" title={format!("{command}S")}
                onclick={dispatch::click_run(Errand::Download)}>{ top::DOWNLOAD }</button>
            { button("tool wide", top::FORMATS, dispatch::click(Command::Dialog(Some(Dialog::Formats)))) }
        </header>
    }
}

/// "Marked inconsistent (Ctrl+Z)"
fn step(label: Option<&str>, keys: &str) -> String {
    label.map_or_else(|| keys.to_owned(), |label| format!("{label} ({keys})"))
}

/// "12 of 34 checked" with a bar.
fn progress_bar(tally: Tally) -> Html {
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
