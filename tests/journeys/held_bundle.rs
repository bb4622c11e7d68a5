//! A bundle of a disabled account: the platform keeps it, a manager of the county releases it, and
//! the answer travels back.

use std::path::PathBuf;

use anyhow::Result;
use bangban_api::error::Code;
use bangban_tests::central::Central;
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

async fn rows(manager: &Station) -> Vec<Value> {
    let list = manager.call("held_list", json!({})).await.expect("the list");
    list["rows"].as_array().expect("rows").clone()
}

async fn release(by: &Station, bundle: &Value, reason: &str) -> Result<Value, Code> {
    let asked = json!({ "bundle": bundle["id"], "reason": reason });
    by.call("held_release", asked).await.map_err(|error| error.code)
}

fn file(answer: &Value) -> PathBuf {
    PathBuf::from(answer["path"].as_str().expect("a path"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_releases_the_work_of_a_disabled_account_and_its_answer_settles_the_village()
-> Result<()> {
    let central = Central::start().await?;
    let (wire, office) = (Wire::to(central.address()).await?, Wire::to(central.address()).await?);
    let folders = [TempDir::new()?, TempDir::new()?, TempDir::new()?];
    let village = Station::signed_in(folders[0].path(), &wire.url(), "liang.asheng").await?;
    let carrier = Station::signed_in(folders[1].path(), &central.url(), "chen.yumei").await?;
    let manager = Station::signed_in(folders[2].path(), &office.url(), "zhong.wenhui").await?;
    assert_eq!(rows(&manager).await, Vec::<Value>::new(), "nothing is kept yet");
    wire.cut();
    village.until("the cut is noticed", |s| s["link"] == "offline").await?;
    registered(&village).await;
    let saved = village.call("courier_export", json!({ "files": "none" })).await.expect("exported");
    central.platform.set_staff_active("liang.asheng", false).await?;
    let bundle = json!({ "path": saved["path"] });
    let held = carrier.call("courier_carry", bundle.clone()).await.expect("handed over");
    assert_eq!(held["outcome"], "held");

    let [kept] = rows(&manager).await.try_into().expect("the one bundle that waits");
    assert_eq!((&kept["actions"], &kept["number"]), (&json!(2), &json!(1)));
    assert_eq!((&kept["released"], &kept["active"]), (&Value::Null, &json!(false)));
    assert_eq!(kept["person"]["name"], "梁阿胜", "whose account it is");
    assert_eq!(kept["carrier"]["name"], "陈玉梅", "who brought it");
    assert!(carrier.call("held_list", json!({})).await.is_err(), "not for those at a counter");
    assert!(release(&carrier, &kept, "我来").await.is_err());
    assert_eq!(release(&manager, &kept, "  ").await.unwrap_err(), Code::BadInput);
    office.cut();
    manager.until("the cut is noticed", |s| s["link"] == "offline").await?;
    assert_eq!(release(&manager, &kept, "停用前所做").await.unwrap_err(), Code::NeedsLine);
    office.mend();
    manager.settled().await?;
    assert_eq!(rows(&manager).await, std::slice::from_ref(&kept), "none of it released anything");

    let done = release(&manager, &kept, "停用前所做，已向本人核实").await.expect("released");
    let [told] = rows(&manager).await.try_into().expect("the released one stays in the list");
    assert_eq!(told["released"]["reason"], "停用前所做，已向本人核实");
    assert_eq!(told["released"]["by"]["name"], "钟文慧");
    let asked = json!({ "bundle": kept["id"] });
    let again = manager.call("held_answer", asked).await.expect("saved once more");
    assert_ne!(file(&again), file(&done), "an older file is not written over");
    assert_eq!(std::fs::read(file(&again))?, std::fs::read(file(&done))?);

    let answer = json!({ "path": done["path"] });
    let read = village.call("courier_import", answer).await.expect("read");
    assert_eq!((&read["accepted"], &read["refused"]), (&json!(2), &json!(0)), "{read}");
    let state = village.call("sync_state", json!({})).await.expect("a state");
    assert_eq!(state["pending"], 0, "settled though the account is disabled");
    let late = carrier.call("courier_carry", bundle).await.expect("handed over once more");
    assert_eq!(late["outcome"], "taken_before");
    for station in [village, carrier, manager] {
        station.quit().await;
    }
    central.stop().await
}
