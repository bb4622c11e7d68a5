//! Where the device keeps its half of the key: the system's keyring, seen from here.

/// A place for small secrets that belongs to this device and system account.
/// Calls may block; the desk makes them on a thread for that.
pub trait DeviceVault: Send + Sync {
    /// Whether secrets really can be written, read and removed.
    fn probe(&self) -> bool;
    /// Reads a secret.
    fn get(&self, name: &str) -> Result<Option<Vec<u8>>, VaultError>;
    /// Writes a secret.
    fn set(&self, name: &str, secret: &[u8]) -> Result<(), VaultError>;
    /// Removes a secret.
    fn delete(&self, name: &str) -> Result<(), VaultError>;
}

/// The keyring did not do what was asked. Holds no secret.
#[derive(Debug, thiserror::Error)]
#[error("the keyring failed: {0}")]
pub struct VaultError(pub String);

/// A system without a usable keyring: the password alone protects the store.
pub struct NoVault;

impl DeviceVault for NoVault {
    fn probe(&self) -> bool {
        false
    }
    fn get(&self, _: &str) -> Result<Option<Vec<u8>>, VaultError> {
        Ok(None)
    }
    fn set(&self, _: &str, _: &[u8]) -> Result<(), VaultError> {
        Err(VaultError("there is no keyring".into()))
    }
    fn delete(&self, _: &str) -> Result<(), VaultError> {
        Ok(())
    }
}
