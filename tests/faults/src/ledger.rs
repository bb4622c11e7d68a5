//! What happened in how many histories, to be published.

use std::collections::BTreeMap;
use std::fmt;

use bangban_faultpoint::Point;

/// A kind of fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the words of `fmt` say it")]
pub enum Fault {
    RequestLost,
    AnswerLost,
    RequestTwice,
    RequestLate,
    RequestCut,
    AnswerCut,
    AnswerThinned,
    LimboError,
    InternalError,
    Busy,
    TokenRefused,
    ProxyPage,
    ProxyPage200,
    Bare200,
    StationEndedOnWire,
    StationEndedBefore,
    StationEndedAfter,
    StationFull,
    StationRestored,
    StationClock,
    StationBegunAnew,
    PlatformEndedBefore,
    PlatformEndedAfter,
    PlatformFull,
    PlatformRestored,
    TokensExpired,
    AccountDisabled,
    ReceiptsForgotten,
    SchemaUpgraded,
}

impl Fault {
    /// Every kind.
    pub const ALL: [Self; 29] = [
        Self::RequestLost,
        Self::AnswerLost,
        Self::RequestTwice,
        Self::RequestLate,
        Self::RequestCut,
        Self::AnswerCut,
        Self::AnswerThinned,
        Self::LimboError,
        Self::InternalError,
        Self::Busy,
        Self::TokenRefused,
        Self::ProxyPage,
        Self::ProxyPage200,
        Self::Bare200,
        Self::StationEndedOnWire,
        Self::StationEndedBefore,
        Self::StationEndedAfter,
        Self::StationFull,
        Self::StationRestored,
        Self::StationClock,
        Self::StationBegunAnew,
        Self::PlatformEndedBefore,
        Self::PlatformEndedAfter,
        Self::PlatformFull,
        Self::PlatformRestored,
        Self::TokensExpired,
        Self::AccountDisabled,
        Self::ReceiptsForgotten,
        Self::SchemaUpgraded,
    ];

    /// Those that a seed can bring about; the others are directed schedules.
    pub const OF_SEEDS: [Self; 28] = {
        let mut some = [Self::RequestLost; 28];
        let mut next = 0;
        while next < 28 {
            some[next] = Self::ALL[next];
            next += 1;
        }
        some
    };

    /// The end of a process at a point.
    pub(crate) fn ended(is_platform: bool, point: Point) -> Self {
        let before = matches!(point, Point::StationCommits | Point::PlatformCommits);
        match (is_platform, before) {
            (false, true) => Self::StationEndedBefore,
            (false, false) => Self::StationEndedAfter,
            (true, true) => Self::PlatformEndedBefore,
            (true, false) => Self::PlatformEndedAfter,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::RequestLost => "request lost",
            Self::AnswerLost => "answer lost after the request was carried out",
            Self::RequestTwice => "request delivered twice",
            Self::RequestLate => "request delivered later, behind others",
            Self::RequestCut => "request cut short",
            Self::AnswerCut => "answer cut short",
            Self::AnswerThinned => "feed page with a change missing",
            Self::LimboError => "carried out, but answered with an error",
            Self::InternalError => "500 of the platform",
            Self::Busy => "429 or 503 with Retry-After",
            Self::TokenRefused => "401 for a good token",
            Self::ProxyPage => "a proxy's page with 403, 407, 502, 503 or 504",
            Self::ProxyPage200 => "a proxy's page with 200",
            Self::Bare200 => "200 with an empty answer",
            Self::StationEndedOnWire => "station killed while it waits for the network",
            Self::StationEndedBefore => "station killed before a commit",
            Self::StationEndedAfter => "station killed after a commit",
            Self::StationFull => "disk full at the station",
            Self::StationRestored => "station restored from an older copy",
            Self::StationClock => "station's clock jumps",
            Self::StationBegunAnew => "first sync of an empty station",
            Self::PlatformEndedBefore => "platform killed before a commit",
            Self::PlatformEndedAfter => "platform killed after a commit",
            Self::PlatformFull => "disk full on the platform",
            Self::PlatformRestored => "platform restored from an older copy",
            Self::TokensExpired => "tokens expired",
            Self::AccountDisabled => "account disabled",
            Self::ReceiptsForgotten => "old receipts forgotten",
            Self::SchemaUpgraded => "schema upgraded with a full outbox",
        })
    }
}

/// Sums over histories.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    /// Histories.
    pub seeds: u64,
    /// Histories that were run a second time and came out the same to the byte.
    pub replayed: u64,
    /// Steps of all histories.
    pub steps: u64,
    /// Commands people wrote.
    pub commands: u64,
    /// Those of them on questions of the knowledge base, by the word of the wire.
    pub on_questions: BTreeMap<&'static str, u64>,
    /// Requests on the wire.
    pub requests: u64,
    /// Faults by kind.
    pub faults: BTreeMap<Fault, u64>,
    /// Single comparisons made by the checks, by invariant.
    pub checks: BTreeMap<&'static str, u64>,
    /// Verdicts of the platform on what people wrote.
    pub verdicts: BTreeMap<&'static str, u64>,
    /// Histories that violated an invariant.
    pub violations: u64,
}

impl Ledger {
    /// Adds another ledger.
    pub fn add(&mut self, other: &Self) {
        self.seeds += other.seeds;
        self.replayed += other.replayed;
        self.steps += other.steps;
        self.commands += other.commands;
        self.requests += other.requests;
        self.violations += other.violations;
        for (name, count) in &other.on_questions {
            *self.on_questions.entry(name).or_default() += count;
        }
        for (fault, count) in &other.faults {
            *self.faults.entry(*fault).or_default() += count;
        }
        for (name, count) in &other.checks {
            *self.checks.entry(name).or_default() += count;
        }
        for (name, count) in &other.verdicts {
            *self.verdicts.entry(name).or_default() += count;
        }
    }
}

impl fmt::Display for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| | |\n|---|---:|")?;
        writeln!(f, "| Histories (seeds) | {} |", self.seeds)?;
        writeln!(f, "| of these run twice, equal to the byte | {} |", self.replayed)?;
        writeln!(f, "| Steps | {} |", self.steps)?;
        writeln!(f, "| Commands written | {} |", self.commands)?;
        let on_questions: u64 = self.on_questions.values().sum();
        writeln!(f, "| of these on questions of the knowledge base | {on_questions} |")?;
        for (name, count) in &self.verdicts {
            writeln!(f, "| of these {name} | {count} |")?;
        }
        writeln!(f, "| Requests | {} |", self.requests)?;
        writeln!(f, "| Violations | {} |", self.violations)?;
        writeln!(f, "\n| Fault | Times |\n|---|---:|")?;
        for fault in Fault::ALL {
            writeln!(f, "| {fault} | {} |", self.faults.get(&fault).copied().unwrap_or(0))?;
        }
        writeln!(f, "\n| Invariant | Comparisons |\n|---|---:|")?;
        for (name, count) in &self.checks {
            writeln!(f, "| {name} | {count} |")?;
        }
        Ok(())
    }
}
