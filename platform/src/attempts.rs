//! Attempts within a time, counted by name: failed sign-ins of an account, so that a password
//! cannot be guessed by trying, and requests of a channel, so that none crowds out the rest.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use bangban_domain::time::Timestamp;

/// Accounts that are remembered at most; the names come from outside.
const REMEMBERED: usize = 10_000;

/// Counts attempts.
pub(crate) struct Attempts {
    allowed: u32,
    window_ms: i64,
    failed: Mutex<HashMap<String, Failed>>,
}

struct Failed {
    count: u32,
    since: Timestamp,
}

impl Attempts {
    pub(crate) fn new(allowed: u32, window_seconds: u32) -> Self {
        let window_ms = i64::from(window_seconds) * 1_000;
        Self { allowed, window_ms, failed: Mutex::default() }
    }

    /// Counts an attempt before it is made, so that attempts made at once are counted too.
    /// `Err`: too many have failed; seconds until the next one is heard.
    pub(crate) fn begin(&self, account: &str, now: Timestamp) -> Result<(), u32> {
        let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        failed.retain(|_, entry| now < entry.since.plus_ms(self.window_ms));
        let Some(entry) = failed.get_mut(account) else {
            if failed.len() >= REMEMBERED {
                return Err(self.seconds_left(now, now));
            }
            failed.insert(account.to_owned(), Failed { count: 1, since: now });
            return Ok(());
        };
        if entry.count >= self.allowed {
            return Err(self.seconds_left(entry.since, now));
        }
        entry.count += 1;
        Ok(())
    }

    /// The password was right: the account starts anew.
    pub(crate) fn succeeded(&self, account: &str) {
        self.failed.lock().unwrap_or_else(PoisonError::into_inner).remove(account);
    }

    fn seconds_left(&self, since: Timestamp, now: Timestamp) -> u32 {
        let left = since.plus_ms(self.window_ms).0 - now.0;
        u32::try_from(left / 1_000 + 1).unwrap_or(1)
    }
}
