//! Records as documents of the index: what is a name, what is read, what is filtered by.

use bangban_domain::directory::Staff;
use bangban_domain::knowledge::{KnowledgeEntry, KnowledgeKind};
use bangban_domain::matter::{LegalBasis, Matter};
use bangban_domain::rulebook::Rules;
use bangban_domain::ticket::Ticket;
use bangban_search::{Document, Facets, Kind, Passage, Role, Season};
use bangban_store::table::finding::{self, Todo};
use bangban_store::table::{knowledge, matter, meta, own_reply, ticket};
use bangban_store::{Connection, Read, StoreError};
use serde::Serialize;
use uuid::Uuid;

use crate::Result;

/// Kind of a matter's notes.
pub(crate) const MATTER: &str = "matter";
/// Kind of an entry's notes.
pub(crate) const KNOWLEDGE: &str = "knowledge";
/// Kind of the notes of a person's own reply; its key is its identity.
const OWN_REPLY: &str = "own_reply";
/// Kind of a case's notes.
const CASE: &str = "case";
/// Kind of a situation's notes; its key: see [`situation_of`].
pub(crate) const SITUATION: &str = "situation";
/// Kind of a material's notes; its key is its name.
pub const MATERIAL: &str = "material";
/// Kind of the notes of a law or document; its key is its title.
pub const STATUTE: &str = "statute";

/// Records that a law's text is gathered from.
const MOST_CITING: u32 = 40;

/// What happens to the index.
pub(crate) enum Change {
    /// It holds this now.
    Put(Box<Document>),
    /// It no longer holds this.
    Remove(Kind, String),
}

/// Key of a situation of a matter.
pub(crate) fn situation_key(matter: &str, situation: &str) -> String {
    format!("{matter}#{situation}")
}

/// Matter and short key of a situation, from its key.
pub fn situation_of(key: &str) -> Option<(&str, &str)> {
    key.rsplit_once('#')
}

/// Reads records as documents.
pub(crate) struct Reader<'r> {
    c: Read,
    rules: &'r Rules,
    /// The person; cases that do not concern them or their station are not found.
    me: Option<Staff>,
}

impl<'r> Reader<'r> {
    pub(crate) async fn new(mut c: Read, rules: &'r Rules) -> Result<Self> {
        let me = meta::get(&mut c, meta::STAFF).await?;
        let me = me.and_then(|body| serde_json::from_str(&body).ok());
        Ok(Self { c, rules, me })
    }

    /// What a change means for the index.
    pub(crate) async fn read(&mut self, todo: &Todo, changes: &mut Vec<Change>) -> Result<()> {
        let (kind, document) = match todo.kind.as_str() {
            MATTER => {
                let found = matter::get(&mut self.c, &todo.key).await?;
                (Kind::Matter, found.map(|found| of_matter(&found, self.rules)))
            }
            KNOWLEDGE => return self.entry(&todo.key, changes).await,
            OWN_REPLY => (Kind::Reply, self.own_reply(&todo.key).await?),
            CASE => (Kind::Case, self.case(&todo.key).await?),
            SITUATION => (Kind::Situation, self.situation(&todo.key).await?),
            MATERIAL => (Kind::Material, self.material(&todo.key).await?),
            STATUTE => (Kind::Statute, self.statute(&todo.key).await?),
            _ => return Ok(()),
        };
        changes.push(match document {
            Some(document) => Change::Put(Box::new(document)),
            None => Change::Remove(kind, todo.key.clone()),
        });
        Ok(())
    }

    /// A standard reply is found among the replies, every other entry among the knowledge.
    async fn entry(&mut self, key: &str, changes: &mut Vec<Change>) -> Result<()> {
        let found = knowledge::get(&mut self.c, key).await?.map(|entry| of_entry(&entry));
        let kind = found.as_ref().map(|document| document.kind);
        for other in [Kind::Knowledge, Kind::Reply] {
            if kind != Some(other) {
                changes.push(Change::Remove(other, key.to_owned()));
            }
        }
        changes.extend(found.map(|document| Change::Put(Box::new(document))));
        Ok(())
    }

    /// Among the replies, beside those that everybody has: their keys are no identities.
    async fn own_reply(&mut self, key: &str) -> Result<Option<Document>> {
        let Ok(id) = Uuid::parse_str(key) else { return Ok(None) };
        let Some(found) = own_reply::get(&mut self.c, id).await? else { return Ok(None) };
        let mut document = Document::new(Kind::Reply, key, &found.title);
        document.passages = found.text.lines().map(|line| Passage::new(Role::Text, line)).collect();
        Ok(Some(document))
    }

    async fn case(&mut self, key: &str) -> Result<Option<Document>> {
        let (Ok(id), Some(me)) = (Uuid::parse_str(key), &self.me) else { return Ok(None) };
        let found = ticket::get(&mut self.c, id).await?;
        Ok(found.filter(|ticket| concerns(ticket, me)).map(|ticket| of_case(&ticket)))
    }

    async fn situation(&mut self, key: &str) -> Result<Option<Document>> {
        let Some((id, short)) = situation_of(key) else { return Ok(None) };
        let Some(found) = matter::get(&mut self.c, id).await? else { return Ok(None) };
        let Some(situation) = found.situations.iter().find(|s| s.id == short) else {
            return Ok(None);
        };
        let mut document = Document::new(Kind::Situation, key, &situation.name);
        document.passages = vec![
            Passage::new(Role::Heading, &found.name),
            Passage::new(Role::Text, &situation.question),
        ];
        document.facets = facets(&found);
        Ok(Some(document))
    }

    async fn material(&mut self, key: &str) -> Result<Option<Document>> {
        let sources = finding::sources(&mut self.c, MATERIAL, key, 1).await?;
        Ok((!sources.is_empty()).then(|| Document::new(Kind::Material, key, key)))
    }

    async fn statute(&mut self, key: &str) -> Result<Option<Document>> {
        let cited = cited(&mut self.c, key).await?;
        if cited.is_empty() {
            return Ok(None);
        }
        let mut document = Document::new(Kind::Statute, key, key);
        for basis in cited {
            document.codes.extend(basis.number);
            document
                .passages
                .extend(basis.article.map(|article| Passage::new(Role::Heading, article)));
            document.passages.extend(basis.text.map(|text| Passage::new(Role::Text, text)));
        }
        document.codes.sort();
        document.codes.dedup();
        document.passages.sort_by(|one, other| one.text.cmp(&other.text));
        document.passages.dedup();
        Ok(Some(document))
    }
}

/// How a law or document is cited by the records here, by at most [`MOST_CITING`] of them.
pub async fn cited(
    c: &mut Connection,
    title: &str,
) -> std::result::Result<Vec<LegalBasis>, StoreError> {
    let mut cited = Vec::new();
    for source in finding::sources(c, STATUTE, title, MOST_CITING).await? {
        let basis = match source.split_once(':') {
            Some((MATTER, id)) => matter::get(c, id).await?.map(|matter| matter.legal_basis),
            Some((KNOWLEDGE, id)) => knowledge::get(c, id).await?.map(|entry| entry.basis),
            _ => None,
        };
        let basis = basis.unwrap_or_default().into_iter();
        cited.extend(basis.filter(|basis| basis.title.trim() == title));
    }
    Ok(cited)
}

fn of_matter(matter: &Matter, rules: &Rules) -> Document {
    let mut document = Document::new(Kind::Matter, &matter.id, &matter.name);
    document.aliases.clone_from(&matter.popular_names);
    let passages = &mut document.passages;
    let mut say = |role, texts: &mut dyn Iterator<Item = &str>| {
        passages.extend(texts.map(|text| Passage::new(role, text)));
    };
    say(Role::Department, &mut std::iter::once(matter.department.as_str()));
    say(Role::Variant, &mut matter.situations.iter().map(|s| s.name.as_str()));
    say(Role::Material, &mut matter.materials.iter().map(|m| m.name.as_str()));
    say(Role::Text, &mut matter.conditions.iter().map(String::as_str));
    say(Role::Text, &mut matter.faq.iter().map(|faq| faq.question.as_str()));
    say(Role::Text, &mut matter.steps.iter().map(|step| step.name.as_str()));
    say(Role::Material, &mut matter.result.iter().map(|result| result.name.as_str()));
    say(Role::Remark, &mut matter.themes.iter().map(String::as_str));
    say(Role::Remark, &mut matter.place.address.iter().map(String::as_str));
    document.codes = vec![matter.code.clone()];
    document.facets = facets(matter);
    document.seasons = seasons(matter, rules);
    document
}

/// When people ask for it, by the rule book's words.
fn seasons(matter: &Matter, rules: &Rules) -> Vec<Season> {
    let is_meant = |word: &String| matter.name.contains(word.as_str());
    let seasons = rules.book.seasons.iter();
    let seasons = seasons.filter(|season| season.words.iter().any(is_meant));
    seasons
        .map(|season| Season {
            from: (season.from.month, season.from.day),
            to: (season.to.month, season.to.day),
        })
        .collect()
}

fn facets(matter: &Matter) -> Facets {
    Facets {
        department: matter.department.clone(),
        objects: matter.objects.iter().map(word).collect(),
        themes: matter.themes.clone(),
        level: word(&matter.level),
        division: matter.division.clone(),
        status: word(&matter.state),
    }
}

fn of_entry(entry: &KnowledgeEntry) -> Document {
    let kind = if entry.kind == KnowledgeKind::Reply { Kind::Reply } else { Kind::Knowledge };
    let mut document = Document::new(kind, &entry.id, &entry.title);
    document.aliases.clone_from(&entry.asked_as);
    document.passages.push(Passage::new(Role::Department, &entry.department));
    document.passages.extend(entry.answer.iter().map(|text| Passage::new(Role::Text, text)));
    document.passages.extend(entry.themes.iter().map(|text| Passage::new(Role::Remark, text)));
    document.codes.push(entry.id.clone());
    document.codes.extend(entry.basis.iter().filter_map(|basis| basis.number.clone()));
    document.facets.department.clone_from(&entry.department);
    document.facets.themes.clone_from(&entry.themes);
    document
}

/// Whether it is one of the person's own cases or of their station.
fn concerns(ticket: &Ticket, me: &Staff) -> bool {
    let mut people = vec![Some(ticket.registered_by), ticket.first_responder, ticket.holder];
    people.push(ticket.consultation.as_ref().map(|asked| asked.consultant));
    ticket.organisation == me.organisation || people.contains(&Some(me.id))
}

/// Numbers of people are no part of it: nobody finds a citizen by a piece of their number.
fn of_case(ticket: &Ticket) -> Document {
    let mut document = Document::new(Kind::Case, ticket.id.to_string(), &ticket.subject);
    document.aliases.push(ticket.requester.name.clone());
    document.codes.extend(ticket.number.clone());
    let named = ticket.matter.iter().map(|matter| Passage::new(Role::Heading, &matter.name));
    document.passages.extend(named);
    document.passages.push(Passage::new(Role::Text, &ticket.request));
    document
}

/// A value as it stands in records.
pub fn word<T: Serialize>(value: &T) -> String {
    let value = serde_json::to_value(value).ok();
    value.and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}
