//! What became of everything that people wrote.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use bangban_domain::knowledge::StepKind;
use bangban_domain::ticket::ActionKind;
use bangban_store::table::outbox::{self, Entry, State};
use bangban_store::table::{audit, notice};
use sqlx::SqliteConnection;
use uuid::Uuid;

use super::central::Central;
use super::{AUDITED, DRAINED, FENCED, Findings, ONE_OUTCOME, READABLE};
use crate::station::Station;
use crate::writing::Written;

/// Each command is decided, can be read, and has one effect or one letter.
pub(super) async fn outcomes(
    c: &mut SqliteConnection,
    number: usize,
    station: &Station,
    central: &Central,
    findings: &mut Findings,
) -> Result<()> {
    let pending = outbox::pending_count(c).await?;
    findings.hold(DRAINED, pending == 0, || format!("station {number}: {pending} undecided"));
    let letters: BTreeSet<Uuid> =
        outbox::verdicts(c).await?.into_iter().map(|entry| entry.id).collect();
    for written in &station.written {
        let Some(entry) = outbox::get(c, written.id).await? else {
            findings.hold(READABLE, written.forgotten, || lost(number, written));
            continue;
        };
        findings.hold(READABLE, entry.action == written.intent, || lost(number, written));
        let letter = letters.contains(&written.id) && notice::is_known(c, written.id).await?;
        let effect = central.effects.get(&written.id).copied();
        *findings.verdicts.entry(word(entry.state)).or_default() += 1;
        findings.hold(ONE_OUTCOME, fits(written, entry.state, effect, letter), || {
            let (kind, id, state) = (written.intent.kind(), written.id, entry.state);
            format!(
                "station {number}: {kind} {id} is {state:?}, kept as {effect:?}, a letter: {letter}"
            )
        });
        fenced(number, &entry, central, findings)?;
    }
    Ok(())
}

/// Whether what the platform keeps of a command, and the letter to the person, are what the station
/// believes. Only an action on a ticket is ever parked.
fn fits(written: &Written, state: State, effect: Option<&str>, letter: bool) -> bool {
    match state {
        State::Accepted => effect == Some(written.intent.kind()) && !letter,
        State::Refused => effect.is_none() && letter,
        State::Parked => {
            let on_ticket = written.intent.action().is_some();
            on_ticket && effect == Some(ActionKind::Propose.as_str()) && letter
        }
        State::Pending => false,
    }
}

/// What is written under a fence that was lost meanwhile is parked.
fn fenced(number: usize, entry: &Entry, central: &Central, findings: &mut Findings) -> Result<()> {
    let proposable = entry.action.action().is_some_and(|action| action.kind().can_be_proposed());
    // A restored platform may know less than it did when it decided.
    if proposable && !central.restored && central.took_over(entry)? {
        let receipt = entry.receipt.as_deref().unwrap_or_default();
        let told = entry.state == State::Refused && receipt.contains("\"not_holder\"");
        findings.hold(FENCED, !told, || format!("station {number}: {} is not parked", entry.id));
    }
    Ok(())
}

fn word(state: State) -> &'static str {
    match state {
        State::Pending => "undecided",
        State::Accepted => "accepted",
        State::Refused => "refused",
        State::Parked => "parked",
    }
}

fn lost(number: usize, written: &Written) -> String {
    format!("station {number}: the text of {} is lost", written.id)
}

/// The audit has one line for each.
pub(super) async fn audited(
    c: &mut SqliteConnection,
    number: usize,
    station: &Station,
    findings: &mut Findings,
) -> Result<()> {
    let mut lines: BTreeMap<Option<String>, usize> = BTreeMap::new();
    let actions = ActionKind::ALL.into_iter().map(ActionKind::as_str);
    for kind in actions.chain(StepKind::ALL.into_iter().map(StepKind::as_str)) {
        for (_, detail) in audit::of_kind(c, kind).await? {
            *lines.entry(detail).or_default() += 1;
        }
    }
    for written in station.written.iter().filter(|written| !written.forgotten) {
        let found = lines.get(&Some(written.id.to_string())).copied().unwrap_or(0);
        findings.hold(AUDITED, found == 1, || {
            format!("station {number}: {} has {found} lines in the audit", written.id)
        });
    }
    Ok(())
}
