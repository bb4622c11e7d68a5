//! A history: steps that follow from a seed, what they did, and whether it was right.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::Result;
use bangban_faultpoint::Mutant;
use sha2::{Digest, Sha256};

use crate::check::{self, Findings, REPLAYED, Violation};
use crate::ledger::{Fault, Ledger};
use crate::plan::{Kind, Plan, Step};
use crate::random::Random;
use crate::station::Moved;
use crate::template::Template;
use crate::world::World;

const SECOND: i64 = 1_000;
const HOUR: i64 = 3_600 * SECOND;
const YEAR: i64 = 365 * 24 * HOUR;
/// Moments of the first round of a station, at which it may end.
const NEW_MOMENTS: usize = 32;
/// Longest time a step may take by the real clock: beyond it, something waits for ever.
const STUCK: Duration = Duration::from_mins(5);

/// How a history came out.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// What was counted.
    pub ledger: Ledger,
    /// What does not hold.
    pub violations: Vec<Violation>,
    /// SHA-256 of everything that is left of it.
    pub fingerprint: String,
    /// The numbered log.
    pub log: String,
}

/// Carries out a plan.
pub async fn carry_out(template: &Template, plan: &Plan, mutants: &[Mutant]) -> Result<Outcome> {
    let mut world = World::new(template, &plan.accounts, &plan.empty, mutants).await?;
    let mut findings = Findings::default();
    for (number, step) in plan.steps.iter().enumerate() {
        world.log.line(format!("{number}: {:?} at {}", step.kind, step.station));
        let done = tokio::time::timeout(STUCK, perform(&mut world, plan.weather, *step)).await;
        if let Some(violation) = trouble(done.map_err(anyhow::Error::from).and_then(|done| done)) {
            return Ok(outcome(&world, plan, vec![violation], &findings, String::new()));
        }
        if matches!(
            step.kind,
            Kind::EndStationNow | Kind::Finish | Kind::EndStation | Kind::FillStation
        ) && world.central.platform().is_ok()
            && world.stations[step.station].store().is_ok()
        {
            merge(&mut findings, check::claims(&world, step.station).await?);
        }
    }
    let rest = tokio::time::timeout(STUCK, world.come_to_rest()).await;
    if let Some(violation) = trouble(rest.map_err(anyhow::Error::from).and_then(|done| done)) {
        return Ok(outcome(&world, plan, vec![violation], &findings, String::new()));
    }
    merge(&mut findings, check::check(&world).await?);
    let remains = check::remains(&world).await?;
    let fingerprint = hex::encode(Sha256::digest(&remains));
    let violations = findings.violations.clone();
    let outcome = outcome(&world, plan, violations, &findings, fingerprint);
    world.close().await?;
    Ok(outcome)
}

/// Carries out the plan of a seed, twice when asked to.
pub async fn seed(
    template: &Template,
    seed: u64,
    twice: bool,
    mutants: &[Mutant],
) -> Result<Outcome> {
    let plan = Plan::of(seed);
    let mut first = carry_out(template, &plan, mutants).await?;
    if twice && first.violations.is_empty() {
        let second = carry_out(template, &plan, mutants).await?;
        first.ledger.replayed = 1;
        *first.ledger.checks.entry(REPLAYED).or_default() += 1;
        if first.fingerprint != second.fingerprint {
            let found = format!("{} and {}", first.fingerprint, second.fingerprint);
            first.violations.push(Violation { invariant: REPLAYED, found });
            first.log += "--- and the second time ---\n";
            first.log += &second.log;
        }
    }
    first.ledger.violations = u64::from(!first.violations.is_empty());
    Ok(first)
}

/// The same violation with as few steps as can be found by leaving out some, within `runs`.
pub async fn shrink(
    template: &Template,
    plan: &Plan,
    invariant: &'static str,
    mutants: &[Mutant],
    runs: usize,
) -> Result<Plan> {
    let mut best = plan.clone();
    let mut left = runs;
    let mut size = best.steps.len() / 2;
    while size > 0 && left > 0 {
        let mut from = 0;
        while from < best.steps.len() && left > 0 {
            let mut tried = best.clone();
            tried.steps.drain(from..(from + size).min(tried.steps.len()));
            left -= 1;
            let outcome = carry_out(template, &tried, mutants).await?;
            if outcome.violations.iter().any(|found| found.invariant == invariant) {
                best = tried;
            } else {
                from += size;
            }
        }
        size /= 2;
    }
    Ok(best)
}

fn merge(findings: &mut Findings, more: Findings) {
    findings.violations.extend(more.violations);
    for (name, count) in more.checks {
        *findings.checks.entry(name).or_default() += count;
    }
    for (name, count) in more.verdicts {
        *findings.verdicts.entry(name).or_default() += count;
    }
}

fn trouble(done: Result<()>) -> Option<Violation> {
    let error = done.err()?;
    Some(Violation { invariant: check::DRAINED, found: format!("{error:#}") })
}

fn outcome(
    world: &World,
    plan: &Plan,
    violations: Vec<Violation>,
    findings: &Findings,
    fingerprint: String,
) -> Outcome {
    let written = world.stations.iter().flat_map(|station| &station.written);
    let mut on_questions = BTreeMap::new();
    for step in written.clone().filter(|written| written.intent.action().is_none()) {
        *on_questions.entry(step.intent.kind()).or_default() += 1;
    }
    let ledger = Ledger {
        seeds: 1,
        replayed: 0,
        steps: plan.steps.len() as u64,
        commands: written.count() as u64,
        on_questions,
        requests: world.log.requests(),
        faults: crate::line::lock(&world.nature.faults).clone(),
        checks: findings.checks.clone(),
        verdicts: findings.verdicts.clone(),
        violations: u64::from(!violations.is_empty()),
    };
    Outcome { ledger, violations, fingerprint, log: world.log.numbered() }
}

async fn perform(world: &mut World, weather: u8, step: Step) -> Result<()> {
    let mut random = Random::new(step.salt);
    let at = step.station;
    world.wait(random.between(SECOND, 20 * SECOND));
    match step.kind {
        Kind::Act => {
            for _ in 0..=random.below(3) {
                world.somebody_acts(at, &mut random).await?;
                world.wait(random.between(SECOND, 60 * SECOND));
            }
        }
        Kind::Begin => {
            begin(world, at, weather, &mut random).await?;
        }
        Kind::GoOn => {
            for _ in 0..=random.below(4) {
                if world.stations[at].go_on().await? != Moved::Waiting {
                    break;
                }
            }
        }
        // What a first round brings is there for the first time, so each of its moments counts.
        Kind::Finish if is_new(world, at).await? && random.percent(50) => {
            end_within(world, at, weather, NEW_MOMENTS, &mut random).await?;
        }
        Kind::Finish => {
            begin(world, at, weather, &mut random).await?;
            world.stations[at].finish().await?;
        }
        Kind::EndStation => {
            // Somewhere within the round that begins now.
            let moments = if is_new(world, at).await? { NEW_MOMENTS } else { 24 };
            end_within(world, at, weather, moments, &mut random).await?;
        }
        Kind::EndStationNow => {
            if world.stations[at].is_busy() {
                world.nature.count(Fault::StationEndedOnWire);
            }
            world.stations[at].kill().await;
            world.stations[at].open().await?;
        }
        Kind::FillStation => {
            let before = u32::try_from(random.below(6)).unwrap_or(0);
            let commits = 1 + u32::try_from(random.below(4)).unwrap_or(0);
            world.stations[at].process.full_after(before, commits);
            if random.percent(50) {
                begin(world, at, weather, &mut random).await?;
                world.stations[at].finish().await?;
            }
        }
        Kind::SetClock => {
            let skew = *random.one(&[0, YEAR, -YEAR, HOUR, -HOUR, 5 * 60 * SECOND]);
            world.stations[at].set_clock(skew + random.between(-SECOND, SECOND));
        }
        Kind::ReleaseBrake => world.stations[at].release_brake().await?,
        Kind::BackUpStation => world.stations[at].back_up()?,
        Kind::RestoreStation => {
            let copies = world.stations[at].backups();
            if copies > 0 {
                world.stations[at].restore(random.below(copies)).await?;
            }
        }
        other => platform(world, other, at, &mut random).await?,
    }
    Ok(())
}

async fn platform(world: &mut World, kind: Kind, at: usize, random: &mut Random) -> Result<()> {
    let account = world.stations[at].account.clone();
    let runs = world.central.platform().is_ok();
    match kind {
        Kind::EndPlatform => {
            let after = u32::try_from(random.below(16)).unwrap_or(0);
            world.central.process.end_after(after);
        }
        Kind::EndPlatformNow => world.central.kill().await?,
        Kind::FillPlatform => {
            let before = u32::try_from(random.below(6)).unwrap_or(0);
            let commits = 1 + u32::try_from(random.below(4)).unwrap_or(0);
            world.central.process.full_after(before, commits);
        }
        Kind::StartPlatform => world.central.run().await?,
        Kind::BackUpPlatform => world.central.back_up()?,
        Kind::RestorePlatform => {
            let copies = world.central.backups();
            if copies > 0 {
                world.central.restore(random.below(copies)).await?;
            }
        }
        Kind::Disable if runs => {
            // The disk may be full or the process end there as well; a person tries again later.
            let done = world.central.set_active(&account, false).await.is_ok();
            done.then(|| world.nature.count(Fault::AccountDisabled));
        }
        Kind::Enable if runs => {
            let _ = world.central.set_active(&account, true).await;
        }
        Kind::ForgetReceipts if runs => {
            let done = world.central.forget_old_receipts().await.is_ok();
            done.then(|| world.nature.count(Fault::ReceiptsForgotten));
        }
        Kind::DeliverLate if runs => {
            world.deliver_late(random).await?;
        }
        Kind::Wait => world.wait(random.between(SECOND, 3 * HOUR)),
        Kind::Expire => {
            world.nature.count(Fault::TokensExpired);
            world.wait(random.between(HOUR, 40 * 24 * HOUR));
        }
        _ => {}
    }
    Ok(())
}

/// Whether nobody has signed in at a station yet.
async fn is_new(world: &mut World, at: usize) -> Result<bool> {
    world.stations[at].open().await?;
    Ok(world.stations[at].person().await?.is_none())
}

/// A round whose station ends at one of so many moments, and starts again.
async fn end_within(
    world: &mut World,
    at: usize,
    weather: u8,
    moments: usize,
    random: &mut Random,
) -> Result<()> {
    let after = u32::try_from(random.below(moments)).unwrap_or(0);
    world.stations[at].process.end_after(after);
    begin(world, at, weather, random).await?;
    world.stations[at].finish().await?;
    world.stations[at].open().await?;
    Ok(())
}

async fn begin(world: &mut World, at: usize, weather: u8, random: &mut Random) -> Result<()> {
    if world.stations[at].is_busy() {
        return Ok(());
    }
    let own = Random::new(random.number());
    world.stations[at].weather(|line| {
        line.chance = weather;
        line.random = Some(own);
    });
    world.stations[at].begin().await
}
