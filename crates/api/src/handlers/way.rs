//! Where is it? The way of an action: written, queued, sent, decided, and whom it has reached.

use bangban_domain::intent::{Intent, IntentRule};
use bangban_domain::knowledge::Step;
use bangban_domain::ticket::{Action, TicketEvent};
use bangban_domain::time::Timestamp;
use bangban_protocol::{Receipt, Verdict};
use bangban_store::Connection;
use bangban_store::table::outbox::{self, Entry, State};
use bangban_store::table::{event, file, question, ticket};
use bangban_sync::why;
use serde::Deserialize;

use super::stations::{self, unanswered};
use super::sync_state::link;
use super::transfers::file_view;
use super::view::Names;
use crate::desk::Desk;
use crate::error::{ApiError, Code};
use crate::model::{
    CommandRef, FileView, Link, ReachedDesk, RecordWay, VerdictWord, WayDecided, WayHere, WayReach,
};

/// The way of an action, as far as this station knows it.
pub async fn of(desk: &Desk, input: CommandRef) -> Result<RecordWay, ApiError> {
    let open = desk.open().await?;
    let link = link(open.engine.status().link);
    let mut c = open.read().await?;
    let entry = outbox::get(&mut c, input.id).await?;
    let told = event::get(&mut c, input.id).await?;
    let confirmed = told.as_ref().is_some_and(|told| !told.provisional);
    let told = told.map(|told| told.event);
    let names = Names::load(&mut c).await?;
    let (id, actor, action, written_at) = match (&entry, &told) {
        (Some(entry), _) => {
            (entry.ticket, entry.actor, entry.action.for_timeline(), entry.written_at)
        }
        (None, Some(told)) => {
            (told.ticket, told.actor, Intent::from(told.action.clone()), told.device_at)
        }
        (None, None) => return Err(ApiError::new(Code::NotFound)),
    };
    let about = ticket::get(&mut c, id).await?;
    let asked = question::get(&mut c, id).await?.map(|question| question.text);
    let decided = decided(entry.as_ref(), told.as_ref(), confirmed);
    let here = match entry {
        Some(entry) => Some(way_here(&mut c, entry, link).await?),
        None => None,
    };
    Ok(RecordWay {
        id: input.id,
        ticket: id,
        number: about.as_ref().and_then(|ticket| ticket.number.clone()),
        subject: subject(&action, about.map(|ticket| ticket.subject).or(asked)),
        file: named_file(&mut c, &action).await?,
        action,
        actor: names.person(actor),
        written_at,
        here,
        decided,
        confirmed,
    })
}

/// Whom an action has reached; asked of the platform.
///
/// # Errors
/// `NeedsLine` without a link; `NotFound` when the platform does not have it yet, or cannot say.
pub async fn reach(desk: &Desk, input: CommandRef) -> Result<WayReach, ApiError> {
    let open = desk.open().await?;
    let Some((platform, token)) = open.engine.line() else {
        return Err(ApiError::new(Code::NeedsLine));
    };
    let way = platform.way(&token, input.id).await.map_err(unanswered)?;
    let names = Names::load(&mut *open.read().await?).await?;
    let desks = way.reached.into_iter().map(|reached| ReachedDesk {
        station: reached.station,
        person: names.person(reached.staff),
        at: Timestamp(reached.at),
    });
    Ok(WayReach { desks: desks.collect() })
}

async fn way_here(c: &mut Connection, entry: Entry, link: Link) -> Result<WayHere, ApiError> {
    let waits = entry.state == State::Pending;
    Ok(WayHere {
        station_seq: entry.station_seq,
        clock_skew_ms: entry.clock_offset.map(|offset| -offset),
        ahead: if waits { outbox::ahead_of(c, entry.station_seq).await? } else { 0 },
        attempts: entry.attempts,
        attempted_at: entry.attempted_at,
        waiting_for: waits.then_some(link),
        held: why(&entry).filter(|_| waits).map(stations::why),
        not_before: entry.not_before.filter(|_| waits),
    })
}

/// What the receipt says; of what was done elsewhere, what the timeline shows.
fn decided(
    entry: Option<&Entry>,
    told: Option<&TicketEvent>,
    confirmed: bool,
) -> Option<WayDecided> {
    let receipt = entry.and_then(|entry| entry.receipt.as_deref());
    let receipt = receipt.and_then(|text| serde_json::from_str::<Receipt>(text).ok());
    let Some(receipt) = receipt else {
        let at = told.filter(|_| confirmed)?.at;
        return Some(WayDecided { at, verdict: VerdictWord::Accepted, rule: None });
    };
    let rule = |word: String| IntentRule::deserialize(serde_json::Value::String(word)).ok();
    let (verdict, rule) = match receipt.verdict {
        Verdict::Accepted { .. } => (VerdictWord::Accepted, None),
        Verdict::Rebased { .. } => (VerdictWord::Rebased, None),
        Verdict::Refused { rule: word, .. } => (VerdictWord::Refused, rule(word)),
        Verdict::Parked { rule: word, .. } => (VerdictWord::Parked, rule(word)),
    };
    Some(WayDecided { at: Timestamp(receipt.decided_at), verdict, rule })
}

fn subject(action: &Intent, known: Option<String>) -> String {
    match action {
        Intent::Ticket(Action::Register(new)) => new.subject.clone(),
        Intent::Knowledge(Step::Ask(new)) => new.text.clone(),
        _ => known.unwrap_or_default(),
    }
}

async fn named_file(c: &mut Connection, action: &Intent) -> Result<Option<FileView>, ApiError> {
    let Some(named) = action.action().and_then(Action::file) else { return Ok(None) };
    Ok(file::get(c, &named.sha256).await?.map(|found| file_view(found, String::new())))
}
