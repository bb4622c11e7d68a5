//! The clocks (时限) that run on a ticket, computed from its state, the limits and the calendar.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{MaterialVerdict, MatterRef, Pause, Review, Status, Ticket};
use crate::matter::{DayUnit, Period};
use crate::rulebook::{Rules, SetLimit};
use crate::time::Timestamp;

/// A running clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Clock {
    /// What has to happen.
    pub kind: ClockKind,
    /// Which assist, urging or material, where there can be several.
    pub reference: Option<String>,
    /// When it began; of days, the first one is not counted.
    pub started_at: Timestamp,
    /// Time allowed.
    pub limit: Limit,
    /// The last moment. While it stands still, what it would be without the present pause.
    pub due_at: Timestamp,
    /// It stands still.
    pub paused: bool,
    /// A year in between has no announced days off yet.
    pub unpublished_year: bool,
}

/// Time allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Limit {
    /// Number of units.
    pub amount: u32,
    /// Units.
    pub unit: LimitUnit,
}

/// What a limit is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LimitUnit {
    /// Seconds of service time.
    Seconds,
    /// 工作日.
    Working,
    /// 自然日.
    Natural,
}

/// What has to happen before the clock runs out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ClockKind {
    /// 首次响应: someone takes up the request of a waiting citizen.
    FirstResponse,
    /// 联系申请人: first reply.
    Contact,
    /// 签收转交.
    Signing,
    /// 顾问意见.
    Opinion,
    /// 协办回复.
    Assist,
    /// 督办回复.
    Urging,
    /// 材料审核.
    MaterialReview,
    /// 一次性告知: after it, the materials count as accepted (行政许可法 §32).
    OneNotice,
    /// 申请人补正.
    Correction,
    /// 容缺材料补交.
    Promise,
    /// 办结 by the counter's own rule (1515), until the case is passed on.
    Resolution,
    /// 承诺办结时限.
    Promised,
    /// 法定办结时限.
    Legal,
    /// 结案回访.
    FollowUp,
}

impl Clock {
    /// Whether the other one is this clock, perhaps with another end.
    pub fn is_same(&self, other: &Self) -> bool {
        self.kind == other.kind
            && self.reference == other.reference
            && self.started_at == other.started_at
    }

    /// Whether the time of a pause does not count for it.
    pub fn waits_for(&self, pause: &Pause) -> bool {
        match self.kind {
            ClockKind::Resolution => true,
            ClockKind::Promised | ClockKind::Legal => pause.kind.stops_legal_periods(),
            _ => false,
        }
    }
}

/// The clocks that run on `ticket`, the nearest first and those that stand still last.
pub fn clocks(ticket: &Ticket, rules: &Rules) -> Vec<Clock> {
    let mut running = Running { ticket, rules, found: Vec::with_capacity(4) };
    if ticket.status == Status::Closed {
        running.follow_up();
    } else if ticket.status.is_open() {
        running.of_people();
        running.of_review();
        running.of_case();
    }
    let mut found = running.found;
    found.sort_by_key(|clock| (clock.paused, clock.due_at, clock.kind));
    found
}

/// Whether `day` lies in a pause: after the day it began, up to the day it ended.
pub(super) fn is_paused(pauses: &[&Pause], day: NaiveDate) -> bool {
    pauses.iter().any(|pause| pause.to.is_some_and(|to| pause.from.day() < day && day <= to.day()))
}

struct Running<'a> {
    ticket: &'a Ticket,
    rules: &'a Rules,
    found: Vec<Clock>,
}

impl Running<'_> {
    /// Clocks on people: to answer, to sign, to give an opinion.
    fn of_people(&mut self) {
        let (ticket, limits) = (self.ticket, &self.rules.book.limits);
        if let (Some(due_at), None) = (ticket.response_due_at, ticket.responded_at) {
            self.found.push(Clock {
                kind: ClockKind::FirstResponse,
                reference: None,
                started_at: ticket.registered_at,
                limit: limit(&limits.first_response),
                due_at,
                paused: false,
                unpublished_year: false,
            });
        }
        if ticket.first_reply_at.is_none() {
            self.start(ClockKind::Contact, ticket.registered_at, limit(&limits.contact));
        }
        if let Some(handoff) = &ticket.handoff {
            self.start(ClockKind::Signing, handoff.offered_at, limit(&limits.signing));
        }
        if let Some(asked) = ticket.consultation.as_ref().filter(|c| c.opinion.is_none()) {
            self.start(ClockKind::Opinion, asked.asked_at, working(asked.due_days));
        }
        for assist in ticket.open_assists() {
            let reference = assist.id.to_string();
            self.begin(
                ClockKind::Assist,
                Some(reference),
                assist.asked_at,
                working(assist.due_days),
            );
        }
        for urging in ticket.open_urgings() {
            let reference = urging.id.to_string();
            self.begin(ClockKind::Urging, Some(reference), urging.at, working(urging.due_days));
        }
    }

    /// Clocks of pre-review and correction.
    fn of_review(&mut self) {
        let Some(review) = &self.ticket.review else { return };
        let limits = &self.rules.book.limits;
        if let Some(notice) = review.open_correction() {
            self.start(ClockKind::Correction, notice.issued_at, working(notice.due_days));
        } else if review.submitted_at.is_none() {
            if let Some(at) = review.last_received_at {
                self.start(ClockKind::MaterialReview, at, limit(&limits.material_review));
            }
            if let Some(at) = review.received_at.filter(|_| review.corrections.is_empty()) {
                self.start(ClockKind::OneNotice, at, limit(&limits.one_notice));
            }
        }
        self.of_promises(review);
    }

    fn of_promises(&mut self, review: &Review) {
        for item in &review.items {
            let Some(judged) = &item.judged else { continue };
            if let MaterialVerdict::Waived { due_days, .. } = &judged.verdict {
                let reference = Some(item.material.clone());
                self.begin(ClockKind::Promise, reference, judged.at, working(*due_days));
            }
        }
    }

    /// Clocks of the case as a whole: the counter's own until it is passed on, then the promise
    /// and the law. 即办件 has none of days.
    fn of_case(&mut self) {
        let ticket = self.ticket;
        let limits = &self.rules.book.limits;
        let submitted = ticket.review.as_ref().and_then(|review| review.submitted_at);
        let Some(at) = submitted else {
            let allowed = if ticket.is_complex() { &limits.complex } else { &limits.simple };
            return self.start(ClockKind::Resolution, ticket.registered_at, limit(allowed));
        };
        let Some(MatterRef { promised, legal, on_the_spot: false, .. }) = ticket.matter else {
            return;
        };
        if let Some(promised) = promised {
            self.start(ClockKind::Promised, at, of_period(promised));
        }
        if let Some(legal) = legal {
            self.start(ClockKind::Legal, at, of_period(legal));
        }
    }

    fn follow_up(&mut self) {
        if let Some(closing) = &self.ticket.closing {
            let limits = &self.rules.book.limits;
            self.start(ClockKind::FollowUp, closing.at, limit(&limits.follow_up));
        }
    }

    fn start(&mut self, kind: ClockKind, started_at: Timestamp, limit: Limit) {
        self.begin(kind, None, started_at, limit);
    }

    fn begin(
        &mut self,
        kind: ClockKind,
        reference: Option<String>,
        started_at: Timestamp,
        limit: Limit,
    ) {
        let mut clock = Clock {
            kind,
            reference,
            started_at,
            limit,
            due_at: started_at,
            paused: false,
            unpublished_year: false,
        };
        let pauses: Vec<_> = self.ticket.pauses.iter().filter(|p| clock.waits_for(p)).collect();
        clock.paused = pauses.iter().any(|pause| pause.to.is_none());
        let due = self
            .rules
            .calendar
            .add_pausing(started_at.day(), clock.limit.period(), |day| is_paused(&pauses, day));
        clock.due_at = Timestamp::end_of(due.day);
        clock.unpublished_year = due.unpublished_year;
        self.found.push(clock);
    }
}

impl Limit {
    /// The limit in days; a limit of seconds has none.
    pub(super) fn period(self) -> Period {
        let unit = match self.unit {
            LimitUnit::Natural => DayUnit::Natural,
            LimitUnit::Working | LimitUnit::Seconds => DayUnit::Working,
        };
        let days = if self.unit == LimitUnit::Seconds { 0 } else { self.amount };
        Period { days: u16::try_from(days).unwrap_or(u16::MAX), unit }
    }
}

fn limit(set: &SetLimit) -> Limit {
    Limit { amount: set.amount, unit: set.unit }
}

fn working(days: u16) -> Limit {
    Limit { amount: days.into(), unit: LimitUnit::Working }
}

fn of_period(period: Period) -> Limit {
    let unit = match period.unit {
        DayUnit::Working => LimitUnit::Working,
        DayUnit::Natural => LimitUnit::Natural,
    };
    Limit { amount: period.days.into(), unit }
}
