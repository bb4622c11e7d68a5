//! Pre-review and the one correction notice, mostly without a network.

use anyhow::Result;
use bangban_tests::central::Central;
use bangban_tests::station::Station;
use bangban_tests::wire::Wire;
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

async fn judge(station: &Station, ticket: &str, material: &str, verdict: Value) -> Value {
    let action = json!({ "do": "judge_material", "material": material, "verdict": verdict });
    station.act(ticket, action).await.expect("judged")
}

fn rule(refused: Option<(bangban_api::error::Code, Option<String>)>) -> Option<String> {
    refused.and_then(|refusal| refusal.1)
}

#[tokio::test(flavor = "multi_thread")]
async fn all_defects_are_told_at_once_and_a_second_notice_needs_the_manager() -> Result<()> {
    let central = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let folders = [TempDir::new()?, TempDir::new()?];
    let chen = Station::signed_in(folders[0].path(), &wire.url(), "chen.yumei").await?;
    let manager = Station::signed_in(folders[1].path(), &central.url(), "liao.jianping").await?;
    let fresh = chen.tickets("station", Some("unclaimed")).await?;
    let ticket = fresh[0]["id"].as_str().expect("an id").to_owned();
    let found = chen.call(
        "matter_search",
        json!({ "text": "食品经营许可（新办）", "theme": null,
        "department": null, "level": null, "object": null, "offset": 0, "limit": 5 }),
    );
    let found = found.await.map_err(|e| anyhow::anyhow!("{:?}", e.code))?;
    let matter = found["rows"][0]["id"].as_str().expect("a matter").to_owned();

    wire.cut();
    chen.until("the cut is noticed", |s| s["link"] == "offline").await?;
    chen.act(&ticket, json!({ "do": "claim" })).await.expect("claimed");
    let early = json!({ "ticket": ticket, "matter": matter, "situation": "catering" });
    let refused = chen.call("review_open", early.clone()).await.expect_err("too early");
    assert_eq!(refused.params.get("rule").map(String::as_str), Some("stage_too_early"));
    let guide = json!({ "do": "advance", "to": "guidance", "note": "指导填表" });
    chen.act(&ticket, guide).await.expect("advanced");
    let opened = chen.call("review_open", early).await.expect("opened without a network");
    let items = opened["ticket"]["review"]["items"].as_array().expect("a checklist").clone();
    let keys: Vec<_> = items.iter().map(|i| i["material"].as_str().expect("a key")).collect();
    assert!(keys.contains(&"layout") && !keys.contains(&"canteen_contract"), "{keys:?}");
    let paper = json!({ "do": "receive_materials", "received": [
        { "material": "form", "paper": { "originals": 1, "copies": 0 } }] });
    let received = chen.act(&ticket, paper).await.expect("received");
    let kinds: Vec<_> =
        received["clocks"].as_array().expect("clocks").iter().map(|c| &c["kind"]).collect();
    assert!(kinds.contains(&&json!("one_notice")), "the five days of the law begin: {kinds:?}");

    let issue = json!({ "do": "issue_correction", "due_days": 5, "basis": "行政许可法第三十二条" });
    assert_eq!(
        rule(chen.refused(&ticket, issue.clone()).await).as_deref(),
        Some("verdicts_incomplete")
    );
    let fix = json!({ "verdict": "needs_fixing", "defect": "未签名", "fix": "本人签名" });
    for key in &keys {
        let verdict = match *key {
            "form" | "layout" => fix.clone(),
            _ => json!({ "verdict": "meets" }),
        };
        judge(&chen, &ticket, key, verdict).await;
    }
    let issued = chen.act(&ticket, issue.clone()).await.expect("issued without a network");
    let notice = &issued["ticket"]["review"]["corrections"][0];
    assert_eq!(notice["defects"].as_array().map(Vec::len), Some(2), "everything at once");
    wire.mend();
    chen.settled().await?;

    let again = json!({ "do": "resubmit", "late": null, "note": "" });
    let back = chen.act(&ticket, again).await.expect("handed in again");
    let open: Vec<_> = back["ticket"]["review"]["items"]
        .as_array()
        .expect("lines")
        .iter()
        .filter(|i| i["judged"].is_null())
        .map(|i| i["material"].clone())
        .collect();
    assert_eq!(open, [json!("form"), json!("layout")], "only what was to be mended");
    judge(&chen, &ticket, "form", json!({ "verdict": "meets" })).await;
    judge(&chen, &ticket, "layout", fix).await;
    let needs_leave = rule(chen.refused(&ticket, issue.clone()).await);
    assert_eq!(needs_leave.as_deref(), Some("second_notice_needs_leave"));
    chen.settled().await?;
    let seen = |v: &Value| v["ticket"]["review"]["round"] == 2;
    manager.until_of("ticket_get", json!({ "ticket": ticket }), "the second round", seen).await?;
    let leave = json!({ "do": "allow_correction", "reason": "布局图仍有交叉，确需再次告知" });
    manager.act(&ticket, leave).await.expect("allowed");
    let allowed = |v: &Value| v["ticket"]["review"]["leave"].is_object();
    chen.until_of("ticket_get", json!({ "ticket": ticket }), "the leave", allowed).await?;
    chen.act(&ticket, issue).await.expect("the second notice");
    chen.settled().await?;
    chen.act(&ticket, json!({ "do": "resubmit", "late": null, "note": "" })).await.expect("again");
    judge(&chen, &ticket, "layout", json!({ "verdict": "meets" })).await;
    let passed = chen.act(&ticket, json!({ "do": "submit", "note": "" })).await.expect("passed on");
    assert_eq!(passed["ticket"]["stage"], "assistance");
    let kinds: Vec<_> =
        passed["clocks"].as_array().expect("clocks").iter().map(|c| &c["kind"]).collect();
    assert!(kinds.contains(&&json!("promised")), "the promise drives the clock now: {kinds:?}");
    chen.settled().await?;

    let (there, _) = central.ticket(Uuid::parse_str(&ticket)?).await?;
    let there = serde_json::to_value(there.expect("the platform has it"))?;
    let here = chen.case(&ticket).await?;
    assert_eq!(there["review"], here["ticket"]["review"], "both sides agree");
    assert_eq!(there["status"], "under_examination");
    assert_eq!(chen.call("verdict_list", json!({})).await.expect("verdicts"), json!([]));
    chen.quit().await;
    manager.quit().await;
    central.stop().await
}
