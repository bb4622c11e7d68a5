//! The sync pill.

use bangban_domain::time::Timestamp;
use bangban_store::Connection;
use bangban_store::table::{cursor, meta, notice, outbox};
use bangban_sync as sync;

use crate::desk::Desk;
use crate::error::ApiError;
use crate::model::{Link, Nothing, SyncPhase, SyncProgress, SyncState, SyncWhat};
use crate::open::number;

/// Where the station stands.
pub async fn state(desk: &Desk, _: Nothing) -> Result<SyncState, ApiError> {
    let open = desk.open().await?;
    let status = open.engine.status();
    let mut c = open.read().await?;
    Ok(SyncState {
        link: link(status.link),
        last_contact: number(&mut c, meta::LAST_CONTACT).await?.map(Timestamp),
        data_as_of: data_as_of(&mut c).await?,
        pending: outbox::pending_count(&mut c).await?,
        attention: outbox::attention_count(&mut c).await?,
        unread: notice::unread(&mut c).await?,
        ready: is_ready(&mut c).await?,
        progress: status.progress.as_ref().map(progress),
        clock_skew_ms: number(&mut c, meta::CLOCK_OFFSET).await?.map(|offset| -offset),
        next_attempt: status.next_attempt,
    })
}

/// Asks sync to try now, also what was put off.
pub async fn now(desk: &Desk, _: Nothing) -> Result<Nothing, ApiError> {
    let open = desk.open().await?;
    let mut tx = open.write().await?;
    outbox::try_again(&mut tx).await?;
    tx.commit().await?;
    open.engine.wake();
    Ok(Nothing {})
}

/// Whether every partition within scope has been fetched once.
pub async fn is_ready(c: &mut Connection) -> Result<bool, ApiError> {
    let stored = meta::get(c, meta::PARTITIONS).await?;
    let wanted: Vec<String> =
        stored.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    let here = cursor::all(c).await?;
    let fetched = |partition: &String| here.iter().any(|c| c.partition == *partition);
    Ok(!wanted.is_empty() && wanted.iter().all(fetched))
}

/// The local data is as of this server time: that of the partition that lags most.
pub async fn data_as_of(c: &mut Connection) -> Result<Option<Timestamp>, ApiError> {
    Ok(cursor::all(c).await?.iter().map(|cursor| cursor.as_of).min())
}

/// The engine's link as the UI words it.
pub fn link(link: sync::Link) -> Link {
    match link {
        sync::Link::Connecting => Link::Connecting,
        sync::Link::Online => Link::Online,
        // A damaged store answers each command with its own code.
        sync::Link::Offline | sync::Link::Damaged => Link::Offline,
        sync::Link::SignInNeeded => Link::SignInNeeded,
        sync::Link::AccountDisabled => Link::AccountDisabled,
        sync::Link::UpdateNeeded => Link::UpdateNeeded,
        sync::Link::DiskFull => Link::DiskFull,
        sync::Link::Braked => Link::Braked,
    }
}

/// What a partition holds, as the UI words it.
pub fn what(partition: &str) -> SyncWhat {
    match partition {
        "library" => SyncWhat::Library,
        _ => SyncWhat::Tickets,
    }
}

fn progress(progress: &sync::Progress) -> SyncProgress {
    SyncProgress {
        what: what(&progress.partition),
        phase: match progress.phase {
            sync::Phase::Downloading => SyncPhase::Downloading,
            sync::Phase::Writing => SyncPhase::Writing,
        },
        done: progress.done,
        total: progress.total,
        remaining_ms: progress.remaining_ms,
    }
}
