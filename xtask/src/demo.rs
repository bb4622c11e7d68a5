//! The demonstration's workstation: whose it is, where its files are.

use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::platform::remove_file;

/// A service specialist of the sample.
pub const ACCOUNT: &str = "chen.yumei";
/// The password of every sample account; it opens nothing but sample data.
const PASSWORD: &str = "bangban-demo";

/// Tells the workstation its platform and its own folder.
pub fn place(desk: &mut Command, url: &str, folder: &Path) {
    desk.env("BANGBAN_PLATFORM_URL", url).env("BANGBAN_DATA_DIR", folder.join("desk"));
}

/// Writes the sample password where only this account can read it.
pub fn password_file(folder: &Path) -> Result<PathBuf> {
    let path = folder.join("password");
    // A file that exists keeps its mode when it is written again.
    remove_file(&path)?;
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(&path)
        .with_context(|| format!("writing {}", path.display()))?;
    writeln!(file, "{PASSWORD}")?;
    Ok(path)
}
