//! What a person can do to a question. This is also the payload of a command on the wire.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{EntryDraft, NewQuestion, Question};

/// What a person does to a question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "QuestionStep"))]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// 提出: raise it.
    Ask(NewQuestion),
    /// 我也遇到: met it too.
    AskToo,
    /// 提交条目: a draft, to be published.
    Submit {
        /// The entry.
        entry: EntryDraft,
    },
    /// 退回修改: the draft has to be changed.
    SendBack {
        /// What has to be changed.
        reason: String,
    },
    /// 发布: the draft becomes an entry.
    Publish {
        /// First day it holds.
        effective_from: NaiveDate,
        /// Last day it holds.
        #[serde(default)]
        expires_on: Option<NaiveDate>,
        /// Day by which someone has to look whether it still holds.
        #[serde(default)]
        review_on: Option<NaiveDate>,
    },
    /// 指向已有条目: an entry answers it already.
    Point {
        /// The entry.
        entry: String,
    },
    /// 不予采纳.
    Decline {
        /// Why; told to the asker.
        reason: String,
    },
}

/// Kind of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "QuestionStepKind"))]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// 提出.
    Ask,
    /// 我也遇到.
    AskToo,
    /// 提交条目.
    Submit,
    /// 退回修改.
    SendBack,
    /// 发布.
    Publish,
    /// 指向已有条目.
    Point,
    /// 不予采纳.
    Decline,
}

impl StepKind {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Ask,
        Self::AskToo,
        Self::Submit,
        Self::SendBack,
        Self::Publish,
        Self::Point,
        Self::Decline,
    ];

    /// The word of the wire: `knowledge_` and the step.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ask => "knowledge_ask",
            Self::AskToo => "knowledge_ask_too",
            Self::Submit => "knowledge_submit",
            Self::SendBack => "knowledge_send_back",
            Self::Publish => "knowledge_publish",
            Self::Point => "knowledge_point",
            Self::Decline => "knowledge_decline",
        }
    }
}

impl Step {
    /// Its kind.
    pub fn kind(&self) -> StepKind {
        match self {
            Self::Ask(_) => StepKind::Ask,
            Self::AskToo => StepKind::AskToo,
            Self::Submit { .. } => StepKind::Submit,
            Self::SendBack { .. } => StepKind::SendBack,
            Self::Publish { .. } => StepKind::Publish,
            Self::Point { .. } => StepKind::Point,
            Self::Decline { .. } => StepKind::Decline,
        }
    }

    /// Key of the entry that it, or the draft of `question` that it decides on, names.
    pub fn entry(&self, question: Option<&Question>) -> Option<String> {
        match self {
            Self::Point { entry } => Some(entry.clone()),
            Self::Submit { entry } => entry.entry.clone(),
            Self::Publish { .. } => question?.draft.as_ref()?.entry.entry.clone(),
            _ => None,
        }
    }

    /// The reason that goes onto the list of what was done.
    pub(super) fn note(&self) -> Option<String> {
        match self {
            Self::SendBack { reason } | Self::Decline { reason } => Some(reason.clone()),
            _ => None,
        }
    }
}
