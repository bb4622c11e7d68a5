//! The platform's verdict on a command that was written against an older state.

use super::{Action, Context, Decided, Rule, Ticket, decide};

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
    /// Not applied: someone took the ticket over meanwhile. Kept as a proposal for the holder.
    Parked(Rule),
}

/// Judges `action` against the `current` state. `unseen`: others have acted since the base.
pub fn judge(
    current: Option<&Ticket>,
    action: &Action,
    base: Base,
    unseen: bool,
    context: Context<'_>,
) -> Judgement {
    match decide(current, action, context) {
        Ok(decided) if unseen => Judgement::Rebased(Box::new(decided)),
        Ok(decided) => Judgement::Accepted(Box::new(decided)),
        Err(refusal) if was_taken_over(current, base) && refusal.rule == Rule::NotHolder => {
            Judgement::Parked(refusal.rule)
        }
        Err(refusal) => Judgement::Refused(refusal.rule),
    }
}

fn was_taken_over(current: Option<&Ticket>, base: Base) -> bool {
    match (current, base.fence) {
        (Some(ticket), Some(held)) => held < ticket.fence,
        _ => false,
    }
}
