//! Where things are: the working tree, cargo's target directory, our own output.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The folders every command works with.
pub struct Places {
    /// The working tree.
    pub root: PathBuf,
    /// Cargo's target directory, inside the tree or wherever `CARGO_TARGET_DIR` points.
    pub target: PathBuf,
}

impl Places {
    /// Asks cargo, since the target directory may be set in more than one place.
    pub fn find() -> Result<Self> {
        let root = root()?;
        let metadata = Command::new(cargo())
            .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
            .current_dir(&root)
            .output()
            .context("cargo metadata")?;
        if !metadata.status.success() {
            bail!("cargo metadata: {}", String::from_utf8_lossy(&metadata.stderr).trim());
        }
        let text = String::from_utf8_lossy(&metadata.stdout);
        let target = target_directory(&text).context("cargo metadata names no target directory")?;
        Ok(Self { root, target })
    }

    /// What a command leaves behind for a person: always in the tree, where they look for it.
    pub fn output(&self, name: &str) -> PathBuf {
        self.root.join("target").join(name)
    }

    /// The user interface.
    pub fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// The browser tests.
    pub fn browser(&self) -> PathBuf {
        self.root.join("tests/browser")
    }

    /// Tools compiled once and kept with the build.
    pub fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }
}

/// The cargo that runs this program.
pub fn cargo() -> PathBuf {
    std::env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from)
}

fn root() -> Result<PathBuf> {
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    manifest.parent().map(Path::to_path_buf).context("xtask has no parent folder")
}

fn target_directory(metadata: &str) -> Option<PathBuf> {
    let (_, after) = metadata.split_once("\"target_directory\":\"")?;
    let (path, _) = after.split_once('"')?;
    Some(PathBuf::from(path))
}

#[cfg(test)]
mod tests {
    use super::target_directory;
    use std::path::PathBuf;

    #[test]
    fn the_target_directory_is_read_without_a_json_library() {
        let metadata = r#"{"packages":[],"target_directory":"/srv/t","version":1}"#;
        assert_eq!(target_directory(metadata), Some(PathBuf::from("/srv/t")), "named by cargo");
        assert_eq!(target_directory("{}"), None, "absent");
    }
}
