//! Points in time as UTC milliseconds, and days in China (UTC+8, no summer time).

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeZone, Utc};
use serde::{Deserialize, Serialize};

/// UTC milliseconds since 1970. Never read from a clock in this crate: always passed in.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(transparent)]
pub struct Timestamp(#[cfg_attr(feature = "ts", ts(type = "number"))] pub i64);

/// One hour in milliseconds.
pub const HOUR_MS: i64 = 3_600_000;

fn china() -> FixedOffset {
    FixedOffset::east_opt(8 * 3600).expect("eight hours is a valid offset")
}

impl Timestamp {
    /// This point moved by `ms` milliseconds.
    #[must_use]
    pub fn plus_ms(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }

    /// The calendar day in China; the epoch's day for values outside the calendar.
    pub fn day(self) -> NaiveDate {
        DateTime::<Utc>::from_timestamp_millis(self.0)
            .unwrap_or_default()
            .with_timezone(&china())
            .date_naive()
    }

    /// That time of `day` in China.
    pub fn at(day: NaiveDate, time: NaiveTime) -> Self {
        let local = china().from_local_datetime(&day.and_time(time));
        local.single().map_or(Self::default(), |t| Self(t.timestamp_millis()))
    }

    /// The first millisecond of `day` in China.
    pub fn start_of(day: NaiveDate) -> Self {
        Self::at(day, NaiveTime::MIN)
    }

    /// The last millisecond of `day` in China.
    pub fn end_of(day: NaiveDate) -> Self {
        Self::start_of(day.succ_opt().unwrap_or(day)).plus_ms(-1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_in_china_begins_eight_hours_before_the_utc_day() {
        let eve = NaiveDate::from_ymd_opt(2026, 11, 20).expect("a real day");
        let end = Timestamp::end_of(eve);
        assert_eq!(end.day(), eve, "the last millisecond still belongs to the day");
        assert_eq!(end.plus_ms(1).day(), eve.succ_opt().expect("a real day"));
    }
}
