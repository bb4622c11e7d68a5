//! Working days (工作日) with the State Council's days off and swapped days (调休).
//!
//! The first day is not counted (民法典 §201). A year without an announcement is computed from
//! weekends alone and flagged.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, Weekday};
use serde::Deserialize;

use crate::matter::{DayUnit, Period};

/// Days off and swapped days by year.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    special: BTreeMap<NaiveDate, bool>,
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

#[derive(Deserialize)]
struct Year {
    year: i32,
    days: Vec<Special>,
}

#[derive(Deserialize)]
struct Special {
    date: NaiveDate,
    off: bool,
}

impl Calendar {
    /// The announcements that ship with the product.
    ///
    /// # Panics
    /// Never: the embedded data is parsed in a test.
    pub fn announced() -> Self {
        Self::from_json(include_str!("../data/holidays.json")).expect("embedded calendar is valid")
    }

    /// Reads `[{year, papers, days: [{date, name, off}]}]`. An empty year counts as unpublished.
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        let mut calendar = Self::default();
        for year in serde_json::from_str::<Vec<Year>>(text)? {
            if !year.days.is_empty() {
                calendar.published.insert(year.year);
            }
            let days = year.days.into_iter().map(|d| (d.date, d.off));
            calendar.special.extend(days);
        }
        Ok(calendar)
    }

    /// Whether `day` is a working day.
    pub fn is_working(&self, day: NaiveDate) -> bool {
        match self.special.get(&day) {
            Some(off) => !off,
            None => !matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
        }
    }

    /// The last day of a period of `days` working days that starts after `from`.
    /// Zero days end on `from`, or on the next working day when `from` is a day off.
    pub fn add_working(&self, from: NaiveDate, days: u16) -> DueDay {
        let mut day = from;
        let mut left = days;
        while left > 0 {
            day = next(day);
            if self.is_working(day) {
                left -= 1;
            }
        }
        self.settle(from, day)
    }

    /// The last day of `period` that starts after `from`. Natural days that end on a day off
    /// move to the next working day (民法典 §203).
    pub fn add(&self, from: NaiveDate, period: Period) -> DueDay {
        match period.unit {
            DayUnit::Working => self.add_working(from, period.days),
            DayUnit::Natural => {
                let day = from + chrono::Days::new(u64::from(period.days));
                self.settle(from, day)
            }
        }
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
