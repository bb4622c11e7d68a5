//! `ui/src/generated`: written from the command table, and checked against it.

use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Result, bail};

use crate::binaries::{Build, FEATURES, workspace};
use crate::places::Places;
use crate::{files, processes, say};

/// Writes the committed files anew.
pub fn rewrite(places: &Places) -> Result<ExitCode> {
    let generated = places.ui().join("src/generated");
    write(places, &generated)?;
    say::step(&format!("written: {}", generated.display()));
    Ok(ExitCode::SUCCESS)
}

/// Fails when the committed files are not what the command table says, new and extra files
/// included. Compares with a fresh copy, so that a tree in the middle of work can be checked.
pub fn check(places: &Places) -> Result<()> {
    let fresh = places.target.join("bindings");
    files::empty(&fresh)?;
    write(places, &fresh)?;
    let committed = places.ui().join("src/generated");
    let differing = differing(&fresh, &committed)?;
    if differing.is_empty() {
        return Ok(());
    }
    bail!(
        "ui/src/generated is out of step with the command table: {}. To mend it: cargo xtask bindings",
        differing.join(", ")
    );
}

fn write(places: &Places, folder: &Path) -> Result<()> {
    let mut build = workspace(places, "build");
    build.args(["--bin", "bindings"]).args(FEATURES);
    processes::succeed(&mut build)?;
    let program = Build::DEVELOPMENT.program(places, "bindings");
    processes::succeed(Command::new(program).arg(folder).current_dir(&places.root))
}

fn differing(fresh: &Path, committed: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for folder in [fresh, committed] {
        for file in files::walk(folder)? {
            names.push(file.strip_prefix(folder)?.to_owned());
        }
    }
    names.sort();
    names.dedup();
    Ok(names
        .into_iter()
        .filter(|name| {
            std::fs::read(fresh.join(name)).ok() != std::fs::read(committed.join(name)).ok()
        })
        .map(|name| name.display().to_string())
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_a_new_and_a_left_over_file_are_all_drift() {
        let base = std::env::temp_dir().join(format!("xtask-{}-drift", std::process::id()));
        let (fresh, committed) = (base.join("fresh"), base.join("committed"));
        for (file, content) in [("same.ts", "1"), ("changed.ts", "2"), ("new.ts", "3")] {
            files::write(&fresh.join(file), content).expect("written");
        }
        for (file, content) in [("same.ts", "1"), ("changed.ts", "1"), ("old.ts", "1")] {
            files::write(&committed.join(file), content).expect("written");
        }
        let names = differing(&fresh, &committed).expect("compared");
        assert_eq!(names, ["changed.ts", "new.ts", "old.ts"], "everything that differs, by name");
        files::remove(&base).expect("removed");
    }
}
