//! The store's random key, wrapped by the password and the device's secret.
//!
//! key-encryption key = SHA-256(Argon2id(password, salt) ‖ device secret); the store key is sealed
//! with XChaCha20-Poly1305, bound to the account and the parameters.

use std::path::Path;

use argon2::{Algorithm, Argon2, Params, Version};
use bangban_store::Key;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::error::{ApiError, Code};
use crate::model::Protection;
use crate::vault::DeviceVault;

const FILE_NAME: &str = "key.json";
const FORMAT: u32 = 1;
/// RFC 9106, second recommended option: 64 MiB, 3 passes, 4 lanes.
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;
const LANES: u32 = 4;
/// Without a device secret the password carries all the weight.
const PASSES_ALONE: u32 = 6;

/// The wrapped key as it lies beside the store.
#[derive(Serialize, Deserialize)]
struct KeyFile {
    format: u32,
    /// Names the secret in the keyring, so that two stores of one account do not share it.
    store: String,
    protection: Protection,
    memory_kib: u32,
    passes: u32,
    lanes: u32,
    salt: String,
    nonce: String,
    sealed: String,
}

/// An unwrapped key, and how it was protected.
pub struct Unlocked {
    /// The store's key.
    pub key: Key,
    /// How it is protected.
    pub protection: Protection,
}

/// Whether `directory` holds a wrapped key.
pub fn exists(directory: &Path) -> bool {
    directory.join(FILE_NAME).exists()
}

/// Makes a new key for `account` and writes it, wrapped. Blocks for the cost of Argon2id.
pub fn create(
    directory: &Path,
    account: &str,
    password: &str,
    vault: &dyn DeviceVault,
) -> Result<Unlocked, ApiError> {
    let key = Zeroizing::new(random::<32>()?);
    let device = Zeroizing::new(random::<32>()?);
    let store = hex::encode(random::<8>()?);
    let kept = vault.probe() && vault.set(&secret_name(account, &store), &*device).is_ok();
    let (protection, passes) = if kept {
        (Protection::KeyringAndPassword, PASSES)
    } else {
        (Protection::PasswordOnly, PASSES_ALONE)
    };
    let mut file = KeyFile {
        format: FORMAT,
        store,
        protection,
        memory_kib: MEMORY_KIB,
        passes,
        lanes: LANES,
        salt: BASE64.encode(random::<16>()?),
        nonce: BASE64.encode(random::<24>()?),
        sealed: String::new(),
    };
    let secret: &[u8] = if kept { &*device } else { &[] };
    let cipher = cipher(&file, password, secret)?;
    let bound = binding(&file, account);
    let sealed = cipher
        .encrypt(&nonce(&file)?, Payload { msg: &*key, aad: bound.as_bytes() })
        .map_err(|_| ApiError::new(Code::Internal))?;
    file.sealed = BASE64.encode(sealed);
    write(directory, &file)?;
    Ok(Unlocked { key: Key::new(*key), protection })
}

/// Unwraps the key of `account`. Blocks for the cost of Argon2id.
///
/// # Errors
/// `WrongPassword`; `KeyringSecretMissing` when the device's half is gone.
pub fn unlock(
    directory: &Path,
    account: &str,
    password: &str,
    vault: &dyn DeviceVault,
) -> Result<Unlocked, ApiError> {
    let file = read(directory)?;
    let device = match file.protection {
        Protection::PasswordOnly => Zeroizing::new(Vec::new()),
        Protection::KeyringAndPassword => match vault.get(&secret_name(account, &file.store)) {
            Ok(Some(secret)) => Zeroizing::new(secret),
            Ok(None) | Err(_) => return Err(ApiError::new(Code::KeyringSecretMissing)),
        },
    };
    let cipher = cipher(&file, password, &device)?;
    let sealed = decode(&file.sealed)?;
    let bound = binding(&file, account);
    let key = cipher
        .decrypt(&nonce(&file)?, Payload { msg: &sealed, aad: bound.as_bytes() })
        .map_err(|_| ApiError::new(Code::WrongPassword))?;
    let key = Zeroizing::new(key);
    let raw: [u8; 32] = key.as_slice().try_into().map_err(|_| damaged())?;
    Ok(Unlocked { key: Key::new(raw), protection: file.protection })
}

fn cipher(file: &KeyFile, password: &str, device: &[u8]) -> Result<XChaCha20Poly1305, ApiError> {
    let params =
        Params::new(file.memory_kib, file.passes, file.lanes, Some(32)).map_err(|_| damaged())?;
    let mut stretched = Zeroizing::new([0_u8; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(password.as_bytes(), &decode(&file.salt)?, &mut *stretched)
        .map_err(|_| damaged())?;
    let wrapping: [u8; 32] =
        Sha256::new().chain_update(*stretched).chain_update(device).finalize().into();
    let wrapping = Zeroizing::new(wrapping);
    XChaCha20Poly1305::new_from_slice(&*wrapping).map_err(|_| damaged())
}

/// What the sealed key is bound to: moving it to another account or weakening it breaks the seal.
fn binding(file: &KeyFile, account: &str) -> String {
    let KeyFile { format, store, protection, memory_kib, passes, lanes, .. } = file;
    format!("{account}|{format}|{store}|{protection:?}|{memory_kib}|{passes}|{lanes}")
}

fn secret_name(account: &str, store: &str) -> String {
    format!("device-half:{account}:{store}")
}

fn nonce(file: &KeyFile) -> Result<XNonce, ApiError> {
    XNonce::try_from(decode(&file.nonce)?.as_slice()).map_err(|_| damaged())
}

fn decode(text: &str) -> Result<Vec<u8>, ApiError> {
    BASE64.decode(text).map_err(|_| damaged())
}

fn damaged() -> ApiError {
    ApiError::new(Code::StoreDamaged)
}

fn random<const N: usize>() -> Result<[u8; N], ApiError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| ApiError::new(Code::Internal))?;
    Ok(bytes)
}

fn read(directory: &Path) -> Result<KeyFile, ApiError> {
    let text = std::fs::read(directory.join(FILE_NAME)).map_err(|_| damaged())?;
    serde_json::from_slice(&text).map_err(|_| damaged())
}

/// Written beside and renamed, so that a power cut leaves the old or the new one.
fn write(directory: &Path, file: &KeyFile) -> Result<(), ApiError> {
    let text = serde_json::to_vec_pretty(file).map_err(|_| ApiError::new(Code::Internal))?;
    crate::accounts::write_atomically(&directory.join(FILE_NAME), &text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::NoVault;

    #[test]
    fn only_the_right_password_opens_the_key_and_only_for_its_account() {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let made = create(directory.path(), "chen", "right", &NoVault).expect("a new key");
        assert_eq!(made.protection, Protection::PasswordOnly, "there is no keyring here");
        assert!(unlock(directory.path(), "chen", "right", &NoVault).is_ok());
        let wrong = unlock(directory.path(), "chen", "wrong", &NoVault).err().map(|e| e.code);
        assert_eq!(wrong, Some(Code::WrongPassword));
        let moved = unlock(directory.path(), "lin", "right", &NoVault).err().map(|e| e.code);
        assert_eq!(moved, Some(Code::WrongPassword), "a key file moved to another account");
    }
}
