//! Scans that travel with a bundle: in volumes beside it, one of them late, and waiting for nothing
//! once they have come.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use bangban_api::error::Code;
use bangban_files::ContentHash;
use bangban_tests::central::Central;
use bangban_tests::paper::{bitmap, sharp};
use bangban_tests::station::Station;
use bangban_tests::wire::Wire;
use serde_json::{Value, json};
use tempfile::TempDir;

/// A picture larger than a volume holds.
fn large() -> Vec<u8> {
    let (width, height) = (4_000_u32, 3_000_u32);
    let pixels = (0..width * height * 3).map(|at| if (at / 21) % 3 == 0 { 20 } else { 235 });
    bitmap(width, height, &pixels.collect::<Vec<u8>>())
}

/// A case with an open pre-review, held by the signed-in person. Gives ticket and a material.
async fn case(station: &Station) -> Result<(String, String)> {
    let fresh = station.tickets("station", Some("unclaimed")).await?;
    let ticket = fresh[0]["id"].as_str().context("an id")?.to_owned();
    station.act(&ticket, json!({ "do": "claim" })).await.expect("claimed");
    let guide = json!({ "do": "advance", "to": "guidance", "note": "指导填表" });
    station.act(&ticket, guide).await.expect("advanced");
    let query = json!({ "text": "食品经营许可（新办）", "theme": null, "department": null,
        "level": null, "object": null, "offset": 0, "limit": 1 });
    let found = station.call("matter_search", query).await.expect("found");
    let open = json!({ "ticket": ticket, "matter": found["rows"][0]["id"],
        "situation": "catering" });
    let opened = station.call("review_open", open).await.expect("opened");
    let material = &opened["ticket"]["review"]["items"][0]["material"];
    Ok((ticket.clone(), material.as_str().context("a material")?.to_owned()))
}

async fn hand_in(station: &Station, of: &(String, String), name: &str, scan: &[u8]) -> Result<()> {
    let upload = station.send_file(&of.0, &of.1, name, scan).await?;
    let taken = station.finish_file(&upload, true).await?;
    assert_eq!(taken["outcome"], "filed", "{taken}");
    Ok(())
}

async fn courier(station: &Station, command: &str, path: &Path) -> Result<Value, Code> {
    station.call(command, json!({ "path": path })).await.map_err(|error| error.code)
}

async fn waiting(station: &Station) -> usize {
    let list = station.call("files_on_the_way", json!({})).await.expect("a list");
    list["files"].as_array().expect("files").len()
}

fn answer(carried: &Value) -> PathBuf {
    PathBuf::from(carried["path"].as_str().expect("a path"))
}

fn counts(read: &Value) -> (Option<u64>, Option<u64>) {
    (read["files_arrived"].as_u64(), read["files_missing"].as_u64())
}

/// Copies a saved trip onto a stick: the bundle, and its volumes.
fn onto(stick: &Path, saved: &Value) -> Result<(PathBuf, Vec<PathBuf>)> {
    let folder = Path::new(saved["path"].as_str().context("a path")?).parent().context("one")?;
    let copied = |name: &Value| -> Result<PathBuf> {
        let name = name.as_str().context("a name")?;
        std::fs::copy(folder.join(name), stick.join(name))?;
        Ok(stick.join(name))
    };
    let volumes = saved["volumes"].as_array().context("volumes")?;
    Ok((copied(&saved["file"])?, volumes.iter().map(copied).collect::<Result<_>>()?))
}

#[expect(clippy::similar_names, reason = "who carries, and what was carried")]
#[tokio::test(flavor = "multi_thread")]
async fn scans_travel_beside_a_bundle_and_one_that_is_late_is_neither_lost_nor_sent_twice()
-> Result<()> {
    let central = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let (folders, stick) = ([TempDir::new()?, TempDir::new()?], TempDir::new()?);
    let village = Station::signed_in(folders[0].path(), &wire.url(), "chen.yumei").await?;
    let carrier = Station::signed_in(folders[1].path(), &central.url(), "huang.lijuan").await?;
    let of = case(&village).await?;
    village.settled().await?;
    wire.cut();
    village.until("the cut is noticed", |s| s["link"] == "offline").await?;
    let (small, large) = (sharp(1), large());
    hand_in(&village, &of, "身份证.bmp", &small).await?;
    hand_in(&village, &of, "平面图.bmp", &large).await?;

    let loads = village.call("courier_loads", json!({})).await.expect("what it comes to");
    let both = json!(small.len() + large.len());
    assert_eq!((&loads["all"]["files"], &loads["all"]["bytes"]), (&json!(2), &both));
    assert_eq!((&loads["none"]["files"], &loads["none"]["left_bytes"]), (&json!(0), &both));
    assert_eq!(loads["small"]["left"], 2, "neither is small");
    let bare = village.call("courier_export", json!({ "files": "none" })).await.expect("packed");
    assert_eq!((&bare["volumes"], &bare["load"]["left"]), (&json!([]), &json!(2)));
    let saved = village.call("courier_export", json!({ "files": "all" })).await.expect("packed");
    let (bundle, volumes) = onto(stick.path(), &saved)?;
    assert_eq!((volumes.len(), &saved["load"]["files"]), (2, &json!(2)));

    // The second volume stays at home; half of the large scan is in it.
    let late = stick.path().join("later");
    std::fs::create_dir(&late)?;
    let late = late.join("附件.bbx");
    std::fs::rename(&volumes[1], &late)?;
    let seen = courier(&carrier, "courier_inspect", &volumes[0]).await.expect("looked at");
    assert_eq!((&seen["kind"], &seen["part"]), (&json!("files"), &json!([1, 2])));
    let wrong_way = courier(&village, "courier_import", &volumes[0]).await;
    assert_eq!(wrong_way.unwrap_err(), Code::CourierOtherKind);
    let carried = courier(&carrier, "courier_carry", &bundle).await.expect("handed over");
    assert_eq!((&carried["volumes"], &carried["volumes_missing"]), (&json!(1), &json!(1)));
    let read = courier(&village, "courier_import", &answer(&carried)).await.expect("read");
    assert_eq!(counts(&read), (Some(1), Some(1)), "one is there, of one a half: {read}");
    assert_eq!(waiting(&village).await, 1, "what has come waits for nothing any more");

    // A changed one does no harm; the right one completes the scan.
    let mut changed = std::fs::read(&late)?;
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    std::fs::write(&volumes[1], changed)?;
    let refused = courier(&carrier, "courier_carry", &volumes[1]).await;
    assert_eq!(refused.unwrap_err(), Code::CourierChanged);
    let again = courier(&carrier, "courier_carry", &bundle).await.expect("handed over again");
    assert_eq!(again["outcome"], "taken_before");
    assert_eq!((&again["volumes"], &again["volumes_missing"]), (&json!(1), &json!(1)));
    let alone = courier(&carrier, "courier_carry", &late).await.expect("handed over by itself");
    assert_eq!(alone["outcome"], "taken");
    let twice = courier(&carrier, "courier_carry", &late).await.expect("handed over again");
    assert_eq!(
        (&twice["outcome"], &twice["taken_at"]),
        (&json!("taken_before"), &alone["taken_at"])
    );
    let read = courier(&village, "courier_import", &answer(&alone)).await.expect("read");
    assert_eq!(counts(&read), (Some(2), Some(0)), "{read}");
    assert_eq!(waiting(&village).await, 0, "nothing of it is left for the line");

    let hash = ContentHash::of(&large).to_string();
    carrier.call("file_want", json!({ "sha256": hash })).await.expect("asked for");
    let of_case = json!({ "ticket": of.0 });
    let arrived = |files: &Value| {
        let files = files.as_array().cloned().unwrap_or_default();
        files.iter().any(|file| file["sha256"] == hash.as_str() && file["place"] == "uploaded")
    };
    carrier.until_of("file_list", of_case, "it came to a colleague", arrived).await?;
    assert_eq!(carrier.read_file(&of.0, &hash).await?, large, "byte by byte");
    for station in [village, carrier] {
        station.quit().await;
    }
    central.stop().await
}
