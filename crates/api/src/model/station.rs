//! How this station is, how all of them are, and the way of a record.

use bangban_domain::intent::{Intent, IntentRule};
use bangban_domain::ticket::TicketId;
use bangban_domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{FileView, HeldWhy, Link, OutboxRow, PersonName, SyncWhat};

/// How this station is.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct StationHealth {
    /// Identity of the station.
    pub station: Uuid,
    /// Name of the desk.
    pub name: String,
    /// The link.
    pub link: Link,
    /// Last answer from the platform, by the device's clock.
    pub last_contact: Option<Timestamp>,
    /// Device clock minus server clock in milliseconds, when known.
    #[ts(type = "number | null")]
    pub clock_skew_ms: Option<i64>,
    /// Actions that were not decided yet.
    pub pending: u32,
    /// When the oldest of them was written.
    pub oldest_pending: Option<Timestamp>,
    /// Actions that do not get through though the line stands, the oldest first; at most 50.
    pub failing: Vec<OutboxRow>,
    /// Refused and parked actions that wait for a person.
    pub letters: u32,
    /// Files that wait to go up or come down.
    pub files_waiting: u32,
    /// Files whose last attempt failed.
    pub files_failing: u32,
    /// What is kept here, and when it was last compared with the platform.
    pub parts: Vec<PartHealth>,
    /// Version of this program.
    pub program: String,
    /// Version of the platform's program, as it last said.
    pub platform_program: Option<String>,
    /// Who has to be updated before they understand each other again.
    pub update: Option<UpdateNeeded>,
    /// What the brake stopped, and a person has to decide.
    pub brake: Option<Brake>,
}

/// A part of what the platform gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PartHealth {
    /// Library, or tickets.
    pub what: SyncWhat,
    /// Records here.
    #[ts(type = "number")]
    pub records: u64,
    /// As of this server time.
    pub as_of: Timestamp,
    /// When it was last compared with the platform, by the device's clock.
    pub checked_at: Option<Timestamp>,
    /// Both sides held the same then.
    pub same: bool,
    /// Times that it was fetched anew because they did not.
    pub repairs: u32,
    /// Last of those times.
    pub repaired_at: Option<Timestamp>,
}

/// Station and platform do not understand each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UpdateNeeded {
    /// Who is too old.
    pub who: WhoUpdates,
    /// Version of the protocol that this station speaks.
    pub ours: u32,
    /// Oldest and newest version that the platform speaks.
    pub theirs: (u32, u32),
}

/// Who has to be updated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WhoUpdates {
    /// This workstation.
    Station,
    /// The platform.
    Platform,
}

/// The platform has far fewer records than are here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Brake {
    /// Library, or tickets.
    pub what: SyncWhat,
    /// Records here.
    #[ts(type = "number")]
    pub here: u64,
    /// Records at the platform.
    #[ts(type = "number")]
    pub there: u64,
}

/// The stations of the county, for management specialists.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct StationsView {
    /// Stations, the longest silent first.
    pub stations: Vec<StationRow>,
    /// Version of the platform's program.
    pub program: String,
    /// Platform time of the list.
    pub server_time: Timestamp,
}

/// A station as the platform knows it. Times are the platform's unless said otherwise.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct StationRow {
    /// Identity.
    pub id: Uuid,
    /// Name of the desk.
    pub name: String,
    /// When its delivery keys were revoked, the last time: it was lost or stolen.
    pub revoked_at: Option<Timestamp>,
    /// Who used it last.
    pub person: PersonName,
    /// When it was last heard of.
    pub last_contact: Timestamp,
    /// When it last reported how it is; the fields below are as of then.
    pub reported_at: Option<Timestamp>,
    /// Version of its program.
    pub program: Option<String>,
    /// Device clock minus server clock in milliseconds.
    #[ts(type = "number | null")]
    pub clock_skew_ms: Option<i64>,
    /// Actions that were not decided.
    pub pending: u32,
    /// When the oldest of them was written, by the platform's clock as far as it is known.
    pub oldest_pending: Option<Timestamp>,
    /// Why actions do not get through, one entry each; at most 20.
    pub failing: Vec<HeldWhy>,
    /// Refused and parked actions that wait for a person.
    pub letters: u32,
    /// Files that wait to be sent.
    pub files_waiting: u32,
    /// Files that do not get through.
    pub files_failing: u32,
    /// Times that its data was fetched anew because it differed.
    pub repairs: u32,
    /// Changes that it has not applied yet.
    #[ts(type = "number")]
    pub behind: u64,
}

/// A reference to one action.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CommandRef {
    /// The command; also the id of its line in the timeline.
    pub id: Uuid,
}

/// The way of an action, as far as this station knows it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct RecordWay {
    /// The command.
    pub id: Uuid,
    /// Its ticket.
    pub ticket: TicketId,
    /// Official number of the ticket.
    pub number: Option<String>,
    /// Title of the ticket.
    pub subject: String,
    /// What was done.
    pub action: Intent,
    /// Who did it.
    pub actor: PersonName,
    /// When it was written, by the clock of the device it was written on.
    pub written_at: Timestamp,
    /// How it left this station; `None`: it was written elsewhere.
    pub here: Option<WayHere>,
    /// What the platform decided.
    pub decided: Option<WayDecided>,
    /// Whether the timeline that the platform sent has it.
    pub confirmed: bool,
    /// The file it names, and how far that one is.
    pub file: Option<FileView>,
}

/// How an action left this station.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct WayHere {
    /// Order on this station.
    #[ts(type = "number")]
    pub station_seq: i64,
    /// Device clock minus server clock when it was written, milliseconds.
    #[ts(type = "number | null")]
    pub clock_skew_ms: Option<i64>,
    /// Actions before it that were not decided either.
    pub ahead: u32,
    /// Attempts to send it.
    pub attempts: u32,
    /// Last attempt, by the device's clock.
    pub attempted_at: Option<Timestamp>,
    /// What it waits for, while it is not decided.
    pub waiting_for: Option<Link>,
    /// Why it was not decided though the line stood.
    pub held: Option<HeldWhy>,
    /// It is tried again then.
    pub not_before: Option<Timestamp>,
}

/// What the platform decided about an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WayDecided {
    /// When, by the platform's clock.
    pub at: Timestamp,
    /// The verdict.
    pub verdict: VerdictWord,
    /// The rule, when it was not carried out.
    pub rule: Option<IntentRule>,
}

/// A verdict without its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VerdictWord {
    /// Carried out as it was seen.
    Accepted,
    /// Carried out on a newer state.
    Rebased,
    /// Not carried out.
    Refused,
    /// Kept as a proposal.
    Parked,
}

/// Whom an action has reached, as the platform knows it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct WayReach {
    /// Desks that have it, first come first.
    pub desks: Vec<ReachedDesk>,
}

/// A desk that has a change.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct ReachedDesk {
    /// Name of the desk.
    pub station: String,
    /// Who used it last.
    pub person: PersonName,
    /// When it said so, by the platform's clock.
    pub at: Timestamp,
}

/// What this desk is called: 本机名称.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeskName {
    /// What it is called now.
    pub name: String,
    /// Somebody set that name on this machine.
    pub is_set: bool,
    /// What it is called when nobody sets one: where its person works, and the computer's name.
    pub usual: String,
}

/// A name for this desk.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SetDeskName {
    /// The name; `None`: the usual one again.
    pub name: Option<String>,
}

/// Which station was lost or stolen.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RevokeInput {
    /// The station.
    pub station: Uuid,
    /// Why, for the platform's audit; 1 to 500 characters.
    pub reason: String,
}
