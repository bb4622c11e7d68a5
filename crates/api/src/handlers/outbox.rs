//! The outbox and the verdict inbox.

use bangban_domain::intent::{Intent, IntentRule};
use bangban_domain::knowledge::Step;
use bangban_domain::ticket::{Action, ActionKind, MaterialVerdict, Rule, TicketEvent, permitted};
use bangban_domain::time::Timestamp;
use bangban_protocol::{Receipt, Verdict};
use bangban_store::table::outbox::{self, Entry, State};
use bangban_store::table::{audit, courier, draft, question, ticket};
use bangban_store::{Connection, WriteTx};
use bangban_sync::why;
use serde::Deserialize;
use serde_json::json;

use super::stations;
use super::sync_state::link;
use super::tickets::perform;
use super::view::Names;
use crate::desk::Desk;
use crate::error::{ApiError, Code};
use crate::model::{ClearHow, ClearVerdict, EventView, Link, Nothing, OutboxRow, VerdictLetter};
use crate::open::{me, now};

const SHOWN: u32 = 500;

/// Actions that wait for the platform, in order.
pub async fn list(desk: &Desk, _: Nothing) -> Result<Vec<OutboxRow>, ApiError> {
    let open = desk.open().await?;
    let waiting_for = link(open.engine.status().link);
    let mut c = open.read().await?;
    let bundles = courier::left_in(&mut c).await?;
    let mut rows = Vec::new();
    for entry in outbox::pending(&mut c, SHOWN).await? {
        let bundle = bundles.get(&entry.id).copied();
        rows.push(OutboxRow { bundle, ..outbox_row(&mut c, entry, waiting_for).await? });
    }
    Ok(rows)
}

/// An action that was not decided, as it is listed.
pub(super) async fn outbox_row(
    c: &mut Connection,
    entry: Entry,
    waiting_for: Link,
) -> Result<OutboxRow, ApiError> {
    Ok(OutboxRow {
        id: entry.id,
        station_seq: entry.station_seq,
        ticket: entry.ticket,
        subject: subject(c, &entry).await?,
        action: entry.action.for_timeline(),
        written_at: entry.written_at,
        attempts: entry.attempts,
        waiting_for,
        held: why(&entry).map(stations::why),
        not_before: entry.not_before,
        bundle: None,
    })
}

/// Refused and parked actions, told like letters.
pub async fn verdicts(desk: &Desk, _: Nothing) -> Result<Vec<VerdictLetter>, ApiError> {
    let open = desk.open().await?;
    let mut c = open.read().await?;
    let names = Names::load(&mut c).await?;
    let mut letters = Vec::new();
    for entry in outbox::verdicts(&mut c).await? {
        letters.push(letter(&mut c, &names, entry).await?);
    }
    Ok(letters)
}

/// Puts a letter away: its text becomes a draft again, is proposed to the holder, or is let go.
pub async fn clear(desk: &Desk, input: ClearVerdict) -> Result<Nothing, ApiError> {
    let open = desk.open().await?;
    let reason = input.reason.trim();
    if input.how == ClearHow::LetGo && reason.is_empty() {
        return Err(ApiError::new(Code::BadInput).with("field", "reason"));
    }
    let mut tx = open.write().await?;
    let entry = outbox::get(&mut tx, input.id)
        .await?
        .filter(|entry| matches!(entry.state, State::Refused | State::Parked))
        .ok_or_else(|| ApiError::new(Code::NotFound))?;
    let person = me(&mut tx).await?;
    match input.how {
        ClearHow::ToDraft => to_draft(&mut tx, &entry).await?,
        ClearHow::Propose => {
            let Intent::Ticket(proposed) = &entry.action else {
                return Err(ApiError::new(Code::BadInput).with("field", "how"));
            };
            let proposed = Box::new(proposed.clone());
            let action = Action::Propose { proposed, note: reason.to_owned() };
            perform(&open, &mut tx, &person, entry.ticket, action).await?;
        }
        ClearHow::LetGo => {}
    }
    let let_go = (input.how == ClearHow::LetGo).then_some(reason);
    outbox::clear(&mut tx, entry.id, now(), let_go).await?;
    let id = entry.id.to_string();
    let how = serde_json::to_value(input.how).map_err(|_| ApiError::new(Code::Internal))?;
    let how = how.as_str();
    audit::add(&mut tx, now(), Some(person.id), "verdict_cleared", Some(&id), how).await?;
    tx.commit().await?;
    open.engine.wake();
    Ok(Nothing {})
}

/// The text goes under what may still be written on the ticket: a verdict goes back to its line
/// and a reply stays a reply while the person may give it, everything else becomes a note.
async fn to_draft(tx: &mut WriteTx, entry: &Entry) -> Result<(), ApiError> {
    let Intent::Ticket(action) = &entry.action else { return step_to_draft(tx, entry).await };
    let person = me(tx).await?;
    let ticket = ticket::get(tx, entry.ticket).await?;
    if let Action::JudgeMaterial { material, verdict } = action
        && permitted(ticket.as_ref(), ActionKind::JudgeMaterial, &person, now()).is_ok()
    {
        let key = format!("review:{}:{material}", entry.ticket);
        return Ok(draft::save(tx, &key, &verdict_draft(verdict), now()).await?);
    }
    let Some(text) = action.text() else { return Ok(()) };
    let may_reply = permitted(ticket.as_ref(), ActionKind::Reply, &person, now()).is_ok();
    let kind = match action.kind() {
        ActionKind::Reply if may_reply => ActionKind::Reply,
        _ => ActionKind::Note,
    };
    let key = format!("{}:{}", kind.as_str(), entry.ticket);
    let before = draft::get(tx, &key).await?.map(|(text, _)| text);
    draft::save(tx, &key, &joined(before, text), now()).await?;
    Ok(())
}

/// A step goes back to its form: a question to the one for asking, an entry to its question's.
async fn step_to_draft(tx: &mut WriteTx, entry: &Entry) -> Result<(), ApiError> {
    let Intent::Knowledge(step) = &entry.action else { return Ok(()) };
    let (key, form) = match step {
        Step::Ask(new) => ("knowledge_ask".to_owned(), serde_json::to_string(new)),
        Step::Submit { entry: draft } => {
            (format!("knowledge_submit:{}", entry.ticket), serde_json::to_string(draft))
        }
        Step::SendBack { reason } | Step::Decline { reason } => {
            (format!("{}:{}", step.kind().as_str(), entry.ticket), Ok(reason.clone()))
        }
        Step::AskToo | Step::Publish { .. } | Step::Point { .. } => return Ok(()),
    };
    let form = form.map_err(|_| ApiError::new(Code::Internal))?;
    Ok(draft::save(tx, &key, &form, now()).await?)
}

/// A verdict as the form on the screen is kept: the texts of its kind, by field.
fn verdict_draft(verdict: &MaterialVerdict) -> String {
    let form = match verdict {
        MaterialVerdict::Meets => json!({ "kind": "meets" }),
        MaterialVerdict::NeedsFixing { defect, fix } => {
            json!({ "kind": "needs_fixing", "defect": defect, "fix": fix })
        }
        MaterialVerdict::Missing { fix } => json!({ "kind": "missing", "way": fix }),
        MaterialVerdict::Waived { promise, due_days } => {
            json!({ "kind": "waived", "promise": promise, "days": due_days.to_string() })
        }
        MaterialVerdict::Exempt { certificate } => {
            json!({ "kind": "exempt", "certificate": certificate })
        }
    };
    form.to_string()
}

/// A text behind what was being written. A form's draft is JSON with the words under `text`.
fn joined(before: Option<String>, text: &str) -> String {
    let Some(before) = before.filter(|before| !before.is_empty()) else { return text.to_owned() };
    if let Ok(mut form) = serde_json::from_str::<serde_json::Map<_, _>>(&before) {
        let words = form.get("text").and_then(serde_json::Value::as_str).unwrap_or_default();
        let words = [words, text].join("\n").trim().to_owned();
        form.insert("text".into(), words.into());
        return serde_json::Value::Object(form).to_string();
    }
    format!("{before}\n{text}")
}

async fn subject(c: &mut Connection, entry: &Entry) -> Result<String, ApiError> {
    match &entry.action {
        Intent::Ticket(Action::Register(new)) => return Ok(new.subject.clone()),
        Intent::Knowledge(Step::Ask(new)) => return Ok(new.text.clone()),
        Intent::Knowledge(_) => {
            let known = question::get(c, entry.ticket).await?;
            return Ok(known.map(|question| question.text).unwrap_or_default());
        }
        Intent::Ticket(_) => {}
    }
    Ok(ticket::get(c, entry.ticket).await?.map(|t| t.subject).unwrap_or_default())
}

async fn letter(
    c: &mut Connection,
    names: &Names,
    entry: Entry,
) -> Result<VerdictLetter, ApiError> {
    let (rule, meanwhile) = reason(&entry);
    let now_here = ticket::get(c, entry.ticket).await?;
    let person = me(c).await?;
    let holder = now_here.as_ref().and_then(|ticket| ticket.holder);
    let open_to_proposals =
        permitted(now_here.as_ref(), ActionKind::Propose, &person, now()).is_ok();
    let mut proposals = now_here.iter().flat_map(|ticket| &ticket.proposals);
    let parked = entry.state == State::Parked;
    Ok(VerdictLetter {
        id: entry.id,
        ticket: entry.ticket,
        subject: subject(c, &entry).await?,
        parked,
        rule,
        meanwhile: meanwhile
            .into_iter()
            .map(|event| EventView { actor: names.person(event.actor), event, provisional: false })
            .collect(),
        may_propose: !parked
            && open_to_proposals
            && entry.action.action().is_some_and(|action| action.kind().can_be_proposed())
            && holder.is_some_and(|holder| holder != person.id),
        proposal: proposals.find(|proposal| proposal.id == entry.id).cloned(),
        holder: holder.map(|holder| names.person(holder)),
        action: entry.action.for_timeline(),
        written_at: entry.written_at,
        decided_at: entry.decided_at.unwrap_or(Timestamp(0)),
        cleared_at: entry.cleared_at,
        let_go: entry.let_go,
    })
}

fn reason(entry: &Entry) -> (IntentRule, Vec<TicketEvent>) {
    let receipt = entry.receipt.as_deref().and_then(|r| serde_json::from_str::<Receipt>(r).ok());
    let Some(Verdict::Refused { rule, meanwhile } | Verdict::Parked { rule, meanwhile }) =
        receipt.map(|r| r.verdict)
    else {
        return (IntentRule::Ticket(Rule::UnknownTicket), Vec::new());
    };
    // A rule of a newer platform is told as the most general one rather than not at all.
    let rule = IntentRule::deserialize(serde_json::Value::String(rule));
    let rule = rule.unwrap_or(IntentRule::Ticket(Rule::NotHolder));
    let events = meanwhile.into_iter().filter_map(|body| serde_json::from_value(body).ok());
    (rule, events.collect())
}
