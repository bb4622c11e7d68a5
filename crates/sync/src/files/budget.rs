//! How many bytes of files may go over the line in a minute.

use bangban_domain::time::Timestamp;

const MINUTE_MS: u64 = 60_000;
/// Smaller pieces cost more in headers than they carry.
const LEAST: u64 = 16 * 1024;

/// A purse that fills evenly and holds at most ten seconds' worth, so that a slow line is never
/// taken for a whole minute at once.
#[derive(Debug, Default)]
pub(super) struct Budget {
    /// Bytes that may go now.
    purse: u64,
    filled_at: Option<Timestamp>,
}

/// What may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Allowance {
    /// So many bytes, counted as gone.
    Bytes(u64),
    /// Nothing before so many milliseconds have passed.
    WaitMs(u64),
}

impl Budget {
    /// Asks for up to `wanted` bytes. `per_minute`: `None` for as many as the line carries.
    pub(super) fn ask(
        &mut self,
        per_minute: Option<u64>,
        wanted: u64,
        now: Timestamp,
    ) -> Allowance {
        let Some(per_minute) = per_minute else {
            (self.purse, self.filled_at) = (0, None);
            return Allowance::Bytes(wanted);
        };
        let least = wanted.min(LEAST);
        let room = (per_minute / 6).max(least);
        // A clock that was set back fills nothing; the next minute does.
        let passed = self.filled_at.map_or(MINUTE_MS, |at| (now.0 - at.0).max(0).cast_unsigned());
        let filled = per_minute.saturating_mul(passed) / MINUTE_MS;
        if filled > 0 || self.filled_at.is_none_or(|at| at > now) {
            self.purse = self.purse.saturating_add(filled).min(room);
            self.filled_at = Some(now);
        }
        if self.purse >= least {
            let piece = wanted.min(self.purse);
            self.purse -= piece;
            return Allowance::Bytes(piece);
        }
        let lacking = least - self.purse;
        Allowance::WaitMs((lacking * MINUTE_MS).div_ceil(per_minute.max(1)).max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PIECE: u64 = 256 * 1024;

    /// Bytes that go in so many milliseconds, asking whenever it is allowed.
    fn carried(per_minute: u64, during_ms: u64) -> u64 {
        let mut budget = Budget::default();
        let (mut now, mut sum) = (0, 0);
        while now < during_ms {
            match budget.ask(Some(per_minute), PIECE, Timestamp(now.cast_signed())) {
                Allowance::Bytes(bytes) => sum += bytes,
                Allowance::WaitMs(wait) => now += wait,
            }
        }
        sum
    }

    #[test]
    fn without_a_budget_everything_goes_at_once() {
        let mut budget = Budget::default();
        for _ in 0..1_000 {
            assert_eq!(budget.ask(None, PIECE, Timestamp(0)), Allowance::Bytes(PIECE));
        }
    }

    #[test]
    fn over_ten_minutes_the_budget_is_kept_and_used() {
        for per_minute in [64 * 1024, 1024 * 1024, 60 * 1024 * 1024] {
            let sum = carried(per_minute, 10 * MINUTE_MS);
            let most = per_minute * 10 + (per_minute / 6).max(LEAST);
            assert!(sum <= most, "{per_minute}: {sum} of {most}");
            assert!(sum >= per_minute * 9, "{per_minute}: {sum} is too little");
        }
    }

    #[test]
    fn a_tiny_budget_is_slow_but_never_stands_still() {
        assert!(carried(1_000, 60 * MINUTE_MS) >= 2 * LEAST);
        let mut budget = Budget::default();
        assert!(matches!(budget.ask(Some(1), 5, Timestamp(0)), Allowance::WaitMs(240_000)));
    }

    #[test]
    fn a_clock_that_is_set_back_does_not_stop_the_files() {
        let mut budget = Budget::default();
        let mut now = Timestamp(1_000_000_000_000);
        budget.ask(Some(1024 * 1024), PIECE, now);
        now = Timestamp(0);
        let mut waits = 0;
        while let Allowance::WaitMs(wait) = budget.ask(Some(1024 * 1024), PIECE, now) {
            now = now.plus_ms(wait.cast_signed());
            waits += 1;
            assert!(waits < 5, "it goes on within moments");
        }
    }
}
