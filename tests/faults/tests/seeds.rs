//! Seeded histories. `BANGBAN_FAULTS_SEED=n` replays one, `BANGBAN_FAULTS_SEEDS=n` runs so many.

use bangban_domain::knowledge::StepKind;
use bangban_faults::ledger::Fault;
use bangban_faults::many::{self, Wanted};
use bangban_faults::plan::Plan;

/// Enough to see every kind of fault, and little enough for every run of the tests.
const SEEDS: u64 = 160;

fn asked(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

#[test]
fn no_history_violates_an_invariant() {
    let one = asked("BANGBAN_FAULTS_SEED");
    let wanted = Wanted {
        from: one.unwrap_or(0),
        seeds: one.map_or(asked("BANGBAN_FAULTS_SEEDS").unwrap_or(SEEDS), |_| 1),
        twice_every: if one.is_some() { 1 } else { 8 },
        during: None,
        mutants: Vec::new(),
        until_violation: true,
    };
    let (ledger, failures) = many::run(&wanted).expect("worlds can be made");
    let told: Vec<String> =
        failures.iter().map(|failure| many::told(failure, &[]).expect("it can be told")).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    if one.is_none() {
        // Every fault and every step that a seed can bring about has to come about, or this proves
        // little.
        let missing: Vec<String> = Fault::OF_SEEDS
            .iter()
            .filter(|fault| !ledger.faults.contains_key(fault))
            .map(ToString::to_string)
            .collect();
        assert!(missing.is_empty(), "faults that never happened: {missing:?}");
        let steps = StepKind::ALL.map(StepKind::as_str);
        let missing = steps.into_iter().filter(|step| !ledger.on_questions.contains_key(step));
        let missing: Vec<&str> = missing.collect();
        assert!(missing.is_empty(), "steps that nobody took: {missing:?}");
    }
}

#[test]
fn a_seed_stands_for_the_same_plan_on_every_machine() {
    let plan = Plan::of(42);
    let kinds: Vec<String> = plan.steps.iter().take(6).map(|s| format!("{:?}", s.kind)).collect();
    let told = format!("{} {:?} {} {kinds:?}", plan.accounts.len(), plan.empty, plan.weather);
    assert_eq!(told, include_str!("plan-of-42.txt").trim_end());
}
