//! How often to try, and how long to wait after a failure.

use std::time::Duration;

/// How often to try.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// Wait after the first failure; doubles each time.
    pub first_retry: Duration,
    /// Longest wait between attempts.
    pub max_retry: Duration,
    /// Longest time without asking while hints work.
    pub poll: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            first_retry: Duration::from_secs(1),
            max_retry: Duration::from_secs(30),
            poll: Duration::from_mins(1),
        }
    }
}

/// How long to wait after so many failures: doubling, with jitter.
pub(crate) fn backoff(pace: Pace, failures: u32) -> Duration {
    let doubled = pace.first_retry.saturating_mul(1 << failures.saturating_sub(1).min(16));
    let capped = doubled.min(pace.max_retry);
    // Half fixed, half random, so that a district's stations do not come back all at once.
    let mut random = [0_u8; 1];
    let share = getrandom::fill(&mut random).map_or(255, |()| u32::from(random[0]));
    capped / 2 + capped / 2 * share / 255
}
