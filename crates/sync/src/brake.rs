//! The brake: a platform that suddenly has far fewer records than are here may be an empty one, or the
//! wrong one. Nothing is deleted on its word until a person has said that it is right.

use bangban_protocol::{FeedPage, SnapshotManifest};
use bangban_store::table::cursor::Cursor;
use bangban_store::table::meta;
use bangban_store::table::whole::{self, Given};
use bangban_store::{Connection, Store, WriteTx};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::snapshot::LIBRARY;
use crate::{Result, SyncError};

/// Fewer records than this are not worth asking about.
const WORTH_ASKING: u64 = 50;

/// What the brake stopped, and what a person is asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Braked {
    /// Partition.
    pub partition: String,
    /// Epoch of the platform that has fewer.
    pub epoch: Uuid,
    /// Records here.
    pub here: u64,
    /// Records there.
    pub there: u64,
}

/// Stops a snapshot with less than half of what is here.
pub async fn on_snapshot(tx: &mut WriteTx, manifest: &SnapshotManifest) -> Result<()> {
    let here = count(tx, &manifest.partition).await?;
    let braked = Braked {
        partition: manifest.partition.clone(),
        epoch: manifest.epoch,
        here,
        there: manifest.records,
    };
    check(tx, &braked).await
}

/// Stops a page of the feed that takes away more than half of what is here.
pub async fn on_page(store: &Store, at: &Cursor, page: &FeedPage) -> Result<()> {
    let gone = page.changes.iter().filter(|change| change.record.body.is_none()).count() as u64;
    if gone < WORTH_ASKING / 2 {
        return Ok(());
    }
    let mut c = store.read().await?;
    let here = count(&mut c, &at.partition).await?;
    let there = here.saturating_sub(gone);
    let (partition, epoch) = (at.partition.clone(), at.epoch);
    check(&mut c, &Braked { partition, epoch, here, there }).await
}

async fn check(c: &mut Connection, braked: &Braked) -> Result<()> {
    let Braked { partition, here, there, .. } = braked;
    if *here < WORTH_ASKING || there * 2 >= *here || is_released(c, braked).await? {
        return Ok(());
    }
    Err(SyncError::FarFewer { partition: partition.clone(), here: *here, there: *there })
}

/// Whether a person has said that this platform may have that few.
async fn is_released(c: &mut Connection, braked: &Braked) -> Result<bool> {
    let stored = meta::get(c, meta::BRAKE_RELEASED).await?;
    let released = stored.and_then(|text| serde_json::from_str::<Braked>(&text).ok());
    Ok(released.is_some_and(|released| {
        released.partition == braked.partition
            && released.epoch == braked.epoch
            && braked.there >= released.there
    }))
}

/// Writes down what was stopped, for a person to decide.
pub(crate) async fn remember(store: &Store, error: &SyncError, epoch: Uuid) -> Result<()> {
    let SyncError::FarFewer { partition, here, there } = error else { return Ok(()) };
    let braked = Braked { partition: partition.clone(), epoch, here: *here, there: *there };
    let text = serde_json::to_string(&braked).map_err(|_| SyncError::Malformed("a brake"))?;
    let mut tx = store.write().await?;
    meta::set(&mut tx, meta::BRAKE, &text).await?;
    Ok(tx.commit().await?)
}

async fn count(c: &mut Connection, partition: &str) -> Result<u64> {
    let sorts: &[Given] = if partition == LIBRARY { &Given::LIBRARY } else { &Given::REGION };
    Ok(whole::count(c, sorts).await?)
}
