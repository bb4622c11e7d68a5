//! What must hold after every history, once its faults are over.

mod central;
mod claims;
mod order;
mod outcomes;
mod remains;
mod rows;

use std::collections::BTreeMap;

use anyhow::Result;
use bangban_store::table::audit;

use crate::world::World;

use self::central::Central;
pub use self::claims::claims;
pub use self::remains::remains;

/// What does not hold.
#[derive(Debug, Clone)]
pub struct Violation {
    /// Which invariant.
    pub invariant: &'static str,
    /// What was found.
    pub found: String,
}

/// One effect or one visible refusal for every command.
pub const ONE_OUTCOME: &str = "one effect or one visible refusal per command";
/// The outbox drains.
pub const DRAINED: &str = "the outbox drains in bounded time without new writes";
/// Station and platform agree.
pub const EQUAL: &str = "station and platform rows are equal within scope";
/// The feed is dense, and a cursor claims only what is here.
pub const DENSE: &str = "the feed is dense and a cursor claims only what is here";
/// Versions and fences.
pub const ORDERED: &str = "versions are 1..n, fences never go back, the server's time orders";
/// Texts stay readable.
pub const READABLE: &str = "every text can be read where it was written";
/// The audit.
pub const AUDITED: &str = "the audit names each action once";
/// Reproducible.
pub const REPLAYED: &str = "the same seed replays to the same bytes";
/// Nothing differed.
pub const NEVER_REPAIRED: &str = "digests of station and platform never differ";
/// Parked rather than refused.
pub const FENCED: &str = "work under a lost fence is parked";

/// Counts comparisons and collects what does not hold.
#[derive(Debug, Default)]
pub struct Findings {
    /// What does not hold.
    pub violations: Vec<Violation>,
    /// Comparisons by invariant.
    pub checks: BTreeMap<&'static str, u64>,
    /// What became of commands.
    pub verdicts: BTreeMap<&'static str, u64>,
}

impl Findings {
    fn hold(&mut self, invariant: &'static str, holds: bool, found: impl FnOnce() -> String) {
        *self.checks.entry(invariant).or_default() += 1;
        if !holds {
            self.violations.push(Violation { invariant, found: found() });
        }
    }
}

/// Checks everything.
pub async fn check(world: &World) -> Result<Findings> {
    let mut findings = Findings::default();
    let central = Central::of(world).await?;
    order::feed(&central, &mut findings);
    order::tickets(&central, world.now(), &mut findings)?;
    order::questions(&central, world.now(), &mut findings)?;
    for (number, station) in world.stations.iter().enumerate() {
        let store = station.store()?;
        let mut reader = store.read().await?;
        outcomes::outcomes(&mut reader, number, station, &central, &mut findings).await?;
        rows::rows(&mut reader, number, &central, &mut findings).await?;
        let repairs = audit::of_kind(&mut reader, "repaired").await?;
        findings.hold(NEVER_REPAIRED, repairs.is_empty(), || {
            format!("station {number} repaired {} times", repairs.len())
        });
        claims::cursors(&mut reader, number, &central, &mut findings).await?;
        outcomes::audited(&mut reader, number, station, &mut findings).await?;
    }
    Ok(findings)
}
