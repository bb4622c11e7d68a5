//! What is asked, and what is found.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use chrono::NaiveDate;

use crate::document::{Kind, Role};

/// A question, as far as it is typed.
#[derive(Debug, Clone, Copy)]
pub struct Query<'a> {
    /// What is typed. Anything may stand in it; what is over 64 characters is not read.
    pub text: &'a str,
    /// Groups to look in.
    pub kinds: &'a [Kind],
    /// What results must be.
    pub filters: &'a Filters,
    /// Hits of a group, at most [`MAX_LIMIT`].
    pub limit_per_kind: usize,
    /// Decides about seasons.
    pub today: NaiveDate,
    /// Division code of the specialist's own place; empty: none.
    pub place: &'a str,
    /// How often the specialist used a document of late, by kind and key.
    pub uses: &'a HashMap<(Kind, String), u32>,
    /// How often everybody together used an entry or a shared reply of late, by its key.
    pub used_by_all: &'a BTreeMap<String, u32>,
    /// Groups of words that mean the same. A change needs no rebuild.
    pub synonyms: &'a crate::Synonyms,
}

/// The longest list of hits of a group.
pub const MAX_LIMIT: usize = 100;

/// What results must be: one of each list that is not empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filters {
    /// Departments.
    pub departments: Vec<String>,
    /// Whom it serves.
    pub objects: Vec<String>,
    /// Themes.
    pub themes: Vec<String>,
    /// Administrative levels.
    pub levels: Vec<String>,
    /// Statuses.
    pub statuses: Vec<String>,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// Groups with at least one hit, in the order of [`Kind`].
    pub groups: Vec<Group>,
    /// What was searched for instead, where nothing was found for what was typed.
    pub corrected: Option<String>,
}

/// What was found of one kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The kind.
    pub kind: Kind,
    /// Best first.
    pub hits: Vec<Hit>,
    /// How many were found; an estimate from some 150 on.
    pub total_estimate: usize,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Key in its group.
    pub key: String,
    /// Title as it is shown.
    pub title: String,
    /// What to highlight in the title: ranges of characters (not bytes), in order, apart.
    pub highlights: Vec<Range<usize>>,
    /// A piece of text, where the title does not hold everything that was typed.
    pub excerpt: Option<Excerpt>,
    /// What was found.
    pub reason: Reason,
    /// Comparable within one answer only.
    pub score: f32,
}

/// A short piece of a longer text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt {
    /// What the text is.
    pub role: Role,
    /// The piece; an ellipsis stands where it was cut.
    pub text: String,
    /// What to highlight in it: ranges of characters.
    pub highlights: Vec<Range<usize>>,
}

/// Why something was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The title.
    Name,
    /// One of its other names.
    OtherName(String),
    /// The title or another name, by a word of the same meaning.
    Synonym(String),
    /// How a name sounds, or its initials; which one, where it is not the title.
    Sound(Option<String>),
    /// A passage.
    Passage(Role),
    /// One of its codes.
    Code(String),
}
