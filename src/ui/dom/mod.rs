//! The browser: everything of the page that is not pure.
//!
//! **Invariant:** no other module names `web_sys`, `js_sys`, `gloo` or `wasm_bindgen`.

pub mod after;
pub mod channel;
pub mod clock;
pub mod dialog;
pub mod field;
pub mod files;
pub mod listen;
pub mod near;
pub mod offline;
pub mod place;
pub mod preferences;
pub mod saver;
pub mod selection;
pub mod slices;
pub mod store;
pub mod view;
