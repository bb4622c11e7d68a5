//! The platform's answers out of a file: receipts settled and records applied by the very code
//! that the line uses.

use bangban_courier::{Answered, Back, Bundle, Header, Kind, News as Brought, Outcome, Pair};
use bangban_domain::directory::Staff;
use bangban_domain::time::Timestamp;
use bangban_protocol::{BundleFault, FeedPage};
use bangban_store::Store;
use bangban_store::table::courier::{self, Trip, Way};
use bangban_store::table::cursor::{self, Cursor};
use bangban_store::table::file;
use bangban_store::table::meta;
use bangban_store::table::outbox::State;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{hear_platform, keys, off_the_loop, platform_keys};
use crate::engine::News;
use crate::pull::{Pulled, apply_page};
use crate::snapshot::{self, LIBRARY};
use crate::{Result, SyncError, clock, push};

/// What an import did.
#[derive(Debug)]
pub struct Imported {
    /// The answer.
    pub bundle: Uuid,
    /// Number of the bundle that was answered.
    pub number: u32,
    /// What the platform did with that bundle.
    pub outcome: Outcome,
    /// When the platform took it in first, by its own clock.
    pub taken_at: Timestamp,
    /// When the platform wrote this answer, by its own clock.
    pub written_at: Timestamp,
    /// This answer was read before, then; nothing was changed.
    pub before: Option<Timestamp>,
    /// Actions that were applied.
    pub accepted: u32,
    /// Actions that were refused.
    pub refused: u32,
    /// Actions that were kept as proposals.
    pub parked: u32,
    /// Actions that the platform did not decide; they stay in the outbox.
    pub held: u32,
    /// Files of the trip that the platform has.
    pub files_arrived: u32,
    /// Files of the trip that the platform does not have: their volumes did not come, or not whole.
    pub files_missing: u32,
    /// Records that were new here.
    pub changes: u64,
    /// Partitions that this station is not up to date in, although the answer was read: they did
    /// not fit, or do not continue what is here.
    pub left_out: Vec<String>,
    /// What a person should hear about.
    pub news: Vec<News>,
}

impl Imported {
    fn nothing_yet(header: &Header, answers: &Answered) -> Self {
        Self {
            bundle: header.id,
            number: header.number,
            outcome: answers.outcome,
            taken_at: Timestamp(answers.taken_at),
            written_at: Timestamp(header.written_at),
            before: None,
            accepted: 0,
            refused: 0,
            parked: 0,
            held: 0,
            files_arrived: 0,
            files_missing: 0,
            changes: 0,
            left_out: Vec::new(),
            news: Vec::new(),
        }
    }
}

/// Reads an answer. Its receipts come first, then the records, a transaction for each page.
///
/// # Errors
/// `Bundle` says what is wrong with the file; `OlderBundle` when the platform was restored since
/// it was written. Nothing was changed then.
pub async fn import(store: &Store, file: Vec<u8>, name: &str) -> Result<Imported> {
    let (header, back) = open(store, file).await?;
    let answers = header.answers.clone().ok_or(SyncError::Bundle(BundleFault::Unreadable))?;
    let mut imported = Imported::nothing_yet(&header, &answers);
    let known = courier::first(&mut *store.read().await?, header.id, Way::Imported).await?;
    if let Some(known) = known {
        imported.before = Some(known.at);
        return Ok(imported);
    }
    is_not_overtaken(store, &back).await?;
    settle(store, &back, &mut imported).await?;
    let me = meta::get(&mut *store.read().await?, meta::STAFF).await?;
    let me: Staff =
        me.and_then(|body| serde_json::from_str(&body).ok()).ok_or(SyncError::SignInNeeded)?;
    imported.left_out = back.left_out;
    let mut brought = back.news;
    // Names and matters before the tickets that refer to them.
    brought.sort_by_key(|news| news.partition != LIBRARY);
    for news in brought {
        match bring(store, &me, &news, &mut imported).await {
            Ok(true) => {}
            // Far fewer records than are here are not taken from a file: on the line, the brake asks a
            // person about them.
            Ok(false) | Err(SyncError::FarFewer { .. }) => imported.left_out.push(news.partition),
            Err(error) => return Err(error),
        }
        store.reload_rules().await?;
    }
    write_down(store, &header, answers.newest, &imported, name).await?;
    Ok(imported)
}

async fn open(store: &Store, file: Vec<u8>) -> Result<(Header, Back)> {
    let bundle = off_the_loop(move || Bundle::read(file)).await?;
    bundle.expect(Kind::Back)?;
    let pair = keys(store).await?;
    if !bundle.is_for(&pair.public().sealing) {
        return Err(SyncError::Bundle(BundleFault::ForSomeoneElse));
    }
    let known = platform_keys(&mut *store.read().await?).await?;
    bundle.signed_by(known.iter().map(|keys| keys.signing.as_str()))?;
    let secret = pair.to_secret();
    off_the_loop(move || {
        let back: Back = bundle.open(&[Pair::from_secret(&secret)?])?;
        Ok((bundle.header().clone(), back))
    })
    .await
}

/// Epochs have no order, but the platform's clock does: an answer of another epoch that was written
/// before what is here was given comes from a platform that has been restored since.
async fn is_not_overtaken(store: &Store, back: &Back) -> Result<()> {
    let here = cursor::all(&mut *store.read().await?).await?;
    let overtaken = |at: &Cursor| at.epoch != back.epoch && at.as_of > Timestamp(back.server_time);
    if here.iter().any(overtaken) { Err(SyncError::OlderBundle) } else { Ok(()) }
}

async fn settle(store: &Store, back: &Back, imported: &mut Imported) -> Result<()> {
    let rules = store.rules();
    let mut tx = store.write().await?;
    let mut settled = push::record(&mut tx, &back.receipts, back.epoch, &rules).await?;
    if let Some(keys) = &back.keys {
        // Signed by a key that this station believes; later bundles are sealed to the new one.
        hear_platform(&mut tx, keys, None).await?;
    }
    for file in back.files.iter().filter(|file| file.complete) {
        // Nothing waits for a line any more that has come on a stick.
        file::at_platform(&mut tx, &file.sha256, file.bytes).await?;
    }
    tx.commit().await?;
    for entry in &settled.entries {
        match entry.state {
            State::Accepted => imported.accepted += 1,
            State::Refused => imported.refused += 1,
            State::Parked => imported.parked += 1,
            State::Pending => {}
        }
    }
    let missing = back.files.iter().filter(|file| !file.complete).count();
    imported.files_missing = u32::try_from(missing).unwrap_or(u32::MAX);
    imported.files_arrived = u32::try_from(back.files.len() - missing).unwrap_or(u32::MAX);
    imported.held = u32::try_from(back.held.len()).unwrap_or(u32::MAX);
    imported.news.append(&mut settled.news);
    Ok(())
}

/// Brings one partition as far as the answer goes; false when it does not continue what is here.
async fn bring(
    store: &Store,
    me: &Staff,
    brought: &Brought,
    imported: &mut Imported,
) -> Result<bool> {
    let rules = store.rules();
    let mut at = cursor::get(&mut *store.read().await?, &brought.partition).await?;
    if let Some(whole) = &brought.snapshot {
        let manifest = &whole.manifest;
        let behind = at
            .as_ref()
            .is_none_or(|at| at.epoch != manifest.epoch || at.feed_seq < manifest.feed_seq);
        if hex::encode(Sha256::digest(&whole.file)) != manifest.sha256 {
            return Err(SyncError::Bundle(BundleFault::Unreadable));
        }
        if behind {
            snapshot::write(store, manifest, &whole.file, me, &rules, &|_| ()).await?;
            imported.changes += manifest.records;
            at = cursor::get(&mut *store.read().await?, &brought.partition).await?;
            // It came today, and is as of the day it was made, which its first page says.
            if let Some(at) = &mut at {
                at.as_of = Timestamp(0);
            }
        }
    }
    let Some(mut at) = at else { return Ok(false) };
    let mut pulled = Pulled::default();
    let mut continues = true;
    for page in &brought.pages {
        let Some(page) = rest_of(page, &at) else {
            continues = false;
            break;
        };
        at = apply_page(store, me, &rules, &at, &page, &mut pulled).await?;
    }
    imported.changes += pulled.changes;
    imported.news.append(&mut pulled.news);
    Ok(continues)
}

/// What a page says beyond `at`; `None` when there is a gap before it, or it is of another epoch.
fn rest_of(page: &FeedPage, at: &Cursor) -> Option<FeedPage> {
    if page.epoch != at.epoch || page.from > at.feed_seq {
        return None;
    }
    let known = usize::try_from(at.feed_seq - page.from).unwrap_or(usize::MAX);
    let changes = page.changes.iter().skip(known).cloned().collect();
    // What is here may be of a later moment than the answer.
    let server_time = page.server_time.max(at.as_of.0);
    Some(FeedPage { epoch: page.epoch, from: at.feed_seq, changes, head: page.head, server_time })
}

async fn write_down(
    store: &Store,
    header: &Header,
    newest: u32,
    imported: &Imported,
    name: &str,
) -> Result<()> {
    let outcome = serde_json::to_value(imported.outcome).ok();
    let trip = Trip {
        bundle: header.id,
        way: Way::Imported,
        station: header.station,
        number: newest,
        at: clock::now(),
        actions: imported.accepted + imported.refused + imported.parked,
        outcome: outcome.and_then(|word| word.as_str().map(str::to_owned)),
        file: name.to_owned(),
    };
    let mut tx = store.write().await?;
    courier::add(&mut tx, &trip).await?;
    tx.commit().await?;
    Ok(())
}
