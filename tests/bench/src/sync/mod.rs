//! Sync, side by side with the Anki sync server and with PouchDB: first sync, incremental and
//! push, on loopback and on a shaped link, everybody in the same run and in turn.

mod driver;
mod lane;
mod measure;
mod peers;
mod plan;
mod report;

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use crate::records::{self, Source};
use peers::{Peers, Who};
use plan::Plan;

/// What is measured.
#[derive(clap::Args)]
pub struct Options {
    /// Numbers of records
    #[arg(long, value_delimiter = ',', default_value = "20000,100000")]
    records: Vec<usize>,
    /// Real matters, JSON lines; without it, records are made from the shipped sample
    #[arg(long)]
    matters: Option<PathBuf>,
    /// Measurements of each kind; the median counts
    #[arg(long, default_value_t = 5)]
    runs: usize,
    /// First syncs over the shaped link, which take minutes each
    #[arg(long, default_value_t = 1)]
    shaped_first_runs: usize,
    /// A first sync over the shaped link that must take longer than so many minutes is worked out
    /// from its bytes instead
    #[arg(long, default_value_t = 20)]
    shaped_first_minutes: u32,
    /// 2,000 records, 2 runs, no first sync over the shaped link: to try the benchmark itself
    #[arg(long)]
    quick: bool,
    /// Only us
    #[arg(long)]
    alone: bool,
    /// Where the drivers of the others are
    #[arg(long)]
    drivers: PathBuf,
    /// Folder for data, installed peers and the result
    #[arg(long)]
    work: PathBuf,
}

/// Measures, prints a table, and writes `result.json` beside it.
pub fn run(options: &Options) -> Result<()> {
    let peers = Peers::new(&options.drivers, &options.work)?;
    let mut who = vec![Who::Bangban];
    for other in Who::ALL.into_iter().skip(1).filter(|_| !options.alone) {
        match peers.install(other) {
            Ok(()) => who.push(other),
            Err(error) => println!("{} is left out: {error:#}", other.name()),
        }
    }
    let plan = Plan::new(options);
    let mut source = Source::read(options.matters.as_deref())?;
    let data = options.work.join("data");
    if data.exists() {
        fs::remove_dir_all(&data)?;
    }
    let result = options.work.join("result.json");
    let mut report = report::Report::new(&plan, &who, &peers, source.ratio()?);
    for count in plan.records.clone() {
        let records = source.records(count);
        report.sets.push((count, records::ratio(&records)?));
        let lane = lane::Lane {
            plan: &plan,
            peers: &peers,
            who: &who,
            folder: data.join(count.to_string()),
        };
        let before = report.measurements.clone();
        lane.run(&mut source, &records, &mut |so_far| {
            report.measurements = [&before[..], so_far].concat();
            report.save(&result)
        })?;
        report.print();
    }
    fs::remove_dir_all(&data)?;
    Ok(())
}
