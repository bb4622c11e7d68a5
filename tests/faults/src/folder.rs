//! Folders of databases, copied and taken away.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context as _, Result};
use tempfile::TempDir;

/// A folder that goes away with its owner; in memory where there is such a place.
pub(crate) fn temporary() -> Result<TempDir> {
    let memory = Path::new("/dev/shm");
    if memory.is_dir()
        && let Ok(folder) = TempDir::new_in(memory)
    {
        return Ok(folder);
    }
    Ok(TempDir::new()?)
}

/// Copies the database files of a folder; locks, and what SQLite makes anew, are left behind.
pub(crate) fn copy_files(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| from.display().to_string())? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        if is_database(name) && path.is_file() {
            fs::copy(&path, to.join(name))?;
        }
    }
    Ok(())
}

/// The database files of a folder, kept in memory.
pub(crate) type Files = Vec<(String, Vec<u8>)>;

/// Reads the database files of a folder.
pub(crate) fn read_files(from: &Path) -> Result<Files> {
    let mut files = Vec::new();
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        if is_database(name) {
            files.push((name.to_owned(), fs::read(&path)?));
        }
    }
    Ok(files)
}

/// Writes files that were kept in memory into a folder.
pub(crate) fn write_files(files: &Files, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for (name, content) in files {
        fs::write(to.join(name), content)?;
    }
    Ok(())
}

fn is_database(name: &str) -> bool {
    matches!(name.rsplit_once('.'), Some((_, "db" | "db-wal")))
}

/// Removes a file that may not be there.
pub(crate) fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}
