//! A day without a network.

use anyhow::Result;
use bangban_tests::central::{Central, PASSWORD};
use bangban_tests::station::Station;
use bangban_tests::wire::Wire;
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

fn id(ticket: &Value) -> String {
    ticket["id"].as_str().expect("a ticket has an id").to_owned()
}

/// The staff member with an account, from the directory.
async fn colleague(station: &Station, account: &str) -> Value {
    let directory = station.call("directory", json!({})).await.expect("the directory is here");
    let staff = directory["staff"].as_array().expect("staff").clone();
    staff.into_iter().find(|s| s["account"] == account).expect("a sample account")
}

#[tokio::test(flavor = "multi_thread")]
async fn work_done_without_a_network_arrives_once_and_both_sides_agree() -> Result<()> {
    let central = Central::start().await?;
    let wire = Wire::to(central.address()).await?;
    let data = TempDir::new()?;
    let station = Station::signed_in(data.path(), &wire.url(), "chen.yumei").await?;
    let fresh = station.tickets("station", Some("unclaimed")).await?;
    let (first, second) = (id(&fresh[0]), id(&fresh[1]));
    let receiver = colleague(&station, "lin.zhiqiang").await;
    let expert = colleague(&station, "he.mingyuan").await;

    wire.cut();
    station.until("the cut is noticed", |s| s["link"] == "offline").await?;
    for ticket in [&first, &second] {
        station.act(ticket, json!({ "do": "claim" })).await.expect("claimed offline");
        let reply = json!({ "do": "reply", "text": "请带身份证原件来窗口", "via": "phone" });
        station.act(ticket, reply).await.expect("replied offline");
    }
    let hand_off = json!({ "do": "hand_off", "to_staff": receiver["id"],
        "to_organisation": receiver["organisation"], "note": "材料已齐，请接着办" });
    station.act(&first, hand_off).await.expect("handed off offline");
    let question = json!({ "do": "escalate", "consultant": expert["id"],
        "question": "外省参保年限能否合并", "due_days": 2 });
    station.act(&second, question).await.expect("escalated offline");
    let new = json!({ "channel": "counter", "nature": "policy", "subject": "",
        "request": "老人想问高龄津贴怎么领", "requester": { "kind": "natural_person",
        "name": "何阿婆", "id_number": null, "phone": null, "credit_code": null, "agent": null },
        "matter": null, "situation": null, "priority": "高龄老人", "claim": true });
    let registered = station.call("ticket_register", new).await.expect("registered offline");
    assert_eq!(registered["ticket"]["number"], Value::Null, "only the platform gives numbers");
    let third = id(&registered["ticket"]);
    let state = station.until("all of it waits", |s| s["pending"] == 8).await?;
    assert_eq!(state["link"], "offline");
    station.quit().await;

    let station = Station::new(data.path(), &wire.url());
    station.sign_in("chen.yumei", PASSWORD).await.expect("unlocked without a network");
    assert_eq!(
        station.tickets("mine", None).await?.iter().filter(|t| t["pending"] != 0).count(),
        3
    );
    let waiting = station.call("outbox_list", json!({})).await.expect("the outbox");
    assert_eq!(waiting.as_array().map(Vec::len), Some(8), "a restart loses nothing");

    wire.mend();
    station.settled().await?;
    for (ticket, events) in [(&first, 3), (&second, 3), (&third, 2)] {
        let shown = station
            .until_of("ticket_get", json!({ "ticket": ticket }), "the platform's number", |v| {
                v["pending"] == 0 && v["ticket"]["number"].is_string()
            })
            .await?;
        let (there, timeline) = central.ticket(Uuid::parse_str(ticket)?).await?;
        let mut here = shown["ticket"].clone();
        let mut there = serde_json::to_value(there.expect("the platform has it"))?;
        // The screen masks the requester's numbers; everything else must be the same.
        here["requester"] = Value::Null;
        there["requester"] = Value::Null;
        assert_eq!(here, there, "both sides agree");
        let mine: Vec<_> = shown["events"].as_array().expect("events").clone();
        assert_eq!(mine.len(), timeline.len(), "both timelines have the same lines");
        let by_us =
            timeline.iter().filter(|e| e.actor.to_string() == shown["ticket"]["first_responder"]);
        assert!(by_us.count() >= events, "each action is there");
        let mut ids: Vec<_> = timeline.iter().map(|e| e.id).collect();
        ids.dedup();
        assert_eq!(ids.len(), timeline.len(), "each command took effect once");
    }
    assert_eq!(station.call("verdict_list", json!({})).await.expect("verdicts"), json!([]));
    station.quit().await;
    central.stop().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_handoff_and_an_opinion_travel_between_three_desks_and_tell_each_person() -> Result<()> {
    let central = Central::start().await?;
    let folders = [TempDir::new()?, TempDir::new()?, TempDir::new()?];
    let url = central.url();
    let chen = Station::signed_in(folders[0].path(), &url, "chen.yumei").await?;
    let huang = Station::signed_in(folders[1].path(), &url, "huang.lijuan").await?;
    let he = Station::signed_in(folders[2].path(), &url, "he.mingyuan").await?;
    let ticket = id(&chen.tickets("station", Some("unclaimed")).await?[0]);
    let expert = colleague(&chen, "he.mingyuan").await;
    let receiver = colleague(&chen, "huang.lijuan").await;

    chen.act(&ticket, json!({ "do": "claim" })).await.expect("claimed");
    let question = json!({ "do": "escalate", "consultant": expert["id"],
        "question": "断缴三年能否补缴", "due_days": 2 });
    chen.act(&ticket, question).await.expect("asked");
    let is_notice = |kind: &'static str, ticket: String| {
        move |list: &Value| {
            let list = list.as_array().expect("a list");
            list.iter().any(|n| n["kind"] == kind && n["ticket"] == ticket.as_str())
        }
    };
    let asked = is_notice("question_for_me", ticket.clone());
    he.until_of("notice_list", json!({}), "the question reaches the consultant", asked).await?;
    let waiting = he.tickets("waiting", None).await?;
    assert!(waiting.iter().any(|t| id(t) == ticket), "it is the consultant's move");
    he.act(&ticket, json!({ "do": "opinion", "text": "不能补缴，可延长缴费" }))
        .await
        .expect("given");

    let back = is_notice("opinion_given", ticket.clone());
    chen.until_of("notice_list", json!({}), "the opinion comes back", back).await?;
    let waiting = chen.tickets("waiting", None).await?;
    assert!(waiting.iter().any(|t| id(t) == ticket), "it is the first responder's move again");
    let hand_off = json!({ "do": "hand_off", "to_staff": receiver["id"],
        "to_organisation": "yuanzhou", "note": "户籍在园洲" });
    chen.act(&ticket, hand_off).await.expect("handed off");
    let offered = is_notice("handed_to_me", ticket.clone());
    huang.until_of("notice_list", json!({}), "the handoff reaches the receiver", offered).await?;
    let back = json!({ "do": "return", "reason": "申请人现居石湾" });
    huang.act(&ticket, back).await.expect("returned");
    let returned = is_notice("returned", ticket.clone());
    chen.until_of("notice_list", json!({}), "the return is told", returned).await?;

    let again = json!({ "do": "hand_off", "to_staff": null, "to_organisation": "yuanzhou",
        "note": "申请人已搬回园洲" });
    chen.act(&ticket, again).await.expect("handed off again");
    let signable = |v: &Value| v["ticket"]["status"] == "awaiting_signature";
    let argument = json!({ "ticket": ticket });
    huang.until_of("ticket_get", argument.clone(), "the second handoff", signable).await?;
    huang.act(&ticket, json!({ "do": "sign_for" })).await.expect("signed");
    let close =
        json!({ "do": "close", "outcome": "answered", "feedback": "已电话告知", "via": "phone" });
    huang.act(&ticket, close).await.expect("closed with feedback");
    let closed = |v: &Value| v["ticket"]["status"] == "closed" && v["pending"] == 0;
    let seen = chen.until_of("ticket_get", argument, "the closing is seen", closed).await?;
    let first = &seen["ticket"]["first_responder"];
    assert_eq!(seen["people"][first.as_str().expect("an id")]["name"], "陈玉梅");
    for station in [chen, huang, he] {
        station.quit().await;
    }
    central.stop().await
}
