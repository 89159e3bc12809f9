//! The rules of the whole project that can be read off its files.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The crates that speak to a browser.
const BROWSER_CRATES: [&str; 8] =
    ["gloo", "idb", "js-sys", "serde-wasm-bindgen", "wasm-bindgen", "wasm-bindgen-futures", "web-sys", "yew"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files below a folder with one of these extensions.
fn files(folder: &str, extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extensions.iter().any(|wanted| extension == *wanted)) {
                found.push(path);
            }
        }
    }
    found.sort_unstable();
    assert!(!found.is_empty(), "nothing in {folder}");
    found
}

/// The lines of code that hold one of these words, as `file:line: code`. Comments do not count.
fn lines_with(files: &[PathBuf], words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        let content = read(file);
        let code = content.lines().map(|line| line.split_once("//").map_or(line, |(code, _)| code));
        for (number, line) in code.enumerate().filter(|(_, line)| words.iter().any(|word| line.contains(word))) {
            let file = file.strip_prefix(root()).unwrap_or(file);
            found.push(format!("{}:{}: {}", file.display(), number + 1, line.trim()));
        }
    }
    found
}

#[test]
fn the_core_knows_no_browser() {
    for features in [&["--no-default-features"][..], &[]] {
        // For every target: chrono, for one, brings wasm-bindgen in only where it builds for a browser.
        let mut tree = Command::new(env!("CARGO"));
        tree.current_dir(root()).args(["tree", "--offline", "--package", "factmark", "--target", "all"]);
        let tree = tree.args(["--edges", "normal", "--prefix", "none"]).args(features).output().unwrap();
        assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
        let tree = String::from_utf8(tree.stdout).unwrap();
        let names: Vec<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
        assert!(names.contains(&"chrono"), "{tree}");
        let intruders: Vec<_> = names.iter().filter(|name| BROWSER_CRATES.contains(name)).collect();
        assert!(intruders.is_empty(), "{intruders:?} with {features:?}");
    }
}

#[test]
fn only_the_dom_folder_touches_the_browser() {
    let dom = root().join("src/ui/dom");
    let others: Vec<_> = files("src", &["rs"]).into_iter().filter(|file| !file.starts_with(&dom)).collect();
    let found = lines_with(&others, &["web_sys", "js_sys", "gloo::", "wasm_bindgen", "idb::"]);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn only_the_interface_knows_yew() {
    let interface = [root().join("src/ui"), root().join("src/main.rs")];
    let others: Vec<_> =
        files("src", &["rs"]).into_iter().filter(|file| !interface.iter().any(|own| file.starts_with(own))).collect();
    let found = lines_with(&others, &["yew::", "crate::ui"]);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn nothing_is_interpreted_as_markup_or_code() {
    let sinks = [
        "innerHTML",
        "inner_html",
        "outerHTML",
        "outer_html",
        "insertAdjacentHTML",
        "insert_adjacent_html",
        "from_html_unchecked",
        "srcdoc",
        "document.write",
        "DomParser",
        "DOMParser",
        "create_contextual_fragment",
        "createContextualFragment",
        "eval(",
        "new Function",
        "javascript:",
    ];
    let mut all = files("src/ui", &["rs"]);
    all.extend(files("static", &["js"]));
    all.push(root().join("index.html"));
    let found = lines_with(&all, &sinks);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_style_attribute_is_written() {
    let mut all = files("src/ui", &["rs"]);
    all.push(root().join("index.html"));
    let found = lines_with(&all, &[" style=\"", " style={", "\"style\"", "<style"]);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_policy_is_strict() {
    let page = read("index.html");
    let (_, policy) = page.split_once("http-equiv=\"Content-Security-Policy\" content=\"").unwrap();
    let (policy, _) = policy.split_once('"').unwrap();
    let mut directives: Vec<&str> = policy.split(';').map(str::trim).collect();
    directives.sort_unstable();
    let allowed = [
        "base-uri 'none'",
        "connect-src 'self'",
        "default-src 'none'",
        "form-action 'none'",
        "img-src 'self'",
        "manifest-src 'self'",
        "require-trusted-types-for 'script'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "trusted-types factmark-service-worker",
        "worker-src 'self'",
    ];
    assert_eq!(directives, allowed);
    assert!(
        page.find("Content-Security-Policy").unwrap() < page.find("<link").unwrap(),
        "the policy comes before what it governs"
    );
    assert!(page.contains("<meta name=\"referrer\" content=\"no-referrer\">"));
    assert!(!page.contains("<script"), "the one script tag is trunk's, from Trunk.toml");
}

#[test]
fn the_tool_beside_wasm_bindgen_has_its_version() {
    let lock = read("Cargo.lock");
    let versions: Vec<&str> = lock
        .split("[[package]]")
        .filter(|package| package.contains("\nname = \"wasm-bindgen\"\n"))
        .filter_map(|package| package.split_once("\nversion = \"")?.1.split('"').next())
        .collect();
    let [locked] = versions[..] else { panic!("more than one wasm-bindgen: {versions:?}") };
    assert!(
        read("Cargo.toml").contains(&format!("wasm-bindgen = {{ version = \"={locked}\"")),
        "{locked} is not pinned"
    );
}
