//! How a session is kept on the device: a snapshot with its history, and a record for each action since.
//!
//! A step is written as what things are *after* it, in the form of the annotation file; what they were before is known
//! from the session it is applied to. So the record of a verdict is one annotation. The past of a snapshot is written
//! the other way round, as steps back from the snapshot.

mod replay;
mod step;

use std::cell::RefCell;
use std::rc::Rc;

use serde_json::Value;

use super::annotation_file::write::{self, Part};
use super::annotation_file::{self, Note, ReadError};
use super::json::{FieldError, JsonError, parse_any};
use super::pen::Pen;
use crate::annotation::{History, Patch, Session};
use crate::pace::{self, pause};
use crate::text::Document;
use replay::Replay;
use step::Step;

/// The record of an undo.
pub const UNDONE: &str = "\"undo\"";

/// The record of a redo.
pub const REDONE: &str = "\"redo\"";

/// The record of `patch`, which led to `after`.
#[must_use]
pub fn record(patch: &Patch, after: &Session) -> String {
    Pen::line(|pen| Step::of(patch.clone(), &after.document).write(pen))
}

/// `session` and `history` in one.
#[must_use]
pub fn snapshot(session: &Session, history: &History) -> String {
    pace::at_once(snapshot_in_steps(session, history)).concat()
}

/// Items of a list that are written between two pauses.
const STRETCH: usize = 500;

/// Bytes from which on a snapshot is kept in pieces: one large text would stop the page when it is handed over.
const PIECE: usize = 1 << 20;

/// The same with pauses, in pieces where it is large.
pub async fn snapshot_in_steps(session: &Session, history: &History) -> Vec<String> {
    let past = steps_from(&session.document, history.past(), Patch::inverse);
    let future = steps_from(&session.document, history.future(), Patch::clone);
    let frame = |part: &dyn Fn(&mut Pen, Part)| {
        Pen::line(|pen| {
            pen.object(|pen| {
                write::file(pen.key("file"), session, &|pen| pen.text(&session.id), part);
                pen.key("past").list(&past, |pen, step| step.write(pen));
                pen.key("future").list(&future, |pen, step| step.write(pen));
            });
        })
    };
    // Fields of a newer file have their places between all others: there it is written at once.
    if !session.extra.is_empty() {
        return vec![frame(&|pen, part| part.write(pen, session, 0..usize::MAX))];
    }
    let cuts: RefCell<Vec<(usize, Part)>> = RefCell::default();
    let frame = frame(&|pen, part| cuts.borrow_mut().push((pen.written_so_far(), part)));
    let (mut pieces, mut done) = (Vec::new(), 0);
    for (cut, part) in cuts.take() {
        add(&mut pieces, frame.get(done..cut).unwrap_or_default());
        done = cut;
        let count = match part {
            Part::Marks => session.annotations.len(),
            Part::Leads => session.leads.len(),
            Part::Text | Part::Hash => 1,
        };
        for first in (0..count).step_by(STRETCH) {
            pause().await;
            add(&mut pieces, &Pen::stretch(first > 0, |pen| part.write(pen, session, first..first + STRETCH)));
        }
    }
    add(&mut pieces, frame.get(done..).unwrap_or_default());
    pieces
}

/// Adds `text` to the last of the pieces, and what it has no room for as others.
fn add(pieces: &mut Vec<String>, mut text: &str) {
    while !text.is_empty() {
        match pieces.last_mut().map(|last| (PIECE.saturating_sub(last.len()), last)) {
            Some((room, last)) if text.floor_char_boundary(room) > 0 => {
                let (now, later) = text.split_at_checked(text.floor_char_boundary(room)).unwrap_or((text, ""));
                last.push_str(now);
                text = later;
            }
            _ => pieces.push(String::new()),
        }
    }
}

/// The steps along `patches`, of which the last begins at `document`, in their order and each `way`: back or forwards. Each
/// lies in the text that it leads to.
fn steps_from(document: &Rc<Document>, patches: &[Rc<Patch>], way: fn(&Patch) -> Patch) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::with_capacity(patches.len());
    for patch in patches.iter().rev() {
        let document = steps.last().map_or(document, |step| &step.document);
        steps.push(Step::of(way(patch), document));
    }
    steps.reverse();
    steps
}

/// What was kept, and how much of it could be read.
#[derive(Clone, Debug)]
pub struct Restored {
    /// The session; its findings are empty until somebody runs the detectors.
    pub session: Session,
    /// Its history.
    pub history: History,
    /// What the person should know.
    pub notes: Vec<Note>,
    /// The number of the first record that could not be read, and why: that one and those after it are left out.
    pub stopped: Option<(usize, FieldError)>,
}

/// The session and the history that `snapshot` and the `records` since make up. Of a history that cannot be read, the
/// part that can is kept.
///
/// # Errors
/// Where the snapshot cannot be read.
pub fn restore(snapshot: &str, records: &[impl AsRef<str>]) -> Result<Restored, ReadError> {
    let value = parse_any(snapshot.as_bytes())?;
    let opened = value.get("file").ok_or_else(|| FieldError::new("it is missing").inside("file"));
    let annotation_file::Opened { session, notes } = annotation_file::read_value(opened.map_err(JsonError::from)?)?;

    let mut past = steps(&value, "past", &session);
    for patch in &mut past {
        *patch = patch.inverse().into();
    }
    let mut future = steps(&value, "future", &session);

    let mut replay = Replay::new(&session);
    let mut stopped = None;
    for (number, record) in records.iter().enumerate() {
        let done = match record.as_ref() {
            UNDONE => past.pop().map(|patch| {
                replay.apply(&patch.inverse());
                future.push(patch);
            }),
            REDONE => future.pop().map(|patch| {
                replay.apply(&patch);
                past.push(patch);
            }),
            record => match parse_any(record.as_bytes()) {
                Ok(value) => match replay.step(&value) {
                    Ok(patch) => {
                        past.push(patch.into());
                        future.clear();
                        Some(())
                    }
                    Err(error) => {
                        stopped = Some((number, error));
                        break;
                    }
                },
                Err(_) => None,
            },
        };
        if done.is_none() {
            stopped = Some((number, FieldError::new("the record does not fit what was kept before it")));
            break;
        }
    }
    Ok(Restored { session: replay.finish(), history: History::new(past, future), notes, stopped })
}

/// The steps that are kept under `key`, in their order: each leads on from the one after it, the last from `session`.
fn steps(kept: &Value, key: &str, session: &Session) -> Vec<Rc<Patch>> {
    let mut replay = Replay::new(session);
    let steps = kept.get(key).and_then(Value::as_array).into_iter().flatten().rev();
    let mut patches: Vec<_> = steps.map_while(|step| replay.step(step).ok()).map(Rc::new).collect();
    patches.reverse();
    patches
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::sample::{entry, moment, session, whole, wish};
    use crate::annotation::{Action, Entry, Relation, Verdict};
    use proptest::prelude::*;

    /// Goes on from here to the start and then to the end, and tells what every station looked like.
    fn stations(session: &Session, history: &History) -> Vec<String> {
        let (mut session, mut history) = (session.clone(), history.clone());
        while let Some(before) = history.undo(&session) {
            session = before;
        }
        let mut stations = vec![whole(&session)];
        while let Some(after) = history.redo(&session) {
            stations.push(format!("{:?}{}", history.undo_label(), whole(&after)));
            session = after;
        }
        stations
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]

        #[test]
        fn what_was_kept_comes_back(
            steps in prop::collection::vec((wish(), 0_u8..6), 0..24),
            snapshot_at in 0_usize..24,
        ) {
            let (mut now, mut history) = (session(), History::default());
            let mut kept = snapshot(&now, &history);
            let mut records = Vec::new();
            for (number, (wish, way)) in steps.iter().enumerate() {
                let next = match way {
                    0 => history.undo(&now).map(|session| (session, UNDONE.to_owned())),
                    1 => history.redo(&now).map(|session| (session, REDONE.to_owned())),
                    _ => wish.action(&now).and_then(|action| {
                        let at = moment(i64::try_from(number).unwrap());
                        let patch = now.reduce(&Entry { at, ..entry(action) }).ok()?;
                        if patch.changes.is_empty() {
                            return None;
                        }
                        let after = history.perform(&now, patch);
                        let record = record(history.past().last().unwrap(), &after);
                        Some((after, record))
                    }),
                };
                let Some((session, record)) = next else { continue };
                now = session;
                records.push(record);
                if number == snapshot_at {
                    kept = snapshot(&now, &history);
                    records.clear();
                }
            }
            let restored = restore(&kept, &records).unwrap();
            prop_assert_eq!(&restored.stopped, &None);
            prop_assert_eq!(whole(&restored.session), whole(&now));
            prop_assert_eq!(&restored.session.annotations, &now.annotations);
            prop_assert_eq!(restored.history.past().len(), history.past().len());
            prop_assert_eq!(restored.history.future().len(), history.future().len());
            let restored_stations = stations(&restored.session.with_findings(Rc::clone(&now.findings)), &restored.history);
            prop_assert_eq!(restored_stations, stations(&now, &history));
        }
    }

    #[test]
    fn a_large_text_comes_in_pieces_that_make_it_up() {
        let (mut pieces, text) = (Vec::new(), "a€".repeat(PIECE));
        for part in ["x", &text, "", "y", &text] {
            add(&mut pieces, part);
        }
        assert_eq!(pieces.concat(), format!("x{text}y{text}"));
        assert_eq!(pieces.len(), 9);
        assert!(pieces.iter().all(|piece| piece.len() <= PIECE));
    }

    #[test]
    fn a_record_is_small() {
        let start = session();
        let july = start.annotations.last().unwrap().id.clone();
        let patch = start.reduce(&entry(Action::SetVerdict(july, Verdict::Unclear))).unwrap();
        let record = record(&patch, &start.apply(&patch));
        assert!(record.len() < 1200, "{} bytes: {record}", record.len());
    }

    #[test]
    fn what_can_be_read_is_restored() {
        let start = session();
        let july = start.annotations.last().unwrap().id.clone();
        let patch = start.reduce(&entry(Action::SetVerdict(july.clone(), Verdict::Unclear))).unwrap();
        let good = record(&patch, &start.apply(&patch));
        let cut = good.get(..100).unwrap().to_owned();
        for bad in [cut, "{}".to_owned(), REDONE.to_owned(), good.replace("\"unclear\"", "\"perhaps\"")] {
            let records = [good.clone(), bad, good.clone()];
            let restored = restore(&snapshot(&start, &History::default()), &records).unwrap();
            assert_eq!(restored.stopped.unwrap().0, 1);
            assert_eq!(restored.session.annotation(&july).unwrap().verdict(), Verdict::Unclear);
            assert_eq!(restored.history.past().len(), 1);
        }
        assert!(restore("{}", &[""; 0]).is_err());
    }

    #[test]
    fn a_step_that_does_not_fit_is_left_out() {
        let start = session();
        let [from, to] = [0, 1].map(|place| start.annotations.get(place).unwrap().id.clone());
        let action = Action::Link { id: "l".into(), relation: Relation::Contradicts, from: from.clone(), to };
        let patch = start.reduce(&entry(action)).unwrap();
        let linked = record(&patch, &start.apply(&patch));
        let loose = linked.replace(&format!("\"from\":\"{from}\""), "\"from\":\"nobody\"");
        let far = linked.replace("\"link\":0", "\"link\":7");
        let gone = format!("{{\"label\":\"\",\"to\":[{{\"annotation\":\"{from}\",\"is\":null}}]}}");
        let twice = linked.replace("\"to\":[", &format!("\"to\":[{{\"annotation\":\"{from}\",\"is\":null}},"));
        for (records, kept) in [(vec![loose], 0), (vec![far], 0), (vec![twice], 0), (vec![linked, gone], 1)] {
            let restored = restore(&snapshot(&start, &History::default()), &records).unwrap();
            assert_eq!(restored.stopped.unwrap().0, kept, "{records:?}");
            assert_eq!(restored.session.links.len(), kept);
            assert!(restored.session.annotation(&from).is_some());
        }
    }
}
