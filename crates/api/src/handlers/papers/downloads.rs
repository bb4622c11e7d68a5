//! Where papers are saved to, under names that never hide an older file.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::error::{ApiError, Code};
use crate::outside::safe;

/// Most files of one name.
const MOST: u32 = 1_000;

/// The folder: as it was set, or the system's own for downloads.
pub fn folder(set: Option<&Path>) -> Result<PathBuf, ApiError> {
    let own =
        || dirs::download_dir().or_else(|| dirs::home_dir().map(|home| home.join("Downloads")));
    set.map(Path::to_owned).or_else(own).ok_or_else(|| {
        let answer = ApiError::new(Code::NotFound).with("folder", "downloads");
        tracing::warn!(trace_id = answer.trace_id, "there is no folder for downloads");
        answer
    })
}

/// Writes a file that was not there before, and says where it is. Blocks.
pub fn write(folder: &Path, name: &str, content: &[u8]) -> Result<PathBuf, ApiError> {
    create(folder, name, content).map_err(|error| {
        let full =
            matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded);
        let answer = ApiError::new(if full { Code::DiskFull } else { Code::Internal });
        tracing::error!(%error, trace_id = answer.trace_id, "a paper could not be saved");
        answer
    })
}

fn create(folder: &Path, name: &str, content: &[u8]) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let name = safe(name);
    let (stem, end) = name.rsplit_once('.').unwrap_or((&name, "pdf"));
    for copy in 1..=MOST {
        let again = if copy == 1 { String::new() } else { format!(" ({copy})") };
        let path = folder.join(format!("{stem}{again}.{end}"));
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(mut file) => {
                let written = file.write_all(content).and_then(|()| file.sync_all());
                // Half a paper is worse than none.
                return written.map(|()| path.clone()).inspect_err(|_| drop(fs::remove_file(path)));
            }
            Err(taken) if taken.kind() == io::ErrorKind::AlreadyExists => {}
            Err(other) => return Err(other),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saving_again_keeps_what_was_saved_before() {
        let folder = tempfile::tempdir().expect("a folder");
        let deep = folder.path().join("下载");
        let name = "补正告知书-暂3F9A01C2.pdf";
        let one = write(&deep, name, b"one").expect("saved");
        let two = write(&deep, name, b"two").expect("saved again");
        assert_eq!(one.file_name().expect("a name"), name);
        assert_eq!(two.file_name().expect("a name"), "补正告知书-暂3F9A01C2 (2).pdf");
        assert_eq!(fs::read(one).expect("there"), b"one");
    }

    #[test]
    fn a_number_cannot_lead_out_of_the_folder() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = write(folder.path(), "告知单-../../etc/x.pdf", b"").expect("saved");
        assert_eq!(path.parent(), Some(folder.path()));
    }
}
