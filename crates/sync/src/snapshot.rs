//! The first sync of a partition: one compressed file, then the feed from its number on.
//!
//! The file is kept in memory, never on disk: it holds personal data in the clear.

use std::collections::{BTreeSet, HashMap};
use std::io::{self, BufRead, BufReader};
use std::time::Instant;

use bangban_domain::directory::Staff;
use bangban_domain::rulebook::Rules;
use bangban_domain::time::Timestamp;
use bangban_faultpoint::{Mutant, planted};
use bangban_protocol::{Record, RecordKind, SnapshotManifest};
use bangban_store::table::whole::{self, Given};
use bangban_store::table::{cursor, entry_use, file, meta, outbox, question, ticket};
use bangban_store::{Store, WriteTx, replay};
use futures::StreamExt;
use sha2::{Digest, Sha256};

use crate::apply::{Apply, Incoming, remove};
use crate::engine::{Phase, Progress};
use crate::platform::HttpPlatform;
use crate::{Result, SyncError, brake, clock};

/// The partition without tickets.
pub const LIBRARY: &str = "library";
/// Attempts to go on after the connection broke.
const RESUMES: u32 = 5;
/// Largest file that is taken, compressed and raw.
const MAX_BYTES: u64 = 512 * 1024 * 1024;
/// Records that are read and written together; after each batch, progress is reported.
const BATCH: usize = 128;

/// Fetches the file of `manifest`, resuming where a broken connection left off.
pub async fn fetch(
    platform: &HttpPlatform,
    token: &str,
    manifest: &SnapshotManifest,
    report: &(dyn Fn(Progress) + Send + Sync),
) -> Result<Vec<u8>> {
    if manifest.bytes > MAX_BYTES || manifest.raw_bytes > 4 * MAX_BYTES {
        return Err(SyncError::Malformed("a snapshot larger than this station takes"));
    }
    let began = Instant::now();
    let mut file = Vec::new();
    let mut resumes = 0;
    while (file.len() as u64) < manifest.bytes {
        let before = file.len();
        let result = continue_download(platform, token, manifest, &mut file, began, report).await;
        match result {
            Ok(()) if planted(Mutant::CutTakenWhole) => return Ok(file),
            Ok(()) if file.len() > before => {}
            Ok(()) | Err(SyncError::Unreachable(_) | SyncError::Between { .. })
                if resumes < RESUMES =>
            {
                resumes += 1;
            }
            Ok(()) => return Err(SyncError::Unreachable("a snapshot ended early".into())),
            Err(error) => return Err(error),
        }
    }
    if hex::encode(Sha256::digest(&file)) != manifest.sha256 {
        return Err(SyncError::Malformed("a snapshot whose checksum does not fit"));
    }
    Ok(file)
}

async fn continue_download(
    platform: &HttpPlatform,
    token: &str,
    manifest: &SnapshotManifest,
    file: &mut Vec<u8>,
    began: Instant,
    report: &(dyn Fn(Progress) + Send + Sync),
) -> Result<()> {
    let mut pieces = platform.snapshot_bytes(token, manifest, file.len() as u64).await?;
    while let Some(piece) = pieces.next().await {
        file.extend_from_slice(&piece?);
        if file.len() as u64 > manifest.bytes {
            return Err(SyncError::Malformed("a snapshot longer than announced"));
        }
        let phase = Phase::Downloading;
        report(Progress::estimate(manifest, phase, file.len() as u64, manifest.bytes, began));
    }
    Ok(())
}

/// Writes a fetched snapshot, its cursor, and the entries to offer again, in one transaction. What is
/// here and not in it goes, except unsent work.
///
/// # Errors
/// `FarFewer` when it has less than half of what is here, and nobody has said that this is right.
pub async fn write(
    store: &Store,
    manifest: &SnapshotManifest,
    file: &[u8],
    me: &Staff,
    rules: &Rules,
    report: &(dyn Fn(Progress) + Send + Sync),
) -> Result<()> {
    let began = Instant::now();
    let decoder = zstd::Decoder::new(file).map_err(|_| SyncError::Malformed("snapshot"))?;
    let mut apply = Apply { me, rules, announce: false, news: Vec::new(), left_out: 0 };
    let mut tx = store.write_much().await?;
    let known = cursor::get(&mut tx, &manifest.partition).await?;
    brake::on_snapshot(&mut tx, manifest).await?;
    let restored = known.as_ref().is_some_and(|c| c.epoch != manifest.epoch);
    if restored && !planted(Mutant::EpochIgnored) {
        let again = outbox::offer_again(&mut tx, manifest.epoch).await?;
        file::forget_platform(&mut tx).await?;
        entry_use::tell_again(&mut tx).await?;
        tracing::info!(again, "the platform's epoch changed; accepted actions are offered again");
    }
    if manifest.partition == LIBRARY {
        question::forget_server(&mut tx).await?;
        entry_use::forget(&mut tx).await?;
    } else if !planted(Mutant::OldEpochKept) {
        // Whatever this station believed about tickets, it is told anew.
        ticket::forget_server(&mut tx).await?;
        file::forget_arrivals(&mut tx).await?;
        file::forget_small(&mut tx).await?;
    }
    let position = cursor::Cursor {
        partition: manifest.partition.clone(),
        epoch: manifest.epoch,
        feed_seq: manifest.feed_seq,
        as_of: Timestamp(clock::now().0),
    };
    if planted(Mutant::SnapshotCursorApart) {
        cursor::set(&mut tx, &position).await?;
        tx.commit().await?;
        tx = store.write().await?;
    }
    let mut seen = Seen::default();
    let mut done = 0;
    let mut lines = BufReader::new(decoder).lines();
    loop {
        let batch = read_batch(&mut lines, &mut seen)?;
        if batch.is_empty() {
            break;
        }
        done += batch.len() as u64;
        apply.records(&mut tx, batch.into_iter()).await?;
        report(Progress::estimate(manifest, Phase::Writing, done, manifest.records, began));
    }
    if done != manifest.records && !planted(Mutant::CutTakenWhole) {
        return Err(SyncError::Malformed("a snapshot with missing records"));
    }
    if known.is_none() {
        ticket::mark_all_seen(&mut tx).await?;
    }
    if manifest.partition == LIBRARY {
        seen.sweep(&mut tx).await?;
    }
    let mut unsettled = outbox::pending_tickets(&mut tx).await?;
    // What the platform does not know any more goes, unless this station can offer it.
    unsettled.extend(ticket::unknown_to_server(&mut tx).await?);
    unsettled.extend(question::unknown_to_server(&mut tx).await?);
    for id in unsettled {
        replay::refresh(&mut tx, id, rules).await?;
    }
    cursor::set(&mut tx, &position).await?;
    note_left_out(&mut tx, &apply).await?;
    tx.commit().await?;
    Ok(())
}

/// The next records of a snapshot; none at its end.
fn read_batch(
    lines: &mut impl Iterator<Item = io::Result<String>>,
    seen: &mut Seen,
) -> Result<Vec<Incoming<'static>>> {
    let mut batch = Vec::with_capacity(BATCH);
    for line in lines.take(BATCH) {
        if line.is_err() && planted(Mutant::CutTakenWhole) {
            break;
        }
        let line = line.map_err(|_| SyncError::Malformed("snapshot line"))?;
        let (kind, key, record) = Incoming::from_line(&line)?;
        seen.note(kind, key);
        batch.push(record);
    }
    Ok(batch)
}

/// Remembers that records were left out because only a newer program knows their kind.
pub(crate) async fn note_left_out(tx: &mut WriteTx, apply: &Apply<'_>) -> Result<()> {
    if apply.left_out > 0 {
        meta::set(tx, meta::LEFT_OUT, env!("CARGO_PKG_VERSION")).await?;
    }
    Ok(())
}

/// Keys of the library that a snapshot has, by their kinds.
#[derive(Default)]
struct Seen(HashMap<RecordKind, BTreeSet<String>>);

impl Seen {
    const KEPT: [RecordKind; 5] = [
        RecordKind::Organisation,
        RecordKind::Staff,
        RecordKind::Matter,
        RecordKind::Knowledge,
        RecordKind::Question,
    ];

    fn note(&mut self, kind: RecordKind, key: String) {
        if Self::KEPT.contains(&kind) {
            self.0.entry(kind).or_default().insert(key);
        }
    }

    /// Removes what is here and not in the snapshot.
    async fn sweep(&self, tx: &mut WriteTx) -> Result<()> {
        let none = BTreeSet::new();
        for given in Given::LIBRARY {
            let kind = match given {
                Given::Organisations => RecordKind::Organisation,
                Given::Staff => RecordKind::Staff,
                Given::Matters => RecordKind::Matter,
                Given::Questions => RecordKind::Question,
                _ => RecordKind::Knowledge,
            };
            let seen = self.0.get(&kind).unwrap_or(&none);
            for key in whole::besides(tx, given, seen).await? {
                remove(tx, &Record { kind, key, body: None }).await?;
            }
        }
        Ok(())
    }
}
