//! `cargo xtask bench`: how fast it is, beside others, by real processes on this machine.
//!
//! Speed is measured here and never in `cargo xtask test`: a test that can fail because a machine
//! is busy tells nothing.

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::Result;

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
    /// How good the search's answers are and how long a keystroke takes, beside FTS5 and tantivy
    Search(SearchOptions),
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

#[derive(clap::Args)]
pub struct SearchOptions {
    /// Real matters, JSON lines; without it, the shipped sample
    #[arg(long)]
    matters: Option<PathBuf>,
    /// Names people use and the code each should find, JSON lines
    #[arg(long)]
    queries: Option<PathBuf>,
    /// 100,000 matters and 1,000,000 knowledge entries instead of a fifth of it
    #[arg(long)]
    full: bool,
    /// More options of the benchmark, after `--`; `-- --help` lists them
    #[arg(last = true)]
    more: Vec<String>,
}

/// Builds and measures.
pub fn bench(places: &Places, subject: &Subject) -> Result<ExitCode> {
    match subject {
        Subject::Sync(options) => sync(places, options),
        Subject::Link => link(places),
        Subject::Search(options) => search(places, options),
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

/// Builds a benchmark by itself: the interface and the window have no part in it.
fn build(places: &Places, package: &str) -> Result<PathBuf> {
    say::step("benchmark: building with optimisation (cargo)");
    let mut build = Command::new(cargo());
    build.args(["build", "--release", "-p", package]).current_dir(&places.root);
    processes::succeed(&mut build)?;
    Ok(places.target.join("release").join(package))
}

/// A file that is named, wherever cargo is started.
fn named(file: Option<&PathBuf>) -> Result<Option<PathBuf>> {
    Ok(file.map(std::path::absolute).transpose()?)
}

fn search(places: &Places, options: &SearchOptions) -> Result<ExitCode> {
    let program = build(places, "bangban-bench-search")?;
    let mut run = Command::new(program);
    run.arg("--sample").arg(places.root.join("platform/sample"));
    run.arg("--work").arg(places.output("bench/search"));
    for (name, file) in [("--matters", &options.matters), ("--queries", &options.queries)] {
        if let Some(file) = named(file.as_ref())? {
            run.arg(name).arg(file);
        }
    }
    if options.full {
        run.arg("--full");
    }
    processes::succeed(run.args(&options.more))?;
    Ok(ExitCode::SUCCESS)
}

fn sync(places: &Places, options: &SyncOptions) -> Result<ExitCode> {
    let matters = named(options.matters.as_ref())?;
    let program = build(places, "bangban-bench")?;
    let work = places.output("bench/sync");
    let mut run = Command::new(program);
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
