//! A manager takes a case over while its holder is offline.

use anyhow::Result;
use bangban_tests::central::Central;
use bangban_tests::station::Station;
use bangban_tests::wire::Wire;
use serde_json::{Value, json};
use tempfile::TempDir;

/// Identity of the person with this account.
async fn person(station: &Station, account: &str) -> Value {
    let directory = station.call("directory", json!({})).await.expect("the directory");
    let staff = directory["staff"].as_array().expect("staff").iter();
    let found = staff.filter(|one| one["account"] == account).map(|one| one["id"].clone());
    found.collect::<Vec<_>>().pop().expect("the person")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_offline_work_of_a_relieved_holder_reaches_the_new_one_as_a_proposal() -> Result<()> {
    let central = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let folders = [TempDir::new()?, TempDir::new()?, TempDir::new()?];
    let old = Station::signed_in(folders[0].path(), &wire.url(), "chen.yumei").await?;
    let new = Station::signed_in(folders[1].path(), &central.url(), "lin.zhiqiang").await?;
    let manager = Station::signed_in(folders[2].path(), &central.url(), "zhong.wenhui").await?;
    let fresh = old.tickets("station", Some("unclaimed")).await?;
    let ticket = fresh[0]["id"].as_str().expect("an id").to_owned();
    old.act(&ticket, json!({ "do": "claim" })).await.expect("claimed");
    old.settled().await?;
    let held = |v: &Value| v["ticket"]["holder"].is_string();
    let argument = json!({ "ticket": ticket });
    let shown = manager.until_of("ticket_get", argument.clone(), "the claim", held).await?;
    assert!(shown["ticket"]["lease"]["expires_at"].is_number(), "the holder has a lease");

    wire.cut();
    old.until("the cut is noticed", |s| s["link"] == "offline").await?;
    let words = "已电话告知：请带户口簿和一寸照";
    let reply = json!({ "do": "reply", "text": words, "via": "phone" });
    old.act(&ticket, reply).await.expect("replied offline");
    let early = json!({ "do": "take_over", "from": person(&new, "chen.yumei").await,
        "to_staff": person(&new, "lin.zhiqiang").await, "reason": "急办" });
    new.until_of("ticket_get", argument.clone(), "the claim", held).await?;
    let refused = new.refused(&ticket, early.clone()).await.expect("the lease runs");
    assert_eq!(refused.1.as_deref(), Some("lease_runs"));
    manager.act(&ticket, early).await.expect("a manager may at any time");
    manager.settled().await?;
    wire.mend();

    old.until("a letter", |s| s["attention"] == 1 && s["pending"] == 0).await?;
    let decides = |v: &Value| v[0]["holder"]["name"] == "林志强";
    let letters = old.until_of("verdict_list", json!({}), "who decides now", decides).await?;
    assert_eq!((&letters[0]["parked"], &letters[0]["rule"]), (&json!(true), &json!("not_holder")));

    let proposed = |v: &Value| v["ticket"]["proposals"][0]["action"]["text"] == words;
    let shown = new.until_of("ticket_get", argument.clone(), "the proposal", proposed).await?;
    let told = |v: &Value| {
        let kinds = v.as_array().map(|all| all.iter().filter(|n| n["kind"] == "proposal_for_me"));
        kinds.is_some_and(|found| found.count() == 1)
    };
    new.until_of("notice_list", json!({}), "word of the proposal", told).await?;
    let proposal = &shown["ticket"]["proposals"][0]["id"];
    let take = json!({ "do": "answer_proposal", "proposal": proposal, "taken": true, "note": "" });
    let done = new.act(&ticket, take).await.expect("carried out");
    assert!(done["ticket"]["first_reply_at"].is_number(), "the reply counts");
    new.settled().await?;
    let taken = |v: &Value| v[0]["proposal"]["end"]["taken"] == true;
    old.until_of("verdict_list", json!({}), "what became of it", taken).await?;
    for station in [old, new, manager] {
        station.quit().await;
    }
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_action_is_proposed_from_its_letter_or_let_go_with_a_reason() -> Result<()> {
    let central = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let folders = [TempDir::new()?, TempDir::new()?];
    let slow = Station::signed_in(folders[0].path(), &wire.url(), "chen.yumei").await?;
    let quick = Station::signed_in(folders[1].path(), &central.url(), "lin.zhiqiang").await?;
    let fresh = slow.tickets("station", Some("unclaimed")).await?;
    let ticket = fresh[0]["id"].as_str().expect("an id").to_owned();
    wire.cut();
    slow.until("the cut is noticed", |s| s["link"] == "offline").await?;
    slow.act(&ticket, json!({ "do": "claim" })).await.expect("claimed offline");
    let reply = json!({ "do": "reply", "text": "请带户口簿", "via": "phone" });
    slow.act(&ticket, reply).await.expect("replied offline");
    quick.act(&ticket, json!({ "do": "claim" })).await.expect("claimed online");
    quick.settled().await?;
    wire.mend();
    let heard = |v: &Value| {
        let letters = v.as_array().map(|all| all.iter().filter(|l| l["holder"].is_object()));
        letters.is_some_and(|found| found.count() == 2)
    };
    let letters = slow.until_of("verdict_list", json!({}), "two letters", heard).await?;
    let letters = letters.as_array().expect("letters").clone();
    let about = |kind: &str| letters.iter().find(|l| l["action"]["do"] == kind).expect("a letter");
    assert_eq!(about("claim")["may_propose"], false, "nobody else can decide that");
    assert_eq!(about("reply")["may_propose"], true);

    let silent = json!({ "id": about("claim")["id"], "how": "let_go", "reason": " " });
    assert!(slow.call("verdict_clear", silent).await.is_err(), "letting go needs a reason");
    let let_go = json!({ "id": about("claim")["id"], "how": "let_go", "reason": "已由同事认领" });
    slow.call("verdict_clear", let_go).await.expect("let go");
    let propose = json!({ "id": about("reply")["id"], "how": "propose", "reason": "已口头说过" });
    slow.call("verdict_clear", propose).await.expect("proposed");
    slow.settled().await?;
    let proposed = |v: &Value| v["ticket"]["proposals"][0]["action"]["text"] == "请带户口簿";
    let argument = json!({ "ticket": ticket });
    quick.until_of("ticket_get", argument, "the proposal", proposed).await?;
    let kept = slow.call("verdict_list", json!({})).await.expect("letters");
    let reasons: Vec<_> =
        kept.as_array().expect("letters").iter().filter_map(|l| l["let_go"].as_str()).collect();
    assert_eq!(reasons, ["已由同事认领"], "the reason stays with the letter");
    slow.quit().await;
    quick.quit().await;
    central.stop().await
}
