//! Files in and out, and the clipboard.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A file of the browser's.
pub use web_sys::File;

/// Largest file that is read, in bytes; a larger one is refused before it is read.
pub const LARGEST: f64 = 20.0 * 1024.0 * 1024.0;

/// A file as the person gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedFile {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// Over [`LARGEST`].
    #[error("“{0}” is larger than 20 MB. Factmark opens articles and annotation files up to that size.")]
    TooLarge(String),
    /// The browser could not read it.
    #[error("“{0}” could not be read: {1}. It may have been moved or changed; choose it again.")]
    Unreadable(String, String),
}

/// Reads one file.
///
/// # Errors
/// Where the file is too large or the browser cannot read it.
pub async fn read(file: web_sys::File) -> Result<OpenedFile, FileError> {
    let name = file.name();
    if file.size() > LARGEST {
        return Err(FileError::TooLarge(name));
    }
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => Ok(OpenedFile { name, bytes: js_sys::Uint8Array::new(&buffer).to_vec() }),
        Err(error) => Err(FileError::Unreadable(name, message(&error))),
    }
}

/// The files chosen with the field an event came from; it is emptied, so that the same file can be chosen again.
#[must_use]
pub fn chosen_in(event: &web_sys::Event) -> Vec<File> {
    let Some(field) = event.target().and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok()) else {
        return Vec::new();
    };
    let files = listed(field.files());
    field.set_value("");
    files
}

/// The files that came with a drop or a paste.
#[must_use]
pub fn files_in(event: &web_sys::Event) -> Vec<File> {
    listed(transfer_of(event).and_then(|transfer| transfer.files()))
}

/// The HTML and the plain text that came with a drop or a paste; either may be empty.
#[must_use]
pub fn pasted_in(event: &web_sys::Event) -> (String, String) {
    let transfer = transfer_of(event);
    let read = |format| transfer.as_ref().and_then(|transfer| transfer.get_data(format).ok()).unwrap_or_default();
    (read("text/html"), read("text/plain"))
}

fn transfer_of(event: &web_sys::Event) -> Option<web_sys::DataTransfer> {
    let read = |name: &str| js_sys::Reflect::get(event, &name.into()).ok()?.dyn_into().ok();
    read("clipboardData").or_else(|| read("dataTransfer"))
}

/// Hands `content` to the browser's download under `name`.
///
/// # Errors
/// The browser's own words where it refuses.
pub fn download(name: &str, mime: &str, content: &str) -> Result<(), String> {
    let start = || -> Result<(), JsValue> {
        let parts = js_sys::Array::of1(&JsValue::from_str(content));
        let options = web_sys::BlobPropertyBag::new();
        options.set_type(mime);
        let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
        let url = web_sys::Url::create_object_url_with_blob(&blob)?;
        let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
        let anchor: web_sys::HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
        anchor.set_href(&url);
        anchor.set_download(name);
        document.body().ok_or(JsValue::NULL)?.append_child(&anchor)?;
        anchor.click();
        anchor.remove();
        // The browser reads the blob after this turn; a minute later it may go.
        gloo::timers::callback::Timeout::new(60_000, move || {
            let _: Result<(), JsValue> = web_sys::Url::revoke_object_url(&url);
        })
        .forget();
        Ok(())
    };
    start().map_err(|error| message(&error))
}

/// Copies `text` to the clipboard.
///
/// # Errors
/// The browser's own words where it refuses.
pub async fn copy(text: &str) -> Result<(), String> {
    let window = web_sys::window().ok_or_else(String::new)?;
    // Missing on pages opened from disk in some browsers.
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into()).unwrap_or(JsValue::UNDEFINED);
    if clipboard.is_undefined() {
        return Err("this browser does not let the page use the clipboard; select the text and copy it".to_owned());
    }
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.map(drop).map_err(|error| message(&error))
}

fn listed(files: Option<web_sys::FileList>) -> Vec<web_sys::File> {
    files.map(|files| (0..files.length()).filter_map(|index| files.get(index)).collect()).unwrap_or_default()
}

fn message(error: &JsValue) -> String {
    error
        .dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.message()))
        .or_else(|| error.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::message))
        .unwrap_or_else(|| "the browser gave no reason".to_owned())
}
