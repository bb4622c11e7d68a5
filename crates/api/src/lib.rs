//! The command table the UI speaks to, one handler file per duty. Free of any window or browser.

#[macro_use]
mod table;

mod accounts;
mod alarms;
pub mod bindings;
pub mod commands;
mod desk;
mod desk_name;
mod drafting;
mod drafting_key;
pub mod error;
pub mod event;
mod handlers;
pub mod key_file;
pub mod model;
mod open;
mod outside;
mod scan_watch;
mod sticks;
mod tries;
mod uploads;
mod vault;

pub use desk::{Desk, DeskConfig};
pub use vault::{DeviceVault, NoVault, VaultError};
