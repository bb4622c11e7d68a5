//! Until when a question has to be answered, and how an entry stands on a day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{KnowledgeEntry, Origin, Question, Stage};
use crate::rulebook::Rules;
use crate::ticket::LimitUnit;
use crate::time::Timestamp;

/// The one clock of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct QuestionClock {
    /// The last moment.
    pub due_at: Timestamp,
    /// It rests on a year whose holidays are not announced yet.
    pub unpublished_year: bool,
}

impl QuestionClock {
    /// Working days that are left, today not counted; negative when the last one has passed.
    pub fn working_days_left(&self, rules: &Rules, now: Timestamp) -> i32 {
        rules.calendar.working_days_until(now.day(), self.due_at.day())
    }
}

/// When an open question has to be an entry; `None`: it has ended.
pub fn clock(question: &Question, rules: &Rules) -> Option<QuestionClock> {
    if question.stage == Stage::Ended {
        return None;
    }
    let limits = &rules.book.limits;
    if let Origin::Policy { effective_from, .. } = &question.origin {
        let mut day = *effective_from;
        for _ in 0..limits.policy_entry.amount {
            day = rules.calendar.working_day_before(day);
        }
        return Some(QuestionClock { due_at: Timestamp::end_of(day), unpublished_year: false });
    }
    let days = u16::try_from(limits.knowledge_answer.amount).unwrap_or(u16::MAX);
    let asked = question.asked_at.day();
    let due = match limits.knowledge_answer.unit {
        LimitUnit::Natural => {
            let unit = crate::matter::DayUnit::Natural;
            rules.calendar.add(asked, crate::matter::Period { days, unit })
        }
        _ => rules.calendar.add_working(asked, days),
    };
    Some(QuestionClock {
        due_at: Timestamp::end_of(due.day),
        unpublished_year: due.unpublished_year,
    })
}

/// How an entry stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum EntryStanding {
    /// 未生效.
    Future,
    /// 有效.
    InForce,
    /// 待复核: someone has to look whether it still holds.
    ReviewDue,
    /// 已失效.
    Expired,
}

/// How `entry` stands on `day`.
pub fn standing_of(entry: &KnowledgeEntry, day: NaiveDate) -> EntryStanding {
    if entry.expired_on(day) {
        EntryStanding::Expired
    } else if day < entry.effective_from {
        EntryStanding::Future
    } else if entry.review_on.is_some_and(|review| day >= review) {
        EntryStanding::ReviewDue
    } else {
        EntryStanding::InForce
    }
}
