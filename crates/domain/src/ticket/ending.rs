//! How a case ends: closing (结案), the loop (闭环) after it, and pauses before it.

use serde::{Deserialize, Serialize};

use super::{ClockKind, Via};
use crate::directory::StaffId;
use crate::time::Timestamp;

/// How a ticket was closed (结案). Closing is not the end of the loop (闭环).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Closing {
    /// Outcome.
    pub outcome: Outcome,
    /// What the citizen was told.
    pub feedback: String,
    /// How the citizen was told.
    pub via: Via,
    /// When.
    pub at: Timestamp,
    /// Who closed it.
    pub by: StaffId,
}

/// Outcome of a closed ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// 已答复.
    Answered,
    /// 已办成.
    Completed,
    /// 非本级范围，已告知办理路径.
    ToldWhere,
    /// 申请人撤回.
    Withdrawn,
}

/// The end of the loop (闭环, T/CI 637-2024 8.5). Exactly one of three.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct LoopEnd {
    /// What the follow-up found.
    pub outcome: LoopOutcome,
    /// What the citizen said, what is still needed, or what was explained.
    pub note: String,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: StaffId,
}

/// What a follow-up found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LoopOutcome {
    /// 已取得办理结果.
    Obtained,
    /// 需要完善: the same case is served again.
    NeedsMore,
    /// 无法取得，已告知解释.
    CannotObtain,
}

/// A time during which the case stands still (挂起, 补正).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Pause {
    /// What it waits for.
    pub kind: PauseKind,
    /// Why, in words.
    pub reason: String,
    /// Beginning.
    pub from: Timestamp,
    /// End; `None`: it still stands.
    pub to: Option<Timestamp>,
}

/// What a paused case waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PauseKind {
    /// 补正: the applicant corrects materials.
    Correction,
    /// 特别程序: hearing, inspection, testing, expert review (行政许可法 §45).
    SpecialProcedure,
    /// 申请人要求暂缓.
    ApplicantAsked,
    /// 其他: a reason of ours, which no legal period waits for.
    Other,
}

impl PauseKind {
    /// Whether the periods of the law and of the promise stand still meanwhile.
    pub fn stops_legal_periods(self) -> bool {
        matches!(self, Self::Correction | Self::SpecialProcedure)
    }
}

/// A clock that had run out before what it asked for was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Breach {
    /// The clock.
    pub kind: ClockKind,
    /// Which one of several: id of the assist or urging, key of the promised material.
    #[serde(default)]
    pub reference: Option<String>,
    /// When it was due.
    pub due_at: Timestamp,
    /// When it was done at last.
    pub done_at: Timestamp,
}
