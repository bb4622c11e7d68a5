//! Versions of a matter, what changed, and the open cases that a change is about.

use bangban_domain::matter_change::MatterChange;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::TicketRow;

/// A matter's versions, as far as they were ever here.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MatterHistory {
    /// The present version first.
    pub versions: Vec<MatterVersion>,
    /// Open cases that began with another version than the present one.
    pub cases: Vec<AffectedCase>,
}

/// A version of a matter.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MatterVersion {
    /// Its number.
    pub version: u32,
    /// First day in force, as it states.
    #[ts(type = "string | null")]
    pub effective_from: Option<chrono::NaiveDate>,
    /// What changed from the version before it; `None` when that one was never here.
    pub changes: Option<Vec<MatterChange>>,
}

/// An open case that keeps an earlier version.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct AffectedCase {
    /// The case.
    pub row: TicketRow,
    /// The version it keeps.
    pub version: u32,
    /// What changed since then; `None` when that version was never here.
    pub changes: Option<Vec<MatterChange>>,
}

/// A matter in a version.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct MatterVersionRef {
    /// Key.
    pub id: String,
    /// Which version.
    pub version: u32,
}
