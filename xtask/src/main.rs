//! The commands to remember: `cargo xtask run | test | check | tour | faults | bench | doctor | bindings`.
//!
//! Each sets up what it needs first, so that none of them has a prerequisite to look up.
#![expect(clippy::print_stdout, reason = "a program for the terminal")]

mod bench;
mod binaries;
mod bindings;
mod check;
mod demo;
mod deny;
mod display;
mod doctor;
mod faults;
mod files;
mod keyring;
mod node;
mod packages;
mod places;
mod platform;
mod processes;
mod run;
mod say;
mod setup;
mod suite;
mod tally;
mod test;
mod tidy;
mod tools;
mod tour;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use places::Places;

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about = "Bangban's commands to remember")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Set up, start the platform with sample data and open the workstation, signed in
    Run(run::Options),
    /// Set up and run every check and test
    Test(test::Options),
    /// The quick checks: format, lints, types, bindings
    Check,
    /// Drive the real window through the main job; numbered pictures in target/tour
    Tour,
    /// Stations and a platform in one process with seeded faults; ends with the ledger
    Faults(faults::Options),
    /// Measure speed beside others; takes long
    Bench {
        #[command(subcommand)]
        subject: bench::Subject,
    },
    /// Say what this machine lacks and how to mend it
    Doctor,
    /// Write ui/src/generated from the command table
    Bindings,
}

fn main() -> ExitCode {
    match perform(Arguments::parse().command) {
        Ok(code) => code,
        Err(error) => {
            say::failure(&error);
            ExitCode::FAILURE
        }
    }
}

fn perform(command: Command) -> anyhow::Result<ExitCode> {
    processes::listen_for_stop()?;
    let places = Places::find()?;
    match command {
        Command::Run(options) => run::run(&places, &options),
        Command::Test(options) => test::test(&places, &options),
        Command::Check => check::check(&places),
        Command::Tour => tour::tour(&places),
        Command::Faults(options) => faults::faults(&places, &options),
        Command::Bench { subject } => bench::bench(&places, &subject),
        Command::Doctor => Ok(doctor::doctor(&places)),
        Command::Bindings => bindings::rewrite(&places),
    }
}
