//! A question that the knowledge base does not answer yet, from raising it to its end.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{EntryDraft, StepKind};
use crate::directory::StaffId;
use crate::time::Timestamp;

/// Identity of a question, made where it is raised.
pub type QuestionId = Uuid;

/// A question as it stands (知识提问单).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Question {
    /// Identity.
    pub id: QuestionId,
    /// Grows by one with every step.
    pub version: u32,
    /// The question, without anybody's personal data.
    pub text: String,
    /// An answer that helped a citizen, as the asker proposes it.
    #[serde(default)]
    pub proposed: Option<String>,
    /// How it came up.
    pub origin: Origin,
    /// Matter that it is about.
    #[serde(default)]
    pub matter: Option<String>,
    /// Department that has to answer; `None`: not known.
    #[serde(default)]
    pub department: Option<String>,
    /// Who raised it.
    pub asked_by: StaffId,
    /// Their organisation.
    pub organisation: String,
    /// When it was raised.
    pub asked_at: Timestamp,
    /// Others who met the same question since.
    #[serde(default)]
    pub also_asked_by: Vec<StaffId>,
    /// Where it stands.
    pub stage: Stage,
    /// The entry that is being written.
    #[serde(default)]
    pub draft: Option<Draft>,
    /// How it ended.
    #[serde(default)]
    pub ending: Option<Ending>,
    /// What was done, oldest first.
    pub steps: Vec<StepLine>,
}

/// From so many people on, a question is one that is asked often.
const OFTEN: usize = 3;

impl Question {
    /// How many people met it.
    pub fn askers(&self) -> usize {
        1 + self.also_asked_by.len()
    }

    /// Whether so many met it (高频问题) that it should be answered once for all, by a standard
    /// reply.
    pub fn is_asked_often(&self) -> bool {
        self.askers() >= OFTEN
    }
}

/// What a person raises.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NewQuestion {
    /// The question, without anybody's personal data.
    pub text: String,
    /// An answer that helped a citizen.
    #[serde(default)]
    pub proposed: Option<String>,
    /// How it came up.
    pub origin: Origin,
    /// Matter that it is about.
    #[serde(default)]
    pub matter: Option<String>,
    /// Department that has to answer.
    #[serde(default)]
    pub department: Option<String>,
}

/// How a question came up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "QuestionOrigin"))]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum Origin {
    /// 办件中遇到: while working on a case.
    Case {
        /// The ticket.
        ticket: Uuid,
    },
    /// 检索无结果: a search found nothing that helped.
    Search {
        /// What was searched for.
        words: String,
    },
    /// 新政策: a policy that comes into force, whose entries must be there before.
    Policy {
        /// Name and number of the document.
        document: String,
        /// First day it holds.
        effective_from: chrono::NaiveDate,
    },
    /// 条目反馈: an entry is wrong, out of date or not understood.
    Entry {
        /// The entry.
        entry: String,
        /// Its version then.
        version: u32,
    },
    /// 直接提出.
    Direct,
}

/// Where a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "QuestionStage"))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 待起草: a consultant has to draft.
    Open,
    /// 待发布: a manager has to publish.
    Submitted,
    /// 已了结.
    Ended,
}

/// An entry that is being written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "QuestionDraft"))]
pub struct Draft {
    /// What it will be.
    pub entry: EntryDraft,
    /// Who wrote it.
    pub by: StaffId,
    /// When it was submitted.
    pub at: Timestamp,
    /// Why a manager sent it back; `None`: it waits for the manager, or was published.
    #[serde(default)]
    pub sent_back: Option<String>,
}

/// How a question ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "QuestionEnding"))]
#[serde(tag = "ended", rename_all = "snake_case")]
pub enum Ending {
    /// 已发布: an entry answers it.
    Published {
        /// The entry.
        entry: String,
        /// Its version.
        version: u32,
    },
    /// 已有条目: an entry answered it before.
    Answered {
        /// The entry.
        entry: String,
    },
    /// 不予采纳, with the reason told to the asker.
    Declined {
        /// Why.
        reason: String,
    },
}

/// A line of what was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "QuestionStepLine"))]
pub struct StepLine {
    /// The command.
    pub id: Uuid,
    /// What.
    pub kind: StepKind,
    /// By whom.
    pub by: StaffId,
    /// When it was decided.
    pub at: Timestamp,
    /// A reason, where one was given.
    #[serde(default)]
    pub note: Option<String>,
}
