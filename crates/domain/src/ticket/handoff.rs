//! Passing a ticket on: handoff, question to a consultant, assisting units, urging.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::directory::StaffId;
use crate::time::Timestamp;

/// A handoff (转交) that waits to be signed for (签收) or returned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Handoff {
    /// Who hands it over.
    pub from: StaffId,
    /// Organisation it came from.
    pub from_organisation: String,
    /// Named receiver; `None`: anyone who serves in the organisation.
    pub to_staff: Option<StaffId>,
    /// Receiving organisation.
    pub to_organisation: String,
    /// What the receiver has to know.
    pub note: String,
    /// When it was offered.
    pub offered_at: Timestamp,
    /// Designated by a manager (指派): the receiver cannot return it.
    #[serde(default)]
    pub designated: bool,
}

/// A question to a consultant (顾问意见).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Consultation {
    /// Who is asked.
    pub consultant: StaffId,
    /// Who asks.
    pub asked_by: StaffId,
    /// The question.
    pub question: String,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// Working days the consultant has.
    pub due_days: u16,
    /// The answer.
    pub opinion: Option<Opinion>,
}

/// A consultant's answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Opinion {
    /// The opinion.
    pub text: String,
    /// When it was given.
    pub given_at: Timestamp,
}

/// A unit that assists (协办) while the organisation of the ticket leads (主办).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Assist {
    /// The command that asked for it.
    pub id: Uuid,
    /// Assisting organisation.
    pub organisation: String,
    /// What it is asked to do.
    pub task: String,
    /// Who asked.
    pub asked_by: StaffId,
    /// When.
    pub asked_at: Timestamp,
    /// Working days it has.
    pub due_days: u16,
    /// How it ended; `None`: still open.
    pub end: Option<AssistEnd>,
}

/// How an assist ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AssistEnd {
    /// What the unit found or did, or why it is no longer needed.
    pub text: String,
    /// False: the holder let it go.
    pub done: bool,
    /// Who.
    pub by: StaffId,
    /// When.
    pub at: Timestamp,
}

/// An urging (督办) by a management specialist, which the holder has to answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Urging {
    /// The command that urged.
    pub id: Uuid,
    /// Who urges.
    pub by: StaffId,
    /// What is asked.
    pub text: String,
    /// When.
    pub at: Timestamp,
    /// Working days to answer in.
    pub due_days: u16,
    /// The answer.
    pub answer: Option<UrgingAnswer>,
}

/// What the holder answered to an urging.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct UrgingAnswer {
    /// The answer.
    pub text: String,
    /// Who.
    pub by: StaffId,
    /// When.
    pub at: Timestamp,
}
