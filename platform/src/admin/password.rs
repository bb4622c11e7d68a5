//! A new password for an account.

use std::path::Path;

use super::{AdminError, RESERVED};
use crate::import::ImportError;
use crate::store::{sessions, staff};
use crate::{Platform, password};

/// Shortest password, in characters.
pub const LEAST_CHARS: usize = 8;

/// Gives an account a password and ends its sessions everywhere. Sessions end at once, also those
/// on a platform that runs.
///
/// # Errors
/// When there is no such account, it belongs to a channel, or the password is too short.
pub async fn set_password(
    platform: &Platform,
    account: &str,
    new: String,
) -> Result<(), AdminError> {
    if account.starts_with(RESERVED) {
        return Err(AdminError::ChannelAccount(account.to_owned()));
    }
    if new.chars().count() < LEAST_CHARS {
        return Err(AdminError::PasswordTooShort);
    }
    let hash = password::hash(new, platform.config().password_cost).await?;
    let mut tx = platform.db().write().await?;
    let Some((member, _)) = staff::by_account(tx.conn(), account).await? else {
        return Err(AdminError::UnknownAccount(account.to_owned()));
    };
    staff::set_password_hash(&mut tx, member.id, &hash).await?;
    sessions::revoke_all(&mut tx, member.id).await?;
    Ok(tx.commit().await?)
}

/// The password in a file: its first line.
///
/// # Errors
/// When the file cannot be read.
pub fn from_file(path: &Path) -> Result<String, AdminError> {
    let read = std::fs::read_to_string(path);
    let text = read.map_err(|source| ImportError::Read { path: path.to_owned(), source })?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}
