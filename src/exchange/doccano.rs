//! doccano JSONL for sequence labelling with relations: one line, offsets in code points. Labels are the kind and, where
//! there is one, the verdict: `date:inconsistent`.

use std::collections::HashMap;

use serde_json::json;

use super::annotation_file::write::Places;
use super::words;
use crate::annotation::{Session, Verdict};

/// The text and the marks of `session`.
pub(super) fn write(session: &Session) -> String {
    let places = Places::of(&session.document);
    let mut numbers = HashMap::new();
    let entities: Vec<_> = session
        .annotations
        .iter()
        .enumerate()
        .map(|(number, mark)| {
            numbers.insert(&mark.id, number);
            let span = places.span(mark.range);
            let label = match mark.verdict() {
                Verdict::Unchecked => mark.kind().as_str().to_owned(),
                verdict => format!("{}:{}", mark.kind().as_str(), words::verdict(verdict)),
            };
            json!({ "id": number, "label": label, "start_offset": span.start, "end_offset": span.end })
        })
        .collect();
    let relations = session.links.iter().enumerate().filter_map(|(number, link)| {
        let (from, to) = (numbers.get(&link.from)?, numbers.get(&link.to)?);
        Some(json!({ "id": number, "from_id": from, "to_id": to, "type": words::json(&link.relation) }))
    });
    let relations: Vec<_> = relations.collect();
    let notes = session.annotations.iter().filter(|mark| !mark.note.is_empty());
    let comments: Vec<_> = notes.map(|mark| &mark.note).collect();
    let line = json!({
        "text": &**session.document.text(),
        "entities": entities,
        "relations": relations,
        "Comments": comments,
    });
    format!("{line}\n")
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
