//! `cargo xtask faults`: as many histories as are asked for, and their ledger.
#![allow(clippy::print_stdout, reason = "its output is what it is for")]

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use bangban_faultpoint::Mutant;
use bangban_faults::many::{self, Wanted};
use bangban_faults::publish;
use clap::Parser;

/// Seeded histories of stations and a platform with faults.
#[derive(Parser)]
struct Arguments {
    /// How many histories
    #[arg(long, default_value_t = 200)]
    seeds: u64,
    /// The first seed
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// Only this one, twice, with its log
    #[arg(long)]
    seed: Option<u64>,
    /// With each planted bug in turn, until a history finds it
    #[arg(long)]
    mutants: bool,
    /// Of the planted bugs, only those whose name contains this
    #[arg(long, default_value = "")]
    named: String,
    /// Write the result into this document, between its markers
    #[arg(long)]
    publish: Option<PathBuf>,
    /// No new history after so many seconds
    #[arg(long)]
    seconds: Option<u64>,
}

fn main() -> anyhow::Result<ExitCode> {
    let arguments = Arguments::parse();
    if arguments.mutants {
        return mutants(&arguments);
    }
    let wanted = Wanted {
        from: arguments.seed.unwrap_or(arguments.from),
        seeds: if arguments.seed.is_some() { 1 } else { arguments.seeds },
        twice_every: if arguments.seed.is_some() { 1 } else { 10 },
        during: arguments.seconds.map(Duration::from_secs),
        mutants: Vec::new(),
        until_violation: false,
    };
    let began = Instant::now();
    let (ledger, failures) = many::run(&wanted)?;
    for failure in failures.iter().take(3) {
        println!("{}", many::told(failure, &[])?);
    }
    if !failures.is_empty() {
        let seeds: Vec<u64> = failures.iter().map(|failure| failure.seed).collect();
        println!("seeds that violate an invariant: {seeds:?}");
    }
    println!("{ledger}");
    if let Some(document) = &arguments.publish {
        publish::between(document, "ledger", &ledger.to_string())?;
    }
    let seconds = began.elapsed().as_secs_f64();
    let histories = u32::try_from(ledger.seeds + ledger.replayed).unwrap_or(u32::MAX);
    println!("{seconds:.1} s, {:.1} histories a second", f64::from(histories) / seconds);
    Ok(if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Which planted bug is found by which seed and invariant.
fn mutants(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let mut table = "| Planted bug | Found by seed | Invariant |\n|---|---:|---|\n".to_owned();
    let mut all = true;
    let wanted = |mutant: &Mutant| format!("{mutant:?}").contains(&arguments.named);
    for mutant in Mutant::ALL.into_iter().filter(wanted) {
        let wanted = Wanted {
            from: arguments.from,
            seeds: arguments.seeds,
            twice_every: 0,
            during: None,
            mutants: vec![mutant],
            until_violation: true,
        };
        let (_, failures) = many::run(&wanted)?;
        all &= !failures.is_empty();
        let row = failures.first().map_or_else(
            || format!("| {mutant} | not within {} | |\n", arguments.seeds),
            |found| {
                let invariant = found.outcome.violations[0].invariant;
                format!("| {mutant} | {} | {invariant} |\n", found.seed)
            },
        );
        print!("{row}");
        table += &row;
    }
    if let Some(document) = &arguments.publish {
        publish::between(document, "mutants", &table)?;
    }
    Ok(if all { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
