//! Station and platform compare what they hold, each from its own rows; what differs is fetched
//! anew.

use std::time::Duration;

use bangban_domain::directory::{Organisation, Staff};
use bangban_domain::knowledge::{KnowledgeEntry, Question, Usage};
use bangban_domain::matter::Matter;
use bangban_domain::rulebook::RuleBook;
use bangban_domain::ticket::{Ticket, TicketEvent};
use bangban_protocol::{Adding, FORM, FileHere, ProblemCode, RULE_BOOK_KEY, RecordKind, USAGE_KEY};
use bangban_store::Connection;
use bangban_store::table::cursor::{self, Cursor};
use bangban_store::table::whole::{self, Given};
use bangban_store::table::{audit, check, entry_use, meta};

use crate::pull::{Pull, Pulled};
use crate::snapshot::LIBRARY;
use crate::{Result, SyncError, clock};

/// Time between two comparisons of a partition.
const EVERY: Duration = Duration::from_hours(24);

impl Pull<'_> {
    /// Compares every partition that is due, and repairs what differs.
    ///
    /// # Errors
    /// A repair failed; the comparison is then due again.
    pub async fn compare(&self, pulled: &mut Pulled) -> Result<()> {
        let here = cursor::all(&mut *self.store.read().await?).await?;
        for at in here {
            // What has just been fetched as a whole is compared in the next round: nobody should wait
            // for that before they can begin.
            if !pulled.fetched.contains(&at.partition) && self.is_due(&at).await? {
                self.compare_one(&at, pulled).await?;
            }
        }
        Ok(())
    }

    /// A clock that was set back does not put a comparison off.
    async fn is_due(&self, at: &Cursor) -> Result<bool> {
        let last = check::checked_at(&mut *self.store.read().await?, &at.partition).await?;
        let since = last.map(|last| (clock::now().0 - last.0).unsigned_abs());
        Ok(since.is_none_or(|since| u128::from(since) >= EVERY.as_millis()))
    }

    async fn compare_one(&self, at: &Cursor, pulled: &mut Pulled) -> Result<()> {
        let Some(same) = self.is_same(at).await? else { return Ok(()) };
        self.found(at, same).await?;
        if same {
            return Ok(());
        }
        tracing::warn!(partition = at.partition, "what is here differs from the platform");
        let repaired = self.fetch_anew(at, pulled).await?;
        let mut tx = self.store.write().await?;
        check::repaired(&mut tx, &at.partition, clock::now()).await?;
        let subject = Some(at.partition.as_str());
        audit::add(&mut tx, clock::now(), None, "repaired", subject, None).await?;
        tx.commit().await?;
        if let Some(same) = self.is_same(&repaired).await? {
            self.found(&repaired, same).await?;
        }
        Ok(())
    }

    async fn found(&self, at: &Cursor, same: bool) -> Result<()> {
        let mut tx = self.store.write().await?;
        check::found(&mut tx, &at.partition, same, clock::now()).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Whether both sides hold the same; `None` when that cannot be said now: the platform has moved
    /// on, its records have another form, or it is too old to be asked.
    async fn is_same(&self, at: &Cursor) -> Result<Option<bool>> {
        let theirs = match self.platform.digest(self.token, &at.partition).await {
            Err(error) if error.code() == Some(ProblemCode::NotFound) => return Ok(None),
            other => other?,
        };
        let left_out = meta::get(&mut *self.store.read().await?, meta::LEFT_OUT).await?;
        let comparable = theirs.epoch == at.epoch
            && theirs.feed_seq == at.feed_seq
            && theirs.form == FORM
            && left_out.is_none();
        if !comparable {
            return Ok(None);
        }
        let ours = added_up(&mut *self.store.read().await?, &at.partition).await?;
        Ok(Some(ours == (theirs.records, theirs.sha256)))
    }
}

/// Number and digest of the records here, from the rows themselves.
pub async fn added_up(c: &mut Connection, partition: &str) -> Result<(u64, String)> {
    let mut sum = Adding::default();
    let sorts: &[Given] = if partition == LIBRARY { &Given::LIBRARY } else { &Given::REGION };
    for given in sorts {
        whole::each(c, *given, |key, body| add(&mut sum, *given, key, body)).await?;
    }
    if partition == LIBRARY {
        if let Some(book) = meta::get(c, meta::RULE_BOOK).await? {
            let kind = RecordKind::RuleBook;
            sum.add::<RuleBook>(kind, RULE_BOOK_KEY, &book).map_err(|_| unreadable())?;
        }
        let usage = entry_use::usage(c).await?;
        if !usage.entries.is_empty() {
            let body = serde_json::to_string(&usage).map_err(|_| unreadable())?;
            sum.add::<Usage>(RecordKind::Usage, USAGE_KEY, &body).map_err(|_| unreadable())?;
        }
    } else {
        for (sha256, bytes) in whole::files(c).await? {
            let here = FileHere { sha256, bytes: bytes.unsigned_abs() };
            let body = serde_json::to_string(&here).map_err(|_| unreadable())?;
            sum.add::<FileHere>(RecordKind::File, &here.sha256, &body).map_err(|_| unreadable())?;
        }
    }
    Ok(sum.sum())
}

fn add(sum: &mut Adding, given: Given, key: &str, body: &str) -> Result<()> {
    let added = match given {
        Given::Organisations => sum.add::<Organisation>(RecordKind::Organisation, key, body),
        Given::Staff => sum.add::<Staff>(RecordKind::Staff, key, body),
        Given::Matters => sum.add::<Matter>(RecordKind::Matter, key, body),
        Given::Knowledge => sum.add::<KnowledgeEntry>(RecordKind::Knowledge, key, body),
        Given::Questions => sum.add::<Question>(RecordKind::Question, key, body),
        Given::Tickets => sum.add::<Ticket>(RecordKind::Ticket, key, body),
        Given::Events => sum.add::<TicketEvent>(RecordKind::Event, key, body),
    };
    added.map_err(|_| unreadable())
}

fn unreadable() -> SyncError {
    SyncError::Malformed("a record here")
}
