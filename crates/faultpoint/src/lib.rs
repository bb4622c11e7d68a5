//! The places where the simulation of `tests/faults` may interfere with the real programs: the
//! clock, the moments around a commit, and the lines that carry a planted bug.
//!
//! Without the feature `armed`, which no program is built with, every function here is an inlined
//! nothing. With it, whoever runs under [`watched`] asks a [`Watch`]; everyone else is left alone.

#[cfg(feature = "armed")]
mod armed;
mod mutant;

#[cfg(feature = "armed")]
pub use armed::{Verdict, Watch, watched};
pub use mutant::Mutant;

/// A moment at which a process can end, or its disk be full.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Point {
    /// A station is about to commit.
    StationCommits,
    /// A station has committed.
    StationCommitted,
    /// The platform is about to commit.
    PlatformCommits,
    /// The platform has committed.
    PlatformCommitted,
}

/// The disk is full: the commit must not happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DiskFull;

/// Whether this bug is planted.
#[cfg(not(feature = "armed"))]
#[inline]
#[must_use]
pub fn planted(_: Mutant) -> bool {
    false
}

/// Passes a point. In a simulation the process may end here: then this never returns, and the
/// simulation drops whatever waits for it.
///
/// # Errors
/// When the simulated disk is full.
#[cfg(not(feature = "armed"))]
#[inline]
#[expect(clippy::unused_async, reason = "armed, it may wait for ever")]
pub async fn pass(_: Point) -> Result<(), DiskFull> {
    Ok(())
}

/// The simulated clock, UTC milliseconds; `None` outside of a simulation.
#[cfg(not(feature = "armed"))]
#[inline]
#[must_use]
pub fn now() -> Option<i64> {
    None
}

#[cfg(feature = "armed")]
pub use armed::{now, pass, planted};
