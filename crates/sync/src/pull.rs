//! Changes from the platform: a snapshot first, then the feed without a gap.

use bangban_domain::directory::Staff;
use bangban_domain::rulebook::Rules;
use bangban_domain::time::Timestamp;
use bangban_faultpoint::{Mutant, planted};
use bangban_protocol::{FeedPage, Head, ProblemCode};
use bangban_store::Store;
use bangban_store::table::cursor::{self, Cursor};

use crate::apply::Apply;
use crate::engine::{News, Progress};
use crate::platform::HttpPlatform;
use crate::{Result, SyncError, snapshot};

/// What a pull works with.
pub struct Pull<'a> {
    /// The platform.
    pub platform: &'a HttpPlatform,
    /// A valid token.
    pub token: &'a str,
    /// The local database.
    pub store: &'a Store,
    /// Whose desk it is.
    pub me: &'a Staff,
    /// Limits and working days.
    pub rules: &'a Rules,
    /// Told about a download under way.
    pub report: &'a (dyn Fn(Progress) + Send + Sync),
}

/// What a pull brought.
#[derive(Default)]
pub struct Pulled {
    /// Changes applied.
    pub changes: u64,
    /// What a person should hear about.
    pub news: Vec<News>,
}

impl Pull<'_> {
    /// Brings every partition within scope up to date.
    pub async fn all(&self) -> Result<Pulled> {
        let mut pulled = Pulled::default();
        let mut heads = self.platform.heads(self.token).await?;
        // Names and matters before the tickets that refer to them.
        heads.sort_by_key(|head| head.partition != snapshot::LIBRARY);
        for head in heads {
            self.partition(&head, &mut pulled).await?;
        }
        Ok(pulled)
    }

    async fn partition(&self, head: &Head, pulled: &mut Pulled) -> Result<()> {
        let known = cursor::get(&mut *self.store.read().await?, &head.partition).await?;
        let mut position = match known {
            Some(position) if position.epoch == head.epoch => position,
            Some(position) if planted(Mutant::CursorOverEpochs) => {
                Cursor { epoch: head.epoch, ..position }
            }
            _ => self.snapshot(head, pulled).await?,
        };
        loop {
            let page = self.page(&position).await;
            match page {
                Ok(page) if page.changes.is_empty() => return self.touch(&position, &page).await,
                Ok(page) => position = self.apply(&position, &page, pulled).await?,
                Err(error) if error.code() == Some(ProblemCode::EpochChanged) => {
                    position = self.snapshot(head, pulled).await?;
                }
                Err(error) => return Err(error),
            }
        }
    }

    async fn page(&self, at: &Cursor) -> Result<FeedPage> {
        self.platform.feed(self.token, &at.partition, at.epoch, at.feed_seq).await
    }

    async fn snapshot(&self, head: &Head, pulled: &mut Pulled) -> Result<Cursor> {
        let manifest = self.platform.snapshot(self.token, &head.partition).await?;
        let file = snapshot::fetch(self.platform, self.token, &manifest, self.report).await?;
        snapshot::write(self.store, &manifest, &file, self.me, self.rules, self.report).await?;
        pulled.changes += manifest.records;
        cursor::get(&mut *self.store.read().await?, &head.partition)
            .await?
            .ok_or(SyncError::Malformed("no cursor after a snapshot"))
    }

    async fn apply(&self, at: &Cursor, page: &FeedPage, pulled: &mut Pulled) -> Result<Cursor> {
        let follows = is_contiguous(page) || planted(Mutant::GapAccepted);
        if page.epoch != at.epoch || page.from != at.feed_seq || !follows {
            return Err(SyncError::Malformed("a feed page with a gap"));
        }
        let mut apply = Apply { me: self.me, rules: self.rules, announce: true, news: Vec::new() };
        let mut tx = self.store.write().await?;
        let count = page.changes.len() as u64;
        let next = Cursor {
            feed_seq: at.feed_seq + count,
            as_of: Timestamp(page.server_time),
            ..at.clone()
        };
        if planted(Mutant::CursorBeforeRows) {
            cursor::set(&mut tx, &next).await?;
            tx.commit().await?;
            tx = self.store.write().await?;
        }
        for change in &page.changes {
            apply.record(&mut tx, &change.record).await?;
        }
        cursor::set(&mut tx, &next).await?;
        tx.commit().await?;
        pulled.changes += count;
        pulled.news.append(&mut apply.news);
        Ok(next)
    }

    /// Nothing new: the data is as of now.
    async fn touch(&self, at: &Cursor, page: &FeedPage) -> Result<()> {
        let mut tx = self.store.write().await?;
        cursor::set(&mut tx, &Cursor { as_of: Timestamp(page.server_time), ..at.clone() }).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// Whether the numbers go on from `from` without a gap.
fn is_contiguous(page: &FeedPage) -> bool {
    let expected = page.from + 1..;
    page.changes.iter().zip(expected).all(|(change, seq)| change.seq == seq)
}
