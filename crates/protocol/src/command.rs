//! Commands up, receipts down.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One intention of one person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Command {
    /// Identity (`UUIDv7`). A repeated delivery returns the stored receipt.
    pub id: Uuid,
    /// Station that wrote it.
    pub station: Uuid,
    /// Person who acted.
    pub actor: Uuid,
    /// Order on the station, from 1.
    pub station_seq: u64,
    /// The device's clock, UTC milliseconds. Evidence, never order.
    pub device_time: i64,
    /// Last known difference server minus device, milliseconds.
    pub clock_offset: Option<i64>,
    /// Kind of action, e.g. `claim`.
    pub kind: String,
    /// The action (domain `Action`).
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub payload: serde_json::Value,
    /// Ticket it is about.
    pub ticket: Uuid,
    /// Version of the ticket that the station last heard from the platform; `None` for one made
    /// there. The person's own later actions are not counted.
    pub base_version: Option<u32>,
    /// Fence under which the person held the ticket.
    pub fence: Option<u32>,
}

/// `POST /v1/commands`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CommandBatch {
    /// In the order of `station_seq`; at most 100.
    pub commands: Vec<Command>,
}

/// Answer: one receipt for each command that was decided.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Receipts {
    /// Receipts, each naming its command.
    pub receipts: Vec<Receipt>,
    /// Commands that were not decided, and those of the same tickets behind them.
    #[serde(default)]
    pub held: Vec<crate::Held>,
    /// Epoch in which they were given.
    pub epoch: Uuid,
    /// Platform time, UTC milliseconds.
    pub server_time: i64,
}

/// The platform's lasting word on one command.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Receipt {
    /// The command.
    pub id: Uuid,
    /// Server time of the decision, UTC milliseconds.
    pub decided_at: i64,
    /// The decision.
    pub verdict: Verdict,
}

/// What became of a command.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Verdict {
    /// Applied to the state the person saw.
    Accepted {
        /// Version of the ticket afterwards.
        version: u32,
    },
    /// Applied to a newer state.
    Rebased {
        /// Version of the ticket afterwards.
        version: u32,
        /// Ids of the events that had come in between.
        meanwhile: Vec<Uuid>,
    },
    /// Not applied.
    Refused {
        /// The rule (domain `Rule`).
        rule: String,
        /// Events the person had not seen, newest first (domain `TicketEvent`).
        #[cfg_attr(feature = "openapi", schema(value_type = Vec<Object>))]
        meanwhile: Vec<serde_json::Value>,
    },
    /// Kept as a proposal: someone took the ticket over meanwhile.
    Parked {
        /// The rule (domain `Rule`).
        rule: String,
        /// Events the person had not seen, newest first (domain `TicketEvent`).
        #[cfg_attr(feature = "openapi", schema(value_type = Vec<Object>))]
        meanwhile: Vec<serde_json::Value>,
    },
}
