//! The bundles on sticks and in the folder for downloads, so that nobody has to browse for one.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use bangban_sync::courier::{self, BEGINNING_BYTES, EXTENSION, Inspected};

use super::courier::{described, file_name};
use super::papers::downloads;
use crate::desk::{Desk, OpenGuard};
use crate::error::{ApiError, Code};
use crate::model::{CourierFile, CourierFolder, CourierFound};
use crate::sticks::{self, Stick};

/// Files that are looked at in one place.
const MOST_FOUND: usize = 100;
/// Folders of a stick that are looked into: people put what they carry into one, not deeper.
const MOST_FOLDERS: usize = 64;

/// A file that ends as a bundle does.
pub(super) struct Lying {
    pub(super) path: PathBuf,
    stick: Option<String>,
}

/// The bundles in a folder, or on every stick and in the folder for downloads, each with what it
/// is.
pub async fn find(desk: &Desk, input: CourierFolder) -> Result<Vec<CourierFound>, ApiError> {
    let open = desk.open().await?;
    let lying = match input.folder {
        Some(folder) => {
            let folder = PathBuf::from(folder);
            off_the_loop(move || bundles_in(&folder)).await?.map_err(unreadable)?
        }
        None => everywhere(desk).await?,
    };
    let mut found = Vec::new();
    for Lying { path, stick } in lying {
        let (seen, fault) = match glance(&open, path.clone()).await {
            Ok(seen) => (Some(seen), None),
            Err(error) => (None, Some(error.code)),
        };
        let file = file_name(&path);
        found.push(CourierFound { path: path.display().to_string(), file, stick, seen, fault });
    }
    Ok(found)
}

async fn everywhere(desk: &Desk) -> Result<Vec<Lying>, ApiError> {
    let (sticks, downloads) = (desk.config().sticks.clone(), desk.config().downloads.clone());
    off_the_loop(move || {
        let mut lying: Vec<Lying> =
            sticks::plugged(sticks.as_deref()).iter().flat_map(on_stick).collect();
        // There need not be a folder for downloads yet.
        let folder = downloads::folder(downloads.as_deref()).ok();
        lying.extend(folder.and_then(|folder| bundles_in(&folder).ok()).unwrap_or_default());
        lying
    })
    .await
}

/// What lies on a stick, or in a folder on it. A stick that cannot be read has nothing.
fn on_stick(stick: &Stick) -> Vec<Lying> {
    let mut folders = vec![stick.path.clone()];
    let entries = std::fs::read_dir(&stick.path).into_iter().flatten().flatten();
    let inner = entries.map(|entry| entry.path()).filter(|path| path.is_dir());
    folders.extend(inner.take(MOST_FOLDERS));
    let mut lying: Vec<Lying> =
        folders.iter().filter_map(|folder| bundles_in(folder).ok()).flatten().collect();
    for file in &mut lying {
        file.stick = Some(stick.name.clone());
    }
    lying.truncate(MOST_FOUND);
    lying
}

pub(super) fn bundles_in(folder: &Path) -> std::io::Result<Vec<Lying>> {
    let paths = std::fs::read_dir(folder)?.flatten().map(|entry| entry.path());
    let is_bundle = |path: &PathBuf| {
        path.extension().is_some_and(|end| end.eq_ignore_ascii_case(EXTENSION)) && path.is_file()
    };
    let mut found: Vec<PathBuf> = paths.filter(is_bundle).collect();
    // The newest numbers matter most.
    found.sort();
    found.reverse();
    found.truncate(MOST_FOUND);
    Ok(found.into_iter().map(|path| Lying { path, stick: None }).collect())
}

/// Looks at the beginning alone: a list of a full stick must not read all of it.
async fn glance(open: &OpenGuard, path: PathBuf) -> Result<CourierFile, ApiError> {
    described(open, seen_at(open, path).await?).await
}

/// What the beginning of a file says.
pub(super) async fn seen_at(open: &OpenGuard, path: PathBuf) -> Result<Inspected, ApiError> {
    let read = off_the_loop(move || {
        let file = std::fs::File::open(path)?;
        let length = file.metadata()?.len();
        let mut beginning = Vec::new();
        file.take(BEGINNING_BYTES).read_to_end(&mut beginning)?;
        Ok((beginning, length))
    });
    let (beginning, length) = read.await?.map_err(unreadable)?;
    Ok(courier::glance(&open.store, &beginning, length).await?)
}

fn unreadable(_: std::io::Error) -> ApiError {
    ApiError::new(Code::CourierNoFile)
}

async fn off_the_loop<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, ApiError> {
    tokio::task::spawn_blocking(work).await.map_err(|_| ApiError::new(Code::Internal))
}
