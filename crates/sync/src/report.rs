//! How this station is, in numbers, told to the platform after an exchange.

use std::time::Duration;

use bangban_protocol::{
    EntryUses, Held, HeldWhy, MAX_REPORTED_USES, ProblemCode, Reached, StationReport, VERSION,
};
use bangban_store::table::{check, cursor, entry_use, file, meta, outbox};
use bangban_store::{Connection, Store};
use serde::Deserialize;

use crate::platform::HttpPlatform;
use crate::{Result, SyncError, clock, name};

/// Failing actions that are named at most.
const NAMED: u32 = 20;
/// Longest time between two reports while nothing changes.
const EVERY: Duration = Duration::from_mins(10);

/// Tells the platform how this station is, when there is something to tell.
///
/// # Errors
/// The line broke. A platform from before reports is no error.
pub async fn send(
    platform: &HttpPlatform,
    token: &str,
    store: &Store,
    something_new: bool,
) -> Result<()> {
    let report = {
        let mut c = store.read().await?;
        if !something_new && !is_due(&mut c).await? {
            return Ok(());
        }
        make(&mut c).await?
    };
    let heard = match platform.report(token, &report).await {
        Err(error) if error.code() == Some(ProblemCode::NotFound) => Vec::new(),
        other => other.map(|()| report.uses)?,
    };
    let heard: Vec<_> = heard.into_iter().map(|used| (used.entry, used.uses)).collect();
    let mut tx = store.write().await?;
    entry_use::heard(&mut tx, &heard).await?;
    meta::set(&mut tx, meta::REPORTED, &clock::now().0.to_string()).await?;
    Ok(tx.commit().await?)
}

async fn is_due(c: &mut Connection) -> Result<bool> {
    let last = number(c, meta::REPORTED).await?;
    let since = last.map(|last| (clock::now().0 - last).unsigned_abs());
    Ok(since.is_none_or(|since| u128::from(since) >= EVERY.as_millis()))
}

async fn make(c: &mut Connection) -> Result<StationReport> {
    let files = file::waiting(c).await?;
    let reached = cursor::all(c).await?.into_iter();
    let reached = reached
        .map(|at| Reached { partition: at.partition, epoch: at.epoch, feed_seq: at.feed_seq })
        .collect();
    let uses = entry_use::untold(c, MAX_REPORTED_USES).await?.into_iter();
    let uses = uses.map(|(entry, uses)| EntryUses { entry, uses }).collect();
    Ok(StationReport {
        program: env!("CARGO_PKG_VERSION").to_owned(),
        protocol: VERSION,
        clock_offset: number(c, meta::CLOCK_OFFSET).await?,
        pending: outbox::pending_count(c).await?,
        oldest_pending_at: outbox::oldest_pending(c).await?.map(|at| at.0),
        held: held(c).await?,
        letters: outbox::attention_count(c).await?,
        files_waiting: files.files,
        files_failing: file::failing(c).await?,
        repairs: check::all(c).await?.iter().map(|check| check.repairs).sum(),
        reached,
        name: Some(name::of(c).await?),
        uses,
    })
}

async fn held(c: &mut Connection) -> Result<Vec<Held>> {
    let entries = outbox::failing(c, NAMED).await?;
    Ok(entries.iter().filter_map(|entry| Some(Held { id: entry.id, why: why(entry)? })).collect())
}

/// Why an entry does not get through.
pub fn why(entry: &outbox::Entry) -> Option<HeldWhy> {
    let word = entry.held.clone()?;
    HeldWhy::deserialize(serde_json::Value::String(word)).ok()
}

async fn number(c: &mut Connection, name: &str) -> Result<Option<i64>> {
    let text = meta::get(c, name).await.map_err(SyncError::from)?;
    Ok(text.and_then(|text| text.parse().ok()))
}
