use std::collections::HashMap;

use bangban_platform::Platform;
use bangban_protocol::{Record, RecordKind, SnapshotManifest};
use reqwest::{Method, StatusCode};
use sha2::{Digest, Sha256};

use crate::running::Running;
use crate::station::{REGION, Station};

async fn manifest(station: &Station, partition: &str) -> SnapshotManifest {
    station.get(&format!("/v1/partitions/{partition}/snapshot")).await.json().await.unwrap()
}

fn path(manifest: &SnapshotManifest) -> String {
    format!("/v1/partitions/{}/snapshot/{}", manifest.partition, manifest.name)
}

fn newest(records: impl IntoIterator<Item = Record>) -> HashMap<(RecordKind, String), Record> {
    records.into_iter().map(|record| ((record.kind, record.key.clone()), record)).collect()
}

#[tokio::test]
async fn a_snapshot_says_the_same_as_the_feed_from_its_beginning() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    for partition in ["library", REGION] {
        let manifest = manifest(&station, partition).await;
        let file = station.get(&path(&manifest)).await;
        assert_eq!(file.headers()["content-type"], "application/zstd");
        let file = file.bytes().await.unwrap();
        assert_eq!(file.len() as u64, manifest.bytes);
        assert_eq!(hex::encode(Sha256::digest(&file)), manifest.sha256);
        let raw = zstd::decode_all(&file[..]).unwrap();
        assert_eq!(raw.len() as u64, manifest.raw_bytes);
        let records: Vec<Record> = raw
            .split(|byte| *byte == b'\n')
            .filter(|line| !line.is_empty())
            .map(|line| serde_json::from_slice(line).unwrap())
            .collect();
        assert_eq!(records.len() as u64, manifest.records);
        let feed = station.whole_feed(partition).await;
        assert_eq!(manifest.feed_seq, feed.len() as u64);
        let (from_file, from_feed) = (newest(records.clone()), newest(feed));
        assert_eq!(records.len(), from_file.len(), "each record once");
        assert_eq!(from_file, from_feed, "{partition}");
    }
}

#[tokio::test]
async fn an_interrupted_download_goes_on_where_it_stopped() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let manifest = manifest(&station, "library").await;
    let whole = station.get(&path(&manifest)).await.bytes().await.unwrap();
    let half = whole.len() / 2;
    let range = format!("bytes={half}-");
    let rest = station.request(Method::GET, &path(&manifest)).header("range", range).send();
    let rest = rest.await.unwrap();
    assert_eq!(rest.status(), StatusCode::PARTIAL_CONTENT);
    assert_eq!(rest.bytes().await.unwrap(), whole[half..]);
    let beyond = format!("bytes={}-", whole.len());
    let nothing = station.request(Method::GET, &path(&manifest)).header("range", beyond).send();
    assert_eq!(nothing.await.unwrap().status(), StatusCode::RANGE_NOT_SATISFIABLE);
}

#[tokio::test]
async fn a_file_is_only_reached_through_its_own_partition() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let region = manifest(&station, REGION).await;
    for path in [
        format!("/v1/partitions/library/snapshot/{}", region.name),
        "/v1/partitions/library/snapshot/..%2Fplatform.db".to_owned(),
        "/v1/partitions/library/snapshot/library.gone.1.jsonl.zst".to_owned(),
    ] {
        assert_eq!(station.get(&path).await.status(), StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_snapshot_is_handed_out_again_until_the_epoch_changes() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let first = manifest(&station, REGION).await;
    let (id, register) = station.registration();
    station.send(&station.command(id, &register, None)).await;
    assert_eq!(manifest(&station, REGION).await, first, "the feed goes on from there");
    let renewed = running.platform.renew_epoch().await.unwrap();
    let next = manifest(&station, REGION).await;
    assert_eq!((next.epoch, next.feed_seq), (renewed, first.feed_seq + 2));
}

#[tokio::test]
async fn old_snapshots_are_cleared_away() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    for _ in 0..6 {
        manifest(&station, REGION).await;
        running.platform.renew_epoch().await.unwrap();
    }
    let folder = running.dir.path().join("snapshots");
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 8, "four files with their manifests");
}

#[tokio::test]
async fn the_same_platform_opened_again_continues_its_feed() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let before = station.head(REGION).await;
    let again = Platform::open(running.platform.config().clone()).await.unwrap();
    let heads = again.db().heads().borrow().clone();
    assert_eq!((heads.epoch, heads.seq[REGION]), (before.epoch, before.feed_seq));
}
