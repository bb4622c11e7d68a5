//! Keys of models: in the system's keyring and nowhere else.
//!
//! A key belongs to the address it was given for, so that another address never gets it. Without a
//! keyring it is held in memory until the program ends.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use zeroize::Zeroizing;

use crate::error::{ApiError, Code};
use crate::handlers::session::blocking;
use crate::model::KeyPlace;
use crate::vault::DeviceVault;

/// Longest key, bytes.
const MOST_KEY: usize = 500;

/// A key that nothing prints.
pub type Secret = Zeroizing<String>;

/// The keys of models.
pub struct Keys {
    vault: Arc<dyn DeviceVault>,
    /// One that no keyring took, with its address.
    unkept: Mutex<Option<(String, Secret)>>,
}

impl Keys {
    /// The keys in a keyring.
    pub fn new(vault: Arc<dyn DeviceVault>) -> Self {
        Self { vault, unkept: Mutex::default() }
    }

    /// The key for an address, and where it is held.
    ///
    /// # Errors
    /// `Keyring` when it does not answer.
    pub async fn of(&self, address: &str) -> Result<Option<(Secret, KeyPlace)>, ApiError> {
        let held = self.unkept().as_ref().filter(|held| held.0 == address).cloned();
        if let Some((_, key)) = held {
            return Ok(Some((key, KeyPlace::Memory)));
        }
        let (vault, name) = (self.vault.clone(), name(address));
        let kept = blocking(move || vault.get(&name).map_err(|_| failed())).await?;
        let key = kept.map(Zeroizing::new);
        let text = key.and_then(|key| Some(Zeroizing::new(std::str::from_utf8(&key).ok()?.into())));
        Ok(text.map(|key| (key, KeyPlace::Keyring)))
    }

    /// Keeps the key for an address in place of any other.
    pub async fn keep(&self, address: &str, key: Secret) -> Result<(), ApiError> {
        let (vault, name, secret) = (self.vault.clone(), name(address), key.clone());
        let kept = blocking(move || {
            // Only writing tells whether a keyring is there.
            Ok(vault.probe() && vault.set(&name, secret.as_bytes()).is_ok())
        });
        *self.unkept() = if kept.await? { None } else { Some((address.to_owned(), key)) };
        Ok(())
    }

    /// Forgets the key for an address.
    pub async fn forget(&self, address: &str) -> Result<(), ApiError> {
        *self.unkept() = None;
        let (vault, name) = (self.vault.clone(), name(address));
        blocking(move || vault.delete(&name).map_err(|_| failed())).await
    }

    fn unkept(&self) -> MutexGuard<'_, Option<(String, Secret)>> {
        // Nothing that holds it can fail half way.
        self.unkept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A key as a person pastes it.
///
/// # Errors
/// `BadInput` when it cannot be one.
pub fn checked(key: &str) -> Result<Option<Secret>, ApiError> {
    let key: Secret = Zeroizing::new(key.trim().to_owned());
    if key.len() > MOST_KEY || !key.chars().all(|c| c.is_ascii_graphic()) {
        return Err(ApiError::new(Code::BadInput).with("field", "key"));
    }
    Ok((!key.is_empty()).then_some(key))
}

fn name(address: &str) -> String {
    format!("drafting-key:{address}")
}

fn failed() -> ApiError {
    ApiError::new(Code::KeyringFailed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::NoVault;

    const HERE: &str = "https://models.example.gov.cn/v1";

    fn key() -> Secret {
        Zeroizing::new("sk-1".to_owned())
    }

    async fn place(keys: &Keys, address: &str) -> Option<KeyPlace> {
        keys.of(address).await.expect("an answer").map(|(_, place)| place)
    }

    #[tokio::test]
    async fn without_a_keyring_a_key_is_in_memory_alone() {
        let keys = Keys::new(Arc::new(NoVault));
        keys.keep(HERE, key()).await.expect("held");
        assert_eq!(place(&keys, HERE).await, Some(KeyPlace::Memory));
        assert_eq!(place(&Keys::new(Arc::new(NoVault)), HERE).await, None, "the program ended");
    }

    #[test]
    fn what_cannot_be_a_key_is_not_sent_as_one() {
        let read = checked;
        assert_eq!(read(" sk-1\n").expect("fine").as_deref().map(String::as_str), Some("sk-1"));
        assert!(read("  ").expect("none").is_none());
        assert!(read("密钥").is_err() && read(&"k".repeat(501)).is_err());
    }
}
