//! What can only be seen inside a browser, compiled to WebAssembly: `cargo xtask test --only wasm`.

#![cfg(target_family = "wasm")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn the_page_comes_up_in_an_element() {
    let document = web_sys::window().unwrap().document().unwrap();
    let root = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    yew::Renderer::<factmark::ui::App>::with_root(root.clone()).render();
    yew::platform::time::sleep(std::time::Duration::from_millis(100)).await;
    assert_eq!(root.query_selector_all("main").unwrap().length(), 1);
    assert!(!root.query_selector("h1").unwrap().unwrap().text_content().unwrap().is_empty());
}
