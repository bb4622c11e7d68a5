//! The reference central platform of Bangban: it keeps the library and the tickets of its
//! counties, decides what stations send, and tells every station what changed.

pub mod admin;
mod attempts;
pub mod clock;
mod commands;
mod config;
mod courier;
mod digest;
mod fault;
mod files;
mod http;
mod identity;
pub mod import;
mod intake;
pub mod password;
mod platform;
pub mod reading;
pub mod sample;
pub mod scope;
mod session;
mod snapshot;
pub mod store;

pub use config::{Config, ConfigError};
pub use courier::{CourierError, Reply};
pub use intake::{IntakeKeys, KeyFault};
pub use platform::{Error, Platform};
