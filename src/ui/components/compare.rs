//! The tab "Compare": what a new version of the text has moved, lost and changed, and two checkers side by side.

use yew::prelude::*;

use super::button::{button, keyed};
use super::paragraph::verdict_class;
use super::passages::{quoted, short};
use super::small::{self, classes, go, nothing, remark, state, switch};
use crate::annotation::{Annotation, AnnotationId, Carried, Verdict};
use crate::review::Pair;
use crate::text::cut::short_line;
use crate::ui::dispatch;
use crate::ui::dom::{clock, field};
use crate::ui::errand::Errand;
use crate::ui::state::{Bench, Command, Comparison, Dialog, Pace, Side, TextChange, is_carried};
use crate::ui::strings::{self, card, compare};

/// Changes of the text that are listed; the others are shown in the text.
const LISTED: usize = 200;

/// Marks of one list.
const MANY: usize = 200;

/// The tab.
pub fn the_tab(bench: &Bench) -> Html {
    let carried: Vec<&Annotation> =
        bench.session.annotations.iter().map(AsRef::as_ref).filter(|mark| is_carried(mark)).collect();
    let listed = |lost: bool| {
        let marks = carried.iter().filter(|mark| matches!(mark.carried(), Some(Carried::Lost { .. })) == lost);
        marks.map(|mark| waiting(bench, mark)).collect()
    };
    let show = Callback::from(move |event: Event| dispatch::act(Command::ShowChanges(field::ticked(&event))));
    let versions = &bench.session.versions;
    html! {
        <div class="pane">
            <div class="section compare">
                { begin(bench) }
                if let Some(comparison) = bench.comparison() { { checkers(bench, comparison) } }
                { heading(compare::MOVED, listed(false)) }
                { heading(compare::LOST, listed(true)) }
                if let Some(last) = versions.last() {
                    <h2>{ compare::WHAT_CHANGED }</h2>
                    { remark(&compare::replaced_at(last.replaced.map(clock::in_locale))) }
                    { switch(compare::SHOW, bench.changes.is_some(), show) }
                    if let Some(changes) = &bench.changes {
                        <ol>{ for changes.list.iter().take(LISTED).map(|change| changed(bench, change)) }</ol>
                    }
                }
                { heading(compare::NOTES, bench.notes.iter().map(|note| html! { <li class="item">{ note }</li> }).collect()) }
            </div>
        </div>
    }
}

/// What can be begun here; said in full while there is nothing to compare.
fn begin(bench: &Bench) -> Html {
    let nothing = bench.session.versions.is_empty() && bench.comparison().is_none();
    let way = |dialog: Dialog, words: &'static str, what: &'static str| {
        html! {
            <>
                if nothing { { remark(what) } }
                { button("chip", words, dispatch::click(Command::Dialog(Some(dialog)))) }
            </>
        }
    };
    html! {
        <div class={classes(&[("begin", true), ("nothing", nothing)])}>
            { way(Dialog::NewVersion, compare::NEW_VERSION, compare::NEW_VERSION_WHY) }
            { way(Dialog::Compare, compare::SECOND_CHECKER, compare::SECOND_CHECKER_WHY) }
        </div>
    }
}

/// A list under its name, with the number of its items; nothing where it is empty.
fn heading(name: &str, items: Vec<Html>) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    html! { <><h2>{ name }{ " " }<span class="number">{ items.len() }</span></h2><ul>{ for items.into_iter().take(MANY) }</ul></> }
}

/// A passage that leads into the text.
fn passage(bench: &Bench, mark: &Annotation) -> Html {
    let inside = html! {
        <>
            { state(mark.verdict()) }
            <span class="sr">{ strings::verdict(mark.verdict()) }{ ", " }</span>
            <span class="words" translate="no">{ " " }{ quoted(&short(bench.session.document.text(), mark)) }</span>
        </>
    };
    go(Command::Select(mark.id.clone(), Side::Text), inside)
}

fn item(bench: &Bench, mark: &Annotation, inside: Html) -> Html {
    let now = bench.current.as_ref() == Some(&mark.id);
    html! {
        <li key={mark.id.to_string()} id={format!("c-{}", mark.id)} tabindex="-1" class={classes(&[("item", true), (verdict_class(mark.verdict()), true), ("now", now)])}
            aria-current={now.then_some("true")}>{ inside }</li>
    }
}

/// A mark that was moved or lost.
fn waiting(bench: &Bench, mark: &Annotation) -> Html {
    item(
        bench,
        mark,
        html! { <>{ passage(bench, mark) }{ carried_mark(mark, bench.current.as_ref() == Some(&mark.id)) }</> },
    )
}

/// What became of a mark in a new version, and what to do about it. The keys are about the one that is `current`.
pub fn carried_mark(mark: &Annotation, current: bool) -> Html {
    let id = &mark.id;
    let dismiss = keyed(card::DISMISS, current.then_some("⌫"), dispatch::click(Command::Dismiss(Some(id.clone()))));
    match mark.carried() {
        Some(Carried::Moved { exact, .. }) => html! {
            <div class="carried">
                <p>{ compare::WAS }{ " " }{ small::passage(&exact) }</p>
                <div class="more">
                    { keyed(compare::CONFIRM, current.then_some("Y"), dispatch::click(Command::Confirm(Some(id.clone())))) }
                    { dismiss }
                </div>
            </div>
        },
        Some(Carried::Lost { .. }) => html! {
            <div class="carried">
                <p>{ compare::LOST_WHAT }</p>
                <div class="more">
                    if current {
                        { keyed(compare::PLACE_HERE, Some("R"), dispatch::click_run(Errand::PlaceHere)) }
                    }
                    { dismiss }
                </div>
            </div>
        },
        None => nothing(),
    }
}

/// A change of the text.
fn changed(bench: &Bench, change: &TextChange) -> Html {
    let new = change.new.of(bench.session.document.text());
    let at = if change.new.is_empty() {
        crate::text::TextRange::new(change.new.start.saturating_sub(1), change.new.start)
    } else {
        change.new
    };
    html! {
        <li class="item" key={change.new.start}>
            <button type="button" class="go" onclick={dispatch::click(Command::Show(at))} translate="no">
                if !change.old.is_empty() { <span class="sr" translate="yes">{ compare::REMOVED }{ " " }</span><del class="words">{ cut(&change.old) }</del>{ " " } }
                if !new.is_empty() { <span class="sr" translate="yes">{ compare::ADDED }{ " " }</span><ins class="words">{ cut(new) }</ins> }
            </button>
        </li>
    }
}

/// The beginning of a long stretch of text, in one line.
pub fn cut(words: &str) -> String {
    short_line(words, 240)
}

/// Two checkers side by side.
fn checkers(bench: &Bench, comparison: &Comparison) -> Html {
    let agreement = &comparison.agreement;
    let who = &comparison.who;
    let shared = || agreement.exact.iter().chain(&agreement.overlapping);
    let by_id = |id: &AnnotationId| bench.session.annotation(id);
    let difference = |difference: &crate::ui::state::Unsettled| {
        let mark = by_id(difference.marks.first()?)?;
        let open = !difference.is_settled(&bench.session);
        let here = bench.current.as_ref().is_some_and(|current| difference.marks.contains(current));
        let said = |who: &str, verdict: Verdict| {
            html! {
                <span class={verdict_class(verdict)}>{ state(verdict) }
                { format!(" {who}: {}", strings::verdict(verdict).to_ascii_lowercase()) }</span>
            }
        };
        let settle = |verdict: Verdict| {
            let onclick = dispatch::click(Command::DecideOn(mark.id.clone(), verdict, Pace::Stay));
            keyed(strings::verdict(verdict), here.then_some(strings::verdict_key(verdict)), onclick)
        };
        let other = difference.marks.get(1).and_then(by_id);
        let inside = html! {
            <>
                { passage(bench, mark) }
                { for other.map(|other| passage(bench, other)) }
                <p class="said">{ said(compare::YOU, difference.verdicts.0) }{ " · " }{ said(who, difference.verdicts.1) }</p>
                if open {
                    <div class="more">{ settle(Verdict::Verified) }{ settle(Verdict::Inconsistent) }{ settle(Verdict::Unclear) }</div>
                }
            </>
        };
        Some((open, item(bench, mark, inside)))
    };
    let differences: Vec<(bool, Html)> = comparison.differences.iter().filter_map(difference).collect();
    let listed = |open: bool| differences.iter().filter(|(is, _)| *is == open).map(|(_, item)| item.clone()).collect();
    let listed_marks = |name: String, marks: Vec<&AnnotationId>| {
        let items = || marks.iter().take(MANY).filter_map(|id| by_id(id));
        html! {
            if !marks.is_empty() {
                <details>
                    <summary>{ name }{ " " }<span class="number">{ marks.len() }</span></summary>
                    <ul>{ for items().map(|mark| item(bench, mark, passage(bench, mark))) }</ul>
                </details>
            }
        }
    };
    let of_pairs =
        |which: fn(&Pair) -> bool| shared().filter(|pair| which(pair)).map(|pair| &pair.left).collect::<Vec<_>>();
    let agreed = of_pairs(|pair| pair.verdicts.0 == pair.verdicts.1 && pair.verdicts.0 != Verdict::Unchecked);
    let one = of_pairs(|pair| (pair.verdicts.0 == Verdict::Unchecked) != (pair.verdicts.1 == Verdict::Unchecked));
    let figure = |name: &'static str, value: String| html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> };
    let alone = agreement.left_alone.len() + agreement.right_alone.len();
    html! {
        <>
            <h2>{ compare::TWO_CHECKERS }</h2>
            { remark(&format!("{} · {who}", compare::YOU)) }
            <dl class="figures">
                { figure(compare::EXACT, agreement.exact.len().to_string()) }
                { figure(compare::OVERLAPPING, agreement.overlapping.len().to_string()) }
                { figure(compare::ALONE, alone.to_string()) }
                { figure(compare::SAME_VERDICT, agreed.len().to_string()) }
                { figure(compare::OTHER_VERDICT, comparison.differences.len().to_string()) }
                { figure(compare::KAPPA, agreement.kappa.map_or_else(|| compare::NO_KAPPA.to_owned(), hundredths)) }
            </dl>
            { remark(compare::KAPPA_WHAT) }
            { heading(compare::TO_SETTLE, listed(true)) }
            if !differences.is_empty() && differences.iter().all(|(open, _)| !open) { { remark(compare::ALL_SETTLED) } }
            { heading(compare::SETTLED, listed(false)) }
            { listed_marks(compare::ONE_DECIDED.to_owned(), one) }
            { listed_marks(compare::only(&compare::YOU.to_ascii_lowercase()), agreement.left_alone.iter().collect()) }
            { listed_marks(compare::only(who), agreement.right_alone.iter().collect()) }
            { listed_marks(compare::AGREED.to_owned(), agreed) }
        </>
    }
}

/// "0.71", by way of a whole number: writing any floating-point number takes tables and code of several kB.
#[expect(clippy::cast_possible_truncation, reason = "kappa is at most 1")]
fn hundredths(kappa: f64) -> String {
    let whole = (kappa * 100.0).round() as i32;
    let sign = if whole < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", whole.unsigned_abs() / 100, whole.unsigned_abs() % 100)
}
