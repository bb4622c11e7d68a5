//! How often the right matter stands first, beside the baseline.

use std::collections::{BTreeMap, HashMap, HashSet};

use anyhow::Result;
use bangban_search::{Filters, Index, Kind, Query, Synonyms, fold};
use chrono::NaiveDate;

use crate::Options;
use crate::baseline::Baseline;
use crate::library::{Library, Question};

const DEEP: usize = 10;
/// Departments are dealt into so many heaps, to see how far the figures depend on whom one asks.
const HEAPS: usize = 5;
/// Nothing was used by anybody.
static NOBODY: BTreeMap<String, u32> = BTreeMap::new();
/// Any key does.
const KEY: [u8; 32] = [42; 32];

/// Rank of the right answer of each question; `None` beyond the tenth.
type Ranks = Vec<Option<usize>>;

/// Measures and prints.
pub fn run(library: &Library, options: &Options) -> Result<()> {
    if library.questions.is_empty() {
        return Ok(());
    }
    let index = Index::rebuild(&options.work.join("quality"), &KEY)?;
    index.write(1, |batch| {
        library.records.iter().try_for_each(|record| batch.put(record.document.clone()))
    })?;
    let baseline = Baseline::new(library.records.iter().map(|record| record.whole.as_str()));
    let codes: Vec<&str> =
        library.records.iter().map(|record| record.document.key.as_str()).collect();
    let by_pairs =
        |text: &str| Ok(baseline.find(text).into_iter().map(|at| codes[at].to_owned()).collect());
    let ours = |synonyms: Synonyms| {
        let index = &index;
        move |text: &str| find(index, text, &synonyms)
    };
    println!("\nQuality: {} matters, {} queries", library.records.len(), library.questions.len());
    println!(
        "{:28} {:>6} {:>6} {:>6} | {:>6} {:>6} {:>6} | {:>7} {:>7}",
        "", "MRR@10", "P@1", "R@10", "MRR@10", "P@1", "R@10", "grouped", "grouped"
    );
    let apart = apart(library);
    let table = Table { library, apart };
    table.row("pairs, BM25, whole record", &ranks(library, by_pairs)?);
    table.row("ours, no synonyms", &ranks(library, ours(Synonyms::default()))?);
    let ranks = ranks(library, ours(Synonyms::common()))?;
    table.row("ours", &ranks);
    table.row("(every name known exactly)", &oracle(library));
    println!(
        "left: all; middle: the {} names that are no part of their record; right: MRR@10 where any",
        table.apart.len()
    );
    println!("of the codes a name belongs to is right, all and middle.");
    spread(library, &ranks);
    if options.misses {
        misses(library, &index, &ranks)?;
    }
    Ok(())
}

fn find(index: &Index, text: &str, synonyms: &Synonyms) -> Result<Vec<String>> {
    Ok(index
        .find(&query(text, synonyms, &Filters::default(), &HashMap::new()))?
        .groups
        .into_iter()
        .flat_map(|group| group.hits)
        .map(|hit| hit.key)
        .collect())
}

/// A query of nobody in particular.
pub fn query<'a>(
    text: &'a str,
    synonyms: &'a Synonyms,
    filters: &'a Filters,
    uses: &'a HashMap<(Kind, String), u32>,
) -> Query<'a> {
    Query {
        text,
        kinds: &Kind::ALL,
        filters,
        limit_per_kind: DEEP,
        today: NaiveDate::default(),
        place: "",
        uses,
        used_by_all: &NOBODY,
        synonyms,
    }
}

fn ranks(library: &Library, find: impl Fn(&str) -> Result<Vec<String>>) -> Result<Ranks> {
    let rank = |question: &Question| {
        Ok(find(&question.text)?.iter().take(DEEP).position(|code| *code == question.code))
    };
    library.questions.iter().map(rank).collect()
}

/// Whoever knows exactly which name is meant, but not which of the records that share it.
fn oracle(library: &Library) -> Ranks {
    let mut same: HashMap<&str, Vec<&str>> = HashMap::new();
    for record in &library.records {
        same.entry(&record.document.title).or_default().push(&record.document.key);
    }
    let titles: HashMap<&str, &str> = library
        .records
        .iter()
        .map(|record| (record.document.key.as_str(), record.document.title.as_str()))
        .collect();
    library
        .questions
        .iter()
        .map(|question| {
            let of = same.get(titles.get(question.code.as_str())?)?;
            of.iter().take(DEEP).position(|code| *code == question.code)
        })
        .collect()
}

/// Questions whose text is no part of their record.
fn apart(library: &Library) -> HashSet<usize> {
    let whole: HashMap<&str, String> = library
        .records
        .iter()
        .map(|record| (record.document.key.as_str(), fold(&record.whole)))
        .collect();
    let apart = library.questions.iter().enumerate().filter(|(_, question)| {
        whole
            .get(question.code.as_str())
            .is_some_and(|whole| !whole.contains(&fold(&question.text)))
    });
    apart.map(|(at, _)| at).collect()
}

struct Table<'l> {
    library: &'l Library,
    apart: HashSet<usize>,
}

impl Table<'_> {
    fn row(&self, who: &str, ranks: &Ranks) {
        let middle: Ranks = self.pick(ranks);
        print!("{who:28} {} | {}", figures(ranks), figures(&middle));
        println!(
            " | {:7.3} {:7.3}",
            mrr(&self.grouped(ranks, |_| true)),
            mrr(&self.grouped(ranks, |at| self.apart.contains(&at)))
        );
    }

    fn pick(&self, ranks: &Ranks) -> Ranks {
        ranks
            .iter()
            .enumerate()
            .filter(|(at, _)| self.apart.contains(at))
            .map(|(_, rank)| *rank)
            .collect()
    }

    /// One rank for each text: the best of its codes.
    fn grouped(&self, ranks: &Ranks, of: impl Fn(usize) -> bool) -> Ranks {
        let mut best: BTreeMap<&str, Option<usize>> = BTreeMap::new();
        for (at, question) in self.library.questions.iter().enumerate().filter(|(at, _)| of(*at)) {
            let known = best.entry(&question.text).or_insert(None);
            *known = match (*known, ranks[at]) {
                (Some(one), Some(other)) => Some(one.min(other)),
                (one, other) => one.or(other),
            };
        }
        best.into_values().collect()
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts")]
fn mean(ranks: &Ranks, value: impl Fn(usize) -> f64) -> f64 {
    ranks.iter().flatten().map(|rank| value(*rank)).sum::<f64>() / ranks.len().max(1) as f64
}

#[expect(clippy::cast_precision_loss, reason = "ranks")]
fn mrr(ranks: &Ranks) -> f64 {
    mean(ranks, |rank| 1.0 / (rank + 1) as f64)
}

fn figures(ranks: &Ranks) -> String {
    let first = mean(ranks, |rank| f64::from(u8::from(rank == 0)));
    format!("{:6.3} {first:6.3} {:6.3}", mrr(ranks), mean(ranks, |_| 1.0))
}

/// The figures by heaps of departments.
fn spread(library: &Library, ranks: &Ranks) {
    let departments: HashMap<&str, &str> = library
        .records
        .iter()
        .map(|record| (record.document.key.as_str(), record.department.as_str()))
        .collect();
    let mut heaps: Vec<Ranks> = vec![Vec::new(); HEAPS];
    for (question, rank) in library.questions.iter().zip(ranks) {
        let department = departments.get(question.code.as_str()).copied().unwrap_or_default();
        let heap = department
            .bytes()
            .fold(7_usize, |hash, byte| hash.wrapping_mul(31).wrapping_add(usize::from(byte)));
        heaps[heap % HEAPS].push(*rank);
    }
    let each: Vec<String> =
        heaps.iter().map(|heap| format!("{:.3} ({})", mrr(heap), heap.len())).collect();
    println!("MRR@10 by {HEAPS} heaps of departments: {}", each.join(", "));
}

fn misses(library: &Library, index: &Index, ranks: &Ranks) -> Result<()> {
    let synonyms = Synonyms::common();
    let titles: HashMap<&str, &str> = library
        .records
        .iter()
        .map(|record| (record.document.key.as_str(), record.document.title.as_str()))
        .collect();
    for (question, rank) in
        library.questions.iter().zip(ranks).filter(|(_, rank)| **rank != Some(0))
    {
        let wanted = titles.get(question.code.as_str()).copied().unwrap_or_default();
        let found = find(index, &question.text, &synonyms)?;
        let best: Vec<&str> =
            found.iter().take(3).filter_map(|code| titles.get(code.as_str()).copied()).collect();
        let same = if best.first() == Some(&wanted) { "same name" } else { "" };
        println!("{rank:?} {same}\t{}\t{wanted}\t{best:?}", question.text);
    }
    Ok(())
}
