//! The reference central platform of Bangban: it keeps the library and the tickets of its
//! counties, decides what stations send, and tells every station what changed.

mod attempts;
pub mod clock;
mod commands;
mod config;
mod fault;
mod http;
pub mod import;
pub mod password;
mod platform;
pub mod sample;
pub mod scope;
mod session;
mod snapshot;
pub mod store;

pub use config::{Config, ConfigError};
pub use fault::COMMAND_HEADER;
pub use platform::{Error, Platform};
