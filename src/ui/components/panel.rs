//! The panel beside the article: tabs, filters, and the buttons at its foot.

use yew::prelude::*;

use super::button::{chip, keyed, yes_or_no};
use super::cards::Cards;
use super::evidence::Sources;
use super::paragraph::verdict_class;
use super::small::{classes, nothing, state};
use super::timeline::Timeline;
use super::{compare, inconsistencies};
use crate::annotation::{HEADLINES, Kind, Relation, Verdict};
use crate::review::Filter;
use crate::ui::dispatch;
use crate::ui::dom::{after, field, place, view};
use crate::ui::errand::Errand;
use crate::ui::same::Same;
use crate::ui::state::{Bench, Command, Side, Step, Tab};
use crate::ui::strings::{self, panel};

/// The steps of the claims control, in percent of the sentences.
pub const SHARES: [u8; 5] = [10, 25, 50, 75, 100];

#[derive(Properties, PartialEq)]
pub struct Props {
    pub bench: Same<Bench>,
}

/// The panel.
#[component]
pub fn Panel(props: &Props) -> Html {
    let bench = &props.bench;
    use_place_of_lost(bench);
    let size = use_state_eq(AttrValue::default);
    let onclick = {
        let size = size.clone();
        Callback::from(move |_| {
            size.set(AttrValue::Static(match size.as_str() {
                "" => "tall",
                "tall" => "low",
                _ => "",
            }));
        })
    };
    html! {
        <aside class={classes(&[("side", true), (size.as_str(), !size.is_empty())])} aria-label={panel::LABEL}>
            <button type="button" class="grip" aria-label={panel::GRIP} {onclick}></button>
            { tabs(bench) }
            // The cards stay: the marks in the text name them as their details.
            <div class="review" hidden={bench.tab != Tab::Review}>{ filters(bench) }<Cards bench={bench.clone()} /></div>
            { match bench.tab {
                Tab::Review => nothing(),
                Tab::Timeline => html! { <Timeline bench={bench.clone()} /> },
                Tab::Inconsistencies => inconsistencies::the_tab(bench),
                Tab::Evidence => html! { <Sources bench={bench.clone()} /> },
                Tab::Compare => compare::the_tab(bench),
            } }
            { foot(bench) }
        </aside>
    }
}

/// A mark that has lost its words has no element in the text: its place is shown, and its line in the list gets the focus.
#[hook]
fn use_place_of_lost(bench: &Bench) {
    let id = bench.current.clone();
    let lost = bench.current().map(|mark| mark.range).filter(|range| range.is_empty());
    let focus = bench.pull.side == Side::Text;
    let show = Box::new(move || {
        let item = format!("c-{}", id.map(|id| id.to_string()).unwrap_or_default());
        view::scroll_to(&item);
        if let Some(range) = lost {
            place::show_text(range.start);
            if focus {
                view::focus(&item);
            }
        }
    });
    after::use_after([bench.pull.number as usize, bench.tab as usize], show);
}

/// The tabs.
fn tabs(bench: &Bench) -> Html {
    let contradictions = bench.session.links.iter().filter(|link| link.relation == Relation::Contradicts).count();
    let questions =
        bench.session.leads.iter().filter(|lead| lead.status == crate::annotation::LeadStatus::Open).count();
    let onkeydown = {
        let at = bench.tab as usize;
        Callback::from(move |event: KeyboardEvent| {
            let step = match event.key().as_str() {
                "ArrowRight" => 1,
                "ArrowLeft" => Tab::ALL.len() - 1,
                _ => return,
            };
            if let Some(tab) = Tab::ALL.get((at + step) % Tab::ALL.len()) {
                dispatch::act(Command::Tab(*tab));
                view::focus(&format!("tab-{}", *tab as usize));
            }
        })
    };
    let tabs = Tab::ALL.into_iter().zip(panel::TABS).map(|(tab, name)| {
        let on = bench.tab == tab;
        let number = match tab {
            Tab::Inconsistencies => contradictions + questions,
            Tab::Evidence => bench.session.evidence.len(),
            Tab::Compare => bench.waiting().len(),
            _ => 0,
        };
        html! {
            <button type="button" role="tab" id={format!("tab-{}", tab as usize)} aria-selected={yes_or_no(on)}
                tabindex={if on { "0" } else { "-1" }} onclick={dispatch::click(Command::Tab(tab))}>
                { name }if number > 0 { { " " }{ number } }
            </button>
        }
    });
    html! { <div class="tabs" role="tablist" aria-label={panel::LABEL} {onkeydown}>{ for tabs }</div> }
}

/// Which cards are shown.
fn filters(bench: &Bench) -> Html {
    let (filter, progress) = (&bench.filter, &bench.view.progress);
    let chip = |words: String, on: bool, next: Filter| chip(words, on, dispatch::click(Command::Filter(next)));
    let plain = filter.kinds.is_empty() && filter.verdicts.is_empty() && !filter.dismissed;
    let kinds = [Kind::Claim, Kind::Date, Kind::Quote].map(|kind| {
        let on = filter.kinds == [kind];
        let kinds = if on { Vec::new() } else { vec![kind] };
        let words = format!("{} {}", strings::kinds(kind), progress.kind(kind).total());
        chip(words, on, Filter { kinds, dismissed: false, ..(**filter).clone() })
    });
    let verdicts = [Verdict::Unchecked, Verdict::Inconsistent, Verdict::Unclear, Verdict::Verified].map(|verdict| {
        let (on, number) = (filter.verdicts == [verdict], progress.all.of(verdict));
        let verdicts = if on { Vec::new() } else { vec![verdict] };
        if number == 0 && !on {
            return nothing();
        }
        let next = Filter { verdicts, dismissed: false, ..(**filter).clone() };
        html! {
            <button type="button" class={classes(&[("chip", true), (verdict_class(verdict), true)])} aria-pressed={yes_or_no(on)}
                title={strings::verdict(verdict)} onclick={dispatch::click(Command::Filter(next))}>
                { state(verdict) }
                <span class="sr">{ strings::verdict(verdict) }</span>{ " " }{ number }
            </button>
        }
    });
    let oninput = {
        let filter = filter.clone();
        Callback::from(move |event: InputEvent| {
            dispatch::act(Command::Filter(Filter { text: field::value(&event), ..(*filter).clone() }));
        })
    };
    html! {
        <div class="filters" role="group" aria-label={panel::SEARCH}>
            { chip(format!("{} {}", panel::ALL, progress.all.total()), plain,
                Filter { text: filter.text.clone(), ..Filter::default() }) }
            { for kinds }
            <input id="search" class="field" type="search" placeholder={panel::SEARCH_HERE} aria-label={panel::SEARCH}
                title={format!("{} (/)", panel::SEARCH)} value={filter.text.clone()} {oninput} />
            <span class="break" />
            { for verdicts }
            if progress.dismissed > 0 || filter.dismissed {
                { chip(format!("{} {}", panel::DISMISSED, progress.dismissed), filter.dismissed,
                    Filter { dismissed: !filter.dismissed, ..Filter::default() }) }
            }
            { share(bench) }
        </div>
    }
}

/// "fewer ... more claims"
fn share(bench: &Bench) -> Html {
    let settings = &bench.session.settings;
    let share = strings::share(settings.claim_share);
    let at = SHARES.iter().position(|share| *share >= settings.claim_share).unwrap_or(SHARES.len() - 1);
    let onchange = Callback::from(move |event: Event| {
        let index: usize = field::value(&event).parse().unwrap_or_default();
        if let Some(share) = SHARES.get(index) {
            dispatch::run(&Errand::Share(*share));
        }
    });
    let onswitch = Callback::from(move |event: Event| dispatch::run(&Errand::Headlines(field::ticked(&event))));
    html! {
        <div class="budget">
        if bench.view.progress.claims.total() == 0 { <span>{ panel::NO_CLAIMS }</span> }
        <label title={panel::HEADLINES_WHY}>
            <input type="checkbox" checked={settings.shows(HEADLINES)} onchange={onswitch} />{ panel::HEADLINES }
        </label>
        <label class="share">
            <span aria-hidden="true">{ panel::FEWER }</span>
            <input type="range" min="0" max={(SHARES.len() - 1).to_string()} step="1" value={at.to_string()} {onchange}
                aria-label={panel::SHARE} aria-valuetext={share.clone()} title={share} />
            <span aria-hidden="true">{ panel::MORE_CLAIMS }</span>
        </label>
        </div>
    }
}

/// A button for each key of the way through.
fn foot(bench: &Bench) -> Html {
    let button =
        |command: Command, words: &'static str, key: &'static str| keyed(words, Some(key), dispatch::click(command));
    let place = bench.current().map(|mark| bench.view.queue.place_of(mark) + 1);
    html! {
        <div class="foot">
            { button(Command::Go(Step::Previous), panel::PREVIOUS, "K") }
            { button(Command::Go(Step::Next), panel::NEXT, "J") }
            { button(Command::Go(Step::Unchecked), panel::NEXT_UNCHECKED, "N") }
            { button(Command::GoUnmarked, panel::UNREAD, "G") }
            <span class="where">{ for place.map(|place| format!("{place} / {}", bench.view.rows.len())) }</span>
        </div>
    }
}
