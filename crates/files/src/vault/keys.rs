//! The vault's keys, each with a purpose of its own, and the seal they make.

use chacha20poly1305::aead::{Aead, AeadInOut, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::VaultError;
use crate::ContentHash;

/// Bytes of a nonce.
pub(super) const NONCE: usize = 24;
/// Bytes that sealing adds.
pub(super) const TAG: usize = 16;

/// A key of 256 bits, wiped when dropped.
pub(super) type Key = Zeroizing<[u8; 32]>;

/// What follows from the key of the database.
pub(super) struct Keys {
    /// Names of files on disk.
    names: Key,
    /// Seals the key of each file.
    pub(super) headers: Key,
    /// Pieces of downloads.
    pub(super) pieces: Key,
}

impl Keys {
    /// HKDF-SHA256 with a label for each purpose, so that no key serves two.
    pub(super) fn derive(data_key: &[u8; 32]) -> Self {
        let source = Hkdf::<Sha256>::new(None, data_key);
        let key = |label: &[u8]| {
            let mut key = Key::default();
            source.expand(label, &mut *key).expect("32 bytes are within what HKDF gives");
            key
        };
        Self {
            names: key(b"bangban files 1: names"),
            headers: key(b"bangban files 1: headers"),
            pieces: key(b"bangban files 1: pieces"),
        }
    }

    /// The name of a file on disk: without the key, it does not tell what is in the file.
    pub(super) fn name(&self, hash: ContentHash) -> String {
        let mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&*self.names);
        let mut mac = mac.expect("HMAC takes keys of any length");
        mac.update(hash.as_bytes());
        hex::encode(mac.finalize().into_bytes())
    }
}

/// A cipher under a key.
pub(super) fn cipher(key: &Key) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new((&**key).into())
}

/// Random bytes.
pub(super) fn random<const N: usize>() -> Result<[u8; N], VaultError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| VaultError::NoRandom)?;
    Ok(bytes)
}

/// Seals a short text under a random nonce, which stands before it.
pub(super) fn seal(key: &Key, text: &[u8], bound: &[u8]) -> Result<Vec<u8>, VaultError> {
    let nonce = random::<NONCE>()?;
    let sealed = cipher(key)
        .encrypt(&XNonce::from(nonce), Payload { msg: text, aad: bound })
        .map_err(|_| VaultError::Damaged)?;
    Ok([&nonce[..], &sealed].concat())
}

/// Opens what `seal` made.
pub(super) fn unseal(
    key: &Key,
    sealed: &[u8],
    bound: &[u8],
) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE>().ok_or(VaultError::Damaged)?;
    cipher(key)
        .decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: bound })
        .map(Zeroizing::new)
        .map_err(|_| VaultError::Damaged)
}

/// Where a chunk stands in its file: STREAM's nonce.
pub(super) fn chunk_nonce(prefix: &[u8; 19], index: u32, last: bool) -> XNonce {
    let mut nonce = [0; NONCE];
    nonce[..19].copy_from_slice(prefix);
    nonce[19..23].copy_from_slice(&index.to_be_bytes());
    nonce[23] = u8::from(last);
    XNonce::from(nonce)
}

/// Encrypts a chunk where it stands; it grows by its tag.
pub(super) fn encrypt(
    cipher: &XChaCha20Poly1305,
    nonce: &XNonce,
    bound: &[u8],
    chunk: &mut Vec<u8>,
) -> Result<(), VaultError> {
    cipher.encrypt_in_place(nonce, bound, chunk).map_err(|_| VaultError::Damaged)
}

/// Decrypts a chunk where it stands; it shrinks by its tag.
pub(super) fn decrypt(
    cipher: &XChaCha20Poly1305,
    nonce: &XNonce,
    bound: &[u8],
    chunk: &mut Vec<u8>,
) -> Result<(), VaultError> {
    cipher.decrypt_in_place(nonce, bound, chunk).map_err(|_| VaultError::Damaged)
}
