//! Keys that change while a village is away, and a station that was lost.

use std::path::Path;

use anyhow::Result;
use bangban_api::error::Code;
use bangban_tests::central::{Central, PASSWORD};
use bangban_tests::station::Station;
use bangban_tests::wire::Wire;
use serde_json::{Value, json};
use tempfile::TempDir;

async fn registered(station: &Station) {
    let new = json!({ "channel": "counter", "nature": "policy", "subject": "",
        "request": "老人想问高龄津贴怎么领",
        "requester": { "kind": "natural_person", "name": "何阿婆", "id_number": null,
        "phone": null, "credit_code": null, "agent": null }, "matter": null, "situation": null,
        "priority": null, "claim": true });
    station.call("ticket_register", new).await.expect("registered");
}

async fn packed(station: &Station) -> Value {
    station.call("courier_export", json!({ "files": "none" })).await.expect("packed")
}

async fn courier(station: &Station, command: &str, file: &Value) -> Result<Value, Code> {
    let path = Path::new(file["path"].as_str().expect("a path"));
    station.call(command, json!({ "path": path })).await.map_err(|error| error.code)
}

/// The key that stands on a bundle.
fn sealed_to(packed: &Value) -> Result<Value> {
    let file = std::fs::read(packed["path"].as_str().expect("a path"))?;
    let header = file.split(|byte| *byte == b'\n').nth(1).expect("a header");
    Ok(serde_json::from_slice::<Value>(header)?["to"].clone())
}

async fn pending(station: &Station) -> Value {
    station.call("sync_state", json!({})).await.expect("a state")["pending"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_village_learns_the_platforms_new_key_from_an_answer_and_uses_it_next_time() -> Result<()>
{
    let central = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let folders = [TempDir::new()?, TempDir::new()?];
    let village = Station::signed_in(folders[0].path(), &wire.url(), "liang.asheng").await?;
    wire.cut();
    village.until("the cut is noticed", |s| s["link"] == "offline").await?;
    registered(&village).await;
    central.platform.rotate_courier_keys(30).await?;
    // The carrier has never heard of the old key before its first sign-in, which tells of both.
    let carrier = Station::signed_in(folders[1].path(), &central.url(), "chen.yumei").await?;
    let old = packed(&village).await;
    let first = courier(&carrier, "courier_carry", &old).await.expect("sealed to the old key");
    let read = courier(&village, "courier_import", &first).await.expect("read");
    assert_eq!((&read["accepted"], &pending(&village).await), (&json!(2), &json!(0)));

    registered(&village).await;
    let new = packed(&village).await;
    assert_ne!(sealed_to(&new)?, sealed_to(&old)?, "what it packs now is sealed to the new key");
    let second = courier(&carrier, "courier_carry", &new).await.expect("sealed to the new key");
    let read = courier(&village, "courier_import", &second).await.expect("read");
    assert_eq!(read["accepted"], 2);
    for station in [village, carrier] {
        station.quit().await;
    }
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_station_is_shut_out_and_the_one_that_was_found_again_works_under_new_keys()
-> Result<()> {
    let central = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let folders = [TempDir::new()?, TempDir::new()?, TempDir::new()?];
    let village = Station::signed_in(folders[0].path(), &wire.url(), "liang.asheng").await?;
    let carrier = Station::signed_in(folders[1].path(), &central.url(), "chen.yumei").await?;
    let manager = Station::signed_in(folders[2].path(), &central.url(), "zhong.wenhui").await?;
    wire.cut();
    village.until("the cut is noticed", |s| s["link"] == "offline").await?;
    registered(&village).await;
    let lost = packed(&village).await;
    let health = village.call("station_health", json!({})).await.expect("how it is");
    let revoke = |reason: &str| json!({ "station": health["station"], "reason": reason });
    let silent = manager.call("station_revoke", revoke(" ")).await.unwrap_err();
    assert_eq!(silent.code, Code::BadInput);
    manager.call("station_revoke", revoke("下乡途中丢失")).await.expect("revoked");
    let refused = courier(&carrier, "courier_carry", &lost).await;
    assert_eq!(refused.unwrap_err(), Code::CourierKeyRevoked);

    // It was found; its person signs in again, and its work goes through.
    wire.mend();
    village.until("it asks for the password", |s| s["link"] == "sign_in_needed").await?;
    assert_eq!(pending(&village).await, 2, "nothing of its work is lost");
    village.sign_in("liang.asheng", PASSWORD).await.expect("signed in again");
    village.settled().await?;
    wire.cut();
    village.until("the cut is noticed", |s| s["link"] == "offline").await?;
    registered(&village).await;
    let taken = courier(&carrier, "courier_carry", &packed(&village).await).await;
    let taken = taken.expect("signed with keys that count");
    let read = courier(&village, "courier_import", &taken).await.expect("read");
    assert_eq!((&read["accepted"], &pending(&village).await), (&json!(2), &json!(0)));
    for station in [village, carrier, manager] {
        station.quit().await;
    }
    central.stop().await
}
