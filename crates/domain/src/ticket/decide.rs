//! The state machine: what an action does to a ticket, or the rule that forbids it.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    Action, ActionKind, Closing, Consultation, Handoff, NewTicket, Opinion, Stage, Status, Ticket,
    TicketEvent,
};
use crate::directory::{Organisation, Role, Staff};
use crate::time::{HOUR_MS, Timestamp};

/// A handoff may be returned this long after it was offered.
pub const RETURN_WITHIN_MS: i64 = 24 * HOUR_MS;
/// Longest time a consultant may be given, in working days.
pub const MAX_OPINION_DAYS: u16 = 15;
/// Longest text a person may enter, in characters.
pub const MAX_TEXT_CHARS: usize = 4_000;

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
}

/// Whom the action names, as far as they exist.
#[derive(Debug, Clone, Default)]
pub struct Parties {
    /// Named staff.
    pub staff: Option<Staff>,
    /// Named organisation.
    pub organisation: Option<Organisation>,
}

/// What an action did.
#[derive(Debug, Clone, PartialEq)]
pub struct Decided {
    /// The ticket afterwards.
    pub ticket: Ticket,
    /// The line for the timeline.
    pub event: TicketEvent,
}

/// The rule that forbids an action. The words belong to the UI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The account may not act any more.
    AccountDisabled,
    /// The role may not do this.
    RoleMayNot,
    /// The ticket belongs to another organisation.
    OtherOrganisation,
    /// There is no such ticket.
    UnknownTicket,
    /// A ticket with this identity is already there.
    AlreadyRegistered,
    /// Someone else has claimed it.
    AlreadyClaimed,
    /// Only its holder may do this.
    NotHolder,
    /// It waits for a receiver to sign.
    AwaitingSignature,
    /// It waits for a consultant.
    AwaitingOpinion,
    /// It is closed.
    AlreadyClosed,
    /// No handoff waits.
    NoHandoff,
    /// The handoff is for someone else.
    NotReceiver,
    /// More than 24 hours have passed.
    ReturnTooLate,
    /// No question waits for this consultant.
    NoOpenQuestion,
    /// A stage only goes forward.
    StageBackwards,
    /// The receiver does not exist or does not serve citizens.
    UnsuitableReceiver,
    /// The organisation does not exist.
    UnknownOrganisation,
    /// One cannot hand over to oneself.
    ReceiverIsSelf,
    /// The text is missing.
    TextMissing,
    /// The text is too long.
    TextTooLong,
    /// The name of the requester is missing.
    RequesterNameMissing,
    /// The title is missing.
    SubjectMissing,
    /// The consultant's time is outside 1 to 15 working days.
    DueDaysOutOfRange,
}

/// An action that is not allowed, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("refused by rule {rule:?}")]
pub struct Refusal {
    /// The rule.
    pub rule: Rule,
}

fn refuse<T>(rule: Rule) -> Result<T, Refusal> {
    Err(Refusal { rule })
}

fn ensure(holds: bool, rule: Rule) -> Result<(), Refusal> {
    if holds { Ok(()) } else { refuse(rule) }
}

/// Applies `action` to `ticket` (`None`: it does not exist yet).
pub fn decide(
    ticket: Option<&Ticket>,
    action: &Action,
    context: Context<'_>,
) -> Result<Decided, Refusal> {
    permitted(ticket, action.kind(), context.actor, context.now)?;
    check_content(action, context)?;
    if let (Some(ticket), Action::Advance { to, .. }) = (ticket, action) {
        ensure(*to > ticket.stage, Rule::StageBackwards)?;
    }
    let mut after = match (ticket, action) {
        (None, Action::Register(new)) => registered(new, context),
        (Some(ticket), _) => ticket.clone(),
        (None, _) => return refuse(Rule::UnknownTicket),
    };
    apply(&mut after, action, context);
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

/// Whether `actor` may do something of this kind now. The UI shows the rule beside a button.
pub fn permitted(
    ticket: Option<&Ticket>,
    kind: ActionKind,
    actor: &Staff,
    now: Timestamp,
) -> Result<(), Refusal> {
    ensure(actor.active, Rule::AccountDisabled)?;
    let Some(ticket) = ticket else {
        ensure(kind == ActionKind::Register, Rule::UnknownTicket)?;
        return ensure(actor.role.serves_citizens(), Rule::RoleMayNot);
    };
    ensure(kind != ActionKind::Register, Rule::AlreadyRegistered)?;
    if kind == ActionKind::Note {
        return Ok(());
    }
    ensure(ticket.status != Status::Closed, Rule::AlreadyClosed)?;
    match kind {
        ActionKind::Claim => may_claim(ticket, actor),
        ActionKind::SignFor => may_sign(ticket, actor),
        ActionKind::Return => may_return(ticket, actor, now),
        ActionKind::Opinion => may_answer(ticket, actor),
        ActionKind::Reply => may_hold(ticket, actor),
        _ => {
            may_hold(ticket, actor)?;
            ensure(ticket.status != Status::AwaitingOpinion, Rule::AwaitingOpinion)
        }
    }
}

fn may_claim(ticket: &Ticket, actor: &Staff) -> Result<(), Refusal> {
    ensure(ticket.status == Status::Unclaimed, Rule::AlreadyClaimed)?;
    ensure(actor.role.serves_citizens(), Rule::RoleMayNot)?;
    ensure(actor.organisation == ticket.organisation, Rule::OtherOrganisation)
}

fn may_hold(ticket: &Ticket, actor: &Staff) -> Result<(), Refusal> {
    ensure(ticket.status != Status::AwaitingSignature, Rule::AwaitingSignature)?;
    ensure(ticket.holder == Some(actor.id), Rule::NotHolder)
}

fn may_sign(ticket: &Ticket, actor: &Staff) -> Result<(), Refusal> {
    let Some(handoff) = &ticket.handoff else {
        return refuse(Rule::NoHandoff);
    };
    let is_receiver = match handoff.to_staff {
        Some(staff) => staff == actor.id,
        None => actor.organisation == handoff.to_organisation && actor.role.serves_citizens(),
    };
    ensure(is_receiver, Rule::NotReceiver)
}

fn may_return(ticket: &Ticket, actor: &Staff, now: Timestamp) -> Result<(), Refusal> {
    may_sign(ticket, actor)?;
    let offered = ticket.handoff.as_ref().map_or(now, |h| h.offered_at);
    ensure(now <= offered.plus_ms(RETURN_WITHIN_MS), Rule::ReturnTooLate)
}

fn may_answer(ticket: &Ticket, actor: &Staff) -> Result<(), Refusal> {
    let asked = ticket.consultation.as_ref();
    let open = asked.is_some_and(|c| c.opinion.is_none() && c.consultant == actor.id);
    ensure(open && ticket.status == Status::AwaitingOpinion, Rule::NoOpenQuestion)
}

fn check_content(action: &Action, context: Context<'_>) -> Result<(), Refusal> {
    if let Some(text) = action.text() {
        ensure(!text.trim().is_empty(), Rule::TextMissing)?;
        ensure(text.chars().count() <= MAX_TEXT_CHARS, Rule::TextTooLong)?;
    }
    match action {
        Action::Register(new) => {
            ensure(!new.subject.trim().is_empty(), Rule::SubjectMissing)?;
            ensure(!new.requester.name.trim().is_empty(), Rule::RequesterNameMissing)?;
            ensure(context.parties.organisation.is_some(), Rule::UnknownOrganisation)
        }
        Action::HandOff { to_staff, .. } => check_receiver(to_staff.is_some(), context),
        Action::Escalate { due_days, .. } => {
            let asked = context.parties.staff.as_ref();
            let suitable = asked.is_some_and(|s| s.active && s.role == Role::Consultant);
            ensure(suitable, Rule::UnsuitableReceiver)?;
            ensure((1..=MAX_OPINION_DAYS).contains(due_days), Rule::DueDaysOutOfRange)
        }
        _ => Ok(()),
    }
}

fn check_receiver(named: bool, context: Context<'_>) -> Result<(), Refusal> {
    let Some(organisation) = &context.parties.organisation else {
        return refuse(Rule::UnknownOrganisation);
    };
    if !named {
        return Ok(());
    }
    let Some(receiver) = &context.parties.staff else {
        return refuse(Rule::UnsuitableReceiver);
    };
    ensure(receiver.id != context.actor.id, Rule::ReceiverIsSelf)?;
    let serves = receiver.active
        && receiver.role.serves_citizens()
        && receiver.organisation == organisation.id;
    ensure(serves, Rule::UnsuitableReceiver)
}

fn registered(new: &NewTicket, context: Context<'_>) -> Ticket {
    Ticket {
        id: new.ticket,
        number: None,
        version: 0,
        channel: new.channel,
        nature: new.nature,
        subject: new.subject.trim().to_owned(),
        request: new.request.clone(),
        requester: new.requester.clone(),
        matter: new.matter.clone(),
        situation: new.situation.clone(),
        priority: new.priority.clone(),
        stage: Stage::Consultation,
        status: Status::Unclaimed,
        organisation: new.organisation.clone(),
        registered_at: context.now,
        registered_by: context.actor.id,
        first_responder: None,
        holder: None,
        fence: 0,
        handoff: None,
        consultation: None,
        first_reply_at: None,
        closing: None,
        updated_at: context.now,
    }
}

fn apply(ticket: &mut Ticket, action: &Action, context: Context<'_>) {
    let actor = context.actor;
    match action {
        Action::Register(_) | Action::Note { .. } => {}
        Action::Claim => take(ticket, actor),
        Action::Release { .. } => {
            ticket.holder = None;
            ticket.status = Status::Unclaimed;
        }
        Action::Reply { .. } => {
            ticket.first_reply_at.get_or_insert(context.now);
        }
        Action::Advance { to, .. } => ticket.stage = *to,
        Action::HandOff { to_staff, to_organisation, note } => {
            ticket.handoff = Some(Handoff {
                from: actor.id,
                from_organisation: ticket.organisation.clone(),
                to_staff: *to_staff,
                to_organisation: to_organisation.clone(),
                note: note.clone(),
                offered_at: context.now,
            });
            ticket.status = Status::AwaitingSignature;
        }
        Action::SignFor => {
            if let Some(handoff) = ticket.handoff.take() {
                ticket.organisation = handoff.to_organisation;
            }
            take(ticket, actor);
        }
        Action::Return { .. } => {
            ticket.handoff = None;
            ticket.status = Status::Working;
        }
        Action::Escalate { consultant, question, due_days } => {
            ticket.consultation = Some(Consultation {
                consultant: *consultant,
                asked_by: actor.id,
                question: question.clone(),
                asked_at: context.now,
                due_days: *due_days,
                opinion: None,
            });
            ticket.status = Status::AwaitingOpinion;
        }
        Action::Opinion { text } => {
            if let Some(consultation) = &mut ticket.consultation {
                consultation.opinion = Some(Opinion { text: text.clone(), given_at: context.now });
            }
            ticket.status = Status::Working;
        }
        Action::Close { outcome, feedback, via } => {
            ticket.closing = Some(Closing {
                outcome: *outcome,
                feedback: feedback.clone(),
                via: *via,
                at: context.now,
                by: actor.id,
            });
            ticket.status = Status::Closed;
        }
    }
}

/// Makes `actor` the holder. The first one stays first responder for good.
fn take(ticket: &mut Ticket, actor: &Staff) {
    ticket.holder = Some(actor.id);
    ticket.first_responder.get_or_insert(actor.id);
    ticket.status = Status::Working;
    ticket.fence += 1;
}
