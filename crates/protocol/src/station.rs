//! What a station says of itself, and what the platform knows of it.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// `POST /v1/station/report`: how a station is, in numbers, and what it is called.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StationReport {
    /// Version of the program, e.g. `0.1.0`.
    pub program: String,
    /// Version of the protocol it speaks.
    pub protocol: u32,
    /// Server clock minus device clock, milliseconds.
    pub clock_offset: Option<i64>,
    /// Actions that were not decided yet.
    pub pending: u32,
    /// When the oldest of them was written, by the device's clock, UTC milliseconds.
    pub oldest_pending_at: Option<i64>,
    /// Actions that do not get through although the line stands, the oldest first; at most 20.
    pub held: Vec<Held>,
    /// Refused and parked actions that nobody has looked after.
    pub letters: u32,
    /// Files that wait to be sent.
    pub files_waiting: u32,
    /// Files that do not get through.
    pub files_failing: u32,
    /// Times that the local data was repaired after a comparison with the platform.
    pub repairs: u32,
    /// How far each feed was applied, durably.
    pub reached: Vec<Reached>,
    /// What the desk is called by now; absent: as it said at sign-in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How often entries were used at this desk, where the count has grown since the last report
    /// that was answered; at most [`MAX_REPORTED_USES`]. Each is the whole count, so that one that
    /// is told twice means the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uses: Vec<EntryUses>,
}

/// Entries whose count a report may hold.
pub const MAX_REPORTED_USES: u32 = 500;

/// How often a knowledge entry was used at a desk: inserted into a reply, or opened from the
/// search. A number only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EntryUses {
    /// Key of the entry.
    pub entry: String,
    /// Uses since this store was made.
    pub uses: u32,
}

/// Longest name of a desk, characters.
pub const MAX_DESK_NAME_CHARS: usize = 80;

/// How far a station has applied a feed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reached {
    /// Partition.
    pub partition: String,
    /// Epoch of the number.
    pub epoch: Uuid,
    /// Last change applied.
    pub feed_seq: u64,
}

/// A command that was not decided, though others were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Held {
    /// The command.
    pub id: Uuid,
    /// Why.
    pub why: HeldWhy,
}

/// Why a command was not decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum HeldWhy {
    /// This platform cannot read it: it was written by a newer program.
    Unreadable,
    /// It is another person's.
    NotYours,
    /// Deciding it failed on the platform.
    Failed,
    /// One before it on the same ticket waits.
    Behind,
    /// Something between station and platform does not let it through.
    Blocked,
}

/// `GET /v1/stations`: a station as the platform knows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StationState {
    /// Identity.
    pub id: Uuid,
    /// Name of the desk.
    pub name: String,
    /// When keys of it were last revoked, UTC milliseconds.
    #[serde(default)]
    pub revoked_at: Option<i64>,
    /// Who used it last.
    pub staff: Uuid,
    /// When it was last heard of, UTC milliseconds.
    pub last_contact_at: i64,
    /// When it last reported; `None`: a program from before reports.
    pub reported_at: Option<i64>,
    /// What it reported.
    pub report: Option<StationReport>,
    /// Changes of its feeds that it has not applied yet.
    pub behind: u64,
}

/// Answer of `GET /v1/stations`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Stations {
    /// Stations of the county, those that need a look first.
    pub stations: Vec<StationState>,
    /// Version of the platform's program.
    pub program: String,
    /// Platform time, UTC milliseconds.
    pub server_time: i64,
}

/// `GET /v1/commands/{id}/way`: what became of a command, and whom it has reached.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommandWay {
    /// When it was decided, UTC milliseconds.
    pub decided_at: Option<i64>,
    /// Number of its event in the feed; `None`: it had no effect, or is not decided.
    pub feed_seq: Option<u64>,
    /// Stations that have it, first come first.
    pub reached: Vec<ReachedBy>,
}

/// A station that a change has reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReachedBy {
    /// Name of the desk.
    pub station: String,
    /// Who used it last.
    pub staff: Uuid,
    /// When it said so, UTC milliseconds.
    pub at: i64,
}
