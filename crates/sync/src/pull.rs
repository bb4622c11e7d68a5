//! Changes from the platform: a snapshot first, then the feed without a gap.

use bangban_domain::directory::Staff;
use bangban_domain::rulebook::Rules;
use bangban_domain::time::Timestamp;
use bangban_faultpoint::{Mutant, planted};
use bangban_protocol::{FeedPage, Head, ProblemCode};
use bangban_store::Store;
use bangban_store::table::cursor::{self, Cursor};
use bangban_store::table::meta;

use crate::apply::{Apply, Incoming};
use crate::engine::{News, Progress};
use crate::platform::HttpPlatform;
use crate::{Result, SyncError, brake, scope, skew, snapshot};

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
    /// Partitions that were fetched as a whole.
    pub fetched: Vec<String>,
}

impl Pull<'_> {
    /// Brings every partition within scope up to date. One that is braked does not hold up the others.
    pub async fn all(&self) -> Result<Pulled> {
        let mut pulled = Pulled::default();
        let mut heads = self.platform.heads(self.token).await?;
        self.fetch_what_was_left_out().await?;
        scope::keep_to(self.store, &heads, self.rules).await?;
        // Names and matters before the tickets that refer to them.
        heads.sort_by_key(|head| head.partition != snapshot::LIBRARY);
        let mut braked = None;
        for head in heads {
            match self.partition(&head, &mut pulled).await {
                Err(error @ SyncError::FarFewer { .. }) => {
                    brake::remember(self.store, &error, head.epoch).await?;
                    braked = Some(error);
                }
                other => other?,
            }
        }
        match braked {
            Some(error) => Err(error),
            None => self.compare(&mut pulled).await.map(|()| pulled),
        }
    }

    /// Another version of the program knows kinds that the last one left out: everything is fetched
    /// anew.
    async fn fetch_what_was_left_out(&self) -> Result<()> {
        let left_by = meta::get(&mut *self.store.read().await?, meta::LEFT_OUT).await?;
        if left_by.is_none_or(|version| version == env!("CARGO_PKG_VERSION")) {
            return Ok(());
        }
        let mut tx = self.store.write().await?;
        for at in cursor::all(&mut tx).await? {
            cursor::remove(&mut tx, &at.partition).await?;
        }
        meta::remove(&mut tx, meta::LEFT_OUT).await?;
        Ok(tx.commit().await?)
    }

    async fn partition(&self, head: &Head, pulled: &mut Pulled) -> Result<()> {
        let known = cursor::get(&mut *self.store.read().await?, &head.partition).await?;
        let mut position = match known {
            Some(position) if position.epoch == head.epoch => position,
            Some(position) if planted(Mutant::CursorOverEpochs) => {
                Cursor { epoch: head.epoch, ..position }
            }
            _ => self.snapshot(&head.partition, pulled).await?,
        };
        loop {
            let page = self.page(&position).await;
            match page {
                Ok(page) if page.changes.is_empty() => return self.touch(&position, &page).await,
                Ok(page) => {
                    brake::on_page(self.store, &position, &page).await?;
                    position = self.apply(&position, &page, pulled).await?;
                    // The page says where the feed ends; asking again would cost a round trip.
                    if position.feed_seq >= page.head {
                        return Ok(());
                    }
                }
                Err(error) if error.code() == Some(ProblemCode::EpochChanged) => {
                    position = self.snapshot(&head.partition, pulled).await?;
                }
                Err(error) => return Err(error),
            }
        }
    }

    async fn page(&self, at: &Cursor) -> Result<FeedPage> {
        self.platform.feed(self.token, &at.partition, at.epoch, at.feed_seq).await
    }

    /// Fetches a partition anew, whatever was here.
    pub(crate) async fn fetch_anew(&self, at: &Cursor, pulled: &mut Pulled) -> Result<Cursor> {
        self.snapshot(&at.partition, pulled).await
    }

    async fn snapshot(&self, partition: &str, pulled: &mut Pulled) -> Result<Cursor> {
        let manifest = self.platform.snapshot(self.token, partition).await?;
        let file = snapshot::fetch(self.platform, self.token, &manifest, self.report).await?;
        snapshot::write(self.store, &manifest, &file, self.me, self.rules, self.report).await?;
        pulled.changes += manifest.records;
        pulled.fetched.push(partition.to_owned());
        cursor::get(&mut *self.store.read().await?, partition)
            .await?
            .ok_or(SyncError::Malformed("no cursor after a snapshot"))
    }

    async fn apply(&self, at: &Cursor, page: &FeedPage, pulled: &mut Pulled) -> Result<Cursor> {
        apply_page(self.store, self.me, self.rules, at, page, pulled).await
    }

    /// Nothing new: the data is as of now. Such a page is never one that was kept on the way.
    async fn touch(&self, at: &Cursor, page: &FeedPage) -> Result<()> {
        let mut tx = self.store.write().await?;
        skew::note(&mut tx, page.server_time).await?;
        cursor::set(&mut tx, &Cursor { as_of: Timestamp(page.server_time), ..at.clone() }).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// Applies a page that continues `at`, and moves the cursor with it. Where somebody else has moved
/// the cursor meanwhile, nothing is applied, and the answer is where it stands.
pub(crate) async fn apply_page(
    store: &Store,
    me: &Staff,
    rules: &Rules,
    at: &Cursor,
    page: &FeedPage,
    pulled: &mut Pulled,
) -> Result<Cursor> {
    let follows = is_contiguous(page) || planted(Mutant::GapAccepted);
    if page.epoch != at.epoch || page.from != at.feed_seq || !follows {
        return Err(SyncError::Malformed("a feed page with a gap"));
    }
    let mut apply = Apply { me, rules, announce: true, news: Vec::new(), left_out: 0 };
    let mut tx = store.write().await?;
    // A courier bundle and the line may bring the same page at the same time.
    let here = cursor::get(&mut tx, &at.partition).await?;
    let elsewhere = |here: &Cursor| (here.epoch, here.feed_seq) != (at.epoch, at.feed_seq);
    let here = here.filter(|here| elsewhere(here) && !planted(Mutant::CursorOverEpochs));
    if let Some(here) = here {
        return Ok(here);
    }
    let count = page.changes.len() as u64;
    let next =
        Cursor { feed_seq: at.feed_seq + count, as_of: Timestamp(page.server_time), ..at.clone() };
    if planted(Mutant::CursorBeforeRows) {
        cursor::set(&mut tx, &next).await?;
        tx.commit().await?;
        tx = store.write().await?;
    }
    let records = page.changes.iter().map(|change| Incoming::new(&change.record));
    let records: Vec<_> = records.collect::<Result<_>>()?;
    apply.records(&mut tx, records.into_iter()).await?;
    cursor::set(&mut tx, &next).await?;
    snapshot::note_left_out(&mut tx, &apply).await?;
    tx.commit().await?;
    pulled.changes += count;
    pulled.news.append(&mut apply.news);
    Ok(next)
}

/// Whether the numbers go on from `from` without a gap.
fn is_contiguous(page: &FeedPage) -> bool {
    let expected = page.from + 1..;
    page.changes.iter().zip(expected).all(|(change, seq)| change.seq == seq)
}
