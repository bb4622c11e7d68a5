//! Two stations want the same ticket.

use anyhow::Result;
use bangban_tests::central::Central;
use bangban_tests::station::Station;
use bangban_tests::wire::Wire;
use serde_json::{Value, json};
use tempfile::TempDir;

#[tokio::test(flavor = "multi_thread")]
async fn one_claim_wins_and_the_other_is_told_and_keeps_every_word() -> Result<()> {
    let central = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let folders = [TempDir::new()?, TempDir::new()?];
    let slow = Station::signed_in(folders[0].path(), &wire.url(), "chen.yumei").await?;
    let quick = Station::signed_in(folders[1].path(), &central.url(), "lin.zhiqiang").await?;
    let fresh = slow.tickets("station", Some("unclaimed")).await?;
    let ticket = fresh[0]["id"].as_str().expect("an id").to_owned();
    let words = "您好，材料清单已发到您手机";

    wire.cut();
    slow.until("the cut is noticed", |s| s["link"] == "offline").await?;
    slow.act(&ticket, json!({ "do": "claim" })).await.expect("claimed offline");
    let reply = json!({ "do": "reply", "text": words, "via": "message" });
    slow.act(&ticket, reply).await.expect("replied offline");
    quick.act(&ticket, json!({ "do": "claim" })).await.expect("claimed online");
    quick.settled().await?;
    wire.mend();

    slow.until("two letters", |s| s["attention"] == 2 && s["pending"] == 0).await?;
    let letters = slow.call("verdict_list", json!({})).await.expect("letters");
    let letters = letters.as_array().expect("a list").clone();
    let claim = letters.iter().find(|l| l["action"]["do"] == "claim").expect("about the claim");
    assert_eq!(claim["rule"], "already_claimed");
    assert_eq!(claim["meanwhile"][0]["actor"]["name"], "林志强", "who was quicker");
    let about_reply = letters.iter().find(|l| l["action"]["do"] == "reply").expect("the reply");
    assert_eq!(about_reply["action"]["text"], words, "every word is kept");

    let held = |v: &Value| v["ticket"]["holder"].is_string();
    let argument = json!({ "ticket": ticket });
    assert_eq!(about_reply["meanwhile"][0]["actor"]["name"], "林志强", "and why it was too late");
    let shown = slow.until_of("ticket_get", argument, "the winner is shown", held).await?;
    let holder = shown["ticket"]["holder"].as_str().expect("held").to_owned();
    assert_eq!(shown["people"][&holder]["name"], "林志强", "the loser's screen tells the truth");
    let refused = slow.refused(&ticket, json!({ "do": "claim" })).await.expect("refused");
    assert_eq!(refused.1.as_deref(), Some("already_claimed"));

    let to_draft = json!({ "id": about_reply["id"], "how": "to_draft" });
    slow.call("verdict_clear", to_draft).await.expect("put away");
    let key = json!({ "key": format!("note:{ticket}") });
    let draft = slow.call("draft_get", key).await.expect("the draft");
    assert_eq!(
        draft["draft"]["text"], words,
        "the words can be used again, as a note: the ticket is held by another"
    );
    let state = slow.call("sync_state", json!({})).await.expect("state");
    assert_eq!(state["attention"], Value::from(1), "only the claim's letter still waits");
    slow.quit().await;
    quick.quit().await;
    central.stop().await
}
