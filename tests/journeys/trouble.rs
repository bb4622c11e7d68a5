//! When the machine itself fails.

use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use bangban_api::error::Code;
use bangban_tests::central::{Central, PASSWORD};
use bangban_tests::disk::SmallDisk;
use bangban_tests::station::Station;
use bangban_tests::wire::Wire;
use serde_json::json;
use tempfile::TempDir;

/// The database of the only account in `data`.
fn database(data: &Path) -> Result<PathBuf> {
    let mut accounts = std::fs::read_dir(data.join("accounts"))?;
    Ok(accounts.next().context("an account's folder")??.path().join("desk.db"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_database_is_kept_aside_and_unsent_work_is_recovered_and_sent() -> Result<()> {
    let central = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let data = TempDir::new()?;
    let station = Station::signed_in(data.path(), &wire.url(), "chen.yumei").await?;
    let fresh = station.tickets("station", Some("unclaimed")).await?;
    let id = fresh[0]["id"].as_str().expect("an id").to_owned();
    wire.cut();
    station.until("the cut is noticed", |s| s["link"] == "offline").await?;
    station.act(&id, json!({ "do": "claim" })).await.expect("claimed offline");
    let draft = json!({ "key": format!("reply:{id}"), "text": "请先带" });
    station.call("draft_save", draft.clone()).await.expect("a draft");
    let reply = json!({ "id": null, "title": "已受理", "text": "{称呼}您好，已受理。" });
    let replies = station.call("reply_save", reply).await.expect("an own reply");
    let cases = station.call("practice_list", json!({})).await.expect("sample cases");
    let case = json!({ "case": cases["cases"][0]["case"], "anew": false });
    station.call("practice_begin", case).await.expect("a run through a sample case");
    let practice = station.call("practice_list", json!({})).await.expect("with that run");
    station.quit().await;

    // Ruin the last quarter: the library and the search index, most of it.
    let path = database(data.path())?;
    let mut file = std::fs::OpenOptions::new().read(true).write(true).open(&path)?;
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(length / 4 * 3))?;
    file.write_all(&vec![0x5a; usize::try_from(length / 8)?])?;
    drop(file);

    wire.mend();
    let station = Station::new(data.path(), &wire.url());
    let state = station.sign_in("chen.yumei", PASSWORD).await.expect("signs in all the same");
    assert_eq!(state["recovery"]["recovered"], 1, "the claim could be read");
    let moved_to = state["recovery"]["moved_to"].as_str().context("where the old file is")?;
    assert!(path.with_file_name(moved_to).join("desk.db").exists(), "nothing is deleted");
    station.until("all is fetched anew", |s| s["ready"] == true).await?;
    station.settled().await?;
    let shown = station
        .until_of("ticket_get", json!({ "ticket": id }), "the claim", |v| v["pending"] == 0)
        .await?;
    assert_eq!(shown["ticket"]["status"], "working", "the recovered claim was accepted");
    let kept = station.call("draft_get", json!({ "key": draft["key"] })).await.expect("the draft");
    assert_eq!(kept["draft"]["text"], "请先带");
    let own = station.call("reply_list", json!({})).await.expect("own replies");
    assert_eq!(own, replies, "what is on no other machine");
    let run = station.call("practice_list", json!({})).await.expect("sample cases");
    assert_eq!(run, practice, "nor is practice");
    station.quit().await;
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_in_the_database_file_can_be_read_without_the_key() -> Result<()> {
    let central = Central::start().await?;
    let data = TempDir::new()?;
    let station = Station::signed_in(data.path(), &central.url(), "chen.yumei").await?;
    station.quit().await;
    let mut raw = Vec::new();
    std::fs::File::open(database(data.path())?)?.read_to_end(&mut raw)?;
    assert!(raw.len() > 100_000, "the library is in it");
    for mark in ["SQLite format 3", "陈玉梅", "身份证", "requester"] {
        let found = raw.windows(mark.len()).any(|window| window == mark.as_bytes());
        assert!(!found, "{mark} stands in the file in the clear");
    }
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_loses_nothing_and_says_what_to_do() -> Result<()> {
    let Some(disk) = SmallDisk::mount(64) else {
        // Only a privileged user may mount; the set-up of the test command runs as one.
        println!("not run: this user may not mount a small file system");
        return Ok(());
    };
    let central = Central::start().await?;
    let data = disk.path();
    let station = Station::signed_in(data, &central.url(), "chen.yumei").await?;
    let fresh = station.tickets("station", Some("unclaimed")).await?;
    let id = fresh[0]["id"].as_str().expect("an id").to_owned();
    station.act(&id, json!({ "do": "claim" })).await.expect("claimed");
    station.settled().await?;

    let filler = disk.fill()?;
    let text = "长".repeat(4_000);
    let mut written = 0;
    let refused = loop {
        let note = json!({ "do": "note", "text": text });
        match station.act(&id, note).await {
            Ok(_) => written += 1,
            Err(error) => break error,
        }
        assert!(written < 500, "the disk must be full at some point");
    };
    assert_eq!(refused.code, Code::DiskFull);

    std::fs::remove_file(&filler)?;
    station.act(&id, json!({ "do": "note", "text": "有空间了" })).await.expect("written again");
    station.call("sync_now", json!({})).await.expect("tried again");
    station.settled().await?;
    let shown = station.case(&id).await?;
    let notes = shown["events"].as_array().context("events")?.clone();
    let notes = notes.iter().filter(|e| e["event"]["action"]["do"] == "note").count();
    assert_eq!(notes, written + 1, "what was confirmed is there, what was refused is not");
    station.quit().await;
    central.stop().await
}
