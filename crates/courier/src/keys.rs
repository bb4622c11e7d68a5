//! The two keys of a party: one to sign with, one that bundles for it are sealed to.

use std::str::FromStr;

use age::secrecy::ExposeSecret;
use age::x25519::{Identity, Recipient};
use bangban_protocol::CourierKeys;
use ring::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::{BundleError, Result};

const SEED_BYTES: usize = 32;
/// Digits of a fingerprint: 128 bits, too many to make a second key for.
const FINGERPRINT_DIGITS: usize = 32;

/// A party's secret keys. Has no `Debug`: it must not be printed.
pub struct Pair {
    seed: Zeroizing<[u8; SEED_BYTES]>,
    signing: Ed25519KeyPair,
    identity: Identity,
}

impl Pair {
    /// New keys.
    ///
    /// # Errors
    /// `NoRandomness` when the system gives none.
    pub fn generate() -> Result<Self> {
        let mut seed = Zeroizing::new([0; SEED_BYTES]);
        getrandom::fill(&mut *seed).map_err(|_| BundleError::NoRandomness)?;
        Self::from_parts(seed, Identity::generate())
    }

    /// Keys as `to_secret` wrote them.
    ///
    /// # Errors
    /// `BadKey` when they cannot be read.
    pub fn from_secret(text: &str) -> Result<Self> {
        let (seed, identity) = text.split_once(' ').ok_or(BundleError::BadKey)?;
        let mut bytes = Zeroizing::new([0; SEED_BYTES]);
        hex::decode_to_slice(seed, &mut *bytes).map_err(|_| BundleError::BadKey)?;
        Self::from_parts(bytes, Identity::from_str(identity).map_err(|_| BundleError::BadKey)?)
    }

    /// The secret keys as one line of text, to be kept where only their owner reads.
    pub fn to_secret(&self) -> Zeroizing<String> {
        let identity = self.identity.to_string();
        Zeroizing::new(format!("{} {}", hex::encode(*self.seed), identity.expose_secret()))
    }

    /// What others may know of it.
    pub fn public(&self) -> CourierKeys {
        CourierKeys {
            signing: hex::encode(self.signing.public_key()),
            sealing: self.identity.to_public().to_string(),
        }
    }

    pub(crate) fn identity(&self) -> &Identity {
        &self.identity
    }

    pub(crate) fn sign(&self, message: &[u8]) -> [u8; crate::bundle::SIGNATURE_BYTES] {
        let mut made = [0; crate::bundle::SIGNATURE_BYTES];
        made.copy_from_slice(self.signing.sign(message).as_ref());
        made
    }

    fn from_parts(seed: Zeroizing<[u8; SEED_BYTES]>, identity: Identity) -> Result<Self> {
        let signing =
            Ed25519KeyPair::from_seed_unchecked(&*seed).map_err(|_| BundleError::BadKey)?;
        Ok(Self { seed, signing, identity })
    }
}

/// Whether these can be keys at all.
pub fn are_usable(keys: &CourierKeys) -> bool {
    let signing = hex::decode(&keys.signing).is_ok_and(|key| key.len() == SEED_BYTES);
    signing && recipient(&keys.sealing).is_ok()
}

/// A short name for a key: the first half of its SHA-256, hexadecimal.
pub fn fingerprint(key: &str) -> String {
    hex::encode(Sha256::digest(key.as_bytes()))[..FINGERPRINT_DIGITS].to_owned()
}

/// The key a bundle is sealed to.
pub(crate) fn recipient(sealing: &str) -> Result<Recipient> {
    Recipient::from_str(sealing).map_err(|_| BundleError::BadKey)
}

/// Whether `signature` over `message` was made with the key.
pub(crate) fn is_signed(signing: &str, message: &[u8], signature: &[u8]) -> bool {
    let Ok(key) = hex::decode(signing) else { return false };
    UnparsedPublicKey::new(&ED25519, key).verify(message, signature).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_come_back_from_their_text_as_they_were() {
        let pair = Pair::generate().expect("keys");
        let again = Pair::from_secret(&pair.to_secret()).expect("read");
        assert_eq!(again.public(), pair.public());
        assert!(Pair::from_secret("nothing").is_err());
    }
}
