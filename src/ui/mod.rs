//! The page: yew components over the pure core. Only `ui::dom` touches the browser.

mod app;
mod by_hand;
mod components;
mod dispatch;
pub mod dom;
mod errand;
mod keys;
mod same;
mod state;
mod strings;

pub use app::App;
