//! The platform's verdict on a command that was written against an older state.

use super::moved_on::disturbs;
use super::{Action, ActionKind, Context, Decided, Rule, Status, Ticket, TicketEvent, decide};

/// The state a command was written against.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Base {
    /// Version that the station last heard from the platform; `None` for a ticket made there.
    /// The person's own actions since then are not counted: they saw those.
    pub version: Option<u32>,
    /// Fence under which the person held the ticket; `None` when they did not hold it.
    pub fence: Option<u32>,
}

/// What becomes of a command.
#[derive(Debug, Clone, PartialEq)]
pub enum Judgement {
    /// Applied to the state the person saw.
    Accepted(Box<Decided>),
    /// Applied to a newer state.
    Rebased(Box<Decided>),
    /// Not applied; the rule says why.
    Refused(Rule),
    /// Not applied, as someone took the ticket over meanwhile. Kept on it as a proposal.
    Parked {
        /// The rule.
        rule: Rule,
        /// The ticket with the proposal.
        kept: Box<Decided>,
    },
}

/// Judges `action` against the `current` state. `unseen`: what happened since the base that the
/// person could not see.
pub fn judge(
    current: Option<&Ticket>,
    action: &Action,
    base: Base,
    unseen: &[TicketEvent],
    context: Context<'_>,
) -> Judgement {
    match decide(current, action, context) {
        Ok(_) if unseen.iter().any(|event| disturbs(&event.action, action)) => {
            Judgement::Refused(Rule::MovedOn)
        }
        Ok(decided) if unseen.is_empty() => Judgement::Accepted(Box::new(decided)),
        Ok(decided) => Judgement::Rebased(Box::new(decided)),
        Err(refusal) => not_applied(current, action, base, unseen, context, refusal.rule),
    }
}

/// Who held the ticket and lost it meanwhile did honest work: it is kept for the one who decides.
fn not_applied(
    current: Option<&Ticket>,
    action: &Action,
    base: Base,
    unseen: &[TicketEvent],
    context: Context<'_>,
    rule: Rule,
) -> Judgement {
    let lost = was_taken_over(current, base, rule) || is_being_taken(current, unseen, rule);
    if !lost || base.fence.is_none() {
        return Judgement::Refused(rule);
    }
    let proposed = Action::Propose { proposed: Box::new(action.clone()), note: String::new() };
    match decide(current, &proposed, context) {
        Ok(kept) => Judgement::Parked { rule, kept: Box::new(kept) },
        Err(_) => Judgement::Refused(rule),
    }
}

fn was_taken_over(current: Option<&Ticket>, base: Base, rule: Rule) -> bool {
    match (current, base.fence) {
        (Some(ticket), Some(held)) => held < ticket.fence && rule == Rule::NotHolder,
        _ => false,
    }
}

/// A manager has assigned it to someone who has not signed yet.
fn is_being_taken(current: Option<&Ticket>, unseen: &[TicketEvent], rule: Rule) -> bool {
    let waits = current.is_some_and(|ticket| ticket.status == Status::AwaitingSignature);
    let assigned = unseen.iter().any(|event| event.action.kind() == ActionKind::Assign);
    waits && assigned && rule == Rule::AwaitingSignature
}
