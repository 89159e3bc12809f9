//! Files of every format that is read.

use anyhow::{Result, ensure};
use chrono::DateTime;
use factmark::annotation::{Action, Entry, Session};
use factmark::exchange::{self, annotation_file as file, journal};
use serde_json::Value;

use super::{Deeds, ensure_same, shape, written};
use crate::seeds;

/// An annotation file is refused in words, or what is read of it can be written and read again, without a change from
/// then on.
pub fn annotation_file(input: &[u8], deeds: &mut Deeds) -> Result<()> {
    let opened = match file::read(input) {
        Ok(opened) => opened,
        Err(error) => return refused(&error.to_string(), deeds),
    };
    for note in &opened.notes {
        deeds.note(("note", std::mem::discriminant(note)));
    }
    stays_the_same(&opened.session)
}

/// A file of another format is refused, or what it brings becomes one step that undo takes back.
pub fn foreign(input: &[u8], deeds: &mut Deeds) -> Result<()> {
    seeds::with_session(|session| {
        let imported = match exchange::import(input, session) {
            Ok(imported) => imported,
            Err(error) => return refused(&error.to_string(), deeds),
        };
        for note in &imported.notes {
            deeds.note(("note", std::mem::discriminant(note)));
        }
        deeds.note((imported.incoming.annotations.len().min(8), imported.incoming.links.len().min(4)));
        let entry = Entry {
            at: DateTime::from_timestamp(1_790_000_000, 0).unwrap_or_default(),
            by: None,
            action: Action::Import(Box::new(imported.incoming)),
        };
        let Ok(patch) = session.reduce(&entry) else { return Ok(()) };
        let after = session.apply(&patch);
        stays_the_same(&after)?;
        let before = after.apply(&patch.inverse());
        ensure_same(&written(&before)?, &written(session)?, "undo does not take the import back")
    })
}

/// What was kept in the browser, damaged: what can be read is restored, and can be kept again.
pub fn journal(input: &[u8], deeds: &mut Deeds) -> Result<()> {
    let Ok(Value::Object(mut kept)) = serde_json::from_slice::<Value>(input) else { return Ok(()) };
    let records = kept.remove("records").unwrap_or_default();
    let records: Vec<String> = records.as_array().into_iter().flatten().map(Value::to_string).collect();
    let snapshot = Value::Object(kept).to_string();
    let restored = match journal::restore(&snapshot, &records) {
        Ok(restored) => restored,
        Err(error) => return refused(&error.to_string(), deeds),
    };
    deeds.note(("past", restored.history.past().len().min(8), restored.history.future().len().min(4)));
    deeds.note(restored.stopped.as_ref().map(|(_, why)| shape(&why.to_string())));
    stays_the_same(&restored.session)?;
    let (mut session, mut history) = (restored.session, restored.history);
    while let Some(before) = history.undo(&session) {
        session = before;
    }
    while let Some(after) = history.redo(&session) {
        session = after;
    }
    let again = journal::restore(&journal::snapshot(&session, &history), &[""; 0])?;
    ensure_same(&written(&again.session)?, &written(&session)?, "what was kept again is another session")
}

fn refused(why: &str, deeds: &mut Deeds) -> Result<()> {
    ensure!(!why.trim().is_empty(), "refused without a word");
    deeds.note(shape(&why.chars().take(60).collect::<String>()));
    Ok(())
}

/// Written and read, a session is the same; the first time, fields may find their place.
fn stays_the_same(session: &Session) -> Result<()> {
    let first = file::read(written(session)?.as_bytes())?;
    let second = written(&first.session)?;
    let third = file::read(second.as_bytes())?;
    ensure_same(&written(&third.session)?, &second, "written and read again, the file is another")?;
    ensure!(first.session.annotations.len() == session.annotations.len(), "annotations are lost on the way");
    Ok(())
}
