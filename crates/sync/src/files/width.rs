//! How wide the line is, learned from the pieces that went over it; says how large the next one may
//! be, so that a piece never keeps a command waiting for long.

use std::time::Duration;

use super::PIECE_BYTES;

/// A piece should not be on its way for longer than this.
const ON_ITS_WAY: Duration = Duration::from_secs(4);
/// The first piece, before anything is known about the line.
const FIRST: u64 = 32 * 1024;
/// Smaller pieces cost more in headers than they carry.
const LEAST: u64 = 4 * 1024;

/// The width of the line as it was measured.
#[derive(Debug, Default)]
pub(super) struct Width {
    /// Bytes per second, smoothed; `None` before the first piece.
    per_second: Option<u64>,
}

impl Width {
    /// Largest piece for now, bytes.
    pub(super) fn piece(&self) -> u64 {
        let carried = self.per_second.map(|rate| rate.saturating_mul(ON_ITS_WAY.as_secs()));
        carried.unwrap_or(FIRST).clamp(LEAST, PIECE_BYTES)
    }

    /// So many bytes took so long.
    pub(super) fn carried(&mut self, bytes: u64, took: Duration) {
        let millis = u64::try_from(took.as_millis()).unwrap_or(u64::MAX).max(1);
        let rate = bytes.saturating_mul(1_000) / millis;
        // The last piece counts as much as all before it: lines change.
        self.per_second = Some(self.per_second.map_or(rate, |before| u64::midpoint(before, rate)));
    }

    /// A piece did not get through: the next one is half as large.
    pub(super) fn failed(&mut self) {
        let half = self.piece() / 2 / ON_ITS_WAY.as_secs();
        self.per_second = Some(half.max(1));
    }

    /// Milliseconds for so many bytes; `None` before anything was measured.
    pub(super) fn remaining_ms(&self, bytes: u64) -> Option<u64> {
        self.per_second.map(|rate| bytes.saturating_mul(1_000) / rate.max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_a_line_of_20_kbit_a_piece_takes_seconds_not_minutes() {
        let mut width = Width::default();
        for _ in 0..8 {
            let piece = width.piece();
            width.carried(piece, Duration::from_millis(piece * 1_000 / 2_500));
        }
        let takes = width.piece() / 2_500;
        assert!((1..=5).contains(&takes), "{takes} s");
        let fifty_megabytes = width.remaining_ms(50 * 1024 * 1024).expect("measured");
        assert!((5 * 3_600_000..7 * 3_600_000).contains(&fifty_megabytes), "{fifty_megabytes}");
    }

    #[test]
    fn on_a_wide_line_pieces_grow_to_their_full_size() {
        let mut width = Width::default();
        width.carried(FIRST, Duration::from_millis(3));
        assert_eq!(width.piece(), PIECE_BYTES);
    }

    #[test]
    fn a_line_that_breaks_gets_smaller_pieces_until_one_gets_through() {
        let mut width = Width::default();
        let first = width.piece();
        width.failed();
        assert!(width.piece() <= first / 2);
        for _ in 0..40 {
            width.failed();
        }
        assert_eq!(width.piece(), LEAST);
    }
}
