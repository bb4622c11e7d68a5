//! Who has signed in on this machine before, and where their stores lie.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::{ApiError, Code};
use crate::model::KnownAccount;

const FILE_NAME: &str = "accounts.json";

/// The folder of an account's store.
pub fn directory(data_dir: &Path, account: &str) -> PathBuf {
    // A digest, because an account name may hold characters a file system does not take.
    let name = hex::encode(&Sha256::digest(account.as_bytes())[..8]);
    data_dir.join("accounts").join(name)
}

/// Known accounts, the last one used first.
pub fn list(data_dir: &Path) -> Vec<KnownAccount> {
    let text = std::fs::read(data_dir.join(FILE_NAME)).unwrap_or_default();
    serde_json::from_slice(&text).unwrap_or_default()
}

/// Puts an account first.
pub fn remember(data_dir: &Path, account: KnownAccount) -> Result<(), ApiError> {
    let mut known = list(data_dir);
    known.retain(|k| k.account != account.account);
    known.insert(0, account);
    let text = serde_json::to_vec_pretty(&known).map_err(|_| ApiError::new(Code::Internal))?;
    write_atomically(&data_dir.join(FILE_NAME), &text)
}

/// Writes a small file beside and renames it, so that a power cut leaves the old or the new one.
pub fn write_atomically(path: &Path, content: &[u8]) -> Result<(), ApiError> {
    let attempt = || -> std::io::Result<()> {
        let folder = path.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder)?;
        let beside = path.with_extension("new");
        let mut file = std::fs::File::create(&beside)?;
        file.write_all(content)?;
        file.sync_all()?;
        std::fs::rename(&beside, path)
    };
    attempt().map_err(|error| {
        let full = error.kind() == std::io::ErrorKind::StorageFull;
        let answer = ApiError::new(if full { Code::DiskFull } else { Code::Internal });
        tracing::error!(%error, trace_id = answer.trace_id, "a file could not be written");
        answer
    })
}
