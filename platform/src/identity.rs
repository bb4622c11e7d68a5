//! Identities that follow from what they stand for, so that the same thing has the same one
//! whenever and wherever it is made.

use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

/// The identity of what `of` describes. Begin it with the kind of thing it is.
pub(crate) fn made_of(of: &str) -> Uuid {
    let hash = Sha256::digest(of);
    let mut bytes = [0_u8; 16];
    bytes.copy_from_slice(&hash[..16]);
    Builder::from_custom_bytes(bytes).into_uuid()
}
