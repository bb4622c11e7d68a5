//! Questions that the knowledge base does not answer yet, and the health of the library.

use std::collections::BTreeMap;

use bangban_domain::consistency::Inconsistency;
use bangban_domain::directory::StaffId;
use bangban_domain::knowledge::{Question, QuestionClock, QuestionId, Rule, Stage, Step, StepKind};
use bangban_domain::personal::PersonalKind;
use bangban_domain::ticket::TicketId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{MatterRow, PersonName};

/// Which questions to list.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct QuestionQuery {
    /// Only at this stage.
    pub stage: Option<Stage>,
    /// Only those that the person asked, met too or drafts.
    pub mine: bool,
}

/// What is being asked.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AlikeInput {
    /// The question as far as it is typed.
    pub text: String,
}

/// Questions that may ask the same and have no answer yet.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct QuestionsAlike {
    /// The likest first, at most three.
    pub rows: Vec<QuestionView>,
}

/// Questions, those due first before the others.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct QuestionList {
    /// At most 1,000.
    pub rows: Vec<QuestionView>,
    /// Of all that are here, how many wait for a draft.
    pub open: u32,
    /// How many wait for a manager.
    pub submitted: u32,
    /// How many are over their time.
    pub overdue: u32,
}

/// Which question.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct QuestionRef {
    /// The question.
    pub question: QuestionId,
}

/// A question with what the screen needs beside it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct QuestionView {
    /// As it looks here.
    pub question: Question,
    /// Until when it has to be an entry.
    pub clock: Option<QuestionClock>,
    /// Working days of its clock that are left; negative: that many over.
    pub days_left: Option<i32>,
    /// It is over its time.
    pub overdue: bool,
    /// Steps that the platform has not answered yet.
    pub pending: u32,
    /// Version that had come from the platform, to be named with a step that rests on what was read.
    pub seen: u32,
    /// How many people met it.
    pub askers: u32,
    /// So many that a standard reply should answer it.
    pub asked_often: bool,
    /// Everybody who is named in it.
    pub people: BTreeMap<StaffId, PersonName>,
    /// Name of the asker's organisation.
    pub organisation: String,
    /// Name of the matter.
    pub matter: Option<String>,
    /// Every kind of step, and what forbids it to the person now.
    pub may: Vec<MayStep>,
}

/// Whether a kind of step may be done now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MayStep {
    /// Kind.
    pub kind: StepKind,
    /// What forbids it; `None`: it may be done.
    pub rule: Option<Rule>,
}

/// A step to take.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct StepInput {
    /// The question; `None`: a new one.
    pub question: Option<QuestionId>,
    /// The step.
    pub step: Step,
    /// What the person had read when they began with it; `None`: all that has come.
    pub seen: Option<u32>,
}

/// A text that others will read.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CleanInput {
    /// The text.
    pub text: String,
    /// The case that it comes from; its names are removed too.
    pub ticket: Option<TicketId>,
}

/// The text without anybody's personal data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Cleaned {
    /// The text.
    pub text: String,
    /// What was removed, in its order.
    pub removed: Vec<PersonalKind>,
}

/// How consistent and complete the guides of the library are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LibraryHealth {
    /// Matters that are here.
    pub matters: u32,
    /// Of those, without any finding.
    pub sound: u32,
    /// For every rule, in its order, how many matters break it.
    pub findings: Vec<Finding>,
}

/// How many matters break a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Finding {
    /// The rule.
    pub what: Inconsistency,
    /// Matters.
    pub matters: u32,
}

/// Which matters to list.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FindingInput {
    /// The rule.
    pub what: Inconsistency,
}

/// Matters that break a rule.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FindingList {
    /// At most 500, by department and name.
    pub rows: Vec<MatterRow>,
    /// In all.
    pub total: u32,
}
