//! The dates of the article on a line, and as a list.

use chrono::{Datelike, NaiveDate};
use yew::prelude::*;

use super::paragraph::verdict_class;
use super::passages::{quoted, short};
use crate::annotation::{Annotation, Session, Status, Verdict};
use crate::detect::Detail;
use crate::ui::dispatch::use_dispatch;
use crate::ui::same::Same;
use crate::ui::state::{Bench, Command, Side};
use crate::ui::strings::{self, timeline as words};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub bench: Same<Bench>,
}

/// One date with the days it stands for.
struct Dated<'a> {
    mark: &'a Annotation,
    first: NaiveDate,
    last: NaiveDate,
}

/// The tab.
#[component]
pub fn Timeline(props: &Props) -> Html {
    let dispatch = use_dispatch();
    let session = &props.bench.session;
    let (dated, undated) = sorted(session);
    let published = session.facts.published.map(crate::text::Published::day);
    let line = |mark: &Annotation| {
        let value = match &mark.detail {
            Detail::Date(date) if !date.value.is_empty() => strings::date(date),
            _ => strings::card::NOT_READ.to_owned(),
        };
        html! {
            <li class={classes!("item", verdict_class(mark.verdict()))} key={mark.id.to_string()}>
                <button type="button" class="go" onclick={dispatch.click(Command::Select(mark.id.clone(), Side::Text))}>
                    <span class="when"><span class="state" aria-hidden="true">{ strings::icon(mark.verdict()) }</span>{ " " }{ value }</span>
                    <span class="words" translate="no">{ quoted(&short(session.document.text(), mark)) }</span>
                    <span class="sr">{ ", " }{ strings::verdict(mark.verdict()) }</span>
                </button>
            </li>
        }
    };
    html! {
        <div class="pane">
            <div class="section">
                if dated.is_empty() && undated.is_empty() { <p class="when">{ words::NONE }</p> }
                { axis(&dated, published) }
                <ul>{ for dated.iter().map(|dated| line(dated.mark)) }</ul>
                if !undated.is_empty() { <h2>{ words::UNPLACED }</h2> }
                <ul>{ for undated.iter().map(|mark| line(mark)) }</ul>
            </div>
        </div>
    }
}

/// The dates with a place on the calendar, in its order, and the others in the order of the text.
fn sorted(session: &Session) -> (Vec<Dated<'_>>, Vec<&Annotation>) {
    let (mut dated, mut undated) = (Vec::new(), Vec::new());
    for mark in session.annotations.iter().filter(|mark| mark.status != Status::Dismissed) {
        let Detail::Date(date) = &mark.detail else { continue };
        match days(&date.value) {
            Some((first, last)) => dated.push(Dated { mark, first, last }),
            None => undated.push(&**mark),
        }
    }
    dated.sort_by_key(|dated| (dated.first, dated.last));
    (dated, undated)
}

/// First and last day of a TIMEX3 value that names a day, a week, a month or a year.
fn days(value: &str) -> Option<(NaiveDate, NaiveDate)> {
    let value = value.split('T').next()?;
    if let Ok(day) = value.parse() {
        return Some((day, day));
    }
    let mut parts = value.splitn(2, '-');
    let year: i32 = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    match parts.next() {
        None => Some((NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?)),
        Some(week) if week.starts_with('W') => {
            let number = week.trim_start_matches('W').split('-').next()?.parse().ok()?;
            let first = NaiveDate::from_isoywd_opt(year, number, chrono::Weekday::Mon)?;
            Some((first, first.checked_add_days(chrono::Days::new(6))?))
        }
        Some(month) => {
            let first = NaiveDate::from_ymd_opt(year, month.parse().ok()?, 1)?;
            Some((first, first.checked_add_months(chrono::Months::new(1))?.pred_opt()?))
        }
    }
}

/// The line, from the first to the last day. What it shows stands in the list as well.
fn axis(dated: &[Dated<'_>], published: Option<NaiveDate>) -> Html {
    let days = dated.iter().flat_map(|dated| [dated.first, dated.last]).chain(published);
    let (Some(first), Some(last)) = (days.clone().min(), days.max()) else { return html! { <span hidden=true /> } };
    let whole = f64::from((last.num_days_from_ce() - first.num_days_from_ce()).max(1));
    let x = |day: NaiveDate| 10.0 + 340.0 * f64::from(day.num_days_from_ce() - first.num_days_from_ce()) / whole;
    let mut lanes: Vec<f64> = Vec::new();
    let dots: Vec<Html> = dated
        .iter()
        .map(|dated| {
            let (from, to) = (x(dated.first) - 5.0, x(dated.last) + 5.0);
            let lane = lanes.iter().position(|end| *end < from).unwrap_or(lanes.len());
            match lanes.get_mut(lane) {
                Some(end) => *end = to,
                None => lanes.push(to),
            }
            let y = 14 + lane.min(11) * 13;
            let class = classes!("dot", stroke(dated.mark.verdict()));
            html! {
                <rect key={dated.mark.id.to_string()} {class} x={format!("{from:.1}")} y={(y - 5).to_string()}
                    width={format!("{:.1}", to - from)} height="10" rx="5" />
            }
        })
        .collect();
    let bottom = 14 + lanes.len().min(12) * 13;
    let year = |day: NaiveDate| strings::day(day);
    html! {
        <svg class="line" viewBox={format!("0 0 360 {}", bottom + 24)} role="img" aria-label={words::LABEL}>
            if let Some(day) = published {
                <line class="pub" x1={format!("{:.1}", x(day))} x2={format!("{:.1}", x(day))} y1="2" y2={bottom.to_string()} />
            }
            { for dots }
            <line class="axis" x1="5" x2="355" y1={bottom.to_string()} y2={bottom.to_string()} />
            <text x="5" y={(bottom + 16).to_string()}>{ year(first) }</text>
            <text x="355" y={(bottom + 16).to_string()} text-anchor="end">{ year(last) }</text>
        </svg>
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_stands_for_days() {
        let day = |written: &str| written.parse::<NaiveDate>().unwrap();
        for (value, first, last) in [
            ("2018-06-08", "2018-06-08", "2018-06-08"),
            ("2018-06-08TEV", "2018-06-08", "2018-06-08"),
            ("2018-02", "2018-02-01", "2018-02-28"),
            ("2018", "2018-01-01", "2018-12-31"),
            ("2018-W23", "2018-06-04", "2018-06-10"),
        ] {
            assert_eq!(days(value), Some((day(first), day(last))), "{value}");
        }
        for value in ["P3D", "XXXX-06", "PAST_REF", "", "201"] {
            assert_eq!(days(value), None, "{value}");
        }
    }
}
