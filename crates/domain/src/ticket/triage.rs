//! Triage (分诊, T/CI 637-2024 8.2): what becomes of a request. Exactly one of four.

use serde::{Deserialize, Serialize};

use super::Via;
use crate::directory::StaffId;
use crate::time::Timestamp;

/// The one outcome of triage.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Triage {
    /// 当场答复: a simple question, answered at once. Ends the case.
    AnsweredNow {
        /// What the citizen was told.
        answer: String,
        /// How.
        via: Via,
    },
    /// 本级办理: ours to work on.
    OwnLevel {
        /// Complex (15 working days) rather than simple (5).
        complex: bool,
        /// Why, or what comes next.
        note: String,
    },
    /// 转下级: belongs to an organisation below ours.
    LowerLevel {
        /// The organisation.
        to_organisation: String,
        /// What it has to know.
        note: String,
    },
    /// 非本级范围: the right office is named. Ends the case.
    OutOfScope(RightOffice),
}

/// The office that is in charge, as told to the citizen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RightOffice {
    /// Name of the office.
    pub office: String,
    /// Its address.
    pub address: String,
    /// Its phone.
    pub phone: String,
    /// What the citizen was told about the way to go.
    pub told: String,
    /// How.
    pub via: Via,
}

/// Triage as it was decided.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Triaged {
    /// The outcome.
    pub kind: TriageKind,
    /// The office that was named, when it is out of scope.
    pub right_office: Option<RightOffice>,
    /// Who decided.
    pub by: StaffId,
    /// When.
    pub at: Timestamp,
}

/// An outcome without its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TriageKind {
    /// 当场答复.
    AnsweredNow,
    /// 本级办理.
    OwnLevel,
    /// 转下级.
    LowerLevel,
    /// 非本级范围.
    OutOfScope,
}

impl Triage {
    /// The outcome without its content.
    pub fn kind(&self) -> TriageKind {
        match self {
            Self::AnsweredNow { .. } => TriageKind::AnsweredNow,
            Self::OwnLevel { .. } => TriageKind::OwnLevel,
            Self::LowerLevel { .. } => TriageKind::LowerLevel,
            Self::OutOfScope(_) => TriageKind::OutOfScope,
        }
    }

    /// What was told or noted.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::AnsweredNow { answer, .. } => answer,
            Self::OwnLevel { note, .. } | Self::LowerLevel { note, .. } => note,
            Self::OutOfScope(office) => &office.told,
        }
    }
}
