//! npm: installs what the lock file says, and builds the user interface, each only when needed.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::places::Places;
use crate::{files, processes, say};

/// What npm writes last when it installs.
const INSTALLED: &str = "node_modules/.package-lock.json";
/// Built from these sources.
const BUILT: &str = "node_modules/.bangban-built";

/// An npm command in a folder.
pub fn npm(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("npm");
    command.args(arguments).current_dir(folder).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    command
}

/// `npm ci`, unless the lock file is the one of last time.
pub fn install(folder: &Path) -> Result<()> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if installed(folder) {
        say::step(&format!("npm packages of {name}: up to date"));
        return Ok(());
    }
    if !folder.join("package-lock.json").is_file() {
        bail!("{} has no package-lock.json", folder.display());
    }
    say::step(&format!("npm packages of {name}: installing (npm ci)"));
    processes::succeed(&mut npm(folder, &["ci", "--no-audit", "--no-fund"]))
}

/// Whether the packages of this folder are those of its lock file.
pub fn installed(folder: &Path) -> bool {
    let written = |file: &str| folder.join(file).metadata().and_then(|file| file.modified());
    matches!((written("package-lock.json"), written(INSTALLED)), (Ok(lock), Ok(done)) if lock <= done)
}

/// Builds `ui/dist`, which goes into the programs, unless its sources are those of last time.
pub fn build(places: &Places) -> Result<()> {
    let ui = places.ui();
    let sources = files::fingerprint(&ui)?;
    let same = std::fs::read_to_string(ui.join(BUILT)).is_ok_and(|built| built == sources);
    if same && ui.join("dist/index.html").is_file() {
        say::step("user interface: up to date");
        return Ok(());
    }
    say::step("user interface: building (vite)");
    build_always(places)
}

/// Builds `ui/dist`.
pub fn build_always(places: &Places) -> Result<()> {
    let ui = places.ui();
    let sources = files::fingerprint(&ui)?;
    processes::succeed(&mut npm(&ui, &["run", "build"])).context("building the user interface")?;
    files::write(&ui.join(BUILT), sources)
}
