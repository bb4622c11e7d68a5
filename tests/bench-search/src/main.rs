//! Benchmark of the search, beside others. `cargo xtask bench search` runs it.
#![expect(clippy::print_stdout, reason = "a program for the terminal")]

mod baseline;
mod library;
mod quality;

use std::path::PathBuf;

use anyhow::Result;
use clap::Parser;

#[derive(Parser)]
#[command(name = "bangban-bench-search", about = "Started by `cargo xtask bench search`.")]
pub struct Options {
    /// Real matters, JSON lines; without it, the shipped sample is the source
    #[arg(long)]
    matters: Option<PathBuf>,
    /// Names people use and the code each should find, JSON lines; without it, the popular names
    /// of the sample, taken out of its records
    #[arg(long)]
    queries: Option<PathBuf>,
    /// The shipped sample
    #[arg(long)]
    sample: PathBuf,
    /// A folder for what is built; emptied first
    #[arg(long)]
    work: PathBuf,
    /// Print every query that is not answered first
    #[arg(long)]
    misses: bool,
}

fn main() -> Result<()> {
    let options = Options::parse();
    let library = library::Library::read(&options)?;
    quality::run(&library, &options)
}
