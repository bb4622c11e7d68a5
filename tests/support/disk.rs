//! A disk that can be full.

use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;
use tempfile::TempDir;

/// A small file system of its own, gone at the end.
pub struct SmallDisk(TempDir);

impl SmallDisk {
    /// Of so many mebibytes; `None` when this user may not mount.
    pub fn mount(mebibytes: u32) -> Option<Self> {
        let folder = TempDir::new().ok()?;
        let size = format!("size={mebibytes}m");
        let done = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &size, "tmpfs"])
            .arg(folder.path())
            .status()
            .ok()?;
        done.success().then_some(Self(folder))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes until nothing more goes on it. Gives the file that takes the room.
    pub fn fill(&self) -> Result<PathBuf> {
        let filler = self.path().join("filler");
        let mut file = File::create(&filler)?;
        let block = vec![0_u8; 64 * 1024];
        while file.write_all(&block).is_ok() {}
        Ok(filler)
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.path()).status();
    }
}
