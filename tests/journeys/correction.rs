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

#[tokio::test(flavor = "multi_thread")]
async fn a_verdict_that_came_too_late_goes_back_to_its_line_when_the_case_comes_back() -> Result<()>
{
    let central = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let folders = [TempDir::new()?, TempDir::new()?, TempDir::new()?];
    let chen = Station::signed_in(folders[0].path(), &wire.url(), "chen.yumei").await?;
    let manager = Station::signed_in(folders[1].path(), &central.url(), "liao.jianping").await?;
    let lin = Station::signed_in(folders[2].path(), &central.url(), "lin.zhiqiang").await?;
    let mine = chen.tickets("mine", Some("working")).await?;
    let mut reviewed = None;
    for row in &mine {
        let id = row["id"].as_str().expect("an id").to_owned();
        let case = chen.case(&id).await?;
        let items = case["ticket"]["review"]["items"].as_array().cloned().unwrap_or_default();
        let open = items.iter().find(|item| item["judged"].is_null());
        reviewed = reviewed.or(open.map(|item| (id, item["material"].clone())));
    }
    let (ticket, material) = reviewed.expect("a case of the sample in the middle of its review");
    let material = material.as_str().expect("a key");
    let people = chen.call("directory", json!({})).await.expect("colleagues");
    let id_of = |account: &str| {
        let staff = people["staff"].as_array().expect("staff").iter();
        staff.clone().find(|person| person["account"] == account).expect(account)["id"].clone()
    };
    let assign = |to: &str| {
        json!({ "do": "assign", "to_staff": id_of(to), "to_organisation": "shiwan",
            "note": "调整承办人" })
    };

    wire.cut();
    chen.until("the cut is noticed", |s| s["link"] == "offline").await?;
    let verdict = json!({ "verdict": "needs_fixing", "defect": "未签名", "fix": "本人签名" });
    judge(&chen, &ticket, material, verdict).await;
    manager.act(&ticket, assign("lin.zhiqiang")).await.expect("assigned to a colleague");
    manager.settled().await?;
    lin.until_of("ticket_get", json!({ "ticket": ticket }), "it arrives", |case| {
        case["ticket"]["status"] == "awaiting_signature"
    })
    .await?;
    lin.act(&ticket, json!({ "do": "sign_for" })).await.expect("signed for");
    lin.settled().await?;
    wire.mend();
    let letters =
        chen.until_of("verdict_list", json!({}), "a letter", |l| l[0]["id"].is_string()).await?;
    assert_eq!(letters[0]["parked"], true, "the colleague decides now");

    manager
        .until_of("ticket_get", json!({ "ticket": ticket }), "the signature", |case| {
            case["ticket"]["status"] == "working"
        })
        .await?;
    manager.act(&ticket, assign("chen.yumei")).await.expect("and back again");
    manager.settled().await?;
    chen.until_of("ticket_get", json!({ "ticket": ticket }), "it comes back", |case| {
        case["ticket"]["status"] == "awaiting_signature"
    })
    .await?;
    chen.act(&ticket, json!({ "do": "sign_for" })).await.expect("signed for");
    let clear = json!({ "id": letters[0]["id"], "how": "to_draft" });
    chen.call("verdict_clear", clear).await.expect("taken back");
    let key = json!({ "key": format!("review:{ticket}:{material}") });
    let draft = chen.call("draft_get", key).await.expect("asked");
    let text = draft["draft"]["text"].as_str().expect("the verdict is a draft again");
    let form: Value = serde_json::from_str(text)?;
    assert_eq!(form, json!({ "kind": "needs_fixing", "defect": "未签名", "fix": "本人签名" }));
    Ok(())
}
