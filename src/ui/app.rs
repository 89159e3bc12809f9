//! The whole page.

use yew::prelude::*;

/// The page.
#[component]
pub fn App() -> Html {
    html! { <main><h1>{ "Factmark" }</h1></main> }
}
