//! The workstation's encrypted database: one file per account, one module per table.
//!
//! Invariants: exactly one writer connection per store and one store per profile (a file lock);
//! every write runs in `BEGIN IMMEDIATE`; no transaction is open across a network `await`, which
//! the types help with: a [`WriteTx`] keeps the only writer for as long as it lives.

mod error;
mod migrate;
mod open;
mod recover;
pub mod replay;
pub mod replay_question;
pub mod table;
mod tx;

pub use error::StoreError;
pub use open::{Key, Store};
pub use recover::{Salvage, move_aside, salvage};
pub use tx::{Read, WriteTx};

/// A connection that can be read from: a [`Read`] or a [`WriteTx`].
pub use sqlx::SqliteConnection as Connection;

/// Result of a store operation.
pub type Result<T> = std::result::Result<T, StoreError>;
