//! Waiting for a condition instead of for a time.

use std::time::Duration;

use anyhow::{Result, bail};
use tokio::time::{Instant, MissedTickBehavior, interval};

/// Time between two looks.
const LOOK: Duration = Duration::from_millis(40);

/// Looks until there is something, at most for `limit`; an error of a look is one more "not yet"
/// and is told at the end.
pub async fn until<T>(
    what: &str,
    limit: Duration,
    look: impl AsyncFn() -> Result<Option<T>>,
) -> Result<T> {
    let end = Instant::now() + limit;
    let mut looks = interval(LOOK);
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut last = None;
    while Instant::now() < end {
        looks.tick().await;
        match look().await {
            Ok(Some(found)) => return Ok(found),
            Ok(None) => last = None,
            Err(error) => last = Some(error),
        }
    }
    match last {
        Some(error) => Err(error.context(format!("waited in vain for: {what}"))),
        None => bail!("waited in vain for: {what}"),
    }
}
