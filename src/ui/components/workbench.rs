//! The workbench: the article, and the panel beside it.

use yew::prelude::*;

use super::article::Article;
use super::button::{button, keyed};
use super::header::header;
use super::panel::Panel;
use super::paragraph::verdict_class;
use super::passages::{quoted, short};
use super::strip::strip;
use crate::annotation::{Relation, Verdict};
use crate::ui::dispatch;
use crate::ui::same::Same;
use crate::ui::state::{Bench, Command, Drawer, Likes, Mode, Saving};
use crate::ui::strings::{self, article, card};

/// The workbench.
pub fn workbench(bench: &Same<Bench>, likes: &Likes, saving: &Saving) -> Html {
    html! {
        <div class="bench" key={bench.session.id.to_string()}>
            <a class="skip" href="#text">{ article::SKIP }</a>
            { header(bench, likes, saving) }
            <main class="stage">
                <Article bench={bench.clone()} />
                { banner(bench) }
            </main>
            { strip(bench) }
            { legend() }
            <Panel bench={bench.clone()} />
        </div>
    }
}

/// What the keys do when they do something else than review, and the offer after "inconsistent".
fn banner(bench: &Bench) -> Html {
    let words = |id| bench.session.annotation(id).map(|mark| quoted(&short(bench.session.document.text(), mark)));
    let leave = keyed(article::LEAVE, Some("Esc"), dispatch::click(Command::Escape));
    match (&bench.mode, &bench.offer) {
        (Mode::Linking(from, relation), _) => {
            let here = bench.current.as_ref().and_then(words).unwrap_or_default();
            let ready = bench.current.as_ref().is_some_and(|current| current != from);
            html! {
                <div class="banner">
                    <span>{ for words(from) }{ " " }{ strings::relation(*relation) }{ " … " }{ if ready { "" } else { article::LINKING } }</span>
                    if ready {
                        { keyed(&here, Some("C"), dispatch::click(Command::Link(*relation))) }
                    }
                    { leave }
                </div>
            }
        }
        (Mode::Caret, _) => html! { <div class="banner"><span>{ article::CARET }</span>{ leave }</div> },
        (Mode::Review, Some(id)) => html! {
            <div class="banner">
                <span><span class="sr">{ for words(id) }{ " " }</span>{ card::WITH }</span>
                { button("", card::A_PASSAGE, dispatch::click(Command::LinkFrom(id.clone(), Relation::Contradicts))) }
                { button("", card::A_SOURCE, dispatch::click(Command::OpenOn(id.clone(), Drawer::Evidence))) }
                { button("", card::A_NOTE, dispatch::click(Command::OpenOn(id.clone(), Drawer::Note))) }
                <button type="button" aria-label={article::CLOSE} onclick={dispatch::click(Command::Escape)}>{ "×" }</button>
            </div>
        },
        _ => html! { <div hidden=true /> },
    }
}

/// The legend, always in view.
fn legend() -> Html {
    let kinds = [("swatch claim", article::CLAIM), ("swatch date", article::DATE), ("swatch quote", article::QUOTE)];
    let verdicts = [Verdict::Unchecked, Verdict::Verified, Verdict::Inconsistent, Verdict::Unclear];
    html! {
        <footer class="legend" aria-label={article::LEGEND}>
            { for kinds.map(|(class, name)| html! {
                <span><span {class} aria-hidden="true">{ "Aa" }</span><b>{ name }</b></span>
            }) }
            { for verdicts.map(|verdict| html! {
                <span class={verdict_class(verdict)}><i aria-hidden="true">{ strings::icon(verdict) }</i>{ strings::verdict(verdict).to_ascii_lowercase() }</span>
            }) }
            <span class="l"><i aria-hidden="true">{ "⇄" }</i>{ article::LINKED }</span>
        </footer>
    }
}
