//! Benchmarks against real processes, side by side with others. `cargo xtask bench` runs them.
#![expect(clippy::print_stdout, reason = "a program for the terminal")]

mod dice;
mod platform;
mod records;
mod station;
mod sync;
mod talk;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "bangban-bench", about = "Benchmarks. Started by `cargo xtask bench`.")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// First sync, incremental and push, beside Anki and PouchDB
    Sync(sync::Options),
    /// Write a set of records and say how it compresses
    Records {
        /// Real matters, JSON lines; without it, the shipped sample is the source
        #[arg(long)]
        matters: Option<PathBuf>,
        /// How many
        #[arg(long, default_value_t = 20_000)]
        count: usize,
        /// Where to
        #[arg(long)]
        to: PathBuf,
    },
    /// The platform as one of the processes of `sync`
    Platform {
        /// Its data
        #[arg(long)]
        dir: PathBuf,
    },
    /// A station as one of the processes of `sync`
    Station {
        /// The platform's address
        #[arg(long)]
        url: String,
    },
}

fn main() -> Result<()> {
    match Arguments::parse().command {
        Command::Sync(options) => sync::run(&options),
        Command::Records { matters, count, to } => records::write(matters.as_deref(), count, &to),
        Command::Platform { dir } => talk::in_background(platform::serve(dir)),
        Command::Station { url } => talk::in_background(station::serve(url)),
    }
}
