//! Service hours (服务时间): when someone is there to answer.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::calendar::Calendar;
use crate::directory::Organisation;
use crate::rulebook::Rules;
use crate::time::Timestamp;

/// Times of a working day in which an organisation serves citizens, in China's time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct ServiceHours {
    /// Shifts of a working day, in order and not overlapping.
    pub shifts: Vec<Shift>,
}

/// From and until, on the same day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Shift {
    /// First moment, `HH:MM:SS`.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub from: NaiveTime,
    /// The moment after the last one, `HH:MM:SS`.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub until: NaiveTime,
}

/// Days looked ahead for the next shift; longer than any holiday.
const HORIZON_DAYS: u32 = 30;

impl ServiceHours {
    /// Whether someone is there at that moment.
    pub fn is_open(&self, at: Timestamp, calendar: &Calendar) -> bool {
        let day = at.day();
        calendar.is_working(day)
            && self.shifts.iter().any(|shift| {
                let (from, until) = shift.on(day);
                from <= at && at < until
            })
    }

    /// The moment after `seconds` of service time have passed since `from`. Without any shift in
    /// the days ahead the seconds count as they are.
    pub fn after(&self, from: Timestamp, seconds: u32, calendar: &Calendar) -> Timestamp {
        let mut left = i64::from(seconds) * 1_000;
        let mut day = from.day();
        for _ in 0..HORIZON_DAYS {
            if calendar.is_working(day) {
                for shift in &self.shifts {
                    let (opens, closes) = shift.on(day);
                    let begins = opens.max(from);
                    let room = closes.0 - begins.0;
                    if room > left {
                        return begins.plus_ms(left);
                    }
                    left -= room.max(0);
                }
            }
            day = day.succ_opt().unwrap_or(day);
        }
        from.plus_ms(i64::from(seconds) * 1_000)
    }
}

impl Shift {
    fn on(&self, day: NaiveDate) -> (Timestamp, Timestamp) {
        (Timestamp::at(day, self.from), Timestamp::at(day, self.until))
    }
}

/// The last moment for a first response to someone who began to wait at `from`.
pub fn response_due(from: Timestamp, home: Option<&Organisation>, rules: &Rules) -> Timestamp {
    let own = home.and_then(|organisation| organisation.service_hours.as_ref());
    let hours = own.unwrap_or(&rules.book.usual_hours);
    hours.after(from, rules.book.limits.first_response.amount, &rules.calendar)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> NaiveTime {
        text.parse().expect("a time")
    }

    fn at(day: &str, clock: &str) -> Timestamp {
        Timestamp::at(day.parse().expect("a date"), time(clock))
    }

    fn hours() -> ServiceHours {
        let shift = |from, until| Shift { from: time(from), until: time(until) };
        ServiceHours { shifts: vec![shift("08:30:00", "12:00:00"), shift("14:00:00", "17:30:00")] }
    }

    #[test]
    fn seconds_run_only_while_someone_is_there_to_answer() {
        let calendar = Calendar::announced();
        for (asked, due) in [
            (("2026-11-20", "09:00:00"), ("2026-11-20", "09:01:00")),
            (("2026-11-20", "11:59:30"), ("2026-11-20", "14:00:30")),
            (("2026-11-20", "12:30:00"), ("2026-11-20", "14:01:00")),
            (("2026-11-20", "20:00:00"), ("2026-11-23", "08:31:00")),
            // Saturday, a swapped working day before the Spring Festival.
            (("2026-02-14", "07:00:00"), ("2026-02-14", "08:31:00")),
        ] {
            let found = hours().after(at(asked.0, asked.1), 60, &calendar);
            assert_eq!(found, at(due.0, due.1), "asked {asked:?}");
        }
    }

    #[test]
    fn a_station_is_closed_at_noon_at_night_and_on_days_off() {
        let calendar = Calendar::announced();
        let open = |day, clock| hours().is_open(at(day, clock), &calendar);
        assert!(open("2026-11-20", "08:30:00") && open("2026-02-14", "10:00:00"));
        assert!(!open("2026-11-20", "12:00:00"), "the end of a shift is not in it");
        assert!(!open("2026-11-21", "10:00:00"), "Saturday");
        assert!(!open("2026-10-01", "10:00:00"), "National Day");
    }

    #[test]
    fn without_any_shift_seconds_count_as_they_are() {
        let none = ServiceHours { shifts: Vec::new() };
        let from = at("2026-11-20", "09:00:00");
        assert_eq!(none.after(from, 60, &Calendar::announced()), from.plus_ms(60_000));
    }
}
