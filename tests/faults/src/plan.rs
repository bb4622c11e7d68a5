//! What a seed stands for: who is there, what the weather is like, and what happens.

use crate::random::Random;
use crate::template::ACCOUNTS;

/// Something that happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the words say it")]
pub enum Kind {
    Act,
    Begin,
    GoOn,
    Finish,
    EndStation,
    EndStationNow,
    FillStation,
    SetClock,
    BackUpStation,
    RestoreStation,
    EndPlatform,
    EndPlatformNow,
    FillPlatform,
    StartPlatform,
    BackUpPlatform,
    RestorePlatform,
    Disable,
    Enable,
    DeliverLate,
    Wait,
    Expire,
    ForgetReceipts,
    ReleaseBrake,
}

/// A step: what, at which station, and where its details come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// What happens.
    pub kind: Kind,
    /// At which station.
    pub station: usize,
    /// Seed of its details.
    pub salt: u64,
}

/// What a seed stands for.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The seed.
    pub seed: u64,
    /// Accounts of the stations.
    pub accounts: Vec<&'static str>,
    /// Stations that begin empty.
    pub empty: Vec<bool>,
    /// Of a hundred requests, so many meet a fault.
    pub weather: u8,
    /// What happens.
    pub steps: Vec<Step>,
}

impl Plan {
    /// The plan of a seed.
    pub fn of(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let stations = 2 + random.below(3);
        // Those at one counter, who get in each other's way, are always there.
        let mut accounts: Vec<&'static str> = ACCOUNTS[..2].to_vec();
        let mut others: Vec<&'static str> = ACCOUNTS[2..].to_vec();
        while accounts.len() < stations {
            accounts.push(others.remove(random.below(others.len())));
        }
        let empty = (0..stations).map(|_| random.percent(12)).collect();
        let weather = *random.one(&[0, 5, 15, 30, 45]);
        let kinds = weights(&mut random);
        let length = 25 + random.below(50);
        let steps = (0..length).map(|_| Step {
            kind: random.weighted(&kinds),
            station: random.below(stations),
            salt: random.number(),
        });
        let steps = steps.collect();
        Self { seed, accounts, empty, weather, steps }
    }
}

/// How often each kind of step happens in this history: some faults not at all, so that others
/// are not always hidden behind them.
fn weights(random: &mut Random) -> Vec<(u32, Kind)> {
    let always = [
        (30, Kind::Act),
        (10, Kind::Begin),
        (14, Kind::GoOn),
        (18, Kind::Finish),
        (6, Kind::Wait),
        (5, Kind::DeliverLate),
        (8, Kind::StartPlatform),
        (1, Kind::ReleaseBrake),
    ];
    let sometimes = [
        (7, Kind::EndStation),
        (2, Kind::EndStationNow),
        (3, Kind::FillStation),
        (3, Kind::SetClock),
        (3, Kind::EndPlatform),
        (2, Kind::EndPlatformNow),
        (3, Kind::FillPlatform),
        (3, Kind::Disable),
        (2, Kind::Expire),
        (2, Kind::ForgetReceipts),
    ];
    let mut kinds = always.to_vec();
    kinds.extend(sometimes.into_iter().filter(|_| random.percent(55)));
    if kinds.iter().any(|(_, kind)| *kind == Kind::Disable) {
        kinds.push((4, Kind::Enable));
    }
    if random.percent(40) {
        kinds.extend([(3, Kind::BackUpStation), (3, Kind::RestoreStation)]);
    }
    if random.percent(45) {
        kinds.extend([(3, Kind::BackUpPlatform), (3, Kind::RestorePlatform)]);
    }
    kinds
}
