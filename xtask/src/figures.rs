//! What was measured, in one table at the end.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::browsers::Browser;

/// The table: a row for each thing that was measured.
#[derive(Debug, Default)]
pub struct Figures {
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    what: String,
    /// In each browser, or one figure for all.
    own: Vec<String>,
    /// What a user would pick instead, and its figure.
    others: Vec<String>,
}

impl Figures {
    /// Of Factmark as it is everywhere.
    pub fn own(&mut self, what: &str, figure: String) {
        self.change(what, |row| row.own.push(figure));
    }

    /// Of something else.
    pub fn other(&mut self, what: &str, figure: String) {
        self.change(what, |row| row.others.push(figure));
    }

    /// Takes in a line that the benchmark of the page prints: "firefox: first visit to caret, cold cache: 412 ms (…)".
    pub fn browser_line(&mut self, browser: Browser, line: &str) {
        let of = line.strip_prefix(browser.name()).and_then(|rest| rest.strip_prefix(": "));
        let Some((what, figure)) = of.and_then(|rest| rest.split_once(": ")) else { return };
        let figure = figure.split(" (").next().unwrap_or_default();
        self.own(what, format!("{} {figure}", browser.name()));
    }

    /// Takes in a line of the core's benchmark: "dates alone  0.1 MB  34.5 MB/s  2.9 ms per 100 kB".
    pub fn core_line(&mut self, line: &str) {
        for (part, what) in [("dates alone", "dates in a text, in Node"), ("quotes alone", "quotes in a text, in Node")]
        {
            let words: Vec<&str> = line.strip_prefix(part).unwrap_or_default().split_whitespace().collect();
            if let [_, _, speed, unit, ..] = words.as_slice() {
                self.own(what, format!("{speed} {unit}"));
            }
        }
    }

    /// Takes in a line of the peers' benchmarks.
    pub fn peer_line(&mut self, line: &str) {
        for (name, what) in
            [("chrono-node dates", "dates in a text, in Node"), ("compromise quotations", "quotes in a text, in Node")]
        {
            if let Some(figure) = line.strip_prefix(name).and_then(|rest| rest.strip_prefix(": ")) {
                self.other(what, format!("{name} {}", figure.split(',').next().unwrap_or_default()));
            }
        }
        let field = |name: &str| {
            let rest = line.split(&format!("\"{name}\":")).nth(1)?;
            Some(rest.split([',', '}']).next()?.trim_matches('"').to_owned())
        };
        if let (Some(renderer), Some("10000"), Some(time)) = (field("renderer"), field("n").as_deref(), field("tLoad"))
        {
            let time = time.split('.').next().unwrap_or_default();
            self.other("1 MB with 10000 marks opened", format!("Recogito in chromium ({renderer}) {time} ms"));
        }
    }

    fn change(&mut self, what: &str, change: impl FnOnce(&mut Row)) {
        if let Some(row) = self.rows.iter_mut().find(|row| row.what == what) {
            return change(row);
        }
        let mut row = Row { what: what.to_owned(), own: vec![], others: vec![] };
        change(&mut row);
        self.rows.push(row);
    }

    /// As a Markdown table.
    #[must_use]
    pub fn table(&self) -> String {
        let head = ["measured".to_owned(), "Factmark".to_owned(), "instead of it".to_owned()];
        let rows = self.rows.iter().map(|row| [row.what.clone(), row.own.join(", "), row.others.join(", ")]);
        let cells: Vec<[String; 3]> = std::iter::once(head).chain(rows).collect();
        let mut widths = [0; 3];
        for row in &cells {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = cell.chars().count().max(*width);
            }
        }
        let line = |row: &[String; 3]| {
            let padded = row.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}"));
            format!("| {} |", padded.collect::<Vec<_>>().join(" | "))
        };
        let rule = format!("|{}|", widths.map(|width| "-".repeat(width + 2)).join("|"));
        let mut lines: Vec<String> = cells.iter().map(line).collect();
        lines.insert(1, rule);
        lines.join("\n")
    }
}

/// Runs to the end with the output shown, and hands over each of its lines.
pub fn listen(command: &mut Command, mut heard: impl FnMut(&str)) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("could not start {name}"))?;
    for line in BufReader::new(child.stdout.take().context("no output")?).lines() {
        let line = line?;
        println!("{line}");
        heard(&line);
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("{name} failed ({status})");
    }
    Ok(())
}

/// The size of a file in thousands of bytes.
#[must_use]
pub fn kilobytes(bytes: u64) -> String {
    format!("{} kB", (bytes + 500) / 1000)
}

/// What a file comes to with brotli, or nothing where Node.js or the file is not there.
#[must_use]
pub fn brotli(file: &Path) -> Option<u64> {
    const SIZE: &str =
        "console.log(require('node:zlib').brotliCompressSync(require('node:fs').readFileSync(process.argv[1])).length)";
    crate::command::output(Command::new("node").args(["-e", SIZE]).arg(file))?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn puts_everything_into_one_table() {
        let mut figures = Figures::default();
        figures.own("single file", kilobytes(1_033_400));
        figures.browser_line(Browser::Chromium, "chromium: 1 MB with 10000 marks opened: 1571 ms (median of 3)");
        figures.browser_line(Browser::Firefox, "firefox: 1 MB with 10000 marks opened: 900 ms (median of 3)");
        figures.browser_line(Browser::Firefox, "something else: 3");
        figures.core_line("dates alone               0.1 MB      34.5 MB/s     2.901 ms per 100 kB");
        figures.peer_line("chrono-node dates: 0.312 MB/s, 40 found");
        figures.peer_line("{\"renderer\":\"SPANS\",\"n\":10000,\"tLoad\":5218.4,\"dom\":1}");
        figures.peer_line("{\"renderer\":\"SPANS\",\"n\":1000,\"tLoad\":99.4}");
        let expected = "\
| measured                     | Factmark                          | instead of it                       |
|------------------------------|-----------------------------------|-------------------------------------|
| single file                  | 1033 kB                           |                                     |
| 1 MB with 10000 marks opened | chromium 1571 ms, firefox 900 ms  | Recogito in chromium (SPANS) 5218 ms |
| dates in a text, in Node     | 34.5 MB/s                         | chrono-node dates 0.312 MB/s        |";
        let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").replace('-', "");
        assert_eq!(squeezed(&figures.table()), squeezed(expected));
    }
}
