//! What can be found.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// The groups of what can be found, in the order they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "FoundKind"))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 事项.
    Matter,
    /// 情形 of a matter.
    Situation,
    /// 申请材料.
    Material,
    /// 知识.
    Knowledge,
    /// 法规依据.
    Statute,
    /// 常用答复.
    Reply,
    /// The specialist's own cases. Personal names may be part of them.
    Case,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Matter,
        Self::Situation,
        Self::Material,
        Self::Knowledge,
        Self::Statute,
        Self::Reply,
        Self::Case,
    ];

    /// Stands before every word of the index, so that each group has its own list of documents
    /// for a word, and its own statistics.
    pub(crate) fn letter(self) -> char {
        match self {
            Self::Matter => 'm',
            Self::Situation => 's',
            Self::Material => 'a',
            Self::Knowledge => 'k',
            Self::Statute => 'l',
            Self::Reply => 'r',
            Self::Case => 'c',
        }
    }
}

/// Something that can be found. Known by `kind` and `key`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Its group.
    pub kind: Kind,
    /// Key in the group, as the caller knows it.
    pub key: String,
    /// As it is shown.
    pub title: String,
    /// Popular names, other ways to ask. As good as the title for finding.
    pub aliases: Vec<String>,
    /// Everything else that is read, by what it is.
    pub passages: Vec<Passage>,
    /// Codes and numbers, found by any part of three characters and more.
    pub codes: Vec<String>,
    /// What results can be filtered by.
    pub facets: Facets,
    /// When people ask for it; empty: all the year.
    pub seasons: Vec<Season>,
}

impl Document {
    /// A document with nothing but a title.
    pub fn new(kind: Kind, key: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            kind,
            key: key.into(),
            title: title.into(),
            aliases: Vec::new(),
            passages: Vec::new(),
            codes: Vec::new(),
            facets: Facets::default(),
            seasons: Vec::new(),
        }
    }
}

/// A piece of text of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// What it is; decides what it weighs and what is said when it was found.
    pub role: Role,
    /// The text.
    pub text: String,
}

impl Passage {
    /// A piece of text.
    pub fn new(role: Role, text: impl Into<String>) -> Self {
        Self { role, text: text.into() }
    }
}

/// What a passage is. The first four are short and near to the name; the others are prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Which variant of several with the same title (办理项, 情形).
    Variant,
    /// What it belongs to: catalogue, parent matter, chapter.
    Heading,
    /// Who is responsible.
    Department,
    /// A material, a form, a certificate.
    Material,
    /// Conditions, answers, provisions.
    Text,
    /// Place, hours, themes and the like: the least that can be found.
    Remark,
}

impl Role {
    /// Whether it is kept with the title for ranking, and found by single characters.
    pub(crate) fn is_near(self) -> bool {
        matches!(self, Self::Variant | Self::Heading | Self::Department | Self::Material)
    }
}

/// What results can be filtered by. An empty one is never found through a filter of its sort.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facets {
    /// Responsible department, by name or code.
    pub department: String,
    /// Whom it serves.
    pub objects: Vec<String>,
    /// Themes.
    pub themes: Vec<String>,
    /// Administrative level.
    pub level: String,
    /// Division code, digits; nearness to the specialist's own place is counted from its left.
    pub division: String,
    /// In use, expired ... as the caller calls it.
    pub status: String,
}

/// Part of the year, both days included; it may go over New Year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Season {
    /// First day: month (1 to 12), day.
    pub from: (u32, u32),
    /// Last day: month, day.
    pub to: (u32, u32),
}

impl Season {
    /// Whether `day` is in it.
    pub fn holds(self, day: NaiveDate) -> bool {
        let day = (day.month(), day.day());
        if self.from <= self.to {
            (self.from..=self.to).contains(&day)
        } else {
            day >= self.from || day <= self.to
        }
    }
}
