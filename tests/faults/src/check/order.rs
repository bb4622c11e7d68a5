//! The order of what the platform keeps and tells.

use std::collections::BTreeMap;

use anyhow::Result;
use bangban_domain::knowledge::{Ending, Question};
use bangban_domain::ticket::{Ticket, TicketEvent};
use serde::de::DeserializeOwned;

use super::central::{Central, StepRow};
use super::{DENSE, Findings, ONE_OUTCOME, ORDERED};
use crate::world::BEGINNING;

/// Its numbers have no hole, and it tells every record as it is.
pub(super) fn feed(central: &Central, findings: &mut Findings) {
    let mut last: BTreeMap<&str, i64> = BTreeMap::new();
    let mut newest: BTreeMap<(&str, &str), &Option<String>> = BTreeMap::new();
    for (partition, seq, kind, key, body) in &central.feed {
        let before = last.insert(partition, *seq).unwrap_or(0);
        findings.hold(DENSE, *seq == before + 1, || {
            format!("the feed of {partition} goes from {before} to {seq}")
        });
        newest.insert((kind, key), body);
    }
    let tables = [
        ("ticket", &central.tickets),
        ("event", &central.events),
        ("question", &central.questions),
    ];
    for (kind, rows) in tables {
        for (id, body) in rows {
            let told = newest.get(&(kind, id.as_str())).and_then(|body| body.as_ref());
            findings.hold(DENSE, told == Some(body), || {
                format!("the feed does not tell {kind} {id} as it is")
            });
        }
    }
}

/// Tickets and their events.
pub(super) fn tickets(central: &Central, now: i64, findings: &mut Findings) -> Result<()> {
    let mut timelines: BTreeMap<String, Vec<TicketEvent>> = BTreeMap::new();
    for body in central.events.values() {
        let event: TicketEvent = serde_json::from_str(body)?;
        timelines.entry(event.ticket.to_string()).or_default().push(event);
    }
    for (id, body) in &central.tickets {
        let ticket: Ticket = serde_json::from_str(body)?;
        let mut timeline = timelines.remove(id).unwrap_or_default();
        timeline.sort_by_key(|event| event.version);
        let versions: Vec<u32> = timeline.iter().map(|event| event.version).collect();
        findings.hold(ORDERED, versions == (1..=ticket.version).collect::<Vec<_>>(), || {
            format!("ticket {id} is at {} with events {versions:?}", ticket.version)
        });
        let times: Vec<i64> = timeline.iter().map(|event| event.at.0).collect();
        on_time(&format!("ticket {id}"), &times, now, findings);
    }
    findings.hold(ORDERED, timelines.is_empty(), || "events without a ticket".to_owned());
    let mut fences: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for (seq, key, ticket) in told::<Ticket>(central, "ticket")? {
        let now = (ticket.version, ticket.fence);
        let before = fences.insert(key, now).unwrap_or_default();
        findings.hold(ORDERED, before.0 < now.0 && before.1 <= now.1, || {
            format!("ticket {key} goes from version and fence {before:?} to {now:?} at {seq}")
        });
    }
    Ok(())
}

/// Questions and their steps.
pub(super) fn questions(central: &Central, now: i64, findings: &mut Findings) -> Result<()> {
    let mut kept: BTreeMap<&str, Vec<&StepRow>> = BTreeMap::new();
    for step in &central.steps {
        kept.entry(&step.question).or_default().push(step);
    }
    for (id, body) in &central.questions {
        let question: Question = serde_json::from_str(body)?;
        let steps = kept.remove(id.as_str()).unwrap_or_default();
        let versions: Vec<u32> = steps.iter().map(|step| step.version).collect();
        findings.hold(ORDERED, versions == (1..=question.version).collect::<Vec<_>>(), || {
            format!("question {id} is at {} with steps {versions:?}", question.version)
        });
        let commands: Vec<&str> = steps.iter().map(|step| step.command.as_str()).collect();
        let lines: Vec<String> = question.steps.iter().map(|line| line.id.to_string()).collect();
        findings.hold(ORDERED, commands == lines, || {
            format!("question {id} tells of {lines:?}, kept are {commands:?}")
        });
        let times: Vec<i64> = steps.iter().map(|step| step.at).collect();
        on_time(&format!("question {id}"), &times, now, findings);
        published(central, &question, findings);
    }
    findings.hold(ORDERED, kept.is_empty(), || "steps without a question".to_owned());
    let mut versions: BTreeMap<&str, u32> = BTreeMap::new();
    for (seq, key, question) in told::<Question>(central, "question")? {
        let before = versions.insert(key, question.version).unwrap_or_default();
        findings.hold(ORDERED, before < question.version, || {
            format!("question {key} goes from {before} to {} at {seq}", question.version)
        });
    }
    Ok(())
}

/// A question that ended with an entry names one that is there, in that version or a newer one.
fn published(central: &Central, question: &Question, findings: &mut Findings) {
    let Some(Ending::Published { entry, version }) = &question.ending else { return };
    let there = central.library["knowledge"].get(entry).and_then(|entry| entry["version"].as_u64());
    findings.hold(ONE_OUTCOME, there >= Some(u64::from(*version)), || {
        format!("question {} ended with {entry} at {version}, which is at {there:?}", question.id)
    });
}

/// The server's times, which never go back.
fn on_time(what: &str, times: &[i64], now: i64, findings: &mut Findings) {
    let in_order = times.is_sorted();
    let real = times.iter().all(|at| (BEGINNING..=now).contains(at));
    findings.hold(ORDERED, in_order && real, || {
        format!("the times of {what} are not the server's: {times:?}")
    });
}

/// Number, key and body of what the feed told of records of a kind.
fn told<'c, T: DeserializeOwned>(
    central: &'c Central,
    kind: &str,
) -> Result<Vec<(i64, &'c str, T)>> {
    let of_kind = central.feed.iter().filter(|change| change.2 == kind);
    let bodies = of_kind.filter_map(|(_, seq, _, key, body)| Some((*seq, key, body.as_ref()?)));
    bodies.map(|(seq, key, body)| Ok((seq, key.as_str(), serde_json::from_str(body)?))).collect()
}
