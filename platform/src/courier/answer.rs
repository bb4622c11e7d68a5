//! The answer to a bundle: receipts, and what changed since the station's positions.

use bangban_courier::{
    Answered, Back, BundleError, Header, Kind, Letter, News, Outcome, Pair, Snapshot,
};
use bangban_protocol::{FeedPage, Reached};
use uuid::Uuid;

use super::decide::Decided;
use super::files::arrived;
use super::{Came, Reply, keys, off_the_loop};
use crate::fault::{Answer, Fault};
use crate::store::{bundles, feed, meta};
use crate::{Platform, clock, scope, snapshot};

/// A station further behind than this many changes gets a whole picture instead.
const FOLLOW: u64 = 5_000;
/// Most bytes of snapshot files in one answer: as base64 they still fit a bundle.
const SNAPSHOT_BYTES: u64 = 40 * 1024 * 1024;

/// Makes the answer, sealed to the station and signed by the platform.
pub(super) async fn make(
    platform: &Platform,
    came: &Came,
    outcome: Outcome,
    taken_at: i64,
    decided: Decided,
) -> Answer<Reply> {
    let header = came.header();
    let db = platform.db();
    let newest = bundles::newest(db.read(), header.station).await?;
    let mut back = Back {
        receipts: decided.receipts,
        held: decided.held,
        epoch: meta::epoch(db.read()).await?,
        server_time: clock::now().0,
        news: Vec::new(),
        left_out: Vec::new(),
        files: arrived(platform, &came.who(), &came.inside.files).await?,
        keys: None,
    };
    // A disabled account hears what became of its work, and nothing new.
    if came.may_act && outcome != Outcome::Held {
        add_news(platform, came, &mut back).await?;
    }
    let answers = Answered { bundle: header.id, outcome, taken_at, newest };
    seal(platform, header, answers, came.seal_to.clone(), back).await
}

/// Seals an answer to the station and signs it.
pub(super) async fn seal(
    platform: &Platform,
    to: &Header,
    answers: Answered,
    seal_to: String,
    mut back: Back,
) -> Answer<Reply> {
    let (signer, newest) = keys::signing(platform, to).await?;
    back.keys = newest;
    let (station, number) = (to.station, to.number);
    let sealing = Sealing { station, number, answers, to: seal_to, signer };
    off_the_loop(move || sealing.write(back)).await
}

struct Sealing {
    station: Uuid,
    number: u32,
    answers: Answered,
    to: String,
    signer: Pair,
}

impl Sealing {
    fn write(self, mut back: Back) -> Result<Reply, BundleError> {
        match self.write_once(&back) {
            Err(BundleError::TooLarge) if !back.news.is_empty() => {
                // The verdicts matter most; the records can come over a line one day.
                back.left_out.extend(back.news.drain(..).map(|news| news.partition));
                self.write_once(&back)
            }
            written => written,
        }
    }

    fn write_once(&self, back: &Back) -> Result<Reply, BundleError> {
        let letter = Letter {
            kind: Kind::Back,
            id: Uuid::now_v7(),
            station: self.station,
            number: self.number,
            written_at: back.server_time,
            answers: Some(self.answers.clone()),
            to: &self.to,
            from: &self.signer,
        };
        let (header, file) = bangban_courier::write(&letter, back)?;
        Ok(Reply { header, file })
    }
}

async fn add_news(platform: &Platform, came: &Came, back: &mut Back) -> Answer<()> {
    let mut room = SNAPSHOT_BYTES;
    for partition in scope::partitions(&came.division) {
        let at = came.inside.reached.iter().find(|position| position.partition == partition);
        match news(platform, &partition, at, back.epoch, &mut room).await? {
            Some(news) => back.news.push(news),
            None => back.left_out.push(partition),
        }
    }
    Ok(())
}

/// What is new in a partition; `None` when there is no room for it.
async fn news(
    platform: &Platform,
    partition: &str,
    at: Option<&Reached>,
    epoch: Uuid,
    room: &mut u64,
) -> Answer<Option<News>> {
    let head = feed::head(platform.db().read(), partition).await?;
    let follows = at.filter(|at| {
        at.epoch == epoch && head.checked_sub(at.feed_seq).is_some_and(|by| by <= FOLLOW)
    });
    let (snapshot, from) = if let Some(at) = follows {
        (None, at.feed_seq)
    } else {
        let manifest = snapshot::current(platform, partition).await?;
        if manifest.bytes > *room {
            return Ok(None);
        }
        *room -= manifest.bytes;
        let path = snapshot::folder(platform).join(&manifest.name);
        let file = tokio::fs::read(path).await?;
        let from = manifest.feed_seq;
        (Some(Snapshot { manifest, file }), from)
    };
    let pages = pages(platform, partition, epoch, from).await?;
    Ok(Some(News { partition: partition.to_owned(), snapshot, pages }))
}

/// Every page after `from`; an empty one when there is nothing, which says as of when.
async fn pages(
    platform: &Platform,
    partition: &str,
    epoch: Uuid,
    mut from: u64,
) -> Answer<Vec<FeedPage>> {
    let mut moment = platform.db().moment().await?;
    if meta::epoch(&mut *moment).await? != epoch {
        return Err(Fault::from(bangban_protocol::ProblemCode::EpochChanged));
    }
    let head = feed::head(&mut *moment, partition).await?;
    let mut pages = Vec::new();
    loop {
        let changes = feed::page(&mut moment, partition, from).await?;
        let is_last = changes.is_empty();
        if is_last && !pages.is_empty() {
            return Ok(pages);
        }
        let to = from + changes.len() as u64;
        pages.push(FeedPage { epoch, from, changes, head, server_time: clock::now().0 });
        if is_last {
            return Ok(pages);
        }
        from = to;
    }
}
