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
    let command = if likes.mac { "⌘" } else { "Ctrl+" };
    // "Marked inconsistent (Ctrl+Z)"
    let step = |class, words, label: Option<&str>, key, onclick| {
        let title = label.map_or_else(|| format!("{command}{key}"), |label| format!("{label} ({command}{key})"));
        tool(class, words, title.into(), label.is_none(), onclick)
    };
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
            { step("tool", top::UNDO, bench.history.undo_label(), "Z", dispatch::click(Command::Undo)) }
            { step("tool second", top::REDO, bench.history.redo_label(), "Y", dispatch::click(Command::Redo)) }
            { saved(saving) }
            { sign("tool icon wide", "◐", top::THEME, dispatch::click_run(Errand::Theme)) }
            <button type="button" class="tool icon second" aria-label={top::HELP} title={format!("{} (?)", top::HELP)}
                onclick={dispatch::click(Command::Dialog(Some(Dialog::Help)))}>{ "?" }</button>
            { tool("tool main", top::DOWNLOAD, format!("{command}S").into(), false, dispatch::click_run(Errand::Download)) }
            { button("tool wide", top::FORMATS, dispatch::click(Command::Dialog(Some(Dialog::FORMATS)))) }
        </header>
    }
}

fn tool(
    class: &'static str,
    words: &'static str,
    title: AttrValue,
    disabled: bool,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! { <button type="button" {class} {disabled} {title} {onclick}>{ words }</button> }
}

/// How saving goes; a click tries again where it failed.
fn saved(saving: &Saving) -> Html {
    let (saved, why) = match saving {
        Saving::Saved => (top::SAVED, None),
        Saving::Underway => (top::SAVING, None),
        Saving::NotKept => (top::NOT_KEPT, Some(top::NOT_KEPT_WHY)),
        Saving::Failed(why) => {
            let again = dispatch::click_run(Errand::SaveAgain);
            return tool("tool saved failed second", top::NOT_SAVED, why.clone(), false, again);
        }
    };
    html! { <span class="saved second" title={why}>{ saved }</span> }
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
