//! Published entries: procedure, policy standard, regulation, system guide, picture guide, reply.

use serde::{Deserialize, Serialize};

use crate::matter::LegalBasis;

/// One published entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
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
    /// The answer, in paragraphs. Of a reply: its text, with `{variables}`.
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
    /// Day by which someone has to look whether it still holds.
    #[serde(default)]
    pub review_on: Option<chrono::NaiveDate>,
}

/// What a consultant writes; publishing makes it an entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EntryDraft {
    /// The entry that it replaces; `None`: a new one.
    #[serde(default)]
    pub entry: Option<String>,
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
    /// 图文、微视频指引.
    PictureGuide,
    /// 统一答复模板.
    Reply,
}

impl KnowledgeKind {
    /// Whether what is told to a citizen from it has to cite a document and an article.
    pub fn needs_basis(self) -> bool {
        matches!(self, Self::Standard | Self::Regulation)
    }
}

impl KnowledgeEntry {
    /// With the version that it gets in place of `before`: the next one when anything else differs,
    /// and the same when nothing does. The first one keeps the version it came with.
    #[must_use]
    pub fn following(self, before: Option<&Self>) -> Self {
        let Some(before) = before else { return Self { version: self.version.max(1), ..self } };
        let same = Self { version: before.version, ..self };
        if same == *before { same } else { Self { version: before.version + 1, ..same } }
    }

    /// The answer as it may be sent: its paragraphs, then what it rests on.
    pub fn answer_text(&self) -> String {
        resting_on(self.answer.clone(), &self.basis)
    }

    /// Whether the entry no longer holds on `day`.
    pub fn expired_on(&self, day: chrono::NaiveDate) -> bool {
        self.expires_on.is_some_and(|last| day > last)
    }
}

/// Paragraphs with a last line that names what they rest on, each law or document once.
pub fn resting_on<'b>(
    mut paragraphs: Vec<String>,
    basis: impl IntoIterator<Item = &'b LegalBasis>,
) -> String {
    let mut laws: Vec<String> = Vec::new();
    for law in basis.into_iter().map(LegalBasis::citation) {
        if !laws.contains(&law) {
            laws.push(law);
        }
    }
    if !laws.is_empty() {
        paragraphs.push(format!("依据：{}", laws.join("、")));
    }
    paragraphs.join("\n")
}
