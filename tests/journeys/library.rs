//! The library on the workstation: the shipped sample always, the real export where it lies.

use std::path::PathBuf;

use anyhow::Result;
use bangban_api::error::Code;
use bangban_platform::store::matters;
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

#[tokio::test(flavor = "multi_thread")]
async fn a_new_version_of_a_guide_is_told_to_who_has_a_case_and_the_case_keeps_its_own()
-> Result<()> {
    let central = Central::start().await?;
    let data = TempDir::new()?;
    let station = Station::signed_in(data.path(), &central.url(), "chen.yumei").await?;
    let mine = station.tickets("mine", None).await?;
    let mut about = None;
    for row in &mine {
        let view = station.case(row["id"].as_str().expect("an id")).await?;
        if !view["ticket"]["matter"]["id"].is_null() {
            about = Some(view["ticket"].clone());
            break;
        }
    }
    let ticket = about.expect("the sample has a case of hers about a matter");
    let (id, kept) = (&ticket["matter"]["id"], &ticket["matter"]["version"]);

    let (db, key) = (central.platform.db(), id.as_str().expect("a key"));
    let mut matter = matters::get(db.read(), key).await?.expect("the matter");
    let gone = matter.materials.remove(0).name;
    let mut tx = db.write().await?;
    matters::put(&mut tx, &matter, bangban_platform::clock::now()).await?;
    tx.commit().await?;

    let told = |list: &Value| {
        let notices = list.as_array().into_iter().flatten();
        let mut about = notices.filter(|notice| notice["kind"] == "matter_changed");
        about.any(|notice| notice["ticket"] == ticket["id"])
    };
    station.until_of("notice_list", json!({}), "the notice", told).await?;
    let history = station.call("matter_history", json!({ "id": id })).await.expect("history");
    let change = &history["versions"][0]["changes"][0];
    assert_eq!(change["part"], "materials");
    assert!(change["before"][0].as_str().expect("a line").starts_with(&gone), "{change}");
    let cases = history["cases"].as_array().expect("cases");
    let case = cases.iter().find(|case| case["row"]["id"] == ticket["id"]).expect("her case");
    assert_eq!((&case["version"], &case["changes"][0]), (kept, change));

    let named = |view: &Value| {
        let materials = view["matter"]["materials"].as_array().expect("materials");
        materials.iter().any(|material| material["name"] == gone.as_str())
    };
    let now = station.call("matter_get", json!({ "id": id })).await.expect("the present one");
    let then = json!({ "id": id, "version": kept });
    let then = station.call("matter_version", then).await.expect("the one it keeps");
    assert_eq!((named(&now), named(&then)), (false, true));
    let never = station.call("matter_version", json!({ "id": id, "version": 99 })).await;
    assert_eq!(never.expect_err("there is none").code, Code::NotFound);
    station.quit().await;
    central.stop().await
}
