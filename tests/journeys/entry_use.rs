//! What many people use comes up first for everybody, and only numbers are told for it.

use anyhow::{Context as _, Result};
use bangban_domain::knowledge::{KnowledgeEntry, KnowledgeKind};
use bangban_platform::clock;
use bangban_platform::store::knowledge;
use bangban_tests::central::Central;
use bangban_tests::station::Station;
use serde_json::{Value, json};
use tempfile::TempDir;

const TITLE: &str = "乌榄树挂牌保护怎么申请";
/// The one of the two that is used; by its key it comes last.
const USED: &str = "k-twin-2";

/// Two entries that answer the same just as well.
async fn publish_twins(central: &Central, matter: &str) -> Result<()> {
    let mut tx = central.platform.db().write().await?;
    for id in ["k-twin-1", USED] {
        let entry = KnowledgeEntry {
            id: id.to_owned(),
            version: 1,
            kind: KnowledgeKind::Procedure,
            title: TITLE.to_owned(),
            asked_as: Vec::new(),
            answer: vec!["到镇林业站登记。".to_owned()],
            matters: vec![matter.to_owned()],
            department: "县林业局".to_owned(),
            basis: Vec::new(),
            themes: Vec::new(),
            effective_from: "2026-01-01".parse()?,
            expires_on: None,
            review_on: None,
        };
        knowledge::put(&mut tx, &entry, clock::now()).await?;
    }
    Ok(tx.commit().await?)
}

/// A case with a matter, and its matter.
async fn case_with_matter(station: &Station) -> Result<(String, String)> {
    for row in station.tickets("all", None).await? {
        let id = row["id"].as_str().context("an id")?;
        let view = station.case(id).await?;
        if let Some(matter) = view["ticket"]["matter"]["id"].as_str() {
            return Ok((id.to_owned(), matter.to_owned()));
        }
    }
    anyhow::bail!("the sample has no such case")
}

async fn has_twins(station: &Station) -> Result<()> {
    let there = |found: &Value| order(found).len() == 2;
    station.until_of("search", asked(), "both entries", there).await?;
    Ok(())
}

fn asked() -> Value {
    let filters = json!({ "department": null, "object": null, "theme": null, "level": null });
    json!({ "text": TITLE, "kinds": ["knowledge"], "filters": filters, "limit": 10 })
}

/// Keys of the two, in the order in which they are found.
fn order(found: &Value) -> Vec<&str> {
    let hits = found["groups"][0]["hits"].as_array().into_iter().flatten();
    hits.filter(|hit| hit["title"] == TITLE).filter_map(|hit| hit["key"].as_str()).collect()
}

/// Uses the entry so often, then does something that is told to the platform, and with it the count.
async fn use_and_report(station: &Station, times: usize) -> Result<()> {
    for _ in 0..times {
        let used = json!({ "kind": "knowledge", "key": USED });
        station.call("search_used", used).await.expect("counted");
    }
    let asked = json!({ "question": null, "step": { "step": "ask", "text": "挂牌要交费吗",
        "proposed": null, "origin": { "from": "entry", "entry": USED, "version": 1 },
        "matter": null, "department": null } });
    station.call("question_act", asked).await.expect("raised");
    station.settled().await
}

async fn is_used(station: &Station, times: u32) -> Result<()> {
    let told = |view: &Value| view["uses"] == times;
    station.until_of("knowledge_get", json!({ "id": USED }), "the number", told).await?;
    Ok(())
}

/// Compares the library with the platform's: that they hold the same.
async fn agrees(station: &Station) -> Result<()> {
    station.call("station_compare", json!({})).await.expect("asked");
    let library = |health: &Value| {
        let mut parts = health["parts"].as_array().into_iter().flatten();
        parts.find(|part| part["what"] == "library").cloned()
    };
    let compared = |health: &Value| {
        library(health).is_some_and(|part| part["checked_at"].as_i64().is_some_and(|at| at > 0))
    };
    let health = station.until_of("station_health", json!({}), "a comparison", compared).await?;
    let part = library(&health).context("the library")?;
    assert_eq!((&part["same"], &part["repairs"]), (&json!(true), &json!(0)));
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_colleague_inserts_often_comes_first_and_nothing_else_is_told() -> Result<()> {
    let central = Central::start_with(|config| config.usage_hours = 0).await?;
    let folders = [TempDir::new()?, TempDir::new()?];
    let chen = Station::signed_in(folders[0].path(), &central.url(), "chen.yumei").await?;
    let lin = Station::signed_in(folders[1].path(), &central.url(), "lin.zhiqiang").await?;
    let (ticket, matter) = case_with_matter(&lin).await?;
    publish_twins(&central, &matter).await?;
    has_twins(&chen).await?;
    has_twins(&lin).await?;
    let found = lin.call("search", asked()).await.expect("found");
    assert_eq!(order(&found), ["k-twin-1", USED], "equals");

    let reply = json!({ "id": null, "title": "挂牌", "text": "请到林业站。" });
    let own = chen.call("reply_save", reply).await.expect("kept");
    let own = json!({ "kind": "reply", "key": own[0]["id"] });
    chen.call("search_used", own).await.expect("counted, for chen");
    use_and_report(&chen, 5).await?;
    is_used(&lin, 5).await?;
    let found = lin.call("search", asked()).await.expect("found");
    assert_eq!(order(&found), [USED, "k-twin-1"]);
    let query = json!({ "text": "", "kind": null, "offset": 0, "limit": 10 });
    let list = lin.call("knowledge_search", query).await.expect("listed");
    assert_eq!(list["rows"][0]["id"], USED, "what is used most comes first while nothing is typed");
    let offered = lin.call("suggestions", json!({ "ticket": ticket })).await.expect("offered");
    assert_eq!(offered["entries"][0]["row"]["id"], USED, "and beside a case");

    use_and_report(&chen, 2).await?;
    is_used(&lin, 7).await?;
    agrees(&lin).await?;
    let entry = lin.call("knowledge_get", json!({ "id": USED })).await.expect("the entry");
    assert_eq!(entry["open_questions"], 2, "what chen said of it");
    let known: Vec<(String, i64)> = sqlx::query_as("SELECT entry, uses FROM entry_use")
        .fetch_all(central.platform.db().read())
        .await?;
    assert_eq!(known, [(USED.to_owned(), 7)], "own replies stay here");
    chen.quit().await;
    lin.quit().await;
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_platform_that_was_restored_hears_again_what_it_had_heard() -> Result<()> {
    let central = Central::start_with(|config| config.usage_hours = 0).await?;
    let (here, backup) = (TempDir::new()?, TempDir::new()?);
    let chen = Station::signed_in(here.path(), &central.url(), "chen.yumei").await?;
    let (_, matter) = case_with_matter(&chen).await?;
    publish_twins(&central, &matter).await?;
    has_twins(&chen).await?;
    central.copy_database(backup.path())?;
    use_and_report(&chen, 3).await?;
    is_used(&chen, 3).await?;
    let address = central.address();
    central.stop().await?;

    let central = Central::restore(backup, address).await?;
    chen.call("sync_now", json!({})).await.expect("asked");
    let there = TempDir::new()?;
    let lin = Station::signed_in(there.path(), &central.url(), "lin.zhiqiang").await?;
    is_used(&lin, 3).await?;
    chen.quit().await;
    lin.quit().await;
    central.stop().await
}
