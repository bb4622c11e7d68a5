//! The state machine: what an action does to a ticket, or the rule that forbids it.

use uuid::Uuid;

use super::apply::{apply, registered};
use super::clock::{Clock, clocks};
use super::content::check_content;
use super::rule::refuse;
use super::{Action, Breach, Refusal, Rule, Ticket, TicketEvent, permitted};
use crate::directory::{Organisation, Staff};
use crate::rulebook::Rules;
use crate::time::Timestamp;

/// Who acts, when, and whom the action names.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The command's id; becomes the event's id.
    pub command: Uuid,
    /// Who acts.
    pub actor: &'a Staff,
    /// Time of the decision.
    pub now: Timestamp,
    /// The device's clock when the person acted.
    pub device_at: Timestamp,
    /// What `Action::mentions` asked for.
    pub parties: &'a Parties,
    /// Limits and working days in force.
    pub rules: &'a Rules,
}

/// Whom and what the action names, as far as they exist within scope.
#[derive(Debug, Clone, Default)]
pub struct Parties {
    /// Named staff.
    pub staff: Option<Staff>,
    /// Named organisation.
    pub organisation: Option<Organisation>,
    /// Organisation that answers for the ticket.
    pub home: Option<Organisation>,
    /// Another ticket.
    pub ticket: Option<Box<Ticket>>,
}

/// What an action did.
#[derive(Debug, Clone, PartialEq)]
pub struct Decided {
    /// The ticket afterwards.
    pub ticket: Ticket,
    /// The line for the timeline.
    pub event: TicketEvent,
}

/// Applies `action` to `ticket` (`None`: it does not exist yet).
pub fn decide(
    ticket: Option<&Ticket>,
    action: &Action,
    context: Context<'_>,
) -> Result<Decided, Refusal> {
    permitted(ticket, action.kind(), context.actor, context.now)?;
    check_content(ticket, action, context)?;
    let mut after = match (ticket, action) {
        (None, Action::Register(new)) => registered(new, context),
        (Some(ticket), _) => ticket.clone(),
        (None, _) => return refuse(Rule::UnknownTicket),
    };
    apply(&mut after, action, context);
    let actor = context.actor;
    after.renew(actor.id, actor.role, context.now, context.rules.book.leases);
    if let Some(before) = ticket {
        note_breaches(before, &mut after, context);
    }
    after.version = ticket.map_or(1, |t| t.version + 1);
    after.updated_at = context.now;
    let event = TicketEvent {
        id: context.command,
        ticket: after.id,
        version: after.version,
        actor: context.actor.id,
        at: context.now,
        device_at: context.device_at,
        action: action.for_timeline(),
    };
    Ok(Decided { ticket: after, event })
}

/// A clock that was over and now stands still, is served or got more time was breached for good.
fn note_breaches(before: &Ticket, after: &mut Ticket, context: Context<'_>) {
    let still_over = |clock: &Clock, running: &[Clock]| {
        running.iter().any(|other| other.is_same(clock) && other.due_at <= clock.due_at)
    };
    let running = clocks(after, context.rules);
    let over = clocks(before, context.rules)
        .into_iter()
        .filter(|clock| !clock.paused && clock.due_at < context.now)
        .filter(|clock| !still_over(clock, &running));
    after.breaches.extend(over.map(|clock| Breach {
        kind: clock.kind,
        reference: clock.reference.clone(),
        due_at: clock.due_at,
        done_at: context.now,
    }));
}
