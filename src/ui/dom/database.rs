//! IndexedDB, with requests that can be awaited.

use js_sys::{Array, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode};

/// Asks for the database `name` in this version.
///
/// # Errors
/// Where the browser keeps nothing for this page.
pub fn request(name: &str, version: u32) -> Result<IdbOpenDbRequest, JsValue> {
    let factory = web_sys::window().map_or(Ok(None), |window| window.indexed_db())?;
    factory.ok_or(JsValue::UNDEFINED)?.open_with_u32(name, version)
}

/// Opens the database that was asked for; a new one gets `stores`. A page that wants a newer version gets it: this one
/// fails from then on.
///
/// # Errors
/// Where the browser cannot open it, or has a newer version.
pub async fn open(request: IdbOpenDbRequest, stores: [&'static str; 3]) -> Result<IdbDatabase, JsValue> {
    let opened = |request: &IdbRequest| request.result().map(JsCast::unchecked_into::<IdbDatabase>);
    let new = {
        let request = request.clone();
        Closure::<dyn FnMut()>::new(move || {
            let Ok(database) = opened(&request) else { return };
            for store in stores {
                let _: Result<_, JsValue> = database.create_object_store(store);
            }
        })
    };
    request.set_onupgradeneeded(Some(new.as_ref().unchecked_ref()));
    done(&request).await?;
    let database = opened(&request)?;
    let newer = Closure::<dyn FnMut()>::new(move || {
        if let Ok(database) = opened(&request) {
            database.close();
        }
    });
    database.set_onversionchange(Some(newer.as_ref().unchecked_ref()));
    newer.forget(); // lives as long as the page
    Ok(database)
}

/// Begins a transaction on `stores`.
///
/// # Errors
/// Where the database was closed.
pub fn begin(database: &IdbDatabase, stores: [&str; 3], mode: IdbTransactionMode) -> Result<IdbTransaction, JsValue> {
    let stores: Array = stores.into_iter().map(JsValue::from_str).collect();
    database.transaction_with_str_sequence_and_mode(&stores, mode)
}

/// What a request comes to.
///
/// # Errors
/// What the browser says.
pub async fn done(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let answered = Promise::new(&mut |done, failed| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&failed));
    });
    match JsFuture::from(answered).await {
        Ok(_) => request.result(),
        Err(_) => Err(request.error()?.into()),
    }
}

/// Waits until the transaction is complete: what it wrote is then safe from a crash of the page. False where the browser
/// gave it up.
pub async fn complete(transaction: &IdbTransaction) -> bool {
    let answered = Promise::new(&mut |done, failed| {
        transaction.set_oncomplete(Some(&done));
        transaction.set_onabort(Some(&failed));
    });
    JsFuture::from(answered).await.is_ok()
}
