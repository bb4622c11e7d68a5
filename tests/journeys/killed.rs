//! Real processes and real connections that end in the middle of things.

use std::path::Path;

use anyhow::{Context as _, Result};
use bangban_tests::central::Central;
use bangban_tests::chaos::Chaos;
use bangban_tests::disk::SmallDisk;
use bangban_tests::process::{PlatformProcess, StationProcess};
use bangban_tests::station::Station;
use serde_json::{Value, json};
use tempfile::TempDir;

/// The notes of a case that the platform has confirmed, as often as they are there.
fn notes(case: &Value) -> Vec<String> {
    let events = case["events"].as_array().cloned().unwrap_or_default();
    let confirmed = events.iter().filter(|line| line["provisional"] == false);
    confirmed
        .filter(|line| line["event"]["action"]["do"] == "note")
        .filter_map(|line| line["event"]["action"]["text"].as_str().map(str::to_owned))
        .filter(|text| text.starts_with("第"))
        .collect()
}

fn note(number: u32) -> Value {
    json!({ "do": "note", "text": format!("第{number}次来电") })
}

fn written(count: u32) -> Vec<String> {
    (1..=count).map(|number| format!("第{number}次来电")).collect()
}

async fn some_ticket(station: &Station) -> Result<String> {
    let rows = station.tickets("station", None).await?;
    Ok(rows[0]["id"].as_str().context("a ticket")?.to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_platform_killed_again_and_again_takes_every_action_exactly_once() -> Result<()> {
    let (there, here) = (TempDir::new()?, TempDir::new()?);
    let mut platform = PlatformProcess::start(there.path()).await?;
    let station = Station::signed_in(here.path(), &platform.url(), "chen.yumei").await?;
    let ticket = some_ticket(&station).await?;
    let mut count = 0;
    for round in 1..=6 {
        // The more there is on its way, the more places there are to be killed at.
        for _ in 0..round {
            count += 1;
            station.act(&ticket, note(count)).await.expect("noted");
        }
        platform = platform.killed_and_started().await?;
    }
    station.settled().await?;
    let all = |case: &Value| notes(case).len() == written(count).len();
    let argument = json!({ "ticket": ticket });
    let case = station.until_of("ticket_get", argument, "every note", all).await?;
    assert_eq!(notes(&case), written(count), "each once, in its order");
    let state = station.call("sync_state", json!({})).await.expect("state");
    assert_eq!(state["attention"], 0, "nothing was refused on the way");
    station.quit().await;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_platform_whose_disk_is_full_takes_nothing_halfway_even_when_it_is_killed() -> Result<()>
{
    let Some(disk) = SmallDisk::mount(96) else {
        // Only a privileged user may mount; the set-up of the test command runs as one.
        println!("not run: this user may not mount a small file system");
        return Ok(());
    };
    let here = TempDir::new()?;
    let platform = PlatformProcess::start(disk.path()).await?;
    let station = Station::signed_in(here.path(), &platform.url(), "chen.yumei").await?;
    let ticket = some_ticket(&station).await?;
    let filler = disk.fill()?;
    let mut count = 0;
    while count < 60 {
        count += 1;
        let long = format!("第{count}次来电{}", "长".repeat(3_900));
        station.act(&ticket, json!({ "do": "note", "text": long })).await.expect("written here");
    }
    let not_decided = |rows: &Value| {
        let rows = rows.as_array().map_or(&[][..], Vec::as_slice);
        rows.iter().any(|row| row["held"] == "failed")
    };
    station.until_of("outbox_list", json!({}), "offered in vain", not_decided).await?;
    let state = station.call("sync_state", json!({})).await.expect("state");
    assert_eq!(state["attention"], 0, "a full disk over there is nobody's mistake");

    std::fs::remove_file(&filler)?;
    let platform = platform.killed_and_started().await?;
    station.call("sync_now", json!({})).await.expect("tried again");
    station.settled().await?;
    let all = |case: &Value| notes(case).len() == 60;
    let argument = json!({ "ticket": ticket });
    let case = station.until_of("ticket_get", argument, "every note", all).await?;
    let shown: Vec<String> = notes(&case).iter().map(|n| n.trim_end_matches('长').into()).collect();
    assert_eq!(shown, written(60), "each once, in its order");
    station.quit().await;
    drop(platform);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_station_killed_again_and_again_loses_nothing_it_has_confirmed() -> Result<()> {
    let central = Central::start().await?;
    let here = TempDir::new()?;
    let mut station = StationProcess::start(here.path(), &central.url(), "chen.yumei").await?;
    let ready = |state: &Value| state["ready"] == true;
    station.until("sync_state", json!({}), ready).await?;
    let query = json!({ "view": "station", "text": null, "stage": null, "status": null,
        "channel": null, "matter": null, "due_before": null, "sort": "newest",
        "offset": 0, "limit": 1 });
    let page = station.call("ticket_list", query).await?;
    let ticket = page["rows"][0]["id"].as_str().context("a ticket")?.to_owned();
    let mut count = 0;
    for round in 1..=4 {
        for _ in 0..round {
            count += 1;
            let act = json!({ "ticket": ticket, "action": note(count) });
            station.call("ticket_act", act).await?;
        }
        station = station.killed_and_started().await?;
    }
    let all = |case: &Value| notes(case).len() == written(count).len();
    let case = station.until("ticket_get", json!({ "ticket": ticket }), all).await?;
    assert_eq!(notes(&case), written(count), "each once, in its order");
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn over_a_wire_that_breaks_off_anywhere_every_action_arrives_exactly_once() -> Result<()> {
    let central = Central::start().await?;
    let chaos = Chaos::to(central.address(), 20_261_122).await?;
    let here = TempDir::new()?;
    let station = Station::signed_in(here.path(), &chaos.url(), "chen.yumei").await?;
    let ticket = some_ticket(&station).await?;
    chaos.rage(true);
    let mut count = 0;
    while chaos.broken() < 40 {
        count += 1;
        station.act(&ticket, note(count)).await.expect("noted");
        let before = chaos.broken();
        station.until("the wire to break", |_| chaos.broken() > before).await?;
    }
    chaos.rage(false);
    station.settled().await?;
    let all = |case: &Value| notes(case).len() == written(count).len();
    let argument = json!({ "ticket": ticket });
    let case = station.until_of("ticket_get", argument, "every note", all).await?;
    assert_eq!(notes(&case), written(count), "each once, in its order");
    station.quit().await;
    central.stop().await
}

/// Copies a folder as it lies.
fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_station_put_back_to_an_older_copy_hears_again_what_it_did_since() -> Result<()> {
    let central = Central::start().await?;
    let (here, kept) = (TempDir::new()?, TempDir::new()?);
    let station = Station::signed_in(here.path(), &central.url(), "chen.yumei").await?;
    let ticket = some_ticket(&station).await?;
    station.act(&ticket, note(1)).await.expect("noted");
    station.settled().await?;
    station.quit().await;
    copy(here.path(), kept.path())?;
    let station = Station::signed_in(here.path(), &central.url(), "chen.yumei").await?;
    station.act(&ticket, note(2)).await.expect("noted");
    station.settled().await?;
    station.quit().await;

    let station = Station::signed_in(kept.path(), &central.url(), "chen.yumei").await?;
    station.act(&ticket, note(3)).await.expect("noted");
    station.settled().await?;
    let all = |case: &Value| notes(case).len() == 3;
    let argument = json!({ "ticket": ticket });
    let case = station.until_of("ticket_get", argument, "all three", all).await?;
    assert_eq!(notes(&case), written(3), "what the copy did not know came back, once");
    station.quit().await;
    central.stop().await
}
