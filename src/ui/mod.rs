//! The page: yew components over the pure core. Only `ui::dom` touches the browser.

mod app;

pub use app::App;
