//! What a desk is called: in the managers' list of stations, and at the desk itself.

use std::time::Duration;

use anyhow::Result;
use bangban_api::error::Code;
use bangban_tests::central::{Central, PASSWORD};
use bangban_tests::patience::until;
use bangban_tests::station::Station;
use serde_json::{Value, json};
use tempfile::TempDir;

/// Longest time until a new name has reached a manager.
const SOON: Duration = Duration::from_secs(40);

/// Waits until managers see the desk of this person under this name.
async fn seen_as(manager: &Station, person: &str, name: &str) -> Result<()> {
    until(&format!("the desk of {person} to be called {name}"), SOON, async || {
        let list = manager.call("stations_list", json!({})).await;
        let list = list.map_err(|error| anyhow::anyhow!("{:?}", error.code))?;
        let rows = list["stations"].as_array().cloned().unwrap_or_default();
        let row = rows.into_iter().find(|row| row["person"]["name"] == person);
        Ok(row.filter(|row| row["name"] == name).map(drop))
    })
    .await
}

async fn set(station: &Station, name: Option<&str>) -> Result<Value, Code> {
    station.call("desk_name_set", json!({ "name": name })).await.map_err(|error| error.code)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_desk_is_known_by_its_place_until_somebody_names_it_and_managers_see_the_new_name()
-> Result<()> {
    let central = Central::start().await?;
    let (folder, office) = (TempDir::new()?, TempDir::new()?);
    let desk = Station::signed_in(folder.path(), &central.url(), "chen.yumei").await?;
    let manager = Station::signed_in(office.path(), &central.url(), "liao.jianping").await?;
    let told = desk.call("desk_name_get", json!({})).await.expect("a name");
    let usual = told["usual"].as_str().expect("the usual one").to_owned();
    assert_eq!((&told["name"], &told["is_set"]), (&json!(usual), &json!(false)));
    assert!(usual.starts_with("石湾镇"), "where its person works comes first: {usual}");
    seen_as(&manager, "陈玉梅", &usual).await?;

    let named = set(&desk, Some(" 石湾镇便民服务中心 2号窗 ")).await.expect("named");
    assert_eq!(
        (&named["name"], &named["is_set"]),
        (&json!("石湾镇便民服务中心 2号窗"), &json!(true))
    );
    seen_as(&manager, "陈玉梅", "石湾镇便民服务中心 2号窗").await?;
    for wrong in ["两\n行", &"窗".repeat(81)] {
        assert_eq!(set(&desk, Some(wrong)).await.unwrap_err(), Code::BadInput);
    }
    let health = desk.call("station_health", json!({})).await.expect("how it is");
    assert_eq!(health["name"], "石湾镇便民服务中心 2号窗", "what is wrong was not kept");

    // A colleague at the same machine sits at the same window.
    desk.sign_in("lin.zhiqiang", PASSWORD).await.expect("signed in");
    desk.settled().await?;
    seen_as(&manager, "林志强", "石湾镇便民服务中心 2号窗").await?;
    let freed = set(&desk, None).await.expect("taken back");
    assert_eq!(freed["is_set"], false);
    seen_as(&manager, "林志强", freed["usual"].as_str().expect("the usual one")).await?;
    for station in [desk, manager] {
        station.quit().await;
    }
    central.stop().await
}
