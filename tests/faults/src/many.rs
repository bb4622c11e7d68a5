//! Many histories on all cores, each thread with its own runtime and its own template.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, anyhow};
use bangban_faultpoint::Mutant;

use crate::history::{self, Outcome};
use crate::ledger::Ledger;
use crate::plan::Plan;
use crate::template::Template;

/// Attempts to leave out steps of a history that failed.
const SHRINKS: usize = 60;

/// Which histories are run.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The first seed.
    pub from: u64,
    /// How many.
    pub seeds: u64,
    /// Every so many are run a second time.
    pub twice_every: u64,
    /// No new one is begun after so long.
    pub during: Option<Duration>,
    /// Planted bugs.
    pub mutants: Vec<Mutant>,
    /// End at the first violation.
    pub until_violation: bool,
}

/// A history that violated an invariant.
#[derive(Debug, Clone)]
pub struct Failure {
    /// Its seed.
    pub seed: u64,
    /// What came out.
    pub outcome: Outcome,
}

/// Runs them; what violated an invariant comes back in the order of the seeds.
///
/// # Errors
/// When a world cannot be made: a disk that is full in earnest, or a fault of the simulation.
pub fn run(wanted: &Wanted) -> Result<(Ledger, Vec<Failure>)> {
    let shared = Arc::new(Shared {
        next: AtomicU64::new(wanted.from),
        stop: AtomicBool::new(false),
        sum: Mutex::default(),
        began: Instant::now(),
    });
    let threads = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let workers: Vec<_> = (0..threads)
        .map(|_| {
            let (shared, wanted) = (shared.clone(), wanted.clone());
            thread::spawn(move || {
                template()?;
                on_its_own(work(&shared, &wanted))?
            })
        })
        .collect();
    for worker in workers {
        worker.join().map_err(|_| anyhow!("a worker of the simulation panicked"))??;
    }
    let sum = shared.sum.lock().unwrap_or_else(PoisonError::into_inner);
    let (ledger, mut failures) = sum.clone();
    failures.sort_by_key(|failure| failure.seed);
    Ok((ledger, failures))
}

struct Shared {
    next: AtomicU64,
    stop: AtomicBool,
    sum: Mutex<(Ledger, Vec<Failure>)>,
    began: Instant,
}

/// What worlds are copied from; made once per process.
///
/// # Errors
/// When it cannot be made.
pub fn template() -> Result<&'static Template> {
    static MADE: Mutex<()> = Mutex::new(());
    static TEMPLATE: OnceLock<Template> = OnceLock::new();
    let _one = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(made) = TEMPLATE.get() {
        return Ok(made);
    }
    let made = on_its_own(Template::make())?.context("the template")?;
    Ok(TEMPLATE.get_or_init(|| made))
}

/// Runs a future on a runtime of its own, on this thread only: a seed decides what happens next,
/// not the machine.
pub fn on_its_own<F: Future>(work: F) -> Result<F::Output> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    Ok(runtime.block_on(work))
}

async fn work(shared: &Shared, wanted: &Wanted) -> Result<()> {
    let template = template()?;
    loop {
        let seed = shared.next.fetch_add(1, Ordering::SeqCst);
        let late = wanted.during.is_some_and(|during| shared.began.elapsed() > during);
        if seed >= wanted.from + wanted.seeds || late || shared.stop.load(Ordering::SeqCst) {
            return Ok(());
        }
        let twice = wanted.twice_every > 0 && seed.is_multiple_of(wanted.twice_every);
        let outcome = history::seed(template, seed, twice, &wanted.mutants).await;
        let outcome = outcome.with_context(|| format!("seed {seed}"))?;
        let mut sum = shared.sum.lock().unwrap_or_else(PoisonError::into_inner);
        sum.0.add(&outcome.ledger);
        if !outcome.violations.is_empty() {
            shared.stop.fetch_or(wanted.until_violation, Ordering::SeqCst);
            sum.1.push(Failure { seed, outcome });
        }
    }
}

/// A failure as it is shown: the seed, the numbered log of a history that is as short as can be
/// found quickly, and what does not hold.
pub fn told(failure: &Failure, mutants: &[Mutant]) -> Result<String> {
    let Failure { seed, outcome } = failure;
    let mut text = format!("{}\nseed {seed} violates:\n", outcome.log);
    for violation in &outcome.violations {
        writeln!(text, "  {}: {}", violation.invariant, violation.found)?;
    }
    let Some(first) = outcome.violations.first() else { return Ok(text) };
    let template = template()?;
    let short = on_its_own(async {
        let plan = Plan::of(*seed);
        let plan = history::shrink(template, &plan, first.invariant, mutants, SHRINKS).await?;
        let outcome = history::carry_out(template, &plan, mutants).await?;
        anyhow::Ok((plan.steps.len(), outcome))
    })??;
    write!(text, "\nwith {} steps left:\n{}", short.0, short.1.log)?;
    for violation in &short.1.violations {
        writeln!(text, "  {}: {}", violation.invariant, violation.found)?;
    }
    writeln!(text, "\nreplay: cargo xtask faults --seed {seed}")?;
    Ok(text)
}
