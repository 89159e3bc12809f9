//! Every export fits `static/annotation-file.schema.json` (JSON Schema, draft 2020-12).

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may panic")]

use std::rc::Rc;

use boon::{Compiler, SchemaIndex, Schemas};
use factmark::annotation::{
    Action, ArticleFacts, Citation, Entry, Evidence, History, Lead, LeadStatus, NewVersion, Relation, Session, Stance,
    Verdict,
};
use factmark::detect::Run;
use factmark::exchange::annotation_file;
use factmark::text::Document;
use serde_json::{Value, json};

struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Schema {
    fn read() -> Self {
        let mut schemas = Schemas::new();
        let mut compiler = Compiler::new();
        let source = include_str!("../static/annotation-file.schema.json");
        compiler.add_resource("factmark.json", serde_json::from_str(source).unwrap()).unwrap();
        let index = compiler.compile("factmark.json", &mut schemas).unwrap();
        Self { schemas, index }
    }

    fn check(&self, file: &Value) -> Result<(), String> {
        self.schemas.validate(file, self.index).map_err(|error| format!("{error:#}"))
    }
}

fn exported(session: &Session) -> Value {
    let mut bytes = Vec::new();
    annotation_file::write_pretty(session, &mut bytes).unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

fn opened(text: &str) -> Session {
    let document = Document::new(text);
    let facts = ArticleFacts::of(&document);
    let findings = Run::new(&document, facts.published).finish();
    Session::open_without_budget(&Session::id_of_text(text), Rc::new(document), facts, findings)
}

/// Does a little of everything.
fn reviewed(session: &Session) -> Session {
    let at = chrono::DateTime::from_timestamp(1_790_000_000, 0).unwrap();
    let (mut session, mut history) = (session.clone(), History::default());
    let source = Evidence { id: "e1".into(), title: "Readout".to_owned(), ..Evidence::default() };
    let mut actions = vec![
        Action::PutEvidence(source),
        Action::SetLeads(vec![Lead {
            rule: "two-dates".into(),
            passages: session.annotations.iter().take(1).map(|mark| mark.range).collect(),
            question: "Which of the two?".to_owned(),
            status: LeadStatus::Open,
        }]),
    ];
    for (number, mark) in session.annotations.iter().enumerate() {
        let id = mark.id.clone();
        actions.push(match number % 5 {
            0 => Action::SetVerdict(id, Verdict::Verified),
            1 => Action::SetNote(id, "Ask the desk.".to_owned()),
            2 => Action::Dismiss(id),
            3 => Action::Cite(id, Citation { evidence: "e1".into(), stance: Stance::Context }),
            _ => Action::Link {
                id: format!("l-{number}").into(),
                relation: Relation::Contradicts,
                from: session.annotations[0].id.clone(),
                to: id,
            },
        });
    }
    // At last a new version, from which a paragraph is gone.
    let text = session.document.text();
    let cut: Vec<&str> =
        text.split_inclusive("\n\n").enumerate().filter(|(at, _)| at % 4 != 2).map(|(_, part)| part).collect();
    let new = format!("Corrected. {}", cut.concat());
    actions.push(Action::ReplaceText(NewVersion::read(&session, &new)));
    for action in actions {
        let patch = session.reduce(&Entry { at, by: Some("someone".into()), action }).unwrap();
        session = history.perform(&session, patch);
    }
    session
}

#[test]
fn every_export_fits_the_schema() {
    let schema = Schema::read();
    let mut marks = 0;
    for article in std::fs::read_dir("tests/articles").unwrap() {
        let text = std::fs::read_to_string(article.unwrap().path()).unwrap();
        let session = opened(&text);
        schema.check(&exported(&session)).unwrap();
        schema.check(&exported(&reviewed(&session))).unwrap();
        marks += session.annotations.len();
    }
    assert!(marks > 0, "nothing was found, so nothing was checked");
    for text in ["", "👩‍👩‍👧 ‏שלום‏ e\u{301} “no”, said Ana on Monday.", "\u{feff}\r\n\r\nJuly\u{a0}8.\r"]
    {
        schema.check(&exported(&reviewed(&opened(text)))).unwrap();
    }
}

#[test]
fn the_example_fits_the_schema() {
    let example = serde_json::from_str(include_str!("annotation-file.example.json")).unwrap();
    Schema::read().check(&example).unwrap();
}

#[test]
fn the_schema_tells_what_does_not_fit() {
    let schema = Schema::read();
    let example: Value = serde_json::from_str(include_str!("annotation-file.example.json")).unwrap();
    let breaks: [fn(&mut Value); 7] = [
        |file| file["version"] = json!(2),
        |file| file["offset_unit"] = json!("byte"),
        |file| file["document"]["published"] = json!("soon"),
        |file| file["annotations"][0]["verdict"] = json!("true"),
        |file| file["annotations"][1]["detail"] = json!({"score": 1}),
        |file| file["annotations"][2]["detail"]["content"] = json!({"start": -1, "end": 3}),
        |file| {
            file["links"][0].as_object_mut().unwrap().remove("relation");
        },
    ];
    for (number, change) in breaks.into_iter().enumerate() {
        let mut file = example.clone();
        change(&mut file);
        assert!(schema.check(&file).is_err(), "change {number}");
    }
}
