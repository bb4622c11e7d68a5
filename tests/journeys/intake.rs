//! A request that a citizen makes on a telephone arrives at the right counter.

use anyhow::Result;
use bangban_domain::ticket::Channel;
use bangban_protocol::{VERSION, VERSION_HEADER};
use bangban_tests::central::Central;
use bangban_tests::station::Station;
use reqwest::StatusCode;
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

const MOBILE: &str = "mobile-channel-of-a-journey-0123456789";
const HOTLINE: &str = "hotline-channel-of-a-journey-012345678";
/// 灵活就业人员参加企业职工基本养老保险登记; the table names only consultants for it.
const MATTER: &str = "11441322900100103N4002114001000";

async fn hand_over(central: &Central, key: &str, body: &Value) -> Result<(StatusCode, Value)> {
    // Refused when somebody in this process has chosen one before, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let request = reqwest::Client::builder().no_proxy().build()?;
    let request = request.post(format!("{}/v1/intake", central.url())).bearer_auth(key);
    let answer = request.header(VERSION_HEADER, VERSION).json(body).send().await?;
    Ok((answer.status(), answer.json().await?))
}

fn request() -> Value {
    json!({ "channel": "mobile", "reference": "app-20261122-000137", "nature": "procedure",
        "subject": "灵活就业参保", "request": "我想自己交养老保险，怎么办？", "matter": MATTER,
        "division": "441322121", "handed_over_because": "机器人两次没有答上来",
        "transcript": "问：自己交社保怎么交？\n答：请问您要办什么？",
        "requester": { "kind": "natural_person", "name": "钟小燕", "phone": "13800000000" } })
}

fn has_clock(view: &Value, kind: &str) -> bool {
    view["clocks"].as_array().is_some_and(|clocks| clocks.iter().any(|c| c["kind"] == kind))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mobile_request_rings_at_the_right_desk_once_and_a_claim_answers_it() -> Result<()> {
    let central = Central::start_with(|config| {
        config.intake.set(Channel::Mobile, MOBILE).expect("a usable key");
        config.intake.set(Channel::Hotline, HOTLINE).expect("a usable key");
    })
    .await?;
    let folders = [TempDir::new()?, TempDir::new()?];
    let chen = Station::signed_in(folders[0].path(), &central.url(), "chen.yumei").await?;
    let huang = Station::signed_in(folders[1].path(), &central.url(), "huang.lijuan").await?;

    let (status, taken) = hand_over(&central, MOBILE, &request()).await?;
    assert_eq!(status, StatusCode::CREATED, "{taken}");
    assert_eq!(taken["organisation"], "shiwan");
    assert!(taken["response_due_at"].is_i64());
    let ticket = taken["ticket"].as_str().expect("an id").to_owned();
    let rings = |list: &Value| {
        let list = list.as_array().expect("a list");
        list.iter().any(|n| n["kind"] == "new_ticket" && n["ticket"] == ticket.as_str())
    };
    chen.until_of("notice_list", json!({}), "a notice at the desk", rings).await?;
    let view = chen.case(&ticket).await?;
    assert!(has_clock(&view, "first_response"), "the citizen waits: {view}");
    assert_eq!(view["ticket"]["number"], taken["number"]);
    assert_eq!(view["events"][0]["actor"]["name"], "移动端");
    let text = view["ticket"]["request"].as_str().expect("a text");
    assert!(text.contains("【转人工原因】") && text.contains("【机器人对话记录】"), "{text}");
    let claimed = chen.act(&ticket, json!({ "do": "claim" })).await.expect("claimed");
    assert!(!has_clock(&claimed, "first_response"), "someone answers");
    chen.settled().await?;

    let (status, again) = hand_over(&central, MOBILE, &request()).await?;
    assert_eq!((status, &again["ticket"]), (StatusCode::OK, &taken["ticket"]), "one ticket");
    assert_eq!(again["repeated"], true);
    let (there, timeline) = central.ticket(Uuid::parse_str(&ticket)?).await?;
    assert!(there.expect("it is there").responded_at.is_some());
    assert_eq!(timeline.len(), 2, "registered and claimed, once each");
    huang.settled().await?;
    let notices = huang.call("notice_list", json!({})).await.expect("notices");
    assert!(!rings(&notices), "it does not ring at another counter");

    for (key, field, value, expected) in [
        ("no-key-that-anybody-has-0123456789abc", "channel", "mobile", (401, None)),
        (HOTLINE, "channel", "mobile", (403, Some("channel"))),
        (MOBILE, "matter", "no-such-matter", (404, Some("matter"))),
    ] {
        let mut wrong = request();
        wrong["reference"] = json!("another");
        wrong[field] = json!(value);
        let (status, problem) = hand_over(&central, key, &wrong).await?;
        assert_eq!((status.as_u16(), problem["field"].as_str()), expected, "{problem}");
        assert!(problem["trace_id"].as_str().is_some_and(|id| !id.is_empty()), "to quote");
    }
    chen.quit().await;
    huang.quit().await;
    central.stop().await
}
