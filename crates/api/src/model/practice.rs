//! Practice on sample cases: a case without its key, a run under way, and the key once it was
//! handed in.

use bangban_domain::practice::{
    AnswerKey, Difficulty, PracticeScore, RunStep, SampleCase, TrialRun,
};
use bangban_domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A sample case by its key.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PracticeRef {
    /// Key of the case.
    pub case: String,
}

/// A run that was handed in.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PracticeRunRef {
    /// Its identity.
    pub run: Uuid,
}

/// Begins a run.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct BeginPractice {
    /// Key of the case.
    pub case: String,
    /// Whether an unfinished run is given up for it; else it goes on.
    pub anew: bool,
}

/// Something a person does in a run.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PracticeStep {
    /// Key of the case.
    pub case: String,
    /// What.
    pub step: RunStep,
}

/// The sample cases and how the person did in them.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PracticeList {
    /// From easy to hard.
    pub cases: Vec<PracticeRow>,
    /// Runs that were handed in, the last first.
    pub past: Vec<PastPractice>,
}

/// A sample case in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PracticeRow {
    /// Key of the case.
    pub case: String,
    /// Matter.
    pub matter: String,
    /// What the citizen says.
    pub said: String,
    /// Where it plays.
    pub place: String,
    /// How hard it is.
    pub difficulty: Difficulty,
    /// How many materials there are.
    pub materials: u32,
    /// Whether a run is unfinished.
    pub under_way: bool,
    /// Best points so far; `None`: never handed in.
    pub best: Option<u32>,
    /// Whether the best is enough.
    pub passed: bool,
}

/// A run that was handed in, in one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PastPractice {
    /// Its identity.
    pub run: Uuid,
    /// Matter; `None`: the case no longer ships.
    pub matter: Option<String>,
    /// When it was handed in.
    pub at: Timestamp,
    /// What it was worth.
    pub points: u32,
    /// Whether it was passed.
    pub passed: bool,
}

/// A sample case as it is worked on. What is right is not in it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PracticeView {
    /// The case.
    pub sample: SampleCase,
    /// The unfinished run; `None`: none has begun.
    pub under_way: Option<PracticeUnderWay>,
    /// Seconds there are for a first response.
    pub response_limit: u32,
    /// Where that limit comes from.
    pub response_source: String,
}

/// An unfinished run.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PracticeUnderWay {
    /// Its identity.
    pub id: Uuid,
    /// What the person did.
    pub run: TrialRun,
}

/// A run that was handed in, beside the key.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PracticeResult {
    /// Its identity.
    pub id: Uuid,
    /// The case.
    pub sample: SampleCase,
    /// What the person did.
    pub run: TrialRun,
    /// What it was worth.
    pub score: PracticeScore,
    /// Points from which on a run is passed.
    pub passing: u32,
    /// What is right, and why.
    pub key: AnswerKey,
    /// When it was handed in.
    pub at: Timestamp,
}
