//! What may help with a case, and the person's own standard replies.

use bangban_domain::reply::Variable;
use bangban_domain::ticket::TicketId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::{FoundReason, KnowledgeRow, MatterRow};

/// For which case.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SuggestionInput {
    /// The case.
    pub ticket: TicketId,
}

/// What may help with a case, likeliest first; a few of each.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Suggestions {
    /// Matters it may be about; none where it has one.
    pub matters: Vec<SuggestedMatter>,
    /// Entries that may answer it.
    pub entries: Vec<SuggestedEntry>,
    /// Replies that may fit, then all others, each filled in.
    pub replies: Vec<SuggestedReply>,
}

/// Why something is suggested.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "because", rename_all = "snake_case")]
pub enum SuggestedFor {
    /// It belongs to the case's matter.
    Matter,
    /// It answers the words of the request.
    Words {
        /// Where they were found.
        reason: FoundReason,
        /// Words of the request that it holds.
        words: String,
    },
    /// It is one of the person's own.
    Own,
    /// It is one of those that everybody has; nothing speaks for it but that.
    Shared,
}

/// A matter that a case may be about.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SuggestedMatter {
    /// Its row.
    pub row: MatterRow,
    /// Why.
    pub why: SuggestedFor,
}

/// An entry that may answer a case.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SuggestedEntry {
    /// Its row.
    pub row: KnowledgeRow,
    /// Its answer, with document number and article, as it may be sent.
    pub text: String,
    /// Why.
    pub why: SuggestedFor,
}

/// A reply that may fit a case.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SuggestedReply {
    /// Key of the entry, or identity of the own reply.
    pub key: String,
    /// Title.
    pub title: String,
    /// Its text, filled in from the case. What the case does not say stands there as `{variable}`.
    pub text: String,
    /// What the case does not say.
    pub missing: Vec<Variable>,
    /// Why.
    pub why: SuggestedFor,
}

/// A reply that a person keeps for themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OwnReply {
    /// Identity.
    pub id: Uuid,
    /// Title.
    pub title: String,
    /// Text, with `{variables}`.
    pub text: String,
}

/// An own reply as it is to be kept.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OwnReplyInput {
    /// Which; `None`: a new one.
    pub id: Option<Uuid>,
    /// Title, 1 to 40 characters.
    pub title: String,
    /// Text, 1 to 2,000 characters. Variables that there are: `reply_variables`.
    pub text: String,
}

/// Which own reply.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OwnReplyRef {
    /// Which.
    pub id: Uuid,
}

/// Something that a reply is filled in with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReplyVariable {
    /// What.
    pub variable: Variable,
    /// As it stands between braces.
    pub word: String,
}
