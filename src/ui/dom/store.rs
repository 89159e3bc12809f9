//! The library: every article kept on this device, in IndexedDB.
//!
//! For each article there is a card (what the desk shows), a snapshot (an annotation file with its history) and a
//! journal, one small record an action. A large snapshot is kept in pieces. A record's key is the article and a running
//! number; adding one that exists fails, so two windows can never overwrite each other without noticing.

use idb::{Database, DatabaseEvent, Factory, KeyRange, ObjectStoreParams, Query, Transaction, TransactionMode};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::exchange::{Object, Pen, parse_any};

const NAME: &str = "factmark";
const VERSION: u32 = 1;
const CARDS: &str = "cards";
const SNAPSHOTS: &str = "snapshots";
const JOURNAL: &str = "journal";

/// Number of the last record there can be in a journal.
const LAST: f64 = u32::MAX as f64;
/// Before the first record lie the pieces of a large snapshot that come after its first.
const PIECES: f64 = -LAST;

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

/// What is to become of a kept article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is on the desk.
    Kept,
    /// It is deleted; its work stays until it is erased.
    Deleted,
    /// It is gone for good.
    Erased,
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

impl From<idb::Error> for StoreError {
    fn from(error: idb::Error) -> Self {
        let name = match &error {
            idb::Error::DomException(exception) => exception.name(),
            idb::Error::AddFailed(value)
            | idb::Error::UpdateFailed(value)
            | idb::Error::TransactionOpenFailed(value)
            | idb::Error::IndexedDbNotFound(value) => {
                value.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name).unwrap_or_default()
            }
            _ => String::new(),
        };
        match name.as_str() {
            "ConstraintError" => Self::Conflict,
            "QuotaExceededError" => Self::Full,
            "VersionError" => Self::Newer,
            // The library was closed under us: only a newer page asks for that.
            "InvalidStateError" if matches!(error, idb::Error::TransactionOpenFailed(_)) => Self::Newer,
            "SecurityError" | "InvalidStateError" | "NotAllowedError" => Self::Forbidden(name),
            _ => Self::Failed(error.to_string()),
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
        let forbidden = |error: idb::Error| StoreError::Forbidden(error.to_string());
        let mut request = Factory::new().map_err(forbidden)?.open(NAME, Some(VERSION)).map_err(forbidden)?;
        request.on_upgrade_needed(|event| {
            let Ok(database) = event.database() else { return };
            for name in [CARDS, SNAPSHOTS, JOURNAL] {
                let _: Result<_, idb::Error> = database.create_object_store(name, ObjectStoreParams::new());
            }
        });
        let mut database = request.await?;
        // A newer page may ask for the next version of the library: let it, and fail clearly on the next save.
        database.on_version_change(|event| {
            if let Ok(database) = event.database() {
                database.close();
            }
        });
        Ok(Self { database })
    }

    /// Every kept article, the deleted ones included, last touched first.
    ///
    /// # Errors
    /// Where the browser cannot read.
    pub async fn cards(&self) -> Result<Vec<Card>, StoreError> {
        let transaction = self.database.transaction(&[CARDS], TransactionMode::ReadOnly)?;
        let values = values(&transaction, CARDS, None).await?;
        let mut cards: Vec<Card> = values.iter().filter_map(|value| Card::read(value)).collect();
        cards.sort_by_key(|card| std::cmp::Reverse(card.touched));
        Ok(cards)
    }

    /// The card of a kept article; nothing where there is none.
    ///
    /// # Errors
    /// Where the browser cannot read.
    pub async fn card(&self, id: &str) -> Result<Option<Card>, StoreError> {
        let transaction = self.database.transaction(&[CARDS], TransactionMode::ReadOnly)?;
        read_card(&transaction, id).await
    }

    /// One kept article; nothing where there is none.
    ///
    /// # Errors
    /// Where the browser cannot read.
    pub async fn load(&self, id: &str) -> Result<Option<Kept>, StoreError> {
        let transaction = self.database.transaction(&[CARDS, SNAPSHOTS, JOURNAL], TransactionMode::ReadOnly)?;
        let Some(card) = read_card(&transaction, id).await? else { return Ok(None) };
        let mut pieces = values(&transaction, SNAPSHOTS, Some(named(id))).await?;
        if pieces.is_empty() {
            return Ok(None);
        }
        pieces.extend(values(&transaction, JOURNAL, Some(numbered(id, PIECES, -1.0)?)).await?);
        let snapshot = pieces.concat();
        let records = values(&transaction, JOURNAL, Some(numbered(id, 0.0, LAST)?)).await?;
        let next = card.since + u32::try_from(records.len()).unwrap_or(u32::MAX);
        Ok(Some(Kept { snapshot, records, next }))
    }

    /// Keeps a new article, or replaces everything kept of one: the snapshot holds all records up to `card.since`.
    ///
    /// `expected` is the number of the next record as this window knows it.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] where another window has added records since.
    pub async fn put(&self, card: &Card, snapshot: &[String], expected: u32) -> Result<(), StoreError> {
        let transaction = self.writing()?;
        if let Some(kept) = read_card(&transaction, &card.id).await? {
            let records = transaction.object_store(JOURNAL)?.count(Some(numbered(&card.id, 0.0, LAST)?))?.await?;
            if kept.since + records != expected {
                let _: Transaction = transaction.abort()?;
                return Err(StoreError::Conflict);
            }
        }
        delete(&transaction, JOURNAL, numbered(&card.id, PIECES, LAST)?).await?;
        for (piece, number) in snapshot.iter().zip(0..) {
            let (store, key) = match number {
                0 => (SNAPSHOTS, JsValue::from_str(&card.id)),
                number => (JOURNAL, key(&card.id, PIECES + f64::from(number))),
            };
            write(&transaction, store, &key, piece).await?;
        }
        let card = Card { since: expected, ..card.clone() };
        put_card(&transaction, &card).await?;
        finish(transaction).await
    }

    /// Adds record number `number` to the journal of an article. Finished when this returns.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] where another window has added that record before.
    pub async fn append(&self, card: &Card, number: u32, record: &str) -> Result<(), StoreError> {
        let transaction = self.writing()?;
        let since = read_card(&transaction, &card.id).await?.map_or(0, |kept| kept.since);
        if number < since {
            let _: Transaction = transaction.abort()?;
            return Err(StoreError::Conflict);
        }
        transaction
            .object_store(JOURNAL)?
            .add(&JsValue::from_str(record), Some(&key(&card.id, f64::from(number))))?
            .await?;
        put_card(&transaction, &Card { since, ..card.clone() }).await?;
        finish(transaction).await
    }

    /// Deletes an article from the desk, takes it back, or erases it.
    ///
    /// # Errors
    /// Where the browser cannot write.
    pub async fn set_fate(&self, id: &str, fate: Fate) -> Result<(), StoreError> {
        let transaction = self.writing()?;
        if fate == Fate::Erased {
            for (store, keys) in [(CARDS, named(id)), (SNAPSHOTS, named(id)), (JOURNAL, numbered(id, PIECES, LAST)?)] {
                delete(&transaction, store, keys).await?;
            }
        } else if let Some(card) = read_card(&transaction, id).await? {
            put_card(&transaction, &Card { deleted: fate == Fate::Deleted, ..card }).await?;
        }
        finish(transaction).await
    }

    fn writing(&self) -> Result<Transaction, StoreError> {
        Ok(self.database.transaction(&[CARDS, SNAPSHOTS, JOURNAL], TransactionMode::ReadWrite)?)
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

fn key(id: &str, number: f64) -> JsValue {
    Array::of2(&id.into(), &number.into()).into()
}

/// The key of an article's card, and of its snapshot.
fn named(id: &str) -> Query {
    Query::Key(JsValue::from_str(id))
}

/// The keys of what lies in the journal of an article from one number to another.
fn numbered(id: &str, from: f64, to: f64) -> Result<Query, StoreError> {
    Ok(Query::KeyRange(KeyRange::bound(&key(id, from), &key(id, to), None, None)?))
}

async fn read_card(transaction: &Transaction, id: &str) -> Result<Option<Card>, StoreError> {
    Ok(values(transaction, CARDS, Some(named(id))).await?.first().and_then(|card| Card::read(card)))
}

async fn put_card(transaction: &Transaction, card: &Card) -> Result<(), StoreError> {
    write(transaction, CARDS, &JsValue::from_str(&card.id), &card.written()).await
}

/// What is kept under `keys`, in their order; everything without any.
async fn values(transaction: &Transaction, store: &str, keys: Option<Query>) -> Result<Vec<String>, StoreError> {
    let values = transaction.object_store(store)?.get_all(keys, None)?.await?;
    Ok(values.iter().filter_map(JsValue::as_string).collect())
}

async fn write(transaction: &Transaction, store: &str, key: &JsValue, value: &str) -> Result<(), StoreError> {
    transaction.object_store(store)?.put(&JsValue::from_str(value), Some(key))?.await?;
    Ok(())
}

async fn delete(transaction: &Transaction, store: &str, keys: Query) -> Result<(), StoreError> {
    Ok(transaction.object_store(store)?.delete(keys)?.await?)
}

/// Waits until the transaction is complete: what it wrote is then safe from a crash of the page.
async fn finish(transaction: Transaction) -> Result<(), StoreError> {
    if transaction.await?.is_committed() { Ok(()) } else { Err(StoreError::Full) }
}
