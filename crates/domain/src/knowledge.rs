//! Knowledge entries (知识库): procedure, policy standard, regulation, system guide, picture guide.

use serde::{Deserialize, Serialize};

use crate::matter::LegalBasis;

/// One published entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct KnowledgeEntry {
    /// Short stable key, e.g. `k-ylbx-001`.
    pub id: String,
    /// Version number, from 1.
    pub version: u32,
    /// Kind of entry.
    pub kind: KnowledgeKind,
    /// Title, as a question or a rule.
    pub title: String,
    /// Other ways people ask it.
    #[serde(default)]
    pub asked_as: Vec<String>,
    /// The answer, in paragraphs.
    pub answer: Vec<String>,
    /// Codes of the matters it belongs to.
    #[serde(default)]
    pub matters: Vec<String>,
    /// Department that answers for it.
    pub department: String,
    /// Document number and article the answer cites.
    #[serde(default)]
    pub basis: Vec<LegalBasis>,
    /// Themes, as words.
    #[serde(default)]
    pub themes: Vec<String>,
    /// First day it holds, `YYYY-MM-DD`.
    pub effective_from: chrono::NaiveDate,
    /// Last day it holds; shown struck out afterwards.
    #[serde(default)]
    pub expires_on: Option<chrono::NaiveDate>,
}

/// Kind of entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum KnowledgeKind {
    /// 流程.
    Procedure,
    /// 口径.
    Standard,
    /// 制度.
    Regulation,
    /// 系统操作指引.
    SystemGuide,
    /// 图文指引.
    PictureGuide,
}

impl KnowledgeEntry {
    /// Whether the entry no longer holds on `day`.
    pub fn expired_on(&self, day: chrono::NaiveDate) -> bool {
        self.expires_on.is_some_and(|last| day > last)
    }
}
