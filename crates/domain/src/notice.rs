//! Which events a person should hear about.

use serde::{Deserialize, Serialize};

use crate::directory::{Staff, StaffId};
use crate::ticket::{Action, Status, Ticket, TicketEvent};

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
    /// 操作未被接受: a verdict waits in the inbox.
    VerdictWaiting,
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
            new.organisation == me.organisation
                && me.role.serves_citizens()
                && ticket.status == Status::Unclaimed,
        ),
        Action::HandOff { to_staff, to_organisation, .. } => (
            NoticeKind::HandedToMe,
            to_staff.map_or(*to_organisation == me.organisation && me.role.serves_citizens(), mine),
        ),
        Action::SignFor => (NoticeKind::SignedFor, handed_by.is_some_and(mine)),
        Action::Return { .. } => (NoticeKind::Returned, handed_by.is_some_and(mine)),
        Action::Escalate { consultant, .. } => (NoticeKind::QuestionForMe, mine(*consultant)),
        Action::Opinion { .. } => {
            let asked_by = ticket.consultation.as_ref().map(|c| c.asked_by);
            (NoticeKind::OpinionGiven, asked_by.is_some_and(mine))
        }
        _ => return None,
    };
    concerns_me.then_some(kind)
}
