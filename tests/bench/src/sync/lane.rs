//! Everybody with one number of records, in turn.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, Result};
use bangban_domain::matter::Matter;
use bangban_line::{Shape, Wire};
use serde::Serialize;
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use super::driver::Driver;
use super::measure::{Link, Measurement, Topic, What, median};
use super::peers::{Peers, Who};
use super::plan::{CHANGED, PUSHED, Plan};
use crate::records::{self, Source};

/// The poor line: 300 ms there and back, 256 kbit/s each way.
const SHAPED: Shape = Shape {
    one_way: Duration::from_millis(150),
    bytes_per_second: BYTES_PER_SECOND,
    lost_percent: 0,
};
const BYTES_PER_SECOND: u32 = 256_000 / 8;

/// One number of records.
pub struct Lane<'a> {
    /// How much.
    pub plan: &'a Plan,
    /// How processes are started.
    pub peers: &'a Peers,
    /// Who.
    pub who: &'a [Who],
    /// For all data.
    pub folder: PathBuf,
}

/// Told after every turn, so that nothing measured is lost when a later one fails.
pub type Keep<'a> = &'a mut dyn FnMut(&[Measurement]) -> Result<()>;

/// One contender with their processes. The order matters: stations end before centres.
struct Contender {
    who: Who,
    station: Driver,
    centre: Driver,
    wire: Wire,
    folder: PathBuf,
}

impl Lane<'_> {
    /// Measures everything.
    pub fn run(&self, source: &mut Source, records: &[Matter], keep: Keep) -> Result<()> {
        let runtime = Runtime::new()?;
        let file = self.file("records", records)?;
        println!("{} records: loading", records.len());
        let mut contenders = self.start(&runtime, &file)?;
        let mut all = Vec::new();
        self.first(&mut contenders, records.len(), &mut all)?;
        keep(&all)?;
        self.shaped_first(&mut contenders, records.len(), &mut all)?;
        keep(&all)?;
        for link in [Link::Loopback, Link::Shaped] {
            // The first turn warms everybody up and does not count.
            for run in 0..=self.plan.runs {
                println!("{} records, {link:?}: turn {run}", records.len());
                let changed = self.file("changed", &source.changed(records, CHANGED))?;
                let pushed = PUSHED.map(|count| (count, source.notes(count)));
                for contender in &mut contenders {
                    let topic = |what| Topic { records: records.len(), link, what };
                    contender.centre.ask(&json!({ "do": "change", "file": changed }))?;
                    let mut made = vec![contender.pull(topic(What::Pull), &changed)?];
                    for (count, notes) in &pushed {
                        let notes = self.file("pushed", notes)?;
                        made.push(contender.push(topic(What::Push(*count)), &notes)?);
                    }
                    if run > 0 {
                        all.extend(made);
                    }
                }
                keep(&all)?;
            }
        }
        Ok(())
    }

    fn file<T: Serialize>(&self, name: &str, records: &[T]) -> Result<PathBuf> {
        let file = self.folder.join(format!("{name}.jsonl"));
        records::save(records, &file)?;
        Ok(fs::canonicalize(file)?)
    }

    fn start(&self, runtime: &Runtime, records: &Path) -> Result<Vec<Contender>> {
        let start = |who: &Who| {
            let folder = fs::canonicalize(&self.folder)?.join(who.name().replace(' ', "-"));
            fs::create_dir_all(&folder)?;
            let mut command = self.peers.centre(*who, &folder.join("centre"));
            let log = folder.join("centre.log");
            let (mut centre, first) = Driver::start(who.name(), &mut command, &log)?;
            centre.ask(&json!({ "do": "load", "file": records }))?;
            let port = first["port"].as_u64().context("no port")?;
            let port = u16::try_from(port)?;
            let wire = runtime.block_on(Wire::to(([127, 0, 0, 1], port).into()))?;
            let mut command = self.peers.station(*who, &wire.url());
            let (station, _) =
                Driver::start(who.name(), &mut command, &folder.join("station.log"))?;
            Ok(Contender { who: *who, station, centre, wire, folder })
        };
        self.who.iter().map(start).collect()
    }

    fn first(
        &self,
        contenders: &mut [Contender],
        records: usize,
        all: &mut Vec<Measurement>,
    ) -> Result<()> {
        for run in 0..=self.plan.runs {
            println!("{records} records, first sync: turn {run}");
            for contender in &mut *contenders {
                let what = if run == 0 { What::FirstOfAll } else { What::First };
                let topic = Topic { records, link: Link::Loopback, what };
                all.push(contender.first(topic)?);
            }
        }
        Ok(())
    }

    /// A first sync that cannot end within the limit is worked out: its bytes at the link's width.
    fn shaped_first(
        &self,
        contenders: &mut [Contender],
        records: usize,
        all: &mut Vec<Measurement>,
    ) -> Result<()> {
        let topic = Topic { records, link: Link::Shaped, what: What::First };
        let loopback = Topic { link: Link::Loopback, ..topic };
        for _ in 0..self.plan.shaped_first_runs {
            for contender in &mut *contenders {
                let seen = median(all, loopback, contender.who).context("no first sync")?;
                let takes = Duration::from_secs(seen.bytes / u64::from(BYTES_PER_SECOND));
                println!(
                    "{records} records, shaped first sync: {}, {takes:?}",
                    contender.who.name()
                );
                all.push(if takes > self.plan.shaped_first_limit {
                    let ms = takes.as_secs_f64() * 1000.0;
                    let (who, down) = (contender.who, seen.bytes);
                    Measurement { topic, who, ms, up: 0, down, worked_out: true }
                } else {
                    contender.first(topic)?
                });
            }
        }
        Ok(())
    }
}

impl Contender {
    fn first(&mut self, topic: Topic) -> Result<Measurement> {
        let dir = self.folder.join("station");
        let before = self.folder.join("station-before");
        // The driver still holds the last one open; it is removed once the new one is there.
        if before.exists() {
            fs::remove_dir_all(&before)?;
        }
        if dir.exists() {
            fs::rename(&dir, &before)?;
        }
        self.measure(topic, &json!({ "do": "first", "dir": dir, "n": topic.records }))
    }

    fn pull(&mut self, topic: Topic, changed: &Path) -> Result<Measurement> {
        self.measure(topic, &json!({ "do": "pull", "file": changed }))
    }

    fn push(&mut self, topic: Topic, notes: &Path) -> Result<Measurement> {
        let made = self.measure(topic, &json!({ "do": "push", "file": notes }))?;
        self.station.ask(&json!({ "do": "settle" }))?;
        Ok(made)
    }

    fn measure(&mut self, topic: Topic, request: &Value) -> Result<Measurement> {
        let crossed = self.wire.crossed();
        self.wire.shape((topic.link == Link::Shaped).then_some(SHAPED));
        let answer = self.station.ask(request);
        self.wire.shape(None);
        let ms = answer?["ms"].as_f64().context("no time")?;
        Ok(Measurement::made(topic, self.who, ms, crossed, self.wire.crossed()))
    }
}
