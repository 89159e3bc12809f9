//! doccano JSONL for sequence labelling with relations: one line, offsets in code points. Labels are the kind and, where
//! there is one, the verdict: `date:inconsistent`.

use super::annotation_file::write::Places;
use super::pen::Pen;
use super::vocabulary::Word;
use crate::annotation::{Session, Verdict};

/// The text and the marks of `session`.
pub(super) fn write(session: &Session) -> String {
    let places = Places::of(&session.document);
    let marks = &session.annotations;
    let line = Pen::line(|pen| {
        pen.object(|pen| {
            pen.key("text").text(session.document.text());
            pen.key("entities").list(marks.iter().enumerate(), |pen, (number, mark)| {
                let span = places.span(mark.range);
                let label = match mark.verdict() {
                    Verdict::Unchecked => mark.kind().as_str().to_owned(),
                    verdict => format!("{}:{}", mark.kind().as_str(), verdict.word()),
                };
                pen.object(|pen| {
                    pen.key("id").count(number);
                    pen.key("label").text(&label);
                    pen.key("start_offset").whole(span.start);
                    pen.key("end_offset").whole(span.end);
                });
            });
            let links = session.links.iter().enumerate().filter_map(|(number, link)| {
                Some((number, session.place_of(&link.from)?, session.place_of(&link.to)?, link.relation))
            });
            pen.key("relations").list(links, |pen, (number, from, to, relation)| {
                pen.object(|pen| {
                    pen.key("id").count(number);
                    pen.key("from_id").count(from);
                    pen.key("to_id").count(to);
                    pen.key("type").word(relation);
                });
            });
            let notes: Vec<_> = marks.iter().map(|mark| &mark.note).filter(|note| !note.is_empty()).collect();
            pen.key("Comments").texts(&notes);
        });
    });
    line + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::sample::{TEXT, after, session};
    use crate::annotation::{Action, Relation};
    use serde_json::Value;

    #[test]
    fn offsets_count_code_points() {
        let start = session();
        let ids: Vec<_> = start.annotations.iter().map(|mark| mark.id.clone()).collect();
        let contradicts =
            Action::Link { id: "l".into(), relation: Relation::Contradicts, from: ids[0].clone(), to: ids[1].clone() };
        let line = write(&after(&start, contradicts));
        assert_eq!(line.lines().count(), 1);
        let line: Value = serde_json::from_str(&line).unwrap();
        let points: Vec<char> = TEXT.chars().collect();
        let june = &line["entities"][0];
        let place = |key: &str| usize::try_from(june[key].as_u64().unwrap()).unwrap();
        let words: String = points[place("start_offset")..place("end_offset")].iter().collect();
        assert_eq!((words.as_str(), june["label"].as_str()), ("June 8", Some("date:inconsistent")));
        assert_eq!(line["relations"][0]["type"], "contradicts");
    }
}
