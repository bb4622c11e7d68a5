//! What other systems hand over.

use bangban_domain::ticket::{Channel, Status};
use bangban_protocol::{FieldFault, Problem, ProblemCode, RecordKind};
use reqwest::{Response, StatusCode};
use serde_json::{Value, json};

use crate::running::Running;
use crate::station::{Station, client, problem, try_sign_in};

const MOBILE: &str = "a-key-of-the-mobile-channel-0123456789";
const HOTLINE: &str = "a-key-of-the-hotline-channel-012345678";

async fn running() -> Running {
    Running::with(|config| {
        config.intake.set(Channel::Mobile, MOBILE).unwrap();
        config.intake.set(Channel::Hotline, HOTLINE).unwrap();
    })
    .await
}

fn request(reference: &str) -> Value {
    json!({ "channel": "mobile", "reference": reference, "nature": "procedure",
        "subject": "补办社保卡", "request": "社保卡丢了，想补一张。", "division": "441322121",
        "requester": { "kind": "natural_person", "name": "钟小燕", "phone": "13800000000" } })
}

async fn post(running: &Running, key: &str, body: &Value) -> Response {
    let url = format!("{}/v1/intake", running.base);
    client().post(url).bearer_auth(key).json(body).send().await.unwrap()
}

/// Status, field and fault of a refusal.
async fn refusal(response: Response) -> (u16, Option<String>, Option<FieldFault>) {
    let status = response.status().as_u16();
    let problem: Problem = response.json().await.unwrap();
    (status, problem.field, problem.why)
}

#[tokio::test]
async fn a_request_is_registered_once_however_often_it_is_handed_over() {
    let running = running().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let body = request("app-1");
    let both = futures::join!(post(&running, MOBILE, &body), post(&running, MOBILE, &body));
    let mut statuses = [both.0.status(), both.1.status()];
    statuses.sort();
    assert_eq!(statuses, [StatusCode::OK, StatusCode::CREATED]);
    let (one, other): (Value, Value) = (both.0.json().await.unwrap(), both.1.json().await.unwrap());
    assert_eq!(one["ticket"], other["ticket"]);
    assert_eq!(one["organisation"], "shiwan");
    assert!(one["number"].as_str().unwrap().starts_with("BL441322-"));
    assert!(one["response_due_at"].is_i64(), "the citizen waits online");
    let of = |ticket: &bangban_domain::ticket::Ticket| one["ticket"] == ticket.id.to_string();
    let ticket = station.ticket(of).await.unwrap();
    assert_eq!((ticket.status, ticket.channel), (Status::Unclaimed, Channel::Mobile));
    assert_eq!(ticket.requester.phone.as_deref(), Some("13800000000"));
    let second = post(&running, MOBILE, &request("app-2")).await;
    assert_ne!(second.json::<Value>().await.unwrap()["ticket"], one["ticket"]);
}

#[tokio::test]
async fn the_same_reference_of_another_channel_is_another_request() {
    let running = running().await;
    let mobile: Value = post(&running, MOBILE, &request("7")).await.json().await.unwrap();
    let mut by_phone = request("7");
    by_phone["channel"] = json!("hotline");
    let hotline: Value = post(&running, HOTLINE, &by_phone).await.json().await.unwrap();
    assert_ne!(mobile["ticket"], hotline["ticket"]);
    assert!(hotline["response_due_at"].is_null(), "nobody waits online");
}

#[tokio::test]
async fn a_key_opens_its_own_channel_and_nothing_else() {
    let running = running().await;
    for wrong in ["", "a-key-of-the-mobile-channel-012345678", "x"] {
        let refused = problem(post(&running, wrong, &request("1")).await).await;
        assert_eq!(refused, (StatusCode::UNAUTHORIZED, ProblemCode::TokenExpired));
    }
    let foreign = refusal(post(&running, HOTLINE, &request("1")).await).await;
    assert_eq!(foreign, (403, Some("channel".into()), Some(FieldFault::NotYours)));
    let mut counter = request("1");
    counter["channel"] = json!("counter");
    assert_eq!(refusal(post(&running, MOBILE, &counter).await).await.0, 403);
    let partitions = format!("{}/v1/partitions", running.base);
    let read = client().get(partitions).bearer_auth(MOBILE).send().await.unwrap();
    assert_eq!(read.status(), StatusCode::UNAUTHORIZED, "it reads nothing");
    let closed = Running::start().await;
    let nobody = post(&closed, MOBILE, &request("1")).await.status();
    assert_eq!(nobody, StatusCode::UNAUTHORIZED, "without keys nothing is taken in");
}

#[tokio::test]
async fn what_cannot_be_taken_in_is_named_by_its_field() {
    let running = running().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let before = station.head(crate::station::REGION).await.feed_seq;
    let long = "问".repeat(4_001);
    for (pointer, value, expected) in [
        ("/matter", json!("no-such-matter"), (404, "matter", FieldFault::Unknown)),
        ("/situation", json!("s1"), (404, "situation", FieldFault::Unknown)),
        ("/division", json!("110101"), (404, "division", FieldFault::Unknown)),
        ("/division", json!("44132"), (400, "division", FieldFault::WrongForm)),
        ("/reference", json!("有汉字"), (400, "reference", FieldFault::WrongForm)),
        ("/reference", json!(""), (400, "reference", FieldFault::Missing)),
        ("/nature", json!("weather"), (400, "nature", FieldFault::NotOneOf)),
        ("/subject", json!(" "), (400, "subject", FieldFault::Missing)),
        ("/request", json!(long), (400, "request", FieldFault::TooLong)),
        ("/requester/name", json!(""), (400, "requester.name", FieldFault::Missing)),
        ("/requester/idNumber", json!("1"), (400, "requester.idNumber", FieldFault::NoSuchField)),
        ("/urgent", json!(true), (400, "urgent", FieldFault::NoSuchField)),
    ] {
        let mut body = request("wrong");
        let (parent, field) = pointer.rsplit_once('/').unwrap();
        body.pointer_mut(parent).unwrap()[field] = value;
        let (status, field, fault) = refusal(post(&running, MOBILE, &body).await).await;
        let (named, told) = (field.unwrap_or_default(), fault.unwrap());
        assert_eq!((status, named.as_str(), told), expected, "{pointer}");
    }
    let mut nobody = request("wrong");
    nobody.as_object_mut().unwrap().remove("requester");
    let refused = refusal(post(&running, MOBILE, &nobody).await).await;
    assert_eq!(refused, (400, Some("requester".into()), Some(FieldFault::Missing)));
    let after = station.head(crate::station::REGION).await.feed_seq;
    assert_eq!(after, before, "nothing was registered");
}

#[tokio::test]
async fn a_channel_that_hands_over_too_much_at_once_waits_and_the_others_do_not() {
    let running = Running::with(|config| {
        config.intake.set(Channel::Mobile, MOBILE).unwrap();
        config.intake.set(Channel::Hotline, HOTLINE).unwrap();
        config.intake_per_minute = 2;
    })
    .await;
    for reference in ["1", "2"] {
        let taken = post(&running, MOBILE, &request(reference)).await;
        assert_eq!(taken.status(), StatusCode::CREATED);
    }
    let refused = post(&running, MOBILE, &request("3")).await;
    assert!(refused.headers().contains_key("retry-after"));
    let refused = problem(refused).await;
    assert_eq!(refused, (StatusCode::TOO_MANY_REQUESTS, ProblemCode::TooManyAttempts));
    let mut by_phone = request("1");
    by_phone["channel"] = json!("hotline");
    assert_eq!(post(&running, HOTLINE, &by_phone).await.status(), StatusCode::CREATED);
}

#[tokio::test]
async fn the_account_of_a_channel_is_known_to_stations_and_nobody_signs_in_with_it() {
    let running = running().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let feed = station.whole_feed("library").await;
    let accounts: Vec<_> = feed
        .iter()
        .filter(|record| record.kind == RecordKind::Staff)
        .filter_map(|record| record.body.as_ref())
        .filter(|body| body["account"].as_str().unwrap().starts_with("intake."))
        .collect();
    let named: Vec<_> = accounts.iter().map(|body| body["name"].as_str().unwrap()).collect();
    assert_eq!(named, ["移动端", "12345热线"]);
    assert!(accounts.iter().all(|body| body["active"] == false), "nobody's colleague");
    for password in ["", bangban_platform::sample::PASSWORD, MOBILE] {
        let refused = try_sign_in(&running, "intake.mobile", password).await;
        assert_eq!(refused.status(), StatusCode::UNAUTHORIZED);
    }
    assert!(running.platform.set_staff_active("intake.mobile", true).await.is_err());
}
