//! The folder a scanner writes to.

use std::fs::{self, File};
use std::io;
use std::path::{Component, Path, PathBuf};
use std::time::UNIX_EPOCH;

use bangban_domain::time::Timestamp;
use bangban_files::{Limits, Verdict, decode, inspect, thumbnail as small};
use bangban_store::table::meta;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::files::{blocking, take as take_file};
use super::tickets::not_found;
use crate::desk::Desk;
use crate::error::{ApiError, Code};
use crate::model::{
    FileTaken, FileThumbnail, Nothing, ScanFile, ScanFolder, ScanName, ScanProblem, SetScanFolder,
    TakeScan, TakenOutcome,
};
use crate::open::{Open, now};

/// Files shown.
const SHOWN: usize = 200;
/// A file that changed so recently may still be being written.
const SETTLED_MS: i64 = 1_500;
/// Endings that programs give to what they have not finished.
const UNFINISHED: [&str; 4] = [".part", ".tmp", ".crdownload", "~"];

/// The folder and what is in it.
pub async fn folder(desk: &Desk, _: Nothing) -> Result<ScanFolder, ApiError> {
    let open = desk.open().await?;
    shown(&open).await
}

/// Chooses the folder. A path that cannot be used is kept and named: the drive may come back.
pub async fn set_folder(desk: &Desk, input: SetScanFolder) -> Result<ScanFolder, ApiError> {
    let open = desk.open().await?;
    let path = input.path.map(|path| path.trim().to_owned()).filter(|path| !path.is_empty());
    if path.as_ref().is_some_and(|path| !Path::new(path).is_absolute()) {
        return Err(ApiError::new(Code::BadInput).with("field", "path"));
    }
    let mut tx = open.write().await?;
    match &path {
        Some(path) => meta::set(&mut tx, meta::SCAN_FOLDER, path).await?,
        None => meta::remove(&mut tx, meta::SCAN_FOLDER).await?,
    }
    if input.remove_taken {
        meta::remove(&mut tx, meta::KEEP_SCANS).await?;
    } else {
        meta::set(&mut tx, meta::KEEP_SCANS, "1").await?;
    }
    tx.commit().await?;
    open.scans.watch(path.map(PathBuf::from));
    shown(&open).await
}

/// The thumbnail of a scan, for choosing.
pub async fn thumbnail(desk: &Desk, input: ScanName) -> Result<FileThumbnail, ApiError> {
    let open = desk.open().await?;
    let path = of_name(&open, &input.name).await?;
    let jpeg = blocking(move || Ok(look(&path)?)).await?;
    Ok(FileThumbnail { jpeg: jpeg.map(|jpeg| STANDARD.encode(jpeg)) })
}

/// Takes a scan in. It is removed from the folder once it is safe in the vault.
pub async fn take(desk: &Desk, input: TakeScan) -> Result<FileTaken, ApiError> {
    let open = desk.open().await?;
    let path = of_name(&open, &input.name).await?;
    let source = File::open(&path).map_err(|_| not_found())?;
    let TakeScan { ticket, material, name, despite_warnings } = input;
    let taken = take_file(&open, ticket, &material, &name, source, despite_warnings).await?;
    let keep = meta::get(&mut *open.read().await?, meta::KEEP_SCANS).await?.is_some();
    if taken.outcome == TakenOutcome::Filed && !keep && fs::remove_file(&path).is_err() {
        tracing::warn!("a scan that was taken in could not be removed from its folder");
    }
    Ok(taken)
}

async fn shown(open: &Open) -> Result<ScanFolder, ApiError> {
    let mut c = open.read().await?;
    let path = meta::get(&mut c, meta::SCAN_FOLDER).await?;
    let remove_taken = meta::get(&mut c, meta::KEEP_SCANS).await?.is_none();
    drop(c);
    let Some(path) = path else {
        return Ok(ScanFolder { path: None, problem: None, remove_taken, files: Vec::new() });
    };
    let folder = PathBuf::from(&path);
    let (files, problem) = match blocking(move || Ok(list(&folder, now()))).await? {
        Ok(files) => (files, None),
        Err(error) => (Vec::new(), Some(problem(&error))),
    };
    Ok(ScanFolder { path: Some(path), problem, remove_taken, files })
}

fn problem(error: &io::Error) -> ScanProblem {
    match error.kind() {
        io::ErrorKind::NotADirectory => ScanProblem::NotAFolder,
        io::ErrorKind::PermissionDenied => ScanProblem::Forbidden,
        _ => ScanProblem::Missing,
    }
}

/// Finished files, the newest first.
fn list(folder: &Path, now: Timestamp) -> io::Result<Vec<ScanFile>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        // One that vanished meanwhile is not there.
        let Ok(entry) = entry else { continue };
        let Ok(about) = entry.metadata() else { continue };
        let Ok(name) = entry.file_name().into_string() else { continue };
        let modified = about.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
        let modified = modified.and_then(|since| i64::try_from(since.as_millis()).ok());
        let modified_at = Timestamp(modified.unwrap_or_default());
        let is_finished = modified_at.plus_ms(SETTLED_MS) <= now && !is_unfinished(&name);
        if about.is_file() && about.len() > 0 && is_finished {
            files.push(ScanFile { name, bytes: about.len(), modified_at });
        }
    }
    files.sort_by(|a, b| b.modified_at.cmp(&a.modified_at).then_with(|| a.name.cmp(&b.name)));
    files.truncate(SHOWN);
    Ok(files)
}

fn is_unfinished(name: &str) -> bool {
    name.starts_with('.') || UNFINISHED.iter().any(|end| name.ends_with(end))
}

/// A file of the folder by its name, which must not lead out of it.
async fn of_name(open: &Open, name: &str) -> Result<PathBuf, ApiError> {
    let folder = meta::get(&mut *open.read().await?, meta::SCAN_FOLDER).await?;
    let mut parts = Path::new(name).components();
    let plain = matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None));
    if !plain {
        return Err(ApiError::new(Code::BadInput).with("field", "name"));
    }
    let path = PathBuf::from(folder.ok_or_else(not_found)?).join(name);
    let is_file = fs::symlink_metadata(&path).is_ok_and(|about| about.is_file());
    if is_file { Ok(path) } else { Err(not_found()) }
}

/// A small picture of a scan, if it is a picture that may be handled.
fn look(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let mut file = File::open(path)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let found = inspect(&mut file, &name, &Limits::default())?;
    if found.verdict != Verdict::Usable || !found.media.is_decodable() {
        return Ok(None);
    }
    let Ok((image, orientation)) = decode(&mut file, found.media) else { return Ok(None) };
    Ok(small(&image, orientation).map(|small| small.jpeg))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_still_being_written_is_not_offered() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        for name in ["a.jpg", "b.pdf.part", ".hidden.jpg", "c.jpg~"] {
            fs::write(folder.path().join(name), b"x")?;
        }
        fs::write(folder.path().join("empty.jpg"), b"")?;
        fs::create_dir(folder.path().join("folder.jpg"))?;
        let written = fs::metadata(folder.path().join("a.jpg"))?.modified()?;
        let since = written.duration_since(UNIX_EPOCH).map_err(io::Error::other)?;
        let at = Timestamp(i64::try_from(since.as_millis()).map_err(io::Error::other)?);
        assert!(list(folder.path(), at)?.is_empty(), "changed this moment");
        let names: Vec<_> =
            list(folder.path(), at.plus_ms(2_000))?.into_iter().map(|file| file.name).collect();
        assert_eq!(names, ["a.jpg"]);
        Ok(())
    }
}
