//! What can go wrong, as far as the caller can do something about it.

use std::io;

use tantivy::TantivyError;
use tantivy::directory::error::{OpenReadError, OpenWriteError};

/// An error of the index. Never holds words of documents.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The index cannot be used any more; empty it with [`Index::rebuild`](crate::Index::rebuild)
    /// and put everything in again. Nothing is lost: the index holds nothing of its own.
    #[error("the search index must be built anew: {0}")]
    MustRebuild(Unusable),
    /// The disk is full; what was there before is still readable.
    #[error("the disk is full")]
    DiskFull,
    /// The file system refused.
    #[error("file system: {0}")]
    Io(#[source] io::Error),
    /// The system gave no random numbers.
    #[error("no random numbers")]
    NoRandom,
    /// The engine failed in a way that has nothing to do with the files.
    #[error("search engine: {0}")]
    Engine(String),
}

/// Why an index cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unusable {
    /// A file was cut, changed, swapped, is missing, or was made with another key.
    DamagedOrForeign,
    /// It was made by a version of the product that cut or ranked words differently.
    OtherVersion,
}

impl std::fmt::Display for Unusable {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(match self {
            Self::DamagedOrForeign => "it is damaged or was made with another key",
            Self::OtherVersion => "it was made by another version",
        })
    }
}

/// An index that does not open.
pub(crate) const DAMAGED: Error = Error::MustRebuild(Unusable::DamagedOrForeign);

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            // What the files say does not fit together.
            io::ErrorKind::InvalidData
            | io::ErrorKind::UnexpectedEof
            | io::ErrorKind::NotFound
            | io::ErrorKind::InvalidInput => DAMAGED,
            _ => Self::Io(error),
        }
    }
}

impl From<TantivyError> for Error {
    fn from(error: TantivyError) -> Self {
        match error {
            TantivyError::IoError(inner)
            | TantivyError::OpenReadError(OpenReadError::IoError { io_error: inner, .. })
            | TantivyError::OpenWriteError(OpenWriteError::IoError { io_error: inner, .. }) => {
                io::Error::new(inner.kind(), inner).into()
            }
            TantivyError::OpenReadError(_)
            | TantivyError::DataCorruption(_)
            | TantivyError::DeserializeError(_)
            | TantivyError::SchemaError(_) => DAMAGED,
            TantivyError::IncompatibleIndex(_) => Self::MustRebuild(Unusable::OtherVersion),
            other => Self::Engine(other.to_string()),
        }
    }
}
