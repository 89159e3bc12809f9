//! The page's entry.

fn main() {
    yew::Renderer::<factmark::ui::App>::new().render();
}
