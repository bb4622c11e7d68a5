//! The system's keyring as the device's vault. Secrets are kept as Base64, because some keyrings
//! take text only.

use bangban_api::{DeviceVault, VaultError};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use keyring::Error;
use keyring::v1::Entry;

const SERVICE: &str = "cn.bangban.desk";
const CANARY: &str = "canary";

/// Secret Service, Windows Credential Manager or the macOS keychain.
pub struct SystemKeyring;

impl DeviceVault for SystemKeyring {
    /// A keyring that is locked or has no collection looks healthy when it is read; only writing
    /// tells the truth.
    fn probe(&self) -> bool {
        let tried = self
            .set(CANARY, b"sings")
            .and_then(|()| self.get(CANARY))
            .map(|kept| kept.as_deref() == Some(b"sings".as_slice()));
        let removed = self.delete(CANARY);
        match (tried, removed) {
            (Ok(true), Ok(())) => true,
            (tried, removed) => {
                tracing::warn!(?tried, ?removed, "the system's keyring cannot be used");
                false
            }
        }
    }

    fn get(&self, name: &str) -> Result<Option<Vec<u8>>, VaultError> {
        match entry(name)?.get_password() {
            Ok(text) => BASE64.decode(text).map(Some).map_err(|_| VaultError("not Base64".into())),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(failed(&error)),
        }
    }

    fn set(&self, name: &str, secret: &[u8]) -> Result<(), VaultError> {
        entry(name)?.set_password(&BASE64.encode(secret)).map_err(|error| failed(&error))
    }

    fn delete(&self, name: &str) -> Result<(), VaultError> {
        match entry(name)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(failed(&error)),
        }
    }
}

fn entry(name: &str) -> Result<Entry, VaultError> {
    Entry::new(SERVICE, name).map_err(|error| failed(&error))
}

fn failed(error: &Error) -> VaultError {
    VaultError(error.to_string())
}
