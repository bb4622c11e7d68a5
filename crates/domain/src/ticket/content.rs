//! Whether what an action contains makes sense for this ticket.

use uuid::Uuid;

use super::rule::{ensure, refuse};
use super::{
    Action, Assist, Context, FileRef, MaterialVerdict, Outcome, PauseKind, Refusal, Review,
    RightOffice, Rule, Status, Ticket, Triage, Urging, permitted,
};
use crate::directory::{Role, StaffId};
use crate::matter::Necessity;
use crate::time::Timestamp;

/// Longest text a person may enter, in characters.
pub const MAX_TEXT_CHARS: usize = 4_000;
/// Longest time a consultant, an assisting unit or the answer to an urging may be given, in
/// working days.
pub const MAX_ANSWER_DAYS: u16 = 15;
/// Longest time an applicant may be given to correct or to keep a promise, in working days.
pub const MAX_APPLICANT_DAYS: u16 = 60;
/// Largest file, in bytes.
pub const MAX_FILE_BYTES: u64 = 200 * 1024 * 1024;
/// Most files of one case.
pub const MAX_FILES: usize = 1_000;
const MAX_FILE_NAME_CHARS: usize = 200;

type Check = Result<(), Refusal>;

/// Checks the content of `action`; who and when was checked before.
pub(super) fn check_content(
    ticket: Option<&Ticket>,
    action: &Action,
    context: Context<'_>,
) -> Check {
    check_text(action)?;
    let Some(ticket) = ticket else { return check_registration(action, context) };
    match action {
        Action::Advance { to, .. } => ensure(*to > ticket.stage, Rule::StageBackwards),
        Action::HandOff { to_staff, .. } | Action::Assign { to_staff, .. } => {
            check_receiver(to_staff.is_some(), context)
        }
        Action::Triage { triage } => check_triage(triage, context),
        Action::Escalate { due_days, .. } => check_question(*due_days, context),
        Action::AskAssist { due_days, .. } => check_assist(ticket, *due_days, context),
        Action::AnswerAssist { assist, .. } => {
            let mine = |a: &Assist| a.id == *assist && a.organisation == context.actor.organisation;
            ensure(ticket.open_assists().any(mine), Rule::NoOpenAssist)
        }
        Action::DropAssist { assist, .. } => {
            ensure(ticket.open_assists().any(|a| a.id == *assist), Rule::NoOpenAssist)
        }
        Action::Urge { due_days, .. } => check_days(*due_days, MAX_ANSWER_DAYS),
        Action::AnswerUrging { urging, .. } => {
            let open = |u: &Urging| u.id == *urging;
            ensure(ticket.open_urgings().any(open), Rule::NoOpenUrging)
        }
        Action::Suspend { kind, .. } => ensure(*kind != PauseKind::Correction, Rule::WrongStatus),
        Action::Link { other, .. } => {
            let known = check_other(ticket, context)?;
            let linked = ticket.links.contains(other) || known.links.contains(&ticket.id);
            ensure(!linked, Rule::AlreadyLinked)
        }
        Action::Merge { .. } => {
            let other = check_other(ticket, context)?;
            ensure(other.status.is_open(), Rule::OtherTicketEnded)
        }
        Action::Close { outcome, .. } => check_closing(ticket, *outcome),
        Action::TakeOver { from, to_staff, .. } => {
            ensure(ticket.holder == Some(*from), Rule::MovedOn)?;
            check_relief(ticket, *to_staff, context)
        }
        Action::Propose { proposed, .. } => {
            ensure(proposed.kind().can_be_proposed(), Rule::CannotBeProposed)?;
            check_text(proposed)
        }
        Action::AnswerProposal { proposal, taken, .. } => {
            check_answer(ticket, *proposal, *taken, context)
        }
        _ => check_review(ticket, action, context),
    }
}

fn check_text(action: &Action) -> Check {
    let Some(text) = action.text() else { return Ok(()) };
    ensure(action.text_is_optional() || !text.trim().is_empty(), Rule::TextMissing)?;
    ensure(text.chars().count() <= MAX_TEXT_CHARS, Rule::TextTooLong)
}

fn check_days(days: u16, most: u16) -> Check {
    ensure((1..=most).contains(&days), Rule::DueDaysOutOfRange)
}

fn check_registration(action: &Action, context: Context<'_>) -> Check {
    let Action::Register(new) = action else { return refuse(Rule::UnknownTicket) };
    ensure(!new.subject.trim().is_empty(), Rule::SubjectMissing)?;
    ensure(!new.requester.name.trim().is_empty(), Rule::RequesterNameMissing)?;
    ensure(context.parties.organisation.is_some(), Rule::UnknownOrganisation)
}

fn check_receiver(named: bool, context: Context<'_>) -> Check {
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

/// The new holder serves in the organisation that answers for the ticket; a colleague who is no
/// manager takes over for themselves only.
fn check_relief(ticket: &Ticket, to_staff: StaffId, context: Context<'_>) -> Check {
    let manager = context.actor.role == Role::Management;
    ensure(manager || to_staff == context.actor.id, Rule::RoleMayNot)?;
    let suitable = context.parties.staff.as_ref().is_some_and(|new| {
        new.active && new.role.serves_citizens() && new.organisation == ticket.organisation
    });
    ensure(suitable && ticket.holder != Some(to_staff), Rule::UnsuitableReceiver)
}

/// Carrying a proposal out is the holder's own action: the same rules ask the same things.
fn check_answer(ticket: &Ticket, proposal: Uuid, taken: bool, context: Context<'_>) -> Check {
    let Some(open) = ticket.open_proposal(proposal) else { return refuse(Rule::NoOpenProposal) };
    if !taken {
        return Ok(());
    }
    permitted(Some(ticket), open.action.kind(), context.actor, context.now)?;
    check_content(Some(ticket), &open.action, context)
}

fn check_triage(triage: &Triage, context: Context<'_>) -> Check {
    match triage {
        Triage::AnsweredNow { .. } | Triage::OwnLevel { .. } => Ok(()),
        Triage::LowerLevel { .. } => {
            let (Some(to), Some(home)) = (&context.parties.organisation, &context.parties.home)
            else {
                return refuse(Rule::UnknownOrganisation);
            };
            ensure(to.is_below(home), Rule::NotLowerLevel)
        }
        Triage::OutOfScope(RightOffice { office, address, phone, .. }) => {
            let named = [office, address, phone].iter().all(|part| !part.trim().is_empty());
            ensure(named, Rule::OfficeNotNamed)
        }
    }
}

fn check_question(due_days: u16, context: Context<'_>) -> Check {
    let asked = context.parties.staff.as_ref();
    let suitable = asked.is_some_and(|s| s.active && s.role == Role::Consultant);
    ensure(suitable, Rule::UnsuitableReceiver)?;
    check_days(due_days, MAX_ANSWER_DAYS)
}

fn check_assist(ticket: &Ticket, due_days: u16, context: Context<'_>) -> Check {
    let Some(unit) = &context.parties.organisation else {
        return refuse(Rule::UnknownOrganisation);
    };
    ensure(unit.id != ticket.organisation, Rule::AssistIsSelf)?;
    let asked = ticket.open_assists().any(|assist| assist.organisation == unit.id);
    ensure(!asked, Rule::AlreadyAssisting)?;
    check_days(due_days, MAX_ANSWER_DAYS)
}

fn check_other<'a>(ticket: &Ticket, context: Context<'a>) -> Result<&'a Ticket, Refusal> {
    let Some(other) = context.parties.ticket.as_deref() else {
        return refuse(Rule::OtherTicketUnknown);
    };
    ensure(other.id != ticket.id, Rule::SameTicket)?;
    Ok(other)
}

/// Out of scope is said by triage, which names the right office. A case that waits for the
/// applicant can only end by being withdrawn.
fn check_closing(ticket: &Ticket, outcome: Outcome) -> Check {
    ensure(outcome != Outcome::ToldWhere, Rule::OfficeNotNamed)?;
    match ticket.status {
        Status::AwaitingApplicant if outcome != Outcome::Withdrawn => {
            refuse(Rule::AwaitingApplicant)
        }
        Status::Suspended if outcome != Outcome::Withdrawn => refuse(Rule::Suspended),
        _ => Ok(()),
    }
}

fn check_review(ticket: &Ticket, action: &Action, context: Context<'_>) -> Check {
    if let Action::OpenReview { checklist, .. } = action {
        let mut keys: Vec<_> = checklist.iter().map(|item| item.material.as_str()).collect();
        keys.sort_unstable();
        let usable = !keys.is_empty() && keys.windows(2).all(|pair| pair[0] != pair[1]);
        return ensure(usable, Rule::ChecklistUnusable);
    }
    let Some(review) = &ticket.review else { return Ok(()) };
    match action {
        Action::ReceiveMaterials { received } => {
            let known = received.iter().all(|line| review.item(&line.material).is_some());
            ensure(known && !received.is_empty(), Rule::UnknownMaterial)
        }
        Action::AddFile { material, file } => check_file(review, material, file),
        Action::RemoveFile { material, sha256, .. } => {
            let item = review.item(material);
            let there = item.is_some_and(|item| item.has_file(sha256));
            ensure(there, Rule::UnknownFile)
        }
        Action::JudgeMaterial { material, verdict } => check_verdict(review, material, verdict),
        Action::IssueCorrection { due_days, .. } => check_days(*due_days, MAX_APPLICANT_DAYS),
        Action::Resubmit { late, .. } => check_lateness(review, late.as_ref(), context),
        _ => Ok(()),
    }
}

fn check_file(review: &Review, material: &str, file: &FileRef) -> Check {
    let Some(item) = review.item(material) else { return refuse(Rule::UnknownMaterial) };
    let hash = file.sha256.len() == 64
        && file.sha256.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    let name = file.name.trim();
    let named = !name.is_empty() && name.chars().count() <= MAX_FILE_NAME_CHARS;
    let sized = (1..=MAX_FILE_BYTES).contains(&file.bytes);
    ensure(hash && named && sized, Rule::FileUnusable)?;
    let files: usize = review.items.iter().map(|item| item.files.len()).sum();
    ensure(files < MAX_FILES, Rule::FileUnusable)?;
    ensure(!item.has_file(&file.sha256), Rule::FileAlreadyThere)
}

fn check_verdict(review: &Review, material: &str, verdict: &MaterialVerdict) -> Check {
    let Some(item) = review.item(material) else { return refuse(Rule::UnknownMaterial) };
    match verdict {
        MaterialVerdict::NeedsFixing { defect, .. } => {
            ensure(!defect.trim().is_empty(), Rule::TextMissing)
        }
        MaterialVerdict::Waived { due_days, .. } => {
            ensure(item.necessity == Some(Necessity::Deferrable), Rule::NotDeferrable)?;
            check_days(*due_days, MAX_APPLICANT_DAYS)
        }
        _ => Ok(()),
    }
}

fn check_lateness(review: &Review, late: Option<&String>, context: Context<'_>) -> Check {
    let Some(notice) = review.open_correction() else { return Ok(()) };
    let due = context.rules.calendar.add_working(notice.issued_at.day(), notice.due_days);
    let in_time = context.now <= Timestamp::end_of(due.day);
    let said = late.is_some_and(|reason| !reason.trim().is_empty());
    ensure(in_time || said, Rule::LateNeedsReason)
}
