//! The table, and the same as JSON.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::{Value, json};

use super::measure::{Link, Measurement, Median, Topic, What, median};
use super::peers::{Peers, Who};
use super::plan::Plan;
use crate::records::Ratio;

/// How many times quicker than PouchDB we want to be.
const QUICKER: f64 = 20.0;
/// How much more an incremental sync may take with more records.
const GROWTH: f64 = 1.2;

/// What a run found.
pub struct Report {
    who: Vec<Who>,
    peers: Vec<(Who, Option<String>)>,
    runs: usize,
    source: Ratio,
    /// How each set of records compresses.
    pub sets: Vec<(usize, Ratio)>,
    /// Everything that was measured.
    pub measurements: Vec<Measurement>,
}

impl Report {
    /// Nothing yet.
    pub fn new(plan: &Plan, who: &[Who], peers: &Peers, source: Ratio) -> Self {
        Self {
            who: who.to_vec(),
            peers: who.iter().map(|who| (*who, peers.version(*who))).collect(),
            runs: plan.runs,
            source,
            sets: Vec::new(),
            measurements: Vec::new(),
        }
    }

    fn topics(&self) -> BTreeSet<Topic> {
        self.measurements.iter().map(|one| one.topic).collect()
    }

    fn median(&self, topic: Topic, who: Who) -> Option<Median> {
        median(&self.measurements, topic, who)
    }

    /// Writes what was measured, with machine and versions.
    pub fn save(&self, to: &Path) -> Result<()> {
        let sets: Vec<Value> = self
            .sets
            .iter()
            .map(|(records, ratio)| json!({ "records": records, "text": ratio }))
            .collect();
        let value = json!({
            "machine": machine(),
            "versions": self.peers,
            "source": self.source,
            "sets": sets,
            "measurements": self.measurements,
        });
        Ok(fs::write(to, serde_json::to_vec_pretty(&value)?)?)
    }

    /// Prints the table.
    pub fn print(&self) {
        println!("\n{}; medians of {}", machine(), self.runs);
        for (who, version) in &self.peers {
            println!("{}: {}", who.name(), version.as_deref().unwrap_or("unknown"));
        }
        println!(
            "source: {} bytes a record, zstd {:.2}:1",
            self.source.mean_bytes, self.source.zstd
        );
        for (records, text) in &self.sets {
            println!("{records} records: {} bytes each, zstd {:.2}:1", text.mean_bytes, text.zstd);
        }
        let names: Vec<&str> = self.who.iter().map(|who| who.name()).collect();
        println!("\n| Records | Link | What | {} | Aims |", names.join(" | "));
        println!("|{}", "---|".repeat(4 + names.len()));
        for topic in self.topics() {
            let cells: Vec<String> =
                self.who.iter().map(|who| cell(self.median(topic, *who))).collect();
            println!(
                "| {} | {} | {} | {} | {} |",
                topic.records,
                match topic.link {
                    Link::Loopback => "loopback",
                    Link::Shaped => "shaped",
                },
                topic.what.name(),
                cells.join(" | "),
                self.aims(topic),
            );
        }
        for line in self.growth() {
            println!("{line}");
        }
    }

    /// Our time beside theirs.
    fn aims(&self, topic: Topic) -> String {
        let Some(ours) = self.median(topic, Who::Bangban) else { return String::new() };
        let mut said = Vec::new();
        if let Some(anki) = self.median(topic, Who::Anki) {
            let met = if ours.ms <= anki.ms { "met" } else { "missed" };
            said.push(format!("Anki × {:.2}: {met}", ours.ms / anki.ms));
        }
        let pouch = [Who::Pouch100, Who::Pouch1000];
        let pouch = pouch.iter().filter_map(|who| self.median(topic, *who)).map(|found| found.ms);
        if let Some(pouch) = pouch.reduce(f64::min) {
            let quicker = pouch / ours.ms;
            let met = if quicker >= QUICKER { "met" } else { "missed" };
            said.push(format!("PouchDB ÷ {quicker:.1}: {met}"));
        }
        said.join("; ")
    }

    /// Whether the cost of an incremental sync follows the change.
    fn growth(&self) -> Vec<String> {
        let topics = self.topics();
        let of = |link, most: bool| {
            let found = topics.iter().filter(|t| t.what == What::Pull && t.link == link);
            if most { found.max_by_key(|t| t.records) } else { found.min_by_key(|t| t.records) }
        };
        let mut lines = Vec::new();
        for link in [Link::Loopback, Link::Shaped] {
            let (Some(few), Some(many)) = (of(link, false), of(link, true)) else { continue };
            for who in self.who.iter().filter(|_| few.records < many.records) {
                let (Some(a), Some(b)) = (self.median(*few, *who), self.median(*many, *who)) else {
                    continue;
                };
                let times = b.ms / a.ms;
                let met = if times <= GROWTH { "met" } else { "missed" };
                let verdict = if *who == Who::Bangban { format!(": {met}") } else { String::new() };
                lines.push(format!(
                    "incremental, {link:?}, {}: {} records × {times:.2} of {}{verdict}",
                    who.name(),
                    many.records,
                    few.records,
                ));
            }
        }
        lines
    }
}

fn cell(found: Option<Median>) -> String {
    let Some(Median { ms, bytes, worked_out }) = found else { return "–".to_owned() };
    let least = if worked_out { "≥ " } else { "" };
    let time = if ms >= 1000.0 { format!("{:.2} s", ms / 1000.0) } else { format!("{ms:.0} ms") };
    format!("{least}{time}, {} KiB", bytes.div_ceil(1024))
}

/// What it ran on.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let read = |file| fs::read_to_string(file).unwrap_or_default();
    let cpu = read("/proc/cpuinfo");
    let model = cpu.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let memory = read("/proc/meminfo");
    let kib = memory.lines().find_map(|line| line.strip_prefix("MemTotal:"));
    let gib = kib.and_then(|kib| kib.trim().split(' ').next()?.parse::<u64>().ok()).unwrap_or(0);
    let load = read("/proc/loadavg");
    format!(
        "{} with {cores} cores, {} GiB, load {} at the end",
        model.map_or("unknown processor", |(_, name)| name),
        gib / (1024 * 1024),
        load.split(' ').next().unwrap_or_default(),
    )
}
