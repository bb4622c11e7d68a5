//! What an allowed action changes.
//!
//! This file is over 400 lines: it is the effect of every action, side by side on purpose.

use super::{
    Action, Assist, AssistEnd, Closing, Consultation, Context, Correction, CorrectionLeave,
    FiledMaterial, Handoff, Judged, LoopEnd, LoopOutcome, NewTicket, Opinion, Outcome, Pause,
    PauseKind, Proposal, ProposalEnd, Review, ReviewItem, Stage, Status, Ticket, Triage,
    TriageKind, Triaged, Urging, UrgingAnswer, Via,
};
use uuid::Uuid;

use crate::directory::{Staff, StaffId};
use crate::hours::response_due;

/// A ticket as it is registered.
pub(super) fn registered(new: &NewTicket, context: Context<'_>) -> Ticket {
    let waits = new.channel.waits_online();
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
        elderly: new.elderly.clone(),
        triage: None,
        complex: None,
        stage: Stage::Consultation,
        status: Status::Unclaimed,
        organisation: new.organisation.clone(),
        registered_at: context.now,
        registered_by: context.actor.id,
        first_responder: None,
        holder: None,
        fence: 0,
        lease: None,
        proposals: Vec::new(),
        handoff: None,
        consultation: None,
        assists: Vec::new(),
        urgings: Vec::new(),
        pauses: Vec::new(),
        links: Vec::new(),
        merged_into: None,
        review: None,
        response_due_at: waits
            .then(|| response_due(context.now, context.parties.home.as_ref(), context.rules)),
        responded_at: None,
        first_reply_at: None,
        closing: None,
        follow_ups: Vec::new(),
        breaches: Vec::new(),
        updated_at: context.now,
    }
}

/// Changes `ticket` by `action`, which was allowed.
pub(super) fn apply(ticket: &mut Ticket, action: &Action, context: Context<'_>) {
    let actor = context.actor;
    match action {
        Action::Register(_) | Action::Note { .. } => {}
        Action::Claim => take(ticket, context),
        Action::Release { .. } => {
            ticket.holder = None;
            ticket.status = Status::Unclaimed;
        }
        Action::Reply { .. } => told(ticket, context),
        Action::Triage { triage } => triaged(ticket, triage, context),
        Action::Classify { complex, .. } => {
            own_level(ticket, context);
            ticket.complex = Some(*complex);
        }
        Action::Advance { to, .. } => {
            own_level(ticket, context);
            ticket.stage = *to;
        }
        Action::HandOff { to_staff, to_organisation, note } => {
            offer(ticket, *to_staff, to_organisation, note, false, context);
        }
        Action::Assign { to_staff, to_organisation, note } => {
            offer(ticket, *to_staff, to_organisation, note, true, context);
        }
        Action::SignFor => {
            if let Some(handoff) = ticket.handoff.take() {
                ticket.organisation = handoff.to_organisation;
            }
            take(ticket, context);
        }
        Action::Return { .. } => {
            ticket.handoff = None;
            ticket.status = Status::Working;
        }
        Action::Escalate { consultant, question, due_days } => {
            own_level(ticket, context);
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
        Action::Suspend { kind, reason } => {
            pause(ticket, *kind, reason, context);
            ticket.status = Status::Suspended;
        }
        Action::Resume { .. } => {
            end_pause(ticket, context);
            let submitted = ticket.review.as_ref().is_some_and(|r| r.submitted_at.is_some());
            ticket.status = if submitted { Status::UnderExamination } else { Status::Working };
        }
        Action::Link { other, .. } => ticket.links.push(*other),
        Action::Merge { into, .. } => {
            ticket.merged_into = Some(*into);
            ticket.status = Status::Merged;
        }
        Action::Close { outcome, feedback, via } => {
            let kind = match outcome {
                Outcome::Answered => TriageKind::AnsweredNow,
                _ => TriageKind::OwnLevel,
            };
            ticket.triage.get_or_insert_with(|| decided(kind, context));
            close(ticket, *outcome, feedback, *via, context);
        }
        Action::FollowUp { outcome, note } => followed_up(ticket, *outcome, note, context),
        Action::TakeOver { to_staff, .. } => taken_over(ticket, *to_staff, context),
        Action::AskAssist { .. }
        | Action::AnswerAssist { .. }
        | Action::DropAssist { .. }
        | Action::Urge { .. }
        | Action::AnswerUrging { .. }
        | Action::Propose { .. } => beside(ticket, action, context),
        Action::AnswerProposal { proposal, taken, note } => {
            answered(ticket, *proposal, *taken, note, context);
        }
        _ => review(ticket, action, context),
    }
}

/// What runs beside the case without changing its status.
fn beside(ticket: &mut Ticket, action: &Action, context: Context<'_>) {
    let (by, at) = (context.actor.id, context.now);
    match action {
        Action::AskAssist { organisation, task, due_days } => ticket.assists.push(Assist {
            id: context.command,
            organisation: organisation.clone(),
            task: task.clone(),
            asked_by: by,
            asked_at: at,
            due_days: *due_days,
            end: None,
        }),
        Action::AnswerAssist { assist, text: reason } | Action::DropAssist { assist, reason } => {
            let done = matches!(action, Action::AnswerAssist { .. });
            if let Some(open) = ticket.assists.iter_mut().find(|a| a.id == *assist) {
                open.end = Some(AssistEnd { text: reason.clone(), done, by, at });
            }
        }
        Action::Urge { text, due_days } => ticket.urgings.push(Urging {
            id: context.command,
            by,
            text: text.clone(),
            at,
            due_days: *due_days,
            answer: None,
        }),
        Action::Propose { proposed, note } => ticket.proposals.push(Proposal {
            id: context.command,
            by,
            at,
            written_at: context.device_at,
            action: proposed.clone(),
            note: note.clone(),
            end: None,
        }),
        Action::AnswerUrging { urging, text } => {
            if let Some(open) = ticket.urgings.iter_mut().find(|u| u.id == *urging) {
                open.answer = Some(UrgingAnswer { text: text.clone(), by, at });
            }
        }
        _ => {}
    }
}

/// Pre-review and correction.
fn review(ticket: &mut Ticket, action: &Action, context: Context<'_>) {
    if let Action::OpenReview { matter, situation, checklist } = action {
        own_level(ticket, context);
        ticket.matter = Some(matter.clone());
        ticket.situation.clone_from(situation);
        ticket.review = Some(Review {
            situation: situation.clone(),
            matter_version: matter.version,
            opened_at: context.now,
            received_at: None,
            last_received_at: None,
            round: 1,
            items: checklist.iter().map(ReviewItem::new).collect(),
            corrections: Vec::new(),
            leave: None,
            submitted_at: None,
        });
        return;
    }
    let Some(review) = &mut ticket.review else { return };
    let (by, at) = (context.actor.id, context.now);
    match action {
        Action::ReceiveMaterials { received } => {
            for line in received {
                if let Some(item) = review.item_mut(&line.material) {
                    item.paper = Some(line.paper);
                }
            }
            review.came_in(at);
        }
        Action::AddFile { material, file } => {
            let round = review.round;
            if let Some(item) = review.item_mut(material) {
                let file = file.clone();
                item.files.push(FiledMaterial { file, round, at, by, removed: None });
            }
            review.came_in(at);
        }
        Action::RemoveFile { material, sha256, reason } => {
            let files = review.item_mut(material).map(|item| &mut item.files);
            let found = files.and_then(|files| files.iter_mut().find(|f| f.is(sha256)));
            if let Some(file) = found {
                file.removed = Some(reason.clone());
            }
        }
        Action::JudgeMaterial { material, verdict } => {
            let judged = Judged { verdict: verdict.clone(), round: review.round, by, at };
            if let Some(item) = review.item_mut(material) {
                item.earlier.extend(item.judged.replace(judged));
            }
        }
        Action::AllowCorrection { reason } => {
            review.leave = Some(CorrectionLeave { reason: reason.clone(), by, at });
        }
        Action::IssueCorrection { due_days, basis } => {
            let defects = review.defects();
            let reason = review.leave.take().map(|leave| leave.reason);
            review.corrections.push(Correction {
                id: context.command,
                round: review.round,
                defects,
                basis: basis.clone(),
                due_days: *due_days,
                reason,
                issued_at: at,
                issued_by: by,
                answered_at: None,
                late: None,
            });
            pause(ticket, PauseKind::Correction, basis, context);
            ticket.status = Status::AwaitingApplicant;
        }
        Action::Resubmit { late, .. } => {
            review.next_round(late.as_ref(), at);
            end_pause(ticket, context);
            ticket.status = Status::Working;
        }
        Action::Submit { .. } => {
            review.submitted_at = Some(at);
            ticket.stage = Stage::Assistance;
            ticket.status = Status::UnderExamination;
        }
        Action::TakeBack { .. } => {
            review.submitted_at = None;
            ticket.status = Status::Working;
        }
        _ => {}
    }
}

fn triaged(ticket: &mut Ticket, triage: &Triage, context: Context<'_>) {
    let mut decision = decided(triage.kind(), context);
    match triage {
        Triage::AnsweredNow { answer, via } => {
            close(ticket, Outcome::Answered, answer, *via, context);
            followed_up(ticket, LoopOutcome::Obtained, "", context);
        }
        Triage::OwnLevel { complex, .. } => ticket.complex = Some(*complex),
        Triage::LowerLevel { to_organisation, note } => {
            offer(ticket, None, to_organisation, note, false, context);
        }
        Triage::OutOfScope(office) => {
            decision.right_office = Some(office.clone());
            close(ticket, Outcome::ToldWhere, &office.told, office.via, context);
            followed_up(ticket, LoopOutcome::CannotObtain, &office.told, context);
        }
    }
    ticket.triage = Some(decision);
}

fn decided(kind: TriageKind, context: Context<'_>) -> Triaged {
    Triaged { kind, right_office: None, by: context.actor.id, at: context.now }
}

/// Working on a request decides its triage.
fn own_level(ticket: &mut Ticket, context: Context<'_>) {
    ticket.triage.get_or_insert_with(|| decided(TriageKind::OwnLevel, context));
}

/// Makes the actor the holder. The first one stays first responder for good.
fn take(ticket: &mut Ticket, context: Context<'_>) {
    let actor: &Staff = context.actor;
    ticket.grant(actor.id, actor.role, context.now, context.rules.book.leases);
    ticket.first_responder.get_or_insert(actor.id);
    ticket.responded_at.get_or_insert(context.now);
    ticket.status = Status::Working;
}

/// Another holder goes on where the case stands. A handoff that waited is off.
fn taken_over(ticket: &mut Ticket, to_staff: StaffId, context: Context<'_>) {
    let role = context.parties.staff.as_ref().map_or(context.actor.role, |staff| staff.role);
    ticket.grant(to_staff, role, context.now, context.rules.book.leases);
    ticket.first_responder.get_or_insert(to_staff);
    if ticket.handoff.take().is_some() {
        ticket.status = Status::Working;
    }
}

/// Ends a proposal; one that is taken is carried out as the holder's own action.
fn answered(ticket: &mut Ticket, id: Uuid, taken: bool, note: &str, context: Context<'_>) {
    let end = ProposalEnd { taken, note: note.to_owned(), by: context.actor.id, at: context.now };
    let Some(open) = ticket.proposals.iter_mut().find(|open| open.id == id) else { return };
    open.end = Some(end);
    let action = open.action.clone();
    if taken {
        apply(ticket, &action, context);
    }
}

fn told(ticket: &mut Ticket, context: Context<'_>) {
    ticket.first_reply_at.get_or_insert(context.now);
    ticket.responded_at.get_or_insert(context.now);
}

fn offer(
    ticket: &mut Ticket,
    to_staff: Option<StaffId>,
    to_organisation: &str,
    note: &str,
    designated: bool,
    context: Context<'_>,
) {
    ticket.handoff = Some(Handoff {
        from: context.actor.id,
        from_organisation: ticket.organisation.clone(),
        to_staff,
        to_organisation: to_organisation.to_owned(),
        note: note.to_owned(),
        offered_at: context.now,
        designated,
    });
    ticket.status = Status::AwaitingSignature;
}

fn pause(ticket: &mut Ticket, kind: PauseKind, reason: &str, context: Context<'_>) {
    ticket.pauses.push(Pause { kind, reason: reason.to_owned(), from: context.now, to: None });
}

fn end_pause(ticket: &mut Ticket, context: Context<'_>) {
    if let Some(pause) = ticket.pauses.last_mut() {
        pause.to.get_or_insert(context.now);
    }
}

fn close(ticket: &mut Ticket, outcome: Outcome, feedback: &str, via: Via, context: Context<'_>) {
    told(ticket, context);
    end_pause(ticket, context);
    ticket.closing = Some(Closing {
        outcome,
        feedback: feedback.to_owned(),
        via,
        at: context.now,
        by: context.actor.id,
    });
    ticket.status = Status::Closed;
    if outcome == Outcome::Withdrawn {
        followed_up(ticket, LoopOutcome::CannotObtain, feedback, context);
    }
}

fn followed_up(ticket: &mut Ticket, outcome: LoopOutcome, note: &str, context: Context<'_>) {
    let (at, by) = (context.now, context.actor.id);
    ticket.follow_ups.push(LoopEnd { outcome, note: note.to_owned(), at, by });
    if outcome == LoopOutcome::NeedsMore {
        ticket.closing = None;
        ticket.status = Status::Working;
        ticket.hold_again(context.now, context.rules.book.leases);
    } else {
        ticket.status = Status::Settled;
    }
}
