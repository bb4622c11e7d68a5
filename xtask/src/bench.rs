//! `cargo xtask bench`: how fast it is, beside others, by real processes on this machine.
//!
//! Speed is measured here and never in `cargo xtask test`: a test that can fail because a machine
//! is busy tells nothing.

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::binaries::{FEATURES, workspace};
use crate::places::{Places, cargo};
use crate::{node, processes, say};

/// What can be measured.
#[derive(clap::Subcommand)]
pub enum Subject {
    /// First sync, incremental and push, beside the Anki sync server and PouchDB
    Sync(SyncOptions),
    /// A day's actions over 20 kbit/s with 10 % loss, while a scan of 50 MB goes up
    Link,
}

#[derive(clap::Args)]
pub struct SyncOptions {
    /// Numbers of records
    #[arg(long, default_value = "20000,100000")]
    records: String,
    /// Real matters, JSON lines; without it, records are made from the shipped sample
    #[arg(long)]
    matters: Option<PathBuf>,
    /// A few records, two runs: to try the benchmark itself
    #[arg(long)]
    quick: bool,
    /// More options of the benchmark, after `--`; `-- --help` lists them
    #[arg(last = true)]
    more: Vec<String>,
}

/// Builds and measures.
pub fn bench(places: &Places, subject: &Subject) -> Result<ExitCode> {
    match subject {
        Subject::Sync(options) => sync(places, options),
        Subject::Link => link(places),
    }
}

/// As people get it in development: the line is what takes the time.
fn link(places: &Places) -> Result<ExitCode> {
    say::step("benchmark: a village's line");
    node::build(places)?;
    let mut test = workspace(places, "test");
    test.args(FEATURES).args(["--test", "link", "--", "--nocapture"]);
    processes::succeed(&mut test)?;
    Ok(ExitCode::SUCCESS)
}

/// Builds with optimisation.
fn sync(places: &Places, options: &SyncOptions) -> Result<ExitCode> {
    let matters = options.matters.as_ref().map(std::path::absolute).transpose();
    let matters = matters.context("the file of matters")?;
    say::step("benchmark: building with optimisation (cargo)");
    // By itself: the interface and the window have no part in it.
    let mut build = Command::new(cargo());
    build.args(["build", "--release", "-p", "bangban-bench"]).current_dir(&places.root);
    processes::succeed(&mut build)?;
    let work = places.output("bench/sync");
    let mut run = Command::new(places.target.join("release/bangban-bench"));
    run.arg("sync").args(["--records", &options.records]);
    run.arg("--drivers").arg(places.root.join("tests/bench/sync")).arg("--work").arg(&work);
    if let Some(matters) = &matters {
        run.arg("--matters").arg(matters);
    }
    if options.quick {
        run.arg("--quick");
    }
    processes::succeed(run.args(&options.more))?;
    say::step(&format!("everything measured is in {}", work.join("result.json").display()));
    Ok(ExitCode::SUCCESS)
}
