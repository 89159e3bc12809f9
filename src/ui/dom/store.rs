//! The library: every article kept on this device, in IndexedDB.
//!
//! For each article there is a card (what the desk shows), a snapshot (an annotation file with its history) and a
//! journal, one small record an action. A record's key is the article and a running number; adding one that exists fails,
//! so two windows can never overwrite each other without noticing.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbKeyRange, IdbObjectStore};

use super::database::{self, Database, Transaction};
use crate::exchange::{Object, Pen, parse_any};

const NAME: &str = "factmark";
const VERSION: u32 = 1;
const CARDS: &str = "cards";
const SNAPSHOTS: &str = "snapshots";
const JOURNAL: &str = "journal";
const ALL: &[&str] = &[CARDS, SNAPSHOTS, JOURNAL];

/// What the desk shows of a kept article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// Id of the session.
    pub id: String,
    /// Title of the article.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published, as in the annotation file.
    pub published: Option<String>,
    /// Marks with a verdict.
    pub checked: usize,
    /// Marks in all.
    pub total: usize,
    /// When it was touched last: seconds since 1970, UTC.
    pub touched: i64,
    /// When the person changed it last: seconds since 1970, UTC.
    pub modified: Option<i64>,
    /// Deleted, and not yet erased for good.
    pub deleted: bool,
    /// Number of the first journal record that the snapshot does not hold.
    pub since: u32,
}

impl Card {
    fn written(&self) -> String {
        Pen::line(|pen| {
            pen.object(|pen| {
                pen.key("id").text(&self.id);
                pen.key("title").text(&self.title);
                pen.key("publisher").text_or_null(self.publisher.as_deref());
                pen.key("published").text_or_null(self.published.as_deref());
                pen.key("checked").count(self.checked);
                pen.key("total").count(self.total);
                pen.key("touched").whole(self.touched);
                if let Some(modified) = self.modified {
                    pen.key("modified").whole(modified);
                }
                pen.key("deleted").flag(self.deleted);
                pen.key("since").whole(self.since);
            });
        })
    }

    fn read(written: &str) -> Option<Self> {
        let value = parse_any(written.as_bytes()).ok()?;
        let mut card = Object::of(&value);
        let read = Self {
            id: card.string("id"),
            title: card.string("title"),
            publisher: card.optional_string("publisher"),
            published: card.optional_string("published"),
            checked: card.whole("checked") as usize,
            total: card.whole("total") as usize,
            touched: card.field("touched").as_i64()?,
            modified: card.optional("modified").and_then(serde_json::Value::as_i64),
            deleted: card.flag("deleted"),
            since: card.optional_whole("since").unwrap_or_default(),
        };
        card.rest().ok().map(|_| read)
    }
}

/// A kept article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The snapshot.
    pub snapshot: String,
    /// The records since, oldest first.
    pub records: Vec<String>,
    /// Number of the next record.
    pub next: u32,
}

/// Why something could not be kept or read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The browser keeps nothing for this page.
    #[error(
        "This browser does not let Factmark keep anything on this device ({0}). Download the annotation file to keep your work."
    )]
    Forbidden(String),
    /// There is no room.
    #[error(
        "There is no room left on this device. Download the annotation file, then erase articles you no longer need."
    )]
    Full,
    /// Another window wrote first.
    #[error("This article was changed in another window.")]
    Conflict,
    /// A newer Factmark has been here.
    #[error(
        "A newer version of Factmark is open in another window. Close the others and reload this page; your work is kept."
    )]
    Newer,
    /// Anything else, in the browser's words.
    #[error("Saving failed: {0}. Download the annotation file to keep your work.")]
    Failed(String),
}

impl From<database::Error> for StoreError {
    fn from(error: database::Error) -> Self {
        match database::name_of(&error).as_str() {
            "ConstraintError" => Self::Conflict,
            "QuotaExceededError" => Self::Full,
            // The library was closed under us, or is newer already: only a newer page asks for that.
            "VersionError" | "InvalidStateError" => Self::Newer,
            name @ ("SecurityError" | "NotAllowedError") => Self::Forbidden(name.to_owned()),
            _ => Self::Failed(database::words_of(&error)),
        }
    }
}

/// The open library.
#[derive(Debug)]
pub struct Library {
    database: Database,
}

impl Library {
    /// Opens the library, or makes it.
    ///
    /// # Errors
    /// Where the browser keeps nothing for this page.
    pub async fn open() -> Result<Self, StoreError> {
        let database =
            Database::open(NAME, VERSION, ALL).await.map_err(|error| match StoreError::from(error.clone()) {
                told @ (StoreError::Full | StoreError::Newer) if database::name_of(&error) != "InvalidStateError" => {
                    told
                }
                _ => StoreError::Forbidden(database::words_of(&error)),
            })?;
        Ok(Self { database })
    }

    /// Every kept article, the deleted ones included, last touched first.
    ///
    /// # Errors
    /// Where the browser cannot read.
    pub async fn cards(&self) -> Result<Vec<Card>, StoreError> {
        let values = self.database.reading(&[CARDS])?.ask(CARDS, IdbObjectStore::get_all).await?;
        let mut cards: Vec<Card> = texts(&values).iter().filter_map(|card| Card::read(card)).collect();
        cards.sort_by_key(|card| std::cmp::Reverse(card.touched));
        Ok(cards)
    }

    /// The card of a kept article; nothing where there is none.
    ///
    /// # Errors
    /// Where the browser cannot read.
    pub async fn card(&self, id: &str) -> Result<Option<Card>, StoreError> {
        read_card(&self.database.reading(&[CARDS])?, id).await
    }

    /// One kept article; nothing where there is none.
    ///
    /// # Errors
    /// Where the browser cannot read.
    pub async fn load(&self, id: &str) -> Result<Option<Kept>, StoreError> {
        let transaction = self.database.reading(ALL)?;
        let Some(card) = read_card(&transaction, id).await? else { return Ok(None) };
        let snapshot = transaction.ask(SNAPSHOTS, |snapshots| snapshots.get(&id.into())).await?;
        let Some(snapshot) = snapshot.as_string() else { return Ok(None) };
        let range = records_of(id)?;
        let records = texts(&transaction.ask(JOURNAL, |journal| journal.get_all_with_key(&range)).await?);
        let next = card.since + u32::try_from(records.len()).unwrap_or(u32::MAX);
        Ok(Some(Kept { snapshot, records, next }))
    }

    /// Keeps a new article, or replaces everything kept of one: the snapshot holds all records up to `card.since`.
    ///
    /// `expected` is the number of the next record as this window knows it.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] where another window has added records since.
    pub async fn put(&self, card: &Card, snapshot: &str, expected: u32) -> Result<(), StoreError> {
        let transaction = self.database.writing(ALL)?;
        let range = records_of(&card.id)?;
        if let Some(kept) = read_card(&transaction, &card.id).await? {
            let count = transaction.ask(JOURNAL, |journal| journal.count_with_key(&range)).await?;
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of records")]
            let count = count.as_f64().unwrap_or_default() as u32;
            if kept.since + count != expected {
                transaction.abort();
                return Err(StoreError::Conflict);
            }
        }
        transaction.ask(JOURNAL, |journal| journal.delete(&range)).await?;
        transaction
            .ask(SNAPSHOTS, |snapshots| snapshots.put_with_key(&snapshot.into(), &card.id.as_str().into()))
            .await?;
        put_card(&transaction, &Card { since: expected, ..card.clone() }).await?;
        finish(&transaction).await
    }

    /// Adds record number `number` to the journal of an article. Finished when this returns.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] where another window has added that record before.
    pub async fn append(&self, card: &Card, number: u32, record: &str) -> Result<(), StoreError> {
        let transaction = self.database.writing(ALL)?;
        let since = read_card(&transaction, &card.id).await?.map_or(0, |kept| kept.since);
        if number < since {
            transaction.abort();
            return Err(StoreError::Conflict);
        }
        transaction.ask(JOURNAL, |journal| journal.add_with_key(&record.into(), &key(&card.id, number))).await?;
        put_card(&transaction, &Card { since, ..card.clone() }).await?;
        finish(&transaction).await
    }

    /// Deletes an article from the desk, or takes it back; its work stays until it is erased.
    ///
    /// # Errors
    /// Where the browser cannot write.
    pub async fn set_deleted(&self, id: &str, deleted: bool) -> Result<(), StoreError> {
        let transaction = self.database.writing(ALL)?;
        if let Some(card) = read_card(&transaction, id).await? {
            put_card(&transaction, &Card { deleted, ..card }).await?;
        }
        finish(&transaction).await
    }

    /// Erases an article for good.
    ///
    /// # Errors
    /// Where the browser cannot write.
    pub async fn erase(&self, id: &str) -> Result<(), StoreError> {
        let transaction = self.database.writing(ALL)?;
        let records = records_of(id)?;
        transaction.ask(CARDS, |cards| cards.delete(&id.into())).await?;
        transaction.ask(SNAPSHOTS, |snapshots| snapshots.delete(&id.into())).await?;
        transaction.ask(JOURNAL, |journal| journal.delete(&records)).await?;
        finish(&transaction).await
    }
}

/// Asks the browser not to throw the library away when space runs low; true when it promised.
pub async fn ask_to_persist() -> bool {
    // Missing in WebKit and on pages opened from disk.
    let Some(window) = web_sys::window() else { return false };
    let storage = js_sys::Reflect::get(&window.navigator(), &"storage".into()).unwrap_or(JsValue::UNDEFINED);
    let persist = js_sys::Reflect::get(&storage, &"persist".into()).ok();
    let Some(persist) = persist.and_then(|value| value.dyn_into::<js_sys::Function>().ok()) else { return false };
    let promise = persist.call0(&storage).ok().and_then(|value| value.dyn_into::<js_sys::Promise>().ok());
    let Some(promise) = promise else { return false };
    JsFuture::from(promise).await.is_ok_and(|promised| promised.is_truthy())
}

fn key(id: &str, number: u32) -> JsValue {
    Array::of2(&id.into(), &number.into()).into()
}

/// The keys of all journal records of an article.
fn records_of(id: &str) -> Result<IdbKeyRange, StoreError> {
    Ok(IdbKeyRange::bound(&key(id, 0), &key(id, u32::MAX))?)
}

/// The texts of a list.
fn texts(list: &JsValue) -> Vec<String> {
    Array::from(list).iter().filter_map(|value| value.as_string()).collect()
}

async fn read_card(transaction: &Transaction, id: &str) -> Result<Option<Card>, StoreError> {
    let card = transaction.ask(CARDS, |cards| cards.get(&id.into())).await?;
    Ok(card.as_string().and_then(|card| Card::read(&card)))
}

async fn put_card(transaction: &Transaction, card: &Card) -> Result<(), StoreError> {
    transaction.ask(CARDS, |cards| cards.put_with_key(&card.written().into(), &card.id.as_str().into())).await?;
    Ok(())
}

/// Waits until everything is safe. What the browser takes back without a reason has found no room.
async fn finish(transaction: &Transaction) -> Result<(), StoreError> {
    transaction.finish().await.map_err(|error| match StoreError::from(error) {
        StoreError::Failed(_) => StoreError::Full,
        told => told,
    })
}
