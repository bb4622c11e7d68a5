//! What is suggested beside a case, and what of it may be sent.

use anyhow::{Context as _, Result};
use bangban_api::error::Code;
use bangban_tests::central::Central;
use bangban_tests::station::Station;
use serde_json::{Value, json};
use tempfile::TempDir;

/// A case with a matter that the sample has entries for.
async fn case(station: &Station) -> Result<Value> {
    for row in station.tickets("all", None).await? {
        let view = station.case(row["id"].as_str().context("an id")?).await?;
        let id = &view["ticket"]["matter"]["id"];
        if id.is_null() {
            continue;
        }
        let matter = station.call("matter_get", json!({ "id": id })).await.expect("a matter");
        if matter["knowledge"].as_array().is_some_and(|entries| !entries.is_empty()) {
            return Ok(view["ticket"].clone());
        }
    }
    anyhow::bail!("the sample has no such case")
}

async fn suggestions(station: &Station, ticket: &Value) -> Value {
    station.call("suggestions", json!({ "ticket": ticket["id"] })).await.expect("suggestions")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_is_offered_the_entries_of_its_matter_with_what_they_rest_on() -> Result<()> {
    let central = Central::start().await?;
    let data = TempDir::new()?;
    let station = Station::signed_in(data.path(), &central.url(), "chen.yumei").await?;
    let ticket = case(&station).await?;
    let offered = suggestions(&station, &ticket).await;
    assert_eq!(offered["matters"], json!([]), "it has one");
    let entries = offered["entries"].as_array().context("entries")?;
    assert!(!entries.is_empty() && entries.len() <= 4);
    assert_eq!(entries[0]["why"]["because"], "matter");
    let entry = json!({ "id": entries[0]["row"]["id"] });
    let entry = station.call("knowledge_get", entry).await.expect("the entry");
    let basis = entry["entry"]["basis"].as_array().context("its basis")?;
    let text = entries[0]["text"].as_str().context("a text")?;
    for basis in basis {
        assert!(text.contains(basis["title"].as_str().context("a title")?), "{text}");
    }
    station.quit().await;
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_own_reply_is_filled_in_for_each_case_and_names_what_the_case_does_not_say() -> Result<()>
{
    let central = Central::start().await?;
    let data = TempDir::new()?;
    let station = Station::signed_in(data.path(), &central.url(), "chen.yumei").await?;
    let reply = |text: &str| json!({ "id": null, "title": "已受理", "text": text });
    let unknown = station.call("reply_save", reply("{天气}不错")).await.expect_err("no such word");
    assert_eq!((unknown.code, unknown.params["variable"].as_str()), (Code::BadInput, "天气"));
    let empty = station.call("reply_save", reply("  ")).await.expect_err("nothing to keep");
    assert_eq!(empty.params["field"], "text");
    let text = "{称呼}您好，{事项}已受理，编号{编号}，{专员}。";
    let kept = station.call("reply_save", reply(text)).await.expect("kept");
    station.quit().await;

    let station = Station::signed_in(data.path(), &central.url(), "chen.yumei").await?;
    let ticket = case(&station).await?;
    let offered = suggestions(&station, &ticket).await;
    let own = offered["replies"].as_array().context("replies")?;
    let own = own.iter().find(|reply| reply["why"]["because"] == "own").context("mine")?;
    assert_eq!(own["key"], kept[0]["id"], "it outlives the program");
    let text = own["text"].as_str().context("a text")?;
    for said in [&ticket["requester"]["name"], &ticket["matter"]["name"], &json!("陈玉梅")] {
        assert!(text.contains(said.as_str().context("said")?), "{text}");
    }
    let number = ticket["number"].as_str();
    assert_eq!(own["missing"] == json!(["number"]), number.is_none(), "{own}");
    assert_eq!(text.contains("{编号}"), number.is_none(), "{text}");

    let none = station.call("reply_remove", json!({ "id": kept[0]["id"] })).await.expect("gone");
    assert_eq!(none, json!([]));
    station.quit().await;
    central.stop().await
}
