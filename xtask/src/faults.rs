//! `cargo xtask faults`: the simulation for as long as asked, and its ledger.

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::Result;

use crate::binaries::workspace;
use crate::places::Places;
use crate::{processes, say};

/// The features of every build, and the points of the simulation armed.
pub const ARMED: &[&str] = &["--features", "bangban/webhost,bangban-faults/armed"];
/// Where the ledger is published.
const DOCUMENT: &str = "docs/faults.md";

#[derive(clap::Args)]
pub struct Options {
    /// How many histories
    #[arg(long, default_value_t = 1_000)]
    seeds: u64,
    /// The first seed
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// Only this one, twice, with its log
    #[arg(long)]
    seed: Option<u64>,
    /// No new history after so many seconds
    #[arg(long)]
    seconds: Option<u64>,
    /// With each planted bug in turn, until a history finds it
    #[arg(long)]
    mutants: bool,
    /// Write the ledger, or the table of planted bugs, into docs/faults.md
    #[arg(long)]
    publish: bool,
}

/// Ends with the ledger; fails when a history violates an invariant.
pub fn faults(places: &Places, options: &Options) -> Result<ExitCode> {
    let program = build(places)?;
    let mut run = Command::new(program);
    run.current_dir(&places.root).args(["--seeds", &options.seeds.to_string()]);
    run.args(["--from", &options.from.to_string()]);
    if let Some(seed) = options.seed {
        run.args(["--seed", &seed.to_string()]);
    }
    if let Some(seconds) = options.seconds {
        run.args(["--seconds", &seconds.to_string()]);
    }
    if options.mutants {
        run.arg("--mutants");
    }
    if options.publish {
        run.args(["--publish", DOCUMENT]);
    }
    processes::succeed(&mut run)?;
    Ok(ExitCode::SUCCESS)
}

fn build(places: &Places) -> Result<PathBuf> {
    say::step("simulation: building (cargo)");
    let mut build = workspace(places, "build");
    build.args(ARMED).args(["--bin", "bangban-faults"]);
    processes::succeed(&mut build)?;
    Ok(places.target.join("debug").join("bangban-faults"))
}
