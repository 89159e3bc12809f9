//! The dates of the article on a line, and as a list.

use std::rc::Rc;

use chrono::{Datelike, Timelike};
use yew::prelude::*;

use super::paragraph::verdict_class;
use super::passages::{quoted, words};
use super::small::{classes, remark, state};
use crate::annotation::{Annotation, AnnotationId, Session, Verdict};
use crate::detect::Detail;
use crate::review::timeline::{self as core, Entry};
use crate::text::TextRange;
use crate::text::cut::one_line;
use crate::ui::dispatch;
use crate::ui::dom::near::{Near, use_near, use_watch};
use crate::ui::dom::{after, view};
use crate::ui::same::Same;
use crate::ui::state::{Bench, Command, Side};
use crate::ui::strings::{self, timeline as said};

/// Width of the picture, and of what is left free at its ends.
const WIDTH: u32 = 360;
const EDGE: f64 = 8.0;
/// Height of a row.
const ROW: usize = 14;

/// Dates that come into the list together, once they are near the window.
const TOGETHER: usize = 50;
/// Height of a date in the list, about, in rem, for the room of those that are not drawn yet.
const HEIGHT: usize = 7;

/// Id of the element that scrolls.
const PANE: &str = "timeline";

#[derive(Properties, PartialEq)]
pub struct Props {
    pub bench: Same<Bench>,
}

/// A date, and its place in time if it has one.
#[derive(Clone, PartialEq)]
struct Placed {
    mark: Same<Annotation>,
    entry: Option<Entry>,
}

/// The tab.
#[component]
pub fn Timeline(props: &Props) -> Html {
    let session = &props.bench.session;
    let now = props.bench.current.as_ref();
    // The date that is looked at in the text shows its place in time.
    let current = props.bench.current().cloned();
    let range = current.as_ref().map_or_else(TextRange::default, |mark| mark.range);
    let scroll = Box::new(move || {
        if let Some(mark) = current {
            view::scroll_to(&format!("t-{}", mark.id));
        }
    });
    after::use_after([range.start as usize, range.end as usize], scroll);
    let (near, came) = use_near();
    let timeline = core::Timeline::of(&session.document, session.facts.published, &session.annotations);
    let onclick = Callback::from(move |event: MouseEvent| {
        if let Some(id) = view::attribute_around(event.target(), "data-card") {
            dispatch::act(Command::Select(AnnotationId::from(id), Side::Text));
        }
    });
    let placed = |id: &AnnotationId, entry: Option<&Entry>| {
        session.annotation(id).map(|mark| Placed { mark: mark.into(), entry: entry.cloned() })
    };
    let in_time: Vec<_> = timeline.entries.iter().filter_map(|entry| placed(&entry.annotation, Some(entry))).collect();
    let in_time = stretches(session, &in_time, now, 0);
    let unplaced: Vec<_> = timeline.unplaced.iter().filter_map(|id| placed(id, None)).collect();
    let unplaced = stretches(session, &unplaced, now, in_time.len());
    let mut came = came.borrow_mut();
    let mut lines = |stretch: &Rc<Stretch>| {
        // What was drawn once stays so.
        if (stretch.index == 0 || stretch.now.is_some()) && !came.contains(&stretch.index) {
            came.push(stretch.index);
        }
        let drawn = came.contains(&stretch.index);
        html! { <Lines key={stretch.index} stretch={stretch.clone()} {drawn} near={near.clone()} /> }
    };
    html! {
        <div class="pane" id={PANE} {onclick}>
            <div class="section">
                if in_time.is_empty() && unplaced.is_empty() { { remark(said::NONE) } }
                if !in_time.is_empty() {
                    { picture(&timeline, &in_time) }
                    if timeline.published.is_some() { <p class="when key" aria-hidden="true">{ said::KEY }</p> }
                }
                { for in_time.iter().map(&mut lines) }
                if !unplaced.is_empty() { <h2>{ said::UNPLACED }</h2> }
                { for unplaced.iter().map(&mut lines) }
            </div>
        </div>
    }
}

/// Dates that stand together in the list, and in the picture.
#[derive(PartialEq)]
struct Stretch {
    text: Same<str>,
    /// Its number.
    index: usize,
    dates: Vec<Placed>,
    /// The date that is looked at, if it is one of these.
    now: Option<AnnotationId>,
}

fn stretches(session: &Session, dates: &[Placed], now: Option<&AnnotationId>, first: usize) -> Vec<Rc<Stretch>> {
    let text: Same<str> = session.document.text().into();
    let stretches = dates.chunks(TOGETHER).enumerate().map(|(index, dates)| {
        Rc::new(Stretch {
            text: text.clone(),
            index: first + index,
            dates: dates.to_vec(),
            now: now.filter(|now| dates.iter().any(|date| date.mark.id == **now)).cloned(),
        })
    });
    stretches.collect()
}

#[derive(Properties, PartialEq)]
struct LinesProps {
    stretch: Rc<Stretch>,
    /// Else only its room is there.
    drawn: bool,
    near: Same<Near>,
}

/// The lines of a stretch.
#[component]
fn Lines(props: &LinesProps) -> Html {
    let LinesProps { stretch, drawn, near } = props;
    use_watch(near, PANE, stretch.index, *drawn);
    if !drawn {
        let style = format!("height: {}rem", stretch.dates.len() * HEIGHT);
        return html! { <ol key="room" data-block={stretch.index.to_string()} ~style={style} /> };
    }
    html! { <ol key="lines">{ for stretch.dates.iter().map(|date| line(stretch, date)) }</ol> }
}

/// One date: what it was read as, its words, who says it, and the sentence it stands in.
fn line(stretch: &Stretch, date: &Placed) -> Html {
    let text = &stretch.text;
    let Placed { mark, entry } = date;
    let entry = entry.as_ref();
    let is_now = stretch.now.as_ref() == Some(&mark.id);
    let value = match &mark.detail {
        Detail::Date(date) if !date.value.is_empty() => strings::date(date),
        _ => strings::card::NOT_READ.to_owned(),
    };
    let speaker = entry.and_then(|entry| entry.speaker.clone());
    let sentence = entry.map_or_else(String::new, |entry| around(text, entry));
    html! {
        <li class={classes(&[("item", true), (verdict_class(mark.verdict()), true), ("now", is_now)])} key={mark.id.to_string()}
            id={format!("t-{}", mark.id)} aria-current={is_now.then_some("true")}>
            <button type="button" class="go" data-card={mark.id.to_string()}>
                { state(mark.verdict()) }
                <b>{ " " }{ value }</b>
                <span class="sr">{ ", " }{ strings::verdict(mark.verdict()) }</span>
                if entry.is_some_and(|entry| entry.after_publication) { <span class="when">{ " · " }{ said::AFTER }</span> }
                <span class="words" translate="no">{ quoted(&words(text, mark)) }{ for speaker.map(|name| format!(" ({name})")) }</span>
                <span class="when" translate="no">{ sentence }</span>
            </button>
        </li>
    }
}

/// The sentence of a date, not more than its nearest words.
fn around(text: &str, entry: &Entry) -> String {
    const NEAR: usize = 60;
    let before = text.get(entry.sentence.start as usize..entry.range.start as usize).unwrap_or_default();
    let after = text.get(entry.range.end as usize..entry.sentence.end as usize).unwrap_or_default();
    let blanks = |text: &str| text.match_indices(' ').map(|(at, _)| at).collect::<Vec<_>>();
    let from =
        blanks(before).into_iter().find(|at| before.len() - at < NEAR).filter(|_| before.len() > NEAR).unwrap_or(0);
    let to = blanks(after).into_iter().rfind(|at| *at < NEAR).filter(|_| after.len() > NEAR).unwrap_or(after.len());
    let (open, close) = (if from > 0 { "… " } else { "" }, if to < after.len() { " …" } else { "" });
    let (before, after) = (before.get(from..).unwrap_or_default(), after.get(..to).unwrap_or_default());
    let whole = format!("{before}{}{after}", entry.range.of(text));
    format!("{open}{}{close}", one_line(&whole))
}

fn to_tenths(length: f64) -> String {
    core::Tenths(length).to_string()
}

fn x(place: f64) -> f64 {
    EDGE + place * (f64::from(WIDTH) - 2.0 * EDGE)
}

/// The line. What it shows stands in the list as well, so it is one picture to a screen reader.
fn picture(timeline: &core::Timeline, stretches: &[Rc<Stretch>]) -> Html {
    let bottom = 8 + timeline.rows.max(1) * ROW;
    let bars = stretches.iter().map(|stretch| html! { <Bars key={stretch.index} stretch={stretch.clone()} /> });
    let mut last = f64::MIN;
    let ticks = timeline.axis.ticks.iter().map(|tick| {
        let at = x(tick.place);
        let named = at - last > 58.0;
        if named {
            last = at;
        }
        html! {
            <>
                <line class="axis" x1={to_tenths(at)} x2={to_tenths(at)} y1={bottom.to_string()} y2={(bottom + 4).to_string()} />
                if named {
                    <text x={to_tenths(at.clamp(EDGE, f64::from(WIDTH) - 40.0))} y={(bottom + 16).to_string()}>{ tick_label(tick) }</text>
                }
            </>
        }
    });
    let breaks = timeline.axis.breaks.iter().map(|gap| {
        let middle = x(f64::midpoint(gap.start, gap.end));
        html! { <text class="gap" x={to_tenths(middle)} y={(bottom + 4).to_string()} text-anchor="middle">{ "//" }</text> }
    });
    html! {
        <svg class="line" viewBox={format!("0 0 {WIDTH} {}", bottom + 22)} role="img" aria-label={said::LABEL}>
            if let Some(place) = timeline.published {
                <rect class="after" x={to_tenths(x(place))} y="0" width={to_tenths(f64::from(WIDTH) - x(place))} height={bottom.to_string()} />
                <line class="pub" x1={to_tenths(x(place))} x2={to_tenths(x(place))} y1="0" y2={bottom.to_string()} />
            }
            <line class="axis" x1="2" x2="358" y1={bottom.to_string()} y2={bottom.to_string()} />
            { for bars }
            { for ticks }
            { for breaks }
        </svg>
    }
}

#[derive(Properties, PartialEq)]
struct BarsProps {
    stretch: Rc<Stretch>,
}

/// The bars of a stretch.
#[component]
fn Bars(props: &BarsProps) -> Html {
    let stretch = &props.stretch;
    let bars = stretch.dates.iter().filter_map(|Placed { mark, entry }| {
        let entry = entry.as_ref()?;
        let (from, to) = (x(entry.start) - 4.5, x(entry.end) + 4.5);
        let is_now = stretch.now.as_ref() == Some(&mark.id);
        let class = classes(&[
            ("dot", true),
            (stroke(mark.verdict()), true),
            ("vague", entry.uncertain),
            ("now", is_now),
        ]);
        let label = format!("{}: {}", words(&stretch.text, mark), super::passages::reading(mark));
        Some(html! {
            <rect key={mark.id.to_string()} {class} x={to_tenths(from)} y={(4 + entry.row * ROW).to_string()}
                width={to_tenths(to - from)} height="9" rx="4.5" data-card={mark.id.to_string()}><title>{ label }</title></rect>
        })
    });
    html! { <g>{ for bars }</g> }
}

fn tick_label(tick: &core::Tick) -> String {
    let moment = tick.moment;
    match tick.unit {
        core::Unit::Minute | core::Unit::Hour => format!("{:02}:{:02}", moment.hour(), moment.minute()),
        core::Unit::Day => strings::short_day(moment.date()),
        core::Unit::Month => strings::short_month(moment.date()),
        core::Unit::Year => moment.year().to_string(),
    }
}

const fn stroke(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Unchecked => "s-unchecked",
        Verdict::Verified => "s-verified",
        Verdict::Inconsistent => "s-inconsistent",
        Verdict::Unclear => "s-unclear",
    }
}
