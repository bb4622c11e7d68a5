//! Wrong passwords at the local door, counted beside the key they were tried on.
//!
//! The count lies in the clear, as it has to be read before anything is unlocked. Who can remove it
//! can also copy the key file and guess elsewhere, where only the cost of a guess and the half in
//! the keyring stand in the way.

use std::io::ErrorKind;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use bangban_domain::time::Timestamp;
use bangban_domain::tries::Tries;

use crate::accounts::write_atomically;
use crate::error::{ApiError, Code};

const FILE_NAME: &str = "tries.json";

/// Two tries at once are two tries.
static COUNTING: Mutex<()> = Mutex::new(());

/// Counts a try before it is made.
///
/// # Errors
/// `TooManyAttempts` with the seconds that are left; then nothing is counted.
pub fn begin(directory: &Path, now: Timestamp) -> Result<(), ApiError> {
    let _one = COUNTING.lock().unwrap_or_else(PoisonError::into_inner);
    let before = read(directory, now);
    let tries = before.seen(now);
    let wait = tries.wait(now);
    if wait == 0 {
        return write(directory, tries.and_one(now));
    }
    if tries != before {
        write(directory, tries)?;
    }
    let seconds = (wait + 999) / 1_000;
    Err(ApiError::new(Code::TooManyAttempts).with("seconds", seconds.to_string()))
}

/// The password was right. How many wrong ones there were before it.
pub fn succeeded(directory: &Path, now: Timestamp) -> Result<u32, ApiError> {
    let _one = COUNTING.lock().unwrap_or_else(PoisonError::into_inner);
    let wrong = read(directory, now).count.saturating_sub(1);
    match std::fs::remove_file(directory.join(FILE_NAME)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(ApiError::new(Code::Internal)),
        _ => Ok(wrong),
    }
}

/// No password was tried after all.
pub fn take_back(directory: &Path, now: Timestamp) -> Result<(), ApiError> {
    let _one = COUNTING.lock().unwrap_or_else(PoisonError::into_inner);
    let tries = read(directory, now);
    write(directory, Tries { count: tries.count.saturating_sub(1), ..tries })
}

fn read(directory: &Path, now: Timestamp) -> Tries {
    match std::fs::read(directory.join(FILE_NAME)) {
        Ok(text) => serde_json::from_slice(&text).unwrap_or_else(|_| Tries::unknown(now)),
        Err(error) if error.kind() == ErrorKind::NotFound => Tries::default(),
        Err(_) => Tries::unknown(now),
    }
}

fn write(directory: &Path, tries: Tries) -> Result<(), ApiError> {
    let text = serde_json::to_vec(&tries).map_err(|_| ApiError::new(Code::Internal))?;
    write_atomically(&directory.join(FILE_NAME), &text)
}
