//! Records from the platform into the local database.

use std::borrow::Cow;

use bangban_domain::directory::{Organisation, Staff, StaffId};
use bangban_domain::knowledge::{Question, Usage};
use bangban_domain::matter::Matter;
use bangban_domain::matter_change::changes;
use bangban_domain::notice::{NoticeKind, notice_for, question_notice};
use bangban_domain::rulebook::{RuleBook, Rules};
use bangban_domain::ticket::{ActionKind, Ticket, TicketEvent, TicketId};
use bangban_domain::time::Timestamp;
use bangban_protocol::{FileHere, Record, RecordKind};
use bangban_store::table::notice::StoredNotice;
use bangban_store::table::{
    directory, entry_use, event, file, finding, knowledge, matter, meta, notice, outbox, question,
    ticket,
};
use bangban_store::{WriteTx, replay, replay_question};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::engine::News;
use crate::{Result, SyncError, clock};

/// What records are applied with.
pub struct Apply<'a> {
    /// Whose desk it is.
    pub me: &'a Staff,
    /// Limits and working days, for the nearest clock of each ticket.
    pub rules: &'a Rules,
    /// Whether events are news; not so in a first sync.
    pub announce: bool,
    /// What a person should hear about.
    pub news: Vec<News>,
    /// Records of kinds that only a newer program knows.
    pub left_out: u64,
}

/// A record on its way in. Matters are read already: there are so many of them that reading each
/// twice would be felt.
pub enum Incoming<'r> {
    /// A matter that is there.
    Matter(Box<Matter>),
    /// Anything else, or a matter that is gone.
    Other(Cow<'r, Record>),
}

impl<'r> Incoming<'r> {
    /// # Errors
    /// It is a matter that cannot be read.
    pub fn new(record: &'r Record) -> Result<Self> {
        match &record.body {
            Some(body) if record.kind == RecordKind::Matter => {
                Ok(Self::Matter(read(body, "matter")?))
            }
            _ => Ok(Self::Other(Cow::Borrowed(record))),
        }
    }

    /// Reads a line of a snapshot.
    ///
    /// # Errors
    /// It is no record, or a matter that cannot be read.
    pub fn from_line(line: &str) -> Result<(RecordKind, String, Self)> {
        let Line { kind, key, body } =
            serde_json::from_str(line).map_err(|_| SyncError::Malformed("snapshot record"))?;
        let incoming = match body {
            Some(body) if kind == RecordKind::Matter => {
                let matter = serde_json::from_str(body.get());
                Self::Matter(matter.map_err(|_| SyncError::Unreadable("matter"))?)
            }
            body => {
                let body = body.map(|body| serde_json::from_str(body.get())).transpose();
                let body = body.map_err(|_| SyncError::Malformed("snapshot record"))?;
                Self::Other(Cow::Owned(Record { kind, key: key.clone(), body }))
            }
        };
        Ok((kind, key, incoming))
    }
}

/// A [`Record`] whose body is not read yet.
#[derive(Deserialize)]
struct Line<'l> {
    kind: RecordKind,
    key: String,
    #[serde(borrow)]
    body: Option<&'l RawValue>,
}

fn read<T: DeserializeOwned>(body: &serde_json::Value, what: &'static str) -> Result<T> {
    T::deserialize(body).map_err(|_| SyncError::Unreadable(what))
}

impl Apply<'_> {
    /// Stores records in their order, neighbouring matters at once.
    pub async fn records<'r>(
        &mut self,
        tx: &mut WriteTx,
        records: impl Iterator<Item = Incoming<'r>>,
    ) -> Result<()> {
        let mut matters: Vec<Matter> = Vec::new();
        for record in records {
            match record {
                Incoming::Matter(matter) => matters.push(*matter),
                Incoming::Other(record) => {
                    self.matters(tx, &std::mem::take(&mut matters)).await?;
                    self.record(tx, &record).await?;
                }
            }
        }
        self.matters(tx, &matters).await
    }

    async fn matters(&mut self, tx: &mut WriteTx, matters: &[Matter]) -> Result<()> {
        if self.announce && !matters.is_empty() {
            let ids: Vec<&str> = matters.iter().map(|matter| matter.id.as_str()).collect();
            let with_cases = ticket::with_open_cases(tx, &ids).await?;
            for matter in matters.iter().filter(|matter| with_cases.contains(&matter.id)) {
                self.tell_change(tx, matter).await?;
            }
        }
        Ok(matter::put_all(tx, matters).await?)
    }

    /// Tells the person which open cases of theirs are about a matter that has changed.
    async fn tell_change(&mut self, tx: &mut WriteTx, new: &Matter) -> Result<()> {
        let Some(old) = matter::get(tx, &new.id).await? else { return Ok(()) };
        if old.version == new.version || changes(&old, new).is_empty() {
            return Ok(());
        }
        for ticket in ticket::open_about(tx, &new.id).await? {
            if !ticket.is_kept_by(self.me.id) {
                continue;
            }
            let news = News {
                id: change_id(ticket.id, new),
                kind: NoticeKind::MatterChanged,
                ticket: ticket.id,
                subject: ticket.subject,
                actor: Some(new.name.clone()),
                at: clock::now(),
                clock: None,
            };
            if store_news(tx, &news, None).await? {
                self.news.push(news);
            }
        }
        Ok(())
    }

    /// Stores one record.
    async fn record(&mut self, tx: &mut WriteTx, record: &Record) -> Result<()> {
        let Some(body) = &record.body else {
            return remove(tx, record).await;
        };
        match record.kind {
            RecordKind::Organisation => {
                let found: Organisation = read(body, "organisation")?;
                directory::put_organisation(tx, &found).await?;
            }
            RecordKind::Staff => directory::put_staff(tx, &read(body, "staff")?).await?,
            // Those come read.
            RecordKind::Matter => return Err(SyncError::Malformed("matter")),
            RecordKind::Knowledge => knowledge::put(tx, &read(body, "knowledge")?).await?,
            RecordKind::Usage => {
                let usage: Usage = read(body, "usage")?;
                entry_use::put(tx, &usage).await?;
            }
            RecordKind::Question => {
                let found: Question = read(body, "question")?;
                self.question(tx, &found).await?;
            }
            RecordKind::Ticket => {
                let found: Ticket = read(body, "ticket")?;
                replay::adopt(tx, &found, self.rules).await?;
                mention_files(tx, &found).await?;
            }
            RecordKind::Event => self.event(tx, &read(body, "event")?).await?,
            RecordKind::File => {
                let here: FileHere = read(body, "file")?;
                file::at_platform(tx, &here.sha256, here.bytes).await?;
            }
            RecordKind::Thumbnail => file::small_at_platform(tx, &record.key).await?,
            RecordKind::Unknown => self.left_out += 1,
            RecordKind::RuleBook => {
                let book: RuleBook = read(body, "rule book")?;
                meta::set(tx, meta::RULE_BOOK, &body.to_string()).await?;
                // Its seasons are part of every matter in the search index.
                finding::every_matter(tx).await?;
                let rules = Rules::from_book(book);
                ticket::recount(tx, &rules).await?;
                question::recount(tx, &rules).await?;
            }
        }
        Ok(())
    }

    async fn question(&mut self, tx: &mut WriteTx, found: &Question) -> Result<()> {
        let known = question::server(tx, found.id).await?.map_or(0, |before| before.version);
        replay_question::adopt(tx, found, self.rules).await?;
        if !self.announce || found.version <= known {
            return Ok(());
        }
        let Some(step) = found.steps.last() else { return Ok(()) };
        let Some(kind) = question_notice(self.me, found, step) else { return Ok(()) };
        let actor = directory::person(tx, step.by).await?.map(|staff| staff.name);
        let (id, ticket, at) = (step.id, found.id, step.at);
        let news = News { id, kind, ticket, subject: found.text.clone(), actor, at, clock: None };
        if store_news(tx, &news, None).await? {
            self.news.push(news);
        }
        Ok(())
    }

    async fn event(&mut self, tx: &mut WriteTx, found: &TicketEvent) -> Result<()> {
        let is_news = self.announce && !event::is_confirmed(tx, found.id).await?;
        event::put(tx, found, false).await?;
        if is_news { self.tell(tx, found).await } else { Ok(()) }
    }

    async fn tell(&mut self, tx: &mut WriteTx, found: &TicketEvent) -> Result<()> {
        let handed_by = handed_by(tx, found.ticket).await?;
        let Some(ticket) = ticket::get(tx, found.ticket).await? else { return Ok(()) };
        let Some(kind) = notice_for(self.me, &ticket, found, handed_by) else { return Ok(()) };
        let actor = directory::person(tx, found.actor).await?.map(|staff| staff.name);
        let news = News {
            id: found.id,
            kind,
            ticket: ticket.id,
            subject: ticket.subject,
            actor,
            at: found.at,
            clock: None,
        };
        if store_news(tx, &news, None).await? {
            self.news.push(news);
        }
        Ok(())
    }
}

/// One notice for a case and a version, however often the version comes.
fn change_id(ticket: TicketId, matter: &Matter) -> Uuid {
    let named = format!("{ticket} {} {}", matter.id, matter.version);
    let digest = Sha256::digest(named.as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}

/// Notes the files that a ticket names, so that they can be asked for.
async fn mention_files(tx: &mut WriteTx, found: &Ticket) -> Result<()> {
    let items = found.review.iter().flat_map(|review| &review.items);
    for filed in items.flat_map(|item| &item.files) {
        file::mention(tx, &filed.file, found.id, filed.at).await?;
    }
    Ok(())
}

/// Puts news into the in-app inbox; false when it was there already.
/// `read_at`: it is known already.
pub async fn store_news(tx: &mut WriteTx, news: &News, read_at: Option<Timestamp>) -> Result<bool> {
    let word = |value: serde_json::Value| value.as_str().map(str::to_owned);
    let unreadable = |_| SyncError::Malformed("notice");
    let kind = serde_json::to_value(news.kind).map_err(unreadable)?;
    let clock = news.clock.map(serde_json::to_value).transpose().map_err(unreadable)?;
    let stored = StoredNotice {
        id: news.id.to_string(),
        kind: word(kind).unwrap_or_default(),
        ticket: Some(news.ticket.to_string()),
        subject: news.subject.clone(),
        actor: news.actor.clone(),
        at: news.at.0,
        read_at: read_at.map(|at| at.0),
        clock: clock.and_then(word),
    };
    Ok(notice::add(tx, &stored).await?)
}

/// Who made the latest handoff that the platform has confirmed.
async fn handed_by(tx: &mut WriteTx, ticket: TicketId) -> Result<Option<StaffId>> {
    let lines = event::of(tx, ticket).await?;
    let handoffs = lines.iter().rev().filter(|line| !line.provisional);
    Ok(handoffs
        .map(|line| &line.event)
        .find(|event| matches!(event.action.kind(), ActionKind::HandOff | ActionKind::Assign))
        .map(|event| event.actor))
}

/// Removes what the platform says is gone. Unsent work on it stays.
pub(crate) async fn remove(tx: &mut WriteTx, record: &Record) -> Result<()> {
    let key = record.key.as_str();
    match record.kind {
        RecordKind::Organisation => directory::remove_organisation(tx, key).await?,
        RecordKind::Staff => directory::remove_staff(tx, key).await?,
        RecordKind::Matter => matter::remove(tx, key).await?,
        RecordKind::Knowledge => knowledge::remove(tx, key).await?,
        RecordKind::Usage => entry_use::forget(tx).await?,
        RecordKind::Event => event::remove(tx, key).await?,
        RecordKind::File => file::not_at_platform(tx, key).await?,
        RecordKind::Thumbnail => file::small_not_at_platform(tx, key).await?,
        RecordKind::Unknown => {}
        // There is always a book: without the platform's, the shipped one.
        RecordKind::RuleBook => meta::remove(tx, meta::RULE_BOOK).await?,
        RecordKind::Question => {
            let id = Uuid::parse_str(key).map_err(|_| SyncError::Malformed("question key"))?;
            if !outbox::pending_tickets(tx).await?.contains(&id) {
                question::remove(tx, id).await?;
            }
        }
        RecordKind::Ticket => {
            let id = Uuid::parse_str(key).map_err(|_| SyncError::Malformed("ticket key"))?;
            let waits = outbox::pending_tickets(tx).await?.contains(&id);
            if !waits {
                ticket::remove(tx, id).await?;
            }
        }
    }
    Ok(())
}
