//! One direction of a line: when what is given to it arrives.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::Shape;

/// What a sender waits before it sends a lost packet again; doubles each time.
const WAIT: Duration = Duration::from_secs(1);

#[derive(Default)]
pub struct Direction {
    bytes: AtomicU64,
    lost: AtomicU64,
    /// When the last byte that was given to it will have left.
    free: Mutex<Option<Instant>>,
}

impl Direction {
    pub fn count(&self, bytes: usize) {
        self.bytes.fetch_add(bytes as u64, Ordering::Relaxed);
    }

    pub fn crossed(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }

    /// When so many bytes, a packet at most, will be at the other end.
    pub fn arrive(&self, shape: Shape, bytes: usize, not_before: Instant) -> Instant {
        let tries = self.tries(shape);
        self.leave(shape, bytes, not_before, tries) + shape.one_way + waits(tries)
    }

    /// By how much a packet too small to count comes late.
    pub fn late(&self, shape: Shape) -> Duration {
        waits(self.tries(shape))
    }

    fn leave(&self, shape: Shape, bytes: usize, not_before: Instant, tries: u32) -> Instant {
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let begin = free.map_or(not_before, |free| free.max(not_before));
        let bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
        let end = begin + Duration::from_secs(1) * bytes / shape.bytes_per_second * tries;
        *free = Some(end);
        end
    }

    /// How often a packet is sent until it arrives; the same row of numbers in every run.
    fn tries(&self, shape: Shape) -> u32 {
        let mut tries = 1;
        while tries < 6 && self.roll() % 100 < u64::from(shape.lost_percent) {
            tries += 1;
        }
        tries
    }

    fn roll(&self) -> u64 {
        // SplitMix64 (Steele, Lea, Flood 2014): neighbouring numbers give unlike results.
        let n = self.lost.fetch_add(1, Ordering::Relaxed) + 1;
        let z = n.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

/// The time that all tries before the last one cost.
fn waits(tries: u32) -> Duration {
    WAIT * ((1 << (tries - 1)) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const POOR: Shape =
        Shape { one_way: Duration::from_millis(150), bytes_per_second: 2_500, lost_percent: 10 };

    #[test]
    fn one_packet_in_ten_is_lost_so_that_the_benchmark_measures_what_it_says() {
        let direction = Direction::default();
        let lost = (0..10_000).filter(|_| direction.tries(POOR) > 1).count();
        assert!((900..1_100).contains(&lost), "{lost}");
    }

    #[test]
    fn a_narrow_direction_is_shared_so_that_an_upload_really_stands_in_the_way() {
        let direction = Direction::default();
        let whole = Shape { lost_percent: 0, ..POOR };
        let now = Instant::now();
        let first = direction.arrive(whole, 1_250, now);
        let second = direction.arrive(whole, 1_250, now);
        assert_eq!(first - now, Duration::from_millis(650));
        assert_eq!(second - now, Duration::from_millis(1_150));
    }

    #[test]
    fn every_further_loss_of_a_packet_doubles_the_wait_as_a_sender_does() {
        assert_eq!([1, 2, 3, 4].map(|tries| waits(tries).as_secs()), [0, 1, 3, 7]);
    }
}
