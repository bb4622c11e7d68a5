//! The matter library and the knowledge base.

use bangban_domain::knowledge::{EntryStanding, KnowledgeEntry, KnowledgeKind};
use bangban_domain::matter::{
    HandlingKind, Level, Matter, MatterKind, MatterState, Period, ServiceObject,
};
use bangban_domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A search in the matter library. Empty text lists everything.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct MatterQuery {
    /// Words, parts of words or a code.
    pub text: String,
    /// Only this department, by name.
    pub department: Option<String>,
    /// Only this level.
    pub level: Option<Level>,
    /// Only this theme.
    pub theme: Option<String>,
    /// Only for these people.
    pub object: Option<ServiceObject>,
    /// Rows to skip.
    pub offset: u32,
    /// Rows wanted, at most 200.
    pub limit: u32,
}

/// A page of matters.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MatterPage {
    /// Rows, best first.
    pub rows: Vec<MatterRow>,
    /// Rows in all.
    pub total: u32,
    /// Rows skipped.
    pub offset: u32,
}

/// One row of the library.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MatterRow {
    /// Key.
    pub id: String,
    /// Name.
    pub name: String,
    /// Popular name that the words were found in, if any.
    pub found_as: Option<String>,
    /// Kind of power.
    pub kind: MatterKind,
    /// Department.
    pub department: String,
    /// Level.
    pub level: Level,
    /// State.
    pub state: MatterState,
    /// On the spot or promised.
    pub handling_kind: Option<HandlingKind>,
    /// Promised period.
    pub promised_days: Option<Period>,
    /// Number of materials.
    pub materials: u32,
}

/// A whole matter.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MatterView {
    /// The matter in its version in force.
    pub matter: Matter,
    /// Knowledge entries that belong to it.
    pub knowledge: Vec<KnowledgeRow>,
    /// The data is as of this server time.
    pub data_as_of: Option<Timestamp>,
}

/// What the library can be narrowed by.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LibraryFacets {
    /// Departments with their number of matters, the largest first.
    pub departments: Vec<Facet>,
    /// Themes with their number of matters, the largest first.
    pub themes: Vec<Facet>,
    /// Matters in all.
    pub matters: u32,
    /// Knowledge entries in all.
    pub knowledge: u32,
    /// The data is as of this server time.
    pub data_as_of: Option<Timestamp>,
}

/// A word and how often it occurs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Facet {
    /// The word.
    pub name: String,
    /// How often.
    pub count: u32,
}

/// A search in the knowledge base. Empty text lists everything.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct KnowledgeQuery {
    /// Words or parts of words.
    pub text: String,
    /// Only this kind.
    pub kind: Option<KnowledgeKind>,
    /// Rows to skip.
    pub offset: u32,
    /// Rows wanted, at most 200.
    pub limit: u32,
}

/// A page of entries.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct KnowledgePage {
    /// Rows, best first.
    pub rows: Vec<KnowledgeRow>,
    /// Rows in all.
    pub total: u32,
    /// Rows skipped.
    pub offset: u32,
}

/// One row of the knowledge base.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct KnowledgeRow {
    /// Key.
    pub id: String,
    /// Title.
    pub title: String,
    /// Kind.
    pub kind: KnowledgeKind,
    /// Department that answers for it.
    pub department: String,
    /// First words of the answer.
    pub excerpt: String,
    /// How it stands today.
    pub standing: EntryStanding,
}

/// A whole entry.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct KnowledgeView {
    /// The entry.
    pub entry: KnowledgeEntry,
    /// Its answer, with document number and article, as it may be sent.
    pub text: String,
    /// How it stands today.
    pub standing: EntryStanding,
    /// Matters it belongs to.
    pub matters: Vec<MatterRow>,
    /// How often all desks together used it of late.
    pub uses: u32,
    /// Questions that say it is wrong or out of date and have not ended.
    pub open_questions: u32,
    /// The data is as of this server time.
    pub data_as_of: Option<Timestamp>,
}

/// A record by its key.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct KeyInput {
    /// The key.
    pub id: String,
}
