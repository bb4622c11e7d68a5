//! Working days (工作日) with the State Council's days off and swapped days (调休).
//!
//! The first day is not counted (民法典 §201). A year without an announcement is computed from
//! weekends alone and flagged.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::matter::{DayUnit, Period};

/// Days off and swapped days by year.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    special: BTreeMap<NaiveDate, Special>,
    published: BTreeSet<i32>,
}

/// A due day, and whether a year in between was not announced when it was computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueDay {
    /// Last day of the period.
    pub day: NaiveDate,
    /// True when the days off of a year that it touches are not published yet.
    pub unpublished_year: bool,
}

/// The announcement of one year (国务院办公厅关于部分节假日安排的通知).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Year {
    /// The year.
    pub year: i32,
    /// Addresses of the announcements.
    #[serde(default)]
    pub papers: Vec<String>,
    /// Days that are not what their weekday says.
    pub days: Vec<Special>,
}

/// A day that is not what its weekday says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Special {
    /// The day.
    pub date: NaiveDate,
    /// Holiday it belongs to.
    pub name: String,
    /// Off, or a working day in exchange (调休上班).
    pub off: bool,
}

/// Why a day does or does not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum DayKind {
    /// An ordinary working day.
    Working,
    /// A Saturday or Sunday that was made a working day.
    SwappedIn {
        /// Holiday it was given for.
        holiday: String,
    },
    /// Saturday or Sunday.
    Weekend,
    /// A day off by announcement.
    Holiday {
        /// Its name.
        holiday: String,
    },
}

impl DayKind {
    /// Whether people work on it.
    pub fn is_working(&self) -> bool {
        matches!(self, Self::Working | Self::SwappedIn { .. })
    }
}

impl Calendar {
    /// The announcements that ship with the product.
    ///
    /// # Panics
    /// Never: the embedded data is parsed in a test.
    pub fn announced() -> Self {
        static ANNOUNCED: LazyLock<Calendar> = LazyLock::new(|| {
            let text = include_str!("../data/holidays.json");
            Calendar::from_json(text).expect("embedded calendar is valid")
        });
        ANNOUNCED.clone()
    }

    /// Reads `[{year, papers, days: [{date, name, off}]}]`. An empty year counts as unpublished.
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        let mut calendar = Self::default();
        calendar.announce(&serde_json::from_str::<Vec<Year>>(text)?);
        Ok(calendar)
    }

    /// Takes over announcements; a later one of the same year replaces single days.
    pub fn announce(&mut self, years: &[Year]) {
        for year in years.iter().filter(|year| !year.days.is_empty()) {
            self.published.insert(year.year);
            self.special.extend(year.days.iter().map(|day| (day.date, day.clone())));
        }
    }

    /// What kind of day it is.
    pub fn kind(&self, day: NaiveDate) -> DayKind {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        match self.special.get(&day) {
            Some(special) if special.off => DayKind::Holiday { holiday: special.name.clone() },
            Some(special) if weekend => DayKind::SwappedIn { holiday: special.name.clone() },
            None if weekend => DayKind::Weekend,
            _ => DayKind::Working,
        }
    }

    /// Whether `day` is a working day.
    pub fn is_working(&self, day: NaiveDate) -> bool {
        match self.special.get(&day) {
            Some(special) => !special.off,
            None => !matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
        }
    }

    /// The last day of a period of `days` working days that starts after `from`.
    /// Zero days end on `from`, or on the next working day when `from` is a day off.
    pub fn add_working(&self, from: NaiveDate, days: u16) -> DueDay {
        self.add(from, Period { days, unit: DayUnit::Working })
    }

    /// The last day of `period` that starts after `from`. Natural days that end on a day off
    /// move to the next working day (民法典 §203).
    pub fn add(&self, from: NaiveDate, period: Period) -> DueDay {
        self.add_pausing(from, period, |_| false)
    }

    /// As `add`, with the days on which the period stands still not counted.
    pub fn add_pausing(
        &self,
        from: NaiveDate,
        period: Period,
        is_paused: impl Fn(NaiveDate) -> bool,
    ) -> DueDay {
        let mut day = from;
        let mut left = period.days;
        while left > 0 {
            day = next(day);
            let counts = period.unit == DayUnit::Natural || self.is_working(day);
            if counts && !is_paused(day) {
                left -= 1;
            }
        }
        self.settle(from, day)
    }

    /// The working day before `day`.
    pub fn working_day_before(&self, day: NaiveDate) -> NaiveDate {
        let mut before = day.pred_opt().unwrap_or(day);
        while !self.is_working(before) {
            before = before.pred_opt().unwrap_or(before);
        }
        before
    }

    /// Working days from `today` (not counted) to `due`; negative when it has passed.
    pub fn working_days_until(&self, today: NaiveDate, due: NaiveDate) -> i32 {
        let (mut day, last, sign) = if due >= today { (today, due, 1) } else { (due, today, -1) };
        let mut count = 0;
        while day < last {
            day = next(day);
            count += i32::from(self.is_working(day));
        }
        sign * count
    }

    fn settle(&self, from: NaiveDate, mut day: NaiveDate) -> DueDay {
        while !self.is_working(day) {
            day = next(day);
        }
        let unpublished_year =
            (from.year()..=day.year()).any(|year| !self.published.contains(&year));
        DueDay { day, unpublished_year }
    }
}

fn next(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a valid date")
    }

    #[test]
    fn golden_due_days_follow_the_swapped_working_days() {
        let calendar = Calendar::announced();
        for (from, days, due) in [
            ("2024-02-08", 1, "2024-02-09"),
            ("2024-02-08", 5, "2024-02-21"),
            ("2025-01-24", 5, "2025-02-07"),
            ("2025-09-26", 5, "2025-10-10"),
            ("2026-02-12", 2, "2026-02-14"),
            ("2026-02-12", 5, "2026-02-26"),
            ("2026-04-30", 5, "2026-05-11"),
            ("2026-09-18", 15, "2026-10-15"),
        ] {
            let found = calendar.add_working(day(from), days);
            assert_eq!(found.day, day(due), "{from} + {days}");
            assert!(!found.unpublished_year, "{from} lies in published years");
        }
    }

    #[test]
    fn a_period_that_reaches_an_unannounced_year_is_flagged() {
        let due = Calendar::announced().add_working(day("2026-12-28"), 5);
        assert!(due.unpublished_year, "2027 is not announced");
    }

    #[test]
    fn natural_days_that_end_on_a_day_off_move_to_the_next_working_day() {
        let period = Period { days: 3, unit: DayUnit::Natural };
        let due = Calendar::announced().add(day("2026-11-18"), period);
        assert_eq!(due.day, day("2026-11-23"), "Saturday the 21st moves to Monday");
    }

    #[test]
    fn days_left_turn_negative_once_the_due_day_has_passed() {
        let calendar = Calendar::announced();
        let today = day("2026-11-18");
        assert_eq!(calendar.working_days_until(today, day("2026-11-20")), 2);
        assert_eq!(calendar.working_days_until(today, today), 0);
        assert_eq!(calendar.working_days_until(today, day("2026-11-16")), -2);
    }
}
