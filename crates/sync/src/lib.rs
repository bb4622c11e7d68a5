//! Keeps a station and the platform true to each other: what a person did is never lost, never
//! applied twice, and never silently overruled.
//!
//! Commands go up and leave the outbox only on a receipt; the feed comes down and moves its
//! cursor only together with its rows. No database transaction is open while the network works.

mod apply;
mod brake;
pub mod clock;
mod compare;
pub mod courier;
mod engine;
mod error;
mod exchange;
mod files;
pub mod name;
mod pace;
mod platform;
mod pull;
mod push;
mod report;
mod scope;
mod session;
mod skew;
mod snapshot;
mod version;
pub mod wire;

pub use apply::store_news;
pub use brake::Braked;
pub use compare::added_up;
pub use engine::{Engine, Link, News, Phase, Progress, Signal, Status};
pub use error::SyncError;
pub use exchange::{Exchange, Listener};
pub use files::{Direction, Lane, PIECE_BYTES, Step, Transfer, Transfers, contents};
pub use pace::Pace;
pub use platform::{Health, HttpPlatform};
pub use report::why;
pub use session::{Credentials, Tokens, remember};
pub use version::{TooOld, VersionGap};
pub use wire::TlsOptions;

/// Result of a sync operation.
pub type Result<T> = std::result::Result<T, SyncError>;
