//! When a clock warns and when it is breached, and who has to hear of it.
//!
//! Alarms are computed from the ticket on each desk, so that they reach people whose station was
//! offline when the moment passed. The same clock gives the same alarm everywhere and only once.

use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;
use crate::directory::{Organisation, OrganisationKind, Role, Staff};
use crate::ticket::{Clock, ClockKind, LimitUnit, Ticket};
use crate::time::Timestamp;

/// How urgent an alarm is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AlarmLevel {
    /// 预警: the last working day but one has begun.
    Warning,
    /// 超时.
    Breach,
}

/// A moment at which people have to hear of a clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alarm {
    /// Warning or breach.
    pub level: AlarmLevel,
    /// When the moment was.
    pub at: Timestamp,
}

impl Alarm {
    /// The same text for the same clock and moment on every desk.
    pub fn key(&self, ticket: &Ticket, clock: &Clock) -> String {
        let reference = clock.reference.as_deref().unwrap_or_default();
        let (kind, level) = (clock.kind, self.level);
        format!("{}:{kind:?}:{reference}:{level:?}:{}", ticket.id, clock.due_at.0)
    }
}

/// The latest alarm of `clock` that `now` has reached.
pub fn alarm(clock: &Clock, calendar: &Calendar, now: Timestamp) -> Option<Alarm> {
    if clock.paused {
        return None;
    }
    if now > clock.due_at {
        return Some(Alarm { level: AlarmLevel::Breach, at: clock.due_at.plus_ms(1) });
    }
    let at = warns_at(clock, calendar)?;
    (now >= at).then_some(Alarm { level: AlarmLevel::Warning, at })
}

/// A clock of seconds is its own warning. Others warn at the beginning of the working day before
/// the due day; a clock that was given no longer than that does not warn at its very start.
fn warns_at(clock: &Clock, calendar: &Calendar) -> Option<Timestamp> {
    if clock.limit.unit == LimitUnit::Seconds {
        return None;
    }
    let eve = Timestamp::start_of(calendar.working_day_before(clock.due_at.day()));
    let due_day = Timestamp::start_of(clock.due_at.day());
    let at = if eve > clock.started_at { eve } else { due_day };
    (at > clock.started_at).then_some(at)
}

/// Whether `me` has to hear of an alarm: the person whose move it is, and the manager. `mine` is
/// the organisation of `me`, `home` the one that answers for the ticket.
pub fn concerns(
    me: &Staff,
    mine: Option<&Organisation>,
    home: Option<&Organisation>,
    ticket: &Ticket,
    clock: &Clock,
) -> bool {
    if me.role == Role::Management {
        return mine.is_some_and(|mine| manages(mine, home, ticket));
    }
    let here = |organisation: &str| me.organisation == organisation;
    match clock.kind {
        ClockKind::Signing => ticket.handoff.as_ref().is_some_and(|handoff| {
            let anyone = here(&handoff.to_organisation) && me.role.serves_citizens();
            handoff.to_staff.map_or(anyone, |staff| staff == me.id)
        }),
        ClockKind::Opinion => ticket.consultation.as_ref().is_some_and(|c| c.consultant == me.id),
        ClockKind::Assist => ticket.open_assists().any(|assist| {
            Some(assist.id.to_string()) == clock.reference && here(&assist.organisation)
        }),
        ClockKind::FollowUp => ticket.is_kept_by(me.id),
        _ => match ticket.holder {
            Some(holder) => holder == me.id,
            None => here(&ticket.organisation) && me.role.serves_citizens(),
        },
    }
}

/// A manager hears of what their own organisation and those below it answer for; in the
/// administration, of everything within scope.
fn manages(mine: &Organisation, home: Option<&Organisation>, ticket: &Ticket) -> bool {
    mine.kind == OrganisationKind::Administration
        || mine.id == ticket.organisation
        || home.is_some_and(|home| home.is_below(mine))
}
