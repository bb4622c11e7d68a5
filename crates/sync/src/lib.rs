//! Keeps a station and the platform true to each other: what a person did is never lost, never
//! applied twice, and never silently overruled.
//!
//! Commands go up and leave the outbox only on a receipt; the feed comes down and moves its
//! cursor only together with its rows. No database transaction is open while the network works.

mod apply;
pub mod clock;
mod engine;
mod error;
mod files;
mod http;
mod pace;
mod pull;
mod push;
mod session;
mod snapshot;

pub use apply::store_news;
pub use engine::{Engine, Link, News, Phase, Progress, Signal, Status};
pub use error::SyncError;
pub use files::{Direction, PIECE_BYTES, Transfer, Transfers, contents};
pub use http::{HttpPlatform, TlsOptions};
pub use pace::Pace;
pub use session::{Credentials, Tokens, remember};

/// Result of a sync operation.
pub type Result<T> = std::result::Result<T, SyncError>;
