//! cargo-deny: the one present, or one compiled once and kept with the build.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::places::{Places, cargo};
use crate::processes::{answer, succeed};
use crate::say;
use crate::tools::Finding;

/// Reads deny.toml as it is written now.
const VERSION: &str = "0.20.2";

/// Licences, sources, and which crate may depend on which.
///
/// Not advisories: their list comes from the network at a moment of its own choosing, and a check
/// that fails without a change of ours tells nothing about the change.
pub fn check(places: &Places) -> Result<()> {
    let program = match find(places) {
        Some(program) => program,
        None => install(places)?,
    };
    let mut deny = Command::new(program);
    deny.args(["--workspace", "--all-features", "check", "--hide-inclusion-graph"]);
    deny.args(["bans", "licenses", "sources"]).current_dir(&places.root);
    succeed(&mut deny)
}

/// For the doctor.
pub fn finding(places: &Places) -> Finding {
    Finding {
        name: "cargo-deny".to_owned(),
        what: "licences and the directions of dependencies",
        state: find(places)
            .and_then(|program| answer(Command::new(program).arg("--version")))
            .ok_or_else(|| "not compiled yet".to_owned()),
        mend: format!("cargo install --locked cargo-deny --version {VERSION}"),
        by_itself: true,
    }
}

fn find(places: &Places) -> Option<PathBuf> {
    let wanted = format!("cargo-deny {VERSION}");
    [PathBuf::from("cargo-deny"), places.tools().join("bin/cargo-deny")]
        .into_iter()
        .find(|program| answer(Command::new(program).arg("--version")).as_ref() == Some(&wanted))
}

fn install(places: &Places) -> Result<PathBuf> {
    say::step(&format!("cargo-deny {VERSION}: compiling it, once (a few minutes)"));
    let tools = places.tools();
    let mut install = Command::new(cargo());
    install.args(["install", "--locked", "--debug", "cargo-deny", "--version", VERSION, "--root"]);
    install.arg(&tools).env("CARGO_TARGET_DIR", tools.join("build"));
    // Its debug information is of no use to anyone, and is most of what would be written.
    install.env("CARGO_PROFILE_DEV_DEBUG", "false");
    succeed(&mut install).context("compiling cargo-deny")?;
    crate::files::remove(&tools.join("build"))?;
    Ok(tools.join("bin/cargo-deny"))
}
