//! How long a keystroke takes, beside others, over the same records.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Result;
use bangban_search::{Filters, Index, Kind, Synonyms};

use crate::Options;
use crate::corpus::{Corpus, Typed};
use crate::library::Library;
use crate::{fts5, jieba, quality};

/// Any key does.
const KEY: [u8; 32] = [42; 32];

/// What one of them did.
pub struct Turn {
    pub who: &'static str,
    pub build: Duration,
    pub bytes: u64,
    /// Keystrokes in characters, and all others: by the clock.
    pub characters: Vec<Duration>,
    pub others: Vec<Duration>,
    /// All keystrokes, by what the processors did for them, both together: on a machine that is
    /// busy with other things, the clock counts those too.
    pub worked: Vec<Duration>,
    /// What was typed by then, the slowest keystroke first.
    pub slowest: Vec<(Duration, String)>,
    /// Of the titles that were typed in characters, how many came among the first ten.
    pub found: usize,
    pub asked: usize,
}

/// Somebody who finds: keys of the best ten of a text, of each group.
pub trait Finds {
    fn find(&self, text: &str) -> Result<Vec<(Kind, String)>>;
}

/// Measures and prints.
pub fn run(library: &Library, options: &Options) -> Result<()> {
    let corpus = Corpus::new(library, options.sizes().0, options.sizes().1);
    let typed = corpus.typed(options.typed);
    println!(
        "\nSpeed: {} matters, {} knowledge entries; {} things typed letter by letter",
        corpus.matters,
        corpus.entries,
        typed.len()
    );
    let mut turns = vec![ours(&corpus, &typed, options)?];
    if !options.only_ours && !options.again {
        turns.push(jieba::turn(&corpus, &typed, &options.work.join("jieba"))?);
        turns.push(fts5::turn(&corpus, &typed, &options.work.join("fts5"))?);
    }
    print(&turns);
    Ok(())
}

struct Ours {
    index: Index,
    synonyms: Synonyms,
    filters: Filters,
    uses: HashMap<(Kind, String), u32>,
}

impl Finds for Ours {
    fn find(&self, text: &str) -> Result<Vec<(Kind, String)>> {
        let query = quality::query(text, &self.synonyms, &self.filters, &self.uses);
        let groups = self.index.find(&query)?.groups;
        Ok(groups
            .into_iter()
            .flat_map(|group| group.hits.into_iter().map(move |hit| (group.kind, hit.key)))
            .collect())
    }
}

fn ours(corpus: &Corpus<'_>, typed: &[Typed], options: &Options) -> Result<Turn> {
    let dir = &options.work.join("ours");
    let begun = Instant::now();
    if !options.again {
        let index = Index::rebuild(dir, &KEY)?;
        index.write::<bangban_search::Error>(1, |batch| {
            corpus.documents().try_for_each(|document| batch.put(document))
        })?;
        let put = begun.elapsed().as_secs_f64();
        println!("ours: put in {put:.1} s, {} MB", megabytes(size(dir)?));
        index.compact()?;
    }
    let build = begun.elapsed();
    let opening = Instant::now();
    let index = Index::open(dir, &KEY)?;
    println!(
        "ours: compacted and opened; opening took {:.0} ms; memory {}",
        opening.elapsed().as_secs_f64() * 1e3,
        memory()
    );
    let ours = Ours {
        index,
        synonyms: Synonyms::common(),
        filters: Filters::default(),
        uses: HashMap::new(),
    };
    let turn = measure("ours (encrypted)", build, size(dir)?, &ours, typed)?;
    for (took, text) in turn.slowest.iter().take(options.slowest) {
        println!("{:6.1} ms: {text}", took.as_secs_f64() * 1e3);
    }
    println!("ours: memory after the questions {}", memory());
    Ok(turn)
}

/// Asks letter by letter. Each goes through everything once before, as a station that is in use has.
pub fn measure(
    who: &'static str,
    build: Duration,
    bytes: u64,
    finds: &impl Finds,
    typed: &[Typed],
) -> Result<Turn> {
    let mut turn = Turn {
        who,
        build,
        bytes,
        characters: Vec::new(),
        others: Vec::new(),
        worked: Vec::new(),
        slowest: Vec::new(),
        found: 0,
        asked: 0,
    };
    for piece in typed.iter().take(typed.len() / 4) {
        finds.find(&piece.text)?;
    }
    for piece in typed {
        let ends = piece.text.char_indices().map(|(at, letter)| at + letter.len_utf8());
        let mut last = Vec::new();
        for end in ends {
            let (begun, before) = (Instant::now(), on_processor());
            last = finds.find(&piece.text[..end])?;
            let took = begun.elapsed();
            turn.worked.push(on_processor().saturating_sub(before));
            turn.slowest.push((took, piece.text[..end].to_owned()));
            if piece.characters { turn.characters.push(took) } else { turn.others.push(took) }
        }
        if piece.characters {
            turn.asked += 1;
            turn.found += usize::from(last.contains(&(piece.kind, piece.key.clone())));
        }
    }
    turn.slowest.sort_by_key(|(took, _)| std::cmp::Reverse(*took));
    Ok(turn)
}

fn print(turns: &[Turn]) {
    println!(
        "\n{:22} {:>8} {:>8} | characters typed: {:>7} {:>7} {:>7} {:>7} | pinyin, codes: {:>7} {:>7} {:>7} | processor: {:>7} {:>7} {:>7} | {:>7}",
        "",
        "build s",
        "MB",
        "p50",
        "p95",
        "p99",
        "max",
        "p50",
        "p99",
        "max",
        "p50",
        "p99",
        "max",
        "found"
    );
    for turn in turns {
        let (characters, others) = (sorted(&turn.characters), sorted(&turn.others));
        print!(
            "{:22} {:8.0} {:>8} | {:17} {:7.2} {:7.2} {:7.2} {:7.2}",
            turn.who,
            turn.build.as_secs_f64(),
            megabytes(turn.bytes),
            "",
            at(&characters, 50),
            at(&characters, 95),
            at(&characters, 99),
            at(&characters, 100)
        );
        print!(
            " | {:14} {:7.2} {:7.2} {:7.2}",
            "",
            at(&others, 50),
            at(&others, 99),
            at(&others, 100)
        );
        let worked = sorted(&turn.worked);
        print!(
            " | {:10} {:7.2} {:7.2} {:7.2}",
            "",
            at(&worked, 50),
            at(&worked, 99),
            at(&worked, 100)
        );
        println!(" | {:3}/{}", turn.found, turn.asked);
    }
    println!(
        "Milliseconds a keystroke, the ten best of each group. found: the title a piece was taken from"
    );
    println!("stands among the ten best of its group when all of the piece is typed.");
}

fn sorted(times: &[Duration]) -> Vec<f64> {
    let mut times: Vec<f64> = times.iter().map(|time| time.as_secs_f64() * 1e3).collect();
    times.sort_by(f64::total_cmp);
    times
}

fn at(times: &[f64], percent: usize) -> f64 {
    times
        .get((times.len() * percent / 100).min(times.len().saturating_sub(1)))
        .copied()
        .unwrap_or(0.0)
}

/// Time this process was on a processor, all threads together.
fn on_processor() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::try_from(time).unwrap_or_default()
}

/// Bytes of a folder or a file.
pub fn size(path: &Path) -> Result<u64> {
    if path.is_file() {
        return Ok(fs::metadata(path)?.len());
    }
    let mut sum = 0;
    for entry in fs::read_dir(path)? {
        sum += size(&entry?.path())?;
    }
    Ok(sum)
}

fn megabytes(bytes: u64) -> String {
    format!("{}", bytes / 1_000_000)
}

/// What this process holds, and held at most, as the system counts.
fn memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let field = |name: &str| {
        let line = status.lines().find(|line| line.starts_with(name))?;
        let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
        Some(kilobytes / 1000)
    };
    match (field("VmRSS"), field("VmHWM")) {
        (Some(now), Some(most)) => format!("{now} MB, {most} MB at most"),
        _ => "unknown".into(),
    }
}
