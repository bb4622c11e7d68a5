//! The numbers and tables of the field, as the platform distributes them.
//!
//! Limits differ between places and change; so each carries where it comes from and since when,
//! and a station works with the last book it received.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, Year};
use crate::hours::ServiceHours;
use crate::routing::Route;
use crate::ticket::{LimitUnit, MaterialVerdict};

/// One version of the book.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RuleBook {
    /// Grows with every change.
    pub version: u32,
    /// Time limits.
    pub limits: Limits,
    /// Service hours of organisations that state none.
    pub usual_hours: ServiceHours,
    /// How long a holder may count on a ticket without being heard of.
    #[serde(default)]
    pub leases: Leases,
    /// Who gets which requests.
    #[serde(default)]
    pub routes: Vec<Route>,
    /// Checks that propose verdicts in pre-review.
    #[serde(default)]
    pub checks: Vec<Check>,
    /// Days off and swapped days announced since the product shipped.
    #[serde(default)]
    pub holidays: Vec<Year>,
    /// Groups of words that mean the same when something is looked for, beside those that ship with
    /// the product.
    #[serde(default)]
    pub synonyms: Vec<Vec<String>>,
    /// When people ask for what: in its season, a matter comes before others.
    #[serde(default)]
    pub seasons: Vec<MatterSeason>,
}

/// When people ask for some matters (时令事项).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MatterSeason {
    /// Matters whose name holds one of these words.
    pub words: Vec<String>,
    /// First day.
    pub from: MonthDay,
    /// Last day; before the first one: in the next year.
    pub to: MonthDay,
}

/// A day of every year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MonthDay {
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

/// Time limits of the field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Limits {
    /// 首次响应, in seconds of service time.
    pub first_response: SetLimit,
    /// 联系申请人: the first "1" of 1515.
    pub contact: SetLimit,
    /// 签收转交.
    pub signing: SetLimit,
    /// 简单诉求办结: the "5" of 1515.
    pub simple: SetLimit,
    /// 复杂诉求办结: the "15" of 1515.
    pub complex: SetLimit,
    /// 材料审核.
    pub material_review: SetLimit,
    /// 一次性告知: five days by 行政许可法 §32.
    pub one_notice: SetLimit,
    /// 结案回访.
    pub follow_up: SetLimit,
    /// 知识提问答复: a question that nobody has answered yet becomes an entry.
    #[serde(default = "knowledge_answer")]
    pub knowledge_answer: SetLimit,
    /// 新政策入库: so long before a policy comes into force its entries are there.
    #[serde(default = "policy_entry")]
    pub policy_entry: SetLimit,
}

/// For books from before there was one.
fn knowledge_answer() -> SetLimit {
    Rules::shipped().book.limits.knowledge_answer
}

/// For books from before there was one.
fn policy_entry() -> SetLimit {
    Rules::shipped().book.limits.policy_entry
}

/// How long a holder may count on a ticket without being heard of (占用期限).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Leases {
    /// At a desk with a line, hours.
    pub desk_hours: u32,
    /// At a village station, which may have no line for days, days.
    pub village_days: u32,
}

impl Default for Leases {
    fn default() -> Self {
        Self { desk_hours: 24, village_days: 14 }
    }
}

/// A limit with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SetLimit {
    /// Number of units.
    pub amount: u32,
    /// Seconds of service time, working or natural days.
    pub unit: LimitUnit,
    /// Law, standard or local rule that sets it.
    pub source: String,
    /// Since when.
    pub since: NaiveDate,
}

/// A check that proposes a verdict on a material; the person decides.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Check {
    /// Short key, unique in the book.
    pub id: String,
    /// Key of the matter; `None`: all of them.
    #[serde(default)]
    pub matter: Option<String>,
    /// Key of the material; `None`: all of them.
    #[serde(default)]
    pub material: Option<String>,
    /// When it applies: a CEL expression over `requester`, `material`, `form`, `matter` and
    /// `situation`, see `bangban-checks`.
    pub when: String,
    /// Why, as told to the person.
    pub reason: String,
    /// What it proposes.
    pub propose: MaterialVerdict,
}

/// A book together with the calendar that follows from it.
#[derive(Debug, Clone)]
pub struct Rules {
    /// The book.
    pub book: RuleBook,
    /// Working days.
    pub calendar: Calendar,
}

impl Rules {
    /// The book that ships with the product.
    ///
    /// # Panics
    /// Never: the embedded data is parsed in a test.
    pub fn shipped() -> Self {
        let book = serde_json::from_str(include_str!("../data/rulebook.json"));
        Self::from_book(book.expect("embedded rule book is valid"))
    }

    /// A book as the platform sent it.
    pub fn from_book(book: RuleBook) -> Self {
        let mut calendar = Calendar::announced();
        calendar.announce(&book.holidays);
        Self { book, calendar }
    }
}

impl Default for Rules {
    fn default() -> Self {
        Self::shipped()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_limit_that_ships_names_its_source() {
        let limits = Rules::shipped().book.limits;
        for limit in [
            limits.first_response,
            limits.contact,
            limits.signing,
            limits.simple,
            limits.complex,
            limits.material_review,
            limits.one_notice,
            limits.follow_up,
            limits.knowledge_answer,
            limits.policy_entry,
        ] {
            assert!(!limit.source.is_empty() && limit.amount > 0, "{limit:?}");
        }
    }

    #[test]
    fn holidays_announced_later_reach_the_calendar() {
        let mut book = Rules::shipped().book;
        let day = "2027-01-01".parse().expect("a date");
        let year =
            r#"{"year": 2027, "days": [{"date": "2027-01-01", "name": "元旦", "off": true}]}"#;
        assert!(Rules::from_book(book.clone()).calendar.is_working(day), "a Friday, unannounced");
        book.holidays = vec![serde_json::from_str(year).expect("a year")];
        let calendar = Rules::from_book(book).calendar;
        assert!(!calendar.is_working(day));
        let from = "2026-12-30".parse().expect("a date");
        assert!(!calendar.add_working(from, 3).unpublished_year, "2027 is announced now");
    }
}
