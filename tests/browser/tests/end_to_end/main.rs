//! The page from end to end, in every browser: `cargo xtask test --only e2e`.

mod opening;
