//! What a check may ask about.

use bangban_domain::matter::{Material, Matter};
use bangban_domain::requester::age;
use bangban_domain::ticket::{Requester, ReviewItem, Standing, Ticket};
use bangban_domain::time::Timestamp;
use serde::Serialize;
use serde_json::Value;

/// Entries of a list that a check sees at most.
const MOST_ENTRIES: usize = 1_000;

/// Everything a check may ask about one material of one case. The names are those of the
/// expression, e.g. `material.copies < material.copies_needed`.
#[derive(Debug, Clone, Serialize)]
pub struct Facts {
    /// Who asks. No numbers: only what follows from them.
    pub requester: RequesterFacts,
    /// The material under review.
    pub material: MaterialFacts,
    /// The filled form, field by field; empty while there is none.
    pub form: Value,
    /// The matter.
    pub matter: MatterFacts,
    /// Key of the chosen situation; empty while none is chosen.
    pub situation: String,
}

/// What may be asked about the requester.
#[derive(Debug, Clone, Serialize)]
pub struct RequesterFacts {
    /// `natural_person` or `legal_person`.
    pub kind: Value,
    /// Kind of document.
    pub document: Value,
    /// Name.
    pub name: String,
    /// Whole years of age; -1 when the document does not tell.
    pub age: i32,
    /// Whether someone comes in their place.
    pub has_agent: bool,
    /// Whether that is a guardian.
    pub has_guardian: bool,
}

/// What may be asked about the material.
#[derive(Debug, Clone, Serialize)]
pub struct MaterialFacts {
    /// Its key.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `required`, `optional`, `deferrable`, or empty when the guide is silent.
    pub necessity: Value,
    /// Originals asked for; 0 when the guide is silent.
    pub originals_needed: u8,
    /// Copies asked for; 0 when the guide is silent.
    pub copies_needed: u8,
    /// Whether paper was counted at all.
    pub paper: bool,
    /// Originals counted.
    pub originals: u8,
    /// Copies counted.
    pub copies: u8,
    /// Files that are there.
    pub files: Vec<FileFacts>,
    /// Electronic certificate that makes it unnecessary; empty when there is none.
    pub exempt_by: String,
    /// Round of the review, from 1.
    pub round: u16,
}

/// What may be asked about a file.
#[derive(Debug, Clone, Serialize)]
pub struct FileFacts {
    /// Name as handed in.
    pub name: String,
    /// Media type.
    pub media: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Round in which it came.
    pub round: u16,
}

/// What may be asked about the matter.
#[derive(Debug, Clone, Serialize)]
pub struct MatterFacts {
    /// Its key.
    pub id: String,
    /// Its name.
    pub name: String,
}

impl Facts {
    /// The facts of one line of a ticket's pre-review. `form` is the filled form as an object.
    pub fn of(
        ticket: &Ticket,
        item: &ReviewItem,
        matter: Option<&Matter>,
        form: Value,
        now: Timestamp,
    ) -> Self {
        let guide = matter.and_then(|m| m.materials.iter().find(|l| l.id == item.material));
        let pinned = ticket.matter.as_ref();
        Self {
            requester: RequesterFacts::of(&ticket.requester, now),
            material: MaterialFacts::of(item, guide, ticket.review.as_ref().map_or(1, |r| r.round)),
            form: if form.is_object() { form } else { Value::Object(serde_json::Map::new()) },
            matter: MatterFacts {
                id: pinned.map(|m| m.id.clone()).unwrap_or_default(),
                name: pinned.map(|m| m.name.clone()).unwrap_or_default(),
            },
            situation: ticket.situation.clone().unwrap_or_default(),
        }
    }
}

impl RequesterFacts {
    fn of(requester: &Requester, now: Timestamp) -> Self {
        let agent = requester.agent.as_ref();
        Self {
            kind: word(requester.kind),
            document: word(requester.document),
            name: requester.name.clone(),
            age: age(requester, now.day()).unwrap_or(-1),
            has_agent: agent.is_some(),
            has_guardian: agent.is_some_and(|a| a.standing == Standing::Guardian),
        }
    }
}

impl MaterialFacts {
    fn of(item: &ReviewItem, guide: Option<&Material>, round: u16) -> Self {
        let there = item.files.iter().filter(|filed| filed.removed.is_none());
        Self {
            id: item.material.clone(),
            name: item.name.clone(),
            necessity: item.necessity.map_or_else(|| Value::String(String::new()), word),
            originals_needed: guide.and_then(|g| g.originals).unwrap_or(0),
            copies_needed: guide.and_then(|g| g.copies).unwrap_or(0),
            paper: item.paper.is_some(),
            originals: item.paper.map_or(0, |p| p.originals),
            copies: item.paper.map_or(0, |p| p.copies),
            files: there
                .take(MOST_ENTRIES)
                .map(|filed| FileFacts {
                    name: filed.file.name.clone(),
                    media: filed.file.media.clone(),
                    bytes: filed.file.bytes,
                    round: filed.round,
                })
                .collect(),
            exempt_by: guide.and_then(|g| g.exempt_by.clone()).unwrap_or_default(),
            round,
        }
    }
}

fn word(value: impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}
