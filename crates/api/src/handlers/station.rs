//! How this station is.

use bangban_domain::time::Timestamp;
use bangban_protocol::VERSION;
use bangban_store::Connection;
use bangban_store::table::whole::{self, Given};
use bangban_store::table::{audit, check, cursor, file, meta, outbox};
use bangban_sync::{Braked, TooOld, VersionGap, name};
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::outbox::outbox_row;
use super::sync_state::{link, what};
use crate::desk::Desk;
use crate::error::{ApiError, Code};
use crate::model::{Brake, Nothing, PartHealth, StationHealth, SyncWhat, UpdateNeeded, WhoUpdates};
use crate::open::{me, now, number};

/// Failing actions that are shown at most.
const SHOWN: u32 = 50;

/// How this station is.
pub async fn health(desk: &Desk, _: Nothing) -> Result<StationHealth, ApiError> {
    let open = desk.open().await?;
    let link = link(open.engine.status().link);
    let mut c = open.read().await?;
    let station = meta::get(&mut c, meta::STATION).await?;
    let files = file::waiting(&mut c).await?;
    let mut failing = Vec::new();
    for entry in outbox::failing(&mut c, SHOWN).await? {
        failing.push(outbox_row(&mut c, entry, link).await?);
    }
    Ok(StationHealth {
        station: station.and_then(|id| Uuid::parse_str(&id).ok()).unwrap_or_default(),
        name: name::of(&mut c).await?,
        link,
        last_contact: number(&mut c, meta::LAST_CONTACT).await?.map(Timestamp),
        clock_skew_ms: number(&mut c, meta::CLOCK_OFFSET).await?.map(|offset| -offset),
        pending: outbox::pending_count(&mut c).await?,
        oldest_pending: outbox::oldest_pending(&mut c).await?,
        failing,
        letters: outbox::attention_count(&mut c).await?,
        files_waiting: files.files,
        files_failing: file::failing(&mut c).await?,
        parts: parts(&mut c).await?,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        platform_program: meta::get(&mut c, meta::PLATFORM_PROGRAM).await?,
        update: update_needed(&mut c).await?,
        brake: fact::<Braked>(&mut c, meta::BRAKE).await?.as_ref().map(brake),
    })
}

/// Compares everything here with the platform at the next exchange.
pub async fn compare(desk: &Desk, _: Nothing) -> Result<Nothing, ApiError> {
    let open = desk.open().await?;
    let mut tx = open.write().await?;
    check::ask(&mut tx).await?;
    tx.commit().await?;
    open.engine.wake();
    Ok(Nothing {})
}

/// Takes the platform's word that it has so few records. What is not there goes from here, except
/// unsent work.
pub async fn release_brake(desk: &Desk, _: Nothing) -> Result<Nothing, ApiError> {
    let open = desk.open().await?;
    let mut tx = open.write().await?;
    let stopped = meta::get(&mut tx, meta::BRAKE).await?;
    let stopped = stopped.ok_or_else(|| ApiError::new(Code::NotFound))?;
    meta::set(&mut tx, meta::BRAKE_RELEASED, &stopped).await?;
    meta::remove(&mut tx, meta::BRAKE).await?;
    let person = me(&mut tx).await?;
    audit::add(&mut tx, now(), Some(person.id), "brake_released", None, Some(&stopped)).await?;
    tx.commit().await?;
    open.engine.wake();
    Ok(Nothing {})
}

async fn parts(c: &mut Connection) -> Result<Vec<PartHealth>, ApiError> {
    let checks = check::all(c).await?;
    let mut parts = Vec::new();
    for at in cursor::all(c).await? {
        let what = what(&at.partition);
        let sorts: &[Given] = match what {
            SyncWhat::Library => &Given::LIBRARY,
            SyncWhat::Tickets => &Given::REGION,
        };
        let last = checks.iter().find(|check| check.partition == at.partition);
        parts.push(PartHealth {
            what,
            records: whole::count(c, sorts).await?,
            as_of: at.as_of,
            checked_at: last.map(|check| check.checked_at),
            same: last.is_none_or(|check| check.same),
            repairs: last.map_or(0, |check| check.repairs),
            repaired_at: last.and_then(|check| check.repaired_at),
        });
    }
    Ok(parts)
}

async fn update_needed(c: &mut Connection) -> Result<Option<UpdateNeeded>, ApiError> {
    let Some(gap) = fact::<VersionGap>(c, meta::VERSION_GAP).await? else { return Ok(None) };
    let who = match gap.too_old() {
        Some(TooOld::Station) => WhoUpdates::Station,
        Some(TooOld::Platform) => WhoUpdates::Platform,
        None => return Ok(None),
    };
    Ok(Some(UpdateNeeded { who, ours: VERSION, theirs: (gap.oldest, gap.newest) }))
}

fn brake(stopped: &Braked) -> Brake {
    Brake { what: what(&stopped.partition), here: stopped.here, there: stopped.there }
}

async fn fact<T: DeserializeOwned>(c: &mut Connection, name: &str) -> Result<Option<T>, ApiError> {
    Ok(meta::get(c, name).await?.and_then(|text| serde_json::from_str(&text).ok()))
}
