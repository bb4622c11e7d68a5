//! Bundles that the platform keeps for disabled accounts, for management specialists. Asked of the
//! platform: only online.

use bangban_domain::time::Timestamp;
use bangban_protocol::{BundleTaken, MAX_REASON_CHARS};
use bangban_sync::courier::{Released, short_station};

use super::courier::{answered, file_name, note, save};
use super::papers::downloads;
use super::view::Names;
use crate::desk::Desk;
use crate::error::{ApiError, Code};
use crate::model::{
    BundleRef, CourierReleased, HeldBundle, HeldBundles, HeldReleased, Nothing, ReleaseInput,
};

/// The bundles of the county that wait for a release, and those that were released.
///
/// # Errors
/// `NeedsLine` without a link.
pub async fn list(desk: &Desk, _: Nothing) -> Result<HeldBundles, ApiError> {
    let open = desk.open().await?;
    let known = open.engine.held_bundles().await.map_err(answered)?;
    let names = Names::load(&mut *open.read().await?).await?;
    Ok(HeldBundles { rows: known.into_iter().map(|bundle| row(bundle, &names)).collect() })
}

/// Lets a bundle be judged as the work of somebody who was allowed to act, and saves the answer.
///
/// # Errors
/// `NeedsLine` without a link; `BadInput` without a reason; `NotFound` when it waits no longer.
pub async fn release(desk: &Desk, input: ReleaseInput) -> Result<CourierReleased, ApiError> {
    let open = desk.open().await?;
    let reason = input.reason.trim().to_owned();
    if reason.is_empty() || reason.chars().count() > MAX_REASON_CHARS {
        return Err(ApiError::new(Code::BadInput).with("field", "reason"));
    }
    let made = open.engine.release_bundle(&open.store, input.bundle, reason).await;
    let made = made.map_err(answered)?;
    note(&open, "courier_released", input.bundle, made.header.number).await?;
    saved(desk, made).await
}

/// Saves the answer to a released bundle once more.
///
/// # Errors
/// `NeedsLine` without a link; `NotFound` when it was not released.
pub async fn answer(desk: &Desk, input: BundleRef) -> Result<CourierReleased, ApiError> {
    let open = desk.open().await?;
    let made = open.engine.released_answer(&open.store, input.bundle).await.map_err(answered)?;
    saved(desk, made).await
}

async fn saved(desk: &Desk, made: Released) -> Result<CourierReleased, ApiError> {
    let folder = downloads::folder(desk.config().downloads.as_deref())?;
    let path = save(folder, made.name, made.file).await?;
    Ok(CourierReleased {
        path: path.display().to_string(),
        file: file_name(&path),
        number: made.header.number,
        station: short_station(made.header.station),
    })
}

fn row(told: BundleTaken, names: &Names) -> HeldBundle {
    let released = told.released_at.map(|at| HeldReleased {
        at: Timestamp(at),
        by: told.released_by.map(|id| names.person(id)),
        reason: told.reason.unwrap_or_default(),
    });
    HeldBundle {
        id: told.id,
        person: names.person(told.person),
        active: told.active,
        desk: told.station_name,
        station: short_station(told.station),
        number: told.number,
        written_at: Timestamp(told.written_at),
        taken_at: Timestamp(told.taken_at),
        carrier: told.carrier.map(|id| names.person(id)),
        actions: told.commands,
        released,
    }
}
