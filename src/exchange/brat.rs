//! brat standoff: text-bound annotations, verdicts as attributes, links as relations, readings and notes as notes.
//! Offsets in code points; a passage that runs over lines is written in fragments, as brat wants it.

use std::fmt::Write as _;

use super::annotation_file::write::Places;
use super::words;
use crate::annotation::{Kind, Relation, Session, Verdict};
use crate::text::TextRange;
use crate::text::cut::one_line;

/// The `.ann` file; the text itself is the `.txt` file beside it.
pub(super) fn write(session: &Session) -> String {
    let mut out = String::new();
    let places = Places::of(&session.document);
    let (mut attributes, mut notes) = (0, 0);
    for (number, mark) in (1..).zip(session.annotations.iter()) {
        let kind = match mark.kind() {
            Kind::Claim => "Claim",
            Kind::Date => "Date",
            Kind::Quote => "Quote",
        };
        let (mut spans, mut text) = (Vec::new(), Vec::new());
        for piece in fragments(session.document.text(), mark.range) {
            let span = places.span(piece);
            spans.push(format!("{} {}", span.start, span.end));
            text.push(piece.of(session.document.text()));
        }
        let _ = writeln!(out, "T{number}\t{kind} {}\t{}", spans.join(";"), text.join(" "));
        let verdict = match mark.verdict() {
            Verdict::Unchecked => None,
            Verdict::Verified => Some("Verified"),
            Verdict::Inconsistent => Some("Inconsistent"),
            Verdict::Unclear => Some("Unclear"),
        };
        if let Some(verdict) = verdict {
            attributes += 1;
            let _ = writeln!(out, "A{attributes}\tVerdict T{number} {verdict}");
        }
        let reading = words::reading(mark).map(|value| format!("TIMEX3 {value}"));
        let speaker = words::speaker(mark).map(|name| format!("Speaker: {name}"));
        let note = Some(&mark.note).filter(|note| !note.is_empty()).cloned();
        for note in [reading, speaker, note].into_iter().flatten() {
            notes += 1;
            let _ = writeln!(out, "#{notes}\tAnnotatorNotes T{number}\t{}", one_line(&note));
        }
    }
    let mut relations = 0;
    for link in session.links.iter() {
        let (Some(from), Some(to)) = (session.place_of(&link.from), session.place_of(&link.to)) else { continue };
        relations += 1;
        let relation = match link.relation {
            Relation::Contradicts => "Contradicts",
            Relation::Supports => "Supports",
            Relation::SameEvent => "Same-event",
        };
        let _ = writeln!(out, "R{relations}\t{relation} Arg1:T{} Arg2:T{}", from + 1, to + 1);
    }
    out
}

/// The pieces of `range` between line ends, without the blanks beside them.
fn fragments(text: &str, range: TextRange) -> Vec<TextRange> {
    let length = |part: &str| u32::try_from(part.len()).unwrap_or(u32::MAX);
    let (mut start, mut pieces) = (range.start, Vec::new());
    for line in range.of(text).split_inclusive(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']) {
        let indent = length(line) - length(line.trim_start());
        let piece = TextRange::new(start + indent, start + indent + length(line.trim()));
        if !piece.is_empty() {
            pieces.push(piece);
        }
        start += length(line);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::Action;
    use crate::annotation::sample::{TEXT, after, at, claim, session};

    #[test]
    fn each_line_says_one_thing() {
        let start = session();
        let june = start.annotations[0].id.clone();
        let decided = after(&start, Action::SetVerdict(june.clone(), Verdict::Unclear));
        let noted = after(&decided, Action::SetNote(june, "a\nb".to_owned()));
        let ann = write(&noted);
        let lines: Vec<_> = ann.lines().collect();
        assert!(lines[0].starts_with("T1\tDate ") && lines[0].ends_with("\tJune 8"), "{ann}");
        assert_eq!(lines[1], "A1\tVerdict T1 Unclear");
        assert_eq!(lines[2], "#1\tAnnotatorNotes T1\tTIMEX3 2018-06-08");
        assert_eq!(lines[3], "#2\tAnnotatorNotes T1\ta b");
    }

    #[test]
    fn a_passage_over_lines_comes_in_fragments() {
        let range = at(TEXT, "ends\r\n\r\nThe crews");
        let marked = after(&session(), Action::Mark { id: "m".into(), detection: claim(range, 0.5) });
        let ann = write(&marked);
        let line = ann.lines().next().unwrap();
        assert!(line.starts_with("T1\tClaim ") && line.contains(';') && line.ends_with("\tends The crews"), "{line}");
    }
}
