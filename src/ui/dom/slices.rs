//! Long work in slices, so that the page stays responsive.

use std::pin::pin;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::clock;
use crate::pace;

/// Milliseconds of work between two looks at the browser.
const SLICE: f64 = 8.0;

/// Lets the browser paint and read keys, once a slice of work is used up.
#[derive(Debug)]
pub struct Slices {
    begun: f64,
}

impl Slices {
    /// Begins the first slice.
    #[must_use]
    pub fn begin() -> Self {
        Self { begun: clock::milliseconds() }
    }

    /// Waits for the browser where the slice is used up; true when it did.
    pub async fn breathe(&mut self) -> bool {
        if clock::milliseconds() - self.begun < SLICE {
            return false;
        }
        wait(0).await;
        self.begun = clock::milliseconds();
        true
    }
}

/// Does `work`, which pauses often, in slices.
pub async fn work<T>(work: impl Future<Output = T>) -> T {
    let (mut work, mut slices) = (pin!(work), Slices::begin());
    loop {
        if let Some(done) = pace::go_on(work.as_mut()) {
            return done;
        }
        slices.breathe().await;
    }
}

/// Waits for `milliseconds`.
pub async fn wait(milliseconds: i32) {
    let due = Promise::new(&mut |due, _| {
        if let Some(window) = web_sys::window() {
            let _: Result<i32, JsValue> =
                window.set_timeout_with_callback_and_timeout_and_arguments_0(&due, milliseconds);
        }
    });
    let _: Result<JsValue, JsValue> = JsFuture::from(due).await;
}

/// Begins `work`, which goes on by itself.
pub fn begin(work: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(work);
}
