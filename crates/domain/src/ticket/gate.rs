//! Who may do what, and when: one table for every kind of action.
//!
//! The workstation shows the rule beside a button, `decide` asks it again, and the platform asks
//! the same function. The table in docs/case.md is written from `gate`.

use super::Status::{
    AwaitingApplicant, AwaitingOpinion, AwaitingSignature, Closed, Merged, Settled, Suspended,
    Unclaimed, UnderExamination, Working,
};
use super::rule::{ensure, refuse};
use super::{ActionKind, Refusal, Rule, Stage, Status, Ticket};
use crate::directory::{Role, Staff};
use crate::time::{HOUR_MS, Timestamp};

/// A handoff may be returned this long after it was offered (安阳市 12345 条例 §50).
pub const RETURN_WITHIN_MS: i64 = 24 * HOUR_MS;

/// Who may do something to a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Anyone within scope.
    Anyone,
    /// Anyone who serves citizens.
    Serving,
    /// Anyone who serves citizens in the organisation that answers for the ticket.
    ServingHere,
    /// The holder.
    Holder,
    /// The holder or the first responder.
    Keeper,
    /// The receiver of the handoff that waits.
    Receiver,
    /// The consultant who was asked.
    Consultant,
    /// Staff of a unit that was asked to assist.
    Assisting,
    /// A management specialist.
    Manager,
    /// A management specialist; once the holder's lease has run out, anyone who serves citizens in
    /// the organisation that answers for the ticket.
    Relief,
}

/// When and by whom a kind of action may be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gate {
    /// By whom.
    pub who: Who,
    /// In which statuses; empty: the ticket does not exist yet.
    pub statuses: &'static [Status],
}

/// Statuses in which someone holds the ticket and works on it or waits.
const HELD: &[Status] = &[Working, AwaitingOpinion, AwaitingApplicant, Suspended, UnderExamination];
/// Statuses in which someone holds the ticket, a handoff that waits included.
const TAKEN: &[Status] =
    &[Working, AwaitingSignature, AwaitingOpinion, AwaitingApplicant, Suspended, UnderExamination];
/// Statuses in which the case is open, held or not.
const OPEN: &[Status] = &[
    Unclaimed,
    Working,
    AwaitingSignature,
    AwaitingOpinion,
    AwaitingApplicant,
    Suspended,
    UnderExamination,
];

/// The line of the table for `kind`.
pub fn gate(kind: ActionKind) -> Gate {
    use ActionKind as A;
    let (who, statuses): (Who, &'static [Status]) = match kind {
        A::Register => (Who::Serving, &[]),
        A::Claim => (Who::ServingHere, &[Unclaimed]),
        A::Note => (Who::Anyone, &Status::ALL),
        A::SignFor | A::Return => (Who::Receiver, &[AwaitingSignature]),
        A::Opinion => (Who::Consultant, &[AwaitingOpinion]),
        A::AnswerAssist => (Who::Assisting, OPEN),
        A::Urge => (Who::Manager, OPEN),
        A::Assign => (Who::Manager, &[Unclaimed, Working]),
        A::AllowCorrection => (Who::Manager, &[Working]),
        A::TakeOver => (Who::Relief, TAKEN),
        A::Propose => (Who::Anyone, OPEN),
        A::AnswerProposal => (Who::Keeper, &Status::ALL),
        A::Reply | A::Classify | A::AskAssist | A::DropAssist | A::AnswerUrging | A::Link => {
            (Who::Holder, HELD)
        }
        A::AddFile | A::RemoveFile | A::ReceiveMaterials => {
            (Who::Holder, &[Working, AwaitingApplicant, UnderExamination])
        }
        A::JudgeMaterial | A::Suspend => (Who::Holder, &[Working, UnderExamination]),
        A::Resume => (Who::Holder, &[Suspended]),
        A::Resubmit => (Who::Holder, &[AwaitingApplicant]),
        A::TakeBack => (Who::Holder, &[UnderExamination]),
        A::Close => (Who::Holder, &[Working, AwaitingApplicant, Suspended, UnderExamination]),
        A::FollowUp => (Who::Keeper, &[Closed]),
        A::Release
        | A::Triage
        | A::Advance
        | A::HandOff
        | A::Escalate
        | A::Merge
        | A::OpenReview
        | A::IssueCorrection
        | A::Submit => (Who::Holder, &[Working]),
    };
    Gate { who, statuses }
}

/// Whether `actor` may do something of this kind now. The UI shows the rule beside a button.
pub fn permitted(
    ticket: Option<&Ticket>,
    kind: ActionKind,
    actor: &Staff,
    now: Timestamp,
) -> Result<(), Refusal> {
    ensure(actor.active, Rule::AccountDisabled)?;
    let gate = gate(kind);
    let Some(ticket) = ticket else {
        ensure(kind == ActionKind::Register, Rule::UnknownTicket)?;
        return ensure(actor.role.serves_citizens(), Rule::RoleMayNot);
    };
    ensure(kind != ActionKind::Register, Rule::AlreadyRegistered)?;
    let here = gate.statuses.contains(&ticket.status);
    if !here && let Some(rule) = standing_rule(ticket.status, kind) {
        return refuse(rule);
    }
    is(gate.who, ticket, actor, now)?;
    ensure(here, waiting_rule(ticket.status, kind))?;
    standing(ticket, kind, now)
}

/// What a status forbids to everyone, whoever asks.
fn standing_rule(status: Status, kind: ActionKind) -> Option<Rule> {
    match status {
        Merged => Some(Rule::AlreadyMerged),
        Closed | Settled => Some(Rule::AlreadyClosed),
        _ if kind == ActionKind::Claim => Some(Rule::AlreadyClaimed),
        AwaitingSignature if gate(kind).who == Who::Holder => Some(Rule::AwaitingSignature),
        _ => None,
    }
}

/// What a status forbids to those who might otherwise act.
fn waiting_rule(status: Status, kind: ActionKind) -> Rule {
    match (status, kind) {
        (_, ActionKind::SignFor | ActionKind::Return) => Rule::NoHandoff,
        (_, ActionKind::Opinion) => Rule::NoOpenQuestion,
        (AwaitingSignature, _) => Rule::AwaitingSignature,
        (AwaitingOpinion, _) => Rule::AwaitingOpinion,
        (AwaitingApplicant, _) => Rule::AwaitingApplicant,
        (Suspended, _) => Rule::Suspended,
        (UnderExamination, _) => Rule::UnderExamination,
        _ => Rule::WrongStatus,
    }
}

fn is(who: Who, ticket: &Ticket, actor: &Staff, now: Timestamp) -> Result<(), Refusal> {
    match who {
        Who::Anyone => Ok(()),
        Who::Serving => ensure(actor.role.serves_citizens(), Rule::RoleMayNot),
        Who::ServingHere => {
            ensure(actor.role.serves_citizens(), Rule::RoleMayNot)?;
            ensure(actor.organisation == ticket.organisation, Rule::OtherOrganisation)
        }
        Who::Holder => ensure(ticket.holder == Some(actor.id), Rule::NotHolder),
        Who::Keeper => ensure(ticket.is_kept_by(actor.id), Rule::NotHolder),
        Who::Receiver => is_receiver(ticket, actor),
        Who::Consultant => {
            let asked = ticket.consultation.as_ref();
            let open = asked.is_some_and(|c| c.opinion.is_none() && c.consultant == actor.id);
            ensure(open, Rule::NoOpenQuestion)
        }
        Who::Assisting => {
            let asked = ticket.open_assists().any(|a| a.organisation == actor.organisation);
            ensure(asked, Rule::NoOpenAssist)
        }
        Who::Manager => ensure(actor.role == Role::Management, Rule::RoleMayNot),
        Who::Relief if actor.role == Role::Management => Ok(()),
        Who::Relief => {
            is(Who::ServingHere, ticket, actor, now)?;
            ensure(ticket.lease_is_over(now), Rule::LeaseRuns)
        }
    }
}

fn is_receiver(ticket: &Ticket, actor: &Staff) -> Result<(), Refusal> {
    let Some(handoff) = &ticket.handoff else {
        return refuse(Rule::NoHandoff);
    };
    let receives = match handoff.to_staff {
        Some(staff) => staff == actor.id,
        None => actor.organisation == handoff.to_organisation && actor.role.serves_citizens(),
    };
    ensure(receives, Rule::NotReceiver)
}

/// What the ticket's own facts forbid, whatever the action contains.
fn standing(ticket: &Ticket, kind: ActionKind, now: Timestamp) -> Result<(), Refusal> {
    use ActionKind as A;
    match kind {
        A::Return => may_return(ticket, now),
        A::Triage => ensure(ticket.triage.is_none(), Rule::AlreadyTriaged),
        A::Advance => ensure(ticket.stage < Stage::Assistance, Rule::StageBackwards),
        A::DropAssist => ensure(ticket.open_assists().next().is_some(), Rule::NoOpenAssist),
        A::AnswerUrging => ensure(ticket.open_urgings().next().is_some(), Rule::NoOpenUrging),
        A::AnswerProposal => ensure(ticket.open_proposals().next().is_some(), Rule::NoOpenProposal),
        A::OpenReview => {
            ensure(ticket.review.is_none(), Rule::ReviewAlreadyOpen)?;
            ensure(ticket.stage > Stage::Consultation, Rule::StageTooEarly)
        }
        A::AddFile | A::RemoveFile | A::ReceiveMaterials | A::JudgeMaterial => {
            ensure(ticket.review.is_some(), Rule::NoReview)
        }
        A::AllowCorrection => may_allow_correction(ticket),
        A::IssueCorrection => may_issue_correction(ticket),
        A::Submit => may_submit(ticket),
        A::Close | A::Merge => {
            ensure(ticket.open_assists().next().is_none(), Rule::AssistOpen)?;
            ensure(ticket.open_urgings().next().is_none(), Rule::UrgingOpen)
        }
        _ => Ok(()),
    }
}

fn may_return(ticket: &Ticket, now: Timestamp) -> Result<(), Refusal> {
    let Some(handoff) = &ticket.handoff else {
        return refuse(Rule::NoHandoff);
    };
    ensure(!handoff.designated, Rule::DesignatedCannotReturn)?;
    ensure(now <= handoff.offered_at.plus_ms(RETURN_WITHIN_MS), Rule::ReturnTooLate)
}

fn may_allow_correction(ticket: &Ticket) -> Result<(), Refusal> {
    let Some(review) = &ticket.review else {
        return refuse(Rule::NoReview);
    };
    ensure(!review.corrections.is_empty(), Rule::NoNoticeYet)
}

/// One notice with everything (一次性告知): every material has a verdict, and a second notice
/// has a manager's leave.
fn may_issue_correction(ticket: &Ticket) -> Result<(), Refusal> {
    let Some(review) = &ticket.review else {
        return refuse(Rule::NoReview);
    };
    ensure(review.is_complete(), Rule::VerdictsIncomplete)?;
    ensure(!review.defects().is_empty(), Rule::NothingToCorrect)?;
    let leave = review.corrections.is_empty() || review.leave.is_some();
    ensure(leave, Rule::SecondNoticeNeedsLeave)
}

fn may_submit(ticket: &Ticket) -> Result<(), Refusal> {
    let Some(review) = &ticket.review else {
        return refuse(Rule::NoReview);
    };
    ensure(review.is_complete(), Rule::VerdictsIncomplete)?;
    ensure(review.defects().is_empty(), Rule::DefectsRemain)
}
