//! The records of the benchmark: real matters, repeated with varied text.
//!
//! Text that is only repeated compresses to nothing, which would flatter whoever compresses. So
//! every copy after the first has runs of its text written anew, and the set is compared with its
//! source: it must not compress better.

mod text;

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use bangban_domain::matter::{Matter, Place};
use bangban_platform::import;
use bangban_platform::sample::Sample;
use serde::Serialize;
use serde_json::json;

use crate::dice::Dice;
use text::Voice;

const SEED: u64 = 20_261_122;
/// Level of the comparison, which is the level of our snapshots.
const LEVEL: i32 = 9;

/// Shares of a text that are tried, in percent.
const ANEW: [usize; 4] = [40, 60, 80, 100];
/// Records that are compared while trying.
const SAMPLE: usize = 5000;

/// How a set compresses.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Ratio {
    /// Mean bytes of a record as JSON.
    pub mean_bytes: usize,
    /// Raw bytes for each compressed one (zstd, level 9, as one stream).
    pub zstd: f64,
}

/// Where records come from.
pub struct Source {
    seeds: Vec<Matter>,
    voice: Voice,
    dice: Dice,
}

impl Source {
    /// Reads real matters; without a file, takes those of the shipped sample, cut down to what an
    /// export of real ones states.
    pub fn read(file: Option<&Path>) -> Result<Self> {
        let seeds: Vec<Matter> = match file {
            Some(file) => {
                let rows = import::read_file(file)?.rows;
                import::settle(rows).rows.into_iter().map(|row| row.matter).collect()
            }
            None => Sample::read()?.matters.into_iter().map(as_exported).collect(),
        };
        if seeds.is_empty() {
            bail!("there is no matter in the file");
        }
        let voice = Voice::of(seeds.iter().flat_map(texts));
        let mut source = Self { seeds, voice, dice: Dice::new(SEED) };
        source.calibrate()?;
        Ok(source)
    }

    /// Writes as much of the text anew as it takes for copies to compress no better than the source.
    fn calibrate(&mut self) -> Result<()> {
        let aim = self.ratio()?.zstd;
        for percent in ANEW {
            self.voice.set_anew(percent);
            let copies = self.records(SAMPLE);
            if ratio(&copies)?.zstd <= aim {
                break;
            }
        }
        self.dice = Dice::new(SEED);
        Ok(())
    }

    /// How the source itself compresses.
    pub fn ratio(&self) -> Result<Ratio> {
        ratio(&self.seeds)
    }

    /// So many records, each with an id of its own.
    pub fn records(&mut self, count: usize) -> Vec<Matter> {
        (0..count).map(|at| self.record(at)).collect()
    }

    fn record(&mut self, at: usize) -> Matter {
        let mut matter = self.seeds[at % self.seeds.len()].clone();
        if at >= self.seeds.len() {
            self.vary(&mut matter);
            let kept: String = matter.code.chars().take(18).collect();
            matter.code = format!("{kept}{:06}{at:07}", self.dice.below(1_000_000));
            matter.id.clone_from(&matter.code);
        }
        matter
    }

    /// Some of `records` as somebody would change them: other words in name and conditions.
    pub fn changed(&mut self, records: &[Matter], count: usize) -> Vec<Matter> {
        let mut order: Vec<usize> = (0..records.len()).collect();
        for at in 0..count.min(records.len()) {
            let other = at + self.dice.below(records.len() - at);
            order.swap(at, other);
        }
        let chosen = order.into_iter().take(count);
        let changed = chosen.map(|at| {
            let mut matter = records[at].clone();
            self.vary(&mut matter);
            matter.name = self.voice.sentence(&mut self.dice, 12);
            matter
        });
        changed.collect()
    }

    /// Short texts, such as a clerk notes down.
    pub fn notes(&mut self, count: usize) -> Vec<serde_json::Value> {
        let mut note = || {
            let length = 20 + self.dice.below(60);
            let text = self.voice.sentence(&mut self.dice, length);
            let id =
                format!("note-{:09}-{:09}", self.dice.below(1 << 29), self.dice.below(1 << 29));
            json!({ "id": id, "text": text })
        };
        (0..count).map(|_| note()).collect()
    }

    fn vary(&mut self, matter: &mut Matter) {
        let Self { voice, dice, .. } = self;
        let mut anew = |text: &mut String| *text = voice.vary(dice, text);
        anew(&mut matter.name);
        matter.popular_names.iter_mut().for_each(&mut anew);
        matter.conditions.iter_mut().for_each(&mut anew);
        for material in &mut matter.materials {
            anew(&mut material.name);
            material.acceptance.iter_mut().for_each(&mut anew);
        }
        let Place { address, hours, consult_phone, complaint_phone } = &mut matter.place;
        for text in [address, hours, consult_phone, complaint_phone].into_iter().flatten() {
            anew(text);
        }
        matter.source_url.iter_mut().for_each(anew);
    }
}

/// What the words of the records are learnt from.
fn texts(matter: &Matter) -> impl Iterator<Item = &str> {
    let names = std::iter::once(&matter.name).chain(&matter.popular_names);
    let materials = matter.materials.iter().map(|material| &material.name);
    names.chain(&matter.conditions).chain(materials).map(String::as_str)
}

fn as_exported(mut matter: Matter) -> Matter {
    matter.situations.clear();
    matter.steps.clear();
    matter.faq.clear();
    matter.legal_basis.clear();
    matter.fee = None;
    matter.result = None;
    for material in &mut matter.materials {
        material.source_note = None;
        material.filling_notes = None;
        material.acceptance.clear();
        material.defects.clear();
        material.situations.clear();
        material.form_schema = None;
    }
    matter
}

/// How `records` compress as JSON lines.
pub fn ratio<T: Serialize>(records: &[T]) -> Result<Ratio> {
    let mut raw = 0;
    let mut encoder = zstd::stream::write::Encoder::new(Vec::new(), LEVEL)?;
    for record in records {
        let line = line(record)?;
        raw += line.len();
        encoder.write_all(&line)?;
    }
    let packed = encoder.finish()?.len();
    #[expect(clippy::cast_precision_loss, reason = "sizes far below 2^52")]
    let zstd = raw as f64 / packed as f64;
    Ok(Ratio { mean_bytes: raw / records.len().max(1), zstd })
}

fn line<T: Serialize>(record: &T) -> Result<Vec<u8>> {
    let mut line = serde_json::to_vec(record)?;
    line.push(b'\n');
    Ok(line)
}

/// Writes JSON lines.
pub fn save<T: Serialize>(records: &[T], to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = BufWriter::new(File::create(to).with_context(|| to.display().to_string())?);
    for record in records {
        file.write_all(&line(record)?)?;
    }
    Ok(file.flush()?)
}

/// Reads JSON lines.
pub fn load<T: serde::de::DeserializeOwned>(from: &Path) -> Result<Vec<T>> {
    let text = fs::read_to_string(from).with_context(|| from.display().to_string())?;
    text.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

/// Writes a set and says how it compresses beside its source.
pub fn write(matters: Option<&Path>, count: usize, to: &Path) -> Result<()> {
    let mut source = Source::read(matters)?;
    let records = source.records(count);
    save(&records, to)?;
    for (what, found) in [("source", source.ratio()?), ("records", ratio(&records)?)] {
        println!("{what}: {} bytes each, zstd {:.2}:1", found.mean_bytes, found.zstd);
    }
    Ok(())
}
