//! `cargo xtask test`: every check, one after another, and a table at the end.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use clap::ValueEnum;

use crate::packages::Need;
use crate::places::Places;
use crate::suite::Step;
use crate::tally::Tally;
use crate::{processes, say, setup};

#[derive(clap::Args)]
pub struct Options {
    /// Only this step (may be given more than once)
    #[arg(long, value_name = "STEP")]
    only: Vec<Step>,
    /// All steps but this one (may be given more than once)
    #[arg(long, value_name = "STEP")]
    skip: Vec<Step>,
}

impl Options {
    fn steps(&self) -> Vec<Step> {
        let asked = |step: &&Step| self.only.is_empty() || self.only.contains(step);
        let kept = |step: &&Step| !self.skip.contains(step);
        Step::value_variants().iter().filter(asked).filter(kept).copied().collect()
    }
}

/// What became of one step.
struct Row {
    step: Step,
    tally: Tally,
    took: Duration,
    /// Why it could not be done, when it is not a test that failed.
    trouble: Option<String>,
}

impl Row {
    fn passed(&self) -> bool {
        self.tally.failed == 0
    }
}

/// Runs the steps that were asked for; fails when any of them does.
pub fn test(places: &Places, options: &Options) -> Result<ExitCode> {
    let steps = options.steps();
    let needs: Vec<Need> = steps.iter().flat_map(|step| step.needs()).copied().collect();
    say::heading("setup");
    setup::prepare(places, &needs)?;
    perform(places, &steps)
}

/// Runs steps to the last one, whatever fails on the way.
pub fn perform(places: &Places, steps: &[Step]) -> Result<ExitCode> {
    let mut rows = Vec::new();
    for step in steps {
        say::heading(&step.name());
        rows.push(row(places, *step));
        if processes::stop_asked() {
            bail!("interrupted");
        }
    }
    Ok(summary(&rows))
}

fn row(places: &Places, step: Step) -> Row {
    let begun = Instant::now();
    let (tally, trouble) = match step.perform(places) {
        Ok(tally) => (tally, None),
        Err(error) => (Tally { passed: 0, failed: 1 }, Some(format!("{error:#}"))),
    };
    let took = begun.elapsed();
    if let Some(trouble) = &trouble {
        println!("{trouble}");
    }
    Row { step, tally, took, trouble }
}

fn summary(rows: &[Row]) -> ExitCode {
    say::heading("summary");
    for row in rows {
        let verdict = if row.passed() { "passed" } else { "FAILED" };
        let trouble = row.trouble.as_deref().unwrap_or_default().lines().next().unwrap_or_default();
        let (name, time) = (row.step.name(), say::seconds(row.took));
        let Tally { passed, failed } = row.tally;
        println!(
            "{}",
            format!("  {verdict}  {name:<10} {time:>8} {passed:>5} {failed:>3}  {trouble}")
                .trim_end()
        );
    }
    let passed: u32 = rows.iter().map(|row| row.tally.passed).sum();
    let failed: u32 = rows.iter().map(|row| row.tally.failed).sum();
    println!();
    println!("{passed} passed, {failed} failed");
    if rows.iter().all(Row::passed) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_and_skip_choose_steps_and_keep_their_order() {
        let options =
            Options { only: vec![Step::Rust, Step::Fmt, Step::Deny], skip: vec![Step::Deny] };
        assert_eq!(options.steps(), [Step::Fmt, Step::Rust], "in the order of the whole");
        let all = Options { only: vec![], skip: vec![] };
        assert_eq!(all.steps().len(), Step::value_variants().len(), "everything by default");
    }
}
