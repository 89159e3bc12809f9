//! The page: yew components over the pure core. Only `ui::dom` touches the browser.

mod app;
pub mod dom;

pub use app::App;
