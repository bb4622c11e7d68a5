//! What can go wrong in the vault, as far as a person can do something about it.

use std::io;

/// An error of the vault. Never holds content or names of files.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The disk is full; nothing was left half-written.
    #[error("the disk is full")]
    DiskFull,
    /// The folder belongs to another key.
    #[error("the vault was made with another key")]
    WrongKey,
    /// There is no such file.
    #[error("the file is not in the vault")]
    Missing,
    /// A stored file was cut, changed, swapped or extended.
    #[error("a file in the vault is damaged")]
    Damaged,
    /// More than `MAX_FILE_BYTES`.
    #[error("the file is larger than 200 MiB")]
    TooLarge,
    /// What came in is not what was announced.
    #[error("the content does not fit its hash")]
    WrongHash,
    /// A download that is not complete yet.
    #[error("the file is not complete yet")]
    Incomplete,
    /// The system gave no random numbers.
    #[error("no random numbers")]
    NoRandom,
    /// The file system refused.
    #[error("file system: {0}")]
    Io(#[source] io::Error),
}

impl From<io::Error> for VaultError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => match error.downcast::<Self>() {
                Ok(ours) => ours,
                Err(other) => Self::Io(other),
            },
        }
    }
}

impl From<VaultError> for io::Error {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::Io(error) => error,
            VaultError::Missing => Self::new(io::ErrorKind::NotFound, error),
            other => Self::new(io::ErrorKind::InvalidData, other),
        }
    }
}
