//! What can go wrong in the store, as far as a person can do something about it.

use sqlx::error::DatabaseError;

/// An error of the store. Its text never holds record contents.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The disk is full; the transaction was rolled back.
    #[error("the disk is full")]
    DiskFull,
    /// The file is damaged, or the key does not fit.
    #[error("the database file is damaged or the key is wrong")]
    Damaged,
    /// Another running copy uses this store.
    #[error("the store is in use by another process")]
    InUse,
    /// The file was written by a newer version of the program.
    #[error("the database was written by a newer version")]
    TooNew,
    /// A stored body cannot be read.
    #[error("a stored record cannot be read")]
    Body(#[from] serde_json::Error),
    /// The file system refused.
    #[error("file system: {0}")]
    Io(#[from] std::io::Error),
    /// Anything else from SQLite.
    #[error("database: {0}")]
    Database(sqlx::Error),
}

const SQLITE_CORRUPT: &str = "11";
const SQLITE_FULL: &str = "13";
const SQLITE_NOTADB: &str = "26";
const SQLITE_IOERR_WRITE: &str = "778";
const SQLITE_IOERR_FSYNC: &str = "1034";
const SQLITE_IOERR_SHMSIZE: &str = "4874";

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        let code = error.as_database_error().and_then(DatabaseError::code);
        match code.as_deref() {
            Some(SQLITE_FULL | SQLITE_IOERR_WRITE | SQLITE_IOERR_FSYNC | SQLITE_IOERR_SHMSIZE) => {
                Self::DiskFull
            }
            Some(code) if primary(code) == SQLITE_CORRUPT || primary(code) == SQLITE_NOTADB => {
                Self::Damaged
            }
            _ => Self::Database(error),
        }
    }
}

/// The primary result code is the low byte of an extended one.
fn primary(code: &str) -> String {
    code.parse::<u32>().map_or_else(|_| code.to_owned(), |n| (n & 0xff).to_string())
}
