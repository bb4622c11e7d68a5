//! One search over everything.

use bangban_domain::matter::{Level, ServiceObject};
use bangban_search::Kind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{KnowledgeRow, MatterRow, TicketRow};

/// What is searched for, as far as it is typed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SearchInput {
    /// Words, parts of words, pinyin, initials or codes. What is over 64 characters is not read.
    pub text: String,
    /// Only these groups; empty: all of them.
    pub kinds: Vec<Kind>,
    /// What results must be.
    pub filters: SearchFilters,
    /// Hits of a group, at most 50.
    pub limit: u32,
}

/// What results must be; what does not say is left out by a filter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
pub struct SearchFilters {
    /// Only of this department, by name.
    pub department: Option<String>,
    /// Only for these people.
    pub object: Option<ServiceObject>,
    /// Only of this theme.
    pub theme: Option<String>,
    /// Only of this level.
    pub level: Option<Level>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct SearchFound {
    /// Groups with at least one hit.
    pub groups: Vec<FoundGroup>,
    /// What was searched for instead, where nothing was found for what was typed.
    pub corrected: Option<String>,
    /// Records that are here and cannot be found yet: the index is still being filled.
    pub behind: u32,
}

/// What was found of one kind.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FoundGroup {
    /// The kind.
    pub kind: Kind,
    /// Best first.
    pub hits: Vec<FoundHit>,
    /// How many were found; an estimate from some 150 on.
    pub total: u32,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FoundHit {
    /// Key in its group.
    pub key: String,
    /// Title.
    pub title: String,
    /// What to highlight in the title.
    pub marks: Vec<Mark>,
    /// A piece of text, where the title does not hold everything that was typed.
    pub excerpt: Option<FoundExcerpt>,
    /// What was found.
    pub reason: FoundReason,
    /// What it is.
    pub what: FoundWhat,
}

/// A piece of a text, in UTF-16 code units, as a window counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Mark {
    /// First unit.
    pub from: u32,
    /// Unit after the last.
    pub to: u32,
}

/// A short piece of a longer text.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FoundExcerpt {
    /// The piece.
    pub text: String,
    /// What to highlight in it.
    pub marks: Vec<Mark>,
}

/// Why something was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "by", content = "text", rename_all = "snake_case")]
pub enum FoundReason {
    /// The title.
    Name,
    /// One of its other names.
    OtherName(String),
    /// A name, by a word of the same meaning.
    Synonym(String),
    /// How a name sounds, or its initials; which one, where it is not the title.
    Sound(Option<String>),
    /// Something in its text.
    Passage,
    /// One of its codes or numbers.
    Code(String),
}

/// What a hit is, with what its row shows.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FoundWhat {
    /// A matter.
    Matter {
        /// Its row.
        row: MatterRow,
    },
    /// A situation.
    Situation {
        /// The matter it is one of.
        row: MatterRow,
        /// Short key in the matter.
        situation: String,
    },
    /// A material.
    Material {
        /// How many matters ask for it.
        matters: u32,
    },
    /// An entry.
    Knowledge {
        /// Its row.
        row: KnowledgeRow,
    },
    /// A law or document.
    Statute {
        /// How many matters rest on it.
        matters: u32,
        /// How many entries cite it.
        entries: u32,
    },
    /// A standard reply.
    Reply {
        /// Its row.
        row: KnowledgeRow,
    },
    /// A standard reply that the person keeps for themselves.
    OwnReply {
        /// Its text, with `{variables}`.
        text: String,
    },
    /// A case.
    Case {
        /// Its row.
        row: Box<TicketRow>,
    },
}

/// Something that was found, by its group and key.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FoundRef {
    /// Its group.
    pub kind: Kind,
    /// Its key.
    pub key: String,
}

/// Where a material is asked for, or a law or document applied.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FoundUses {
    /// Title.
    pub title: String,
    /// Document number, as the newest of those that cite it state it.
    pub number: Option<String>,
    /// What it says, article by article, as far as anything here cites it.
    pub articles: Vec<Article>,
    /// Matters, at most 200.
    pub matters: Vec<MatterRow>,
    /// Entries, at most 200.
    pub entries: Vec<KnowledgeRow>,
}

/// A provision.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
pub struct Article {
    /// Which.
    pub article: String,
    /// What it says, in short.
    pub text: Option<String>,
}
