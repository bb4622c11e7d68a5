//! Copies for the system's programs: the one way in which a file leaves the vault readable.
//!
//! They lie in a folder of their own that only this user may enter, cannot be written, and are
//! gone when the store is closed, at the latest when it is opened again.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use uuid::Uuid;

use crate::error::{ApiError, Code};

/// Name of the folder below an account's.
pub const FOLDER: &str = "opened";

/// Writes a copy under its own name.
pub fn copy(folder: &Path, name: &str, content: &mut impl Read) -> io::Result<PathBuf> {
    let place = folder.join(Uuid::now_v7().simple().to_string());
    fs::create_dir_all(&place)?;
    close_to_others(folder)?;
    let path = place.join(safe(name));
    let mut file = create(&path)?;
    io::copy(content, &mut file)?;
    Ok(path)
}

/// Removes every copy. One that a program still holds open is tried again at the next opening.
pub fn clear(folder: &Path) {
    if let Err(error) = fs::remove_dir_all(folder)
        && error.kind() != io::ErrorKind::NotFound
    {
        tracing::warn!(%error, "copies for other programs could not be removed");
    }
}

/// Starts the system's program for a file.
pub fn start(path: &Path) -> Result<(), ApiError> {
    open::that_detached(path).map_err(|error| {
        let answer = ApiError::new(Code::NoProgram);
        tracing::warn!(%error, trace_id = answer.trace_id, "no program was started");
        answer
    })
}

/// What file systems do not take in a name is replaced.
pub fn safe(name: &str) -> String {
    let odd = |c: char| c.is_control() || r#"/\:*?"<>|"#.contains(c);
    let name: String = name.chars().map(|c| if odd(c) { '_' } else { c }).collect();
    // Names are at most 255 bytes long; the end says the kind.
    let mut start = name.len().saturating_sub(200);
    while !name.is_char_boundary(start) {
        start += 1;
    }
    let name = name[start..].trim_start_matches('.').to_owned();
    if name.is_empty() { "file".to_owned() } else { name }
}

#[cfg(unix)]
fn close_to_others(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
}

/// A user's own folder is closed to others there.
#[cfg(not(unix))]
fn close_to_others(_: &Path) -> io::Result<()> {
    Ok(())
}

fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o400);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_keeps_its_kind_and_cannot_leave_its_folder() {
        assert_eq!(safe("../../.bashrc"), "_.._.bashrc");
        assert_eq!(safe("证照:1?.ofd"), "证照_1_.ofd");
        let long = safe(&format!("{}.ofd", "长".repeat(150)));
        assert!(long.len() <= 200 && long.ends_with("长.ofd"));
    }

    #[cfg(unix)]
    #[test]
    fn only_this_user_can_read_a_copy_and_clearing_leaves_nothing() -> io::Result<()> {
        use std::os::unix::fs::PermissionsExt as _;
        let home = tempfile::tempdir()?;
        let folder = home.path().join(FOLDER);
        let path = copy(&folder, "a.ofd", &mut &b"content"[..])?;
        assert_eq!(fs::read(&path)?, b"content");
        assert_eq!(fs::metadata(&folder)?.permissions().mode() & 0o077, 0);
        assert_eq!(fs::metadata(&path)?.permissions().mode() & 0o377, 0, "not even writable");
        clear(&folder);
        assert!(!folder.exists());
        Ok(())
    }
}
