//! The clocks (时限) that run on a ticket, computed from its state and the calendar.

use serde::{Deserialize, Serialize};

use super::{Stage, Status, Ticket};
use crate::calendar::Calendar;
use crate::time::Timestamp;

/// Working days to make contact: the first "1" of 1515.
pub const CONTACT_DAYS: u16 = 1;
/// Working days to sign for a handoff.
pub const SIGNING_DAYS: u16 = 1;
/// Working days to resolve a simple request: the "5" of 1515.
pub const SIMPLE_DAYS: u16 = 5;
/// Working days to resolve a complex request: the "15" of 1515.
pub const COMPLEX_DAYS: u16 = 15;

/// A running clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Clock {
    /// What has to happen.
    pub kind: ClockKind,
    /// When it began; the first day is not counted.
    pub started_at: Timestamp,
    /// Working days allowed.
    pub days: u16,
    /// The last moment.
    pub due_at: Timestamp,
    /// A year in between has no announced days off yet.
    pub unpublished_year: bool,
}

/// What has to happen before the clock runs out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ClockKind {
    /// 联系申请人: first reply.
    Contact,
    /// 签收转交.
    Signing,
    /// 顾问意见.
    Opinion,
    /// 办结.
    Resolution,
}

/// The clocks that run on `ticket`, the nearest first. A closed ticket has none.
pub fn clocks(ticket: &Ticket, calendar: &Calendar) -> Vec<Clock> {
    if ticket.status == Status::Closed {
        return Vec::new();
    }
    let start = |kind, started_at: Timestamp, days| {
        let due = calendar.add_working(started_at.day(), days);
        Clock {
            kind,
            started_at,
            days,
            due_at: Timestamp::end_of(due.day),
            unpublished_year: due.unpublished_year,
        }
    };
    let mut running = Vec::with_capacity(3);
    if ticket.first_reply_at.is_none() {
        running.push(start(ClockKind::Contact, ticket.registered_at, CONTACT_DAYS));
    }
    if let Some(handoff) = &ticket.handoff {
        running.push(start(ClockKind::Signing, handoff.offered_at, SIGNING_DAYS));
    }
    if let Some(asked) = ticket.consultation.as_ref().filter(|c| c.opinion.is_none()) {
        running.push(start(ClockKind::Opinion, asked.asked_at, asked.due_days));
    }
    let days = if is_complex(ticket) { COMPLEX_DAYS } else { SIMPLE_DAYS };
    running.push(start(ClockKind::Resolution, ticket.registered_at, days));
    running.sort_by_key(|clock| clock.due_at);
    running
}

/// A request is complex once it is being assisted with or a consultant was asked.
fn is_complex(ticket: &Ticket) -> bool {
    ticket.stage == Stage::Assistance || ticket.consultation.is_some()
}
