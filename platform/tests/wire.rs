//! What lies between the routes and the socket: compression and limits.

use bangban_domain::ticket::Action;
use bangban_protocol::{CommandBatch, FeedPage, ProblemCode, Receipts, SignIn};
use reqwest::{Method, StatusCode};
use uuid::Uuid;

use crate::running::Running;
use crate::station::{Station, client, problem};

#[tokio::test]
async fn a_page_is_compressed_and_still_says_the_same() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let plain = station.page("library", 0).await;
    let path = format!("/v1/partitions/library/feed/{}/0", plain.epoch);
    let answer = station.request(Method::GET, &path).header("accept-encoding", "zstd").send();
    let answer = answer.await.unwrap();
    assert_eq!(answer.headers()["content-encoding"], "zstd");
    let body = answer.bytes().await.unwrap();
    let page: FeedPage = serde_json::from_slice(&zstd::decode_all(&body[..]).unwrap()).unwrap();
    assert_eq!(page.changes, plain.changes);
}

#[tokio::test]
async fn a_compressed_batch_is_understood() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let (id, register) = station.registration();
    let batch = CommandBatch { commands: vec![station.command(id, &register, None)] };
    let body = zstd::encode_all(&serde_json::to_vec(&batch).unwrap()[..], 3).unwrap();
    let request = station.request(Method::POST, "/v1/commands").body(body);
    let request =
        request.header("content-type", "application/json").header("content-encoding", "zstd");
    let receipts: Receipts = request.send().await.unwrap().json().await.unwrap();
    assert_eq!(receipts.receipts.len(), 1);
}

#[tokio::test]
async fn a_body_above_the_limit_is_refused_even_when_it_is_small_on_the_wire() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let note = Action::Note { text: "长".repeat(2_000_000) };
    let batch = CommandBatch { commands: vec![station.command(Uuid::now_v7(), &note, None)] };
    let body = zstd::encode_all(&serde_json::to_vec(&batch).unwrap()[..], 3).unwrap();
    assert!(body.len() < 100_000);
    let request = station.request(Method::POST, "/v1/commands").body(body);
    let request =
        request.header("content-type", "application/json").header("content-encoding", "zstd");
    let (status, code) = problem(request.send().await.unwrap()).await;
    assert_eq!((status, code), (StatusCode::PAYLOAD_TOO_LARGE, ProblemCode::Malformed));
}

#[tokio::test]
async fn what_cannot_be_read_is_answered_without_repeating_it() {
    let running = Running::start().await;
    let request = SignIn {
        account: "chen.yumei".into(),
        password: "geheim".into(),
        station: Uuid::new_v4(),
        station_name: String::new(),
        keys: None,
    };
    let broken = serde_json::to_string(&request).unwrap().replace("station_name", "stationname");
    let url = format!("{}/v1/session", running.base);
    let answer = client().post(url).header("content-type", "application/json").body(broken);
    let text = answer.send().await.unwrap().text().await.unwrap();
    assert!(text.contains("malformed") && !text.contains("station"), "{text}");
}
