//! The timeline as an SVG picture; the list beside it says the same in words.

use std::fmt::Write as _;

use chrono::{Datelike, Timelike};

use crate::detect::date::short_month_name;
use crate::review::Timeline;
use crate::review::timeline::{Tenths, Tick, Unit};

const WIDTH: u32 = 760;
const MARGIN: f64 = 20.0;
const ROW: f64 = 16.0;

pub(super) fn write(out: &mut String, timeline: &Timeline) {
    let x = |place: f64| MARGIN + place * (f64::from(WIDTH) - 2.0 * MARGIN);
    let height = |rows: usize| ROW * f64::from(u16::try_from(rows).unwrap_or(u16::MAX));
    let base = height(timeline.rows.max(1)) + 10.0;
    let line = Tenths(base);
    let _ = writeln!(
        out,
        "<svg viewBox=\"0 0 {WIDTH} {}\" role=\"img\" aria-label=\"The dates of the article in order of time; the list below \
         says the same\" fill=\"currentColor\" stroke=\"currentColor\">",
        Tenths(base + 24.0)
    );
    let _ = writeln!(out, "<path d=\"M{} {line}H{}\"/>", Tenths(x(0.0)), Tenths(x(1.0)));
    for tick in &timeline.axis.ticks {
        let place = Tenths(x(tick.place));
        let _ = writeln!(
            out,
            "<path d=\"M{place} {line}v5\"/><text x=\"{place}\" y=\"{}\" text-anchor=\"middle\" stroke=\"none\">{}</text>",
            Tenths(base + 18.0),
            label(tick)
        );
    }
    if let Some(published) = timeline.published {
        let _ = writeln!(out, "<path d=\"M{} 0V{line}\" stroke-dasharray=\"3 3\"/>", Tenths(x(published)));
    }
    for entry in &timeline.entries {
        let y = base - ROW / 2.0 - height(entry.row);
        let (start, end) = (x(entry.start), x(entry.end));
        let fill = if entry.uncertain { " fill=\"none\"" } else { "" };
        if end - start < 6.0 {
            let _ = writeln!(out, "<circle cx=\"{}\" cy=\"{}\" r=\"4\"{fill}/>", Tenths(start), Tenths(y));
        } else {
            let (start, top, width) = (Tenths(start), Tenths(y - 4.0), Tenths(end - start));
            let _ = writeln!(out, "<rect x=\"{start}\" y=\"{top}\" width=\"{width}\" height=\"8\" rx=\"3\"{fill}/>");
        }
    }
    out.push_str("</svg>\n");
}

/// "14:30", "8 Jun 2018", "Jun 2018", "2018"
fn label(tick: &Tick) -> String {
    let day = tick.moment.date();
    let month = short_month_name(day.month());
    match tick.unit {
        Unit::Minute | Unit::Hour => format!("{:02}:{:02}", tick.moment.hour(), tick.moment.minute()),
        Unit::Day => format!("{} {} {}", day.day(), month, day.year()),
        Unit::Month => format!("{} {}", month, day.year()),
        Unit::Year => day.year().to_string(),
    }
}
