use bangban_platform::sample;
use bangban_protocol::{ProblemCode, Refresh, Session};
use reqwest::{Method, Response, StatusCode};

use crate::running::Running;
use crate::station::{REGION, Station, client, problem, try_sign_in};

async fn refresh(running: &Running, token: &str) -> Response {
    let url = format!("{}/v1/session/refresh", running.base);
    let request = Refresh { refresh_token: token.into(), keys: None };
    client().post(url).json(&request).send().await.unwrap()
}

#[tokio::test]
async fn the_right_password_opens_a_session_within_the_county() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    assert_eq!(station.staff.account, "chen.yumei");
    assert_eq!(station.session.partitions, ["library", REGION]);
    assert_eq!(station.session.expires_in, 900);
    let other = station.get("/v1/partitions/region-440100").await;
    assert_eq!(
        problem(other).await,
        (StatusCode::NOT_FOUND, ProblemCode::NotFound),
        "another county does not exist from here",
    );
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_account_cannot_be_told_apart() {
    let running = Running::start().await;
    for (account, password) in [("chen.yumei", "wrong"), ("nobody", sample::PASSWORD)] {
        let response = try_sign_in(&running, account, password).await;
        let expected = (StatusCode::UNAUTHORIZED, ProblemCode::WrongPassword);
        assert_eq!(problem(response).await, expected, "{account}");
    }
}

#[tokio::test]
async fn guessing_a_password_is_stopped_and_says_for_how_long() {
    let running = Running::with(|config| config.sign_in_attempts = 2).await;
    for _ in 0..2 {
        try_sign_in(&running, "chen.yumei", "wrong").await;
    }
    let response = try_sign_in(&running, "chen.yumei", sample::PASSWORD).await;
    let wait = response.headers()["retry-after"].to_str().unwrap().parse::<u32>().unwrap();
    assert!((1..=300).contains(&wait), "{wait} seconds");
    let expected = (StatusCode::TOO_MANY_REQUESTS, ProblemCode::TooManyAttempts);
    assert_eq!(problem(response).await, expected, "even the right password has to wait");
    let other = try_sign_in(&running, "su.xiaoling", sample::PASSWORD).await;
    assert_eq!(other.status(), StatusCode::OK, "a colleague is not locked out with them");
}

#[tokio::test]
async fn a_disabled_account_is_told_so_and_its_tokens_end_at_once() {
    let running = Running::start().await;
    let disabled = (StatusCode::FORBIDDEN, ProblemCode::AccountDisabled);
    let moved_away = try_sign_in(&running, "ou.jiahui", sample::PASSWORD).await;
    assert_eq!(problem(moved_away).await, disabled);

    let station = Station::sign_in(&running, "chen.yumei").await;
    running.platform.set_staff_active("chen.yumei", false).await.unwrap();
    assert_eq!(problem(station.get("/v1/partitions").await).await, disabled);
    let renewed = refresh(&running, &station.session.refresh_token).await;
    assert_eq!(problem(renewed).await, disabled);

    running.platform.set_staff_active("chen.yumei", true).await.unwrap();
    assert_eq!(station.get("/v1/partitions").await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_refresh_token_works_once_and_its_reuse_ends_the_whole_session() {
    let running = Running::start().await;
    let station = Station::sign_in(&running, "chen.yumei").await;
    let first = station.session.refresh_token.clone();
    let renewed: Session = refresh(&running, &first).await.json().await.unwrap();
    assert_ne!(renewed.refresh_token, first);

    let expired = (StatusCode::UNAUTHORIZED, ProblemCode::TokenExpired);
    assert_eq!(problem(refresh(&running, &first).await).await, expired);
    assert_eq!(
        problem(refresh(&running, &renewed.refresh_token).await).await,
        expired,
        "whoever of the two is the thief must not go on",
    );
    assert_eq!(problem(station.get("/v1/partitions").await).await, expired);
}

#[tokio::test]
async fn signing_out_ends_the_session_and_no_other() {
    let running = Running::start().await;
    let here = Station::sign_in(&running, "chen.yumei").await;
    let there = Station::sign_in(&running, "chen.yumei").await;
    let out = here.request(Method::DELETE, "/v1/session").send().await.unwrap();
    assert_eq!(out.status(), StatusCode::NO_CONTENT);
    assert_eq!(here.get("/v1/partitions").await.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(there.get("/v1/partitions").await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_station_of_another_version_is_told_so_before_anything_else() {
    let running = Running::start().await;
    let url = format!("{}/v1/partitions", running.base);
    let request = client().get(url).header("bangban-protocol", "2");
    let expected = (StatusCode::UPGRADE_REQUIRED, ProblemCode::UnsupportedVersion);
    assert_eq!(problem(request.send().await.unwrap()).await, expected);
}
