//! The whole library out to one file and in again, and files of articles that are kept already.

use std::rc::Rc;

use serde_json::Value;

use super::Outside;
use super::saving::card;
use crate::annotation::{History, Session, Timestamp};
use crate::exchange::annotation_file;
use crate::exchange::journal::{self, Restored};
use crate::review::Progress;
use crate::ui::dom::files;
use crate::ui::dom::store::{Kept, Library, StoreError};
use crate::ui::dom::{clock, slices};
use crate::ui::strings;

/// `format` of the file that holds a library.
const FORMAT: &str = "factmark-library";

/// An article from a file that the library has not, or not as new.
pub(super) struct Arrival {
    pub session: Session,
    /// Where the library has it as it was before, what the file says is its last step, so that undo brings back what was
    /// there.
    pub history: History,
    /// The number of its next record, where the library has it.
    pub next: Option<u32>,
}

impl Outside {
    /// Whether the library has this article as it was at `modified`, or later.
    pub(super) async fn holds(&self, id: &str, modified: Option<Timestamp>) -> Result<bool, StoreError> {
        let Some(library) = self.library() else { return Ok(false) };
        let kept = library.card(id).await?;
        Ok(kept.is_some_and(|card| card.modified >= modified.map(|modified| modified.timestamp())))
    }

    /// What `session` is to the library; nothing where that has it as new.
    pub(super) async fn arrival(&self, session: Session) -> Result<Option<Arrival>, StoreError> {
        let mut arrival = Arrival { session, history: History::default(), next: None };
        let Some(library) = self.library() else { return Ok(Some(arrival)) };
        if self.holds(&arrival.session.id, arrival.session.modified).await? {
            return Ok(None);
        }
        let Some(kept) = library.load(&arrival.session.id).await? else { return Ok(Some(arrival)) };
        arrival.next = Some(kept.next);
        if let Ok(Restored { session: before, mut history, .. }) = journal::restore(&kept.snapshot, &kept.records) {
            arrival.session = history.perform(&before, before.renewal(&arrival.session, clock::now()));
            arrival.history = history;
        }
        Ok(Some(arrival))
    }

    /// The article with this id, as the library has it and as it reads; why not, is told.
    pub(super) async fn kept(&self, id: &str) -> Option<(Kept, Restored)> {
        let library = self.library()?;
        let told = match library.load(id).await {
            Ok(Some(kept)) => match journal::restore(&kept.snapshot, &kept.records) {
                Ok(restored) => return Some((kept, restored)),
                Err(error) => error.to_string(),
            },
            Ok(None) => {
                self.list();
                return None;
            }
            Err(error) => error.to_string(),
        };
        self.tell(told);
        None
    }

    /// Downloads every article that is kept, in one file.
    pub(super) fn download_library(&self) {
        let outside = self.clone();
        slices::begin(async move {
            let Some(library) = outside.library() else { return };
            let written = match whole(&library).await {
                Ok(json) => files::download("factmark-library.json", "application/json", &json),
                Err(error) => Err(error.to_string()),
            };
            if let Err(error) = written {
                outside.tell(strings::not_downloaded(&error));
            }
        });
    }

    /// Whether `value` holds a library.
    pub(super) fn is_library(value: &Value) -> bool {
        value.get("format").and_then(Value::as_str) == Some(FORMAT)
    }

    /// Takes the articles of `value` into the library: new ones and newer ones, none twice.
    pub(super) async fn take_in(&self, value: &Value) {
        let Some(library) = self.library() else { return };
        let (mut new, mut kept, mut unread) = (0, 0, 0);
        for article in value.get("articles").and_then(Value::as_array).into_iter().flatten() {
            let Ok(opened) = annotation_file::read_value(article) else {
                unread += 1;
                continue;
            };
            let Arrival { session, history, next } = match self.arrival(opened.session).await {
                Ok(Some(arrival)) => arrival,
                Ok(None) => {
                    kept += 1;
                    continue;
                }
                Err(error) => return self.tell(error.to_string()),
            };
            let snapshot = slices::work(journal::snapshot_in_steps(&session, &history)).await;
            let card = card(&session, Progress::of(&session.annotations).all);
            if let Err(error) = library.put(&card, &snapshot, next.unwrap_or_default()).await {
                return self.tell(error.to_string());
            }
            new += 1;
        }
        self.list();
        self.tell(strings::taken_in(new, kept, unread));
    }
}

/// Every kept article as one file; each is an annotation file.
async fn whole(library: &Rc<Library>) -> Result<String, StoreError> {
    let mut json = format!("{{\"format\":\"{FORMAT}\",\"version\":1,\"articles\":[");
    let mut first = true;
    for card in library.cards().await?.into_iter().filter(|card| !card.deleted) {
        let Some(kept) = library.load(&card.id).await? else { continue };
        let Ok(restored) = journal::restore(&kept.snapshot, &kept.records) else { continue };
        let mut bytes = Vec::new();
        let written = annotation_file::write_pretty(&restored.session, &mut bytes);
        if let (Ok(()), Ok(article)) = (written, String::from_utf8(bytes)) {
            json.push_str(if first { "\n" } else { ",\n" });
            json.push_str(&article);
            first = false;
        }
    }
    json.push_str("]}\n");
    Ok(json)
}
