//! The developer's one tool, and what the browser tests share with it: where the tools lie, and the static server.

#![expect(clippy::missing_errors_doc, reason = "what fails here says in words what went wrong")]

pub mod bench;
pub mod browsers;
pub mod budget;
pub mod checks;
mod command;
mod figures;
mod fingerprint;
pub mod fuzz;
pub mod kill_test;
mod lean_module;
mod minify;
pub mod page;
mod precache;
mod precompressed;
pub mod screenshots;
pub mod serve;
pub mod single;
mod small_std;
pub mod tools;
pub mod train_claims;
mod unpacker;
