//! The strip: where the marks lie in the whole text.

use yew::prelude::*;

use crate::annotation::Verdict;
use crate::ui::dispatch;
use crate::ui::dom::place;
use crate::ui::same::Same;
use crate::ui::state::{Bench, Command, Side, Tick};

/// The strip. Everything in it can be reached by key through the cards, so it is for the pointer alone.
pub fn strip(bench: &Same<Bench>) -> Html {
    let onclick = {
        let bench = bench.clone();
        Callback::from(move |event: MouseEvent| {
            let marks = bench.view.queue.marks();
            #[expect(clippy::cast_precision_loss, reason = "a place in a text")]
            let length = bench.session.document.text().len() as f64;
            let at = place::fraction_down(&event, ".strip") * length;
            let nearest = marks.iter().min_by(|a, b| {
                let far = |start: u32| (f64::from(start) - at).abs();
                far(a.range.start).total_cmp(&far(b.range.start))
            });
            if let Some(mark) = nearest {
                dispatch::act(Command::Select(mark.id.clone(), Side::Text));
            }
        })
    };
    html! {
        <div class="strip" {onclick} aria-hidden="true">
            <Ticks ticks={bench.view.ticks.clone()} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct TicksProps {
    ticks: Same<Vec<Tick>>,
}

#[component]
fn Ticks(props: &TicksProps) -> Html {
    html! {
        <svg viewBox="0 0 14 1000" preserveAspectRatio="none" focusable="false">
            { for props.ticks.iter().map(|tick| html! {
                <rect key={tick.at} class={fill(tick.verdict)} x="3" width="8" rx="1" height="3.5" y={tick.at.to_string()} />
            }) }
        </svg>
    }
}

/// The class that fills a shape with the colour of a verdict.
pub const fn fill(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Unchecked => "f-unchecked",
        Verdict::Verified => "f-verified",
        Verdict::Inconsistent => "f-inconsistent",
        Verdict::Unclear => "f-unclear",
    }
}
