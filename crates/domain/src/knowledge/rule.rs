//! The rules that can forbid a step. The words belong to the UI.

use serde::{Deserialize, Serialize};

/// The rule that forbids a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "KnowledgeRule"))]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// The account may not act any more.
    AccountDisabled,
    /// The role may not do this.
    KnowledgeRoleMayNot,
    /// There is no such question.
    UnknownQuestion,
    /// A question with this identity is already there.
    QuestionAlreadyRaised,
    /// It came to its end before.
    QuestionEnded,
    /// No draft waits for a manager.
    NoDraftWaits,
    /// Another draft came that the manager has not read.
    DraftNotRead,
    /// One cannot meet one's own question too, nor twice.
    AskedAlready,
    /// The text is missing.
    TextMissing,
    /// The text is too long.
    TextTooLong,
    /// Personal data stands in a text that everybody will read.
    PersonalDataInText,
    /// The title is missing.
    EntryTitleMissing,
    /// A standard or a regulation cites a document and an article.
    EntryBasisMissing,
    /// The last day lies before the first, or the day of review after the last.
    EntryDaysInOrder,
    /// The entry is not in the knowledge base.
    UnknownEntry,
}

/// A step that is not allowed, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("refused by rule {rule:?}")]
pub struct Refusal {
    /// The rule.
    pub rule: Rule,
}

pub(super) fn refuse<T>(rule: Rule) -> Result<T, Refusal> {
    Err(Refusal { rule })
}

pub(super) fn ensure(holds: bool, rule: Rule) -> Result<(), Refusal> {
    if holds { Ok(()) } else { refuse(rule) }
}
