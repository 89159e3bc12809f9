//! Long work in slices, so that the page stays responsive.

use super::clock;

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
        gloo::timers::future::TimeoutFuture::new(0).await;
        self.begun = clock::milliseconds();
        true
    }
}

/// Waits for `milliseconds`.
pub async fn wait(milliseconds: u32) {
    gloo::timers::future::TimeoutFuture::new(milliseconds).await;
}

/// Begins `work`, which goes on by itself.
pub fn begin(work: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(work);
}
