//! Knowledge (知识库): the entries that answer, and the questions that become entries.
//!
//! A specialist raises a question or proposes an answer, a consultant drafts, a manager publishes.
//! `decide` is the one place where a question changes; station and platform call the same function.

mod alike;
mod clock;
mod decide;
mod entry;
mod question;
mod rule;
mod step;
#[cfg(test)]
mod tests;
mod usage;

pub use alike::alike;
pub use clock::{EntryStanding, QuestionClock, clock, standing_of};
pub use decide::{Context, Decided, decide, permitted};
pub use entry::{EntryDraft, KnowledgeEntry, KnowledgeKind, resting_on};
pub use question::{Draft, Ending, NewQuestion, Origin, Question, QuestionId, Stage, StepLine};
pub use rule::{Refusal, Rule};
pub use step::{Step, StepKind};
pub use usage::{OF_LATE_MS, Usage};
