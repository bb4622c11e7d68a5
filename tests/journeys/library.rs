//! The library on the workstation: the shipped sample always, the real export where it lies.

use std::path::PathBuf;

use anyhow::Result;
use bangban_tests::central::Central;
use bangban_tests::station::Station;
use serde_json::{Value, json};
use tempfile::TempDir;

async fn search(station: &Station, text: &str) -> Value {
    let query = json!({ "text": text, "department": null, "level": null, "theme": null,
        "object": null, "offset": 0, "limit": 20 });
    station.call("matter_search", query).await.expect("a search")
}

fn first(page: &Value) -> &str {
    page["rows"][0]["name"].as_str().unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_words_people_use_lead_to_the_matter_and_its_full_page() -> Result<()> {
    let central = Central::start().await?;
    let data = TempDir::new()?;
    let station = Station::signed_in(data.path(), &central.url(), "chen.yumei").await?;
    for (typed, expected) in [
        ("低保", "最低生活保障"),
        ("身份证", "身份证"),
        ("食品", "食品"),
        ("公积金 租房", "住房公积金"),
    ] {
        let found = search(&station, typed).await;
        assert!(first(&found).contains(expected), "{typed} found {}", first(&found));
    }
    let found = search(&station, "结婚").await;
    let key = found["rows"][0]["id"].clone();
    let page = station.call("matter_get", json!({ "id": key })).await.expect("the page");
    assert!(!page["matter"]["materials"].as_array().expect("materials").is_empty());
    assert!(!page["knowledge"].as_array().expect("entries").is_empty(), "knowledge is linked");
    assert_eq!(search(&station, "").await["total"], 48, "an empty search lists the library");
    assert_eq!(search(&station, "量子纠缠").await["total"], 0);
    station.quit().await;
    central.stop().await
}

/// The real export, where it lies beside the repository.
fn real_export() -> Option<PathBuf> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    let folder = std::env::var_os("BANGBAN_SHARED_DATA").map_or(beside, PathBuf::from);
    Some(folder.join("guangdong-matters.jsonl")).filter(|path| path.exists())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_real_matters_sync_to_a_station_and_can_be_searched() -> Result<()> {
    let Some(export) = real_export() else {
        println!("not run: the real export is not beside the repository");
        return Ok(());
    };
    let central = Central::start().await?;
    let now = bangban_platform::clock::now();
    let db = central.platform.db();
    let report = bangban_platform::import::import_matters(db, &export, now).await?;
    assert_eq!(report.rows_in, 2_262);
    let data = TempDir::new()?;
    let station = Station::signed_in(data.path(), &central.url(), "chen.yumei").await?;
    let facets = station.call("library_facets", json!({})).await.expect("facets");
    assert_eq!(facets["matters"].as_u64(), Some(report.stored as u64 + 48));
    let found = search(&station, "恢复养老保险待遇").await;
    assert!(first(&found).contains("养老保险待遇"), "found {}", first(&found));

    // What the guides lack is counted over all of them, and each count leads to its matters.
    let health = station.call("library_health", json!({})).await.expect("health");
    assert_eq!(health["matters"], facets["matters"]);
    let findings = health["findings"].as_array().expect("findings");
    let broken: Vec<_> = findings.iter().filter(|f| f["matters"].as_u64() > Some(0)).collect();
    assert!(broken.len() > 3, "{health}");
    println!("{health}");
    for finding in broken {
        let what = json!({ "what": finding["what"] });
        let listed = station.call("library_findings", what).await.expect("listed");
        assert_eq!(listed["total"], finding["matters"], "{finding}");
    }
    let code = findings.iter().find(|f| f["what"] == "department_code_invalid");
    assert_eq!(code.map(|f| &f["matters"]), Some(&json!(6)), "as the import warned");
    station.quit().await;
    central.stop().await
}
