//! Word from one window of Factmark to the others, so that two windows on one article do not drift apart.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// Listens for as long as it lives.
pub struct Channel {
    channel: Option<BroadcastChannel>,
    _listener: Closure<dyn FnMut(MessageEvent)>,
}

impl std::fmt::Debug for Channel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Channel")
    }
}

impl Channel {
    /// Calls `changed` with the id of every article that another window has saved to.
    #[must_use]
    pub fn open(changed: impl Fn(String) + 'static) -> Self {
        let listener = Closure::new(move |event: MessageEvent| {
            if let Some(id) = event.data().as_string() {
                changed(id);
            }
        });
        let channel = BroadcastChannel::new("factmark").ok();
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        }
        Self { channel, _listener: listener }
    }

    /// Tells the other windows that the article was saved.
    pub fn tell(&self, article: &str) {
        if let Some(channel) = &self.channel {
            let _: Result<(), _> = channel.post_message(&article.into());
        }
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.close();
        }
    }
}
