//! A bundle of any station to the platform, with the volumes that lie beside it.

use std::path::{Path, PathBuf};

use bangban_domain::time::Timestamp;
use bangban_sync::courier::{Header, Inspected, Kind, short_station};

use super::courier::{answered, file_name, note, read, save, shown, stored_station};
use super::courier_find::{bundles_in, seen_at};
use super::papers::downloads;
use crate::desk::{Desk, OpenGuard};
use crate::error::{ApiError, Code};
use crate::model::{CourierCarried, CourierPath};

/// Hands a bundle of any station to the platform, and saves the answer beside it. Its volumes go
/// first, so that the one answer says of every file whether it came.
pub async fn carry(desk: &Desk, input: CourierPath) -> Result<CourierCarried, ApiError> {
    let open = desk.open().await?;
    let path = Path::new(&input.path);
    let file = read(&input.path).await?;
    let volumes = Volumes::hand_over(&open, path).await?;
    let carried = open.engine.carry(&open.store, file).await.map_err(answered)?;
    let beside = path.parent().map(Path::to_owned).unwrap_or_default();
    let (name, content) = (carried.name.clone(), carried.file.clone());
    let saved_beside = save(beside, name.clone(), content.clone()).await;
    let is_beside = saved_beside.is_ok();
    let path = if let Ok(path) = saved_beside {
        path
    } else {
        // A stick that is full or locked must not cost the answer.
        let folder = downloads::folder(desk.config().downloads.as_deref())?;
        save(folder, name, content).await?
    };
    let saved = file_name(&path);
    carried.saved(&open.store, &saved).await?;
    note(&open, "courier_carried", carried.came.id, carried.came.number).await?;
    let mine = stored_station(&open).await? == Some(carried.came.station);
    Ok(CourierCarried {
        path: path.display().to_string(),
        file: saved,
        beside: is_beside,
        number: carried.came.number,
        station: short_station(carried.came.station),
        outcome: shown(carried.answered.outcome),
        taken_at: Timestamp(carried.answered.taken_at),
        mine,
        volumes: volumes.carried,
        volumes_missing: volumes.missing,
    })
}

/// What became of the volumes beside a bundle.
#[derive(Default)]
struct Volumes {
    carried: u32,
    missing: u32,
}

impl Volumes {
    async fn hand_over(open: &OpenGuard, bundle: &Path) -> Result<Self, ApiError> {
        let Inspected { header, .. } = seen_at(open, bundle.to_owned()).await?;
        let mut done = Self::default();
        if header.kind != Kind::Up {
            return Ok(done);
        }
        let mut parts = 0;
        for (path, header) in beside(open, bundle, &header).await {
            parts = header.part.map_or(parts, |part| part.parts.max(parts));
            let file = read(&path.display().to_string()).await?;
            match open.engine.carry(&open.store, file).await.map_err(answered) {
                Ok(_) => done.carried += 1,
                // One that is not whole must not hold up the work; the answer says what is missing.
                Err(error) if is_of_the_file(error.code) => {}
                Err(error) => return Err(error),
            }
        }
        done.missing = parts.saturating_sub(done.carried);
        Ok(done)
    }
}

fn is_of_the_file(code: Code) -> bool {
    matches!(
        code,
        Code::CourierNotABundle
            | Code::CourierTooLarge
            | Code::CourierCutShort
            | Code::CourierChanged
            | Code::CourierUnreadable
            | Code::CourierOlderPlatform
    )
}

/// The volumes of a bundle in its folder, each once, in their order.
async fn beside(open: &OpenGuard, bundle: &Path, of: &Header) -> Vec<(PathBuf, Header)> {
    let folder = bundle.parent().map(Path::to_owned).unwrap_or_default();
    let lying = tokio::task::spawn_blocking(move || bundles_in(&folder)).await;
    let mut found: Vec<(PathBuf, Header)> = Vec::new();
    for file in lying.ok().and_then(Result::ok).unwrap_or_default() {
        // What cannot be read here is none of this trip's, or is said to be missing.
        let Ok(Inspected { header, .. }) = seen_at(open, file.path.clone()).await else { continue };
        let is_its = header.part.is_some_and(|part| part.beside == of.id);
        if is_its && header.station == of.station && !found.iter().any(|(_, h)| h.id == header.id) {
            found.push((file.path, header));
        }
    }
    found.sort_by_key(|(_, header)| header.part.map(|part| part.part));
    found
}
