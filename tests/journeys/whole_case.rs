//! A case with everyone who has a part in it: triage, units, urging, pauses, merging, the loop.

use anyhow::Result;
use bangban_tests::central::Central;
use bangban_tests::station::Station;
use bangban_tests::wire::Wire;
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

async fn told(station: &Station, kind: &'static str, ticket: &str) -> Result<()> {
    let ticket = ticket.to_owned();
    let there = move |list: &Value| {
        let list = list.as_array().expect("a list");
        list.iter().any(|n| n["kind"] == kind && n["ticket"] == ticket.as_str())
    };
    station.until_of("notice_list", json!({}), kind, there).await.map(drop)
}

async fn reaches(station: &Station, ticket: &str, status: &'static str) -> Result<Value> {
    let there = move |view: &Value| view["ticket"]["status"] == status && view["pending"] == 0;
    station.until_of("ticket_get", json!({ "ticket": ticket }), status, there).await
}

fn close(outcome: &str) -> Value {
    json!({ "do": "close", "outcome": outcome, "feedback": "已电话告知结果", "via": "phone" })
}

#[tokio::test(flavor = "multi_thread")]
async fn lead_assisting_unit_manager_and_first_responder_carry_one_case_to_its_end() -> Result<()> {
    let central = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let folders = [TempDir::new()?, TempDir::new()?, TempDir::new()?, TempDir::new()?];
    let chen = Station::signed_in(folders[0].path(), &wire.url(), "chen.yumei").await?;
    let second = Station::signed_in(folders[3].path(), &central.url(), "zeng.guodong").await?;
    let expert = Station::signed_in(folders[1].path(), &central.url(), "he.mingyuan").await?;
    let manager = Station::signed_in(folders[2].path(), &central.url(), "liao.jianping").await?;
    let ticket = text(&chen.tickets("station", Some("unclaimed")).await?[0]["id"]);

    // Without a network: claim, triage, ask a unit to assist, stand still, go on.
    wire.cut();
    chen.until("the cut is noticed", |s| s["link"] == "offline").await?;
    chen.act(&ticket, json!({ "do": "claim" })).await.expect("claimed");
    let triage = json!({ "outcome": "own_level", "complex": true, "note": "涉及人社部门" });
    chen.act(&ticket, json!({ "do": "triage", "triage": triage })).await.expect("triaged");
    let ask = json!({ "do": "ask_assist", "organisation": "hrss", "task": "核实缴费年限",
        "due_days": 3 });
    let asked = chen.act(&ticket, ask).await.expect("asked");
    let assist = asked["ticket"]["assists"][0]["id"].clone();
    let ask = json!({ "do": "ask_assist", "organisation": "police", "task": "核实户籍",
        "due_days": 3 });
    let asked = chen.act(&ticket, ask).await.expect("asked as well");
    let other = asked["ticket"]["assists"][1]["id"].clone();
    let stop = json!({ "do": "suspend", "kind": "applicant_asked", "reason": "等其家人回来" });
    let still = chen.act(&ticket, stop).await.expect("suspended");
    let resolution = still["clocks"].as_array().expect("clocks").iter();
    let resolution = resolution.clone().find(|c| c["kind"] == "resolution").expect("it runs");
    assert_eq!(resolution["paused"], true, "the time stands still at once, also offline");
    chen.act(&ticket, json!({ "do": "resume", "note": "" })).await.expect("resumed");
    assert_eq!(
        chen.refused(&ticket, close("answered")).await.and_then(|r| r.1).as_deref(),
        Some("assist_open"),
        "the rule is the same without a network"
    );
    wire.mend();
    chen.settled().await?;

    told(&expert, "assist_asked", &ticket).await?;
    told(&second, "assist_asked", &ticket).await?;
    for unit in [&expert, &second] {
        let waiting = unit.tickets("waiting", None).await?;
        let waits = waiting.iter().any(|row| row["id"] == ticket.as_str());
        assert!(waits, "the case waits for every unit that was asked");
    }
    let answer = json!({ "do": "answer_assist", "assist": other, "text": "户籍属实" });
    second.act(&ticket, answer).await.expect("the second unit answers first");
    let left = second.tickets("waiting", None).await?;
    assert!(left.iter().all(|row| row["id"] != ticket.as_str()), "its part is done");
    told(&chen, "assist_answered", &ticket).await?;
    let answer = json!({ "do": "answer_assist", "assist": assist, "text": "缴满十五年" });
    expert.act(&ticket, answer).await.expect("the unit answers");
    told(&chen, "assist_answered", &ticket).await?;

    let urge = json!({ "do": "urge", "text": "请今天答复申请人", "due_days": 1 });
    let urged = manager.act(&ticket, urge).await.expect("urged");
    told(&chen, "urged", &ticket).await?;
    let urging = urged["ticket"]["urgings"][0]["id"].clone();
    let answer = json!({ "do": "answer_urging", "urging": urging, "text": "马上联系" });
    chen.act(&ticket, answer).await.expect("answered");
    told(&manager, "urging_answered", &ticket).await?;

    chen.act(&ticket, close("completed")).await.expect("closed");
    reaches(&manager, &ticket, "closed").await?;
    let waiting = chen.tickets("waiting", Some("closed")).await?;
    assert!(waiting.iter().any(|t| t["id"] == ticket.as_str()), "the follow-up waits for her");
    let more = json!({ "do": "follow_up", "outcome": "needs_more", "note": "证件打错一个字" });
    chen.act(&ticket, more).await.expect("it goes on");
    reaches(&chen, &ticket, "working").await?;
    chen.act(&ticket, close("completed")).await.expect("closed again");
    let end = json!({ "do": "follow_up", "outcome": "obtained", "note": "已换发" });
    chen.act(&ticket, end).await.expect("ended");
    let settled = reaches(&manager, &ticket, "settled").await?;
    assert_eq!(settled["ticket"]["follow_ups"].as_array().map(Vec::len), Some(2));
    let (there, timeline) = central.ticket(Uuid::parse_str(&ticket)?).await?;
    let there = serde_json::to_value(there.expect("the platform has it"))?;
    assert_eq!(there["follow_ups"], settled["ticket"]["follow_ups"], "both sides agree");
    let mut ids: Vec<_> = timeline.iter().map(|event| event.id).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), timeline.len(), "each action took effect once");
    for station in [chen, expert, manager] {
        station.quit().await;
    }
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_desks_merging_two_tickets_into_each_other_one_is_told() -> Result<()> {
    let central = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let folders = [TempDir::new()?, TempDir::new()?];
    let chen = Station::signed_in(folders[0].path(), &wire.url(), "chen.yumei").await?;
    let lin = Station::signed_in(folders[1].path(), &central.url(), "lin.zhiqiang").await?;
    let fresh = chen.tickets("station", Some("unclaimed")).await?;
    let (one, two) = (text(&fresh[0]["id"]), text(&fresh[1]["id"]));
    chen.act(&one, json!({ "do": "claim" })).await.expect("claimed");
    lin.act(&two, json!({ "do": "claim" })).await.expect("claimed");
    reaches(&chen, &two, "working").await?;
    reaches(&lin, &one, "working").await?;

    wire.cut();
    chen.until("the cut is noticed", |s| s["link"] == "offline").await?;
    let merge = |into: &str| json!({ "do": "merge", "into": into, "reason": "同一诉求" });
    chen.act(&one, merge(&two)).await.expect("merged here");
    lin.act(&two, merge(&one)).await.expect("merged there");
    lin.settled().await?;
    wire.mend();
    chen.until("one letter", |s| s["attention"] == 1 && s["pending"] == 0).await?;
    let letters = chen.call("verdict_list", json!({})).await.expect("letters");
    assert_eq!(letters[0]["rule"], "other_ticket_ended");
    reaches(&chen, &two, "merged").await?;
    let survivor = reaches(&chen, &one, "working").await?;
    assert_eq!(survivor["related"][0]["relation"], "merged_from", "it names what came to it");
    chen.quit().await;
    lin.quit().await;
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_manager_assigned_comes_with_a_signature_and_never_comes_back() -> Result<()> {
    let central = Central::start().await?;
    let folders = [TempDir::new()?, TempDir::new()?];
    let manager = Station::signed_in(folders[0].path(), &central.url(), "zhong.wenhui").await?;
    let huang = Station::signed_in(folders[1].path(), &central.url(), "huang.lijuan").await?;
    let all = manager.tickets("all", Some("unclaimed")).await?;
    let fresh = all.iter().find(|t| t["organisation"] == "石湾").or(all.first()).expect("one");
    let ticket = text(&fresh["id"]);
    let assign = json!({ "do": "assign", "to_staff": null, "to_organisation": "yuanzhou",
        "note": "由园洲牵头办理" });
    manager.act(&ticket, assign).await.expect("assigned");
    told(&huang, "handed_to_me", &ticket).await?;
    let back = json!({ "do": "return", "reason": "不是我们的" });
    let refused = huang.refused(&ticket, back).await.and_then(|r| r.1);
    assert_eq!(refused.as_deref(), Some("designated_cannot_return"));
    huang.act(&ticket, json!({ "do": "sign_for" })).await.expect("signed");
    reaches(&manager, &ticket, "working").await?;
    manager.quit().await;
    huang.quit().await;
    central.stop().await
}
