//! Courier bundles: what a file is, the platform's answers out of one, and what was done here.

use std::path::{Path, PathBuf};

use bangban_domain::time::Timestamp;
use bangban_store::table::courier::{self as trips, Trip, Way};
use bangban_store::table::{audit, meta};
use bangban_sync::SyncError;
use bangban_sync::courier::{self, Inspected, Kind, MAX_FILE_BYTES, Outcome, short_station};
use uuid::Uuid;

use super::papers::downloads;
use super::sync_state::data_as_of;
use crate::desk::{Desk, OpenGuard};
use crate::error::{ApiError, Code};
use crate::event::ApiEvent;
use crate::model::{
    CourierCan, CourierFile, CourierImported, CourierKind, CourierList, CourierOutcome,
    CourierPath, CourierRow, CourierWay, Nothing, SyncWhat,
};
use crate::open::{me, notice, now};

/// Says what a file is, as far as that can be seen from outside.
pub async fn inspect(desk: &Desk, input: CourierPath) -> Result<CourierFile, ApiError> {
    let open = desk.open().await?;
    look_at(&open, &input.path).await
}

async fn look_at(open: &OpenGuard, path: &str) -> Result<CourierFile, ApiError> {
    described(open, courier::inspect(&open.store, read(path).await?).await?).await
}

/// What was seen of a file, with what was done with it here before.
pub(super) async fn described(open: &OpenGuard, seen: Inspected) -> Result<CourierFile, ApiError> {
    let Inspected { header, is_mine, is_known } = seen;
    let mut c = open.read().await?;
    let mut at = async |way| -> Result<Option<Timestamp>, ApiError> {
        Ok(trips::first(&mut c, header.id, way).await?.map(|trip| trip.at))
    };
    let (imported_at, carried_at) = (at(Way::Imported).await?, at(Way::Carried).await?);
    let can = match header.kind {
        Kind::Up | Kind::Files => CourierCan::Carry,
        Kind::Back if is_mine => CourierCan::Import,
        Kind::Back => CourierCan::BringOn,
    };
    Ok(CourierFile {
        kind: match header.kind {
            Kind::Up => CourierKind::Up,
            Kind::Back => CourierKind::Back,
            Kind::Files => CourierKind::Files,
        },
        number: header.number,
        station: short_station(header.station),
        part: header.part.map(|it| (it.part, it.parts)),
        written_at: Timestamp(header.written_at),
        mine: is_mine,
        known: is_known,
        outcome: header.answers.as_ref().map(|answers| shown(answers.outcome)),
        taken_at: header.answers.as_ref().map(|answers| Timestamp(answers.taken_at)),
        imported_at,
        carried_at,
        can,
    })
}

/// What was asked of the platform was not done: the line broke, or it says why.
pub(super) fn answered(error: SyncError) -> ApiError {
    match error {
        SyncError::Unreachable(_) | SyncError::Between { .. } => ApiError::new(Code::NeedsLine),
        other => other.into(),
    }
}

/// Reads the platform's answers.
pub async fn import(desk: &Desk, input: CourierPath) -> Result<CourierImported, ApiError> {
    let open = desk.open().await?;
    let path = PathBuf::from(&input.path);
    let done = courier::import(&open.store, read(&input.path).await?, &file_name(&path)).await?;
    if done.before.is_none() {
        note(&open, "courier_imported", done.bundle, done.number).await?;
        for news in done.news {
            desk.announce(ApiEvent::Noticed { notice: notice(news) });
        }
        open.engine.wake();
    }
    let left_out = done.left_out.iter().map(|partition| match partition.as_str() {
        "library" => SyncWhat::Library,
        _ => SyncWhat::Tickets,
    });
    Ok(CourierImported {
        number: done.number,
        outcome: shown(done.outcome),
        taken_at: done.taken_at,
        written_at: done.written_at,
        before: done.before,
        accepted: done.accepted,
        refused: done.refused,
        parked: done.parked,
        held: done.held,
        files_arrived: done.files_arrived,
        files_missing: done.files_missing,
        changes: u32::try_from(done.changes).unwrap_or(u32::MAX),
        left_out: left_out.collect(),
        data_as_of: data_as_of(&mut *open.read().await?).await?,
    })
}

/// What was done with bundles here.
pub async fn list(desk: &Desk, _: Nothing) -> Result<CourierList, ApiError> {
    let open = desk.open().await?;
    let station = stored_station(&open).await?;
    let mut c = open.read().await?;
    let ready = meta::get(&mut c, meta::PLATFORM_KEYS).await?.is_some();
    let mut rows = Vec::new();
    for trip in trips::all(&mut c).await? {
        let unanswered = match trip.way {
            Way::Exported => trips::unanswered(&mut c, trip.bundle).await?,
            Way::Imported | Way::Carried => 0,
        };
        rows.push(row(trip, station, unanswered));
    }
    Ok(CourierList { ready, rows })
}

fn row(trip: Trip, station: Option<Uuid>, unanswered: u32) -> CourierRow {
    let outcome = trip.outcome.and_then(|word| {
        serde_json::from_value::<Outcome>(serde_json::Value::String(word)).ok().map(shown)
    });
    CourierRow {
        bundle: trip.bundle,
        way: match trip.way {
            Way::Exported => CourierWay::Exported,
            Way::Imported => CourierWay::Imported,
            Way::Carried => CourierWay::Carried,
        },
        number: trip.number,
        station: short_station(trip.station),
        mine: station == Some(trip.station),
        at: trip.at,
        actions: trip.actions,
        unanswered,
        outcome,
        file: trip.file,
    }
}

pub(super) fn shown(outcome: Outcome) -> CourierOutcome {
    match outcome {
        Outcome::Taken => CourierOutcome::Taken,
        Outcome::TakenBefore => CourierOutcome::TakenBefore,
        Outcome::Old => CourierOutcome::Old,
        Outcome::Held => CourierOutcome::Held,
    }
}

pub(super) async fn stored_station(open: &OpenGuard) -> Result<Option<Uuid>, ApiError> {
    let stored = meta::get(&mut *open.read().await?, meta::STATION).await?;
    Ok(stored.and_then(|text| Uuid::parse_str(&text).ok()))
}

/// A file that a person chose, unless it is too large to be a bundle.
pub(super) async fn read(path: &str) -> Result<Vec<u8>, ApiError> {
    let unreadable = |_| ApiError::new(Code::CourierNoFile);
    let found = tokio::fs::metadata(path).await.map_err(unreadable)?;
    if !found.is_file() {
        return Err(ApiError::new(Code::CourierNotABundle));
    }
    if found.len() > MAX_FILE_BYTES {
        return Err(ApiError::new(Code::CourierTooLarge));
    }
    tokio::fs::read(path).await.map_err(unreadable)
}

pub(super) async fn save(
    folder: PathBuf,
    name: String,
    content: Vec<u8>,
) -> Result<PathBuf, ApiError> {
    tokio::task::spawn_blocking(move || downloads::write(&folder, &name, &content))
        .await
        .map_err(|_| ApiError::new(Code::Internal))?
}

pub(super) fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

pub(super) async fn note(
    open: &OpenGuard,
    what: &str,
    bundle: Uuid,
    number: u32,
) -> Result<(), ApiError> {
    let mut tx = open.write().await?;
    let person = me(&mut tx).await?;
    let (bundle, number) = (bundle.to_string(), number.to_string());
    audit::add(&mut tx, now(), Some(person.id), what, Some(&bundle), Some(&number)).await?;
    tx.commit().await?;
    Ok(())
}
