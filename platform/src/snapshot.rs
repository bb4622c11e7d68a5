//! Snapshots: a partition as one compressed, hashed file that can be fetched in ranges.
//!
//! A file is kept with its manifest beside it and handed out again while the feed has moved on by
//! no more than a page, so that many stations that start at once cause one build.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use bangban_protocol::SnapshotManifest;
use futures::TryStreamExt;
use sha2::{Digest, Sha256};
use tokio::sync::mpsc;

use crate::Platform;
use crate::fault::{Answer, Fault};
use crate::store::{feed, meta};

/// Files kept per partition: a slow station may still be fetching an older one.
const KEPT: usize = 4;
const SUFFIX: &str = ".jsonl.zst";
const MANIFEST_SUFFIX: &str = ".manifest.json";
const UNFINISHED: &str = "part";
const LEVEL: i32 = 9;
const CHUNK_BYTES: usize = 256 * 1024;

/// Where the files are.
pub(crate) fn folder(platform: &Platform) -> PathBuf {
    platform.config().data_dir.join("snapshots")
}

/// The file of that name, when it belongs to the partition.
pub(crate) fn file(platform: &Platform, partition: &str, name: &str) -> Option<PathBuf> {
    let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.');
    let of_partition = name.strip_prefix(partition)?.starts_with('.');
    (plain && of_partition && name.ends_with(SUFFIX)).then(|| folder(platform).join(name))
}

/// A snapshot from which the feed can be followed; built when there is none.
pub(crate) async fn current(platform: &Platform, partition: &str) -> Answer<SnapshotManifest> {
    let _building = platform.building().lock().await;
    let folder = folder(platform);
    fs::create_dir_all(&folder)?;
    let epoch = meta::epoch(platform.db().read()).await?;
    let head = feed::head(platform.db().read(), partition).await?;
    let fresh = kept(&folder, partition)?.into_iter().find(|known| {
        let behind = head.checked_sub(known.feed_seq);
        known.epoch == epoch && behind.is_some_and(|by| by <= u64::from(feed::PAGE))
    });
    if let Some(known) = fresh {
        return Ok(known);
    }
    clear_unfinished(&folder)?;
    let manifest = build(platform, &folder, partition).await?;
    prune(&folder, partition)?;
    Ok(manifest)
}

/// Manifests of a partition, the newest first, as far as their files are there.
fn kept(folder: &Path, partition: &str) -> io::Result<Vec<SnapshotManifest>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        if !name.ends_with(MANIFEST_SUFFIX) {
            continue;
        }
        let Ok(manifest) = serde_json::from_slice::<SnapshotManifest>(&fs::read(&path)?) else {
            continue;
        };
        if manifest.partition == partition && folder.join(&manifest.name).is_file() {
            let written = fs::metadata(folder.join(&manifest.name))?.modified()?;
            found.push((written, manifest));
        }
    }
    found.sort_by_key(|(written, _)| std::cmp::Reverse(*written));
    Ok(found.into_iter().map(|(_, manifest)| manifest).collect())
}

fn prune(folder: &Path, partition: &str) -> io::Result<()> {
    for old in kept(folder, partition)?.into_iter().skip(KEPT) {
        // The manifest goes first: without it, a file is never offered again.
        fs::remove_file(manifest_path(folder, &old.name))?;
        if let Err(error) = fs::remove_file(folder.join(&old.name)) {
            tracing::warn!(%error, name = old.name, "an old snapshot stays for now");
        }
    }
    Ok(())
}

/// Removes what a build left behind that was interrupted. No other build runs now.
fn clear_unfinished(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == UNFINISHED) {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

fn manifest_path(folder: &Path, name: &str) -> PathBuf {
    folder.join(name.replace(SUFFIX, MANIFEST_SUFFIX))
}

/// Writes the newest state of every record of one moment.
async fn build(platform: &Platform, folder: &Path, partition: &str) -> Answer<SnapshotManifest> {
    let mut moment = platform.db().moment().await?;
    let epoch = meta::epoch(&mut *moment).await?;
    let feed_seq = feed::head(&mut *moment, partition).await?;
    let name = format!("{partition}.{epoch}.{feed_seq}{SUFFIX}");
    let (send, receive) = mpsc::channel::<Vec<u8>>(4);
    let unfinished = folder.join(format!("{name}.{UNFINISHED}"));
    let target = folder.join(&name);
    let writing = tokio::task::spawn_blocking(move || write_file(receive, &unfinished, &target));
    let mut chunk = Vec::with_capacity(CHUNK_BYTES);
    let mut records = 0;
    let mut rows = feed::newest(&mut moment, partition);
    while let Some((kind, key, body)) = rows.try_next().await? {
        write_record(&mut chunk, &kind, &key, &body)?;
        records += 1;
        if chunk.len() >= CHUNK_BYTES && send.send(std::mem::take(&mut chunk)).await.is_err() {
            break; // The writer has failed; its error is the answer.
        }
    }
    let _ = send.send(chunk).await;
    drop(send);
    let written = writing.await.map_err(|error| Fault::internal(&error))??;
    let Written { bytes, raw_bytes, sha256 } = written;
    let partition = partition.to_owned();
    let manifest =
        SnapshotManifest { partition, epoch, feed_seq, name, bytes, raw_bytes, sha256, records };
    let text = serde_json::to_vec(&manifest).map_err(|error| Fault::internal(&error))?;
    fs::write(manifest_path(folder, &manifest.name), text)?;
    Ok(manifest)
}

/// One line. The body is JSON already, and stays as it is.
fn write_record(line: &mut Vec<u8>, kind: &str, key: &str, body: &str) -> Answer<()> {
    let key = serde_json::to_string(key).map_err(|error| Fault::internal(&error))?;
    writeln!(line, r#"{{"kind":"{kind}","key":{key},"body":{body}}}"#)?;
    Ok(())
}

struct Written {
    bytes: u64,
    raw_bytes: u64,
    sha256: String,
}

/// Compresses and hashes what comes in; the file gets its name when it is complete.
fn write_file(
    mut chunks: mpsc::Receiver<Vec<u8>>,
    unfinished: &Path,
    target: &Path,
) -> io::Result<Written> {
    let file = Hashed { file: File::create(unfinished)?, hash: Sha256::new(), bytes: 0 };
    let mut encoder = zstd::stream::write::Encoder::new(file, LEVEL)?;
    let mut raw_bytes = 0;
    while let Some(chunk) = chunks.blocking_recv() {
        raw_bytes += chunk.len() as u64;
        encoder.write_all(&chunk)?;
    }
    let Hashed { file, hash, bytes } = encoder.finish()?;
    file.sync_all()?;
    fs::rename(unfinished, target)?;
    Ok(Written { bytes, raw_bytes, sha256: hex::encode(hash.finalize()) })
}

struct Hashed {
    file: File,
    hash: Sha256,
    bytes: u64,
}

impl Write for Hashed {
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        let written = self.file.write(data)?;
        self.hash.update(&data[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
