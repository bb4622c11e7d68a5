//! How long to wait after wrong passwords, on a machine that nobody watches.

use serde::{Deserialize, Serialize};

use crate::time::Timestamp;

/// So many wrong ones cost nothing: fingers slip, and a colleague's name was chosen.
const FREE: u32 = 5;
/// The first wait; each further wrong one doubles it.
const FIRST_MS: i64 = 30_000;
/// The longest: who comes back from lunch has the machine again.
const LONGEST_MS: i64 = 3_600_000;

/// Tries since the last right password. Each is counted before it is made, so that ending the
/// program in the middle gains nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tries {
    /// How many.
    pub count: u32,
    /// When the last one was, by the machine's clock.
    pub last: Timestamp,
}

impl Tries {
    /// What is left of the wait at `now`, in milliseconds; 0 when a password may be tried.
    pub fn wait(self, now: Timestamp) -> i64 {
        self.delay().saturating_sub(now.0.saturating_sub(self.last.0)).max(0)
    }

    /// The same tries as seen at `now`: where the clock was set back since the last one, the wait
    /// begins anew. It is never shorter for that, and it does end.
    #[must_use]
    pub fn seen(self, now: Timestamp) -> Self {
        Self { last: self.last.min(now), ..self }
    }

    /// With one more, made at `now`.
    #[must_use]
    pub fn and_one(self, now: Timestamp) -> Self {
        Self { count: self.count.saturating_add(1), last: now }
    }

    /// As if the free ones were used up just now: for a record that cannot be read.
    pub fn unknown(now: Timestamp) -> Self {
        Self { count: FREE, last: now }
    }

    fn delay(self) -> i64 {
        let Some(beyond) = self.count.checked_sub(FREE) else { return 0 };
        FIRST_MS.saturating_mul(1 << beyond.min(20)).min(LONGEST_MS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Timestamp = Timestamp(1_790_000_000_000);

    #[test]
    fn the_wait_begins_with_the_fifth_wrong_one_doubles_and_ends_at_an_hour() {
        for (count, seconds) in [
            (0, 0),
            (1, 0),
            (4, 0),
            (5, 30),
            (6, 60),
            (8, 240),
            (11, 1_920),
            (12, 3_600),
            (400, 3_600),
        ] {
            let tries = Tries { count, last: NOON };
            assert_eq!(tries.wait(NOON), seconds * 1_000, "after {count}");
        }
    }

    #[test]
    fn time_that_has_passed_counts_and_a_clock_set_back_gains_nothing() {
        let tries = Tries { count: 6, last: NOON };
        assert_eq!(tries.wait(NOON.plus_ms(45_000)), 15_000);
        assert_eq!(tries.wait(NOON.plus_ms(60_000)), 0);
        let yesterday = NOON.plus_ms(-86_400_000);
        let seen = tries.seen(yesterday);
        assert_eq!(seen.wait(yesterday), 60_000, "from now on, not until tomorrow");
        assert_eq!(seen.seen(yesterday.plus_ms(60_000)).wait(yesterday.plus_ms(60_000)), 0);
    }

    #[test]
    fn a_record_that_was_spoilt_is_no_way_round_the_wait() {
        assert_eq!(Tries::unknown(NOON).wait(NOON), 30_000);
        let written_by_hand = Tries { count: u32::MAX, last: Timestamp(i64::MAX) };
        assert_eq!(written_by_hand.and_one(NOON).count, u32::MAX);
        assert_eq!(written_by_hand.seen(NOON).wait(NOON), LONGEST_MS);
        assert_eq!(Tries { last: Timestamp(i64::MIN), ..written_by_hand }.wait(NOON), 0);
    }
}
