//! The sync pill, the outbox and the verdict inbox.

use bangban_domain::intent::{Intent, IntentRule};
use bangban_domain::ticket::{Proposal, TicketId};
use bangban_domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{EventView, PersonName};

/// Where the station stands with the platform.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SyncState {
    /// The link.
    pub link: Link,
    /// Last answer from the platform.
    pub last_contact: Option<Timestamp>,
    /// The local data is as of this server time.
    pub data_as_of: Option<Timestamp>,
    /// Actions that the platform has not decided yet.
    pub pending: u32,
    /// Refused or parked actions that wait for a person.
    pub attention: u32,
    /// Unread notices.
    pub unread: u32,
    /// True once the first sync is complete.
    pub ready: bool,
    /// A download that is under way.
    pub progress: Option<SyncProgress>,
    /// Device clock minus server clock in milliseconds, when known.
    #[ts(type = "number | null")]
    pub clock_skew_ms: Option<i64>,
    /// Next attempt, while offline.
    pub next_attempt: Option<Timestamp>,
}

/// The link to the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Link {
    /// Talking.
    Online,
    /// Trying for the first time since the start.
    Connecting,
    /// No answer from the platform.
    Offline,
    /// The platform wants the password again; local work goes on.
    SignInNeeded,
    /// The account was disabled; unsent work is kept.
    AccountDisabled,
    /// The platform speaks another version; unsent work is kept.
    UpdateNeeded,
    /// The disk is full; nothing is written until there is room.
    DiskFull,
    /// The platform has far fewer records than are here; a person has to decide.
    Braked,
}

/// A download that is under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SyncProgress {
    /// What is being fetched.
    pub what: SyncWhat,
    /// Phase.
    pub phase: SyncPhase,
    /// Bytes or records done, by phase.
    #[ts(type = "number")]
    pub done: u64,
    /// Bytes or records in all.
    #[ts(type = "number")]
    pub total: u64,
    /// Estimated milliseconds left.
    #[ts(type = "number | null")]
    pub remaining_ms: Option<u64>,
}

/// What is being fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SyncWhat {
    /// 事项库、知识库与通讯录.
    Library,
    /// 工单.
    Tickets,
}

/// Phase of a download.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SyncPhase {
    /// Bytes over the network.
    Downloading,
    /// Records into the local database.
    Writing,
}

/// An action that waits for the platform.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct OutboxRow {
    /// The command.
    pub id: Uuid,
    /// Order on this station.
    #[ts(type = "number")]
    pub station_seq: i64,
    /// Its ticket.
    pub ticket: TicketId,
    /// Title of the ticket.
    pub subject: String,
    /// What was done.
    pub action: Intent,
    /// When it was written here.
    pub written_at: Timestamp,
    /// Attempts so far.
    pub attempts: u32,
    /// Why the last attempt did not get through, as a code of `Link`.
    pub waiting_for: Link,
    /// Why it was not decided though the line stood; others overtake it.
    pub held: Option<HeldWhy>,
    /// It is tried again then, by the device's clock; only when `held`.
    pub not_before: Option<Timestamp>,
    /// Number of the latest courier bundle it left in.
    pub bundle: Option<u32>,
}

/// Why an action was not decided though the line stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HeldWhy {
    /// The platform cannot read it: it has to be updated.
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

/// A refused or parked action, told like a letter.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct VerdictLetter {
    /// The command.
    pub id: Uuid,
    /// Its ticket.
    pub ticket: TicketId,
    /// Title of the ticket.
    pub subject: String,
    /// Refused, or parked as a proposal.
    pub parked: bool,
    /// The rule.
    pub rule: IntentRule,
    /// What the person did, with their text.
    pub action: Intent,
    /// When the person did it.
    pub written_at: Timestamp,
    /// When the platform decided.
    pub decided_at: Timestamp,
    /// What had happened meanwhile, newest first.
    pub meanwhile: Vec<EventView>,
    /// When a person put it away.
    pub cleared_at: Option<Timestamp>,
    /// Why they let it go.
    pub let_go: Option<String>,
    /// Whether it can be proposed to the present holder now.
    pub may_propose: bool,
    /// The proposal it was kept as, when it was parked, and what became of it.
    pub proposal: Option<Proposal>,
    /// Name of the present holder.
    pub holder: Option<PersonName>,
}

/// Puts a letter away.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ClearVerdict {
    /// The command.
    pub id: Uuid,
    /// What to do with the text.
    pub how: ClearHow,
    /// Why it is let go (required then), or a word with the proposal (may be empty).
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    pub reason: String,
}

/// What to do with the text of a refused action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClearHow {
    /// Turn it into a new draft on the ticket.
    ToDraft,
    /// Propose it to the present holder, as it was meant.
    Propose,
    /// Let it go, with a reason; it stays readable.
    LetGo,
}
