//! Why a clock is due when it is: every day from its start to its end.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::clock::is_paused;
use super::{Clock, LimitUnit, Ticket};
use crate::calendar::{Calendar, DayKind};

/// Days told at most; a period beyond them is told up to there.
const MOST_DAYS: usize = 400;

/// One day of a clock's time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DayNote {
    /// The day.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub day: NaiveDate,
    /// What kind of day it is.
    #[serde(flatten)]
    pub kind: DayKind,
    /// Which day of the period it is, from 1; `None`: it does not count.
    pub counted: Option<u16>,
    /// Why it does not count, besides its kind.
    pub because: Option<DayWhy>,
}

/// Why a day does not count although it might.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DayWhy {
    /// The day it began (民法典 §201).
    FirstDay,
    /// The case stood still.
    Paused,
    /// The period ends on a day off and moves to the next working day (民法典 §203).
    Moved,
}

/// Every day from the clock's start to its due day. Empty for a clock of seconds.
pub fn explain(clock: &Clock, ticket: &Ticket, calendar: &Calendar) -> Vec<DayNote> {
    if clock.limit.unit == LimitUnit::Seconds {
        return Vec::new();
    }
    let pauses: Vec<_> = ticket.pauses.iter().filter(|pause| clock.waits_for(pause)).collect();
    let (first, last) = (clock.started_at.day(), clock.due_at.day());
    let natural = clock.limit.unit == LimitUnit::Natural;
    let mut counted = 0;
    let mut notes = Vec::new();
    for day in first.iter_days().take(MOST_DAYS).take_while(|day| *day <= last) {
        let kind = calendar.kind(day);
        let full = u32::from(counted) == clock.limit.amount;
        let because = if day == first {
            Some(DayWhy::FirstDay)
        } else if is_paused(&pauses, day) {
            Some(DayWhy::Paused)
        } else if natural && full {
            Some(DayWhy::Moved)
        } else {
            None
        };
        let counts = because.is_none() && !full && (natural || kind.is_working());
        counted += u16::from(counts);
        notes.push(DayNote { day, kind, counted: counts.then_some(counted), because });
    }
    notes
}
