//! Which events a person should hear about.

use serde::{Deserialize, Serialize};

use crate::directory::{Role, Staff, StaffId};
use crate::knowledge::{Question, StepKind, StepLine};
use crate::ticket::{Action, LoopOutcome, Status, Ticket, TicketEvent, Triage};

/// What happened, from the point of view of the person who hears of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// 新工单: a request came in for my station.
    NewTicket,
    /// 转交待签收: a colleague hands me a ticket.
    HandedToMe,
    /// 转交已签收: the receiver signed.
    SignedFor,
    /// 转交被退回: the receiver returned it.
    Returned,
    /// 请您出具意见: a question for me.
    QuestionForMe,
    /// 顾问已答复: an opinion came back.
    OpinionGiven,
    /// 请您单位协办: my unit is asked to assist.
    AssistAsked,
    /// 协办已回复: a unit I asked has answered.
    AssistAnswered,
    /// 督办: a manager urges me.
    Urged,
    /// 督办已回复: the holder answered my urging.
    UrgingAnswered,
    /// 工单由他人接办: what I held is held by someone else now.
    TakenOver,
    /// 工单交我接办: a manager gave me what someone else held.
    GivenToMe,
    /// 收到建议: someone proposes something for a case I hold.
    ProposalForMe,
    /// 建议已答复: the holder decided on what I proposed.
    ProposalAnswered,
    /// 准予再次补正: a manager lets me issue one more notice.
    CorrectionAllowed,
    /// 回访后需继续办理: the case came back after it was closed.
    Reopened,
    /// 时限预警: a clock of mine is about to run out.
    ClockWarning,
    /// 时限已过: a clock of mine has run out.
    ClockBreach,
    /// 操作未被接受: a verdict waits in the inbox.
    VerdictWaiting,
    /// 有新的知识提问: a question waits for somebody who drafts.
    QuestionRaised,
    /// 知识条目待发布: a draft waits for me.
    EntrySubmitted,
    /// 知识条目被退回: my draft has to be changed.
    EntrySentBack,
    /// 提问已有答复: what I asked is an entry now, or has been one before.
    QuestionAnswered,
    /// 提问未采纳: what I asked was declined.
    QuestionDeclined,
    /// 事项指南有变化: a case of mine is about a matter that has a new version.
    MatterChanged,
}

/// What `event` means for `me`; `None` when it is no news. `ticket` is the state after it,
/// `handed_by` the person who made the latest handoff.
pub fn notice_for(
    me: &Staff,
    ticket: &Ticket,
    event: &TicketEvent,
    handed_by: Option<StaffId>,
) -> Option<NoticeKind> {
    if event.actor == me.id {
        return None;
    }
    let mine = |staff: StaffId| staff == me.id;
    let (kind, concerns_me) = match &event.action {
        Action::Register(new) => (
            NoticeKind::NewTicket,
            serves(me, &new.organisation) && ticket.status == Status::Unclaimed,
        ),
        Action::HandOff { to_staff, to_organisation, .. }
        | Action::Assign { to_staff, to_organisation, .. } => {
            (NoticeKind::HandedToMe, to_staff.map_or(serves(me, to_organisation), mine))
        }
        Action::Triage { triage: Triage::LowerLevel { to_organisation, .. } } => {
            (NoticeKind::HandedToMe, serves(me, to_organisation))
        }
        Action::SignFor => (NoticeKind::SignedFor, handed_by.is_some_and(mine)),
        Action::Return { .. } => (NoticeKind::Returned, handed_by.is_some_and(mine)),
        Action::Escalate { consultant, .. } => (NoticeKind::QuestionForMe, mine(*consultant)),
        Action::Opinion { .. } => {
            let asked_by = ticket.consultation.as_ref().map(|c| c.asked_by);
            let comes_back = asked_by.is_some_and(mine) || ticket.is_kept_by(me.id);
            (NoticeKind::OpinionGiven, comes_back)
        }
        Action::AskAssist { organisation, .. } => {
            (NoticeKind::AssistAsked, *organisation == me.organisation)
        }
        Action::AnswerAssist { .. } => (NoticeKind::AssistAnswered, ticket.is_kept_by(me.id)),
        Action::Urge { .. } => (NoticeKind::Urged, ticket.is_kept_by(me.id)),
        Action::AnswerUrging { urging, .. } => {
            let urged_by = ticket.urgings.iter().find(|u| u.id == *urging).map(|u| u.by);
            (NoticeKind::UrgingAnswered, urged_by.is_some_and(mine))
        }
        Action::TakeOver { to_staff, .. } if mine(*to_staff) => (NoticeKind::GivenToMe, true),
        Action::TakeOver { from, .. } => (NoticeKind::TakenOver, mine(*from)),
        Action::Propose { .. } => (NoticeKind::ProposalForMe, ticket.holder.is_some_and(mine)),
        Action::AnswerProposal { proposal, .. } => {
            let by = ticket.proposals.iter().find(|p| p.id == *proposal).map(|p| p.by);
            (NoticeKind::ProposalAnswered, by.is_some_and(mine))
        }
        Action::AllowCorrection { .. } => {
            (NoticeKind::CorrectionAllowed, ticket.holder.is_some_and(mine))
        }
        Action::FollowUp { outcome: LoopOutcome::NeedsMore, .. } => {
            (NoticeKind::Reopened, ticket.is_kept_by(me.id))
        }
        _ => return None,
    };
    concerns_me.then_some(kind)
}

/// What the last step of `question` means for `me`; `None` when it is no news.
pub fn question_notice(me: &Staff, question: &Question, step: &StepLine) -> Option<NoticeKind> {
    if step.by == me.id {
        return None;
    }
    let asked = question.asked_by == me.id || question.also_asked_by.contains(&me.id);
    let drafted = question.draft.as_ref().is_some_and(|draft| draft.by == me.id);
    let (kind, concerns_me) = match step.kind {
        StepKind::Ask => (NoticeKind::QuestionRaised, me.role == Role::Consultant),
        StepKind::Submit => (NoticeKind::EntrySubmitted, me.role == Role::Management),
        StepKind::SendBack => (NoticeKind::EntrySentBack, drafted),
        StepKind::Publish | StepKind::Point => (NoticeKind::QuestionAnswered, asked || drafted),
        StepKind::Decline => (NoticeKind::QuestionDeclined, asked),
        StepKind::AskToo => return None,
    };
    concerns_me.then_some(kind)
}

fn serves(me: &Staff, organisation: &str) -> bool {
    me.organisation == organisation && me.role.serves_citizens()
}
