//! Password hashes: Argon2id in PHC form, computed away from the threads that serve requests.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};

/// Cost of a hash. The default is the floor that OWASP names for Argon2id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory, KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub iterations: u32,
}

impl Cost {
    /// Memory that can be asked for, KiB.
    pub const MEMORY_KIB: std::ops::RangeInclusive<u32> = 19_456..=1_048_576;
    /// Passes that can be asked for.
    pub const ITERATIONS: std::ops::RangeInclusive<u32> = 2..=10;
}

impl Default for Cost {
    fn default() -> Self {
        Self { memory_kib: *Cost::MEMORY_KIB.start(), iterations: *Cost::ITERATIONS.start() }
    }
}

/// A password that could not be hashed or compared.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    /// The cost is outside of what Argon2 allows.
    #[error("the cost of a password hash is outside of what Argon2 allows")]
    Cost,
    /// Hashing failed.
    #[error("a password could not be hashed")]
    Hash,
    /// The thread that computes hashes is gone.
    #[error("the computation of a password hash was interrupted")]
    Interrupted,
}

/// Hashes a password with a new salt.
pub async fn hash(password: String, cost: Cost) -> Result<String, PasswordError> {
    let work = move || {
        let params = Params::new(cost.memory_kib, cost.iterations, 1, None)
            .map_err(|_| PasswordError::Cost)?;
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let hash = argon.hash_password(password.as_bytes()).map_err(|_| PasswordError::Hash)?;
        Ok(hash.to_string())
    };
    tokio::task::spawn_blocking(work).await.map_err(|_| PasswordError::Interrupted)?
}

/// Whether the password belongs to the hash.
pub async fn matches(password: String, hash: String) -> Result<bool, PasswordError> {
    let work = move || {
        PasswordHash::new(&hash).is_ok_and(|parsed| {
            Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok()
        })
    };
    tokio::task::spawn_blocking(work).await.map_err(|_| PasswordError::Interrupted)
}
