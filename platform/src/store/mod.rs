//! The platform's database: one file per table, written through `WriteTx` only.

pub mod audit;
pub mod bundles;
pub mod courier_keys;
mod db;
pub mod entry_use;
pub mod feed;
pub mod files;
pub mod knowledge;
pub mod matters;
pub mod meta;
pub mod organisations;
pub mod questions;
pub mod receipts;
pub mod rule_book;
pub mod sessions;
pub mod staff;
pub mod stations;
pub mod tickets;
mod turn;
pub mod volumes;

use bangban_protocol::RecordKind;

pub use db::{Db, Heads, WriteTx, exists};

/// What went wrong in the database. Never carries a value of a row.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// `SQLite` refused or failed.
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
    /// The schema could not be brought up to date.
    #[error("the schema could not be brought up to date: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// The lock file of the data folder could not be used.
    #[error("the lock file of the data folder failed: {0}")]
    Lock(#[from] std::io::Error),
    /// A stored body is not what its table says.
    #[error("a stored {what} cannot be read, at column {column}")]
    Body {
        /// Kind of body.
        what: &'static str,
        /// Where in the JSON text.
        column: usize,
    },
    /// There is no such account.
    #[error("there is no account {0}")]
    UnknownAccount(String),
}

/// Result of a database operation.
pub type Result<T> = std::result::Result<T, Error>;

/// What a write of a library record did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// It was not there before.
    Stored,
    /// Its content differs from what was there; the version grew.
    Changed,
    /// It says what was there already; nothing was written.
    Unchanged,
}

/// Partition of everything that every station holds.
pub const LIBRARY: &str = "library";

/// The word of a kind, in the feed and on the wire.
pub(crate) fn kind_word(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Organisation => "organisation",
        RecordKind::Staff => "staff",
        RecordKind::Matter => "matter",
        RecordKind::Knowledge => "knowledge",
        RecordKind::Question => "question",
        RecordKind::RuleBook => "rule_book",
        RecordKind::Usage => "usage",
        RecordKind::Ticket => "ticket",
        RecordKind::Event => "event",
        RecordKind::File => "file",
        RecordKind::Thumbnail => "thumbnail",
        RecordKind::Unknown => "unknown",
    }
}

/// A body as JSON text.
pub(crate) fn to_text<T: serde::Serialize>(what: &'static str, body: &T) -> Result<String> {
    serde_json::to_string(body).map_err(|error| Error::Body { what, column: error.column() })
}

/// A stored body as its type. The message of the parser is dropped: it quotes values.
pub(crate) fn from_text<T: serde::de::DeserializeOwned>(
    what: &'static str,
    text: &str,
) -> Result<T> {
    serde_json::from_str(text).map_err(|error| Error::Body { what, column: error.column() })
}
