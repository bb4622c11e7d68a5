//! Benchmark of the search, beside others. `cargo xtask bench search` runs it.
#![expect(clippy::print_stdout, reason = "a program for the terminal")]

mod baseline;
mod corpus;
// Chance and text as the other benchmark has them: the same records in both.
#[path = "../../bench/src/dice.rs"]
mod dice;
mod fts5;
mod jieba;
mod library;
mod quality;
mod speed;
#[path = "../../bench/src/records/text.rs"]
mod text;

use std::path::PathBuf;

use anyhow::Result;
use clap::Parser;

/// What to measure.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
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
    /// 100,000 matters and 1,000,000 knowledge entries instead of a fifth of it
    #[arg(long)]
    full: bool,
    /// Numbers of matters and of knowledge entries, as `2000,20000`
    #[arg(long, conflicts_with = "full", value_delimiter = ',')]
    sizes: Option<Vec<usize>>,
    /// How many things are typed
    #[arg(long, default_value_t = 400)]
    typed: usize,
    /// Print so many of the slowest keystrokes
    #[arg(long, default_value_t = 0)]
    slowest: usize,
    /// Ask the index that was built last, of the same sizes; implies --only-ours
    #[arg(long)]
    again: bool,
    /// Leave the others out
    #[arg(long)]
    only_ours: bool,
    /// Only how good the answers are
    #[arg(long)]
    only_quality: bool,
}

impl Options {
    fn sizes(&self) -> (usize, usize) {
        match self.sizes.as_deref() {
            Some([matters, entries]) => (*matters, *entries),
            _ if self.full => (100_000, 1_000_000),
            _ => (20_000, 200_000),
        }
    }
}

fn main() -> Result<()> {
    let options = Options::parse();
    if options.work.exists() && !options.again {
        std::fs::remove_dir_all(&options.work)?;
    }
    let library = library::Library::read(&options)?;
    quality::run(&library, &options)?;
    if !options.only_quality {
        speed::run(&library, &options)?;
    }
    Ok(())
}
