//! IndexedDB, with its answers as futures.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, Event, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode,
};

/// What went wrong, as the browser has it; null where it does not say.
pub type Error = JsValue;

/// An open database.
#[derive(Debug)]
pub struct Database(IdbDatabase);

impl Database {
    /// Opens the database `name`, or makes it with these `stores`. It is closed as soon as another page asks for a newer
    /// version of it.
    ///
    /// # Errors
    /// Where the browser does not open it.
    pub async fn open(name: &str, version: u32, stores: &'static [&'static str]) -> Result<Self, Error> {
        let factory = web_sys::window().and_then(|window| window.indexed_db().transpose()).ok_or(JsValue::NULL)??;
        let request: IdbOpenDbRequest = factory.open_with_u32(name, version)?;
        let make = Closure::once(move |event: Event| {
            let database = event.target().and_then(|request| database_in(&request.unchecked_into()));
            for store in stores {
                let _ = database.as_ref().map(|database| database.create_object_store(store));
            }
        });
        request.set_onupgradeneeded(Some(make.as_ref().unchecked_ref()));
        answer(&request).await?;
        let database = database_in(&request).ok_or(JsValue::NULL)?;
        let close = Closure::<dyn Fn(Event)>::new(|event: Event| {
            if let Some(database) = event.target() {
                database.unchecked_into::<IdbDatabase>().close();
            }
        });
        database.set_onversionchange(Some(close.into_js_value().unchecked_ref()));
        Ok(Self(database))
    }

    /// Begins to read in `stores`.
    ///
    /// # Errors
    /// Where the database was closed meanwhile.
    pub fn reading(&self, stores: &[&str]) -> Result<Transaction, Error> {
        self.begin(stores, IdbTransactionMode::Readonly)
    }

    /// Begins to read and write in `stores`.
    ///
    /// # Errors
    /// Where the database was closed meanwhile.
    pub fn writing(&self, stores: &[&str]) -> Result<Transaction, Error> {
        self.begin(stores, IdbTransactionMode::Readwrite)
    }

    fn begin(&self, stores: &[&str], mode: IdbTransactionMode) -> Result<Transaction, Error> {
        let stores: Array = stores.iter().map(|store| JsValue::from_str(store)).collect();
        self.0.transaction_with_str_sequence_and_mode(&stores, mode).map(Transaction)
    }
}

fn database_in(request: &IdbRequest) -> Option<IdbDatabase> {
    request.result().ok()?.dyn_into().ok()
}

/// What is done at once or not at all.
#[derive(Debug)]
pub struct Transaction(IdbTransaction);

impl Transaction {
    /// What `ask` asks of the store `name`.
    ///
    /// # Errors
    /// Where the browser cannot do it.
    pub async fn ask(
        &self,
        name: &str,
        ask: impl FnOnce(&IdbObjectStore) -> Result<IdbRequest, JsValue>,
    ) -> Result<JsValue, Error> {
        let request = ask(&self.0.object_store(name)?)?;
        answer(&request).await
    }

    /// Takes back what was done.
    pub fn abort(&self) {
        let _ = self.0.abort();
    }

    /// Waits until everything that was done is safe from a crash of the page.
    ///
    /// # Errors
    /// Where it was all taken back.
    pub async fn finish(&self) -> Result<(), Error> {
        let done = promise(|done, failed| {
            self.0.set_oncomplete(Some(done));
            self.0.set_onabort(Some(failed));
        });
        done.await.map(drop).map_err(|_| self.0.error().into())
    }
}

/// The answer to a request that was just made.
async fn answer(request: &IdbRequest) -> Result<JsValue, Error> {
    let answered = promise(|done, failed| {
        request.set_onsuccess(Some(done));
        request.set_onerror(Some(failed));
    });
    match answered.await {
        Ok(_) => request.result(),
        Err(_) => Err(request.error()?.into()),
    }
}

/// What happens first: a call of the one function, or of the other.
fn promise(mut listen: impl FnMut(&Function, &Function)) -> JsFuture {
    Promise::new(&mut |done, failed| listen(&done, &failed)).into()
}

/// The name of an error, such as `QuotaExceededError`; empty where it has none.
#[must_use]
pub fn name_of(error: &Error) -> String {
    error.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default()
}

/// An error in the browser's words.
#[must_use]
pub fn words_of(error: &Error) -> String {
    error.dyn_ref::<DomException>().map(|error| format!("{}: {}", error.name(), error.message())).unwrap_or_default()
}
