//! Drafts of replies by a language model, where one is configured.

use bangban_domain::drafted::CheckedDraft;
use bangban_domain::ticket::TicketId;
use bangban_drafter::AskError;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The model of this machine. Its key is never told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DrafterState {
    /// The model; `None`: there are no drafts.
    pub model: Option<DrafterModel>,
    /// Words that stand in place of personal data in what is sent.
    pub placeholders: Vec<String>,
}

/// A model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DrafterModel {
    /// Address of the endpoint.
    pub address: String,
    /// Its name there.
    pub name: String,
    /// Where its key is held; `None`: it has none.
    pub key: Option<KeyPlace>,
    /// It runs on this machine, so that no line is needed.
    pub is_local: bool,
}

/// Where a key is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum KeyPlace {
    /// The system's keyring.
    Keyring,
    /// Nowhere but in memory, until the program ends: there is no keyring.
    Memory,
}

/// Sets the model of this machine.
#[derive(Deserialize, TS)]
pub struct SetDrafter {
    /// Address of the endpoint: HTTPS, or this machine.
    pub address: String,
    /// Name of the model there.
    pub model: String,
    /// Its key; `None`: the one it has, as long as the address stays; empty: none.
    pub key: Option<String>,
}

/// What a trial came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct DrafterTried {
    /// What is wrong; `None`: it answers.
    pub fault: Option<AskError>,
}

/// For which case.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DraftFor {
    /// The case.
    pub ticket: TicketId,
}

/// What would leave the desk for a draft: this and nothing else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DraftPreview {
    /// The question, without personal data as far as the desk knows it.
    pub question: String,
    /// The entries, in the order of their numbers; none: there is nothing to draft from.
    pub entries: Vec<DraftEntry>,
    /// How the model is told to answer.
    pub instructions: String,
    /// A draft was asked for in this case before.
    pub asked_before: bool,
}

/// An entry as it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DraftEntry {
    /// Its key.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Number, title, answer, and what it rests on.
    pub text: String,
}

/// Asks for a draft.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AskDraft {
    /// The case.
    pub ticket: TicketId,
    /// The question as the person left it; what is personal is taken out once more.
    pub question: String,
}

/// What was sent, and what came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Drafted {
    /// The question as it was sent.
    pub question: String,
    /// What came back.
    pub outcome: DraftOutcome,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "came", rename_all = "snake_case")]
pub enum DraftOutcome {
    /// A draft, looked at.
    Draft {
        /// The draft, and what is wrong with it.
        draft: CheckedDraft,
        /// As it may be put into the reply; `None`: it may not.
        text: Option<String>,
        /// The entries it may name, in the order of their numbers.
        entries: Vec<DraftEntry>,
    },
    /// The model says that the entries do not answer the question.
    NoBasis,
    /// There is none.
    Failed {
        /// Why.
        fault: AskError,
    },
}
