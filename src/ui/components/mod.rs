//! What is on the screen.

mod arriving;
mod article;
pub mod button;
mod card;
mod cards;
mod choose_file;
mod compare;
mod desk;
mod dialogs;
mod evidence;
mod formats;
mod header;
mod inconsistencies;
mod note;
mod panel;
mod paragraph;
mod passages;
mod reading;
mod small;
mod strip;
mod timeline;
mod workbench;

pub use desk::desk;
pub use dialogs::dialogs;
pub use workbench::workbench;
