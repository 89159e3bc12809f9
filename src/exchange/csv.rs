//! A table for spreadsheets (RFC 4180), one row a mark, with no cell that a spreadsheet would take for a formula.

use super::annotation_file::write::Places;
use super::vocabulary::Word;
use super::words;
use crate::annotation::{Annotation, Relation, Session};
use crate::text::Document;
use crate::text::time::in_utc;

const HEAD: [&str; 14] = [
    "kind",
    "verdict",
    "passage",
    "speaker",
    "read as",
    "sentence",
    "note",
    "evidence",
    "links",
    "decided by",
    "decided at",
    "start",
    "end",
    "id",
];

/// The marks of `session`. Begins with a byte order mark, without which Excel does not read UTF-8.
pub(super) fn write(session: &Session) -> String {
    let mut table = String::from("\u{feff}");
    row(&mut table, &HEAD);
    let places = Places::of(&session.document);
    for mark in session.annotations.iter() {
        let span = places.span(mark.range);
        let decision = mark.decisions.last();
        let cells = [
            mark.kind().as_str(),
            mark.verdict().word(),
            mark.range.of(session.document.text()),
            words::speaker(mark).unwrap_or_default(),
            words::reading(mark).unwrap_or_default(),
            sentence(&session.document, mark),
            &mark.note,
            &evidence(session, mark),
            &links(session, mark),
            decision.and_then(|last| words::reviewer(session, last.by.as_ref())).unwrap_or_default(),
            &decision.and_then(|last| last.at).map(in_utc).unwrap_or_default(),
            &span.start.to_string(),
            &span.end.to_string(),
            mark.id.as_str(),
        ];
        row(&mut table, &cells);
    }
    table
}

fn row(table: &mut String, cells: &[&str]) {
    for (number, cell) in cells.iter().enumerate() {
        if number > 0 {
            table.push(',');
        }
        table.push('"');
        if is_formula(cell) {
            table.push('\'');
        }
        table.push_str(&cell.replace('"', "\"\""));
        table.push('"');
    }
    table.push_str("\r\n");
}

/// Whether a spreadsheet might run `cell`: the signs of OWASP's list, in their full-width forms too, after blanks too.
fn is_formula(cell: &str) -> bool {
    cell.starts_with(['\t', '\r', '\n'])
        || cell.trim_start().starts_with(['=', '+', '-', '@', '|', '%', '＝', '＋', '－', '＠'])
}

fn sentence<'a>(document: &'a Document, mark: &Annotation) -> &'a str {
    document.sentence_at(mark.range.start).map(|sentence| sentence.range.of(document.text())).unwrap_or_default()
}

fn evidence(session: &Session, mark: &Annotation) -> String {
    let mut cited = Vec::new();
    for citation in &mark.evidence {
        let Some(source) = session.source(&citation.evidence) else { continue };
        cited.push(match &source.url {
            Some(url) => format!("{} {url}", source.title),
            None => source.title.clone(),
        });
    }
    cited.join("; ")
}

fn links(session: &Session, mark: &Annotation) -> String {
    let mut ends = Vec::new();
    for link in session.links.iter() {
        let other = if link.from == mark.id {
            &link.to
        } else if link.to == mark.id {
            &link.from
        } else {
            continue;
        };
        let Some(other) = session.annotation(other) else { continue };
        let relation = match link.relation {
            Relation::Contradicts => "contradicts",
            Relation::Supports => "supports",
            Relation::SameEvent => "same event as",
        };
        ends.push(format!("{relation} “{}”", other.range.of(session.document.text())));
    }
    ends.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::Action;
    use crate::annotation::sample::{after, session};

    #[test]
    fn no_cell_runs() {
        for cell in ["=1+1", "+1", "-1", "@a", " =1", "\t=1", "\r=1", "＝1", "|calc"] {
            let mut table = String::new();
            row(&mut table, &[cell]);
            assert!(table.starts_with("\"'"), "{table}");
        }
        let mut table = String::new();
        row(&mut table, &["a \"b\", c\nd", "é"]);
        assert_eq!(table, "\"a \"\"b\"\", c\nd\",\"é\"\r\n");
    }

    #[test]
    fn one_row_is_one_mark() {
        let start = session();
        let noted = after(&start, Action::SetNote(start.annotations[0].id.clone(), "=cmd()".to_owned()));
        let table = write(&noted);
        assert_eq!(table.matches("\"\r\n").count(), 1 + noted.annotations.len());
        assert!(table.contains("\"'=cmd()\""));
        assert!(table.contains("\"Ana Ruiz\"") && table.contains("\"2018-06-08\""));
    }
}
