//! The page from end to end, in every browser: `cargo xtask test --only e2e`.

mod accessibility;
mod by_hand;
mod compare;
mod disk;
mod hosted;
mod keys;
mod killed;
mod large;
mod library;
mod opening;
mod path;
mod pressure;
mod safety;
mod text;
mod update;
mod workbench;
