//! Walking the tree, and telling whether anything in a part of it changed.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Folders that hold nothing a person wrote.
const NOT_OURS: &[&str] =
    &[".git", "target", "node_modules", "dist", "test-results", "playwright-report"];

/// Every file under `folder` that a person wrote, in a stable order.
pub fn walk(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let entries = std::fs::read_dir(&folder).with_context(|| folder.display().to_string())?;
        for entry in entries {
            let entry = entry?;
            let kind = entry.file_type()?;
            if kind.is_dir() && !NOT_OURS.iter().any(|name| entry.file_name() == *name) {
                open.push(entry.path());
            } else if kind.is_file() {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    Ok(found)
}

/// A number that changes when any file under `folder` does.
pub fn fingerprint(folder: &Path) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for file in walk(folder)? {
        file.strip_prefix(folder)?.hash(&mut hasher);
        read(&file)?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// A file's bytes, or an error that names it.
pub fn read(file: &Path) -> Result<Vec<u8>> {
    std::fs::read(file).with_context(|| format!("reading {}", file.display()))
}

/// Writes a file and the folders above it.
pub fn write(file: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(file, content).with_context(|| format!("writing {}", file.display()))
}

/// Makes `folder` an empty folder.
pub fn empty(folder: &Path) -> Result<()> {
    remove(folder)?;
    std::fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))
}

/// Removes a folder, which need not exist.
pub fn remove(folder: &Path) -> Result<()> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("removing {}", folder.display()))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_in_a_file_or_its_name_changes_the_fingerprint_and_built_files_do_not() {
        let folder = std::env::temp_dir().join(format!("xtask-{}-files", std::process::id()));
        empty(&folder).expect("a folder");
        write(&folder.join("a.ts"), "1").expect("written");
        let first = fingerprint(&folder).expect("read");
        write(&folder.join("dist/a.js"), "1").expect("written");
        write(&folder.join("node_modules/x/index.js"), "1").expect("written");
        assert_eq!(fingerprint(&folder).expect("read"), first, "built files do not count");
        write(&folder.join("a.ts"), "2").expect("written");
        let second = fingerprint(&folder).expect("read");
        assert_ne!(second, first, "content counts");
        std::fs::rename(folder.join("a.ts"), folder.join("b.ts")).expect("renamed");
        assert_ne!(fingerprint(&folder).expect("read"), second, "names count");
        remove(&folder).expect("removed");
    }
}
