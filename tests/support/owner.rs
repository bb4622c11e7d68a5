//! A workstation's data, opened as its owner could once the desk is closed.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow};
use bangban_api::{NoVault, key_file};
use bangban_store::Store;

use crate::central::PASSWORD;

/// The folder of the only account in a data folder.
pub fn folder(data: &Path) -> Result<PathBuf> {
    std::fs::read_dir(data.join("accounts"))?
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .find(|path| Store::exists(path))
        .context("an account's folder")
}

/// The store of the only account in a data folder.
pub async fn store(data: &Path, account: &str) -> Result<Store> {
    let folder = folder(data)?;
    let unlocked = key_file::unlock(&folder, account, PASSWORD, &NoVault);
    let key = unlocked.map_err(|error| anyhow!("{:?}", error.code))?.key;
    Ok(Store::open(&folder, &key).await?)
}
