//! The case: reading it, and doing something to it.
//!
//! What a person does is one local transaction: the outbox entry, the view that follows from it,
//! and the audit line. The network comes afterwards.

use bangban_domain::directory::Staff;
use bangban_domain::ticket::{
    Action, ActionKind, Base, Context, MatterRef, NewTicket, Ticket, TicketId, decide, permitted,
};
use bangban_store::table::outbox::Entry;
use bangban_store::table::{audit, draft, event, matter, meta, notice, outbox, ticket};
use bangban_store::{Connection, WriteTx, replay};
use uuid::Uuid;

use super::related::related;
use super::view::{Names, clock_views, masked};
use crate::desk::Desk;
use crate::error::{ApiError, Code};
use crate::model::{
    ActInput, ActionState, EventView, Nothing, RegisterInput, RevealField, RevealInput, Revealed,
    TicketRefInput, TicketView,
};
use crate::open::{Open, me, now, number};

/// Characters of the request that become the title when there is no other.
const TITLE_CHARS: usize = 24;
/// Key of the draft of a registration.
const REGISTER_DRAFT: &str = "register";

/// A case.
pub async fn get(desk: &Desk, input: TicketRefInput) -> Result<TicketView, ApiError> {
    let open = desk.open().await?;
    view(&open, &mut *open.read().await?, input.ticket).await
}

/// Notes that a case has been opened.
pub async fn seen(desk: &Desk, input: TicketRefInput) -> Result<Nothing, ApiError> {
    let open = desk.open().await?;
    let mut tx = open.write().await?;
    ticket::mark_seen(&mut tx, input.ticket).await?;
    notice::mark_ticket_read(&mut tx, input.ticket, now()).await?;
    tx.commit().await?;
    Ok(Nothing {})
}

/// Registers a request, and claims it when asked to.
pub async fn register(desk: &Desk, input: RegisterInput) -> Result<TicketView, ApiError> {
    let open = desk.open().await?;
    let id = Uuid::now_v7();
    let mut tx = open.write().await?;
    let person = me(&mut tx).await?;
    let claim = input.claim;
    let action = Action::Register(new_ticket(&mut tx, id, &person, input).await?);
    perform(&open, &mut tx, &person, id, action).await?;
    if claim {
        perform(&open, &mut tx, &person, id, Action::Claim).await?;
    }
    draft::remove(&mut tx, REGISTER_DRAFT).await?;
    ticket::mark_seen(&mut tx, id).await?;
    finish(&open, tx, id).await
}

/// Does something to a ticket.
pub async fn act(desk: &Desk, input: ActInput) -> Result<TicketView, ApiError> {
    let open = desk.open().await?;
    if input.action.kind() == ActionKind::Register {
        return Err(ApiError::new(Code::BadInput).with("field", "action"));
    }
    let mut tx = open.write().await?;
    let person = me(&mut tx).await?;
    let key = format!("{}:{}", input.action.kind().as_str(), input.ticket);
    perform(&open, &mut tx, &person, input.ticket, input.action).await?;
    draft::remove(&mut tx, &key).await?;
    ticket::mark_seen(&mut tx, input.ticket).await?;
    finish(&open, tx, input.ticket).await
}

/// Shows a masked number; who, what and why go into the audit first.
pub async fn reveal(desk: &Desk, input: RevealInput) -> Result<Revealed, ApiError> {
    let open = desk.open().await?;
    if input.reason.trim().is_empty() {
        return Err(ApiError::new(Code::BadInput).with("field", "reason"));
    }
    let mut tx = open.write().await?;
    let person = me(&mut tx).await?;
    let ticket = ticket::get(&mut tx, input.ticket).await?.ok_or_else(not_found)?;
    let requester = ticket.requester;
    let value = match input.field {
        RevealField::IdNumber => requester.id_number,
        RevealField::Phone => requester.phone,
        RevealField::AgentIdNumber => requester.agent.and_then(|a| a.id_number),
        RevealField::AgentPhone => requester.agent.and_then(|a| a.phone),
    };
    let value = value.ok_or_else(not_found)?;
    let detail = serde_json::json!({ "field": input.field, "reason": input.reason }).to_string();
    let subject = input.ticket.to_string();
    audit::add(&mut tx, now(), Some(person.id), "reveal", Some(&subject), Some(&detail)).await?;
    tx.commit().await?;
    Ok(Revealed { value })
}

/// One action: decided by the rules, written to the outbox and the audit, shown in the view.
pub(super) async fn perform(
    open: &Open,
    tx: &mut WriteTx,
    person: &Staff,
    id: TicketId,
    action: Action,
) -> Result<(), ApiError> {
    let now = now();
    let state = ticket::get(tx, id).await?;
    let rules = open.store.rules();
    let parties = replay::parties(tx, &action.mentions(state.as_ref())).await?;
    let command = Uuid::now_v7();
    let context =
        Context { command, actor: person, now, device_at: now, parties: &parties, rules: &rules };
    decide(state.as_ref(), &action, context)?;
    let heard = ticket::server(tx, id).await?.map(|t| t.version);
    let held = state.as_ref().filter(|t| t.holder == Some(person.id));
    let kind = action.kind().as_str();
    let base = Base { version: heard, fence: held.map(|t| t.fence) };
    let clock_offset = number(tx, meta::CLOCK_OFFSET).await?;
    let entry = Entry { clock_offset, ..Entry::new(command, id, person.id, action, base, now) };
    outbox::add(tx, &entry).await?;
    let (subject, detail) = (id.to_string(), command.to_string());
    audit::add(tx, now, Some(person.id), kind, Some(&subject), Some(&detail)).await?;
    replay::refresh(tx, id, &rules).await?;
    Ok(())
}

pub(super) async fn finish(
    open: &Open,
    mut tx: WriteTx,
    id: TicketId,
) -> Result<TicketView, ApiError> {
    let shown = view(open, &mut tx, id).await?;
    tx.commit().await?;
    open.engine.wake();
    Ok(shown)
}

async fn new_ticket(
    tx: &mut WriteTx,
    id: TicketId,
    person: &Staff,
    input: RegisterInput,
) -> Result<NewTicket, ApiError> {
    let matter = match &input.matter {
        Some(key) => Some(matter::get(tx, key).await?.ok_or_else(not_found)?),
        None => None,
    };
    let title = [input.subject.trim(), matter.as_ref().map_or("", |m| m.name.as_str())]
        .into_iter()
        .find(|text| !text.is_empty())
        .map_or_else(|| input.request.trim().chars().take(TITLE_CHARS).collect(), str::to_owned);
    Ok(NewTicket {
        ticket: id,
        channel: input.channel,
        nature: input.nature,
        subject: title,
        request: input.request,
        requester: input.requester,
        matter: matter.as_ref().map(MatterRef::of),
        situation: input.situation,
        priority: input.priority.filter(|reason| !reason.trim().is_empty()),
        elderly: input.elderly.filter(|reason| !reason.trim().is_empty()),
        organisation: input.organisation.unwrap_or_else(|| person.organisation.clone()),
    })
}

async fn view(open: &Open, c: &mut Connection, id: TicketId) -> Result<TicketView, ApiError> {
    let ticket = ticket::get(c, id).await?.ok_or_else(not_found)?;
    let names = Names::load(c).await?;
    let person = me(c).await?;
    let events: Vec<EventView> = event::of(c, id)
        .await?
        .into_iter()
        .map(|line| EventView {
            actor: names.person(line.event.actor),
            event: line.event,
            provisional: line.provisional,
        })
        .collect();
    let pending = u32::try_from(events.iter().filter(|e| e.provisional).count()).unwrap_or(0);
    Ok(TicketView {
        clocks: clock_views(&ticket, &open.store.rules(), now()),
        actions: action_states(&ticket, &person),
        people: names.people_of(&ticket),
        organisations: names.organisations(),
        related: related(c, id).await?,
        events,
        pending,
        ticket: Ticket { requester: masked(&ticket.requester), ..ticket },
    })
}

fn action_states(ticket: &Ticket, person: &Staff) -> Vec<ActionState> {
    let kinds = ActionKind::ALL.into_iter().filter(|kind| *kind != ActionKind::Register);
    kinds
        .map(|kind| ActionState {
            kind,
            rule: permitted(Some(ticket), kind, person, now()).err().map(|refusal| refusal.rule),
        })
        .collect()
}

pub(super) fn not_found() -> ApiError {
    ApiError::new(Code::NotFound)
}
