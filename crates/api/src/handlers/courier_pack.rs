//! The outbox into a bundle, and the files that travel in volumes beside it.

use std::path::{Path, PathBuf};

use bangban_domain::time::Timestamp;
use bangban_protocol::BundleFault;
use bangban_sync::SyncError;
use bangban_sync::courier::{self, Choice, Load, Packed};

use super::courier::{file_name, note, save};
use super::papers::downloads;
use crate::desk::{Desk, OpenGuard};
use crate::error::{ApiError, Code};
use crate::model::{
    CourierExported, CourierFiles, CourierLoad, CourierLoads, CourierPack, Nothing,
};

/// What each choice of files comes to now.
pub async fn loads(desk: &Desk, _: Nothing) -> Result<CourierLoads, ApiError> {
    let open = desk.open().await?;
    let of = async |choice| Ok::<_, ApiError>(told(&courier::loads(&open.store, choice).await?));
    Ok(CourierLoads {
        none: of(Choice::None).await?,
        small: of(Choice::Small).await?,
        all: of(Choice::All).await?,
    })
}

/// Saves everything that waits for the platform into a file, with volumes beside it. Nothing leaves
/// the outbox by that.
pub async fn export(desk: &Desk, input: CourierPack) -> Result<CourierExported, ApiError> {
    let open = desk.open().await?;
    let choice = match input.files {
        CourierFiles::None => Choice::None,
        CourierFiles::Small => Choice::Small,
        CourierFiles::All => Choice::All,
    };
    let packed = courier::export(&open.store, choice).await?;
    let folder = downloads::folder(desk.config().downloads.as_deref())?;
    let mut saved = Saved::default();
    // The bundle comes last: while it is not there, nobody carries half a trip.
    let made = match saved.volumes(&open, &folder, &packed).await {
        Ok(()) => saved.add(&folder, packed.name.clone(), packed.file.clone()).await,
        Err(error) => Err(error),
    };
    let path = match made {
        Ok(path) => path,
        Err(error) => {
            saved.undo();
            return Err(error);
        }
    };
    let file = file_name(&path);
    packed.saved(&open.store, &file).await?;
    note(&open, "courier_exported", packed.header.id, packed.header.number).await?;
    saved.paths.pop();
    Ok(CourierExported {
        path: path.display().to_string(),
        file,
        number: packed.header.number,
        written_at: Timestamp(packed.header.written_at),
        actions: packed.actions,
        left: packed.left,
        bytes: saved.bytes,
        volumes: saved.paths.iter().map(|path| file_name(path)).collect(),
        load: told(packed.volumes.load()),
    })
}

/// The files of a trip that were written so far.
#[derive(Default)]
struct Saved {
    paths: Vec<PathBuf>,
    bytes: u64,
}

impl Saved {
    async fn volumes(
        &mut self,
        open: &OpenGuard,
        folder: &Path,
        packed: &Packed,
    ) -> Result<(), ApiError> {
        let volumes = packed.volumes.pieces();
        let parts = u32::try_from(volumes.len()).unwrap_or(u32::MAX);
        for (part, pieces) in (1..).zip(volumes) {
            let written = packed.volumes.write(open.vault.clone(), part, parts, pieces).await;
            let (name, file) = written.map_err(|error| match error {
                SyncError::Bundle(BundleFault::Unreadable) => ApiError::new(Code::FileDamaged),
                other => other.into(),
            })?;
            self.add(folder, name, file).await?;
        }
        Ok(())
    }

    async fn add(
        &mut self,
        folder: &Path,
        name: String,
        file: Vec<u8>,
    ) -> Result<PathBuf, ApiError> {
        let bytes = file.len() as u64;
        let path = save(folder.to_owned(), name, file).await?;
        self.bytes += bytes;
        self.paths.push(path.clone());
        Ok(path)
    }

    /// What was begun and not finished must not lie about.
    fn undo(&self) {
        for path in &self.paths {
            if let Err(error) = std::fs::remove_file(path) {
                tracing::warn!(%error, "a volume that was begun stays");
            }
        }
    }
}

fn told(load: &Load) -> CourierLoad {
    let count = |files: &[_]| u32::try_from(files.len()).unwrap_or(u32::MAX);
    CourierLoad {
        files: count(&load.taken),
        bytes: load.taken.iter().map(|file| file.bytes).sum(),
        left: count(&load.left),
        left_bytes: load.left.iter().map(|file| file.bytes).sum(),
    }
}
