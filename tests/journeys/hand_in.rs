//! Handing files in at the counter: through a window, from the scan folder, and what is kept out.

use std::path::Path;

use anyhow::{Context as _, Result};
use bangban_api::error::Code;
use bangban_files::ContentHash;
use bangban_tests::central::Central;
use bangban_tests::paper::{blurred, pdf_with_script, sharp};
use bangban_tests::station::Station;
use bangban_tests::wire::Wire;
use serde_json::{Value, json};
use tempfile::TempDir;

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

async fn files(station: &Station, ticket: &str) -> Result<Vec<Value>> {
    let found = station.call("file_list", json!({ "ticket": ticket })).await;
    Ok(found.expect("listed").as_array().context("a list")?.clone())
}

async fn filed(station: &Station, ticket: &str) -> Result<usize> {
    let case = station.case(ticket).await?;
    let items = case["ticket"]["review"]["items"].as_array().context("lines")?.clone();
    Ok(items.iter().map(|item| item["files"].as_array().map_or(0, Vec::len)).sum())
}

/// Contents in the vaults below a data folder.
fn contents(folder: &Path) -> Result<usize> {
    let mut count = 0;
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        count += match (path.is_dir(), name.as_str()) {
            (true, "incoming" | "unfinished") => 0,
            (true, _) => contents(&path)?,
            // Its name is a hash.
            (false, name) => usize::from(name.len() == 64),
        };
    }
    Ok(count)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scan_handed_in_without_a_network_is_read_here_and_later_at_another_desk() -> Result<()> {
    let central = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let (here, there) = (TempDir::new()?, TempDir::new()?);
    let chen = Station::signed_in(here.path(), &wire.url(), "chen.yumei").await?;
    let other = Station::signed_in(there.path(), &central.url(), "huang.lijuan").await?;
    let (ticket, material) = case(&chen).await?;
    chen.settled().await?;
    wire.cut();
    chen.until("the cut is noticed", |s| s["link"] == "offline").await?;

    let scan = sharp(1);
    let hash = ContentHash::of(&scan).to_string();
    let upload = chen.send_file(&ticket, &material, "C:\\扫描\\身份证.bmp", &scan).await?;
    let taken = chen.finish_file(&upload, false).await?;
    assert_eq!(taken, json!({ "outcome": "filed", "sha256": hash, "held": null, "warnings": [] }));
    let shown = files(&chen, &ticket).await?;
    assert_eq!(shown[0]["name"], "身份证.bmp", "a path of the window's machine is not kept");
    assert_eq!(shown[0]["place"], "local");
    assert_eq!(shown[0]["has_thumbnail"], true);
    assert_eq!(chen.read_file(&ticket, &hash).await?, scan);
    let waiting = chen.call("files_on_the_way", json!({})).await.expect("listed");
    assert_eq!(waiting["files"][0]["sha256"], json!(hash), "it says that it waits");

    // Halted by hand, it does not go although the line is back.
    let halt = json!({ "paused": true, "bytes_per_minute": null });
    chen.call("files_pace_set", halt).await.expect("halted");
    wire.mend();
    chen.settled().await?;
    let argument = json!({ "ticket": ticket });
    let named = |files: &Value| files[0]["place"] == "remote" && files[0]["at_platform"] == false;
    other.until_of("file_list", argument.clone(), "named, and still to come", named).await?;
    let waiting = chen.call("files_on_the_way", json!({})).await.expect("listed");
    assert_eq!(waiting["pace"]["paused"], true);
    assert_eq!(waiting["bytes_left"], json!(scan.len()));
    let go = json!({ "paused": false, "bytes_per_minute": null });
    chen.call("files_pace_set", go).await.expect("goes on");
    let across = |files: &Value| files[0]["at_platform"] == true;
    other.until_of("file_list", argument.clone(), "the platform has it", across).await?;
    let early = other.read_file(&ticket, &hash).await.expect_err("not fetched yet").to_string();
    assert!(early.contains("NotFound"), "{early}");
    other.call("file_want", json!({ "sha256": hash })).await.expect("asked for");
    let arrived = |files: &Value| files[0]["place"] == "uploaded";
    other.until_of("file_list", argument, "it has come", arrived).await?;
    assert_eq!(other.read_file(&ticket, &hash).await?, scan);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scan_hard_to_read_waits_for_a_word_and_leaves_nothing_when_it_is_given_up() -> Result<()>
{
    let central = Central::start().await?;
    let data = TempDir::new()?;
    let chen = Station::signed_in(data.path(), &central.url(), "chen.yumei").await?;
    let (ticket, material) = case(&chen).await?;

    let upload = chen.send_file(&ticket, &material, "营业执照.bmp", &blurred(0)).await?;
    let taken = chen.finish_file(&upload, false).await?;
    assert_eq!((&taken["outcome"], &taken["warnings"]), (&json!("warned"), &json!(["blurred"])));
    assert_eq!(filed(&chen, &ticket).await?, 0, "nothing is filed before the person said so");
    chen.call("file_cancel", json!({ "upload": upload })).await.expect("given up");
    assert_eq!(contents(data.path())?, 0, "nor does its content stay");

    let upload = chen.send_file(&ticket, &material, "营业执照.bmp", &blurred(0)).await?;
    chen.finish_file(&upload, false).await?;
    let taken = chen.finish_file(&upload, true).await?;
    assert_eq!(taken["outcome"], "filed", "the only copy there is may be bad");
    assert_eq!((filed(&chen, &ticket).await?, contents(data.path())?), (1, 1));

    // A window that went away in the middle leaves nothing behind either.
    chen.send_file(&ticket, &material, "半份.bmp", &sharp(2)).await?;
    let upload = chen.send_file(&ticket, &material, "未定.bmp", &blurred(9)).await?;
    chen.finish_file(&upload, false).await?;
    chen.quit().await;
    assert_eq!(contents(data.path())?, 1);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hostile_file_is_held_apart_with_its_reason_and_never_reaches_the_case() -> Result<()> {
    let central = Central::start().await?;
    let data = TempDir::new()?;
    let chen = Station::signed_in(data.path(), &central.url(), "chen.yumei").await?;
    let (ticket, material) = case(&chen).await?;
    let upload = chen.send_file(&ticket, &material, "合同.pdf", &pdf_with_script()).await?;
    let taken = chen.finish_file(&upload, false).await?;
    assert_eq!((&taken["outcome"], &taken["held"]), (&json!("held"), &json!("pdf_script")));
    assert_eq!(filed(&chen, &ticket).await?, 0);
    let shown = files(&chen, &ticket).await?;
    assert_eq!(shown[0]["held"], "pdf_script");
    chen.settled().await?;
    let waiting = chen.call("files_on_the_way", json!({})).await.expect("listed");
    assert_eq!(waiting["files"], json!([]), "it stays on this station");

    let of = json!({ "ticket": ticket, "sha256": taken["sha256"] });
    let outside = chen.call("file_open_outside", of.clone()).await.expect_err("kept in");
    assert_eq!(outside.code, Code::NotFound);
    chen.call("file_discard", of).await.expect("discarded");
    assert_eq!((files(&chen, &ticket).await?.len(), contents(data.path())?), (0, 0));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_filed_is_refused_before_anything_is_sent() -> Result<()> {
    let central = Central::start().await?;
    let data = TempDir::new()?;
    let chen = Station::signed_in(data.path(), &central.url(), "chen.yumei").await?;
    let fresh = chen.tickets("station", Some("unclaimed")).await?;
    let unclaimed = fresh[0]["id"].clone();
    let begin = |ticket: &Value, bytes: u64| {
        let argument = json!({ "ticket": ticket, "material": "form", "name": "a.pdf",
            "bytes": bytes });
        chen.call("file_begin", argument)
    };
    let refused = begin(&unclaimed, 10).await.expect_err("nobody holds the case");
    assert_eq!(refused.code, Code::Refused);
    let (ticket, material) = case(&chen).await?;
    let refused = begin(&json!(ticket), 200 * 1024 * 1024 + 1).await.expect_err("too large");
    assert_eq!(refused.code, Code::FileTooLarge);

    // A file of another case cannot be read through this one.
    let upload = chen.send_file(&ticket, &material, "身份证.bmp", &sharp(3)).await?;
    let taken = chen.finish_file(&upload, false).await?;
    let through = json!({ "ticket": unclaimed, "sha256": taken["sha256"], "offset": 0,
        "length": 10 });
    let elsewhere = fresh.iter().map(|row| &row["id"]).find(|id| **id != json!(ticket));
    let through = json!({ "ticket": elsewhere, "sha256": through["sha256"], "offset": 0,
        "length": 10 });
    let refused = chen.call("file_read", through).await.expect_err("not of that case");
    assert_eq!(refused.code, Code::NotFound);
    let gap = chen.send_file(&ticket, &material, "缺口.bmp", &[]).await?;
    let piece = json!({ "upload": gap, "offset": 5, "data": "AAAA" });
    let refused = chen.call("file_piece", piece).await.expect_err("a gap");
    assert_eq!(refused.params.get("field").map(String::as_str), Some("offset"));
    chen.quit().await;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scan_is_taken_from_its_folder_once_it_is_finished_and_nothing_else_can_be() -> Result<()>
{
    let central = Central::start().await?;
    let (data, scans) = (TempDir::new()?, TempDir::new()?);
    let chen = Station::signed_in(data.path(), &central.url(), "chen.yumei").await?;
    let (ticket, material) = case(&chen).await?;
    let choose = |path: &Path, remove_taken: bool| json!({ "path": path.to_string_lossy(), "remove_taken": remove_taken });
    let gone = chen.call("scan_folder_set", choose(&scans.path().join("none"), true)).await;
    assert_eq!(gone.expect("kept all the same")["problem"], "missing");
    chen.call("scan_folder_set", choose(scans.path(), true)).await.expect("chosen");

    std::fs::write(scans.path().join("扫描0001.bmp"), sharp(4))?;
    std::fs::write(scans.path().join("扫描0002.bmp.part"), sharp(5))?;
    std::fs::write(data.path().join("secret.bmp"), sharp(6))?;
    // The folder tells by itself: no other event comes while nothing happens.
    let seen = |folder: &Value| folder["files"].as_array().is_some_and(|files| files.len() == 1);
    let folder = chen.until_of("scan_folder", json!({}), "the scan is offered", seen).await?;
    assert_eq!(folder["files"][0]["name"], "扫描0001.bmp");
    let small = chen.call("scan_thumbnail", json!({ "name": "扫描0001.bmp" })).await;
    assert!(small.expect("looked at")["jpeg"].is_string());

    let take = |name: &str| {
        let argument = json!({ "ticket": ticket, "material": material, "name": name,
            "despite_warnings": false });
        chen.call("scan_take", argument)
    };
    for bad in ["../secret.bmp", "/etc/passwd", "..", ""] {
        let refused = take(bad).await.expect_err("leads out of the folder");
        assert_eq!(refused.code, Code::BadInput, "{bad}");
    }
    assert_eq!(take("扫描0001.bmp").await.expect("taken")["outcome"], "filed");
    assert!(!scans.path().join("扫描0001.bmp").exists(), "no readable copy stays behind");
    assert_eq!(filed(&chen, &ticket).await?, 1);

    chen.call("scan_folder_set", choose(scans.path(), false)).await.expect("chosen");
    std::fs::write(scans.path().join("扫描0003.bmp"), sharp(7))?;
    assert_eq!(take("扫描0003.bmp").await.expect("taken")["outcome"], "filed");
    assert!(scans.path().join("扫描0003.bmp").exists(), "kept where the office wants it kept");
    Ok(())
}
