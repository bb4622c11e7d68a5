//! A sample case as the person is given it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::key::AnswerKey;
use super::sheet::{Face, Sheet, SheetLine};
use crate::matter::{LegalBasis, Material};

/// A sample case with its key.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    /// What the person is given.
    pub sample: SampleCase,
    /// What is right. Never shown before a run is handed in.
    pub key: AnswerKey,
}

/// A sample case. People and numbers are invented.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SampleCase {
    /// Short key, unique among the exercises.
    pub id: String,
    /// How hard it is.
    pub difficulty: Difficulty,
    /// Name of the matter.
    pub matter: String,
    /// Who decides it.
    pub department: String,
    /// Where the person sits.
    pub place: String,
    /// Today, in the case.
    pub day: NaiveDate,
    /// Name of who asks, as they say it.
    pub requester: String,
    /// What the citizen says.
    pub said: String,
    /// Who is at the counter, and with what documents.
    pub counter: AtCounter,
    /// The materials of the matter, with what was brought.
    pub materials: Vec<SampleMaterial>,
    /// Offices that could be the right one.
    pub offices: Vec<SampleOffice>,
    /// Ways to invite to the evaluation.
    pub invitations: Vec<Invitation>,
    /// What the matter rests on.
    pub basis: Vec<LegalBasis>,
}

/// How hard a case is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Difficulty {
    /// 入门.
    Easy,
    /// 进阶.
    Medium,
    /// 综合.
    Hard,
}

/// Who is at the counter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct AtCounter {
    /// What they look like.
    pub face: Face,
    /// How they introduce themselves.
    pub introduction: String,
    /// Documents they hand over.
    pub documents: Vec<Sheet>,
    /// What the card reader read.
    pub reader: Vec<SheetLine>,
}

/// A material of the guide and what was brought for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SampleMaterial {
    /// The material as the guide describes it.
    pub guide: Material,
    /// What was brought; empty: nothing.
    #[serde(default)]
    pub sheets: Vec<Sheet>,
    /// What the citizen or a shared source says about it.
    #[serde(default)]
    pub note: Option<String>,
}

/// An office that somebody could be sent to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct SampleOffice {
    /// Short key, unique in the case.
    pub id: String,
    /// Name.
    pub name: String,
    /// What it does.
    pub duty: String,
    /// Address.
    pub address: String,
    /// Phone.
    pub phone: String,
}

/// A way to invite to the evaluation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Invitation {
    /// Short key, unique in the case.
    pub id: String,
    /// What one says and does.
    pub text: String,
}

impl SampleCase {
    /// A material by its key.
    pub fn material(&self, id: &str) -> Option<&SampleMaterial> {
        self.materials.iter().find(|material| material.guide.id == id)
    }
}
