//! What the platform distributes: limits, routes; and clocks that ran out while a desk was off.

use anyhow::Result;
use bangban_domain::rulebook::Rules;
use bangban_platform::{clock, store};
use bangban_tests::central::{Central, PASSWORD};
use bangban_tests::station::Station;
use serde_json::{Value, json};
use tempfile::TempDir;

/// Puts another rule book in force.
async fn shorten(central: &Central) -> Result<()> {
    let mut book = store::rule_book::get(central.platform.db().read()).await?.expect("a book");
    book.limits.complex.amount = 1;
    book.limits.simple.amount = 1;
    "测试：一个工作日办结".clone_into(&mut book.limits.simple.source);
    let mut tx = central.platform.db().write().await?;
    store::rule_book::put(&mut tx, &book, clock::now()).await?;
    Ok(tx.commit().await?)
}

fn breaches(list: &Value) -> usize {
    let list = list.as_array().expect("a list");
    list.iter().filter(|n| n["kind"] == "clock_breach" && n["read_at"].is_null()).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_limit_that_changes_while_a_desk_is_off_tells_its_person_once_it_is_back() -> Result<()> {
    let central = Central::start().await?;
    let data = TempDir::new()?;
    let station = Station::signed_in(data.path(), &central.url(), "chen.yumei").await?;
    let looked = |list: &Value| list.as_array().is_some_and(|l| !l.is_empty());
    let first = station.until_of("notice_list", json!({}), "the first look", looked).await?;
    assert_eq!(breaches(&first), 0, "what was over before is in the queue, and no news");
    station.quit().await;

    shorten(&central).await?;
    let station = Station::new(data.path(), &central.url());
    station.sign_in("chen.yumei", PASSWORD).await.expect("signed in");
    let told = |list: &Value| breaches(list) > 0;
    let list = station.until_of("notice_list", json!({}), "the breaches", told).await?;
    let breach = list.as_array().expect("a list").iter().find(|n| n["kind"] == "clock_breach");
    let breach = breach.expect("a breach").clone();
    assert_eq!(breach["clock"], "resolution");
    let ask = json!({ "ticket": breach["ticket"], "kind": "resolution", "reference": null });
    let why = station.call("clock_explain", ask).await.expect("explained");
    assert_eq!(
        why["days"].as_array().expect("days").iter().filter(|d| d["counted"].is_number()).count(),
        1
    );
    assert!(why["source"].as_str().is_some_and(|s| !s.is_empty()), "who set the limit");
    let count = breaches(&station.call("notice_list", json!({})).await.expect("the list"));
    station.quit().await;

    let station = Station::new(data.path(), &central.url());
    station.sign_in("chen.yumei", PASSWORD).await.expect("signed in again");
    station.settled().await?;
    let list = station.call("notice_list", json!({})).await.expect("the list");
    assert_eq!(breaches(&list), count, "the same breach is told once");
    station.quit().await;
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_table_routes_by_place_and_a_request_that_is_there_already_is_pointed_out() -> Result<()>
{
    let central = Central::start().await?;
    let data = TempDir::new()?;
    let station = Station::signed_in(data.path(), &central.url(), "chen.yumei").await?;
    let shipped = Rules::shipped().book;
    assert!(shipped.routes.is_empty(), "the table comes from the platform");
    let route = |nature: &str, division: Value| {
        json!({ "matter": null, "nature": nature,
        "division": division })
    };
    let place = station.call("ticket_route", route("policy", json!("441322119203"))).await;
    assert_eq!(place.expect("routed")["organisation"], "masi", "the village itself");
    let own = station.call("ticket_route", route("policy", Value::Null)).await.expect("routed");
    assert_eq!(own["organisation"], "shiwan");
    let attitude = station.call("ticket_route", route("attitude", Value::Null)).await;
    let attitude = attitude.expect("routed");
    assert_eq!((&attitude["organisation"], &attitude["designated"]), (&json!("zwb"), &json!(true)));

    let requester = json!({ "kind": "natural_person", "name": "张晓雯", "document": "resident_id",
        "id_number": "4413 0019 9706 1232 65", "phone": null, "credit_code": null, "agent": null });
    let typed = json!({ "requester": requester, "matter": null });
    let similar = station.call("ticket_similar", typed).await.expect("compared");
    assert_eq!(similar[0]["likeness"], "document", "spaces do not hide it");
    assert_eq!(similar[0]["row"]["requester"], "张晓雯");
    let stranger = json!({ "requester": { "kind": "natural_person", "name": "无此人",
        "document": "resident_id", "id_number": null, "phone": null, "credit_code": null,
        "agent": null }, "matter": null });
    let none = station.call("ticket_similar", stranger).await.expect("compared");
    assert_eq!(none, json!([]));
    station.quit().await;
    central.stop().await
}
