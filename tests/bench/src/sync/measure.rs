//! One measurement, and what several of them say.

use serde::Serialize;

use super::peers::Who;
use bangban_line::Crossed;

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// First sync of the first station ever: the centre has nothing prepared.
    FirstOfAll,
    /// First sync.
    First,
    /// Changes at the centre that a station has not heard of.
    Pull,
    /// So many new records from the station.
    Push(usize),
}

impl What {
    /// For people.
    pub fn name(self) -> String {
        match self {
            Self::FirstOfAll => "first sync, the very first".to_owned(),
            Self::First => "first sync".to_owned(),
            Self::Pull => format!("incremental, {} changed", super::plan::CHANGED),
            Self::Push(count) => format!("push of {count}"),
        }
    }
}

/// Which link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Link {
    /// This machine.
    Loopback,
    /// 300 ms, 256 kbit/s.
    Shaped,
}

/// What a row of the table is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Topic {
    /// Records at the centre.
    pub records: usize,
    /// The link.
    pub link: Link,
    /// What.
    pub what: What,
}

/// One measurement.
#[derive(Debug, Clone, Serialize)]
pub struct Measurement {
    /// About what.
    #[serde(flatten)]
    pub topic: Topic,
    /// Of whom.
    pub who: Who,
    /// How long it took, milliseconds.
    pub ms: f64,
    /// What crossed the link.
    pub up: u64,
    /// What crossed the link.
    pub down: u64,
    /// Worked out from bytes and width, as it would have taken too long: at least so long.
    pub worked_out: bool,
}

impl Measurement {
    /// A measurement that was made.
    pub fn made(topic: Topic, who: Who, ms: f64, before: Crossed, after: Crossed) -> Self {
        let (up, down) = (after.up - before.up, after.down - before.down);
        Self { topic, who, ms, up, down, worked_out: false }
    }
}

/// The middle value of what was measured.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Median {
    /// Milliseconds.
    pub ms: f64,
    /// Bytes both ways.
    pub bytes: u64,
    /// At least so long; not measured.
    pub worked_out: bool,
}

/// The middle value of `who`'s measurements about `topic`.
pub fn median(all: &[Measurement], topic: Topic, who: Who) -> Option<Median> {
    let mut found: Vec<&Measurement> =
        all.iter().filter(|one| one.topic == topic && one.who == who).collect();
    found.sort_by(|a, b| a.ms.total_cmp(&b.ms));
    let middle = found.get(found.len() / 2)?;
    let ms = if found.len().is_multiple_of(2) {
        f64::midpoint(found[found.len() / 2 - 1].ms, middle.ms)
    } else {
        middle.ms
    };
    Some(Median { ms, bytes: middle.up + middle.down, worked_out: middle.worked_out })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_not_moved_by_one_slow_run() {
        let topic = Topic { records: 1, link: Link::Loopback, what: What::First };
        let one = |ms| Measurement { topic, who: Who::Anki, ms, up: 1, down: 2, worked_out: false };
        let all = [one(3.0), one(900.0), one(1.0)];
        let found = median(&all, topic, Who::Anki).expect("there are measurements");
        assert!((found.ms - 3.0).abs() < f64::EPSILON && found.bytes == 3, "{found:?}");
        assert_eq!(median(&all, topic, Who::Bangban), None, "nobody else");
    }
}
